"""What an answer to a question about an agreement fills in, if anything.

An answer that is vague, a refusal or "weet ik nog niet" fills nothing; nothing is read into it.
"""

import datetime
import re

from assistant.agreement import Understood
from assistant.conversation import Language
from assistant.reading.agreements import Slot
from assistant.reading.dates import Term, find_parts, find_terms
from assistant.reading.grammar import subject_of, units_of, words_of
from assistant.reading.measures import is_product, measure_in
from assistant.reading.observable import observe
from assistant.reading.support import consent_in, is_instruction, means_in
from assistant.reading.text import Span, tidy

_UNKNOWN = re.compile(
    r"^\W*(?:(?:dat\s+|dit\s+)?(?:weet|weten)\s+(?:ik|we|wij)?\s*(?:het\s+|dat\s+)?(?:nog\s+)?niet|geen\s+idee|nog\s+niet(?:\s+bekend)?|onbekend|nvt|n\.v\.t\.?"
    r"|sla\s+(?:dit\s+|deze\s+)?over|overslaan|volgende|later|skip(?:\s+it)?|next|pass|i\s+don'?t\s+know(?:\s+yet)?|don'?t\s+know|no\s+idea|not\s+yet|geen|niets|\?)\W*$",
    re.I,
)
_YES = re.compile(
    r"^\W*(?:ja|jazeker|zeker|klopt|akkoord|yes|yep|sure|agreed|absoluut|eens|helemaal\s+(?:mee\s+)?eens)\b(?!.*\b(?:maar|mits|als|but|if|niet|not)\b)",
    re.I,
)
_EMPTY_HELP = re.compile(
    r"^\W*(?:ja|nee|yes|no|ok(?:é|ay)?|goed|prima|komt\s+goed|lukt\s+(?:wel|vast)|moet\s+(?:lukken|kunnen)|gewoon|zelf|geen\s+probleem|haalbaar|het\s+is\s+haalbaar|will\s+be\s+fine)\b[\s\w]{0,12}\W*$",
    re.I,
)
_NOBODY = re.compile(
    r"^\W*(?:iemand|iedereen|men|niemand|wie\s+er|somebody|someone|everyone|anyone|nobody)\b", re.I
)
_FILLER = re.compile(
    r"^\W*(?:nee|no|sorry|oh|o|eh|hmm|ehm|nou|ja|yes)\b[\s,]*|^\W*(?:het|dat|it)\s+(?:was|is|wordt|moet\s+zijn|moest\s+zijn|should\s+be)\s+(?:toch\s+)?|^\W*(?:doe\s+maar|maak\s+er|ik\s+bedoel(?:de)?|make\s+it|i\s+mean)\s+",
    re.I,
)


def understand(slot: Slot, answer: str, today: datetime.date, language: Language) -> Understood | None:
    """What an answer fills in for a slot; None when it fills nothing."""
    text = tidy(answer).strip()
    if not text or is_unknown(text) or is_instruction(text):
        return None
    if slot == "consent":
        return _consent(text)
    text = _without_filler(text)
    if slot == "deadline":
        return _deadline(text, today)
    if not any(char.isalnum() for char in text):
        return None
    readers = {"who": _who, "what": _what, "measure": _measure, "feasibility": _feasibility}
    found = readers[slot](text, today, language)
    return Understood(found) if found else None


def within(slot: Slot, action: str, today: datetime.date, language: Language) -> Understood | None:
    """The figure or the term that an answered action names by itself ("elke maandag drie klanten bellen")."""
    terms = find_parts(action, today)
    bounded = next((term for term in terms if term.bounded), None)
    if slot == "deadline":
        return Understood(bounded.text, bounded.date) if bounded else None
    found = measure_in(action, Span(action, 0, len(action)), terms, bounded, language)
    return Understood(found.text) if found else None


def named_in(action: str, language: Language) -> Understood | None:
    """The person or function that an answered action has for its subject ("Tom volgt een cursus")."""
    subject = subject_of(action, language, 0, len(action), units_of(action, language))
    if subject is None or subject.unit.kind not in ("name", "function") or subject.unit.start > 0:
        return None
    return Understood(subject.unit.text) if subject.verb else None


def is_recurring(words: str, today: datetime.date) -> bool:
    """Whether words name a recurrence ("elke maandag")."""
    return any(term.kind == "recurrence" for term in find_parts(words, today))


def is_unknown(answer: str) -> bool:
    """Whether somebody says that they do not know yet, or wants to skip the question."""
    return bool(_UNKNOWN.match(answer))


def _without_filler(text: str) -> str:
    for _ in range(3):
        text = _FILLER.sub("", text, count=1)
    return text.strip(" .,;!")


def _consent(text: str) -> Understood | None:
    if _YES.match(text) or consent_in(text, 0, len(text)):
        return Understood(text.strip(" .!"))
    return None


