"""What is asked before special personal data would leave the machine."""

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply
from assistant.reading.sensitive import sensitive
from assistant.voice.language_model import LanguageModel
from tests.scripted_model import Script, ScriptedModel

ILL = "Ik heb een burn-out. Hoe bereid ik me voor op het gesprek?"
GOOD = "Bereid je rustig voor: zet op een rij hoe je werk ging [1]."


def coach(*script: Script, local: bool = False) -> tuple[Coach, ScriptedModel]:
    model = ScriptedModel(*script)
    model.local = local
    return Coach(voice=LanguageModel(model)), model


def ask(asked: Coach, message: str, before: Conversation | None = None) -> tuple[Reply, Conversation]:
    before = before or Conversation()
    reply = asked.reply(message, before)
    return reply, before.add(message, reply)


def test_it_is_asked_first_and_nothing_is_sent() -> None:
    asked, model = coach()
    reply, _ = ask(asked, ILL)
    assert "gezondheid" in reply.text and "model.example" in reply.text
    assert reply.suggestions == ["Verstuur zo", "Antwoord zonder taalmodel"]
    assert not model.asked


def test_sending_it_answers_the_message_that_waited() -> None:
    asked, model = coach(GOOD, GOOD)
    _, before = ask(asked, ILL)
    _, before = ask(asked, "Verstuur zo", before)
    assert "burn-out" in model.asked[0].user
    ask(asked, ILL, before)
    assert len(model.asked) == 2, "who agreed once is not asked again about the same"


def test_without_the_model_it_is_answered_here() -> None:
    asked, model = coach()
    _, before = ask(asked, ILL)
    reply, _ = ask(asked, "Antwoord zonder taalmodel", before)
    assert reply.voice == "phrasebook" and reply.sources
    assert not model.asked


def test_another_message_lets_the_first_one_go() -> None:
    asked, model = coach("45 tot 60 minuten duurt het gesprek [1].")
    _, before = ask(asked, ILL)
    reply, after = ask(asked, "Hoe lang duurt het gesprek?", before)
    assert "burn-out" not in model.asked[0].user.splitlines()[-1]
    assert after.state["consent"]["message"] is None and reply.sources


def test_a_model_on_this_machine_asks_nothing() -> None:
    asked, model = coach(GOOD, local=True)
    reply, _ = ask(asked, ILL)
    assert model.asked and "gezondheid" not in reply.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ik zit thuis met een burn-out.", "health"),
        ("Vanwege mijn diabetes moet ik op tijd eten.", "health"),
        ("Ik ben zwanger en dat wil ik vertellen.", "pregnancy"),
        ("Tijdens de ramadan werk ik liever vroeg.", "religion"),
        ("Ik ben lid van de FNV.", "union"),
        ("Mijn afkomst speelt hier een rol.", "origin"),
        ("Ik ben lid van de PVV.", "politics"),
        ("Ik ben homo en dat weet niemand.", "sexuality"),
        ("Ik heb een strafblad.", "criminal"),
        ("I'm a member of a trade union.", "union"),
    ],
)
def test_special_personal_data_is_seen(text: str, kind: str) -> None:
    assert kind in sensitive(text)


@pytest.mark.parametrize(
    "text",
    [
        "Met gezond verstand komen we er wel.",
        "Ik geloof dat het gesprek goed ging.",
        "Er stond een partij goederen in de weg.",
        "Hoe lang duurt het gesprek?",
        "We stemmen het rooster op elkaar af.",
        "Ik wil leidinggevende worden.",
        "Mijn collega heeft me geholpen met de planning.",
        "Ik ben trots op de Turkse vertaling van de folder.",
        "De politie belde over de parkeerplaats.",
        "Wij werken voor een gezonde organisatie.",
    ],
)
def test_ordinary_words_ask_nothing(text: str) -> None:
    assert sensitive(text) == []
