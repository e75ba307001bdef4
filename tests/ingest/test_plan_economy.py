"""The money of text 003 in the shipped plan: every printed figure, its unit, and what it is a sum of."""

import re
import shutil
from decimal import Decimal

import pytest

from economy_figures import AREAS, FRAMES, IN_TEXT, INVESTMENT_TOTAL, INVESTMENTS, YEARS
from kpi.errors import UserError
from kpi.ingest.plan import read_plan
from kpi.settings import settings
from shared import SHARED, needs_shared

FOLDER = settings().data / "plans" / "rs-2025"
TABLES = [(YEARS, [2025, 2026, 2027], "Mkr"), (FRAMES, [2024, 2025, 2026, 2027], "Mkr")]

UNITS = {"tkr": "tkr", "": "tkr", "mkr": "Mkr", "miljoner kronor": "Mkr"}


@pytest.fixture(scope="module")
def tables():
    return read_plan(FOLDER).tables


@pytest.fixture(scope="module")
def printed(tables):
    """Each item's figures in order, with all printed decimals, as the text writes them."""
    amounts = tables["budget_amount"]
    texts = [
        f"{amount:.{decimals}f}".replace(".", ",")
        for amount, decimals in zip(amounts["amount"], amounts["decimals"], strict=True)
    ]
    return amounts.assign(text=texts)


@pytest.fixture(scope="module")
def text():
    whole = next((SHARED / "seeds").glob("003*.txt")).read_text(encoding="utf-8")
    return whole[whole.index("\nÅtgärdsplan\n") : whole.index("\nUppföljning, uppsiktsplikt och internkontroll\n\n")]


@pytest.mark.parametrize(("rows", "years", "unit"), TABLES, ids=["measures", "frames"])
def test_tables_by_year_are_as_printed(printed, rows, years, unit):
    for item, (_, figures) in rows.items():
        mine = printed[printed["item"] == item]
        assert mine["text"].tolist() == figures.split(), item
        assert mine["year"].tolist() == years
        assert set(mine["money_unit"]) == {unit}
        assert mine["cost_type"].isna().all()


def test_the_table_of_areas_is_as_printed(printed, tables):
    types = tables["cost_type"]["code"].tolist()
    for item, (_, figures) in AREAS.items():
        mine = printed[printed["item"] == item]
        assert mine["text"].tolist() == figures.split(), item
        expected = types[7:] if item == "omr_finans" else types[:7] if len(mine) > 1 else []
        assert mine["cost_type"].dropna().tolist() == expected
        assert mine["cost_type"].isna().tolist()[-1]
        assert (set(mine["money_unit"]), set(mine["year"])) == ({"Mkr"}, {2025})


def test_investments_are_as_printed_and_sum(printed, tables):
    items = tables["budget_item"].query("section == 'investment'")
    figures = printed.set_index("item")["text"]
    *single, total = items["code"]
    shown = [(owner, figures[code]) for owner, code in zip(items["category"], single, strict=False)]
    assert shown == [(owner, amount.replace(" ", "")) for owner, amount in INVESTMENTS]
    assert len(single) == 16
    assert figures[total] == INVESTMENT_TOTAL.replace(" ", "")
    assert items.set_index("code").loc[total, "sum_of"].split("|") == single


def test_figures_of_running_text_are_as_printed(printed):
    first = printed.drop_duplicates("item").set_index("item")
    for item, amount, unit in IN_TEXT:
        assert first.loc[item, "text"] == amount.replace(" ", ""), item
        assert first.loc[item, "money_unit"] == UNITS[unit]
    assert set(printed["item"]) == {
        *YEARS, *FRAMES, *AREAS, *(item for item, _, _ in IN_TEXT),
        *(code for code in printed["item"] if code.startswith("inv_")),
    }  # fmt: skip


def test_sums_are_decimals(tables):
    assert all(isinstance(amount, Decimal) for amount in tables["budget_amount"]["amount"])


def test_changes_without_an_amount_have_none(tables):
    changes = set(tables["budget_item"].query("section == 'change'")["code"])
    assert len(changes) == 12
    assert changes - set(tables["budget_amount"]["item"]) == {
        "for_upprakning", "for_pensioner", "for_vardval_lpik", "for_vardval_inryms",
    }  # fmt: skip


