"""All files of a result at once, for who can hand them over: the page."""

import datetime
from typing import NamedTuple

from assistant.agreement import SmartResult
from assistant.exports.calendar import as_calendar
from assistant.exports.plain import as_json, as_markdown, as_text
from assistant.exports.shareable import shareable
from assistant.exports.word import as_word


class Files(NamedTuple):
    """The same agreements in each form."""

    word: bytes
    calendar: bytes
    json: bytes
    text: str
    markdown: str


def files_of(result: SmartResult, today: datetime.date) -> Files:
    """The files, made in memory, without what is private; ``today`` is the date that they bear."""
    shared = shareable(result)
    stamp = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    return Files(
        word=as_word(shared, today),
        calendar=as_calendar(shared, today, stamp),
        json=as_json(shared).encode(),
        text=as_text(shared),
        markdown=as_markdown(shared),
    )
