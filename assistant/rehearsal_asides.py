"""Questions for the coach in the middle of a rehearsal, and what they are about."""

import re

from assistant.rehearsal_commands import command_cues

_CALL = re.compile(r"^\s*(?:coach|vraag aan de coach|even uit de rol|out of role)\b[\s,:]*", re.I)


def is_aside(text: str) -> bool:
    """Whether this is a question about the guidance in the middle of a rehearsal ('mag hij dat vragen?')."""
    return command_cues().aside.found(text)


def without_call(text: str) -> str:
    """The question itself, without the words that call the coach ("coach, mag hij dat vragen?")."""
    return _CALL.sub("", text)


def points_at_line(text: str) -> bool:
    """Whether the question names nothing itself, and is about what the character just said."""
    return command_cues().pointing.found(text)
