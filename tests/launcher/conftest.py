"""Deliveries to a running app, as a shell makes them."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def kpi_upload(tmp_path):
    """Upload a text as a file, through the app that has the database."""

    def upload(app, text):
        file = tmp_path / "utfall.csv"
        file.write_text(text, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "kpi", "upload", str(file), "--name", "Anna Analytiker"], check=True, timeout=60,
            env={**os.environ, "KPI_DATABASE": str(app.database)}, capture_output=True,
        )  # fmt: skip

    return upload
