"""Which feature a message is for; cheap and without a model."""

from assistant.phrases import Cued, guidance_phrases, plainly


def small_talk(message: str) -> Cued | None:
    """The small talk that the whole message is, or None: a greeting before a question is not small talk."""
    plain = plainly(message)
    return next((talk for talk in guidance_phrases().smalltalk if plain in talk.cues), None)
