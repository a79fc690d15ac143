"""The recognitions and the improvement points of a manager, each point with its examples."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Literal, NamedTuple

from assistant.reading.cues import cue
from assistant.reading.learned import margins
from assistant.reading.text import Span, sentences
from assistant.reading.turns import (
    clauses,
    commits,
    has_term,
    is_example,
    is_question,
    is_recognition,
    plain,
    says,
)

_REFERS_BACK = re.compile(r"^(?:\w+[\s,]+){0,2}?(?:dat|daar\w*|dit|die|hier\w*|zoiets|that|this|it|there)\b")
_ADDS = re.compile(
    r"^(?:en |maar )?(?:ook|daarnaast|verder|bovendien|tweede|ten|nog|plus|een ander|iets anders|also"
    r"|another|second)\b"
)
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|ge|gij|u|uw|you|your)\b")
_SURE = 0.05  # margin from which the examples decide
_STRONG = 0.25  # margin from which a turn is about the employee's work without announcing it
_CUE = 0.3  # what a cue of its own adds
_CONTEXT = 0.12  # what the judgement just before adds


class Quote(NamedTuple):
    """A verbatim piece of a turn."""

    turn: int
    text: str


class Point(NamedTuple):
    """An improvement point and the examples that go with it."""

    quote: Quote
    examples: list[Quote]


Judgement = Literal["praise", "point"]


class Judged(NamedTuple):
    """A clause of a manager, the sentence that it is a part of, and how (and how surely) it judges."""

    piece: Span
    sentence: Span
    judgement: Judgement | None
    surely: float


def improvement_points(turns: Iterable[tuple[int, str]]) -> list[Point]:
    """The points in the manager's turns (index and text), in order.

    A sentence that refers back ("Dat moet echt anders") goes on about the point before it, and an
    example counts for the point that it follows, or for the one that is drawn from it.
    """
    points: list[Point] = []
    opened = False
    for turn, text in turns:
        opened = opened or any(says("improvement_header", found.text) for found in sentences(text))
        _read_turn(turn, judged(text, opened or bool(points)), points)
    return points


def _read_turn(turn: int, told: list[Judged], points: list[Point]) -> None:
    """Adds the points of one turn, and the examples that go with them."""
    pending: list[Quote] = []
    fresh = False
    for sentence, pieces in groupby(told, key=lambda found: found.sentence):
        found = list(pieces)
        named = [one.piece for one in found if one.judgement == "point"]
        for piece in named:
            if (fresh or points and not pending) and _same(piece, sentence, fresh, points[-1]):
                continue
            points.append(Point(Quote(turn, piece.text.strip()), list(pending)))
            pending, fresh = [], True
            if gives_example(piece.text) and len(found) > 1:
                points[-1].examples.append(Quote(turn, piece.text.strip()))
        if not gives_example(sentence.text) or not named and found[-1].judgement == "praise":
            continue
        (points[-1].examples if fresh or points else pending).append(Quote(turn, sentence.text))


def recognitions(turns: Iterable[tuple[int, str]]) -> list[Quote]:
    """What the manager appreciates, clause by clause."""
    return [
        Quote(turn, one.piece.text.strip())
        for turn, text in turns
        for one in judged(text)
        if one.judgement == "praise"
    ]


def judged(text: str, opened: bool = False) -> list[Judged]:
    """The clauses of a manager's turn, without questions, each with its judgement.

    What is only a little like praise or a point counts where the turn clearly judges: "Er was een
    baas die nooit iets zei" in a story is no point. ``opened``: "het tweede" may go on about points.
    """
    found: list[Judged] = []
    last: Judgement | None = None
    told = [sentence for sentence in sentences(text) if not is_question(sentence.text)]
    for sentence in told:
        pieces = [_judge(part, sentence, last, opened) for part in clauses(sentence)]
        if len(pieces) > 1 and not any(one.judgement for one in pieces):
            pieces = [_judge(sentence, sentence, last, opened)]
        found += pieces
        last = next((one.judgement for one in reversed(pieces) if one.judgement), last)
    found = _among_praise(found, opened)
    sure = any(one.judgement and one.surely > _STRONG for one in found)
    sure = sure or any(margins(one.text, "manager")["manager_view"] > _SURE for one in sentences(text))
    return found if sure else [one if _cued(one, opened) else one._replace(judgement=None) for one in found]


_TURNS = re.compile(
    r"^(?:maar|alleen|toch|wel|een (?:ding|kanttekening|punt)\w*|twee dingen|er zijn"
    r"|daar staat tegenover|aan de andere kant"
    r"|(?:dan |nog |er is )?iets\b.*\b(?:niet|beter|minder|anders)"
    r"|(?:wat|waar)\b.*\b(?:beter|minder|anders|niet)"
    r"|but|only|one thing|two things)\b"
)
_FACT = 6  # words; shorter sentences are noises and headers


def _among_praise(found: list[Judged], opened: bool) -> list[Judged]:
    """The clauses with the facts among praise taken as praise, up to where the manager turns to points.

    "Die kat leeft omdat jouw infuus erin zat" praises without a word of praise, by the company it keeps.
    """
    turn = next((at for at, one in enumerate(found) if _turns(one, opened)), None)
    end = len(found) if turn is None else turn
    begun = [at for at, one in enumerate(found[:end]) if one.judgement == "praise" or _announces(one)]
    praised = {one.sentence for one in found[:end] if one.judgement == "praise"}
    weak = 0.0 if turn is None else _STRONG
    return [
        one._replace(judgement="praise")
        if begun and begun[0] <= at < end and one.sentence not in praised and _fact(one, weak)
        else one
        for at, one in enumerate(found)
    ]


def _turns(one: Judged, opened: bool) -> bool:
    return bool(_TURNS.search(plain(one.sentence.text))) or _cued_point(one.piece.text, opened)


def _announces(one: Judged) -> bool:
    return says("manager_view", one.sentence.text)


def _fact(one: Judged, weak: float) -> bool:
    """Whether a clause states something of some length that is no point, plan or word about themself."""
    text = plain(one.piece.text)
    own = re.search(r"\b(?:ik|i|we|wij)\b", text) and not _YOU.search(text)
    other = any(says(kind, one.sentence.text) for kind in ("acknowledge", "goal", "look_back", "agenda"))
    point = one.judgement == "point" and one.surely > weak
    return len(text.split()) >= _FACT and not (own or other or point or commits(text) and has_term(text))


def _cued(one: Judged, opened: bool) -> bool:
    return is_recognition(one.piece.text) or _cued_point(one.piece.text, opened)


def _judge(part: Span, sentence: Span, last: Judgement | None, opened: bool) -> Judged:
    """What a clause says of the employee's work, by its words, the examples and the clause before it."""
    seen = margins(part.text, "manager")
    cued = _cued_point(part.text, opened)
    praise = seen["recognition"] + _CUE * is_recognition(part.text) + _CONTEXT * (last == "praise")
    point = seen["improvement"] + _CUE * cued + _CONTEXT * (last == "point")
    surely = max(praise, point)
    about_you = last is not None or cued or bool(_YOU.search(plain(part.text)))
    if surely <= _SURE or not about_you or _does_else(part.text, seen, surely):
        return Judged(part, sentence, None, surely)
    return Judged(part, sentence, "praise" if praise >= point else "point", surely)


