"""Which feature a message is for; cheap and without a model."""

import datetime
from typing import NamedTuple

from assistant.conversation import Language
from assistant.phrases import Cued, guidance_phrases, plainly
from assistant.reading.intent import after_announcement, states_agreement
from assistant.reading.questions import asks
from assistant.smart_answers import is_unknown


def small_talk(message: str) -> Cued | None:
    """The small talk that the whole message is, or None: a greeting before a question is not small talk."""
    plain = plainly(message)
    return next((talk for talk in guidance_phrases().smalltalk if plain in talk.cues), None)


class AgreementText(NamedTuple):
    """The text to make SMART, and whether the person asked for that in so many words."""

    text: str
    announced: bool


def agreement_in(message: str, today: datetime.date, language: Language) -> AgreementText | None:
    """The agreement or vague intention that a message is; None for questions, feelings and reports."""
    announced = after_announcement(message)
    if announced is not None:
        return AgreementText(announced, True)
    plain = plainly(message)
    if any(feeling.heard_in(plain) for feeling in guidance_phrases().feelings):
        return None
    return AgreementText(message, False) if states_agreement(message, today, language) else None


def is_aside(message: str) -> bool:
    """Whether a message in a dialogue is no answer to its question: another question, thanks, a greeting.

    "Ja", "nee" and "later" are answers, though alone they would be small talk.
    """
    talk = small_talk(message)
    if talk:
        return not ("ja" in talk.cues or is_unknown(message))
    return asks(message)
