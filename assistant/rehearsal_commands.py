"""Orders and questions meant for the coach, told apart from lines meant for the other one."""

import re
from functools import cache

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_EDGES = " \t\n.!?'\"“”‘’/"

_CALL = re.compile(r"^\s*(?:coach|vraag aan de coach|even uit de rol|out of role)\b[\s,:]*", re.I)


class _Patterns(Strict):
    patterns: list[str]


class _Cues(Strict):
    commands: dict[str, list[str]]
    aside: _Patterns


def command(text: str) -> str | None:
    """The order in a turn (hint, take_back, pause, stop, ...) when it is nothing else."""
    bare = text.strip(_EDGES).lower()
    return next((name for name, cue in _commands().items() if cue.fullmatch(bare)), None)


def is_aside(text: str) -> bool:
    """Whether this is a question about the guidance in the middle of a rehearsal ('mag hij dat vragen?')."""
    return any(cue.search(text.strip().lower()) for cue in _asides())


def without_call(text: str) -> str:
    """The question itself, without the words that call the coach ("coach, mag hij dat vragen?")."""
    return _CALL.sub("", text)


@cache
def _cues() -> _Cues:
    return read_table(KNOWLEDGE / "cues" / "commands.toml", _Cues)


@cache
def _commands() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(f"(?:{cue})" for cue in cues)) for name, cues in _cues().commands.items()
    }


@cache
def _asides() -> list[re.Pattern[str]]:
    return [re.compile(cue) for cue in _cues().aside.patterns]
