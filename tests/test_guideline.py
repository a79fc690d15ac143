import tomllib

import pytest

from assistant.errors import PersonError
from assistant.guideline import PHASES, Guideline, guideline
from assistant.passages import load_headings, passages
from assistant.resources import KNOWLEDGE
from assistant.tables import parse_table

TEXT = (KNOWLEDGE / "guideline.toml").read_text(encoding="utf-8")


def test_holds_the_figures_of_the_source() -> None:
    rules = guideline()
    assert (rules.talk_share.manager, rules.talk_share.employee) == (0.30, 0.70)
    assert (rules.improvement_points.at_most, rules.improvement_points.recognitions_each) == (3, 2)
    assert (rules.duration.minutes_min, rules.duration.minutes_max) == (45, 60)
    assert (rules.report.within_days, rules.check_in.first_after_weeks, rules.check_in.minutes) == (7, 6, 15)
    assert [phase.id for phase in rules.phases] == list(PHASES)
    assert len(rules.rules_for("manager")) == 12
    assert len(rules.rules_for("employee")) == 8


def test_every_source_is_a_heading() -> None:
    headings = load_headings(KNOWLEDGE / "source_headings.csv")
    named = [part.source for part in [*guideline().phases, *guideline().rules]]
    assert set(named) <= headings.keys()


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("employee = 0.70", "employee = 0.60", "talk_share: manager en employee zijn samen geen 1"),
        ('id = "deepening"', 'id = "diepgang"', "fase ontbreekt: deepening"),
        ('letter = "M"', 'letter = "X"', "smart: de letters zijn samen geen SMART"),
        ("[duration]", "[duration]\nuren = 1", "duration.uren: onbekend veld"),
        ("at_most = 3", "", "improvement_points.at_most: ontbreekt"),
        ("[report]", "[report", "geen geldige TOML"),
    ],
)
def test_a_fault_is_one_line_that_names_the_file(before: str, after: str, complaint: str) -> None:
    assert before in TEXT
    with pytest.raises(PersonError) as caught:
        parse_table(TEXT.replace(before, after, 1), Guideline, "guideline.toml")
    assert str(caught.value).startswith("guideline.toml: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_text_is_toml() -> None:
    assert tomllib.loads(TEXT)


def test_every_phase_has_its_passage() -> None:
    assert all(phase.source in passages()[phase.passage].front.source for phase in guideline().phases)
