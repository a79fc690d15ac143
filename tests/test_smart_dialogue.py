"""The conversation: one question at a time, nothing assumed."""

import datetime

import pytest

from assistant.smart_dialogue import SmartState, Step, advance, focus, result_in, start

TODAY = datetime.date(2027, 1, 11)


def talk(text: str, *messages: str) -> tuple[SmartState, list[Step]]:
    state, step = start(text, TODAY)
    steps = [step]
    for message in messages:
        # The state travels as JSON between two messages.
        state, step = advance(SmartState.model_validate_json(state.model_dump_json()), message, TODAY)
        steps.append(step)
    return state, steps


def test_from_vague_to_complete() -> None:
    _, steps = talk(
        "Meer initiatief tonen",
        "Tom",
        "elke week een agendapunt inbrengen",
        "1 maart",
        "ja",
        "Karin helpt hem",
    )
    assert [step.slot for step in steps] == ["who", "what", "deadline", "consent", "feasibility", None]
    assert steps[-1].done
    assert steps[-1].result.agreements[0].complete
    assert "Tom" in steps[3].text and "eens" in steps[3].text


def test_examples_are_never_filled_in() -> None:
    _, steps = talk(
        "Meer initiatief tonen", "sla over", "sla over", "weet ik nog niet", "sla over", "geen idee", "skip"
    )
    assert all(step.examples for step in steps[:-1])
    assert steps[-1].done
    assert all(slot.value is None for slot in steps[-1].result.agreements[0].slots.values())


def test_a_vague_answer_is_asked_once_more_and_then_left() -> None:
    state, steps = talk("Tom belt de klant.", "vaker", "meer")
    assert [step.slot for step in steps] == ["measure", "measure", "deadline"]
    assert steps[0].text != steps[1].text
    assert result_in(state).agreements[0].slots["measure"].value is None


def test_a_correction_changes_the_date() -> None:
    state, steps = talk("Tom belt drie klanten.", "1 maart", "nee, het was 15 maart")
    assert steps[-1].filled is not None and steps[-1].filled.corrected
    agreement = result_in(state).agreements[0]
    assert agreement.slots["deadline"].value == "15 maart"
    assert "1 maart" not in agreement.text.replace("15 maart", "")


def test_no_is_no_consent() -> None:
    state, steps = talk("Tom belt drie klanten vóór 1 maart.", "nee")
    assert steps[0].slot == "consent"
    assert result_in(state).agreements[0].slots["consent"].value is None


def test_several_agreements_are_taken_one_by_one() -> None:
    _, steps = talk(
        "Tom belt drie klanten vóór 1 mei. Ik maak het rooster vóór 1 mei.", "ja", "een uur per week"
    )
    assert [step.agreement for step in steps] == [0, 0, 1]
    assert "1. Tom" in steps[0].text and "2. Ik" in steps[0].text


@pytest.mark.parametrize(
    ("criterion", "slot"), [("time_bound", "deadline"), ("specific", "what"), ("realistic", "feasibility")]
)
def test_a_criterion_can_be_chosen(criterion: str, slot: str) -> None:
    state, _ = talk("Tom belt drie klanten.")
    _, step = focus(state, criterion)
    assert step.slot == slot
    assert step.criterion == criterion


def test_stop_ends_it() -> None:
    _, steps = talk("De sfeer moet beter", "stop")
    assert steps[-1].done
    assert "[" in steps[-1].text


def test_one_sidedness_is_said_once() -> None:
    _, steps = talk("Tom belt de klant.", "stop", "1 mei", "ja")
    remark = steps[1].result.remark or "?"
    assert [remark in step.text for step in steps] == [False, True, False, False]


def test_a_concern_is_explained_first() -> None:
    _, steps = talk("Tom moet minder ziek zijn.")
    assert steps[0].text.startswith("Gezondheid hoort niet")
