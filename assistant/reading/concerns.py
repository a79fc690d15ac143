"""What does not belong in an agreement (health, pregnancy, religion …), recognised by its words."""

import re
from functools import cache
from typing import NamedTuple

from assistant.reading.text import Span
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class _Kind(Strict):
    id: str
    words: list[str]
    work: list[str]


class _Kinds(Strict):
    concerns: list[_Kind]


class Concern(NamedTuple):
    """A kind of concern and the words that raise it."""

    kind: str
    span: Span


def concerns_in(text: str, *files: str) -> list[Concern]:
    """The concerns of a text, each kind once, in the order in which they appear.

    Words about the work itself ("de salarisadministratie", "zwangere cliënten") raise none. ``files`` in
    knowledge/ hold the kinds and their words, concerns.toml where none is named; a kind may be in several.
    """
    found = []
    for kind, words, work in _patterns(files or ("concerns.toml",)):
        about_work = [match.span() for match in work.finditer(text)]
        for match in words.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in about_work):
                found.append(Concern(kind, Span(match.group(), match.start(), match.end())))
                break
    return sorted(found, key=lambda concern: concern.span.start)


@cache
def _patterns(files: tuple[str, ...]) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    kinds = [kind for file in files for kind in read_table(KNOWLEDGE / file, _Kinds).concerns]
    patterns = []
    for name in dict.fromkeys(kind.id for kind in kinds):
        same = [kind for kind in kinds if kind.id == name]
        words, work = ([word for kind in same for word in getattr(kind, key)] for key in ("words", "work"))
        patterns.append((name, _any(words), _any(work)))
    return patterns


def _any(patterns: list[str]) -> re.Pattern[str]:
    if not patterns:
        return re.compile(r"(?!)")  # matches nothing, where no pattern at all would match everywhere
    return re.compile(
        "|".join(rf"(?<!\w)(?:{pattern.replace(' ', chr(92) + 's+')})(?!\w)" for pattern in patterns), re.I
    )
