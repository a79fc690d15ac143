"""Understands a question that leans on the one before, without a model."""

import re
from typing import NamedTuple

from assistant.conversation import Conversation
from assistant.phrases import plainly
from assistant.reading.text import words

# The whole message: it only makes sense with the question before.
_MORE = re.compile(
    r"""^(?:(?:en|maar|ja|ok|oke|oké|and|but|so|yes)\s)*(?:
      waarom(?:\sdan|\sis\sdat|\seigenlijk)?(?:\szo)?|hoezo(?:\sdan)?
    | hoe(?:\sdan|\sdoe\sik\sdat|\smoet\sdat|\sbedoel\sje(?:\sdat)?)?|wat\sbedoel\sje(?:\sdaarmee)?
    | leg(?:\sdat|\seens)*\suit|kun\sje\sdat\suitleggen
    | vertel(?:\sme)?(?:\ser)?\smeer(?:\sover)?|meer(?:\suitleg|\sinfo|\shierover|\sdaarover)?
    | (?:(?:heb\sje|geef|kun\sje|kan\sje)\s)?(?:eens\s|me\s)?(?:een\s)?voorbeeld(?:en)?(?:\sgeven|\sdan)?
    | wat\snog\smeer|wat\sdan|en\sdan|en\sverder|verder
    | why(?:\sis\sthat|\sso|\snot)?|how(?:\sso|\sdo\si\sdo\sthat|\scome)?|tell\sme\smore|more
    | (?:can\syou\s)?explain(?:\sthat)?|(?:an\s|give\sme\san\s)?examples?
    | what\sdo\syou\smean|what\selse|go\son
    )$""",
    re.VERBOSE,
)
_LEANS = re.compile(
    r"^(?:en|maar|dus|of|oké maar|ok maar|and|but|so|or|what about|how about|wat met|hoe zit het met)\b"
    r"|\b(?:dat|dit|die|daar\w*|hier\w*|er\w{0,5}|dan|ze|hij|hem|zoiets|that|this|it|then|those|they|them)\b",
    re.I,
)
_SHORT = 9  # words; a longer message stands by itself


class InContext(NamedTuple):
    """What to look up: the question, the earlier one it leans on, and whether more of the same is wanted."""

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
    """Whether a message makes sense only with what was said before: "waarom?", "wat bedoel je?"."""
    return bool(_MORE.match(plainly(message)))


def _question_before(conversation: Conversation) -> str | None:
    """The last question that was answered from the guidance and could stand by itself."""
    answered = [turn.person for turn in conversation.turns if turn.reply.sources]
    return next((question for question in reversed(answered) if not wants_more(question)), None)
