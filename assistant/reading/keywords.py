"""The person's own key words, cut so that a sentence can safely be built around them."""

import re
from functools import cache

from assistant.conversation import Language
from assistant.reading.text import sentences, words
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_SUFFIXES = (
    "ing",
    "ingen",
    "heid",
    "heden",
    "tie",
    "ties",
    "teit",
    "ment",
    "schap",
    "sme",
    "ploeg",
    "dienst",
    "rooster",
)
_SWAP = {"mijn": "jouw", "m'n": "jouw", "je": "mijn", "jouw": "mijn"}
_DETERMINER = re.compile(
    r"(?<!\w)(de|het|mijn|m'n|je|jouw|onze|ons|die|dat|deze|dit) (?:([a-zà-ü]+e) )?([a-zà-ü'-]+)(?!\w)", re.I
)
_DETERMINER_EN = re.compile(r"(?<!\w)(the|my|your|our) ([a-z'-]+(?: [a-z'-]+)?)(?!\w)", re.I)
_SWAP_EN = {"my": "your", "your": "my", "our": "our", "the": "the"}
_CLAUSE = re.compile(r"[^,;:.!?()\"“”<>{}\[\]]+")
_JOINER = re.compile(r"^(?:en|maar|want|dus|of|and|but|so|because)\s+(?:dan\s+)?", re.I)
_MIN, _MAX = 3, 14


class _Lists(Strict):
    nouns: frozenset[str]
    nouns_en: frozenset[str]
    adjectives: frozenset[str]
    never: frozenset[str]


@cache
def _lists() -> _Lists:
    return read_table(KNOWLEDGE / "cues" / "nouns.toml", _Lists)


def noun_phrase(text: str, language: Language) -> str | None:
    """A noun phrase of the person, turned to the listener ('mijn rooster' gives 'jouw rooster').

    Only words known to be nouns count, so a miss is likelier than a wrong cut.
    """
    if language == "en":
        return _english_phrase(text)
    for match in reversed(list(_DETERMINER.finditer(text))):
        determiner, adjective, noun = match.group(1).lower(), match.group(2), match.group(3)
        if not _is_noun(noun) or (adjective and adjective.lower() not in _lists().adjectives):
            continue
        middle = f"{adjective.lower()} " if adjective else ""
        return f"{_SWAP.get(determiner, determiner)} {middle}{noun}"
    return None


def clause(text: str) -> str | None:
    """A verbatim clause of three to fourteen words to quote back, the fullest one; never a question."""
    if "<" in text or "{" in text:
        return None
    found = [
        _JOINER.sub("", piece.group().strip())
        for sentence in sentences(text)
        if not sentence.text.endswith("?")
        for piece in _CLAUSE.finditer(sentence.text)
    ]
    fitting = [piece for piece in found if _MIN <= len(words(piece)) <= _MAX]
    return max(fitting, key=lambda piece: min(len(words(piece)), 9), default=None)


def _english_phrase(text: str) -> str | None:
    for match in reversed(list(_DETERMINER_EN.finditer(text))):
        nouns = match.group(2).split()
        if len(nouns) == 2 and all(noun.lower() in _lists().nouns_en for noun in nouns):
            return f"{_SWAP_EN[match.group(1).lower()]} {' '.join(nouns)}"
        if nouns[0].lower() in _lists().nouns_en:
            return f"{_SWAP_EN[match.group(1).lower()]} {nouns[0]}"
    return None


def _is_noun(word: str) -> bool:
    low = word.lower()
    return low in _lists().nouns or (len(low) > 5 and low.endswith(_SUFFIXES) and low not in _lists().never)
