"""An agreement in a model's words: every part that is known stays, and nothing comes in."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.agreement import Draft
from assistant.conversation import Language
from assistant.faithfulness import content
from assistant.model import Model, Trouble
from assistant.prompts import prompt
from assistant.reading.agreements import SLOTS, Slot
from assistant.reading.language import language_of
from assistant.reading.questions import is_negated
from assistant.reading.text import words
from assistant.tracing import untraced
from assistant.voice import Made, Said
from assistant.voice.notices import notice

_TOKENS = 300
_VERBATIM: tuple[Slot, ...] = ("who", "measure", "deadline")
_KEPT = 0.6  # share of the content of the other slots that has to stay
_LONGER = 1.5  # times as many words as the phrasebook needs
_HOLE = re.compile(r"\[[^\]]*\]")
_LANGUAGES: dict[Language, str] = {"nl": "Nederlands", "en": "Engels"}
_SLOT_NAMES: dict[Slot, str] = {
    "who": "wie",
    "what": "wat",
    "measure": "meetbaar",
    "deadline": "wanneer",
    "consent": "akkoord",
    "feasibility": "haalbaar",
}

Fault = Literal["invented", "lost", "holes", "misquoted", "turned_around", "too_long", "language"]


class Worded(BaseModel):
    """What the model gives: the agreement, and where in it each part stands (verbatim, or null)."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=800)
    who: str | None
    what: str | None
    measure: str | None
    deadline: str | None
    consent: str | None
    feasibility: str | None


def model_agreement(draft: Draft, text: str, model: Model) -> Said:
    """The agreement in the model's words, or ``text`` (the phrasebook's) when those fail a check."""
    known = {_SLOT_NAMES[slot]: words for slot in SLOTS if (words := draft.known(slot))}
    asked = prompt("agreement", language=_LANGUAGES[draft.language], known=known, draft=text)
    try:
        worded = model.structured(asked, Worded, _TOKENS)
    except Trouble as trouble:
        return Said(text, made=Made(notice=notice(trouble.failure, draft.language)))
    if fault_in_agreement(worded, draft, text):
        return Said(text, made=Made(replaced=1))
    return Said(worded.text.strip(), made=Made("language_model", model.name, asked.digest))


def fault_in_agreement(worded: Worded, draft: Draft, text: str) -> Fault | None:
    """What is wrong with a rewritten agreement; None when it says the same as ``text``."""
    given = [draft.source, text, *(answer.words for answer in draft.answers.values())]
    checks: tuple[tuple[Fault, bool], ...] = (
        ("too_long", not 0 < len(words(worded.text)) <= _LONGER * len(words(text)) + 1),
        ("language", language_of(worded.text, default=draft.language) != draft.language),
        ("holes", sorted(_HOLE.findall(worded.text)) != sorted(_HOLE.findall(text))),
        ("invented", bool(untraced(worded.text, given)) or not _known_share(worded.text, given)),
        ("lost", any(_lost(slot, worded.text, draft) for slot in SLOTS)),
        ("misquoted", any(_misquoted(slot, worded, draft) for slot in SLOTS)),
        ("turned_around", is_negated(worded.text) != is_negated(text)),
    )
    return next((fault for fault, found in checks if found), None)


def _known_share(text: str, given: list[str]) -> bool:
    """Whether nearly all content was given: an agreement has no room for more."""
    told, known = content(text), frozenset().union(*map(content, given))
    return len(told - known) <= max(1, len(told) // 5)


def _lost(slot: Slot, text: str, draft: Draft) -> bool:
    said = draft.known(slot)
    if said is None:
        return False
    if slot in _VERBATIM:
        return said.casefold().strip(" .") not in text.casefold()
    wanted = content(said)
    return len(wanted & content(text)) < _KEPT * len(wanted)


def _misquoted(slot: Slot, worded: Worded, draft: Draft) -> bool:
    """Whether a part is said to stand where it does not, or to be known where it is not."""
    quote: str | None = getattr(worded, slot)
    if draft.known(slot) is None:
        return bool(quote) and not _HOLE.search(quote or "")
    return quote is None or quote not in worded.text
