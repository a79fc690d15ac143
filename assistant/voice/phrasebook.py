"""The built-in voice: words a decision with phrases of ours. No model, no key, no network."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.conversation import Conversation, Language
from assistant.phrases import Cued, Frame, guidance_phrases, pick, plainly
from assistant.voice import Made, Piece, Said

if TYPE_CHECKING:
    from assistant.agreement import Draft
    from assistant.debrief_shapes import Debrief
    from assistant.guidance import Chosen, Decision
    from assistant.rehearsal_state import Decision as Move
    from assistant.rehearsal_state import State
    from assistant.transcripts import Line

NAME = "phrasebook"


class Phrasebook:
    """See ``assistant.voice.Voice``."""

    name = NAME
    host: str | None = None

    def answer(self, decision: "Decision", conversation: Conversation) -> Iterator[Piece]:
        """The answer in pieces, the sentence that answers first."""
        return map(Piece, _answer(decision))

    def small_talk(self, talk: Cued, message: str, language: Language) -> Iterator[Piece]:
        """A normal reply to a greeting, thanks and the like."""
        yield Piece(pick(talk.lines(language), message))

    def line(self, decision: "Move", state: "State") -> Said:
        """The character's line in a rehearsal."""
        from assistant.voice.rehearsal import speak  # a question on the command line never waits for it

        return Said(*speak(decision, state))

    def agreement(self, draft: "Draft", text: str) -> Said:
        """The agreement as the rules wrote it: those are this voice's words already."""
        return Said(text)

    def better_lines(
        self, found: "Debrief", transcript: "Sequence[Line]", language: Language
    ) -> "tuple[Debrief, Made]":
        """The debrief as it is: its better lines are this voice's already."""
        return found, Made()


def _answer(decision: "Decision") -> Iterator[str]:
    frame = guidance_phrases().frame(decision.language)
    if not decision.chosen:
        yield _abstention(decision, frame)
        return
    if kind := _kindness(decision):
        yield f"{kind} "
    if decision.scope == "care":
        yield f"{pick(frame.care, decision.question)} "
    for number, chosen in enumerate(decision.chosen):
        yield "\n\n" if number else ""
        yield from _passage(chosen, frame)


def _passage(chosen: "Chosen", frame: Frame) -> Iterator[str]:
    if chosen.verdict:
        yield f"{frame.yes if chosen.verdict == 'yes' else frame.no} "
    yield " ".join(chosen.lead)
    if chosen.actions:
        labels = frame.list if chosen.passage.front.enumerates else frame.actions
        yield f"\n\n{pick(labels, chosen.passage.id)}\n"
        yield from (f"\n- {action}" for action in chosen.actions)


def _abstention(decision: "Decision", frame: Frame) -> str:
    if decision.topic is None:
        return frame.unclear
    return " ".join([decision.topic.point(decision.language), frame.abstain_help])


def _kindness(decision: "Decision") -> str | None:
    """A kind first sentence for someone who names a feeling."""
    plain = plainly(decision.question)
    heard = next((feeling for feeling in guidance_phrases().feelings if feeling.heard_in(plain)), None)
    return pick(heard.lines(decision.language), decision.question) if heard else None
