"""Who finds the words: the phrasebook (built in) and, later, a language model."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from assistant.conversation import Language
    from assistant.guidance import Decision
    from assistant.phrases import Cued


class Voice(Protocol):
    """Turns what the rules decided into words, piece by piece; it decides nothing itself."""

    name: str

    def answer(self, decision: "Decision") -> Iterator[str]:
        """The answer to a question, or the abstention."""

    def small_talk(self, talk: "Cued", message: str, language: "Language") -> Iterator[str]:
        """A normal reply to a greeting, thanks and the like."""
