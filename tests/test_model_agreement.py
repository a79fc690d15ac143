"""Agreements in a model's words: nothing lost, nothing invented, the rules keep the verdicts."""

import datetime
from typing import Any

import pytest

from assistant.coach import Coach
from assistant.model import Trouble
from assistant.smart import rewrite
from assistant.voice.language_model import LanguageModel
from tests.scripted_model import Script, ScriptedModel

TODAY = datetime.date(2026, 11, 24)
TEXT = "Fatima gaat vóór 1 maart drie offertes opvragen bij leveranciers."
GOOD: dict[str, Any] = {
    "text": "Fatima vraagt drie offertes op bij leveranciers, vóór 1 maart. "
    "[Is iedereen het ermee eens?] [Wat is ervoor nodig?]",
    "who": "Fatima",
    "what": "vraagt drie offertes op bij leveranciers",
    "measure": "drie offertes",
    "deadline": "vóór 1 maart",
    "consent": None,
    "feasibility": None,
}


@pytest.fixture(scope="module")
def plain() -> str:
    return rewrite(TEXT, TODAY).agreements[0].text


@pytest.fixture(scope="module")
def good(plain: str) -> dict[str, Any]:
    """The reply above with the placeholders that the rules put in."""
    holes = plain[plain.index("[") :] if "[" in plain else ""
    return GOOD | {"text": f"Fatima vraagt drie offertes op bij leveranciers, vóór 1 maart. {holes}".strip()}


def worded(*script: Script) -> Any:
    return rewrite(TEXT, TODAY, voice=LanguageModel(ScriptedModel(*script)))


def test_a_faithful_wording_is_shown(good: dict[str, Any], plain: str) -> None:
    result = worded(good)
    assert result.agreements[0].text == good["text"] != plain
    assert result.voice == "language_model"
    assert result.agreements[0].criteria == rewrite(TEXT, TODAY).agreements[0].criteria


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Fatima vraagt vier offertes op bij leveranciers, vóór 1 maart. {holes}"},
        {"text": "Fatima vraagt samen met Karel drie offertes op bij leveranciers, vóór 1 maart. {holes}"},
        {"text": "Fatima vraagt drie offertes op bij leveranciers. {holes}"},
        {"text": "Fatima vraagt drie offertes op bij leveranciers, vóór 1 maart."},
        {"text": "Fatima vraagt geen drie offertes op bij leveranciers, vóór 1 maart. {holes}"},
        {"text": "Fatima requests three quotes from suppliers, vóór 1 maart. {holes}"},
        {"text": ""},
        {"what": "belt leveranciers"},
        {"consent": "vóór 1 maart"},
        {"text": "Fatima vraagt drie offertes op bij leveranciers, vóór 1 maart. " + "Zo gaat het. " * 30},
    ],
)
def test_an_unfaithful_wording_is_not(change: dict[str, str], good: dict[str, Any], plain: str) -> None:
    holes = good["text"][good["text"].index("[") :]
    changed = good | {name: text.replace("{holes}", holes) for name, text in change.items()}
    result = worded(changed)
    assert result.agreements[0].text == plain
    assert result.voice == "phrasebook"


@pytest.mark.parametrize("reply", [{"text": "x"}, Trouble("down")])
def test_no_shape_or_no_provider_gives_the_rules_text(reply: Script, plain: str) -> None:
    assert worded(reply).agreements[0].text == plain


def test_in_the_conversation_it_is_worded_once_and_shown_on_the_card(good: dict[str, Any]) -> None:
    model = ScriptedModel(good)
    coach = Coach(voice=LanguageModel(model))
    first = coach.reply(f"maak SMART: {TEXT}", today=TODAY)
    assert first.card and first.card["agreements"][0]["text"] == good["text"]
    assert (first.voice, first.model) == ("language_model", "scripted")
    assert "drie offertes" in model.asked[0].user
    assert first.state["smart_words"]


def test_a_failing_provider_leaves_a_notice_in_the_conversation(plain: str) -> None:
    reply = Coach(voice=LanguageModel(ScriptedModel(Trouble("busy")))).reply(
        f"maak SMART: {TEXT}", today=TODAY
    )
    assert reply.card and reply.card["agreements"][0]["text"] == plain
    assert reply.notice and "druk" in reply.notice
