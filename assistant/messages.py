"""What a person typed, made fit to read."""

from assistant.errors import PersonError
from assistant.reading.text import tidy

MESSAGE_LIMIT = 4000
"""Characters; a longer message is refused, since no question needs more."""


def cleaned(message: str) -> str:
    """The message without control characters and needless blanks; PersonError when it is too long."""
    text = tidy(message)
    if len(text) > MESSAGE_LIMIT:
        raise PersonError(
            f"Je bericht is te lang ({len(text)} tekens). Houd het korter dan {MESSAGE_LIMIT} tekens.",
            f"Your message is too long ({len(text)} characters). Keep it under {MESSAGE_LIMIT} characters.",
        )
    return text
