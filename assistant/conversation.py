"""The shapes that travel between page, coach and features; all of them serialisable to JSON."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]
Feature = Literal["guidance", "smart", "rehearsal", "debrief"]


class Source(BaseModel):
    """A passage that an answer rests on.

    ``quote`` and ``spans`` (all that the answer uses) are verbatim from the passage in the answer's
    language; ``score`` is a cosine (0 to 1).
    """

    passage: str
    title: str
    quote: str
    score: float
    spans: list[str] = []


class Reply(BaseModel):
    """What the coach says to one message.

    While it streams, ``text`` grows and everything else already stands. ``card`` is what a
    feature shows beside the conversation (an agreement, a phase, a debrief), ``notice`` a short
    line about how the reply came to be, ``suggestions`` what the person might say next, ``state``
    what features want to remember after this turn. ``voice`` found the words; when that was a
    language model, ``model`` is its name, ``prompt`` the digest of the prompt's files and ``replaced``
    how many of its sentences the checks held back.
    """

    text: str
    feature: Feature = "guidance"
    language: Language = "nl"
    voice: str = "phrasebook"
    model: str | None = None
    prompt: str | None = None
    replaced: int = 0
    abstained: bool = False
    sources: list[Source] = []
    card: dict[str, Any] | None = None
    suggestions: list[str] = []
    notice: str | None = None
    state: dict[str, Any] = {}


class Turn(BaseModel):
    """One message of the person and what the coach replied."""

    person: str
    reply: Reply


class Conversation(BaseModel):
    """Everything the coach remembers. It lives with the person (browser, file), never on the server.

    ``state`` holds each feature's own state under its name, in that feature's own shape.
    """

    model_config = ConfigDict(frozen=True)

    turns: list[Turn] = []
    state: dict[str, Any] = {}

    def add(self, person: str, reply: Reply, **state: Any) -> "Conversation":
        """A conversation with one turn more; what reply and ``state`` hold replaces what was known."""
        turns = [*self.turns, Turn(person=person, reply=reply)]
        return Conversation(turns=turns, state={**self.state, **reply.state, **state})

    def without_last_turn(self) -> "Conversation":
        """The conversation before its last turn, with what was remembered then."""
        state: dict[str, Any] = {}
        for turn in self.turns[:-1]:
            state |= turn.reply.state
        return Conversation(turns=self.turns[:-1], state=state)
