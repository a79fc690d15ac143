"""A conversation that is pasted in the chat is debriefed."""

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply
from assistant.errors import PersonError
from assistant.pasted import pasted
from assistant.transcripts import MAX_BYTES

TALK = """Leidinggevende: Fijn dat je er bent. Doel is samen terugkijken, we hebben een uur.
Medewerker: Dank je, ik heb er zin in.
Leidinggevende: Hoe kijk je zelf terug op het jaar?
Medewerker: Ik ben trots op de verhuizing in mei, die liep op tijd.
Leidinggevende: Mooi. Wat spreken we af?
Medewerker: Ik volg vóór 1 maart de cursus planning."""
SHORT = "M: Hoe gaat het? W: Goed hoor. M: Wat spreken we af? W: Ik bel Kees vóór 1 maart."


def reply(message: str, conversation: Conversation | None = None) -> Reply:
    return Coach().reply(message, conversation or Conversation())


@pytest.mark.parametrize(
    "message", [TALK, f"bespreek dit gesprek na: {TALK}", SHORT, f"Bespreek dit na:\n{SHORT}"]
)
def test_a_pasted_conversation_is_debriefed_for_the_manager(message: str) -> None:
    found = reply(message)
    assert found.feature == "debrief" and found.card
    assert (found.card["kind"], found.card["role"]) == ("debrief", "manager")


@pytest.mark.parametrize(
    "opening", ["Ik ben de medewerker.\n", "Bespreek dit gesprek na, ik was de medewerker:\n"]
)
def test_the_role_can_be_told(opening: str) -> None:
    found = reply(opening + TALK)
    assert found.card and found.card["role"] == "employee" and len(found.card["transcript"]) == 6


def test_the_other_side_is_one_message_away() -> None:
    first = reply(TALK)
    message = first.suggestions[0]
    other = reply(message, Conversation().add(TALK, first))
    assert other.card and other.card["role"] == "employee"
    third = reply(other.suggestions[0], Conversation().add(TALK, first).add(message, other))
    assert third.card == first.card


@pytest.mark.parametrize(
    "message",
    [
        "Hoe lang duurt het gesprek?",
        "Doel: beter plannen\nDatum: 1 maart\nWie: Tom\nWat: een cursus",
        "Maak SMART: Tom belt Mo.",
        "Ik wil mijn gesprek bespreken met HR.",
    ],
)
def test_other_messages_are_no_conversation(message: str) -> None:
    assert pasted(message) is None


def test_an_announcement_alone_asks_for_the_conversation() -> None:
    assert "Plak het gesprek" in reply("Bespreek mijn gesprek na").text


@pytest.mark.parametrize(
    "message",
    [
        (TALK + "\n") * (MAX_BYTES // len(TALK) + 1),
        "bespreek dit gesprek na: bla bla bla",
        "bespreek dit gesprek na: Leidinggevende: Hoi.\nMedewerker: Hoi.",
        "bespreek dit gesprek na: {kapot",
        "x" * 5000,
    ],
)
def test_what_is_no_conversation_is_refused_kindly(message: str) -> None:
    with pytest.raises(PersonError):
        reply(message)


def test_english() -> None:
    text = "Manager: How was your year?\nEmployee: I am proud of the move in May, it went well.\n"
    assert "This went well" in reply(f"Debrief this talk for the employee:\n{text}{text}").text
