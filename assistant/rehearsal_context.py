"""What a turn of the employee means as an answer to the question that was just asked.

"De inkoop en het rooster, sinds de souschef weg is" holds no word of trouble; after "Wat was lastig?" it
tells what was hard all the same.
"""

import re

from assistant.reading.heard import Heard
from assistant.rehearsal_state import State

_ANSWERED = {
    "ask_success": "success",
    "ask_hard": "hard",
    "ask_wish": "wish",
    "ask_need": "need",
    "ask_need_for": "need",
    "ask_need_wish": "need",
    "ask_feedback": "feedback",
    "ask_plan": "commitment",
}
_CONTRARY = {"success": "hard", "hard": "success"}
_NO_ANSWER = (
    "unknown",
    "vague",
    "refusal",
    "off_topic",
    "hostile",
    "injection",
    "silence",
    "disagree",
    "postpones",
)
_FEW = 4
"""Words up to which a turn is too short to be an answer with something in it."""
_DENIES = re.compile(r"\W*(?:nou |eh,? )?(?:nee|niet|niks|niets|geen|no|not|nothing)\b", re.I)
_SHORT_DENIAL = 10
_GLOOMY = re.compile(
    r"\b(?:niet|niks|niets|geen|nooit|niemand|klacht\w*|ruzie|fout\w*|storing\w*|te laat|vergeten|zoeken|"
    r"alleen maar|helaas|mis|lastig|moeilijk|not|nobody|never|nothing|complaints?|wrong|late)\b",
    re.I,
)
"""Who is asked for a success and says such words, tells something else."""
_KEPT = re.compile(
    r"\b(?:gedaan|gehaald|afgerond|afgemaakt|gelukt|klaar|geslaagd|zelfstandig|"
    r"did it|done|finished|passed|completed)\b",
    re.I,
)
"""Whoever is asked what came of an agreement and says such words has kept it."""
_WELL = re.compile(
    r"\b(?:goed|prima|lekker|top|zin in|ja|jawel|klaar|benieuwd|fijn|uitgerust|rustig|"
    r"yes|fine|good|great|well|ready)\b",
    re.I,
)
"""Whoever is asked how they are and says none of these, says how they feel in words of their own."""


def in_context(heard: Heard, state: State) -> Heard:
    """The acts of the turn, with the one that it performs as an answer to the last question."""
    asked = state.moment.last_ask or ""
    if asked == "how_sit" and heard.count >= _FEW and not heard.asks and not _WELL.search(heard.text):
        return heard.model_copy(update={"acts": heard.acts | {"feeling"}})
    if asked == "came_of" and _KEPT.search(heard.text) and not _GLOOMY.search(heard.text):
        return heard.model_copy(update={"acts": heard.acts | {"kept"}})
    act = _ANSWERED.get(asked)
    if act is None or state.role != "employee" or not _answers(heard, act):
        return heard
    if act == "success" and not heard.has(act) and _GLOOMY.search(heard.text):
        act = "hard"
    # "Je vraagt nooit hoe laat ik klaar ben" is no reproach when the manager asked for it.
    dropped = {"blame"} if act == "feedback" else set()
    return heard.model_copy(update={"acts": (heard.acts - dropped) | {act}})


def _answers(heard: Heard, act: str) -> bool:
    contrary = _CONTRARY.get(act)
    if contrary and heard.has(contrary) and not heard.has(act):
        return False
    if heard.has("gratitude", "relieved") and not heard.has(act):
        return False
    if act == "commitment" and heard.has("need", "wish", "hard", "feedback"):
        return heard.has("commitment")
    denies = _DENIES.match(heard.text) and heard.count <= _SHORT_DENIAL
    return heard.count > _FEW and not heard.asks and not heard.has(*_NO_ANSWER) and not denies
