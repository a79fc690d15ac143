"""The built-in voice: words a decision with phrases of ours. No model, no key, no network."""

from collections.abc import Iterator

from assistant.conversation import Language
from assistant.guidance import Chosen, Decision
from assistant.phrases import Cued, Frame, guidance_phrases, pick, plainly

NAME = "phrasebook"


class Phrasebook:
    """See ``assistant.voice.Voice``."""

    name = NAME

    def answer(self, decision: Decision) -> Iterator[str]:
        """The answer in pieces, the sentence that answers first."""
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

    def small_talk(self, talk: Cued, message: str, language: Language) -> Iterator[str]:
        """A normal reply to a greeting, thanks and the like."""
        yield pick(talk.lines(language), message)


def _passage(chosen: Chosen, frame: Frame) -> Iterator[str]:
    if chosen.verdict:
        yield f"{frame.yes if chosen.verdict == 'yes' else frame.no} "
    yield " ".join(chosen.lead)
    if chosen.actions:
        labels = frame.list if chosen.passage.front.enumerates else frame.actions
        yield f"\n\n{pick(labels, chosen.passage.id)}\n"
        yield from (f"\n- {action}" for action in chosen.actions)


def _abstention(decision: Decision, frame: Frame) -> str:
    if decision.topic is None:
        return frame.unclear
    return " ".join([decision.topic.point(decision.language), frame.abstain_help])


def _kindness(decision: Decision) -> str | None:
    """A kind first sentence for someone who names a feeling."""
    plain = plainly(decision.question)
    heard = next((feeling for feeling in guidance_phrases().feelings if feeling.heard_in(plain)), None)
    return pick(heard.lines(decision.language), decision.question) if heard else None
