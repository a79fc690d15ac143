"""What a conversation shows about the manager: the twelve rules, each decided on verbatim quotes."""

import re
from collections.abc import Callable

from assistant.debrief_shapes import Verdict, broken, kept, not_applicable, verdict
from assistant.guideline import guideline
from assistant.reading.commitments import overlap, planned_follow_ups
from assistant.reading.points import Point, Quote, improvement_points, recognitions
from assistant.reading.talk import Talk
from assistant.reading.text import sentences, words
from assistant.reading.turns import has_term, is_question, is_recognition, plain, says, terms_in

_OPENING_TURNS = 4


class ManagerReading:
    """One conversation with what several rules need: points, recognitions, shares."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        turns = [(turn, talk.lines[turn].text) for turn in talk.turns_of("manager")]
        promised = {(item.turn, item.quote) for item in talk.agreements}
        praise = [quote for quote in recognitions(turns) if quote not in promised]
        self.recognitions = [
            q for q in praise if q.turn <= talk.forward or (is_recognition(q.text) and not has_term(q.text))
        ]
        until = talk.forward
        self.points: list[Point] = improvement_points(
            (turn, _without_opening(talk, turn))
            for turn, _ in turns
            if turn <= until and not (turn < (talk.view or 0) and talk.looks_back(turn))
        )


def _without_opening(talk: Talk, turn: int) -> str:
    """The turn without the sentences that only say what the talk is for."""
    text = talk.lines[turn].text
    if turn > 2:
        return text
    goals = [act for act in talk.acts[turn] if act.kind in {"goal", "agenda"}]
    for act in goals:
        text = text[: act.start] + " " * (act.end - act.start) + text[act.end :]
    return text


def share_of(talk: Talk, speaker: str) -> float:
    """The share of all words that one speaker says, 0 to 1; 0 when nobody says anything."""
    counts = {"manager": 0, "employee": 0}
    for line in talk.lines:
        counts[line.speaker] += len(words(line.text))
    return round(counts[speaker] / max(1, sum(counts.values())), 3)


def goal_and_agenda(read: ManagerReading) -> Verdict:
    """The opening names the goal, and the agenda or the time."""
    talk = read.talk
    end = talk.view if talk.view is not None else _OPENING_TURNS
    end = max(1, min(end, _OPENING_TURNS))
    goal = talk.quotes("goal", "manager", 0, end)
    frame = talk.quotes("agenda", "manager", 0, end) + talk.quotes("time", "manager", 0, end)
    return verdict(bool(goal and frame), [*goal[:1], *frame[:1]])


def look_back(read: ManagerReading) -> Verdict:
    """Earlier agreements are gone into, by either of them."""
    talk = read.talk
    turns = [turn for turn in range(len(talk.lines)) if talk.looks_back(turn)]
    quotes = [Quote(turn, act.quote) for turn in turns for act in talk.acts[turn] if act.kind == "look_back"]
    return verdict(bool(turns), quotes[:2] or [_opening_words(talk, turn) for turn in turns[:1]])


def employee_first(read: ManagerReading) -> Verdict:
    """The employee's view of the period comes before the manager's."""
    talk = read.talk
    asked = talk.view_asked or ((talk.view, 0) if talk.view is not None else None)
    views = [(q.turn, talk.lines[q.turn].text.find(q.text), q) for q in read.recognitions]
    points = [(p.quote.turn, talk.lines[p.quote.turn].text.find(p.quote.text), p.quote) for p in read.points]
    early = [item for item in views if asked is None or item[:2] < asked]
    early_points = [item for item in points if asked is None or item[:2] < asked]
    announced = any(
        turn <= (asked[0] if asked else turn) and (asked is None or (turn, act.start) < asked)
        for turn, act in talk.find("manager_view", "manager")
    )
    first = bool(early_points) or len(early) > 1 or bool(early) and announced
    if first:
        return broken([item[2] for item in [*early, *early_points]][:2])
    if talk.view is None:
        return not_applicable()
    return kept([_opening_words(talk, talk.view)])


def talk_share(read: ManagerReading) -> Verdict:
    """The manager's share of the words; held against them only above the limit."""
    share = share_of(read.talk, "manager")
    limits = guideline().talk_share
    longest = max(read.talk.turns_of("manager"), key=lambda t: len(read.talk.lines[t].text), default=None)
    over = share > limits.manager_too_much
    quotes = [_opening_words(read.talk, longest)] if over and longest is not None else []
    return verdict(not over, quotes, measured=share, limit=limits.manager)


def feedback_for_manager(read: ManagerReading) -> Verdict:
    """The manager asks how they do themself, or takes feedback that comes unasked."""
    talk = read.talk
    asked = talk.quotes("ask_feedback", "manager")
    if asked:
        return kept(asked[:1])
    given = [
        turn for turn, act in talk.find("feedback", "employee") if addresses_manager(talk, turn, act.quote)
    ]
    for turn in given:
        taken = talk.quotes("acknowledge", "manager", turn + 1, turn + 2)
        if taken:
            return kept(taken[:1])
    return broken([])


_DIRECT = re.compile(r"\b(?:jij|jouw|jou|gij|uw|je|ge|you|your)\b")


