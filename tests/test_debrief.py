import json
from pathlib import Path
from typing import Any

import pytest

from assistant.debrief import debrief
from assistant.guideline import PHASES, Role, guideline
from assistant.transcripts import Line
from evals.debrief import run_case

CASES = Path(__file__).parent.parent / "evals" / "cases" / "debrief.jsonl"


def cases(kind: str) -> list[dict[str, Any]]:
    every = (json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines())
    return [case for case in every if case["kind"] == kind]


@pytest.mark.parametrize("case", cases("sound") + cases("messy"), ids=lambda case: case["id"])
def test_quotes_are_verbatim_and_phases_in_order(case: dict[str, Any]) -> None:
    result = run_case(case)
    assert result["scores"]["verbatim"] == 1
    phases = [phase["phase"] for phase in result["output"]["phases"]]
    assert phases == [phase for phase in PHASES if phase in phases]
    turns = [turn for phase in result["output"]["phases"] for turn in phase["turns"]]
    assert turns == list(range(len(case["transcript"])))


@pytest.mark.parametrize(
    "case", [case for case in cases("sound") if case["half"] == "tune"], ids=lambda case: case["id"]
)
def test_a_sound_conversation_breaks_no_rule(case: dict[str, Any]) -> None:
    assert run_case(case)["reasons"] == []


def talk(text: str) -> list[Line]:
    names: dict[str, Role] = {"M": "manager", "W": "employee"}
    return [Line(speaker=names[row[0]], text=row[3:]) for row in text.strip().splitlines()]


def status(lines: list[Line], role: Role, rule: str) -> str:
    return {finding.rule: finding.status for finding in debrief(lines, role).findings}[rule]


def test_every_rule_of_the_role_once_with_advice() -> None:
    for role in ("manager", "employee"):
        found = debrief(talk("M: Hoe gaat het?\nW: Prima."), role)
        assert [finding.rule for finding in found.findings] == [r.id for r in guideline().rules_for(role)]
        assert all(finding.advice for finding in found.findings if finding.status != "not_applicable")
        assert all(finding.better for finding in found.findings if finding.status == "broken")
        assert len(found.priorities) <= 3


@pytest.mark.parametrize(("words", "expected"), [(30, "kept"), (40, "kept"), (41, "broken")])
def test_talk_share_is_held_against_the_manager_above_forty(words: int, expected: str) -> None:
    lines = [
        Line(speaker="manager", text="woord " * words),
        Line(speaker="employee", text="woord " * (100 - words)),
    ]
    finding = next(f for f in debrief(lines, "manager").findings if f.rule == "talk_share")
    assert (finding.measured, finding.limit, finding.status) == (words / 100, 0.30, expected)


def test_without_improvement_points_there_is_nothing_to_balance() -> None:
    lines = talk("M: Hoe was je jaar?\nW: Goed, ik heb veel geleerd en de klanten waren tevreden.")
    assert status(lines, "manager", "recognition_ratio") == "not_applicable"
    assert status(lines, "manager", "examples") == "not_applicable"
    assert status(lines, "manager", "improvement_points") == "kept"


def test_a_date_asked_for_later_counts() -> None:
    lines = talk(
        """
M: Hoe was je jaar, hoe kijk je terug?
W: Goed, al was het druk met de nieuwe klanten in de haven en de avonden.
M: Wat spreken we af?
W: Ik schrijf een handleiding voor de nieuwe mensen.
M: Wanneer is die klaar?
W: Voor 1 maart.
"""
    )
    assert status(lines, "manager", "smart_agreements") == "kept"


def test_an_attack_on_the_person_is_no_feedback() -> None:
    lines = talk("M: Heb je feedback voor mij?\nW: Jij bent gewoon een slechte baas.")
    assert status(lines, "employee", "own_feedback") == "broken"


def test_given_phases_are_kept() -> None:
    lines = [
        Line(speaker="manager", text="Hoi", phase="opening"),
        Line(speaker="employee", text="Hoi", phase="closing"),
    ]
    assert [phase.phase for phase in debrief(lines, "manager").phases] == ["opening", "closing"]


@pytest.mark.parametrize(
    "text", ["", "?", "<b>hoi</b>", "١٢٣ 你好", "a" * 20_000, "ik " * 5_000, "," * 5_000]
)
def test_strange_text_gives_a_sensible_result(text: str) -> None:
    found = debrief([Line(speaker="manager", text=text), Line(speaker="employee", text=text)], "employee")
    assert found.turns == 2


def test_english_advice() -> None:
    found = debrief(talk("M: How was your year?\nW: Fine."), "manager", "en")
    assert found.findings[0].name == "Goal and agenda"
    assert found.findings[0].better and found.findings[0].better.startswith("Today")
