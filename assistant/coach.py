"""The front desk: one message in, one Reply out."""

import datetime
from collections.abc import Iterator

from assistant import guidance
from assistant.conversation import Conversation, Language, Reply
from assistant.messages import cleaned
from assistant.phrases import guidance_phrases
from assistant.reading.language import language_of
from assistant.reading.text import words
from assistant.routing import small_talk
from assistant.voice import Piece, Turned, Voice, said
from assistant.voice.choice import voice as chosen_voice


class Coach:
    """Answers messages; keeps nothing between them."""

    def __init__(self, agreements: bool = True, voice: Voice | None = None) -> None:
        """Without ``agreements`` every message is a question for the guidance.

        The voice is the one that the settings name, unless given.
        """
        self._voice = voice or chosen_voice()
        self._agreements = agreements

    def reply(
        self,
        message: str,
        conversation: Conversation | None = None,
        language: Language | None = None,
        today: datetime.date | None = None,
    ) -> Reply:
        """The whole reply; see ``stream``."""
        *_, last = self.stream(message, conversation, language, today)
        return last

    def stream(
        self,
        message: str,
        conversation: Conversation | None = None,
        language: Language | None = None,
        today: datetime.date | None = None,
    ) -> Iterator[Reply]:
        """The reply as it grows: sources and all else stand from the first one, the text gets longer.

        Args:
            message: what the person typed.
            conversation: what was said before.
            language: of the page; the language of a message goes before it.
            today: what "over zes weken" is counted from; the computer's own date when None.

        Raises:
            PersonError: the message is too long, or announces an agreement and holds none.
        """
        conversation = conversation or Conversation()
        asked = cleaned(message)
        spoken = language_of(asked, default=language or _language_before(conversation))
        tongue: Language = "en" if spoken == "en" else "nl"
        reply, pieces = self._turn(asked, conversation, tongue, spoken == "other", today)
        for piece in pieces:
            yield (reply := _grown(reply, piece))

    def _turn(
        self,
        asked: str,
        conversation: Conversation,
        language: Language,
        foreign: bool,
        today: datetime.date | None,
    ) -> Turned:
        """The reply but for its text, and the pieces of the text, of the feature that it is for."""
        if not self._agreements:
            return self._guided(asked, conversation, language, foreign)
        from assistant import smart_desk  # a question on the command line never waits for it

        turned = smart_desk.turn(asked, conversation, language, today or datetime.date.today(), self._voice)
        return turned or smart_desk.resumed(
            self._guided(asked, conversation, language, foreign), conversation, self._voice
        )

    def _guided(self, asked: str, conversation: Conversation, language: Language, foreign: bool) -> Turned:
        """The reply but for its text, and the pieces of the text."""
        frame = guidance_phrases().frame(language)
        nothing_known = Reply(text="", language=language, abstained=True, suggestions=frame.suggestions[:3])
        if not words(asked):
            return nothing_known, said(frame.nothing_said)
        if talk := small_talk(asked):
            greeting = Reply(text="", language=language, suggestions=frame.suggestions[:3])
            return greeting, self._voice.small_talk(talk, asked, language)
        if foreign:
            return nothing_known, said(frame.other_language)
        decision = guidance.decide(asked, conversation, language)
        if not decision.chosen:
            return nothing_known, self._voice.answer(decision, conversation)
        return Reply(text="", language=language, sources=decision.sources()), self._voice.answer(
            decision, conversation
        )


def _grown(reply: Reply, piece: Piece) -> Reply:
    """A reply with a piece more, or with one in place of all before it."""
    text = piece.text if piece.afresh else reply.text + piece.text
    made = piece.made._asdict() | {"notice": piece.made.notice or reply.notice}
    sources = reply.sources if piece.sources is None else list(piece.sources)
    return reply.model_copy(update={"text": text, "sources": sources, **made})


def _language_before(conversation: Conversation) -> Language:
    return conversation.turns[-1].reply.language if conversation.turns else "nl"