def _does_else(text: str, seen: dict[str, float], surely: float) -> bool:
    """Whether a clause rather does something else: a header, thanks, a plan, a question about themself."""
    if says("improvement_header", text.partition(":")[0]) or says("acknowledge", text):
        return True
    asks = max(seen["ask_feedback"], seen["acknowledge"]) > _CONTEXT
    return asks or commits(text) and has_term(text) or any(seen[rival] > surely for rival in _RIVALS)


_RIVALS = frozenset(
    {"ask_feedback", "acknowledge", "look_back", "goal", "agenda", "manager_view", "manager_action"}
    | {"employee_action", "summary", "follow_up", "other", "time"}
)


def _cued_point(text: str, opened: bool) -> bool:
    parts = (text, text.partition(":")[0])
    kinds = ("improvement", "improvement_next") if opened else ("improvement",)
    return any(says(kind, part) for kind in kinds for part in parts)


def gives_example(text: str) -> bool:
    """Whether a manager's sentence names a time, place, event or figure, and not only a habit."""
    seen = margins(text, "manager")["example"]
    return seen > _SURE or is_example(text) and seen > -_CUE


def _same(piece: Span, sentence: Span, fresh: bool, last: Point) -> bool:
    """Whether a clause goes on about the last point: it refers back, or it is that point's example."""
    folded = plain(piece.text)
    if cue("improvement_next").search(folded) or _ADDS.search(plain(sentence.text)):
        return False
    illustrates = fresh and not last.examples and gives_example(piece.text)
    return bool(_REFERS_BACK.search(folded)) or illustrates
