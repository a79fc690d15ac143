"""Asks first when a message with special personal data would go to a language model on another machine."""

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from assistant.conversation import Conversation, Language, Reply
from assistant.phrases import plainly
from assistant.reading.sensitive import Kind, sensitive
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_KEY = "consent"


class Held(BaseModel):
    """What a conversation remembers: a message that waits, and the kinds that the person agreed to send."""

    message: str | None = None
    agreed: list[Kind] = []


class Passed(NamedTuple):
    """A message that may go on: with the model or without it; ``held`` is what to remember."""

    message: str
    with_model: bool
    held: Held | None = None

    def state(self) -> dict[str, object]:
        """What to add to the reply's state."""
        return {_KEY: self.held.model_dump()} if self.held else {}


def consider(
    message: str, conversation: Conversation, host: str | None, language: Language
) -> Passed | Reply:
    """Lets a message through, or asks about it.

    Args:
        message: what the person typed.
        conversation: what was said before.
        host: the other machine that it would go to; None when it stays here.
        language: for the question.
    """
    held = _held(conversation)
    if host is None:
        return Passed(message, with_model=True)
    if held.message and (answer := _answer(message)):
        agreed = [*held.agreed, *sensitive(held.message)] if answer == "send" else held.agreed
        return Passed(held.message, answer == "send", Held(agreed=agreed))
    kinds = [kind for kind in sensitive(message) if kind not in held.agreed]
    if not kinds:
        return Passed(message, True, Held(agreed=held.agreed) if held.message else None)
    words = _words(language)
    named = ", ".join(words.kinds[kind] for kind in kinds)
    return Reply(
        text=words.warning.format(kinds=named, host=host),
        language=language,
        suggestions=[words.send, words.without],
        state={_KEY: Held(message=message, agreed=held.agreed).model_dump()},
    )


def _answer(message: str) -> str | None:
    said = plainly(message)
    for words in (_words("nl"), _words("en")):
        if said == plainly(words.send):
            return "send"
        if said == plainly(words.without):
            return "without"
    return None


def _held(conversation: Conversation) -> Held:
    try:
        return Held.model_validate(conversation.state.get(_KEY) or {})
    except ValidationError:
        return Held()


class _Words(Strict):
    warning: str
    send: str
    without: str
    kinds: dict[Kind, str]


class _File(Strict):
    nl: _Words
    en: _Words


@cache
def _file() -> _File:
    return read_table(KNOWLEDGE / "phrases" / "consent.toml", _File)


def _words(language: Language) -> _Words:
    return _file().nl if language == "nl" else _file().en
