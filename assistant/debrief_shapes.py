"""The shapes of a debrief, and how a rule reports what it found."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from assistant.guideline import Role
from assistant.reading.talk import Quote

Status = Literal["kept", "broken", "not_applicable"]


class Verdict(NamedTuple):
    """What one rule found: its status, the words it rests on, and the figure with its limit."""

    status: Status
    quotes: list[Quote]
    measured: float | int | None = None
    limit: float | int | None = None


def kept(quotes: Sequence[Quote]) -> Verdict:
    """The rule is kept."""
    return Verdict("kept", list(quotes))


def broken(quotes: Sequence[Quote]) -> Verdict:
    """The rule is broken."""
    return Verdict("broken", list(quotes))


def not_applicable() -> Verdict:
    """There was nothing for the rule to look at."""
    return Verdict("not_applicable", [])


def verdict(
    holds: bool,
    quotes: Sequence[Quote],
    measured: float | int | None = None,
    limit: float | int | None = None,
) -> Verdict:
    """Kept when it holds, else broken."""
    return Verdict("kept" if holds else "broken", list(quotes), measured, limit)


class QuoteShape(BaseModel):
    """Words that stand literally in the turn (0-based)."""

    model_config = ConfigDict(frozen=True)

    turn: int
    text: str


class Finding(BaseModel):
    """One rule: its status, figure, quotes, advice, and a better line where it is broken.

    ``instead_of`` are the person's words that the better line would take the place of, where known.
    """

    model_config = ConfigDict(frozen=True)

    rule: str
    name: str
    status: Status
    measured: float | int | None
    limit: float | int | None
    quotes: list[QuoteShape]
    advice: str
    better: str | None
    instead_of: QuoteShape | None = None
    source: str


class PhaseTurns(BaseModel):
    """The turns of one phase."""

    model_config = ConfigDict(frozen=True)

    phase: str
    turns: list[int]


class Debrief(BaseModel):
    """Everything that a transcript shows; shares are of the words, 0 to 1.

    ``priorities`` are the rules to work on first, ``went_well`` those to start with.
    """

    model_config = ConfigDict(frozen=True)

    role: Role
    talk_share: dict[Role, float]
    turns: int
    findings: list[Finding]
    phases: list[PhaseTurns]
    went_well: list[str]
    priorities: list[str]
