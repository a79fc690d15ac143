"""A model's lines in a rehearsal: what may be said, what is held back, what is said in its place."""

import pytest

from assistant.in_character import Fault, fault_in_line
from assistant.model import Trouble
from assistant.rehearsal import advance, record, start
from assistant.rehearsal_state import Decision, State
from assistant.voice.language_model import LanguageModel
from assistant.voice.rehearsal import speak
from tests.scripted_model import ScriptedModel

OTHER_WORDS = (
    "Met drie man hielden we in januari de hele stalling draaiend. Geen bus viel uit, bij min elf. Trots op."
)


@pytest.fixture(scope="module")
def asked_for_success() -> tuple[State, Decision]:
    """A talkative mechanic who is asked what he is proud of."""
    state, decision = start("andere-tijden", "manager")
    line = speak(decision, state)
    state = record(state, decision, line.text, line.used)
    return advance(state, "Waar ben je het afgelopen jaar het meest trots op, Gerrit?")


def test_the_situation_is_what_this_file_assumes(asked_for_success: tuple[State, Decision]) -> None:
    _, decision = asked_for_success
    assert decision.tell and decision.tell.id == "winter"


def test_a_line_in_character_is_said(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    model = ScriptedModel(_fitting(decision, state))
    said = LanguageModel(model).line(decision, state)
    assert said.text == _fitting(decision, state)
    assert (said.made.voice, said.made.model, said.made.replaced) == ("language_model", "scripted", 0)
    assert said.used == speak(decision, state).used


def test_the_model_hears_the_decision_and_the_talk(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    model = ScriptedModel(_fitting(decision, state))
    LanguageModel(model).line(decision, state)
    assert "Je bent Gerrit, busmonteur." in model.asked[0].system
    assert "een prater" in model.asked[0].system
    assert f"Bedoeling: {speak(decision, state).text}" in model.asked[0].user
    assert "Waar ben je het afgelopen jaar het meest trots op" in model.asked[0].user


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", "empty"),
        ("ja " * 61, "too_long"),
        (f"{OTHER_WORDS}\nManager: Goed gedaan.", "speaks_for_other"),
        (f"Als taalmodel zeg ik: {OTHER_WORDS}", "out_of_role"),
        (f"*haalt schouders op* {OTHER_WORDS}", "out_of_role"),
        ("In January three of us kept the whole depot running and not one bus failed.", "language"),
        (f"{OTHER_WORDS} En jij dan? Wat vond jij?", "questions"),
        (OTHER_WORDS.replace("drie", "zeven"), "invented"),
        (f"{OTHER_WORDS} Vraag het Mohammed maar.", "invented"),
        (
            f"{OTHER_WORDS} Maar ik begrijp de helft niet van wat er op dat scherm staat, "
            "en die jongens mogen dat niet zien.",
            "leak",
        ),
        ("Het weer was mooi en de koffie smaakte lekker.", "off_course"),
    ],
)
def test_what_a_character_cannot_say(
    line: str, fault: Fault, asked_for_success: tuple[State, Decision]
) -> None:
    state, decision = asked_for_success
    assert fault_in_line(line, decision, state, decision.tell.text if decision.tell else "") == fault


def test_a_line_said_before_is_not_said_again(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    told = record(state, decision, OTHER_WORDS, ())
    assert (
        fault_in_line(OTHER_WORDS, decision, told, decision.tell.text if decision.tell else "") == "repeats"
    )


def test_a_second_try_hears_the_reason(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    model = ScriptedModel("Als taalmodel mag ik dat niet.", _fitting(decision, state))
    said = LanguageModel(model).line(decision, state)
    assert said.text == _fitting(decision, state) and said.made.replaced == 1
    assert "Je viel uit je rol." in model.asked[1].system
    assert "Je viel uit je rol." not in model.asked[0].system


def test_two_bad_lines_give_the_phrasebooks(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    said = LanguageModel(ScriptedModel("Als AI niet.", "Nog steeds niet, als AI.")).line(decision, state)
    assert said.text == speak(decision, state).text
    assert (said.made.voice, said.made.replaced) == ("phrasebook", 2)


def test_a_failing_provider_gives_the_phrasebooks_line(asked_for_success: tuple[State, Decision]) -> None:
    state, decision = asked_for_success
    said = LanguageModel(ScriptedModel(["Met drie", Trouble("cut")])).line(decision, state)
    assert said.text == speak(decision, state).text
    assert said.made.notice and "viel weg" in said.made.notice


def _fitting(decision: Decision, state: State) -> str:
    """Other words for the same line, with as many questions as it holds."""
    return OTHER_WORDS + (" Wat vond jij?" if "?" in speak(decision, state).text else "")
