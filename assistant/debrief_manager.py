"""What a conversation shows about the manager: the twelve rules, each decided on verbatim quotes."""

from collections.abc import Callable

from assistant.debrief_shapes import Verdict, broken, kept, not_applicable, verdict
from assistant.guideline import Role, guideline
from assistant.reading.learned import Read
from assistant.reading.marks import marks
from assistant.reading.praise import separate_things
from assistant.reading.talk import Quote, Talk, quote
from assistant.reading.text import sentences, words

_OPENING = 5  # turns
_NEAR = 2  # turns, within which an example still goes with its point
_PLAINLY = 0.25  # margin; a story without "you" is a judgement only from here
# These three were chosen on the example talks, by scores of fits that had not seen the author.
_EARLY = 0.15  # margin from which a sentence judges before the employee has told their view
_BARELY = 0.1  # margin up to which an example is no point of its own
_SHOWN = 0.15  # margin from which an example is one


def share_of(talk: Talk, speaker: Role) -> float:
    """The share of all words that one speaker says, 0 to 1; 0 when nobody says anything."""
    counts = {"manager": 0, "employee": 0}
    for line in talk.lines:
        counts[line.speaker] += len(words(line.text))
    return round(counts[speaker] / max(1, sum(counts.values())), 3)


def goal_and_agenda(talk: Talk) -> Verdict:
    """The opening names the goal, and the agenda or the time."""
    goal = talk.quotes("goal", "manager", 0, _OPENING)
    frame = [found for act in ("agenda", "time") for found in talk.quotes(act, "manager", 0, _OPENING)]
    return verdict(bool(goal and frame), [*goal[:1], *frame[:1]])


def look_back(talk: Talk) -> Verdict:
    """Earlier agreements are gone into, by either of them."""
    return _any(talk.quotes("look_back"))


def employee_first(talk: Talk) -> Verdict:
    """The employee's view of the period comes before the manager's."""
    until = len(talk.lines) if talk.view is None else talk.view
    praise = talk.find("recognition", "manager", 0, until)
    judged = [
        quote(one)
        for act, found in (("recognition", praise), ("improvement", points_of(talk, until)))
        for one in found
        if one.margin(act) > (_EARLY if "you" in marks(one.placed.text) else _PLAINLY)
    ]
    if judged:
        return broken(judged[:2])
    return not_applicable() if talk.view is None else kept([_opening_words(talk, talk.view)])


def talk_share(talk: Talk) -> Verdict:
    """The manager's share of the words; held against them only above the limit."""
    share, limits = share_of(talk, "manager"), guideline().talk_share
    over = share > limits.manager_too_much
    longest = max(
        (turn for turn, line in enumerate(talk.lines) if line.speaker == "manager"),
        key=lambda turn: len(talk.lines[turn].text),
        default=None,
    )
    quotes = [_opening_words(talk, longest)] if over and longest is not None else []
    return verdict(not over, quotes, measured=share, limit=limits.manager)


def feedback_for_manager(talk: Talk) -> Verdict:
    """The manager asks how they do themself, or makes room for it."""
    return _any(talk.quotes("ask_feedback", "manager"))


def recognition_ratio(talk: Talk) -> Verdict:
    """Enough recognitions for every improvement point."""
    least = guideline().improvement_points.recognitions_each
    praise, points = talk.find("recognition", "manager"), points_of(talk)
    if not points:
        return not_applicable()
    praised = sum(max(one.times("recognition"), separate_things(one.placed.text)) for one in praise)
    each = praised / _times(points)
    quotes = [quote(one) for one in praise][: 2 * least] or [quote(points[0])]
    return verdict(each >= least, quotes, measured=round(each, 2), limit=least)


def improvement_points(talk: Talk) -> Verdict:
    """No more improvement points than a person can take in."""
    most = guideline().improvement_points.at_most
    points = points_of(talk)
    count = _times(points)
    return verdict(count <= most, [quote(point) for point in points], measured=count, limit=most)


