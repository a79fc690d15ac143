"""Which phase of the review the talk is in when the person leads it; phases only ever move forward."""

from assistant.guideline import PHASES
from assistant.reading.heard import Heard
from assistant.rehearsal_state import Moment, later

_SHORT_QUESTION = 8
_FORWARD_BY = 7
_CLOSING_BY = 3


def heard_phase(moment: Moment, heard: Heard) -> str:
    """The phase that the manager's words belong to, never earlier than where the talk already is."""
    return max((moment.phase, _named(moment, heard)), key=PHASES.index)


def pressed_phase(phase: str, turns_left: int) -> str:
    """The phase that the time left demands, so that there is room for agreements and a goodbye."""
    floor = "closing" if turns_left <= _CLOSING_BY else "forward" if turns_left <= _FORWARD_BY else phase
    return max((phase, floor), key=PHASES.index)


def asks_on(moment: Moment, heard: Heard) -> bool:
    """Whether the question is about the old agreement that was just spoken of."""
    follows = heard.has("ask_cause", "ask_further", "ask_example") or (
        heard.has("ask_hard") and heard.count <= _SHORT_QUESTION
    )
    return moment.phase == "look_back" and (moment.last_told or "").startswith("agreement:") and follows


def _named(moment: Moment, heard: Heard) -> str:
    started = moment.turn >= 1
    if moment.phase == "opening" and moment.turn < 3 and heard.has("goal", "agenda", "ease"):
        return "opening"
    if heard.has("ask_experience") or (
        heard.has("summary", "follow_up") and later(moment.phase, "manager_view")
    ):
        return "closing"
    if heard.has("farewell") and moment.turn > 2:
        return "closing"
    agrees = heard.has("ask_plan") or (heard.has("propose", "offer") and heard.has("deadline", "ask_consent"))
    if agrees and later(moment.phase, "look_back") and not heard.has("look_back"):
        return "forward"
    if heard.has("improvement") and started and not heard.has("look_back", "ask_plan"):
        return "manager_view"
    if heard.has("look_back") and started and not later(moment.phase, "look_back"):
        return "look_back"
    if heard.has("ask_feedback", "ask_need", "ask_example") and not later("employee_view", moment.phase):
        return "deepening"
    views = heard.has(
        "ask_view", "ask_success", "ask_hard", "ask_energy", "ask_wish", "ask_team", "ask_workload"
    )
    if views and started and not _still_looking_back(moment, heard):
        return "employee_view"
    return PHASES[0]


def _still_looking_back(moment: Moment, heard: Heard) -> bool:
    return (
        asks_on(moment, heard)
        or heard.has("look_back")
        or (moment.phase == "look_back" and not heard.has("ask_view", "ask_success", "ask_hard"))
    )
