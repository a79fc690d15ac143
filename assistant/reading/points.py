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
    r"^(?:en |maar )?(?:ook|daarnaast|verder|bovendien|tweede|ten|nog|plus|een ander|iets anders|also|another|second)\b"
)
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|ge|gij|u|uw|you|your)\b")
_SURE = 0.05  # margin from which the examples decide
_CUE = 0.2  # what a cue of one's own adds to it
_CONTEXT = 0.1  # what the judgement just before adds


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
    """A clause in which the manager judges, and the sentence that it is a part of."""

    piece: Span
    sentence: Span
    judgement: Judgement | None


def improvement_points(turns: Iterable[tuple[int, str]]) -> list[Point]:
    """The points in the manager's turns (index and text), in order.

    A sentence that refers back ("Dat moet echt anders") goes on about the point before it, and an
    example counts for the point that it follows, or for the one that is drawn from it.
    """
    points: list[Point] = []
    for turn, text in turns:
        _read_turn(turn, text, points)
    return points


def _read_turn(turn: int, text: str, points: list[Point]) -> None:
    """Adds the points of one turn, and the examples that go with them."""
    pending: list[Quote] = []
    fresh = False
    for sentence, pieces in groupby(judged(text), key=lambda found: found.sentence):
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


def judged(text: str) -> list[Judged]:
    """The clauses of a manager's turn, without questions, each with its judgement."""
    found: list[Judged] = []
    last: Judgement | None = None
    for sentence in sentences(text):
        if is_question(sentence.text):
            continue
        parts = clauses(sentence)
        verdicts: list[Judgement | None] = []
        for part in parts:
            verdicts.append(_judgement(part.text, last))
            last = verdicts[-1] or last
        if not any(verdicts) and len(parts) > 1:
            parts, verdicts = [sentence], [_judgement(sentence.text, last)]
            last = verdicts[0] or last
        found += [Judged(part, sentence, verdict) for part, verdict in zip(parts, verdicts, strict=True)]
    return found


def _judgement(text: str, last: Judgement | None) -> Judgement | None:
    """What a clause says of the employee's work, by its words, the examples and the clause before it."""
    seen = margins(text, "manager")
    praise = seen["recognition"] + _CUE * is_recognition(text) + _CONTEXT * (last == "praise")
    point = seen["improvement"] + _CUE * _cued_point(text) + _CONTEXT * (last == "point")
    best = max(praise, point)
    about_you = last is not None or bool(_YOU.search(plain(text))) or _cued_point(text)
    if best <= _SURE or not about_you or says("improvement_header", text.partition(":")[0]):
        return None
    if any(seen[rival] > best for rival in _RIVALS) or says("acknowledge", text) or commits(text) and has_term(text):
        return None
    return "praise" if praise >= point else "point"


_RIVALS = frozenset(
    {"ask_feedback", "acknowledge", "look_back", "goal", "agenda", "manager_view", "manager_action"}
    | {"employee_action", "summary", "follow_up", "other", "time"}
)


def _cued_point(text: str) -> bool:
    return says("improvement", text) or says("improvement", text.partition(":")[0])


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
