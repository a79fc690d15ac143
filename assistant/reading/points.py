"""The recognitions and the improvement points of a manager, each point with its examples."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
_SURE, _DOUBT = 0.05, -0.12  # margins: enough without a cue, and too little even with one


class Quote(NamedTuple):
    """A verbatim piece of a turn."""

    turn: int
    text: str


class Point(NamedTuple):
    """An improvement point and the examples that go with it."""

    quote: Quote
    examples: list[Quote]


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
    for sentence in sentences(text):
        if is_question(sentence.text) or _not_about_work(sentence.text):
            continue
        example = gives_example(sentence.text) and not praises(sentence.text)
        for piece in (part for part in clauses(sentence) if names_point(part.text, bool(points))):
            known = points and not pending and _same(piece, sentence, fresh, points[-1])
            if known or fresh and _same(piece, sentence, fresh, points[-1]):
                continue
            points.append(Point(Quote(turn, piece.text.strip()), list(pending)))
            pending, fresh = [], True
            if gives_example(piece.text) and len(clauses(sentence)) > 1:
                points[-1].examples.append(Quote(turn, piece.text.strip()))
        if example and (fresh or points):
            points[-1].examples.append(Quote(turn, sentence.text))
        elif example:
            pending.append(Quote(turn, sentence.text))


def recognitions(turns: Iterable[tuple[int, str]]) -> list[Quote]:
    """What the manager appreciates, clause by clause."""
    return [Quote(turn, piece.text.strip()) for turn, text in turns for piece in _praise(text)]


def _praise(text: str) -> Iterator[Span]:
    """The praising clauses of a turn; a sentence that only praises as a whole counts once."""
    for sentence in sentences(text):
        if is_question(sentence.text):
            continue
        found = [piece for piece in clauses(sentence) if praises(piece.text)]
        yield from found or ([sentence] if praises(sentence.text) else [])


def praises(text: str) -> bool:
    """Whether a clause of a manager appreciates the employee, by its words or like the examples."""
    seen = margins(text, "manager")
    if is_recognition(text):
        return seen["recognition"] > _DOUBT or seen["recognition"] > seen["improvement"]
    return _stands_out(seen, "recognition")


def names_point(text: str, opened: bool = False) -> bool:
    """Whether a clause names what must go better; a header ("twee dingen") is no point by itself."""
    head = text.partition(":")[0]
    if opened and (says("improvement_next", text) or says("improvement_next", head)):
        return True
    if is_recognition(text) or says("improvement_header", head):
        return False
    seen = margins(text, "manager")
    if says("improvement", text) or says("improvement", head):
        return seen["improvement"] > _DOUBT
    return _stands_out(seen, "improvement")


_RIVALS = frozenset(
    {"ask_feedback", "acknowledge", "look_back", "goal", "agenda", "manager_view", "manager_action"}
    | {"employee_action", "summary", "follow_up", "recognition", "improvement", "other", "time"}
)


def _stands_out(seen: dict[str, float], act: str) -> bool:
    """Whether the examples point to this act, and to no other act more."""
    return seen[act] > _SURE and all(seen[act] >= seen[rival] for rival in _RIVALS)


def gives_example(text: str) -> bool:
    """Whether a manager's sentence names a time, place, event or figure, and not only a habit."""
    seen = margins(text, "manager")["example"]
    return seen > _SURE or is_example(text) and seen > 2 * _DOUBT


def _same(piece: Span, sentence: Span, fresh: bool, last: Point) -> bool:
    """Whether a clause goes on about the last point: it refers back, or it is that point's example."""
    folded = plain(piece.text)
    if cue("improvement_next").search(folded) or _ADDS.search(plain(sentence.text)):
        return False
    illustrates = fresh and not last.examples and gives_example(piece.text)
    return bool(_REFERS_BACK.search(folded)) or illustrates


def _not_about_work(text: str) -> bool:
    """Praise, thanks for feedback, and plans hold no improvement point."""
    return is_recognition(text) or says("acknowledge", text) or commits(text) and has_term(text)
