"""What unseen, ordinary lines taught: questions without a mark, cries for help, points owned up to."""

import pytest

from assistant.guideline import Role
from assistant.reading.heard import hear
from assistant.rehearsal import advance
from assistant.rehearsal_play import open_rehearsal, spoken
from assistant.rehearsal_state import Decision, Line, State
from assistant.scenarios import Level


def _at(name: str, role: Role, level: Level, **moment: object) -> State:
    state, _ = open_rehearsal(name, role, level)
    return state.model_copy(update={"moment": state.moment.model_copy(update={"turn": 3, **moment})})


def _decided(state: State, text: str) -> Decision:
    return advance(state, text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil vooral horen hoe het met jou gaat op het werk.",
        "Nou, ik ben benieuwd hoe jij vindt dat het loopt met de vroege ploeg.",
        "Eerst wil ik van jou weten hoe het nu gaat met dat nieuwe systeem.",
        "Hoe is het om weer terug te zijn?",
    ],
)
def test_who_wants_to_know_how_it_goes_asks_for_a_view(text: str) -> None:
    assert hear(text).asks
    assert hear(text).has("ask_view")


def test_a_wish_to_tell_something_is_no_question() -> None:
    assert not hear("Ik wil graag laten horen wat ik kan.").asks


def test_a_question_about_the_work_is_not_answered_as_small_talk() -> None:
    state, _ = open_rehearsal("late-rapporten", "manager", "hard")
    decision = _decided(state, "Eerst wil ik van jou weten hoe het nu gaat met dat nieuwe systeem.")
    assert not (decision.react or "").startswith("settle")


def test_klopt_dat_asks_for_what_was_said_before_it() -> None:
    assert "Henk" in hear("Ik hoor dat het met Henk niet zo lekker loopt. Klopt dat?").asked


@pytest.mark.parametrize("level", ["easy", "middle", "hard"])
@pytest.mark.parametrize("name", ["overbelast", "promotie", "oneens", "onzichtbaar", "vastgelopen"])
def test_no_manager_walks_over_a_cry_for_help(name: str, level: Level) -> None:
    state = _at(name, "employee", level, phase="employee_view", last_ask="ask_view")
    after, decision = advance(state, "Ik slaap slecht en ik trek het eigenlijk niet meer zo.")
    assert (decision.react, decision.ask) == ("strained", "ask_strain")
    _, said = spoken(after, decision)
    assert said.endswith("?")


def test_a_cry_for_help_is_asked_about_once() -> None:
    state = _at("overbelast", "employee", "middle", phase="employee_view", done=("strain",))
    assert _decided(state, "Ik slaap nog steeds slecht en ik ben kapot.").ask != "ask_strain"


@pytest.mark.parametrize(
    ("text", "react"),
    [
        ("De training heb ik gedaan, en met een goed cijfer.", "recognise_success"),
        ("Bijna alles, maar de laatste twee weken had ik beter moeten plannen.", "thank_honesty"),
    ],
)
def test_what_came_of_an_agreement_gets_a_fitting_reaction(text: str, react: str) -> None:
    state = _at("promotie", "employee", "hard", phase="look_back", last_ask="came_of", done=("agenda",))
    assert _decided(state, text).react == react


def test_a_point_that_was_owned_up_to_is_not_stated_as_news() -> None:
    said = Line(
        speaker="employee", text="De bonnen vul ik te laat in, dat geef ik toe.", phase="employee_view"
    )
    done = ("recognise:0",)
    state = _at(
        "andere-tijden", "employee", "middle", phase="manager_view", turn=12, done=done, last_ask=None
    )
    plain = _decided(state, "Dank je, dat hoor ik graag.")
    owned = state.model_copy(update={"transcript": (*state.transcript, said)})
    known = _decided(owned, "Dank je, dat hoor ik graag.")
    assert (plain.react, known.react) == ("point_open", "point_open_known")


def test_a_wish_for_the_agenda_is_put_on_it() -> None:
    state = _at("ster", "employee", "middle", last_ask="add_item", done=("agenda",))
    assert _decided(state, "Ik wil graag weten hoe jij mijn werk vindt.").react == "agenda_added"
