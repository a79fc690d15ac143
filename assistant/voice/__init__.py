"""Who finds the words: the phrasebook (built in) or a language model."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from assistant.conversation import Conversation, Language, Reply, Source

if TYPE_CHECKING:
    from assistant.agreement import Draft
    from assistant.debrief_shapes import Debrief
    from assistant.guidance import Decision
    from assistant.phrases import Cued
    from assistant.rehearsal_state import Decision as Move
    from assistant.rehearsal_state import State
    from assistant.transcripts import Line


class Made(NamedTuple):
    """How words came to be; the fields are those of ``Reply`` with the same names."""

    voice: str = "phrasebook"
    model: str | None = None
    prompt: str | None = None
    notice: str | None = None
    replaced: int = 0


class Piece(NamedTuple):
    """A piece of a reply as it streams.

    ``made`` is how all of it up to here came to be. ``afresh`` says that this piece takes the place of
    what was shown before it: a provider failed half-way, and the phrasebook says it all again.
    ``sources`` are those of the reply from here on; None leaves them as they are.
    """

    text: str
    made: Made = Made()
    afresh: bool = False
    sources: tuple[Source, ...] | None = None


Turned = tuple[Reply, Iterator[Piece]]
"""A reply but for its words, and the words as they come."""


def said(text: str) -> Iterator[Piece]:
    """Words of the built-in voice, in one piece."""
    yield Piece(text)


def framed(before: str, pieces: Iterator[Piece], after: str) -> Iterator[Piece]:
    """The words with others around them, as one reply; a new start keeps what stood before."""
    last = Piece("")
    if before:
        yield Piece(before)
    for last in pieces:
        yield last._replace(text=before + last.text) if last.afresh else last
    if after:
        yield Piece(after, last.made)


class Said(NamedTuple):
    """A line in a rehearsal; ``used`` marks the phrasebook's phrases, so that none comes twice."""

    text: str
    used: tuple[str, ...] = ()
    made: Made = Made()


class Voice(Protocol):
    """Turns what the rules decided into words; it decides nothing itself."""

    name: str
    host: str | None
    """The other machine that it sends texts to; None when all stays here."""

    def answer(self, decision: "Decision", conversation: Conversation) -> Iterator[Piece]:
        """The answer to a question, or the abstention; the conversation is what went before."""

    def small_talk(self, talk: "Cued", message: str, language: Language) -> Iterator[Piece]:
        """A normal reply to a greeting, thanks and the like."""

    def line(self, decision: "Move", state: "State") -> Said:
        """The character's line in a rehearsal."""

    def agreement(self, draft: "Draft", text: str) -> Said:
        """An agreement that the rules wrote as ``text``, in words of this voice."""

    def better_lines(
        self, found: "Debrief", transcript: "Sequence[Line]", language: Language
    ) -> "tuple[Debrief, Made]":
        """The debrief with the better lines in words of this voice."""