@needs_shared
def test_the_typed_figures_are_the_text_s(text):
    """Every table row of the text, figures and all, stands among those typed off by hand; and the other way round."""
    lines = {line.split("\t")[0].strip(): line.split("\t")[1:] for line in text.splitlines() if "\t" in line}
    for rows in (YEARS, FRAMES, AREAS):
        for name, figures in rows.values():
            assert [cell for cell in lines[name] if re.fullmatch(r"-?[\d,]+", cell)] == figures.split(), name
    investments = [line.split("\t") for line in text.splitlines() if "\tNyinvestering\t" in line]
    assert [(cells[0], cells[3]) for cells in investments] == INVESTMENTS
    assert f"Totalt\t\t\t{INVESTMENT_TOTAL}" in text
    for _, amount, unit in IN_TEXT:
        assert f"{amount} {unit}".strip() in text


@needs_shared
def test_no_figure_of_the_text_is_left_out(text, printed):
    """Every number of the chapter is an amount of the plan, or one of these, which are none."""
    none = {
        "2023", "2024", "2025", "2026", "2027", "2025–2027", "01", "92", "280", "9", "4", "7", "5", "2",
    }  # fmt: skip
    loose = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    found = {token.strip(",") for token in re.findall(r"-?\d[\d,]*", loose)}
    known = {value.removeprefix("-") for value in printed["text"]}
    assert {token.removeprefix("-") for token in found} - known - none == set()


@needs_shared
def test_descriptions_are_our_own_words(tables, text):
    """No run of seven words stands in the text."""
    words = re.findall(r"\w+", text.lower())
    runs = {tuple(words[i : i + 7]) for i in range(len(words) - 6)}
    for field in ("name", "description", "consequence"):
        for ours in tables["budget_item"][field]:
            own = re.findall(r"\w+", ours.lower())
            assert not [own[i : i + 7] for i in range(len(own) - 6) if tuple(own[i : i + 7]) in runs]


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "column"),
    [
        ("budgetbelopp.csv", "atg_mandat;;2026;12,2;Mkr", "atg_mandat;;2026;12,2;k", "plan-word-unknown", "måttenhet"),
        ("budgetbelopp.csv", "atg_mandat;;2026;12,2", "atg_mandat;;2026;tolv", "plan-not-a-number", "belopp"),
        ("budgetbelopp.csv", "atg_mandat;;2026;12,2", "atg_mandat;;2026;1,1234567891", "amount-out-of-range", "belopp"),
        ("budgetbelopp.csv", "atg_mandat;;2026;12,2", "atg_mandat;;2025;12,2", "plan-row-twice", "post"),
        ("budgetbelopp.csv", "atg_mandat;;2026;12,2", "atg_mandat;loner;2026;12,2", "budget-cost-type-unknown",
         "kostnadsslag"),
        ("budgetbelopp.csv", "atg_mandat;;2026", "atg_makt;;2026", "budget-item-unknown", "post"),
        ("budgetposter.csv", "atg_politisk|atg_tjansteperson", "atg_politisk|atg_tjanste", "budget-part-unknown",
         "summa av"),
        ("budgetposter.csv", "atg_mandat|atg_projekt", "atg_mandat|atg_summa", "budget-circle", "summa av"),
        ("budgetposter.csv", ";-netto_summa;", ";-netto_total;", "budget-part-unknown", "samma som"),
        ("budgetposter.csv", ";netto_omdisponering;;", ";netto_mta;;", "budget-circle", "varav i"),
        ("budgetposter.csv", "atg_mandat;åtgärd", "atg_mandat;åtgärder", "plan-word-unknown", "del"),
        ("kostnadsslag.csv", "lakemedel;Läkemedel", "personal;Läkemedel", "plan-row-twice", "kod"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_place(tmp_path, *, file, old, new, key, column):
    folder = shutil.copytree(FOLDER, tmp_path / "rs-2025")
    content = (folder / file).read_text(encoding="utf-8")
    assert old in content
    (folder / file).write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.column) == (key, column)
    assert caught.value.place.file == f"rs-2025/{file}"
    assert caught.value.place.row
