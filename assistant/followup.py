"""Understands a question that leans on the one before, without a model."""

import re
from typing import NamedTuple

from assistant.conversation import Conversation
from assistant.phrases import plainly
from assistant.reading.text import words

# The whole message: it only makes sense with the question before.
_MORE = re.compile(
    r"^(?:(?:en|maar|ja|ok|oke|oké|and|but|so|yes) )*(?:waarom(?: dan| is dat| eigenlijk)?(?: zo)?|hoezo(?: dan)?|hoe(?: dan| doe ik dat"
    r"| moet dat| bedoel je(?: dat)?)?|wat bedoel je(?: daarmee)?|leg(?: dat| eens)* uit|kun je dat uitleggen|vertel(?: me)?(?: er)? meer"
    r"(?: over)?|meer(?: uitleg| info| hierover| daarover)?|(?:heb je|geef|kun je|kan je)?(?: eens| me)?(?: een)? voorbeeld(?:en)?(?: geven| dan)?"
    r"|wat nog meer|wat dan|en dan|en verder|verder|why(?: is that| so| not)?|how(?: so| do i do that| come)?|tell me more|more"
    r"|(?:can you )?explain(?: that)?|(?:an |give me an )?examples?|what do you mean|what else|go on)$"
)
_LEANS = re.compile(
    r"^(?:en|maar|dus|of|oké maar|ok maar|and|but|so|or|what about|how about|wat met|hoe zit het met)\b"
    r"|\b(?:dat|dit|die|daar\w*|hier\w*|er\w{0,5}|dan|ze|hij|hem|zoiets|that|this|it|then|those|they|them)\b",
    re.I,
)
_SHORT = 9  # words; a longer message stands by itself


class InContext(NamedTuple):
    """What to look up: the question, the earlier one it leans on, and whether it just wants more of the same."""

    question: str
    context: str | None = None
    wants_more: bool = False


def in_context(message: str, conversation: Conversation) -> InContext:
    """The message as it is meant after what was asked before."""
    before = _question_before(conversation)
    if before is None:
        return InContext(message)
    if wants_more(message):
        return InContext(before, wants_more=True)
    if len(words(message)) <= _SHORT and _LEANS.search(message):
        return InContext(message, context=before)
    return InContext(message)


def wants_more(message: str) -> bool:
    """Whether a message only makes sense with what was said before: "waarom?", "wat bedoel je?", "vertel meer"."""
    return bool(_MORE.match(plainly(message)))


def _question_before(conversation: Conversation) -> str | None:
    """The last question that was answered from the guidance and could stand by itself."""
    answered = [turn.person for turn in conversation.turns if turn.reply.sources]
    return next((question for question in reversed(answered) if not wants_more(question)), None)
