"""The short line under a reply in which the language model had no part after all."""

from functools import cache
from typing import Literal

from assistant.conversation import Language
from assistant.model import Failure
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

Reason = Failure | Literal["unsound"]
"""``unsound``: too much of what it said failed the checks."""


class _Notices(Strict):
    nl: dict[Reason, str]
    en: dict[Reason, str]


def notice(reason: Reason, language: Language) -> str:
    """Why the phrasebook speaks, in one or two short sentences."""
    return (_notices().nl if language == "nl" else _notices().en)[reason]


@cache
def _notices() -> _Notices:
    return read_table(KNOWLEDGE / "phrases" / "model.toml", _Notices)