def addresses_manager(talk: Talk, turn: int, text: str) -> bool:
    """Whether an employee's words are about this manager and their effect, not about "je" in general."""
    whole = plain(talk.lines[turn].text)
    direct = re.search(r"\b(?:jij|jou|jouw|gij|toen je|you|your)\b", whole) or says("feedback_habit", text)
    return bool(_DIRECT.search(plain(text))) and bool(direct) and says("effect", whole)


def recognition_ratio(read: ManagerReading) -> Verdict:
    """Enough recognitions for every improvement point."""
    rules = guideline().improvement_points
    if not read.points:
        return not_applicable()
    each = len(read.recognitions) / len(read.points)
    quotes = read.recognitions[: 2 * rules.recognitions_each] or [read.points[0].quote]
    return verdict(
        each >= rules.recognitions_each, quotes, measured=round(each, 2), limit=rules.recognitions_each
    )


def improvement_points_rule(read: ManagerReading) -> Verdict:
    """No more improvement points than a person can take in."""
    most = guideline().improvement_points.at_most
    count = len(read.points)
    return verdict(count <= most, [point.quote for point in read.points], measured=count, limit=most)


def examples(read: ManagerReading) -> Verdict:
    """Every improvement point has its example."""
    if not read.points:
        return not_applicable()
    bare = [point for point in read.points if not point.examples]
    quotes = [point.quote for point in bare] or [point.examples[0] for point in read.points]
    done = len(read.points) - len(bare)
    return verdict(not bare, quotes, measured=done, limit=len(read.points))


def smart_agreements(read: ManagerReading) -> Verdict:
    """Agreements were made, each with who, an action that can be seen, and a date or term."""
    made = read.talk.agreements
    loose = [item for item in made if not (item.actors and item.dated and item.observable)]
    quotes = [Quote(item.turn, item.quote) for item in loose or made]
    return verdict(bool(made) and not loose, quotes[:3], measured=len(made) - len(loose), limit=len(made))


def both_parties_act(read: ManagerReading) -> Verdict:
    """Both take on at least one action."""
    made = read.talk.agreements
    actors = {actor for item in made for actor in item.actors}
    return verdict(
        len(actors) == 2, [Quote(item.turn, item.quote) for item in made][:4], measured=len(actors), limit=2
    )


def summary(read: ManagerReading) -> Verdict:
    """At the end the agreements are summarised, and the employee is asked how the talk was."""
    talk = read.talk
    told = _summaries(talk)
    start = max(talk.forward, len(talk.lines) // 3)
    asked = talk.asks_experience(start)
    return verdict(bool(told and asked), [*told[:1], *asked[-1:]])


def follow_up(read: ManagerReading) -> Verdict:
    """A moment to look at it together is planned, with a date or term."""
    talk = read.talk
    found = [
        Quote(turn, part.text.strip())
        for turn in range(min(talk.forward, len(talk.lines) * 2 // 3), len(talk.lines))
        for part in planned_follow_ups(talk.lines[turn].text)
    ]
    return verdict(bool(found), found[:1])


def _summaries(talk: Talk) -> list[Quote]:
    """Sentences after the first agreement that call themselves a summary, or say the agreements again."""
    found = []
    for turn in range(talk.forward, len(talk.lines)):
        earlier = [item for item in talk.agreements if item.turn < turn]
        for sentence in sentences(talk.lines[turn].text):
            again = sum(overlap(item.quote, sentence.text) > 1 for item in earlier)
            stated = not is_question(sentence.text) or _offers(sentence.text)
            marked = says("summary", sentence.text) and stated
            if talk.agreements and (
                marked and (again or not earlier) or again > 1 or marked and _explicit(sentence.text)
            ):
                found.append(Quote(turn, sentence.text))
        found += _said_again(talk, turn)
    return found


def _said_again(talk: Talk, turn: int) -> list[Quote]:
    """Sentences of a manager's turn that say again two agreements, or two of the dates agreed on before."""
    if talk.lines[turn].speaker != "manager" or turn < len(talk.lines) // 2:
        return []
    told = [found.text for found in sentences(talk.lines[turn].text) if not is_question(found.text)]
    agreed = terms_in(" ".join(line.text for line in talk.lines[talk.forward : turn]))
    dates = {term: text for text in told for term in terms_in(text) & agreed}
    made = {
        item.quote: text
        for item in talk.agreements
        for text in told
        if item.turn < turn and overlap(item.quote, text) > 1
    }
    again = max(dates, made, key=len)
    return [Quote(turn, text) for text in dict.fromkeys(again.values())][:2] if len(again) > 1 else []


def _offers(text: str) -> bool:
    """ "Zal ik het samenvatten?" is followed by the summary itself."""
    return plain(text).startswith(("zal ik", "ik zal", "shall i"))


def _explicit(text: str) -> bool:
    return says("summary_explicit", text)


def _opening_words(talk: Talk, turn: int) -> Quote:
    first = sentences(talk.lines[turn].text)
    return Quote(turn, first[0].text if first else "")


MANAGER_RULES: dict[str, Callable[[ManagerReading], Verdict]] = {
    "goal_and_agenda": goal_and_agenda,
    "look_back": look_back,
    "employee_first": employee_first,
    "talk_share": talk_share,
    "feedback_for_manager": feedback_for_manager,
    "recognition_ratio": recognition_ratio,
    "improvement_points": improvement_points_rule,
    "examples": examples,
    "smart_agreements": smart_agreements,
    "both_parties_act": both_parties_act,
    "summary": summary,
    "follow_up": follow_up,
}
