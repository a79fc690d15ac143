"""The recognitions and the improvement points of a manager, each point with its examples."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.reading.cues import cue
from assistant.reading.text import Span, sentences, words
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
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|ge|u|uw|you|your)\b")


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
    opened = False
    for turn, text in turns:
        pending: list[Quote] = []
        fresh = False
        for sentence in sentences(text):
            if is_question(sentence.text) or _not_about_work(sentence.text):
                continue
            opened = opened or says("improvement_header", sentence.text)
            example = is_example(sentence.text)
            pieces = _pieces(sentence, opened or bool(points))
            if (
                not pieces
                and not points
                and says("contrast", sentence.text)
                and _YOU.search(plain(sentence.text))
            ):
                pieces = [sentence]
            for piece in pieces:
                if fresh and _same(piece) or not fresh and points and _same(piece) and not pending:
                    continue
                points.append(Point(Quote(turn, piece.text.strip()), list(pending)))
                pending, fresh = [], True
                if _own_example(piece, sentence):
                    points[-1].examples.append(Quote(turn, piece.text.strip()))
            if example and (fresh or points):
                points[-1].examples.append(Quote(turn, sentence.text))
            elif example:
                pending.append(Quote(turn, sentence.text))
    return points


def recognitions(turns: Iterable[tuple[int, str]]) -> list[Quote]:
    """What the manager appreciates, clause by clause; after "wat goed gaat" every good word counts."""
    return [Quote(turn, piece.text.strip()) for turn, text in turns for piece in _praise(text)]


def _praise(text: str) -> Iterator[Span]:
    """Praising clauses of a turn; in a turn that gives the manager's view also what is plainly good.

    Not everybody says "knap": before the first improvement point, a statement about the employee
    without anything negative in it ("je bent de spil van het team") is meant as recognition.
    """
    told = sentences(text)
    gives_view = any(says(kind, s.text) for s in told for kind in _VIEW) or any(map(_praises, told))
    before_points = True
    for sentence in told:
        if is_question(sentence.text):
            continue
        before_points = before_points and not _turns_to_points(sentence.text)
        found = [piece for piece in clauses(sentence) if is_recognition(piece.text)]
        whole = not found and (
            is_recognition(sentence.text) or gives_view and before_points and _neutral(sentence.text)
        )
        yield from found or ([sentence] if whole else [])


_VIEW = ("manager_view", "recognition_header", "improvement")
_BLOCKED = (
    "negative",
    "not_recognition",
    "improvement",
    "recognition_header",
    "manager_view",
    "goal",
    "look_back",
)


def _turns_to_points(text: str) -> bool:
    return says("improvement", text) and not says("acknowledge", text)


def _praises(sentence: Span) -> bool:
    return any(is_recognition(piece.text) for piece in clauses(sentence))


def _neutral(text: str) -> bool:
    """A plain statement about the employee: nothing negative, no event, nothing promised."""
    folded = plain(text)
    about_you = bool(_YOU.search(folded)) and len(words(text)) > 3
    return (
        about_you
        and not any(cue(kind).search(folded) for kind in _BLOCKED)
        and not is_example(text)
        and not commits(text)
    )


def _pieces(sentence: Span, opened: bool) -> list[Span]:
    """The clauses of a sentence that name a point; a header ("twee dingen") is no point by itself."""
    return [part for part in clauses(sentence) if _names_point(part.text, opened)]


def _names_point(text: str, opened: bool) -> bool:
    head = text.partition(":")[0]
    if opened and (says("improvement_next", text) or says("improvement_next", head)):
        return True
    if says("improvement_header", head):
        return False
    return (says("improvement", text) or says("improvement", head)) and not is_recognition(text)


def _same(piece: Span) -> bool:
    folded = plain(piece.text)
    return bool(_REFERS_BACK.search(folded)) and not cue("improvement_next").search(folded)


def _own_example(piece: Span, sentence: Span) -> bool:
    return is_example(piece.text) and len(clauses(sentence)) > 1


def _not_about_work(text: str) -> bool:
    """Praise, thanks for feedback, and plans hold no improvement point."""
    return is_recognition(text) or says("acknowledge", text) or commits(text) and has_term(text)
