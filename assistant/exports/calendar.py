"""Agreements as an iCalendar file (RFC 5545) that Outlook, Google and Apple open."""

import datetime
import hashlib

from assistant.agreement import Agreement, SmartResult
from assistant.guideline import guideline
from assistant.voice.smart_phrases import smart_phrases

_DAY = datetime.timedelta(days=1)


def as_calendar(result: SmartResult, today: datetime.date, stamp: datetime.datetime) -> bytes:
    """A calendar with each known deadline as an all-day event, and a check-in after some weeks.

    Args:
        result: the agreements.
        today: what the check-in is counted from; how long after it is HR's rule (guideline.toml).
        stamp: when the file is made (DTSTAMP), with a time zone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Gesprekscoach//SMART//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    talk = smart_phrases(result.language).talk
    for agreement in result.agreements:
        if day := agreement.deadline:
            title = talk["calendar_deadline"].format(words=_title(agreement))
            _add_event(calendar, title, agreement.text, day, stamp)
    check_in = guideline().check_in
    day = today + datetime.timedelta(weeks=check_in.first_after_weeks)
    about = "\n".join(f"- {agreement.text}" for agreement in result.agreements)
    _add_event(calendar, talk["calendar_check_in"].format(minutes=check_in.minutes), about, day, stamp)
    return bytes(calendar.to_ical())


def _add_event(
    calendar: object, title: str, about: str, day: datetime.date, stamp: datetime.datetime
) -> None:
    from icalendar import Calendar, Event

    if not isinstance(calendar, Calendar):
        raise TypeError("not a calendar")
    event = Event()
    event.add("uid", _uid(title, about, day))
    event.add("dtstamp", stamp.astimezone(datetime.UTC))
    event.add("summary", title)
    event.add("description", about)
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("transp", "TRANSPARENT")
    calendar.add_component(event)


def _uid(*parts: object) -> str:
    """The same for the same event, so that opening the file twice makes no double."""
    digest = hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()
    return f"{digest[:32]}@gesprekscoach"


def _title(agreement: Agreement) -> str:
    words = agreement.text.split(" [")[0].rstrip(".")
    return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"
