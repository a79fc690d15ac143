"""Questions for the coach in the middle of a rehearsal, and what they are about."""

from assistant.rehearsal_commands import command_cues, without_call


def is_aside(text: str) -> bool:
    """Whether this is for the coach: it is called, or asked about the guidance ('mag hij dat vragen?')."""
    return without_call(text) != text or command_cues().aside.found(text)


def points_at_line(text: str) -> bool:
    """Whether the question names nothing itself, and is about what the character just said."""
    return command_cues().pointing.found(text)
