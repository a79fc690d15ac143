"""The voice of a language model: its words where the checks let them through, the phrasebook's elsewhere."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.conversation import Conversation, Language
from assistant.model import Model
from assistant.phrases import Cued
from assistant.voice import Made, Piece, Said
from assistant.voice.phrasebook import Phrasebook

if TYPE_CHECKING:
    from assistant.agreement import Draft
    from assistant.debrief_shapes import Debrief
    from assistant.guidance import Decision
    from assistant.rehearsal_state import Decision as Move
    from assistant.rehearsal_state import State
    from assistant.transcripts import Line

NAME = "language_model"


class LanguageModel:
    """See ``assistant.voice.Voice``. Each feature's part is imported when it first speaks."""

    name = NAME

    def __init__(self, model: Model) -> None:
        self._model = model
        self.host = None if model.local else model.host
        self._phrasebook = Phrasebook()

    def answer(self, decision: "Decision", conversation: Conversation) -> Iterator[Piece]:
        """The answer in the model's words; abstentions and what fails the checks in the phrasebook's."""
        if not decision.chosen:
            return self._phrasebook.answer(decision, conversation)
        from assistant.voice.model_answer import model_answer

        return model_answer(decision, conversation, self._model, self._phrasebook)

    def small_talk(self, talk: Cued, message: str, language: Language) -> Iterator[Piece]:
        """The phrasebook's: a greeting is not worth a call."""
        return self._phrasebook.small_talk(talk, message, language)

    def line(self, decision: "Move", state: "State") -> Said:
        """The character's line in the model's words, or the phrasebook's when it fails the checks twice."""
        from assistant.voice.model_line import model_line

        return model_line(decision, state, self._model)

    def agreement(self, draft: "Draft", text: str) -> Said:
        """The agreement in the model's words, where nothing is lost and nothing comes in."""
        from assistant.voice.model_agreement import model_agreement

        return model_agreement(draft, text, self._model)

    def better_lines(
        self, found: "Debrief", transcript: "Sequence[Line]", language: Language
    ) -> "tuple[Debrief, Made]":
        """The debrief with the model's better lines, where they do what the rule asks for."""
        from assistant.voice.model_better import with_better_lines

        return with_better_lines(found, transcript, language, self._model)
