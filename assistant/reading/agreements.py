"""Reads the agreements of a Dutch or English text: six slots each, every one a verbatim span.

What counts as known is fixed in the contracts: who, an observable action, a measure, a deadline,
and consent and feasibility only when they are said in words. Nothing is ever inferred.
"""

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from assistant.reading.dates import Term, find_parts
from assistant.reading.grammar import Subject, Unit, subject_of, units_of
from assistant.reading.segments import Segment, segments_of, without_markup
from assistant.reading.slots import (
    clause_of,
    consent_of,
    deadline_of,
    means_of,
    measure_of,
    vague_time_of,
    what_of,
    who_of,
)
from assistant.reading.support import arranges_means
from assistant.reading.text import Span

Slot = Literal["who", "what", "measure", "deadline", "consent", "feasibility"]
SLOTS: tuple[Slot, ...] = ("who", "what", "measure", "deadline", "consent", "feasibility")


class Reading(NamedTuple):
    """One agreement as it was read.

    ``main`` is its sentence, ``beside`` what is said about it in other sentences, ``clause`` the part
    of ``main`` that states it ("We spreken af dat …" left out). ``vague`` are words without a
    visible action, ``vague_time`` words that sound like a deadline but are none.
    """

    main: Span
    beside: tuple[Span, ...]
    clause: Span
    subject: Subject | None
    who: Span | None
    what: Span | None
    measure: Span | None
    deadline: Term | None
    consent: Span | None
    feasibility: Span | None
    vague: Span | None
    vague_time: Span | None
    recurs: bool


def read_agreements(text: str, today: datetime.date, language: str) -> list[Reading]:
    """The agreements in a text, in order; empty when it holds none."""
    plain = without_markup(text)
    units = units_of(plain, language)
    terms = find_parts(plain, today)
    segments = segments_of(plain, language, units)
    readings: list[Reading] = []
    for segment in segments:
        readings.append(_read(plain, segment, units, terms, language, readings[-1] if readings else None))
    return [_with_means_of_next(plain, reading, readings[at + 1 :]) for at, reading in enumerate(readings)]


def _read(
    text: str,
    segment: Segment,
    units: Sequence[Unit],
    terms: Sequence[Term],
    language: str,
    before: Reading | None,
) -> Reading:
    main = segment.main
    clause = clause_of(text, main)
    subject = subject_of(text, language, clause.start, clause.end, units)
    deadline, recurs = deadline_of(text, segment, terms)
    measure = measure_of(text, segment, clause, terms, deadline, language)
    what, vague = what_of(text, clause, subject, terms, measure, language)
    who = who_of(subject, before.who if before and before.subject else None)
    return Reading(
        main=main,
        beside=segment.beside,
        clause=clause,
        subject=subject,
        who=who,
        what=what,
        measure=measure,
        deadline=deadline,
        consent=consent_of(text, segment, who, units),
        feasibility=means_of(text, segment),
        vague=vague,
        vague_time=vague_time_of(text, clause),
        recurs=recurs,
    )


def _with_means_of_next(text: str, reading: Reading, following: Sequence[Reading]) -> Reading:
    """An agreement of somebody else to arrange time or help is also what makes this one feasible."""
    if reading.feasibility or not following:
        return reading
    after = following[0]
    if after.who is None or (reading.who and after.who.text.lower() == reading.who.text.lower()):
        return reading
    return reading._replace(feasibility=arranges_means(text, after.main.start, after.main.end))
