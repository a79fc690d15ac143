"""Special categories of personal data in a message (AVG, articles 9 and 10), by their words."""

from typing import Literal, get_args

from assistant.reading.concerns import concerns_in

Kind = Literal["health", "pregnancy", "religion", "union", "origin", "politics", "sexuality", "criminal"]
_FILES = ("concerns.toml", "cues/sensitive.toml")


def sensitive(text: str) -> list[Kind]:
    """The kinds that a message holds, each once."""
    found = [concern.kind for file in _FILES for concern in concerns_in(text, file)]
    return [kind for kind in get_args(Kind) if kind in found]