def examples(talk: Talk) -> Verdict:
    """Every improvement point has its example."""
    told = [one for one in talk.told if one.placed.speaker == "manager"]
    points = [index for index, one in enumerate(told) if _is_point(one)]
    if not points:
        return not_applicable()
    shown = [_example_of(index, told, points) for index in points]
    bare = [quote(told[index]) for index, example in zip(points, shown, strict=True) if example is None]
    quotes = bare or [quote(example) for example in shown if example]
    return verdict(not bare, quotes, measured=len(points) - len(bare), limit=len(points))


def _example_of(index: int, told: list[Read], points: list[int]) -> Read | None:
    """The example of a point: itself, what soon follows it, or what leads up to it."""
    turn = told[index].placed.turn
    after = [one for one in told[index:] if one.placed.turn <= turn + _NEAR]
    start = max((other + 1 for other in points if other < index), default=0)
    before = [one for one in told[start:index] if one.placed.turn == turn and not one.does("recognition")]
    return next((one for one in [*after, *before] if one.margin("example") > _SHOWN), None)


def smart_agreements(talk: Talk) -> Verdict:
    """Agreements were made, each with who, an action that can be seen, and a date or term."""
    made = talk.agreements
    loose = [one for one in made if is_loose(one)]
    quotes = [quote(one) for one in loose or made]
    return verdict(bool(made) and not loose, quotes[:3], measured=len(made) - len(loose), limit=len(made))


def both_parties_act(talk: Talk) -> Verdict:
    """Both take on at least one action."""
    theirs = talk.quotes("employee_action", "manager") + talk.quotes("own_action", "employee")
    mine = talk.quotes("manager_action")
    return verdict(bool(theirs and mine), [*mine[:2], *theirs[:2]], bool(theirs) + bool(mine), limit=2)


def summary(talk: Talk) -> Verdict:
    """The agreements are summarised, and the employee is asked how the talk was."""
    told, asked = talk.quotes("summary"), talk.quotes("ask_experience", "manager")
    return verdict(bool(told and asked), [*told[:1], *asked[-1:]])


def follow_up(talk: Talk) -> Verdict:
    """A moment to look at it together is planned, with a date or term."""
    return _any(talk.quotes("follow_up", "manager"))


def is_loose(one: Read) -> bool:
    """Whether an agreement lacks who, an action that can be seen, or a date or term."""
    return one.margin("loose") > max(0.0, one.margin("smart"))


def points_of(talk: Talk, end: int | None = None) -> list[Read]:
    """The manager's improvement points, up to turn ``end``."""
    return [one for one in talk.find("improvement", "manager", 0, end) if _is_point(one)]


def _is_point(one: Read) -> bool:
    """Whether a sentence is a point, and not rather praise or the example of another point."""
    if not one.does("improvement") or one.scores["improvement"] <= one.scores["recognition"]:
        return False
    return one.margin("improvement") > _BARELY or one.scores["improvement"] >= one.scores["example"]


def _times(points: list[Read]) -> int:
    return sum(one.times("improvement") for one in points)


def _any(found: list[Quote]) -> Verdict:
    return verdict(bool(found), found[:2])


def _opening_words(talk: Talk, turn: int) -> Quote:
    first = sentences(talk.lines[turn].text)
    return Quote(turn, first[0].text if first else "")


MANAGER_RULES: dict[str, Callable[[Talk], Verdict]] = {
    "goal_and_agenda": goal_and_agenda,
    "look_back": look_back,
    "employee_first": employee_first,
    "talk_share": talk_share,
    "feedback_for_manager": feedback_for_manager,
    "recognition_ratio": recognition_ratio,
    "improvement_points": improvement_points,
    "examples": examples,
    "smart_agreements": smart_agreements,
    "both_parties_act": both_parties_act,
    "summary": summary,
    "follow_up": follow_up,
}
