from xml.etree import ElementTree

from assistant.debrief import debrief
from assistant.debrief_pictures import rules_table, turns_picture
from assistant.transcripts import Line

LINES = [
    Line(
        speaker="manager",
        text="<script>alert(1)</script> We hebben een uur om je jaar te bespreken. Hoe ging het?",
    ),
    Line(
        speaker="employee", text="Goed & druk. Ik ben trots op de nieuwe lijn, want die draaide in zes weken."
    ),
]


def test_picture_is_well_formed_and_tells_the_shares() -> None:
    found = debrief(LINES, "manager")
    root = ElementTree.fromstring(turns_picture(found, LINES))
    texts = [element.text or "" for element in root.iter()]
    assert any("2 beurten" in text for text in texts)
    bars = [e for e in root.iter("{http://www.w3.org/2000/svg}rect") if e.find("{*}title") is not None]
    assert len(bars) == len(LINES)


def test_table_has_every_rule_and_no_markup_from_people() -> None:
    found = debrief(LINES, "manager")
    table = rules_table(found)
    assert table.count("<tr class=") == len(found.findings)
    assert "<script>" not in table + turns_picture(found, LINES)
    assert len(list(ElementTree.fromstring(table).iter("th"))) == 4 + len(found.findings)


def test_a_conversation_without_words_can_be_drawn() -> None:
    silent = [Line(speaker="manager", text="…")]
    ElementTree.fromstring(turns_picture(debrief(silent, "employee", "en"), silent, "en"))
