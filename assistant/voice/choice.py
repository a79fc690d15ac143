"""Which voice speaks: a language model where the settings name one, the phrasebook otherwise."""

from assistant.model import Loading, model
from assistant.voice import Voice
from assistant.voice.phrasebook import Phrasebook

_LONGEST_LOAD = 300  # seconds


def voice(patient: bool = False) -> Voice:
    """The voice of this process.

    Args:
        patient: waits for a model of one's own to be loaded; without it the phrasebook speaks till then.

    Raises:
        PersonError: the settings name a model file that can't be served.
    """
    named = model()
    if named is None:
        return Phrasebook()
    if patient and isinstance(named, Loading):
        named.wait(_LONGEST_LOAD)
    from assistant.voice.language_model import LanguageModel

    return LanguageModel(named)