def _deadline(text: str, today: datetime.date) -> Understood | None:
    """A bounded term, also when it is answered without its preposition ("mei", "zes weken", "1 maart")."""
    for before in ("", "vóór ", "over ", "in ", "vóór de ", "aanstaande "):
        for term in find_terms(before + text, today):
            if term.bounded:
                return Understood(_words(text, term, len(before)), term.date)
    return None


def _words(text: str, term: Term, shift: int) -> str:
    return text[max(0, term.start - shift) : term.end - shift].strip()


def _who(text: str, today: datetime.date, language: Language) -> str | None:
    if _NOBODY.match(text):
        return None
    units = [unit for unit in units_of(text, language) if unit.kind != "pronoun"]
    if units:
        return units[0].text if units[0].kind != "you" else None
    words = words_of(text)
    return text if 1 <= len(words) <= 4 and not re.search(r"\b(?:niet|geen|not)\b", text, re.I) else None


def _what(text: str, today: datetime.date, language: Language) -> str | None:
    whole = Span(text, 0, len(text))
    terms = find_parts(text, today)
    measure = measure_in(text, whole, terms, None, language)
    skip = [Span(unit.text, unit.start, unit.end) for unit in units_of(text, language)]
    skip += [Span(term.text, term.start, term.end) for term in terms]
    counted = measure is not None and not is_product(measure.text.split()[-1].lower())
    verdict = observe(text, whole, skip, counted, False, language)
    thing = any(is_product(word.low) or word.low.endswith(_LEARNING) for word in words_of(text))
    return (
        text
        if verdict.observable
        or (thing and verdict.vague is None)
        or (thing and _only_noun(verdict.vague, text))
        else None
    )


_LEARNING = (
    "cursus",
    "training",
    "opleiding",
    "workshop",
    "stage",
    "gesprek",
    "course",
    "workshop",
    "internship",
    "meeting",
)


def _only_noun(vague: Span | None, text: str) -> bool:
    """Whether an answer is a bare noun ("een cursus Excel"), which is vague only for want of a verb."""
    return vague is not None and vague.end >= len(text.rstrip(" ."))


def _measure(text: str, today: datetime.date, language: Language) -> str | None:
    whole = Span(text, 0, len(text))
    if measure_in(text, whole, find_parts(text, today), None, language):
        return text
    if any(is_product(word.low) for word in words_of(text)):
        return text
    verdict = observe(text, whole, [], False, False, language)
    return text if verdict.observable and len(words_of(text)) > 2 else None


def _feasibility(text: str, today: datetime.date, language: Language) -> str | None:
    if _EMPTY_HELP.match(text) or re.search(r"\b(?:niets|niks|nothing)\b", text, re.I):
        return None
    if means_in(text, 0, len(text)) or measure_in(text, Span(text, 0, len(text)), [], None, language):
        return text
    return text if len(words_of(text)) >= 2 or units_of(text, language) else None


_CORRECTION = re.compile(
    r"^\W*(?:nee|no|sorry|oh|o|pardon|correctie|foutje|wacht|wait)\b[\s,:]*(?:nee\b[\s,]*|no\b[\s,]*)?(?:het|dat|it|ik|i|maar|but|doe|maak|toch|\d|niet|not|op|vóór|voor|by)\b"
    r"|^\W*(?:ik\s+bedoel(?:de)?|i\s+mean(?:t)?|maak\s+er|make\s+it|verander|wijzig|change)\b",
    re.I,
)
_REFUSAL = re.compile(
    r"^\W*(?:nee|neen|no|nope|niet|liever\s+niet)\b|\b(?:niet|geen|not|n't)\b[^.]{0,30}\b(?:eens|akkoord|agree)|\b(?:niet|not)\s+(?:mee\s+)?(?:eens|akkoord)\b",
    re.I,
)
_STOP = re.compile(
    r"^\W*(?:stop(?:pen)?(?:\s+(?:maar|nu|please|ermee))?|ik\s+wil\s+(?:nu\s+)?stoppen|(?:laat|hou)\s+maar(?:\s+(?:op|zitten))?|i\s+want\s+to\s+stop|klaar|ik\s+ben\s+klaar|genoeg|einde|afronden|done|finish(?:ed)?|that'?s\s+all|dat\s+was\s+het)\W*$",
    re.I,
)


def is_correction(message: str) -> bool:
    """Whether somebody takes back something said before ("nee, het was 15 maart")."""
    return bool(_CORRECTION.match(message))


def is_refusal(message: str) -> bool:
    """Whether somebody says that there is no consent."""
    return bool(_REFUSAL.search(message))


def is_stop(message: str) -> bool:
    """Whether somebody wants to end the questions."""
    return bool(_STOP.match(message))
