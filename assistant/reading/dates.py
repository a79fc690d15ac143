"""Dates, terms and recurrences in a Dutch or English text, as verbatim spans.

dateparser resolves written-out and numeric dates, dateutil does the calendar arithmetic; what
neither of them understands (kwartaal, medio, week 12, feestdagen, over zes weken) is filled in
by ``assistant.reading.periods``.
"""

import datetime
import re
from typing import Literal, NamedTuple

from assistant.reading.date_words import BEFORE, RECURRING, WHEN
from assistant.reading.periods import period_of

Kind = Literal["date", "term", "recurrence"]

_LOOK_BACK = 40
_DAYS = ("iso", "dmy", "dm", "daymonth", "monthday", "nth", "near", "weekday")
# Only with a word before them that makes them a moment: "in mei", "voor de zomer", "eind 2027".
_BARE = ("month", "season", "feast", "holiday", "year", "dm", "nth")
_ARTICLE = re.compile(r"\b(?:de|het|the)\s+$", re.I)
_END = re.compile(r"(?:tot|t/m|until|till|through)\b", re.I)
_PLANNED = re.compile(
    r"(?:plan|planning|rooster|aanvraag|begroting|doelen|agenda|programma|budget|cijfers)\s+voor\s+$", re.I
)


class Term(NamedTuple):
    """A piece of a text that says when: ``text == source[start:end]``.

    ``date`` is the last day that it allows, None where that cannot be known (the summer holidays
    differ by region). ``bounded`` says that it gives an end: a deadline does; a start ("vanaf 1
    maart"), the past and an endless recurrence do not.
    """

    text: str
    start: int
    end: int
    date: datetime.date | None
    kind: Kind
    bounded: bool


def find_terms(text: str, today: datetime.date) -> list[Term]:
    """The dates, terms and recurrences of a text, in order and without overlap.

    A recurrence with its end right behind it ("elke vrijdag tot en met 30 juni") is one bounded term.
    """
    parts = find_parts(text, today)
    merged: list[Term] = []
    for term in parts:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind == "recurrence"
            and not last.bounded
            and _continues(text[last.end : term.start], term)
        ):
            merged[-1] = Term(
                text[last.start : term.end], last.start, term.end, term.date, "recurrence", True
            )
        else:
            merged.append(term)
    return merged


def find_parts(text: str, today: datetime.date) -> list[Term]:
    """As ``find_terms``, with a recurrence and its end kept apart."""
    recurrences = [
        Term(match.group(), match.start(), match.end(), None, "recurrence", False)
        for match in RECURRING.finditer(text)
    ]
    taken = {position for term in recurrences for position in range(term.start, term.end)}
    moments = [term for match in WHEN.finditer(text) if (term := _term(text, match, today))]
    free = [term for term in moments if term.start not in taken and term.end - 1 not in taken]
    return sorted(recurrences + free, key=lambda term: term.start)


def _term(text: str, match: re.Match[str], today: datetime.date) -> Term | None:
    before = BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    if not _is_moment(text, match, before):
        return None
    try:
        period = period_of(match, today)
    except (ValueError, OverflowError):
        return None
    start = before.start() if before else match.start()
    limit = next((name for name in ("start", "through", "until", "at") if before and before[name]), "at")
    habit = bool(match["weekday"]) and not match["day_which"] and bool(before) and limit == "at"
    planned = limit == "until" and bool(_PLANNED.search(text, max(0, start - _LOOK_BACK), match.start()))
    bounded = limit != "start" and not match["past"] and not habit and not planned
    date = None if period is None else period.first if limit == "until" else period.last
    is_day = any(match[name] for name in _DAYS) or bool(match["next_day"])
    return Term(text[start : match.end()], start, match.end(), date, "date" if is_day else "term", bounded)


def _is_moment(text: str, match: re.Match[str], before: re.Match[str] | None) -> bool:
    """Whether what was matched is used as a moment here, and is no name, time of day or plain number."""
    if match["part"]:
        return True
    if match["current"]:
        return False
    if match["near"]:
        return not re.search(
            r"(?:elke|iedere|'s|’s|de)\s+$", text[max(0, match.start() - 8) : match.start()], re.I
        )
    if (
        match["weekday"]
        and not match["day_which"]
        and _ARTICLE.search(text, max(0, match.start() - 5), match.start())
    ):
        return False
    if match["nth"]:
        return bool(before and before["article"])
    named = match["season"] or match["holiday"] or ""
    if re.match(r"(?:deze|dit|volgende?|komende?|this|next)\b", named, re.I):
        return True
    if match["month"] and match["month"][-4:].isdigit():
        return True
    return bool(before) or not any(match[name] for name in _BARE)


def _continues(between: str, term: Term) -> bool:
    gap = between.strip(" ")
    return (
        term.bounded
        and term.kind != "recurrence"
        and (not gap or (gap == "," and bool(_END.match(term.text))))
    )
