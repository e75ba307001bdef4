"""The PDF says what the follow-up says, and what people write in it is text."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pdf_reading import text

from kpi.model import Status
from kpi.report.briefing.content import Cell, LineChart, Table, Text
from kpi.report.document.plain import plain
from kpi.report.pdf import pdf_report
from kpi.report.pdf.fonts import FAMILY, FILES, fonts
from kpi.words import say
from report.document_sample import CASES, ENDLESS, HOSTILE, SAMPLE, many
from report.document_texts import charts, said, squeezed

FORMS = {name: CASES[name] for name in ("sample", "long_names", "empty")} | {"many": many()}


@pytest.mark.parametrize("name", FORMS)
def test_every_text_and_number_of_the_follow_up_stands_in_it(name, tmp_path):
    briefing = FORMS[name]
    whole = flat(pdf_report(briefing), tmp_path)
    assert [one for one in said(briefing) if letters(one) not in whole] == []


def flat(content: bytes, folder) -> str:
    """All text in the order of the file, without what breaks lines and columns apart."""
    return letters("".join(text(content, folder)))


def letters(told: str) -> str:
    """A hyphen at the end of a line may be a break in a word."""
    return re.sub(r"[-‐]", "", squeezed(told))


def test_charts_have_their_last_values_targets_and_periods(tmp_path):
    whole = flat(pdf_report(SAMPLE), tmp_path)
    for chart in [chart for chart in charts(SAMPLE) if isinstance(chart, LineChart)]:
        assert all(letters(level.words) in whole for level in chart.levels)
        assert all(letters(period) in whole for period in chart.periods)
    assert letters("6,1\u00a0%") in whole


def test_each_page_has_the_label_whose_it_is_and_its_number(tmp_path):
    pages = text(pdf_report(SAMPLE), tmp_path)
    for number, page in enumerate(pages, 1):
        assert squeezed(SAMPLE.example) in squeezed(page)
        assert f"Sida {number} av {len(pages)}" in page
        assert all(squeezed(told) in squeezed(page) for told in (SAMPLE.organisation, SAMPLE.plan, SAMPLE.as_of))


def test_no_page_is_empty(tmp_path):
    for briefing in CASES.values():
        assert all(len(squeezed(page)) > 200 for page in text(pdf_report(briefing), tmp_path))


def test_statuses_have_their_word(tmp_path):
    whole = flat(pdf_report(SAMPLE), tmp_path)
    assert all(letters(say(f"status-{status}")) in whole for status in Status)


def test_it_is_the_same_file_every_time():
    assert pdf_report(SAMPLE) == pdf_report(SAMPLE)


def test_a_report_without_examples_has_no_label(tmp_path):
    assert "xempel" not in "".join(text(pdf_report(CASES["empty"]), tmp_path))


@pytest.mark.parametrize(
    "written",
    [
        "#panic()", "$x$", "*a* _b_", "= r", "@r <l>", "\\ \\u{41}", "// k", "/* k */", '"', '#read("report.typ")',
        "- a", "-- --- ...", "~", "`x`", "[ ] { }", "'q' \"q\"",
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_was_written(written, tmp_path):
    told = replace(SAMPLE, proposal=(Text(f"Före{written}efter"),), indicators=())
    assert squeezed(f"Före{written}efter") in squeezed("".join(text(pdf_report(told), tmp_path)))


def test_hostile_text_is_text(tmp_path):
    whole = squeezed("".join(text(pdf_report(CASES["hostile"]), tmp_path)))
    known = squeezed(plain(HOSTILE)).split("a\ufffd")[0]
    assert known in whole
    assert squeezed(ENDLESS) in whole
    # Signs that no typeface of ours has are shown as such, not left out.
    assert "你" not in whole
    assert "\ufffd" in whole


def test_a_cell_longer_than_a_page_goes_on_to_the_next(tmp_path):
    words = " ".join(f"ord{n}" for n in range(3000))
    told = replace(SAMPLE, status_table=Table("Lång", ("A", "B"), ((Cell(words), Cell("x")),)))
    whole = "".join(text(pdf_report(told), tmp_path))
    assert all(f"ord{n}" in whole for n in (0, 1500, 2999))
    assert squeezed(words[-200:]) in squeezed(whole)


def test_only_our_typefaces_are_there():
    families = fonts().families()
    assert FAMILY in families
    assert not any(name in families for name in ("Arial", "Liberation Sans", "DejaVu Sans"))
    assert sorted({one.weight for one in fonts().fonts() if one.family == FAMILY}) == [400, 600, 700]
    assert len([one for one in fonts().fonts() if one.family == FAMILY]) == len(FILES)


def test_it_is_opened_with_pages():
    with pikepdf.open(io.BytesIO(pdf_report(SAMPLE))) as pdf:
        assert len(pdf.pages) > 3
