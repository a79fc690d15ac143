"""Scenarios: every shipped one loads, and what is wrong with a new one is said in one line."""

import re
from pathlib import Path

import pytest

from assistant.errors import PersonError
from assistant.rehearsal_own import NEEDED, Missing, own_scenario
from assistant.rehearsal_play import open_rehearsal
from assistant.scenarios import FOLDER, Scenario, load_scenario, scenarios

SOUND = (FOLDER / "vastgelopen.toml").read_text(encoding="utf-8")


def test_there_are_at_least_ten_from_different_trades() -> None:
    assert len(scenarios()) >= 10
    assert len({story.trade for story in scenarios().values()}) == len(scenarios())


def test_every_temperament_occurs() -> None:
    assert {s.employee.temperament for s in scenarios().values()} >= {
        "withdrawn",
        "defensive",
        "talkative",
        "worried",
    }
    assert {s.manager.temperament for s in scenarios().values()} == {
        "coaching",
        "hurried",
        "talker",
        "avoider",
        "critic",
    }


@pytest.mark.parametrize(
    ("pattern", "replacement", "complaint"),
    [
        ('temperament = "withdrawn"', 'temperament = "boos"', "employee.temperament"),
        ('unlock = \\["open_question", "silence"\\]', "", "unlock zegt niet"),
        ('after = "calculatie"', 'after = "bestaat-niet"', "onbekend feit"),
        ('title = "Vier jaar hetzelfde werk"', "", "title: ontbreekt"),
        ('id = "vastgelopen"', 'id = "iets-anders"', "net zo heten"),
        ("Dat zie je niet vaak.", "Toch?", "geen vraag"),
        ('trade = "installatietechniek"', 'trade = "x"\nkleur = "rood"', "kleur: onbekend veld"),
        ('id = "herhaling"', 'id = "vechtkade"', "dezelfde id"),
        ("\\[employee\\]", "[employee", "geen geldige TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_line_that_names_it(
    tmp_path: Path, pattern: str, replacement: str, complaint: str
) -> None:
    path = tmp_path / "vastgelopen.toml"
    path.write_text(re.sub(pattern, replacement, SOUND, count=1), encoding="utf-8")
    with pytest.raises(PersonError, match=complaint) as caught:
        load_scenario(path)
    assert str(caught.value).startswith("vastgelopen.toml:")
    assert "\n" not in str(caught.value)


ANSWERS = {
    "name": "Kees, mijn medewerker",
    "issue": "Hij levert de rapporten te laat in.",
    "temper": "fel",
    "goal": "Op tijd.",
}


def test_an_own_situation_asks_for_what_is_missing_one_at_a_time() -> None:
    answers: dict[str, str] = {}
    asked = []
    while isinstance(found := own_scenario("Kees komt zijn afspraken niet na.", answers, "manager"), Missing):
        asked.append(found.slot)
        answers[found.slot] = ANSWERS[found.slot]
    assert tuple(asked) == NEEDED
    assert isinstance(found, Scenario)
    assert (found.employee.name, found.employee.temperament) == ("Kees", "defensive")
    state, line = open_rehearsal(found, "manager")
    assert line and "Jij" not in line
    assert state.scenario.employee.name == "Kees"


@pytest.mark.parametrize("role", ["manager", "employee"])
@pytest.mark.parametrize("odd", ['"""', "\\u0000 '''", "<topic> {name} [x]", "🙂 🙂 🙂 ok", "a? b? c?"])
def test_odd_answers_still_make_a_scenario(role: str, odd: str) -> None:
    answers = dict.fromkeys(NEEDED, f"x {odd}")
    assert isinstance(own_scenario(f"Er speelt iets {odd}", answers, role), Scenario)  # type: ignore[arg-type]


def test_too_little_or_too_much_is_refused() -> None:
    with pytest.raises(PersonError, match="twee of drie zinnen"):
        own_scenario("", {}, "manager")
    with pytest.raises(PersonError, match="kort"):
        own_scenario("x" * 5000, {}, "manager")
