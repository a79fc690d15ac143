"""Files: opened again with a parser that did not make them."""

import datetime
import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
import vobject
from docx import Document

from assistant.exports.calendar import as_calendar
from assistant.exports.plain import as_json, as_markdown, as_text
from assistant.exports.word import as_word
from assistant.guideline import guideline
from assistant.smart import rewrite

TODAY = datetime.date(2027, 1, 11)
STAMP = datetime.datetime(2027, 1, 11, 9, 30, tzinfo=datetime.UTC)
RESULT = rewrite("Tom belt drie klanten over zes weken. Ik maak het rooster; de é|komma, telt.", TODAY)


def events(file: bytes) -> list[dict[str, str]]:
    """A small reader of RFC 5545 of our own: unfolds lines, splits properties, unescapes text."""
    lines = file.decode("utf-8").replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name and not line.startswith("END"):
            found[-1][name] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return found


def test_calendar() -> None:
    file = as_calendar(RESULT, TODAY, STAMP)
    assert file.startswith(b"BEGIN:VCALENDAR\r\n") and file.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    deadline, check_in = events(file)
    assert deadline["DTSTART;VALUE=DATE"] == "20270222"
    assert deadline["DTEND;VALUE=DATE"] == "20270223"
    assert deadline["DTSTAMP"] == "20270111T093000Z"
    weeks = datetime.timedelta(weeks=guideline().check_in.first_after_weeks)
    assert check_in["DTSTART;VALUE=DATE"] == f"{TODAY + weeks:%Y%m%d}"
    assert "é|komma, telt" in check_in["DESCRIPTION"] or "rooster" in check_in["DESCRIPTION"]


def test_another_library_reads_the_calendar() -> None:
    calendar = vobject.readOne(as_calendar(RESULT, TODAY, STAMP).decode("utf-8"))
    deadline, check_in = calendar.vevent_list
    assert deadline.dtstart.value == datetime.date(2027, 2, 22)
    assert check_in.dtstart.value == TODAY + datetime.timedelta(weeks=guideline().check_in.first_after_weeks)
    assert "Tom" in deadline.summary.value
    assert calendar.validate()


def test_calendar_again_has_the_same_events() -> None:
    later = STAMP + datetime.timedelta(days=1)
    uids = [[event["UID"] for event in events(as_calendar(RESULT, TODAY, stamp))] for stamp in (STAMP, later)]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0])


def test_word() -> None:
    file = as_word(RESULT, TODAY)
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        ElementTree.fromstring(parts.read("word/document.xml"))
    document = Document(io.BytesIO(file))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Gelezen en herkend" in text and "Check-in: 22-02-2027" in text
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0][1:3] == ["Wie", "Wat"]
    assert rows[1][1] == "Tom" and rows[1][4] == "over zes weken (22-02-2027)"


def test_text_markdown_and_json() -> None:
    assert as_text(RESULT).startswith("1. Tom belt drie klanten over zes weken.")
    assert "S M (A) (R) T" in as_text(RESULT)
    assert as_markdown(RESULT).startswith("## 1\n")
    assert json.loads(as_json(RESULT))["agreements"][0]["slots"]["who"]["value"] == "Tom"


@pytest.mark.parametrize(
    "text", ["Tom belt \x00\x0b\ud800 Mo.", "Tom belt <script>alert(1)</script> Mo & Els.", "Tom belt 😀 Mo."]
)
def test_odd_characters_break_no_file(text: str) -> None:
    result = rewrite(text, TODAY)
    assert as_word(result, TODAY) and as_calendar(result, TODAY, STAMP) and as_markdown(result)
