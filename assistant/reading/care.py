"""Signs that a rehearsal is no longer one: self-harm, harassment, discrimination, real distress.

Cues are in knowledge/cues/care.toml. This is no diagnosis and no emotion inference: it looks only
for what someone says in words, and only to point at people who can help.
"""

import re
from functools import cache
from typing import Literal, cast, get_args

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

Care = Literal["self_harm", "harassment", "discrimination", "distress"]


class _Figurative(Strict):
    words: list[str]


class _Cues(Strict):
    signs: dict[Care, list[str]]
    figurative: _Figurative


def needs_care(text: str) -> Care | None:
    """The gravest sign in a text; None for none, and for plain exaggeration."""
    plain = text.replace("’", "'")
    found = {kind for kind, cue in _compiled().items() if cue.search(plain)}
    if found == {"distress"} and any(word in plain.lower() for word in _cues().figurative.words):
        return None
    return next((cast(Care, kind) for kind in get_args(Care) if kind in found), None)


@cache
def _cues() -> _Cues:
    return read_table(KNOWLEDGE / "cues" / "care.toml", _Cues)


@cache
def _compiled() -> dict[Care, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.I) for kind, cues in _cues().signs.items()
    }
