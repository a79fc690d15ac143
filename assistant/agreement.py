"""The shapes of agreements that travel between reading, voice, page and exports."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from assistant.conversation import Language
from assistant.reading.agreements import Reading, Slot


class Understood(NamedTuple):
    """An answer that fills a slot: the words that count, verbatim, and the day they mean (deadlines only)."""

    words: str
    date: datetime.date | None = None


class Draft(NamedTuple):
    """The decision about one agreement, from which the voice makes its sentences.

    ``answers`` holds what the person said later about a slot; it goes before what the text said.
    """

    source: str
    reading: Reading
    answers: Mapping[Slot, Understood]
    language: Language
    concern: bool

    def known(self, slot: Slot) -> str | None:
        """The words that fill a slot, from an answer or the text."""
        if slot in self.answers:
            return self.answers[slot].words
        if slot == "what" and self.concern:
            return None
        found = getattr(self.reading, slot)
        return str(found.text) if found else None


class SlotValue(BaseModel):
    """A slot that is filled (``value`` and the ``quote`` it rests on) or open (``question``).

    ``reason`` says in a sentence why it counts as known or not.
    """

    model_config = ConfigDict(frozen=True)

    value: str | None = None
    quote: str | None = None
    question: str | None = None
    reason: str = ""


class Deadline(SlotValue):
    """As SlotValue, with the last day that the words allow, where that can be known."""

    date: datetime.date | None = None


class Agreement(BaseModel):
    """One agreement, as the contracts describe it."""

    model_config = ConfigDict(frozen=True)

    original: str
    text: str
    slots: Mapping[Slot, Deadline | SlotValue]
    criteria: dict[str, bool]
    reasons: dict[str, str]
    complete: bool

    def value(self, slot: Slot) -> str:
        """What fills a slot, or the empty string."""
        return self.slots[slot].value or ""

    @property
    def deadline(self) -> datetime.date | None:
        """The day by which it must be done, where that is known."""
        slot = self.slots["deadline"]
        return slot.date if isinstance(slot, Deadline) else None


class Concern(BaseModel):
    """Something that does not belong in an agreement, and what to agree on instead."""

    model_config = ConfigDict(frozen=True)

    kind: str
    message: str
    quote: str


class SmartResult(BaseModel):
    """All agreements of a text.

    ``remark`` is a note about the whole (only one side has something to do); ``untraced`` are tokens of
    the output that do not come from the person: proof that nothing was invented when it is empty.
    """

    model_config = ConfigDict(frozen=True)

    agreements: list[Agreement]
    concerns: list[Concern]
    voice: str = "phrasebook"
    language: Language = "nl"
    remark: str | None = None
    untraced: list[str] = []
