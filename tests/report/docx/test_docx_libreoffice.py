"""LibreOffice opens the files and sets every page: the label of examples is on each, and nothing is lost."""

import subprocess

import pytest

from kpi.report.docx import memo, report
from report.document_sample import CASES, SAMPLE
from report.document_texts import headings, squeezed

WRITERS = {"report": report, "memo": memo}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of each file as text, by name."""
    folder = tmp_path_factory.mktemp("word")
    files = {f"{name}-{kind}": write(CASES[name]) for name in CASES for kind, write in WRITERS.items()}
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=240)
    return {name: texts(folder / f"{name}.pdf") for name in files}


def texts(pdf) -> list[str]:
    shown = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return shown.stdout.split("\f")[:-1]


@pytest.mark.slow
def test_every_file_becomes_pages(pages):
    assert {name for name, found in pages.items() if not found} == set()
    assert all(page.strip() for found in pages.values() for page in found)


@pytest.mark.slow
@pytest.mark.parametrize("kind", WRITERS)
def test_each_page_has_the_label_and_its_number(pages, kind):
    found = pages[f"sample-{kind}"]
    for number, page in enumerate(found, 1):
        assert squeezed(SAMPLE.example) in squeezed(page)
        assert f"Sida {number} av {len(found)}" in page


@pytest.mark.slow
def test_the_headings_come_in_order(pages):
    text = squeezed("".join(pages["sample-report"]))
    at = text.index(squeezed("Sakområdet har två övergripande mål"))
    for _, heading in headings(SAMPLE)[1:]:
        at = text.index(squeezed(heading), at)
