"""Has the agreements of a result worded by the voice, once each; what was worded before is kept."""

from collections.abc import Mapping, Sequence

from assistant.agreement import Draft, SmartResult
from assistant.voice import Made, Voice

Words = Mapping[str, str]
"""The phrasebook's text of an agreement to the text that is shown for it."""


def worded(
    result: SmartResult, drafts: Sequence[Draft], voice: Voice, known: Words | None = None
) -> tuple[SmartResult, dict[str, str], Made]:
    """The result in the voice's words, all words so far, and how the new ones came to be."""
    kept, made, agreements = dict(known or {}), Made(), []
    for draft, agreement in zip(drafts, result.agreements, strict=True):
        text = kept.get(agreement.text)
        if text is None:
            text, _, made = voice.agreement(draft, agreement.text)
            if made.model or made.replaced:  # after a failure of the provider it is tried again
                kept[agreement.text] = text
        agreements.append(agreement.model_copy(update={"text": text}))
    spoken = "language_model" if any(text != told for text, told in kept.items()) else result.voice
    return result.model_copy(update={"agreements": agreements, "voice": spoken}), kept, made
