"""HR's rules, loaded from knowledge/guideline.toml: the only place where a rule's number is read."""

from functools import cache
from math import isclose
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

Role = Literal["manager", "employee"]
PHASES = ("opening", "look_back", "employee_view", "deepening", "manager_view", "forward", "closing")


class TalkShare(Strict):
    """Shares of the words spoken, 0 to 1."""

    manager: float = Field(gt=0, lt=1)
    employee: float = Field(gt=0, lt=1)
    manager_too_much: float = Field(gt=0, lt=1)
    source: str

    @model_validator(mode="after")
    def _adds_up(self) -> "TalkShare":
        if not isclose(self.manager + self.employee, 1):
            raise ValueError("manager en employee zijn samen geen 1")
        if self.manager_too_much < self.manager:
            raise ValueError("manager_too_much ligt onder manager")
        return self


class ImprovementPoints(Strict):
    """How many improvement points a manager names, and how much recognition each needs."""

    at_most: int = Field(gt=0)
    recognitions_each: int = Field(gt=0)
    source: str


class Duration(Strict):
    """Length of a review in minutes."""

    minutes_min: int = Field(gt=0)
    minutes_max: int = Field(gt=0)
    source: str


class Frequency(Strict):
    """Reviews a year."""

    per_year_min: int = Field(gt=0)
    per_year_max: int = Field(gt=0)
    source: str


class Report(Strict):
    """Days within which the report is shared."""

    within_days: int = Field(gt=0)
    source: str


class CheckIn(Strict):
    """Short talks between reviews."""

    first_after_weeks: int = Field(gt=0)
    minutes: int = Field(gt=0)
    every_months: list[int]
    source: str


class ContinuousFeedback(Strict):
    """Catching up in place of a yearly review."""

    every_weeks: list[int]
    source: str


class Criterion(Strict):
    """One letter of SMART and the slots of an agreement that it rests on."""

    id: str
    letter: str
    name: str
    name_en: str
    slots: list[str]
    met_when: str
    met_when_en: str


class Duty(Strict):
    """Something that has to happen in a phase."""

    id: str
    text: str
    text_en: str


class Phase(Strict):
    """One of the seven phases of the review."""

    id: str
    name: str
    name_en: str
    leads: Literal["manager", "employee", "both"]
    source: str
    passage: str
    """The id of the passage that explains it."""
    purpose: str
    purpose_en: str
    duties: list[Duty] = Field(min_length=1)

    def called(self, language: Literal["nl", "en"]) -> str:
        """Its name in a language."""
        return self.name_en if language == "en" else self.name


class Rule(Strict):
    """Something the debrief looks at; names and meanings are fixed by the contracts."""

    id: str
    role: Role
    name: str
    name_en: str
    kept_when: str
    kept_when_en: str
    source: str


class Guideline(Strict):
    """All rules of the review."""

    talk_share: TalkShare
    improvement_points: ImprovementPoints
    duration: Duration
    frequency: Frequency
    report: Report
    check_in: CheckIn
    continuous_feedback: ContinuousFeedback
    smart: list[Criterion]
    phases: list[Phase]
    rules: list[Rule]

    @model_validator(mode="after")
    def _complete(self) -> "Guideline":
        found = tuple(phase.id for phase in self.phases)
        if missing := [phase for phase in PHASES if phase not in found]:
            raise ValueError(f"fase ontbreekt: {', '.join(missing)}")
        if found != PHASES:
            raise ValueError("de fasen staan niet in de goede volgorde, of er is er een te veel")
        if "".join(criterion.letter for criterion in self.smart) != "SMART":
            raise ValueError("smart: de letters zijn samen geen SMART")
        return self

    def rules_for(self, role: Role) -> list[Rule]:
        """The debrief rules for the person being coached, in the order of the conversation."""
        return [rule for rule in self.rules if rule.role == role]

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        return {rule.id: rule for rule in self.rules}[rule_id]

    def phase(self, phase_id: str) -> Phase:
        """The phase with this id; KeyError when there is none."""
        return {phase.id: phase for phase in self.phases}[phase_id]


def load_guideline(path: Path) -> Guideline:
    """The rules in ``path``; PersonError, naming the file, when they do not add up."""
    return read_table(path, Guideline)


@cache
def guideline() -> Guideline:
    """The rules that the product uses, read once."""
    return load_guideline(KNOWLEDGE / "guideline.toml")
