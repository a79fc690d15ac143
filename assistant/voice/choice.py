"""Which voice speaks: a language model where the settings name one, the phrasebook otherwise."""

from assistant.model import model
from assistant.voice import Voice
from assistant.voice.phrasebook import Phrasebook


def voice() -> Voice:
    """The voice of this process."""
    named = model()
    if named is None:
        return Phrasebook()
    from assistant.voice.language_model import LanguageModel

    return LanguageModel(named)
