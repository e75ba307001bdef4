"""Questions about a file and its like without one; and two analysts who upload the same nyckeltal at once."""

from playwright.sync_api import expect
from upload_page import READ_SO, STORE, acknowledge, answer, enter_name, items, published, questions, store, upload

WIDE = "Region;Kön;2023;2024\nRiket;Kvinnor;5,5;6,5\nRiket;Män;3,25;4,25\n"
NEXT = "Region;Kön;2024;2025\nRiket;Kvinnor;6,5;7,5\nRiket;Män;4,25;5,75\n"
REST = ["0 ändrade värden", "0 värden är som förut"]
WHICH = "Vilket nyckeltal gäller filen?"


def shown(reader, caption):
    """The texts of a table's rows below its headings."""
    rows = reader.main.get_by_role("table", name=caption).get_by_role("row")
    expect(rows.nth(1)).to_be_visible()
    return [row.get_by_role("cell").all_inner_texts() for row in rows.all()[1:]]


def test_what_is_unclear_is_asked_about_once(used_app, read):
    analyst = read(used_app).open("ladda-upp?data=verkliga")
    upload(analyst, "sjukfrånvaro 2024.csv", WIDE.encode())
    expect(questions(analyst)).to_be_visible()
    first = shown(analyst, "De första raderna i sjukfrånvaro 2024.csv, och vad varje kolumn tas för")
    assert first == [
        ["enhet", "kön", "värde", "värde"],
        ["Riket", "Kvinnor", "5,5", "6,5"],
        ["Riket", "Män", "3,25", "4,25"],
    ]
    # Nothing is chosen beforehand: the button alone does not answer.
    analyst.main.get_by_role("button", name=READ_SO).click()
    expect(analyst.main.get_by_role("alert")).to_contain_text("Några frågor är inte besvarade.")
    expect(items(analyst)).to_have_count(0)

    answer(analyst, {WHICH: "Sjuktal"})
    expect(items(analyst).first).to_have_text("4 nya värden")
    expect(questions(analyst)).to_have_count(0)
    assert [row[1:] for row in shown(analyst, "Det här ändras")] == [
        ["Kvinnor", "2023", "–", "5,5"], ["Kvinnor", "2024", "–", "6,5"],
        ["Män", "2023", "–", "3,25"], ["Män", "2024", "–", "4,25"],
    ]  # fmt: skip
    enter_name(analyst)
    acknowledge(analyst)
    store(analyst)

    upload(analyst, "sjukfrånvaro 2025.csv", NEXT.encode())
    expect(items(analyst)).to_have_text(["2 nya värden", "0 ändrade värden", "2 värden är som förut"])
    expect(questions(analyst)).to_have_count(0)
    assert analyst.complaints == []


def with_preview(reader, name, value):
    """An analyst before the difference that a value of their own would make."""
    reader.open("ladda-upp?data=verkliga")
    upload(reader, "utfall.csv", f"nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2025;K;{value}\n".encode())
    expect(items(reader).first).to_be_visible()
    enter_name(reader, name)
    return reader


def difference(reader):
    counted = [item.inner_text() for item in items(reader).all()]
    return counted, [row[1:] for row in shown(reader, "Det här ändras")]


def held(app):
    """What is stored of what they upload."""
    return [figure[-1] for figure in published(app) if figure[:4] == ("halsosamtal", "0023", "K", "2025")]


def test_of_two_at_once_the_second_is_shown_the_new_difference(used_app, read):
    anna, bo = (with_preview(read(used_app), *each) for each in (("Anna", "21,5"), ("Bo", "22,5")))
    assert difference(anna) == (["Ett nytt värde", *REST], [["Kvinnor", "2025", "–", "21,5"]])
    assert difference(bo) == (["Ett nytt värde", *REST], [["Kvinnor", "2025", "–", "22,5"]])
    store(anna)

    bo.main.get_by_role("button", name=STORE).click()
    expect(bo.main.get_by_role("alert")).to_contain_text(
        "Någon annan har ändrat uppgifterna sedan skillnaden visades, så inget är sparat."
    )
    bo.settle()
    assert difference(bo) == (
        ["0 nya värden", "Ett ändrat värde", "0 värden är som förut"], [["Kvinnor", "2025", "21,5", "22,5"]]
    )  # fmt: skip
    assert held(used_app) == [21.5]

    store(bo)
    expect(bo.main.get_by_role("alert")).to_have_count(0)
    assert held(used_app) == [22.5]
    assert anna.complaints == bo.complaints == []
