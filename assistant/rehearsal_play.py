"""Plays a rehearsal from the person's lines, and gives it in the shape of the contracts."""

from typing import Any

from assistant.conversation import Language
from assistant.debrief import debrief
from assistant.debrief_shapes import Debrief
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.reading.language import language_of
from assistant.rehearsal import advance, record, start
from assistant.rehearsal_state import Decision, State
from assistant.scenarios import Level, Scenario
from assistant.transcripts import Line as DebriefLine
from assistant.voice import Voice
from assistant.voice.phrasebook import Phrasebook
from assistant.voice.rehearsal import step_out

_OUT_OF_ROLE = ("command", "aside")


def open_rehearsal(
    chosen: str | Scenario,
    role: Role,
    level: Level = "middle",
    language: Language = "nl",
    seed: int = 0,
    voice: Voice | None = None,
) -> tuple[State, str]:
    """A new rehearsal with the coach's first line already spoken."""
    state, decision = start(chosen, role, level, language, seed)
    return spoken(state, decision, voice)


def spoken(state: State, decision: Decision, voice: Voice | None = None) -> tuple[State, str]:
    """The line for a decision, in the transcript when it is in role; the phrasebook's if no voice."""
    if decision.move == "step_out":
        return state, step_out(decision)
    if decision.move in _OUT_OF_ROLE:
        return state, ""
    line = (voice or Phrasebook()).line(decision, state)
    return record(state, decision, line.text, line.used), line.text


def play(
    scenario_id: str,
    role: Role,
    lines: list[str],
    level: Level = "middle",
    language: Language | None = None,
    seed: int = 0,
    voice: Voice | None = None,
) -> tuple[State, dict[str, str] | None]:
    """A rehearsal played with these lines, one a turn, and what the coach said if it stepped out of role.

    Raises:
        PersonError: the scenario is not known, or a line cannot be used.
    """
    if not lines:
        raise PersonError("Er staan geen regels in het bestand: zet er per beurt één regel in.")
    state, _ = open_rehearsal(scenario_id, role, level, language or _language_of(lines), seed, voice)
    care: dict[str, str] | None = None
    for line in lines:
        state, decision = advance(state, line)
        state, text = spoken(state, decision, voice)
        if decision.move == "step_out":
            care = {"kind": decision.care or "distress", "text": text}
        if state.status != "active":
            break
    return state, care


def rehearse_json(
    scenario_id: str,
    role: Role,
    lines: list[str],
    level: Level = "middle",
    language: Language | None = None,
    seed: int = 0,
    voice: Voice | None = None,
) -> dict[str, Any]:
    """A whole rehearsal as ``rehearse --lines --json`` prints it, the debrief included.

    Lines after the end are not used. ``ended`` is whether the talk came to its end; ``stepped_out``
    names the care that the coach broke off for, and what it said then.

    Raises:
        PersonError: as ``play``.
    """
    speaking = voice or Phrasebook()
    state, care = play(scenario_id, role, lines, level, language, seed, speaking)
    found, _ = speaking.better_lines(debrief_of(state), lines_of(state), state.moment.language)
    played = {**played_json(state, care), "voice": speaking.name}
    return {**played, "debrief": found.model_dump(mode="json")}


def played_json(state: State, care: dict[str, str] | None) -> dict[str, Any]:
    """A played rehearsal in the contract's shape, without the debrief."""
    return {
        "scenario": state.scenario_id,
        "role": state.role,
        "level": state.level,
        "voice": "phrasebook",
        "transcript": [line.model_dump() for line in state.transcript],
        "ended": state.status == "ended",
        "ending": state.ending or "lines_ran_out",
        "stepped_out": care,
        "told": list(state.moment.told),
    }


def debrief_of(state: State) -> Debrief:
    """The debrief of a rehearsal for the person, in its language."""
    return debrief(lines_of(state), state.role, state.moment.language)


def lines_of(state: State) -> list[DebriefLine]:
    """The transcript as the debrief reads it."""
    return [DebriefLine(speaker=line.speaker, text=line.text, phase=line.phase) for line in state.transcript]


def _language_of(lines: list[str]) -> Language:
    return "en" if language_of(" ".join(lines)[:2000]) == "en" else "nl"
