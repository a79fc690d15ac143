import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("first", "then", "passage"),
    [
        ("Hoe lang duurt het gesprek?", "en hoe vaak dan?", "hoe-vaak"),
        ("Is het verplicht?", "waarom?", "verplicht"),
        ("Hoeveel verbeterpunten noem je?", "waarom niet meer dan dat?", "drie-verbeterpunten"),
        ("Wat is een stilte waard?", "en als het online is?", "online-gesprek"),
        ("How long does it take?", "and how often?", "hoe-vaak"),
        ("Hoe bereid ik me voor als medewerker?", "vertel meer", "voorbereiding-medewerker"),
    ],
)
def test_a_question_that_leans_on_the_one_before(first: str, then: str, passage: str) -> None:
    coach = Coach()
    conversation = Conversation().add(first, coach.reply(first))
    assert [source.passage for source in coach.reply(then, conversation).sources] == [passage]


def test_more_tells_something_new() -> None:
    coach = Coach()
    first = coach.reply("Hoe lang duurt het gesprek?")
    more = coach.reply("vertel meer", Conversation().add("Hoe lang duurt het gesprek?", first))
    assert more.sources[0].passage == "duur"
    assert not set(first.sources[0].spans) & set(more.sources[0].spans)


def test_thanks_in_between_does_not_lose_the_thread() -> None:
    coach = Coach()
    conversation = Conversation()
    for message in ("Hoe lang duurt het gesprek?", "dank je"):
        conversation = conversation.add(message, coach.reply(message, conversation))
    assert coach.reply("en hoe vaak dan?", conversation).sources[0].passage == "hoe-vaak"
