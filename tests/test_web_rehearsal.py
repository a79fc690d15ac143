"""The form before a rehearsal, who said what in it, and the debrief, as HTML without a browser."""

from typing import Any

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply, Turn
from assistant.rehearsal_cards import picker_card
from assistant.rehearsal_memory import Choice, OwnStory
from assistant.web.choices import choices
from assistant.web.debrief_advice import advice, is_told
from assistant.web.debrief_card import debriefed
from assistant.web.talk import in_between, said_to_character
from assistant.web.texts import page_texts

TEXTS = page_texts("nl")
START = "Oefen: Vier jaar hetzelfde werk, als leidinggevende, gewoon"


def talk(*messages: str) -> list[Turn]:
    conversation = Conversation()
    for message in messages:
        *_, reply = Coach().stream(message, conversation, "nl")
        conversation = conversation.add(message, reply)
    return list(conversation.turns)


@pytest.mark.parametrize(
    ("choice", "checked"),
    [
        (Choice(), ["gewoon"]),
        (Choice(role="manager", level="hard"), ["leidinggevende", "moeilijk"]),
        (Choice(own=OwnStory()), ["gewoon", "Mijn eigen situatie"]),
    ],
)
def test_what_was_chosen_already_stands_checked(choice: Choice, checked: list[str]) -> None:
    form = choices(picker_card(choice, "nl"), TEXTS, "nl")
    assert [part.rsplit('value="', 1)[1].rstrip('"') for part in form.split(" checked>")[:-1]] == checked


def test_no_form_while_somebody_tells_of_their_own_situation_or_for_a_damaged_card() -> None:
    own = picker_card(Choice(role="manager", own=OwnStory()), "nl")
    assert choices(own, TEXTS, "nl") == "" == choices({"kind": "picker"}, TEXTS, "nl")


def test_a_hostile_title_stays_text() -> None:
    card: dict[str, Any] = picker_card(Choice(), "nl")
    card["scenarios"][0] |= {"title": '"><img src=x>', "summary": "<script>."}
    form = choices(card, TEXTS, "nl")
    assert "<img" not in form and "<script" not in form


def test_lines_carry_a_name_and_orders_do_not() -> None:
    turns = talk(START, "Hoe kijk je zelf terug op dit jaar?", "Hint", "Volgende fase", "Stop")
    assert [said_to_character(turn) for turn in turns] == [None, "Ilse", None, None, None]
    assert [in_between(turn) for turn in turns] == [True, False, True, True, True]


def test_the_debrief_puts_what_was_said_beside_what_would_be_better() -> None:
    reply = talk(TEXTS.debrief_example)[-1].reply
    card = debriefed(reply.card)
    assert card and is_told(reply)
    shown = advice(card, reply, TEXTS)
    assert shown.index("Dit ging goed") < shown.index("Dit kun je de volgende keer proberen")
    assert shown.count('class="version better"') == len(card.priorities)
    assert "Wel kwam je bestelling vorige maand drie keer te laat." in shown


def test_a_last_word_after_the_end_does_not_tell_the_debrief_again() -> None:
    turns = talk(
        START, "Hoe kijk je zelf terug op dit jaar?", "Stop", "Dank je wel, Ruben, tot morgen dan maar."
    )
    assert is_told(turns[2].reply) and not is_told(turns[3].reply)
    assert not is_told(Reply(text=""))
