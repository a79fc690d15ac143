"""One good question or reaction for this very moment, and why: which one, not yet its words."""

from collections.abc import Sequence

from assistant.faithfulness import content
from assistant.guideline import guideline
from assistant.rehearsal_state import Frozen, State
from assistant.scenarios import Spoken

_AFTER_MOVE = {"push_back": "pushed_back", "deflect": "deflected", "guard": "guarded", "boundary": "boundary"}
_FOR_EMPLOYEE = ("success", "hard", "wish", "need", "commitment")
_BY_ASK = {
    "came_of": "came_of",
    "why_not": "why_not",
    "ask_view": "success",
    "ask_success": "success",
    "ask_hard": "hard",
    "ask_example": "example",
    "ask_wish": "wish",
    "ask_need": "need",
    "ask_need_for": "need",
    "ask_feedback": "feedback",
    "ask_view_point": "point",
    "ask_see_differently": "example",
    "ask_plan": "commitment",
    "ask_due": "deadline",
    "ask_consent": "consent",
    "ask_experience": "experience",
    "add_item": "add_item",
    "ask_reaction": "question",
    "ask_reaction_told": "question",
    "ask_rather": "feedback",
    "ask_example_of": "example",
    "ask_example_success": "example",
    "ask_need_wish": "need",
}


_ABOUT = ("success", "hard", "wish", "need", "feedback")
_SAID = 0.5  # share of a line's content above which the person has said it already


class Hint(Frozen):
    """What the person could do now: ``situation`` is the words' key, ``duty`` the guideline's text.

    ``line`` is what this situation gives the person to say, where it has something that fits.
    """

    situation: str
    duty: str | None = None
    line: str | None = None


def hint(state: State) -> Hint:
    """The hint for this moment.

    For a manager: what the other just did, else the first duty of this phase that is still to be done.
    For an employee: what was just asked, else what has not been said yet.
    """
    found = _for_manager(state) if state.role == "manager" else _for_employee(state)
    fresh = (line for line in _lines(found.situation, state) if not _said(line, state))
    return found.model_copy(update={"line": next(fresh, None)})


def _lines(situation: str, state: State) -> list[str]:
    """What the person's own side of the story holds for such a moment."""
    story, language = state.scenario, state.moment.language
    me, english = story.character(state.role), language == "en"
    spoken: Sequence[Spoken] = ()
    if situation in _ABOUT:
        spoken = [fact for fact in me.facts if situation in fact.about]
    elif situation in ("commitment", "manager_acts"):
        spoken = me.offers
    elif situation == "recognition_first":
        spoken = story.manager.recognitions
    elif situation == "points_with_examples":
        spoken = story.manager.points
    elif situation == "came_of":
        return [item.told_en if english else item.told for item in story.agreements]
    elif situation == "why_not":
        return [item.why_en if english else item.why for item in story.agreements] * (
            state.role == "employee"
        )
    return [item.text(language) for item in spoken]


def _said(line: str, state: State) -> bool:
    wanted = content(line)
    said = frozenset().union(*(content(item.text) for item in state.transcript if item.speaker == state.role))
    return len(wanted & said) > _SAID * len(wanted)


def _for_manager(state: State) -> Hint:
    moment = state.moment
    if (situation := _AFTER_MOVE.get(moment.last_move)) is not None:
        return Hint(situation=situation)
    told = {fact.id: fact for fact in state.scenario.employee.facts}.get(moment.last_told or "")
    if told is not None and told.hidden and moment.last_move == "tell":
        return Hint(situation="confided")
    english = moment.language == "en"
    for duty in guideline().phase(moment.phase).duties:
        if duty.id not in moment.duties:
            return Hint(situation=duty.id, duty=duty.text_en if english else duty.text)
    return Hint(situation="next_phase")


def _for_employee(state: State) -> Hint:
    moment = state.moment
    if moment.last_ask in _BY_ASK:
        return Hint(situation=_BY_ASK[moment.last_ask])
    missing = [kind for kind in _FOR_EMPLOYEE if moment.note(kind) is None]
    return Hint(situation=missing[0] if missing else "question")
