"""Whether an action is one that an outsider could see or check, and if not, which words make it vague."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.reading.grammar import Word, verb_lemma, words_of
from assistant.reading.lexicon import agreement_words, listed
from assistant.reading.text import Span


class Observed(NamedTuple):
    """The verdict on an action; ``vague`` are the words that make it vague, None when it is not."""

    observable: bool
    vague: Span | None


_SUBORDINATE = re.compile(
    r"(?:^|[\s,])(?:als|wanneer|omdat|voordat|nadat|zodra|terwijl|doordat|zoals|zodat|opdat|if|when|because|before\s+(?:he|she|they|i|we)"
    r"|so\s+that|while)\s[^,;.]*",
    re.I,
)
_ENSURE = re.compile(
    r"\b(?:zorg(?:t|en)?|zie(?:t|n)?|ensures?|makes?\s+sure)\s+(?:er\s*(?:voor|op)?\s*)?(?:toe\s+)?(?:dat|that)\b",
    re.I,
)
_CONJUNCTS = re.compile(r"\s+(?:en|and)\s+|;")
_PARTICLES = listed(
    "af op aan uit in mee na bij voor door toe terug weg over om samen vast neer rond na stil"
)
_NEGATED = re.compile(r"\b(?:niet|geen|no|not|any)\b", re.I)
_DIRECTIONS = listed("omlaag omhoog down up")
_GOES = re.compile(
    r"\bga(?:at|an)?\b.*\b(?:in\s+gesprek|langs|mee|op\s+bezoek|op\s+(?:cursus|training|stage|pad)|naar\s+(?:de|het|een))\b",
    re.I,
)
_STOP = listed(
    "de het een er nog over met aan voor naar van in op om te bij dat dit die zich haar zijn hun mijn "
    "ons onze jouw je hem hen ze zij hij wij we ik wat ook dan wel heel erg graag allebei beiden beide "
    "samen elkaar weer al zo echt gewoon steeds vaak altijd goed the a an to of for with in on at his "
    "her our their my your it this that very really both always also will best"
)


def observe(
    text: str, span: Span, skip: Sequence[Span], measured: bool, changed: bool, language: str
) -> Observed:
    """The verdict on the action in ``span``.

    Args:
        text: the whole text.
        span: where the agreement stands.
        skip: its subject, terms and vague times: no part of the action.
        measured: whether a figure or a frequency stands with it, which makes a thin verb checkable.
        changed: whether it says from what to what, which makes any result checkable.
        language: of the text.
    """
    action = _blank(text, span, skip)
    parts = [part for part in _CONJUNCTS.split(action) if part.strip()]
    verdicts = [_observe_part(part, measured, language) for part in parts]
    known = [verdict for verdict in verdicts if verdict is not None]
    if any(verdict == "" for verdict in known) or (changed and known):
        return Observed(True, None)
    vague = next((verdict for verdict in known if verdict), "")
    where = re.search(rf"(?<!\w){re.escape(vague)}", text[span.start : span.end], re.I) if vague else None
    found = Span(where.group(), span.start + where.start(), span.start + where.end()) if where else None
    return Observed(False, found)


def _blank(text: str, span: Span, skip: Sequence[Span]) -> str:
    action = list(text[span.start : span.end])
    for piece in skip:
        for at in range(max(0, piece.start - span.start), min(len(action), piece.end - span.start)):
            action[at] = " "
    plain = _ENSURE.sub(" ", "".join(action))
    return _SUBORDINATE.sub(" ", plain).strip(" .!,;:")


def _observe_part(part: str, measured: bool, language: str) -> str | None:
    """Empty when a part says something one can see, its vague words if not, None when it says nothing."""
    words = words_of(part)
    lemmas = _lemmas(words, language)
    low = {word.low for word in words}
    intended = agreement_words().intentions - ({"dienen"} if "te" not in low else set())
    actions = {name: word for name, word in lemmas.items() if name not in intended}
    if phrase := _vague_verb(words, lemmas):
        return phrase
    if not measured and (word := _comparative(part, words)):
        return word
    if not actions:
        seen = any(word.low in _DIRECTIONS for word in words) or _GOES.search(part)
        return "" if seen else words[-1].text if words else None
    if measured:
        return ""
    return _thin(words, actions)


def _thin(words: Sequence[Word], actions: dict[str, Word]) -> str:
    """Judges an action without a figure: what is left when the verb says little by itself?"""
    lists = agreement_words()
    if set(actions) - lists.empty_verbs - lists.light_verbs:
        return ""
    low = [word.low for word in words]
    vague = next(
        (
            word
            for word in words
            if word.low in lists.vague_words or _without_e(word.low) in lists.vague_words
        ),
        None,
    )
    if vague:
        return vague.text
    said = [word for word in low if word not in _STOP and word not in {w.low for w in actions.values()}]
    if set(actions) & lists.light_verbs and said:
        return ""
    return next(iter(actions.values())).text


def _without_e(word: str) -> str:
    stem = word.removesuffix("e")
    return stem[:-1] + "f" if stem.endswith("v") else stem


def _lemmas(words: Sequence[Word], language: str) -> dict[str, Word]:
    """The verbs of a part by infinitive, with the particle of a separable verb put back ("pakt … op")."""
    found: dict[str, Word] = {}
    particles = [
        word.low for at, word in enumerate(words) if word.low in _PARTICLES and _stands_alone(words, at)
    ]
    for word in words:
        name = verb_lemma(word.low, language)
        if name and not (word.text[0].isupper() and word is not words[0]):
            found.setdefault(name, word)
            for particle in particles:
                found.setdefault(particle + name, word)
    return found


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether a particle closes the clause, or stands before "te": then it belongs to the verb."""
    return at == len(words) - 1 or words[at + 1].low == "te"


def _vague_verb(words: Sequence[Word], lemmas: dict[str, Word]) -> str | None:
    low = {word.low for word in words} | set(lemmas)
    for phrase in agreement_words().vague_verbs:
        parts = phrase.split()
        if all(part in low for part in parts) and any(part in lemmas for part in parts):
            first = next(part for part in parts if part in lemmas)
            if not (first == "oppakken" and low & {"telefoon", "hoorn", "phone"}):
                return lemmas[first].text
    return None


def _comparative(part: str, words: Sequence[Word]) -> str | None:
    for at, word in enumerate(words):
        if not is_comparative(word.low):
            continue
        before = part[max(0, word.start - 40) : word.start]
        only_stopping = word.low in ("meer", "langer", "more", "longer", "verder") and _NEGATED.search(before)
        counted = at + 1 < len(words) and words[at + 1].low in ("dan", "than")
        if not only_stopping and not counted:
            return word.text
    return None


_DEGREE = (
    "iever",
    "ieler",
    "ibeler",
    "abeler",
    "iger",
    "lijker",
    "zamer",
    "gerichter",
    "lozer",
    "ender",
    "eerder",
    "ischer",
)


def is_comparative(word: str) -> bool:
    """Whether a word compares (beter, vaker, flexibelere)."""
    listed = agreement_words().comparatives
    stem = word.removesuffix("e")
    return word in listed or stem in listed or (len(stem) > 6 and stem.endswith(_DEGREE))
