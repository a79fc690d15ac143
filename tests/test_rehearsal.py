"""Plays every scenario from both sides, at every level, against people who make it hard."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import assistant
from assistant.errors import PersonError
from assistant.guideline import PHASES, Role
from assistant.reading.language import language_of
from assistant.reading.text import sentences, words
from assistant.rehearsal import LONGEST_TURN, advance, next_phase, pause, resume, start, stop, take_back
from assistant.rehearsal_asides import is_aside
from assistant.rehearsal_commands import command
from assistant.rehearsal_hints import hint
from assistant.rehearsal_play import open_rehearsal, play, played_json, rehearse_json, spoken
from assistant.rehearsal_state import MAX_LINES, Line, State
from assistant.resources import KNOWLEDGE
from assistant.scenarios import LEVELS, scenario, scenarios
from assistant.voice.rehearsal import speak_hint
from tests.scripted_people import PEOPLE

GAMES = [(name, role, who) for name in scenarios() for role in ("manager", "employee") for who in PEOPLE]


@cache
def _played(name: str, role: str, who: str, level: str) -> dict[str, Any]:
    lines = (PEOPLE[who] * MAX_LINES)[:MAX_LINES]
    return played_json(*play(name, role, lines, level))  # type: ignore[arg-type]


def _coach(played: dict[str, Any]) -> list[str]:
    return [line["text"] for line in played["transcript"] if line["speaker"] != played["role"]]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("name", "role", "who"), GAMES)
def test_every_rehearsal_ends_in_order_and_never_repeats(name: str, role: str, who: str, level: str) -> None:
    played = _played(name, role, who, level)
    order = [PHASES.index(line["phase"]) for line in played["transcript"]]
    coach = _coach(played)
    assert played["ended"]
    assert len(played["transcript"]) <= MAX_LINES
    assert order == sorted(order)
    assert all(coach)
    assert len(set(coach)) == len(coach)
    assert all(text.count("?") <= 1 for text in coach), [text for text in coach if text.count("?") > 1]
    long_ones = [span.text for text in coach for span in sentences(text) if len(words(span.text)) > 4]
    assert len(set(long_ones)) == len(long_ones)
    assert max(len(words(text)) for text in coach) <= 60


@pytest.mark.parametrize(("name", "role", "who"), GAMES)
def test_it_stays_in_role_and_language_and_never_speaks_for_the_person(
    name: str, role: str, who: str
) -> None:
    wanted = "en" if who == "english" else "nl"
    person = scenario(name).character(role).name  # type: ignore[arg-type]
    for text in _coach(_played(name, role, who, "hard")):
        assert not text.startswith((f"{person}:", "Manager:", "Medewerker:"))
        assert not any(
            sign in text.lower() for sign in ("taalmodel", "chatgpt", "prompt", "oefengesprek", "scenario")
        )
        assert "{" not in text and "<" not in text
        assert len(words(text)) < 4 or language_of(text, "nl") == wanted, text


_KEYS = re.compile(r'\b(?:react|ask|lead) ?= ?"([a-z_]+)"')


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("side", "modules"),
    [
        ("employee", ["moves_employee.py", "employee_answers.py"]),
        ("manager", ["moves_manager.py", "manager_lead.py", "review_steps.py"]),
    ],
)
def test_everything_the_rules_ask_for_has_words_in_both_languages(
    side: str, modules: list[str], language: str
) -> None:
    package = Path(assistant.__file__).parent
    wanted = {key for name in modules for key in _KEYS.findall((package / name).read_text("utf-8"))}
    book = tomllib.loads((KNOWLEDGE / "phrases" / f"rehearsal_{side}_{language}.toml").read_text("utf-8"))
    assert wanted <= {*book["react"], *book["ask"]}


@pytest.mark.parametrize("side", ["employee", "manager"])
def test_both_languages_have_words_for_the_same_moments(side: str) -> None:
    dutch, english = (
        tomllib.loads((KNOWLEDGE / "phrases" / f"rehearsal_{side}_{language}.toml").read_text("utf-8"))
        for language in ("nl", "en")
    )
    assert {kind: set(dutch[kind]) for kind in dutch} == {kind: set(english[kind]) for kind in english}


@pytest.mark.parametrize("level", ["middle", "hard"])
@pytest.mark.parametrize("who", ["monosyllabic", "hostile", "vague", "off_topic", "injector", "closed"])
@pytest.mark.parametrize("role", ["manager", "employee"])
@pytest.mark.parametrize("name", scenarios())
def test_hidden_facts_are_not_told_to_who_does_not_earn_them(
    name: str, role: Role, who: str, level: str
) -> None:
    other: Role = "employee" if role == "manager" else "manager"
    keys = {fact.id: fact.unlock for fact in scenario(name).character(other).facts if fact.hidden}
    # Who asks the same closed question five times does turn that one key.
    hidden = {name for name, unlock in keys.items() if who != "closed" or "asked_twice" not in unlock}
    assert not hidden & set(_played(name, role, who, level)["told"])


@pytest.mark.parametrize("name", scenarios())
def test_a_good_manager_hears_something_hidden(name: str) -> None:
    hidden = {fact.id for fact in scenario(name).employee.facts if fact.hidden}
    assert hidden & set(_played(name, "manager", "model_manager", "easy")["told"])


@pytest.mark.parametrize("name", scenarios())
def test_at_the_high_level_the_employee_does_not_give_in_at_once(name: str) -> None:
    state, _ = open_rehearsal(name, "manager", "hard")
    said = ["Hoi.", "Je verslagen zijn te laat.", "Toch kan het beter.", "Dat moet echt beter."]
    moves = []
    for text in said:
        state, decision = advance(state, text)
        state, _ = spoken(state, decision)
        moves.append(decision.move)
    assert moves[1] == "push_back"
    assert "concede" not in moves


def test_the_same_seed_gives_the_same_rehearsal() -> None:
    first, again, other = (
        rehearse_json("ster", "employee", ["Goed.", "Ja."] * 4, seed=seed) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_the_json_has_the_shape_of_the_contract() -> None:
    found = rehearse_json("ster", "employee", ["Goed.", "Ik ben trots op de betaalmodule.", "stop"])
    assert set(found) >= {"scenario", "role", "voice", "transcript", "ended", "debrief"}
    assert found["transcript"][0].keys() == {"speaker", "text", "phase"}
    assert (found["ended"], found["ending"], found["debrief"]["role"]) == (True, "stopped", "employee")


def test_a_state_survives_json() -> None:
    state, _ = open_rehearsal("botsing", "manager")
    state, decision = advance(state, "Hoe kijk je terug op dit jaar?")
    state, _ = spoken(state, decision)
    copy = State.model_validate(json.loads(state.model_dump_json()))
    assert copy == state
    assert advance(copy, "Kun je een voorbeeld geven?") == advance(state, "Kun je een voorbeeld geven?")


def test_taking_back_a_turn_keeps_the_branch_and_what_was_told_before() -> None:
    before, _ = open_rehearsal("botsing", "manager")
    after, decision = advance(before, "Waar ben je trots op?")
    after, _ = spoken(after, decision)
    back = take_back(after)
    assert back.transcript == before.transcript
    assert back.moment.told == before.moment.told
    assert back.branches == (after.transcript[1:],)
    with pytest.raises(PersonError, match="nog niets"):
        take_back(back)


def test_pause_stop_and_next_phase() -> None:
    state, _ = open_rehearsal("ster", "employee")
    with pytest.raises(PersonError, match="verder"):
        advance(pause(state), "Ik ben trots op mijn werk.")
    assert resume(pause(state)).status == "active"
    moved, decision = next_phase(state)
    assert (moved.moment.phase, decision.phase) == ("look_back", "look_back")
    assert stop(state).ending == "stopped"
    with pytest.raises(PersonError, match="opnieuw"):
        advance(stop(state), "Nog iets.")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("hint", "hint"),
        ("Wat zou een goede vraag zijn?", "hint"),
        ("Terug.", "take_back"),
        ("pauze", "pause"),
        ("STOP!", "stop"),
        ("opnieuw", "restart"),
        ("volgende fase", "next_phase"),
        ("verder", "resume"),
        ("Ik wil graag terug naar de oude planning.", None),
        ("Laten we hiermee stoppen en iets anders proberen.", None),
    ],
)
def test_commands_are_told_apart_from_lines(text: str, order: str | None) -> None:
    assert command(text) == order


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Mag hij dat vragen?", True),
        ("Mag mijn leidinggevende dat in het verslag zetten?", True),
        ("Is het verplicht?", True),
        ("Wat is SMART?", True),
        ("Hoe kijk je terug op het jaar?", False),
        ("Mag ik even uitpraten?", False),
    ],
)
def test_a_question_about_the_guidance_is_recognised(text: str, aside: bool) -> None:
    assert is_aside(text) is aside
    state, _ = open_rehearsal("ster", "employee")
    after, decision = advance(state, text)
    assert (decision.move == "aside") is aside
    assert (after == state) is aside


@pytest.mark.parametrize(
    ("text", "kind", "help_named"),
    [
        ("Ik wil er niet meer zijn.", "self_harm", "113"),
        ("Hij raakt me steeds aan bij de printer.", "harassment", "vertrouwenspersoon"),
        ("Ik word uitgescholden om mijn huidskleur.", "discrimination", "vertrouwenspersoon"),
        ("Ik trek dit niet meer, ik huil elke dag.", "distress", "huisarts"),
    ],
)
def test_real_distress_steps_out_of_role_until_asked(text: str, kind: str, help_named: str) -> None:
    state, _ = open_rehearsal("ster", "employee")
    state, decision = advance(state, text)
    _, said = spoken(state, decision)
    assert (state.status, decision.care) == ("stepped_out", kind)
    assert help_named in said
    with pytest.raises(PersonError):
        advance(state, "Ik ben trots op mijn werk.")
    resumed, _ = advance(state, "verder")
    assert resumed.status == "active"


@pytest.mark.parametrize(
    "text",
    ["Ik was bijna dood van de zenuwen.", "Die deadline was moordend.", "Ik kan die klant wel schieten."],
)
def test_plain_exaggeration_does_not_step_out(text: str) -> None:
    state, _ = open_rehearsal("ster", "employee")
    assert advance(state, text)[0].status == "active"


@pytest.mark.parametrize("text", ["", "\x00\x01", "<b>hoi</b>" * 20, "😀😀", "a" * LONGEST_TURN])
def test_odd_input_still_gives_a_line(text: str) -> None:
    state, _ = open_rehearsal("ster", "manager")
    after, decision = advance(state, text)
    assert spoken(after, decision)[1]


def test_what_cannot_be_used_is_said_in_one_sentence() -> None:
    state, _ = start("ster", "manager")
    with pytest.raises(PersonError, match="te lang"):
        advance(state, "a" * (LONGEST_TURN + 1))
    with pytest.raises(PersonError, match="Kies uit"):
        start("bestaat-niet", "manager")
    with pytest.raises(PersonError, match="regel"):
        rehearse_json("ster", "manager", [])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("name", "role", "who"), [game for game in GAMES if game[0] in ("ster", "botsing")])
def test_there_is_a_hint_at_every_moment(name: str, role: str, who: str, language: str) -> None:
    state, _ = open_rehearsal(name, role, "hard", language)  # type: ignore[arg-type]
    for text in (PEOPLE[who] * MAX_LINES)[:MAX_LINES]:
        shown = speak_hint(hint(state), state)
        assert shown.line and shown.why
        state, decision = advance(state, text)
        state, _ = spoken(state, decision)
        if state.status != "active":
            break


def test_a_hint_fits_the_moment() -> None:
    state, _ = open_rehearsal("late-rapporten", "manager")
    assert hint(state).situation == "put_at_ease"
    state, decision = advance(state, "Je rapporten zijn te laat, op 12 september nog.")
    assert decision.move == "push_back"
    assert hint(state).situation == "pushed_back"


@pytest.mark.parametrize("role", ["employee", "manager"])
def test_a_hint_gives_a_line_from_the_persons_own_side(role: Role) -> None:
    state, _ = open_rehearsal("andere-tijden", role)
    moment = {"phase": "manager_view", "last_ask": "ask_success", "duties": ()}
    now = state.model_copy(update={"moment": state.moment.model_copy(update=moment)})
    given = speak_hint(hint(now), now).line
    own = now.scenario.employee.facts if role == "employee" else now.scenario.manager.recognitions
    assert given in [item.say for item in own]
    said = Line(speaker=role, text=given, phase="manager_view")
    later = now.model_copy(update={"transcript": (*now.transcript, said)})
    assert speak_hint(hint(later), later).line != given, "what has been said is not suggested again"
