"""Better lines in a model's words: only what the person could have said, and what the rule asks for."""

from typing import Any

import pytest

from assistant.debrief import debrief
from assistant.debrief_shapes import Debrief, Finding
from assistant.model import Trouble
from assistant.transcripts import Line
from assistant.voice.language_model import LanguageModel
from tests.scripted_model import Script, ScriptedModel

TALK = [
    Line(speaker="manager", text="Ik vind dat je het te vaak laat liggen. Je moet sneller werken."),
    Line(speaker="employee", text="Ja, oké. De orders kwamen dit jaar steeds later binnen."),
    Line(speaker="manager", text="Prima, dan gaan we het zo doen."),
    Line(speaker="employee", text="Goed."),
]
GOOD = {
    "rule": "feedback_for_manager",
    "quote": "Prima, dan gaan we het zo doen.",
    "better": "Wat kan ik als leidinggevende anders doen, zodat die orders je niet meer opbreken?",
}


@pytest.fixture(scope="module")
def plain() -> Debrief:
    found = debrief(TALK, "manager")
    return found.model_copy(update={"priorities": ["feedback_for_manager"]})


def improved(plain: Debrief, *script: Script) -> tuple[Finding, Any]:
    shown, made = LanguageModel(ScriptedModel(*script)).better_lines(plain, TALK, "nl")
    return next(finding for finding in shown.findings if finding.rule == "feedback_for_manager"), made


def test_a_fitting_line_takes_the_place_of_the_phrasebooks(plain: Debrief) -> None:
    finding, made = improved(plain, {"lines": [GOOD]})
    assert finding.better == GOOD["better"]
    assert finding.instead_of and (finding.instead_of.turn, finding.instead_of.text) == (2, GOOD["quote"])
    assert (made.voice, made.model, made.replaced) == ("language_model", "scripted", 0)
    assert finding.status == "broken"


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Dan doen we het zo."},
        {"quote": "Ja, oké."},
        {"better": "Wat kan ik als leidinggevende anders doen, Karel?"},
        {"better": "Wat kan ik voor 12 maart als leidinggevende anders doen?"},
        {"better": "Vertel me wat ik als leidinggevende anders kan doen."},
        {"better": "What can I do differently as your manager?"},
        {"better": "Hoe laat is het?"},
        {"better": "Als taalmodel vraag ik: wat kan ik als leidinggevende anders doen?"},
        {"rule": "bestaat_niet"},
    ],
)
def test_a_line_that_does_not_fit_is_left_out(plain: Debrief, change: dict[str, str]) -> None:
    before = next(finding for finding in plain.findings if finding.rule == "feedback_for_manager")
    finding, made = improved(plain, {"lines": [GOOD | change]})
    assert finding == before
    assert (made.voice, made.replaced) == ("phrasebook", 1)


@pytest.mark.parametrize("reply", [{"anders": 1}, Trouble("down")])
def test_no_lines_leave_the_phrasebooks(plain: Debrief, reply: Script) -> None:
    finding, made = improved(plain, reply)
    assert finding.better and made.notice


def test_nothing_to_improve_asks_nothing(plain: Debrief) -> None:
    model = ScriptedModel()
    LanguageModel(model).better_lines(plain.model_copy(update={"priorities": []}), TALK, "nl")
    assert not model.asked
