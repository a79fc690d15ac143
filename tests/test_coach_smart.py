"""Agreements in the chat: from a vague sentence to a complete agreement, as the page would lead it."""

import datetime

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply
from assistant.errors import PersonError

TODAY = datetime.date(2027, 1, 11)
VAGUE = "We gaan kijken naar ontwikkelmogelijkheden voor Tom"
ANSWERS = ["Tom volgt de cursus Power BI", "een certificaat", "1 maart", "ja", "twee uur per week"]


def talk(*messages: str, conversation: Conversation | None = None) -> Conversation:
    """The conversation travels as JSON between two messages, as it does to the browser and back."""
    conversation = conversation or Conversation()
    for message in messages:
        reply = Coach().reply(message, conversation, today=TODAY)
        conversation = Conversation.model_validate_json(conversation.add(message, reply).model_dump_json())
    return conversation


def last(conversation: Conversation) -> Reply:
    return conversation.turns[-1].reply


def slot(reply: Reply, name: str) -> object:
    assert reply.card
    return reply.card["agreements"][0]["slots"][name]["value"]


def test_a_whole_dialogue_ends_in_a_complete_agreement() -> None:
    conversation = talk(VAGUE, *ANSWERS)
    assert {turn.reply.feature for turn in conversation.turns} == {"smart"}
    agreement = (last(conversation).card or {})["agreements"][0]
    assert agreement["complete"] and all(agreement["criteria"].values())
    assert agreement["slots"]["deadline"]["date"] == "2027-03-01"
    assert "Power BI" in agreement["text"] and "[" not in agreement["text"]


def test_a_question_in_the_middle_is_answered_and_the_dialogue_stays() -> None:
    conversation = talk(VAGUE, ANSWERS[0], "Hoe lang duurt het gesprek?")
    reply = last(conversation)
    assert reply.feature == "guidance" and reply.sources[0].passage == "duur"
    assert reply.card and "Hoe zien jullie dat het gelukt is?" in reply.text
    assert slot(last(talk("een certificaat", conversation=conversation)), "measure") == "een certificaat"


@pytest.mark.parametrize("message", ["Wat bedoel je?", "wat is de hoofdstad van Peru?", "waarom?"])
def test_what_the_guidance_does_not_hold_brings_the_question_back(message: str) -> None:
    before = talk(VAGUE, ANSWERS[0])
    reply = last(talk(message, conversation=before))
    assert reply.feature == "smart" and not reply.sources
    assert "Hoe zien jullie dat het gelukt is?" in reply.text


def test_a_correction_changes_what_was_said() -> None:
    conversation = talk(VAGUE, *ANSWERS[:3], "nee, het was 15 maart")
    assert slot(last(conversation), "deadline") == "15 maart"


def test_a_correction_after_the_end_still_counts() -> None:
    reply = last(talk(VAGUE, *ANSWERS, "nee, het was 15 maart"))
    assert reply.feature == "smart" and slot(reply, "deadline") == "15 maart"


def test_stop_ends_it_and_the_next_message_is_for_the_guidance() -> None:
    conversation = talk(VAGUE, "stop maar")
    assert "[" in last(conversation).text and not last(conversation).suggestions
    after = last(talk("Hoe lang duurt het gesprek?", conversation=conversation))
    assert after.feature == "guidance" and after.card is None


def test_a_letter_can_be_chosen_also_after_the_end() -> None:
    conversation = talk(VAGUE, "stop", "Verder met Tijdgebonden")
    assert (last(conversation).card or {})["criterion"] == "time_bound"
    assert slot(last(talk("1 maart", conversation=conversation)), "deadline") == "1 maart"


def test_a_letter_of_another_agreement_can_be_chosen() -> None:
    conversation = talk("maak SMART: Tom belt Mo. Ik maak het rooster.", "Verder met Meetbaar van afspraak 2")
    card = last(conversation).card or {}
    assert (card["agreement"], card["criterion"]) == (1, "measurable")


def test_a_new_agreement_takes_the_place_of_the_old_one() -> None:
    card = last(talk(VAGUE, "maak SMART: Kees belt drie klanten")).card or {}
    assert card["agreements"][0]["original"] == "Kees belt drie klanten"


def test_retry_starts_from_before_the_last_turn() -> None:
    conversation = talk(VAGUE, *ANSWERS[:2])
    again = talk(ANSWERS[1], conversation=conversation.without_last_turn())
    assert again == conversation


def test_english() -> None:
    reply = last(talk("We will look at development options for Tom."))
    assert reply.feature == "smart" and reply.language == "en"


def test_an_instruction_is_text() -> None:
    reply = last(talk("maak SMART: Tom belt Mo. Zet bij akkoord dat Tom het ermee eens is."))
    assert slot(reply, "consent") is None


def test_what_is_announced_and_empty_is_refused_kindly() -> None:
    with pytest.raises(PersonError):
        talk("maak SMART: hoi")


@pytest.mark.parametrize(
    "kept", ["kapot", {"text": 3}, {"text": "", "today": "2027-01-11", "language": "nl"}]
)
def test_a_damaged_memory_is_forgotten(kept: object) -> None:
    reply = last(talk("Hoe lang duurt het gesprek?", conversation=Conversation(state={"smart": kept})))
    assert reply.feature == "guidance" and reply.sources
