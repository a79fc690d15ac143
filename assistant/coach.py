"""The front desk: one message in, one Reply out."""

import datetime
from collections.abc import Iterator

from assistant import guidance
from assistant.conversation import Conversation, Language, Reply
from assistant.messages import cleaned
from assistant.passages import passages
from assistant.pasted import Pasted, pasted
from assistant.phrases import guidance_phrases
from assistant.reading.language import language_of
from assistant.reading.text import words
from assistant.routing import small_talk
from assistant.voice import Piece, Turned, Voice, said
from assistant.voice.choice import voice as chosen_voice
from assistant.voice.phrasebook import Phrasebook

_HEAD = 2000
"""Characters of a pasted conversation that tell its language."""


class Coach:
    """Answers messages; keeps nothing between them."""

    def __init__(self, features: bool = True, voice: Voice | None = None) -> None:
        """Without ``features`` every message is a question for the guidance.

        The voice is the one that the settings name, unless given.
        """
        self._voice = voice or chosen_voice()
        self._features = features

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
        if not self._voice.host:
            yield from self._said(message, conversation, language, today)
            return
        from assistant import consent  # only what may leave this machine needs it

        tongue: Language = "en" if language_of(message[:_HEAD], default=language or "nl") == "en" else "nl"
        passed = consent.consider(message, conversation, self._voice.host, tongue)
        if isinstance(passed, Reply):
            yield passed
            return
        coach = self if passed.with_model else Coach(self._features, Phrasebook())
        for reply in coach._said(passed.message, conversation, language, today):
            yield reply.model_copy(update={"state": reply.state | passed.state()})

    def _said(
        self,
        message: str,
        conversation: Conversation,
        language: Language | None,
        today: datetime.date | None,
    ) -> Iterator[Reply]:
        """The reply as it grows, once the message may be used."""
        paste = pasted(message) if self._features else None
        asked = "" if paste else cleaned(message)
        spoken = language_of(asked or message[:_HEAD], default=language or _language_before(conversation))
        tongue: Language = "en" if spoken == "en" else "nl"
        reply, pieces = (
            self._debriefed(paste, conversation, tongue)
            if paste
            else self._turn(asked, conversation, tongue, spoken == "other", today)
        )
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
        if not self._features:
            return self._guided(asked, conversation, language, foreign)
        from assistant import rehearsal_desk, smart_desk  # a question on the command line never waits

        def guided(question: str) -> Turned:
            return self._guided(question, conversation, language, foreign)

        def smart(text: str) -> Turned | None:
            return smart_desk.turn(text, conversation, language, today or datetime.date.today(), self._voice)

        def explained(passage: str, question: str) -> Turned:
            about = guidance.decide_on(passages()[passage], question, conversation, language)
            return self._answered(about, conversation)

        front = rehearsal_desk.Front(self._voice, guided, explained, smart)
        turned = rehearsal_desk.turn(asked, conversation, language, front) or smart(asked)
        if turned:
            return turned
        answered = smart_desk.resumed(guided(asked), conversation, self._voice)
        return rehearsal_desk.resumed(answered, conversation, language)

    def _debriefed(self, paste: Pasted, conversation: Conversation, language: Language) -> Turned:
        """The debrief of a conversation that was pasted."""
        from assistant import debrief_desk

        return debrief_desk.turn(paste, conversation, language, self._voice)

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
        return (
            self._answered(decision, conversation)
            if decision.chosen
            else (nothing_known, self._voice.answer(decision, conversation))
        )

    def _answered(self, decision: guidance.Decision, conversation: Conversation) -> Turned:
        reply = Reply(text="", language=decision.language, sources=decision.sources())
        return reply, self._voice.answer(decision, conversation)


def _grown(reply: Reply, piece: Piece) -> Reply:
    """A reply with a piece more, or with one in place of all before it."""
    text = piece.text if piece.afresh else reply.text + piece.text
    made = piece.made._asdict() | {"notice": piece.made.notice or reply.notice}
    sources = reply.sources if piece.sources is None else list(piece.sources)
    return reply.model_copy(update={"text": text, "sources": sources, **made})


def _language_before(conversation: Conversation) -> Language:
    return conversation.turns[-1].reply.language if conversation.turns else "nl"
