"""Turns one message into moments to show: waiting, words that come in, an answer, or a kind refusal."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

from assistant.conversation import Conversation, Language, Reply
from assistant.errors import PersonError
from assistant.web.session import Session
from assistant.web.texts import PageTexts, page_texts
from assistant.web.warmup import WarmUp

_log = logging.getLogger(__name__)
_STEP = 24  # characters; about three words
_PAUSE = 0.02  # seconds
_PACING = 0.5  # seconds in all that an answer may be held back, so that words are seen to come in
_LOOK = 0.3  # seconds between two looks at the warm-up

Stream = Callable[[str, Conversation, Language], Iterator[Reply]]


class Waiting(NamedTuple):
    """Nothing to read yet; ``share`` (0 to 1) is how far the search index is, where known."""

    line: str
    share: float | None = None


class Moment(NamedTuple):
    """What there is to show: one of these fields, and ``done`` with the last ``reply``."""

    waiting: Waiting | None = None
    reply: Reply | None = None
    problem: str | None = None
    done: bool = False


class Answering:
    """Asks the coach once all is loaded."""

    def __init__(self, warm_up: WarmUp, stream: Stream | None = None) -> None:
        self._warm_up = warm_up
        self._stream = stream or _coach_stream

    def moments(self, message: str, session: Session) -> Iterator[Moment]:
        """The moments of one answer, in order; what goes wrong ends in a ``problem``, never an exception."""
        texts = page_texts(session.language)
        if not message.strip():
            yield Moment(problem=texts.blank)
            return
        try:
            yield from self._until_ready(texts)
            yield from self._answer(message, session)
        except PersonError as error:
            yield Moment(problem=error.told_in(_language(session)))
        except Exception as error:
            # Where it went wrong, without the error's own words: those may hold what the person typed.
            _log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            yield Moment(problem=texts.failed)

    def _until_ready(self, texts: PageTexts) -> Iterator[Moment]:
        self._warm_up.start()
        while not self._warm_up.wait(_LOOK):
            yield Moment(waiting=_waiting(self._warm_up, texts))

    def _answer(self, message: str, session: Session) -> Iterator[Moment]:
        last: Reply | None = None
        for reply in _paced(self._stream(message, session.conversation, session.language)):
            last = reply
            yield Moment(reply=reply)
        if last is None:
            raise RuntimeError("the coach said nothing")
        yield Moment(reply=last, done=True)


def _language(session: Session) -> Language:
    """English on the English page, and in a conversation that was last in English."""
    turns = session.conversation.turns
    return turns[-1].reply.language if turns and session.language == "nl" else session.language


def _waiting(warm_up: WarmUp, texts: PageTexts) -> Waiting:
    done, total, repairing = warm_up.indexing
    if total:
        return Waiting(texts.indexing.format(done=done, total=total), done / total)
    return Waiting(texts.repairing if repairing else texts.waking)


def _paced(replies: Iterator[Reply]) -> Iterator[Reply]:
    """The same replies with the text coming in by a few words, within the time for it."""
    shown, patience = 0, _PACING
    for reply in replies:
        while len(reply.text) - shown > _STEP and patience > 0:
            shown = _word_end(reply.text, shown + _STEP)
            yield reply.model_copy(update={"text": reply.text[:shown]})
            time.sleep(_PAUSE)
            patience -= _PAUSE
        shown = len(reply.text)
        yield reply


def _word_end(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if end < 0 else end


def _coach_stream(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
    from assistant.coach import Coach  # after the warm-up, which pays for its imports

    return Coach().stream(message, conversation, language)
