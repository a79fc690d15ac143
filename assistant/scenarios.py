"""The situations that can be rehearsed, loaded from knowledge/scenarios/*.toml."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from assistant.conversation import Language
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

About = Literal[
    "success", "hard", "energy", "wish", "need", "feedback", "team", "cause", "workload", "future", "view"
]
Key = Literal["open_question", "recognition", "silence", "example", "asked_twice", "trust"]
EmployeeTemperament = Literal["open", "withdrawn", "defensive", "talkative", "worried"]
ManagerTemperament = Literal["coaching", "hurried", "talker", "avoider", "critic"]
Level = Literal["easy", "middle", "hard"]
LEVELS: tuple[Level, ...] = ("easy", "middle", "hard")
FOLDER = KNOWLEDGE / "scenarios"


class Spoken(Strict):
    """A line that a character can say, in both languages."""

    say: str = Field(min_length=1)
    say_en: str = Field(min_length=1)

    def text(self, language: Language) -> str:
        """The line in this language."""
        return self.say if language == "nl" else self.say_en

    @model_validator(mode="after")
    def _no_question(self) -> "Spoken":
        if "?" in self.say or "?" in self.say_en:
            raise ValueError("say: zet hier geen vraag in, de vragen stelt de coach er zelf bij")
        return self


class Fact(Spoken):
    """Something that a character knows; ``more`` is the example or detail behind it.

    ``about`` and ``topics`` (beginnings of words) say which questions it answers. A hidden fact is
    told only when it is earned: by one of ``unlock``. ``after`` names the fact that it follows on.
    """

    id: str = Field(min_length=1)
    about: list[About] = []
    topics: list[str] = Field(min_length=1)
    hidden: bool = False
    unlock: list[Key] = []
    after: str | None = None
    more: str | None = None
    more_en: str | None = None

    @model_validator(mode="after")
    def _sensible(self) -> "Fact":
        if self.hidden and not self.unlock:
            raise ValueError(
                f"feit {self.id} is verborgen, maar unlock zegt niet waarmee iemand het verdient"
            )
        if self.unlock and not self.hidden:
            raise ValueError(f"feit {self.id} heeft unlock, maar is niet verborgen (hidden = true)")
        if (self.more is None) != (self.more_en is None):
            raise ValueError(f"feit {self.id}: geef more en more_en allebei, of geen van beide")
        return self

    def detail(self, language: Language) -> str | None:
        """The example behind the fact, if there is one."""
        return self.more if language == "nl" else self.more_en


class Offer(Spoken):
    """An action that a character is ready to take on; ``short`` completes a summary ('ik ...')."""

    short: str = Field(min_length=1)
    short_en: str = Field(min_length=1)

    def summary(self, language: Language) -> str:
        """The action in a few words."""
        return self.short if language == "nl" else self.short_en


class Objection(Spoken):
    """What the employee says against an improvement point near ``topics``, and where they meet it."""

    topics: list[str] = Field(min_length=1)
    concede: str = Field(min_length=1)
    concede_en: str = Field(min_length=1)

    def admission(self, language: Language) -> str:
        """What the employee grants in the end."""
        return self.concede if language == "nl" else self.concede_en


class Point(Objection):
    """An improvement point of the manager, its example in ``say``; ``holds`` is said under protest."""

    holds: str = Field(min_length=1)
    holds_en: str = Field(min_length=1)

    def insistence(self, language: Language) -> str:
        """Why the manager keeps to the point."""
        return self.holds if language == "nl" else self.holds_en


class Agreement(Strict):
    """An agreement of last year: how the manager brings it up, what came of it, and why."""

    asked: str = Field(min_length=1)
    asked_en: str = Field(min_length=1)
    topics: list[str] = Field(min_length=1)
    told: str = Field(min_length=1)
    told_en: str = Field(min_length=1)
    why: str = Field(min_length=1)
    why_en: str = Field(min_length=1)


class Character(Strict):
    """One side of the table; ``brief`` is what the person who plays it should know."""

    name: str = Field(min_length=1)
    function: str = Field(min_length=1)
    function_en: str = Field(min_length=1)
    brief: str = Field(min_length=1)
    brief_en: str = Field(min_length=1)
    facts: list[Fact] = Field(min_length=3)
    offers: list[Offer] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> "Character":
        ids = [fact.id for fact in self.facts]
        if len(set(ids)) != len(ids):
            raise ValueError(f"{self.name}: twee feiten hebben dezelfde id")
        for fact in self.facts:
            if fact.after is not None and fact.after not in ids:
                raise ValueError(f"feit {fact.id}: after noemt een onbekend feit ({fact.after})")
        if not any(fact.hidden for fact in self.facts):
            raise ValueError(f"{self.name} heeft geen verborgen feit, dus er valt niets te ontdekken")
        return self


class Employee(Character):
    """The employee of a scenario."""

    temperament: EmployeeTemperament
    objections: list[Objection] = Field(min_length=1)


class Manager(Character):
    """The manager of a scenario."""

    temperament: ManagerTemperament
    recognitions: list[Spoken] = Field(min_length=2)
    points: list[Point] = Field(min_length=1)


class Scenario(Strict):
    """A situation with two characters who know different things."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    trade: str = Field(min_length=1)
    summary: str = Field(min_length=1)
    summary_en: str = Field(min_length=1)
    shared: list[str] = Field(min_length=1)
    agreements: list[Agreement] = Field(min_length=1)
    employee: Employee
    manager: Manager

    def character(self, role: Role) -> Employee | Manager:
        """The character on this side of the table."""
        return self.employee if role == "employee" else self.manager


def load_scenario(path: Path) -> Scenario:
    """The scenario in ``path``.

    Raises:
        PersonError: one Dutch line that names the file and what is wrong with it.
    """
    scenario = read_table(path, Scenario)
    if scenario.id != path.stem:
        raise PersonError(
            f"{path.name}: id is {scenario.id}, maar moet net zo heten als het bestand ({path.stem})."
        )
    return scenario


@cache
def scenarios() -> dict[str, Scenario]:
    """Every scenario that the product ships, by id."""
    return {path.stem: load_scenario(path) for path in sorted(FOLDER.glob("*.toml"))}


def scenario(scenario_id: str) -> Scenario:
    """The scenario with this id; PersonError, naming the ones there are, when there is none."""
    try:
        return scenarios()[scenario_id]
    except KeyError:
        known = ", ".join(scenarios())
        raise PersonError(f"Ik ken de situatie {scenario_id[:40]!r} niet. Kies uit: {known}.") from None
