"""Orders for the coach, told apart from lines meant for the other one."""

import re
from functools import cache

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_EDGES = " \t\n.!?'\"“”‘’/"


class Patterns(Strict):
    """Regular expressions; one that matches is enough."""

    patterns: list[str]

    def found(self, text: str) -> bool:
        """Whether one of them stands in the folded text."""
        return any(re.search(pattern, text.strip().lower()) for pattern in self.patterns)


class _Cues(Strict):
    commands: dict[str, list[str]]
    aside: Patterns
    pointing: Patterns


def command(text: str) -> str | None:
    """The order in a turn (hint, take_back, pause, stop, ...) when it is nothing else."""
    bare = text.strip(_EDGES).lower()
    return next((name for name, cue in _commands().items() if cue.fullmatch(bare)), None)


@cache
def command_cues() -> _Cues:
    """The cues of knowledge/cues/commands.toml."""
    return read_table(KNOWLEDGE / "cues" / "commands.toml", _Cues)


@cache
def _commands() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(f"(?:{cue})" for cue in cues))
        for name, cues in command_cues().commands.items()
    }
