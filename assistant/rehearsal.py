"""A practice review: pure functions from a state and what the person says to the next state and decision.

The order in every turn: safety first, then commands, then the played character. Nothing here finds
words; a Decision goes to a voice, and ``record`` writes the line that came of it into the transcript.
"""

from assistant.conversation import Language
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.moves_employee import EmployeeTurn
from assistant.moves_manager import ManagerTurn
from assistant.reading.care import Care, needs_care
from assistant.reading.heard import Heard, hear
from assistant.reading.text import tidy
from assistant.rehearsal_asides import is_aside
from assistant.rehearsal_commands import command
from assistant.rehearsal_context import in_context
from assistant.rehearsal_moment import moment_after
from assistant.rehearsal_state import Decision, Ending, Line, Moment, State, after
from assistant.scenarios import Level, Scenario, scenario

LONGEST_TURN = 4000
"""Characters in one turn of the person; more is a pasted document, not something one says."""

_START_TRUST = {"open": 1, "talkative": 1, "coaching": 1}


def start(
    chosen: str | Scenario, role: Role, level: Level = "middle", language: Language = "nl", seed: int = 0
) -> tuple[State, Decision]:
    """A new rehearsal and the coach's first line.

    Args:
        chosen: the id of a scenario, or one that was made from the person's own situation.
        role: who the person is; the coach plays the other one.
        level: how hard the other makes it.
        language: what the characters speak.
        seed: the same seed gives the same rehearsal.

    Raises:
        PersonError: the scenario is not known.
    """
    own = chosen if isinstance(chosen, Scenario) else None
    story = own or scenario(str(chosen))
    side: Role = "employee" if role == "manager" else "manager"
    character = story.character(side)
    moment = Moment(language=language, trust=_START_TRUST.get(character.temperament, 0))
    state = State(scenario_id=story.id, own=own, role=role, level=level, seed=seed, moment=moment)
    opening, decision = _turn(state, moment, hear("")).say(
        "open",
        react="enter" if side == "employee" else "welcome",
        ask=None if side == "employee" else "how_sit",
    )
    return state.model_copy(update={"moment": opening}), decision


def advance(state: State, text: str) -> tuple[State, Decision]:
    """What the person says, and what comes of it.

    Commands ("stop", "terug", "volgende fase") and questions about the guidance are no turns: the
    character stays where it was, and the decision's move is ``command``, ``aside`` or ``step_out``.

    Raises:
        PersonError: the rehearsal has ended or is paused, or the text is too long for one turn.
    """
    said = _checked(state, text)
    if (care := needs_care(said)) is not None:
        return _step_out(state, care)
    if (order := command(said)) is not None:
        return _obey(state, order)
    if is_aside(said):
        return state, _outside(state, "aside", None)
    heard = in_context(hear(said), state)
    moment = moment_after(state, heard)
    decided, decision = _turn(state, moment, heard).decide()
    line = Line(speaker=state.role, text=said or "…", phase=moment.phase)
    update = {"moment": decided, "past": (*state.past, state.moment), "transcript": (*state.transcript, line)}
    if decision.ends:
        ending: Ending = "completed" if decision.react not in ("walk_out", "reschedule") else "walked_out"
        update |= {"status": "ended", "ending": ending}
    return state.model_copy(update=update), decision


def record(state: State, decision: Decision, text: str, used: tuple[str, ...]) -> State:
    """The state with the coach's line in the transcript; ``used`` marks phrases not to use again."""
    line = Line(speaker=decision.side, text=text, phase=decision.phase)
    moment = state.moment.model_copy(update={"used": (*state.moment.used, *used)})
    return state.model_copy(update={"moment": moment, "transcript": (*state.transcript, line)})


def take_back(state: State) -> State:
    """The state before the person's last turn; the end taken back is kept among the branches.

    Raises:
        PersonError: there is no turn to take back.
    """
    if not state.past:
        raise PersonError("Er is nog niets om terug te nemen: je hebt nog niets gezegd.")
    at = max(number for number, line in enumerate(state.transcript) if line.speaker == state.role)
    return state.model_copy(
        update={
            "moment": state.past[-1].model_copy(update={"used": state.moment.used}),
            "past": state.past[:-1],
            "branches": (*state.branches, state.transcript[at:]),
            "transcript": state.transcript[:at],
            "status": "active",
            "ending": None,
        }
    )


def pause(state: State) -> State:
    """The rehearsal set aside."""
    return state.model_copy(update={"status": "paused"})


def resume(state: State) -> State:
    """The rehearsal taken up again, after a pause or after stepping out; only when the person asks."""
    return state.model_copy(update={"status": "active" if state.status != "ended" else "ended"})


def stop(state: State) -> State:
    """The rehearsal ended by the person."""
    return (
        state
        if state.status == "ended"
        else state.model_copy(update={"status": "ended", "ending": "stopped"})
    )


def next_phase(state: State) -> tuple[State, Decision]:
    """On to the next phase because the person wants to: the character brings it up."""
    bridge = after(state.moment.phase)
    if state.role == "employee":
        moment = state.moment.model_copy(update={"phase": bridge, "phase_turn": 0})
        decided, decision = ManagerTurn(state, moment, hear("prima")).lead_on()
    else:
        turn = EmployeeTurn(state, state.moment, hear(""))
        decided, decision = turn.say("bridge", ask=f"bridge_{state.moment.phase}", bridge=True)
    return state.model_copy(update={"moment": decided}), decision


def _checked(state: State, text: str) -> str:
    if state.status == "ended":
        raise PersonError("Dit oefengesprek is afgelopen. Typ 'opnieuw' om het nog eens te doen.")
    if len(text) > LONGEST_TURN:
        raise PersonError(f"Dat is te lang voor één beurt ({len(text)} tekens). Zeg het in een paar zinnen.")
    said = tidy(text)
    if state.status in ("paused", "stepped_out") and command(said) not in ("resume", "stop"):
        if needs_care(said):
            return said
        raise PersonError("Het oefengesprek staat stil. Typ 'verder' om door te gaan, of 'stop'.")
    return said


def _obey(state: State, order: str) -> tuple[State, Decision]:
    if order == "next_phase":
        return next_phase(state)
    if order == "restart":
        return start(
            state.own or state.scenario_id, state.role, state.level, state.moment.language, state.seed + 1
        )
    changed = {"stop": stop, "pause": pause, "resume": resume, "take_back": take_back}.get(order)
    return (changed(state) if changed else state), _outside(state, "command", order)


def _step_out(state: State, care: Care) -> tuple[State, Decision]:
    stepped = state.model_copy(update={"status": "stepped_out"})
    decision = _outside(state, "step_out", f"care_{care}")
    return stepped, decision.model_copy(update={"care": care})


def _outside(state: State, move: str, react: str | None) -> Decision:
    """A decision out of role: the coach itself speaks, not the character."""
    moment = state.moment
    return Decision.model_validate(
        {
            "move": move,
            "side": state.side,
            "phase": moment.phase,
            "language": moment.language,
            "react": react,
            "level": state.level,
            "temperament": state.scenario.character(state.side).temperament,
        }
    )


def _turn(state: State, moment: Moment, heard: Heard) -> EmployeeTurn | ManagerTurn:
    return (
        EmployeeTurn(state, moment, heard) if state.side == "employee" else ManagerTurn(state, moment, heard)
    )
