"""Agreements as a Word document, for the report of the conversation."""

import datetime
import io
import re
from typing import TYPE_CHECKING

from assistant.agreement import Agreement, SmartResult
from assistant.exports.plain import letters, slot_words
from assistant.guideline import guideline
from assistant.reading.agreements import SLOTS
from assistant.voice.smart_phrases import smart_phrases

if TYPE_CHECKING:
    from docx.document import Document

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_word(result: SmartResult, today: datetime.date) -> bytes:
    """A .docx with every agreement, a table of their parts, the check-in and lines to sign.

    ``today`` is the date of the document and what the check-in is counted from.
    """
    from docx import Document as new_document
    from docx.enum.section import WD_ORIENT

    document = new_document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    words = smart_phrases(result.language).document
    document.core_properties.title = words["title"]
    document.core_properties.author = ""
    document.core_properties.created = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    document.add_heading(words["title"], level=1)
    document.add_paragraph(words["made_on"].format(date=f"{today:%d-%m-%Y}"))
    for agreement in result.agreements:
        document.add_paragraph(_clean(agreement.text), style="List Number")
    _add_table(document, result)
    document.add_paragraph(words["legend"])
    _add_closing(document, result, today)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: "Document", result: SmartResult) -> None:
    phrases = smart_phrases(result.language)
    table = document.add_table(rows=1, cols=len(SLOTS) + 2, style="Table Grid")
    headings = ["", *(phrases.slots[slot].name for slot in SLOTS), "SMART"]
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for number, agreement in enumerate(result.agreements, start=1):
        for cell, text in zip(table.add_row().cells, _row(number, agreement), strict=True):
            cell.text = _clean(text)


def _row(number: int, agreement: Agreement) -> list[str]:
    return [str(number), *(slot_words(agreement, slot) for slot in SLOTS), letters(agreement)]


def _add_closing(document: "Document", result: SmartResult, today: datetime.date) -> None:
    words = smart_phrases(result.language).document
    check_in = guideline().check_in
    day = today + datetime.timedelta(weeks=check_in.first_after_weeks)
    document.add_paragraph(words["check_in"].format(date=f"{day:%d-%m-%Y}", minutes=check_in.minutes))
    document.add_heading(words["signed"], level=2)
    for line in (words["employee"], words["manager"]):
        document.add_paragraph(f"{line}: ______________________    {words['date']}: ______________")


def _clean(text: str) -> str:
    """Text that XML can hold."""
    return _NOT_XML.sub(" ", text)
