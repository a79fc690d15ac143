"""Tells a pasted conversation from a message; cheap, since every message passes here."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from assistant.guideline import Role
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_ROW = re.compile(
    r"^[ \t]*(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+)?([^\W\d][^:\n]{0,30}?)[ \t]*:[ \t]*\S", re.M
)
_LEAST_ROWS = 3
_HEAD = 20_000  # characters in which a conversation shows itself
_OPENING = 200  # characters before the first turn in which somebody says who they were


class Pasted(NamedTuple):
    """A conversation to debrief; ``text`` is empty when only announced, ``role`` None when not told."""

    text: str
    role: Role | None


class _Cues(Strict):
    announced: list[str]
    roles: dict[Role, list[str]]
    inline: str


def pasted(message: str) -> Pasted | None:
    """The conversation that a message holds or announces; None for any other message."""
    announced = next((match for cue in _announced() if (match := cue.match(message))), None)
    if announced is None and not _is_conversation(message[:_HEAD]):
        return None
    body = _on_rows(message[announced.end() if announced else 0 :])
    first = _first_turn(body)
    opening = (announced.group() if announced else "") + " " + body[:first][:_OPENING]
    return Pasted(body[first:].strip() if first or announced else body, _role_in(opening))


def _is_conversation(text: str) -> bool:
    """Whether two names keep coming back before a colon."""
    text = text if text.lstrip()[:1] not in "{[" else ""
    speakers = Counter(name.lower() for name in _ROW.findall(_on_rows(text))).most_common(2)
    counts = [count for _, count in speakers]
    return len(counts) == 2 and sum(counts) > _LEAST_ROWS and min(counts) > 1


def _first_turn(body: str) -> int:
    """Where the first turn of the two who speak most begins."""
    matches = list(_ROW.finditer(body[:_HEAD]))
    names = Counter(match.group(1).lower() for match in matches)
    speakers = {name for name, _ in names.most_common(2)}
    return next((match.start() for match in matches if match.group(1).lower() in speakers), 0)


def _on_rows(text: str) -> str:
    """The text with each turn on a row of its own: a chat box may have made it all one row."""
    if text.count("\n") > 1:
        return text
    return _inline().sub(r"\n\1", text)


def _role_in(opening: str) -> Role | None:
    low = opening.lower()
    found: list[Role] = [
        role for role, patterns in _cues().roles.items() if any(re.search(cue, low) for cue in patterns)
    ]
    return found[0] if len(found) == 1 else None


@cache
def _announced() -> list[re.Pattern[str]]:
    return [re.compile(rf"\W*(?:{cue})", re.I) for cue in _cues().announced]


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(_cues().inline, re.I)


@cache
def _cues() -> _Cues:
    return read_table(KNOWLEDGE / "cues" / "pasted.toml", _Cues)
