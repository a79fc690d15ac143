"""What a conversation remembers of a rehearsal, kept small: the past is played again when it is needed."""

from typing import Any

from pydantic import ValidationError

from assistant.conversation import Conversation, Language
from assistant.errors import PersonError
from assistant.guideline import PHASES, Role
from assistant.rehearsal import advance, next_phase, start
from assistant.rehearsal_own import own_scenario
from assistant.rehearsal_state import Frozen, Moment, State
from assistant.scenarios import Level, Scenario, scenario

KEY = "rehearsal"
"""The name of this feature's state in a conversation."""


class OwnStory(Frozen):
    """The person's own situation, as they told it; slot to answer."""

    description: str | None = None
    answers: dict[str, str] = {}


class Choice(Frozen):
    """What is known of the rehearsal to come."""

    role: Role | None = None
    scenario: str | None = None
    level: Level | None = None
    own: OwnStory | None = None


class Memory(Frozen):
    """What the desk remembers.

    ``choice`` is there while the person chooses, ``played`` once a rehearsal has begun (without its
    past), ``story`` and ``opened_in`` are what it takes to play it again, ``taken_at`` the turn at which
    each branch of it begins.
    """

    choice: Choice | None = None
    played: State | None = None
    story: OwnStory | None = None
    opened_in: Language = "nl"
    taken_at: tuple[int, ...] = ()

    def kept(self) -> dict[str, Any]:
        """The shape that travels with the conversation."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude={"played": {"past", "own"}})


def held(conversation: Conversation) -> Memory:
    """What the conversation remembers; nothing when the browser's copy is damaged."""
    try:
        memory = Memory.model_validate(conversation.state.get(KEY) or {})
        if memory.choice and memory.choice.scenario:
            scenario(memory.choice.scenario)
        return memory if memory.played is None else _checked(memory, memory.played)
    except (ValidationError, PersonError):
        return Memory()


def _checked(memory: Memory, played: State) -> Memory:
    """The memory with the person's own situation made again; forgotten when it does not hold together."""
    if memory.story:
        made = own_scenario(memory.story.description or "", memory.story.answers, played.role)
        played = played.model_copy(update={"own": made if isinstance(made, Scenario) else None})
    played.scenario.character(played.side)
    known = {played.moment.phase, *(line.phase for line in played.transcript)} <= set(PHASES)
    if not played.transcript or not known or len(memory.taken_at) != len(played.branches):
        return Memory()
    return memory.model_copy(update={"played": played})


def with_past(memory: Memory, played: State) -> State:
    """The rehearsal with the moment before each turn of the person, found by playing it again.

    A saved moment per turn would be the larger part of what a browser keeps. Rules alone lead from one
    moment to the next, whoever found the words.
    """
    past: list[Moment] = []
    now, _ = start(played.own or played.scenario_id, played.role, played.level, memory.opened_in, played.seed)
    for at, line in enumerate(played.transcript):
        now = now.model_copy(update={"transcript": played.transcript[:at]})
        if line.speaker == played.role:
            past.append(now.moment)
            now, _ = advance(now, line.text)
        elif at and played.transcript[at - 1].speaker != played.role:
            now, _ = next_phase(now)
    return played.model_copy(update={"past": tuple(past)})
