"""The phrasebook's words, kept as data in knowledge/phrases/*.toml."""

import re
from functools import cache
from typing import Annotated

from pydantic import Field

from assistant.conversation import Language
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

Lines = Annotated[list[str], Field(min_length=1)]


class Cued(Strict):
    """Lines to say when a message holds one of the cues; cues are in lower case, without punctuation."""

    cues: Lines
    nl: Lines
    en: Lines

    def lines(self, language: Language) -> list[str]:
        """What to say in this language."""
        return self.nl if language == "nl" else self.en

    def heard_in(self, plain: str) -> bool:
        """Whether a cue stands in a text made plain by ``plainly``."""
        return any(f" {cue} " in f" {plain} " for cue in self.cues)


class Frame(Strict):
    """What is said around an answer, in one language."""

    yes: str
    no: str
    actions: Lines
    list: Lines
    both: str
    care: Lines
    abstain: Lines
    abstain_help: str
    unclear: str
    other_language: str
    nothing_said: str
    suggestions: Lines


class GuidancePhrases(Strict):
    """The file knowledge/phrases/guidance.toml."""

    nl: Frame
    en: Frame
    feelings: list[Cued]
    smalltalk: list[Cued]

    def frame(self, language: Language) -> Frame:
        """The frame in this language."""
        return self.nl if language == "nl" else self.en


@cache
def guidance_phrases() -> GuidancePhrases:
    """The words around an answer, read once."""
    return read_table(KNOWLEDGE / "phrases" / "guidance.toml", GuidancePhrases)


def plainly(text: str) -> str:
    """A message in lower case without punctuation, the way cues are written."""
    return " ".join(re.findall(r"[^\W_]+(?:['’+-][^\W_]+)*", text.lower())).replace("’", "'")


def pick(lines: list[str], seed: str) -> str:
    """One of the lines: always the same for the same seed, so that an answer can be repeated."""
    return lines[sum(seed.encode()) % len(lines)]
