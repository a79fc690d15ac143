"""No file carries what is private, in whatever part of an agreement it was written."""

import datetime
import io

import pytest
from docx import Document
from icalendar import Calendar

from assistant.exports.files import files_of
from assistant.smart import rewrite

TODAY = datetime.date(2027, 1, 11)


def everything(text: str, answers: dict[str, str]) -> str:
    """All words of all files, the packed ones opened."""
    files = files_of(rewrite(text, TODAY, answers), TODAY)
    document = Document(io.BytesIO(files.word))
    words = [paragraph.text for paragraph in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    events = Calendar.from_ical(files.calendar).walk("VEVENT")
    words += [f"{event['SUMMARY']} {event['DESCRIPTION']}" for event in events]
    return "\n".join([*words, files.json.decode(), files.text, files.markdown])


@pytest.mark.parametrize(
    ("text", "answers", "private"),
    [
        ("Tom moet minder ziek zijn vóór 1 mei.", {}, "ziek"),
        (
            "Tom belt drie klanten vóór 1 mei.",
            {"feasibility": "hij heeft hulp bij zijn depressie"},
            "depressie",
        ),
        ("Tom belt drie klanten vóór 1 mei. Hij krijgt tijd vrij voor zijn burn-out.", {}, "burn-out"),
        ("Michelle gaat met haar depressie naar de huisarts, binnen twee weken.", {}, "depressie"),
    ],
)
def test_no_file_holds_what_is_private(text: str, answers: dict[str, str], private: str) -> None:
    found = everything(text, answers)
    assert private not in found
    assert "Tom" in found or "Michelle" in found


def test_what_is_not_private_stays() -> None:
    found = everything("Tom belt drie klanten vóór 1 mei.", {"feasibility": "een uur per week"})
    assert found.count("een uur per week") >= 3 and found.count("drie klanten") >= 4
