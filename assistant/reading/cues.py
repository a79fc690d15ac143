"""Cue phrases from knowledge/cues: how people say the things that the coach listens for.

HR can add a phrase without code. A phrase is a piece of a sentence in which `..` stands for at
most six words, `*` for any ending, `(a|b)` for a choice and `@name` for a class of words.
"""

import re
import unicodedata
from functools import cache

from pydantic import RootModel

from assistant.resources import KNOWLEDGE
from assistant.tables import read_table

_GAP = r"(?:[\s,]+[^\s,.:;!?]+){0,6}?[\s,]+"
_CLASS = re.compile(r"@(\w+)")


class _Table(RootModel[dict[str, dict[str, str | list[str]]]]):
    """The cue file: one table of word classes, and phrases by kind and language."""


def fold(text: str) -> str:
    """The text in lower case, without accents and with straight quotes; of exactly the same length."""
    return "".join(_fold_character(character) for character in text)


@cache
def _fold_character(character: str) -> str:
    if character in "’‘`´":
        return "'"
    return unicodedata.normalize("NFD", character)[0].lower()[0]


def cue(kind: str) -> re.Pattern[str]:
    """All phrases of a kind, in both languages, as one pattern for a folded text.

    Raises:
        KeyError: there is no such kind.
    """
    return _cues()[kind]


def cue_kinds() -> tuple[str, ...]:
    """The names of all kinds, in the order of the file."""
    return tuple(_cues())


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    table = dict(read_table(KNOWLEDGE / "cues" / "turns.toml", _Table).root)
    classes = {name: f"(?:{words})" for name, words in table.pop("words").items()}
    return {
        kind: re.compile(
            "|".join(_pattern(phrase, classes) for many in languages.values() for phrase in many)
        )
        for kind, languages in table.items()
    }


def _pattern(phrase: str, classes: dict[str, str]) -> str:
    """One phrase as a regular expression; blanks match any blank or comma between words."""
    pattern = _CLASS.sub(lambda match: classes[match.group(1)], phrase.strip(" ."))
    pattern = re.sub(r"(?<![)\]\\w.])\*", r"\\w*", re.sub(r"(?<=[a-z])\*", r"\\w*", pattern))
    pattern = pattern.replace(" .. ", _GAP)
    pattern = re.sub(r"(?<=\|\))\s", r"\\s*", pattern)
    pattern = re.sub(r" ", r"[\\s,]+", pattern)
    return rf"(?<![\w'])(?:{pattern})(?!\w)"
