"""What a rehearsal remembers, and the decision it hands to the voice; all frozen and serialisable."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.conversation import Language
from assistant.guideline import PHASES, Role
from assistant.scenarios import Level, Scenario, scenario

Status = Literal["active", "paused", "stepped_out", "ended"]
Ending = Literal["completed", "stopped", "walked_out", "lines_ran_out"]
Move = Literal[
    "open",
    "tell",
    "detail",
    "deflect",
    "guard",
    "react",
    "push_back",
    "concede",
    "ask",
    "state_point",
    "recognise",
    "offer",
    "summarise",
    "bridge",
    "keep_role",
    "boundary",
    "close",
    "wait",
    "step_out",
    "aside",
    "command",
]

MAX_LINES = 40
"""Lines of both sides together after which a rehearsal has ended (issue 4)."""


class Frozen(BaseModel):
    """A record that never changes after it is made."""

    model_config = ConfigDict(frozen=True)


class Tell(Frozen):
    """A line of the scenario that is said now; ``id`` marks it as told."""

    id: str
    text: str


class Decision(Frozen):
    """What the character does this turn, for whichever voice finds the words.

    A line is at most: a reaction (``react``, a key of the phrasebook), words that lead on to what is
    told (``lead``, a key), something told (``tell``, the scenario's own words) and one question
    (``ask``, a key). ``slots`` holds verbatim words of
    the person (``np``, ``quote``) and facts of the guideline that the phrases may use.
    """

    move: Move
    side: Role
    phase: str
    temperament: str
    level: Level
    language: Language
    react: str | None = None
    lead: str | None = None
    tell: Tell | None = None
    ask: str | None = None
    slots: dict[str, str] = {}
    care: str | None = None
    ends: bool = False


class Line(Frozen):
    """One line of the transcript, in the shape of the contracts."""

    speaker: Role
    text: str
    phase: str


class Note(Frozen):
    """Something the person said that the character may come back to; ``quote`` is verbatim."""

    kind: Literal["success", "hard", "wish", "need", "commitment", "feedback", "other"]
    quote: str


class Moment(Frozen):
    """Where the rehearsal stands between two turns."""

    phase: str = PHASES[0]
    language: Language = "nl"
    duties: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    used: tuple[str, ...] = ()
    trust: int = 0
    turn: int = 0
    phase_turn: int = 0
    dry: int = 0
    hostile: int = 0
    points: int = 0
    pushes: int = 0
    guarded: int = 0
    last_move: str = "open"
    last_told: str | None = None
    last_ask: str | None = None
    foreign: int = 0

    def note(self, kind: str) -> str | None:
        """The first quote of this kind, if any."""
        return next((note.quote for note in self.notes if note.kind == kind), None)


class State(Frozen):
    """A whole rehearsal. It lives with the person, so it has to survive JSON.

    ``past`` holds the moment before each turn of the person, so that a turn can be taken back;
    ``branches`` keeps the ends that were taken back, to compare.
    """

    scenario_id: str
    own: Scenario | None = None
    role: Role
    level: Level = "middle"
    seed: int = 0
    status: Status = "active"
    ending: Ending | None = None
    moment: Moment = Moment()
    past: tuple[Moment, ...] = ()
    transcript: tuple[Line, ...] = ()
    branches: tuple[tuple[Line, ...], ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The situation that is rehearsed."""
        return self.own or scenario(self.scenario_id)

    @property
    def side(self) -> Role:
        """Who the coach plays."""
        return "employee" if self.role == "manager" else "manager"

    @property
    def turns_left(self) -> int:
        """How many turns the person still has, the coming one included, before the lines run out."""
        return (MAX_LINES - len(self.transcript)) // 2


def later(phase: str, other: str) -> bool:
    """Whether ``phase`` comes after ``other``."""
    return PHASES.index(phase) > PHASES.index(other)


def after(phase: str) -> str:
    """The phase after this one; the last phase stays the last."""
    return PHASES[min(PHASES.index(phase) + 1, len(PHASES) - 1)]
