# Two commands: `make run` starts the app, `make test` runs every check.
PYTHON ?= python3.11
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test lint types unit browser bench lock

run: .venv/ready
	$(BIN)/python -m kpi init --if-missing
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: .venv/ready-dev lint types
	sh tests/install_chromium.sh
	sh tests/install_libreoffice.sh
	$(BIN)/python -m pytest -m "not browser" -n auto --dist loadfile
	$(BIN)/python -m pytest -m browser

lint: .venv/ready-dev
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/ruff check --no-cache .

types: .venv/ready-dev
	$(BIN)/python -m mypy

unit: .venv/ready-dev
	$(BIN)/python -m pytest -m "not browser and not slow"

bench: .venv/ready-dev
	$(BIN)/python -m benchmarks

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

# Exact versions of what requirements.in and requirements-dev.in name, from a fresh environment.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet -r requirements.in
	( echo "# Exact versions, written by 'make lock' from requirements.in, which says why each is here."; \
	  build/lock/bin/python -m pip freeze ) > requirements.txt
	build/lock/bin/python -m pip install --quiet -r requirements-dev.in
	( echo "# Exact versions, written by 'make lock' from requirements-dev.in."; echo "-r requirements.txt"; \
	  build/lock/bin/python -m pip freeze | grep -vxFf requirements.txt ) > requirements-dev.txt
