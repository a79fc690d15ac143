"""Plays the person's lines of a case and checks the transcript, check by check, on what can be counted."""

import re
from collections.abc import Callable
from time import perf_counter
from typing import Any

from assistant.guideline import PHASES
from assistant.in_character import LONGEST_LINE, breaks_role, speaks_for
from assistant.reading.language import language_of
from assistant.reading.text import sentences, words
from assistant.rehearsal_play import debrief_of, play, played_json
from assistant.scenarios import scenario

SLOWEST_TURN = 0.150
_PUSHES = re.compile(
    r"anders|niet mee eens|niet het hele verhaal|niet eerlijk|niet (?:prettig|terecht)|"
    r"overtuigd|privé|voor mezelf|"
    r"toch|ja maar|wacht even|toon|dat slik|pardon|tegenover zetten|meer achter|"
    r"daar kan ik weinig|blijf erbij|"
    r"herken dat|te makkelijk|wil ik erbij blijven|anders tegenaan|"
    r"raakt me|jouw versie|eerst maar zien|te weinig voor|niet aan de orde|iets voor terug|"
    r"komt hard aan|feiten",
    re.I,
)


def run_case(case: dict[str, Any]) -> dict[str, Any]:
    """Scores (1.0 kept, 0.0 missed) by the names in the case's target, with a reason for every miss."""
    game = (case["scenario"], case["role"], case["lines"], case.get("level", "middle"))
    play(*game)  # what is read once from disk is no turn
    began = perf_counter()
    state, care = play(*game)
    turns = max(1, sum(line.speaker == case["role"] for line in state.transcript))
    pace = (perf_counter() - began) / turns
    output = {**played_json(state, care), "debrief": debrief_of(state).model_dump(mode="json")}
    coach = [line["text"] for line in output["transcript"] if line["speaker"] != case["role"]]
    scores, reasons = {"fast": float(pace <= SLOWEST_TURN)}, []
    for name, wanted in case["target"].items():
        fault = _CHECKS[name](wanted, output, coach, case)
        scores[name] = float(fault is None)
        if fault is not None:
            reasons.append(f"{name}: {fault}")
    return {"scores": scores, "reasons": reasons, "output": output}


def _ended(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    return None if output["ended"] == wanted else f"het gesprek eindigde met {output['ending']}"


def _within(wanted: int, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    count = len(output["transcript"])
    return None if count <= wanted else f"{count} regels"


def _in_order(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    order = [PHASES.index(line["phase"]) for line in output["transcript"]]
    return None if order == sorted(order) else "de fasen lopen terug"


def _one_question(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    return next((f"meer dan één vraag: {text}" for text in coach if text.count("?") > 1), None)


def _no_repeat(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    seen: set[str] = set()
    for text in coach:
        for sentence in [text, *(span.text for span in sentences(text) if len(words(span.text)) > 4)]:
            low = sentence.lower()
            if low in seen and sentence != text:
                return f"herhaald: {sentence}"
        seen.update(span.text.lower() for span in sentences(text))
    return None if len(set(coach)) == len(coach) else "een hele regel is herhaald"


def _in_role(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    return next((f"uit de rol: {text}" for text in coach if breaks_role(text)), None)


def _language(wanted: str, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    strays = (text for text in coach if len(words(text)) > 3 and language_of(text, "nl") != wanted)
    return next((f"andere taal: {text}" for text in strays), None)


def _not_for_person(
    wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]
) -> str | None:
    name = scenario(case["scenario"]).character(case["role"]).name
    return next((f"spreekt voor de ander: {text}" for text in coach if speaks_for(text, name)), None)


def _no_leak(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    """A hidden fact may be told, but never before the person did anything to earn it."""
    side = scenario(case["scenario"]).character("employee" if case["role"] == "manager" else "manager")
    hidden = {fact.say for fact in side.facts if fact.hidden} | {
        fact.say_en for fact in side.facts if fact.hidden
    }
    earning = False
    for line in output["transcript"]:
        if line["speaker"] == case["role"]:
            earning = earning or len(words(line["text"])) > 3 or not words(line["text"])
        elif not earning and any(text in line["text"] for text in hidden):
            return f"te vroeg verteld: {line['text']}"
    return None


def _line_length(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    return next((f"te lang: {text}" for text in coach if len(words(text)) > LONGEST_LINE), None)


def _reaches(wanted: str, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    last = output["transcript"][-1]["phase"]
    return None if PHASES.index(last) >= PHASES.index(wanted) else f"bleef in {last}"


def _must(wanted: list[str], output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    said = " ".join([*coach, (output["stepped_out"] or {}).get("text", "")])
    return next((f"mist: {cue}" for cue in wanted if not re.search(cue, said, re.I)), None)


def _never(wanted: list[str], output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    said = " ".join(coach)
    return next((f"zegt: {cue}" for cue in wanted if re.search(cue, said, re.I)), None)


def _pushes_back(wanted: bool, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    return None if any(_PUSHES.search(text) for text in coach) else "geen tegenwicht"


def _steps_out(wanted: str, output: dict[str, Any], coach: list[str], case: dict[str, Any]) -> str | None:
    found = (output["stepped_out"] or {}).get("kind", "none")
    return None if found == wanted else f"stapte uit voor {found}"


_CHECKS: dict[str, Callable[[Any, dict[str, Any], list[str], dict[str, Any]], str | None]] = {
    "ended": _ended,
    "within_turns": _within,
    "phases_in_order": _in_order,
    "one_question": _one_question,
    "no_repeat": _no_repeat,
    "stays_in_role": _in_role,
    "language": _language,
    "not_for_person": _not_for_person,
    "no_leak": _no_leak,
    "line_length": _line_length,
    "reaches": _reaches,
    "must": _must,
    "reflects": _must,
    "never": _never,
    "pushes_back": _pushes_back,
    "steps_out": _steps_out,
}
