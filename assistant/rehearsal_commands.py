"""Orders for the coach, told apart from lines meant for the other one."""

import re
from functools import cache

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_CALL = re.compile(
    r"^\s*(?:(?:hé|hee|hey|hoi|hallo|beste|lieve|zeg|even|dear)[\s,]+)*"
    r"(?:(?:een )?vraag(?:je)? (?:aan|voor) (?:de |mijn |jou,? )?|question for the )?"
    r"(?:gespreks)?coach\b(?:\s*[,:;.!–-]\s*(?=\S)|"
    r"\s+(?=(?:mag|kan|kun|moet|hoe|hoort|wat|is|waarom|wanneer|wie|zou|klopt|help|can|may|what|how|is)\b))"
    r"|^\s*(?:even uit de rol|out of role)\b[\s,:]*"
    r"|,\s*(?:gespreks)?coach(?=\s*[?!.]*\s*$)",
    re.I,
)
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


def without_call(text: str) -> str:
    """A turn without the words that call the coach ("coach, mag hij dat vragen?"); else as it is."""
    rest = _CALL.sub("", text, count=1)
    return rest if rest.strip(_EDGES) else text


def command(text: str) -> str | None:
    """The order in a turn (hint, take_back, pause, stop, ...) when it is nothing else."""
    bare = without_call(text).strip(_EDGES).lower()
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
