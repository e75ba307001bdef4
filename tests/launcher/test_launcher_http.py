"""What the running app answers over HTTP: to whom, with which headers, in which language."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
import requests
import streamlit

from kpi.launcher import frame
from kpi.launcher.middleware import HEADERS, POLICY

ADDRESSES = ["/", "/nyckeltal?kod=halsosamtal", "/malomrade-stodverksamhet", "/finns-inte", "/halsa", frame.PATH]

# Streamlit makes these of parts; the browser tests see that none of them is left.
PUT_TOGETHER = ("600MB per file", "add icon", "Press Enter to apply")


def static(app):
    """The address of Streamlit's own script, as the page names it."""
    page = requests.get(app.url, timeout=30).text
    return "/" + re.search(r'src="\./(static/js/index[^"]+)"', page)[1]


@pytest.mark.parametrize("address", ADDRESSES)
def test_security_headers(reading_app, address):
    answer = requests.get(reading_app.url + address, timeout=30)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_security_headers_on_static_files(reading_app, encoding):
    path = static(reading_app)
    for _ in range(2):
        answer = requests.get(reading_app.url + path, headers={"Accept-Encoding": encoding}, timeout=30)
        assert answer.status_code == 200
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_a_compressed_file_is_the_file(reading_app):
    path = static(reading_app)
    plain, small = (
        requests.get(reading_app.url + path, headers={"Accept-Encoding": encoding}, timeout=30)
        for encoding in ("identity", "gzip")
    )
    assert small.content == plain.content
    assert int(small.headers["Content-Length"]) < len(plain.content) / 2
    assert "accept-encoding" in small.headers["Vary"].lower()


def test_nothing_may_come_from_elsewhere():
    assert "'unsafe-inline'" not in POLICY.split("script-src")[1].split(";")[0]
    assert not re.search(r"https?:|\*", POLICY)
    assert "frame-ancestors 'none'" in POLICY


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"]
)
@pytest.mark.parametrize("address", ["/", "/halsa", "/_stcore/host-config"])
def test_other_names_for_this_machine_are_refused(reading_app, host, address):
    """A page elsewhere could point a name of its own here, and read what it was answered."""
    answer = requests.get(reading_app.url + address, headers={"Host": host}, timeout=30)
    assert answer.status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:8501"])
def test_its_own_names_are_answered_to(reading_app, host):
    assert requests.get(f"{reading_app.url}/halsa", headers={"Host": host}, timeout=30).status_code == 200


def test_health(reading_app):
    answer = requests.get(f"{reading_app.url}/halsa", timeout=30)
    assert (answer.status_code, answer.text) == (200, "ok")


@pytest.mark.parametrize("address", ["/", "/nyckeltal", "/malomrade-stodverksamhet"])
def test_the_page_is_swedish_before_any_script_has_run(reading_app, address):
    page = requests.get(reading_app.url + address, timeout=30).content.decode()
    assert '<html lang="sv">' in page
    assert "<title>Måluppföljning</title>" in page
    assert "You need to enable JavaScript" not in page
    assert f'src=".{frame.PATH}"' in page


def test_the_frames_words_are_served_as_a_script(reading_app):
    answer = requests.get(reading_app.url + frame.PATH, timeout=30)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "Hoppa till inneh" in answer.content.decode("unicode_escape")
    assert '"WORDS"' not in answer.text
    assert '"STARTS"' not in answer.text


def test_the_inline_script_that_is_let_through_is_the_one_in_the_page(reading_app):
    """A new Streamlit may bring another: then its hash must follow."""
    page = requests.get(reading_app.url, timeout=30).content.decode()
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    allowed = set(re.findall(r"'sha256-([^']+)'", POLICY))
    found = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    assert found == allowed


def test_starting_and_answering_says_nothing_of_errors(new_app):
    app = new_app()
    for path in ("/", "/nyckeltal", "/halsa", "/sv.js"):
        assert requests.get(app.url + path, timeout=30).ok
    assert "Traceback" not in app.output


def test_the_names_of_the_frame_are_still_streamlits():
    """A text that Streamlit no longer has would be left untranslated under its new name."""
    files = Path(streamlit.__file__).parent.joinpath("static", "static", "js").glob("*.js")
    words = "\n".join(path.read_text(encoding="utf-8") for path in files)
    gone = [text for text in frame.WHOLE if text not in PUT_TOGETHER and text not in words]
    assert gone == []
