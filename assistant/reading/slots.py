"""Reads the separate slots of one agreement; each is a verbatim span, or None when it is not said."""

import re
from collections.abc import Sequence

from assistant.reading.date_words import any_of
from assistant.reading.dates import Term
from assistant.reading.grammar import Subject, Unit, is_auxiliary
from assistant.reading.lexicon import agreement_words
from assistant.reading.measures import is_product, measure_in
from assistant.reading.observable import observe
from assistant.reading.segments import Segment
from assistant.reading.support import consent_in, means_in
from assistant.reading.text import Span

_EDGE = " \n\t,;.:!"
_EVERYBODY = re.compile(
    r"\b(?:we|wij|ik|hij|zij|ze|allebei|beiden|beide|iedereen|both|everyone|all|i|he|she|they)\b", re.I
)
_MATRIX = re.compile(
    r"^(?:[^.;]{0,60}?\b(?:afspraak|afgesproken|spre(?:ek|ken)\b[^.;]{0,20}?\baf|bedoeling|verwacht(?:en)?|hoop|hopen|doel"
    r"|wens(?:en)?|vind(?:en)?|wil(?:len)?|zou(?:den)?|belangrijk|agreed?|agreement|expect|hope|want|would|goal|plan)\b"
    r"[^.;]{0,40}?\b(?:dat|that)"
    r"|[^.;]{0,30}?\b(?:zou(?:den)?|would)\b[^.;]{0,40}?\b(?:zijn|vinden|be|like\s+it)\s+(?:als|if))\s+",
    re.I,
)
_THAT_IS_IT = re.compile(
    r"^Dat\s+(?P<clause>[^.;]+?)\s+(?:is|was)\s+(?:de\s+afspraak|afgesproken|de\s+bedoeling|het\s+doel)\W*$",
    re.I,
)


def clause_of(text: str, main: Span) -> Span:
    """The part of a sentence that states the agreement, without "We spreken af dat"."""
    if whole := _THAT_IS_IT.match(main.text):
        start = main.start + whole.start("clause")
        return Span(whole["clause"], start, start + len(whole["clause"]))
    start = main.start
    if matrix := _MATRIX.match(main.text):
        start += matrix.end()
    return Span(text[start : main.end], start, main.end)


def who_of(subject: Subject | None, before: Span | None) -> Span | None:
    """A name, a function, or ik/wij; "hij" and "zij" mean whom the text named before, if anybody."""
    if subject is None or subject.unit.kind == "you":
        return None
    if subject.unit.kind == "pronoun":
        return before
    return Span(subject.unit.text, subject.unit.start, subject.unit.end)


def deadline_of(text: str, segment: Segment, terms: Sequence[Term]) -> tuple[Term | None, bool]:
    """The term by which it must be done: an end ("tot en met") before a day, a day before a looser term."""
    inside = [
        t for t in terms if any(s.start <= t.start < s.end for s in (segment.main, *_about(text, segment)))
    ]
    recurs = any(term.kind == "recurrence" for term in inside)
    bounded = [term for term in inside if term.bounded and not _is_service_level(term, inside)]
    ends = [term for term in bounded if re.match(r"(?:tot|t/m|until|till|through)\b", term.text, re.I)]
    days = [term for term in bounded if term.kind == "date"]
    return next(iter(ends or days or bounded), None), recurs


def _is_service_level(term: Term, inside: Sequence[Term]) -> bool:
    """Whether "binnen vijf werkdagen" says how fast each time, not by when."""
    if not re.match(r"(?:binnen|within)\b", term.text, re.I):
        return False
    others = any(other.bounded and other is not term for other in inside)
    return others or any(other.kind == "recurrence" for other in inside)


def _about(text: str, segment: Segment) -> list[Span]:
    """The sentences beside an agreement that are no consent or means, so that their terms are its own."""
    return [
        span
        for span in segment.beside
        if not consent_in(text, span.start, span.end) and not means_in(text, span.start, span.end)
    ]


def measure_of(
    text: str, segment: Segment, clause: Span, terms: Sequence[Term], deadline: Term | None, language: str
) -> Span | None:
    """What makes it measurable, in the agreement itself or in a sentence about it."""
    for span in (clause, *_about(text, segment)):
        if found := measure_in(text, span, terms, deadline, language):
            return found
    return None


def what_of(
    text: str,
    clause: Span,
    subject: Subject | None,
    terms: Sequence[Term],
    measure: Span | None,
    language: str,
) -> tuple[Span | None, Span | None]:
    """The action when an outsider could see or check it; else None and the words that keep it vague."""
    inside = [term for term in terms if clause.start <= term.start < clause.end]
    skip = [Span(term.text, term.start, term.end) for term in inside]
    if subject:
        skip.append(Span(subject.unit.text, subject.unit.start, subject.unit.end))
    if vague_time := vague_time_of(text, clause):
        skip.append(vague_time)
    counted = measure is not None and not is_product(measure.text.split()[-1].lower())
    changed = counted and measure is not None and bool(re.match(r"(?:van|from)\s", measure.text, re.I))
    verdict = observe(text, clause, skip, counted, changed, language)
    if not verdict.observable:
        return None, verdict.vague
    return _action(text, clause, subject, inside), None


def _action(text: str, clause: Span, subject: Subject | None, terms: Sequence[Term]) -> Span:
    """The words of the action: from its verb to the end, without the terms at either edge."""
    start, end = clause.start, clause.end
    if subject and subject.verb:
        start = subject.verb.start
        if is_auxiliary(subject.verb.text):
            start = subject.unit.end if subject.inverted else subject.verb.end
    elif subject and subject.unit.start == clause.start:
        start = subject.unit.end
    trimmed = True
    while trimmed:
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        while start < end and text[start] in _EDGE:
            start += 1
        last = next((term for term in terms if term.end == end and term.start > start), None)
        first = next((term for term in terms if term.start == start and term.end < end), None)
        end = last.start if last else end
        start = first.end if first else start
        trimmed = bool(last or first)
    return Span(text[start:end], start, end)


def vague_time_of(text: str, clause: Span) -> Span | None:
    """Words that sound like a deadline and are none ("zo snel mogelijk")."""
    pattern = rf"(?<!\w){any_of(agreement_words().vague_times)}(?!\w)"
    match = re.compile(pattern, re.I).search(text, clause.start, clause.end)
    return Span(match.group(), match.start(), match.end()) if match else None


def consent_of(text: str, segment: Segment, who: Span | None, units: Sequence[Unit]) -> Span | None:
    """The words in which those who must act agree; somebody else's agreement does not count."""
    for span in (*segment.beside, segment.main):
        found = consent_in(text, span.start, span.end)
        if found and _speaks_for(found, who, units):
            return found
    return None


def _speaks_for(consent: Span, who: Span | None, units: Sequence[Unit]) -> bool:
    named = [unit for unit in units if consent.start <= unit.start < consent.end]
    if not named or who is None or _EVERYBODY.search(consent.text):
        return True
    return any(set(_names(unit.text)) & set(_names(who.text)) for unit in named)


def _names(text: str) -> list[str]:
    articles = ("de", "het", "een", "the", "en", "and", "als", "zijn", "haar", "mijn")
    return [word for word in re.findall(r"[\w-]+", text.lower()) if word not in articles]


def means_of(text: str, segment: Segment) -> Span | None:
    """The words in which time, means or help is named, in a sentence beside the agreement or in itself."""
    for span in (*segment.beside, segment.main):
        if found := means_in(text, span.start, span.end):
            return found
    return None
