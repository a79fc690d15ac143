"""Just enough Dutch and English grammar to see who is the subject of a sentence and what the verb is.

Dutch puts the finite verb second: the subject stands right before it, or right behind it when
something else comes first. That, and a dictionary of lemmas, is all that is used.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from assistant.reading.lexicon import is_word, lemma, listed
from assistant.reading.names import TOKEN, find_people

UnitKind = Literal["name", "function", "self", "pronoun", "you"]


class Word(NamedTuple):
    """A word of a text with its place."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Unit(NamedTuple):
    """Who a sentence can be about: one person, or several with "en" between them."""

    text: str
    start: int
    end: int
    kind: UnitKind
    plural: bool


class Subject(NamedTuple):
    """The subject of a clause and its finite verb; ``inverted`` when the verb comes first."""

    unit: Unit
    verb: Word | None
    inverted: bool


_PRONOUNS: dict[str, UnitKind] = {
    "ik": "self", "wij": "self", "we": "self", "i": "self",
    "hij": "pronoun", "zij": "pronoun", "ze": "pronoun", "he": "pronoun", "she": "pronoun", "they": "pronoun",
    "jij": "you", "je": "you", "u": "you", "jullie": "you", "you": "you",
}  # fmt: skip
_PLURAL = frozenset(("wij", "we", "they", "jullie"))
_PREPOSITIONS = listed(
    "voor vóór met van aan bij door naar over tegen op uit tot via zonder namens onder onze for with to "
    "of by from about against at on behind without"
)
_FINITE = listed(
    "is ben bent was zijn waren heeft heb hebt hebben had gaat ga gaan ging zal zult zullen zou zouden "
    "moet moeten moest mag mogen mocht kan kunnen kunt kon wil wilt willen wou wordt word worden werd "
    "doet doe doen komt laat ziet staat staan will would should shall must can could may might is are was "
    "has have had does do needs wants"
)
_AUXILIARY = listed(
    "gaat ga gaan zal zult zullen zou zouden moet moeten mag mogen kan kunnen kunt wil wilt willen "
    "probeert probeer proberen hoeft dient blijft wordt worden word heeft heb hebben is zijn will would "
    "should shall must can could may might has have tries try needs need wants want is are going"
)
_BETWEEN = listed("er zich dan ook nu daarom self zelf also then")
_NOT_VERBS = listed("het dit dat wat met tot niet uit laat-st best eerst laatst vast last not at")
_JOIN = re.compile(r"\s*(?:,|en|and|&|als|as\s+well\s+as)\s+$", re.I)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two places of a text."""
    matches = TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Word(m.group().rstrip("'’"), m.start(), m.start() + len(m.group().rstrip("'’"))) for m in matches]


def units_of(text: str, language: str) -> list[Unit]:
    """The people, functions and personal pronouns of a text, coordinated ones together."""
    found = [Unit(p.text, p.start, p.end, p.kind, False) for p in find_people(text, language)]
    taken = {position for unit in found for position in range(unit.start, unit.end)}
    for word in words_of(text):
        kind = _PRONOUNS.get(word.low)
        if kind and word.start not in taken and word.text != "i":
            found.append(Unit(word.text, word.start, word.end, kind, word.low in _PLURAL))
    return _joined(text, sorted(found, key=lambda unit: unit.start))


def _joined(text: str, units: Sequence[Unit]) -> list[Unit]:
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        between = text[last.end : unit.start] if last else ""
        together = last and len(between) < 12 and _JOIN.fullmatch(between) and between.strip() != ","
        if last and together and last.kind not in ("pronoun", "you") and unit.kind != "pronoun":
            joined[-1] = Unit(text[last.start : unit.end], last.start, unit.end, last.kind, True)
        else:
            joined.append(unit)
    return joined


def subject_of(text: str, language: str, start: int, end: int, units: Sequence[Unit]) -> Subject | None:
    """The subject of the clause between two places; None when nobody is named as one."""
    words = words_of(text, start, end)
    found = [(score, -unit.start, subject) for unit in units if start <= unit.start < end
             for score, subject in [_as_subject(words, unit, units, language)] if score]  # fmt: skip
    if found:
        return max(found, key=lambda item: item[:2])[2]
    agents = [
        unit for unit in units if start <= unit.start < end and _word_before(words, unit) in ("door", "by")
    ]
    if agents:
        return Subject(agents[0], None, False)
    opening = [unit for unit in units if unit.start == (words[0].start if words else -1)]
    if not opening:
        return None
    after = [word for word in words if word.start >= opening[0].end]
    return Subject(opening[0], _last_verb(after, opening[0], language), False)


def _word_before(words: Sequence[Word], unit: Unit) -> str:
    return next((word.low for word in reversed(words) if word.end <= unit.start), "")


def _as_subject(
    words: Sequence[Word], unit: Unit, units: Sequence[Unit], language: str
) -> tuple[int, Subject]:
    """How well a unit stands where a subject would (0: not at all), and its verb."""
    before = [word for word in words if word.end <= unit.start]
    after = [word for word in words if word.start >= unit.end]
    last = before[-1] if before else None
    nobody = Subject(unit, None, False)
    following = _skip(after)
    if last and last.low in _PREPOSITIONS and unit.kind != "self":
        return 0, nobody
    if last and last.low in ("dat", "als", "of", "zodat", "that", "if"):
        verb = _last_verb(after, unit, language)
        return (2, Subject(unit, verb, False)) if verb else (0, nobody)
    preceding = _skip(before[::-1])
    can_invert = preceding and (language == "nl" or preceding.low in _FINITE)
    if (
        preceding
        and can_invert
        and fits(preceding, unit, language)
        and not _has_subject(before, preceding, units)
    ):
        return 4, Subject(unit, preceding, True)
    if following and fits(following, unit, language):
        return 3 if _in_front(before) else 2, Subject(unit, following, False)
    if following and following.low in _PREPOSITIONS | {"uit", "in"} and not before:
        verb = next((word for word in after[2:6] if fits(word, unit, language)), None)
        return (2, Subject(unit, verb, False)) if verb else (0, nobody)
    return 0, nobody


def _has_subject(before: Sequence[Word], verb: Word, units: Sequence[Unit]) -> bool:
    """Whether the verb before a unit has its subject in front already: "Kees belt Mo"."""
    ahead = [word for word in before if word.end <= verb.start]
    unit = next((unit for unit in units if ahead and unit.end == ahead[-1].end), None)
    return unit is not None and _word_before(ahead, unit) not in _PREPOSITIONS


def _in_front(before: Sequence[Word]) -> bool:
    return len(before) < 2 or before[-1].low in ("en", "and", "maar", "but", "dan")


def _skip(words: Sequence[Word]) -> Word | None:
    return next((word for word in words[:3] if word.low not in _BETWEEN), None)


def _last_verb(words: Sequence[Word], unit: Unit, language: str) -> Word | None:
    verbs = [word for word in words if fits(word, unit, language)]
    return verbs[-1] if verbs else None


def fits(word: Word, unit: Unit, language: str) -> bool:
    """Whether a word can be the finite verb with this subject."""
    low = word.low
    if low in _NOT_VERBS or low in _PRONOUNS or low[0].isdigit() or low in _PREPOSITIONS:
        return False
    if low in _FINITE:
        one = unit.kind in ("name", "function", "pronoun") and not unit.plural
        return not (one and language == "nl" and low.endswith(("en", "zijn")))
    if unit.kind == "self" and not unit.plural:
        return word.text.islower() and (language == "en" or not low.endswith("t"))
    if unit.plural or unit.kind == "you":
        return (low.endswith("n") or language == "en" or unit.kind == "you") and is_verb(low, language)
    if language == "en":
        return low.endswith("s") and lemma(low, "en") != low and not low.endswith("'s")
    return low.endswith("t") and is_verb(low, language)


@cache
def is_verb(word: str, language: str) -> bool:
    """Whether a word can be a form of a verb; an unknown Dutch word in -t counts (appt, checkt)."""
    if language == "en":
        return is_word(word, "en")
    base = lemma(word, "nl")
    if base != word and base.endswith("n"):
        return True
    if word.endswith("t") and not is_word(word, "nl"):
        return True
    return word.endswith("n") and base == word and is_word(word, "nl")


@cache
def verb_lemma(word: str, language: str) -> str | None:
    """The infinitive of a verb form, participles included; None when the word is no verb form."""
    if language == "en":
        return lemma(word, "en")
    base = lemma(word, "nl")
    if base.endswith("n") and (base != word or word.endswith("en")):
        return base
    if word.endswith("n") and word in ("gaan", "doen", "zien", "staan", "zijn"):
        return word
    for stem in (word[2:], word[2:-1]) if word.startswith("ge") and len(word) > 5 else (word[:-1],):
        found = lemma(stem, "nl") if len(stem) > 2 else ""
        if found.endswith("en") and word[-1:] in "dtn":
            return found
    return None


def has_finite_helper(words: Sequence[Word]) -> bool:
    """Whether one of the words is a helping verb or another very common finite verb."""
    return any(
        word.low in _FINITE and word.low not in ("gaan", "zijn", "doen", "hebben", "worden", "kunnen")
        for word in words
    )


def is_auxiliary(word: str) -> bool:
    """Whether a finite verb only helps another (gaat, moet, probeert, wordt)."""
    return word.lower() in _AUXILIARY
