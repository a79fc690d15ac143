"""What a conversation shows about the employee: the eight rules, each decided on verbatim quotes."""

from collections.abc import Callable

from assistant.debrief_manager import is_loose
from assistant.debrief_shapes import Verdict, broken, not_applicable, verdict
from assistant.reading.talk import Talk, quote


def own_successes(talk: Talk) -> Verdict:
    """Something to be proud of, or that worked."""
    return _told(talk, "success")


def own_examples(talk: Talk) -> Verdict:
    """A concrete example with a success; without a success there is nothing to back."""
    if own_successes(talk).status != "kept":
        return not_applicable()
    return _told(talk, "example")


def own_honesty(talk: Talk) -> Verdict:
    """What went less well or was hard, in their own work."""
    return _told(talk, "difficulty")


def own_wishes(talk: Talk) -> Verdict:
    """What they want to learn, or where they want to be."""
    return _told(talk, "wish")


def own_needs(talk: Talk) -> Verdict:
    """What they need from the manager or the organisation."""
    return _told(talk, "need")


def own_feedback(talk: Talk) -> Verdict:
    """Feedback for the manager on what they do; an attack on the person is none."""
    given = _told(talk, "feedback")
    return given if given.quotes else broken(talk.quotes("attack", "employee")[:1])


def own_questions(talk: Talk) -> Verdict:
    """At least one real question to the manager."""
    return _told(talk, "question")


def own_agreement(talk: Talk) -> Verdict:
    """An agreement of their own, in their own words, with a date or term."""
    made = talk.find("own_action", "employee")
    dated = [one for one in made if one.does("smart") and not is_loose(one)]
    return verdict(bool(dated), [quote(one) for one in dated or made][:2])


def _told(talk: Talk, act: str) -> Verdict:
    """Kept when the employee says such a thing, and not rather that there is nothing of the kind."""
    found = [one for one in talk.find(act, "employee") if one.margin("denial") < one.margin(act)]
    return verdict(bool(found), [quote(one) for one in found[:2]])


EMPLOYEE_RULES: dict[str, Callable[[Talk], Verdict]] = {
    "own_successes": own_successes,
    "own_examples": own_examples,
    "own_honesty": own_honesty,
    "own_wishes": own_wishes,
    "own_needs": own_needs,
    "own_feedback": own_feedback,
    "own_questions": own_questions,
    "own_agreement": own_agreement,
}
