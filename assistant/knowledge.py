"""Search: which passages answer a question, best first.

Four views are added up: the embedder's cosines, BM25 by stem and by piece of a word, and a map trained on
the questions of each passage. All are first brought to one scale, since their scores mean different things.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.embedders import embedder
from assistant.index import index
from assistant.passages import Passage, passages
from assistant.reading.perspective import Side, side_of
from assistant.records import Record, records

Scores = NDArray[np.float64]

# Chosen on the tuning half of evals/cases/search.jsonl; the other half is only reported.
_WEIGHTS = {"cosine": 1.0, "stems": 1.5, "pieces": 0.5}
_CLASSIFIER_WEIGHT = 2.0
_BEST_QUESTIONS = {"cosine": 2, "stems": 3, "pieces": 3}  # a lucky hit on one question counts less than a few
_TEXT_SHARE = 0.2
_OTHER_SIDE = 3.0  # what a passage for the other side of the table loses, in standard deviations
_CONTEXT_SHARE = 0.35  # how much an earlier question counts beside the one at hand
_NEIGHBOURS = 300
_FOUND, _ASKED = 10, 12  # how many passages are given, and nearest questions of each


class Asked(NamedTuple):
    """A question that belongs to a passage, and its cosine (0 to 1) with the one at hand."""

    question: Record
    score: float


class Found(NamedTuple):
    """A passage and its questions nearest to the one at hand, nearest first."""

    passage: Passage
    asked: list[Asked]

    @property
    def score(self) -> float:
        """The cosine (0 to 1) of the nearest question."""
        return self.asked[0].score


class OffTopic(NamedTuple):
    """The nearest example of what the guidance is not about, and its cosine (0 to 1)."""

    example: Record
    score: float


class Evidence(NamedTuple):
    """One view's score (mean of the best two questions) for the first passage and for what is off topic."""

    passage: float
    off_topic: float


class Findings(NamedTuple):
    """Passages best first, the nearest off-topic example, and what speaks for each, by view."""

    passages: list[Found]
    off_topic: OffTopic
    evidence: dict[str, Evidence]


class _Query(NamedTuple):
    text: str
    vector: list[float]


class _Layout(NamedTuple):
    """Where each record stands in the arrays of scores; short rows are filled up with ``_NOWHERE``."""

    all: list[Record]
    position: dict[str, int]
    questions: NDArray[np.intp]
    texts: NDArray[np.intp]
    off_topic: NDArray[np.intp]


_NOWHERE = -1
"""The last place of an array of scores, which ``_views_of`` keeps below all others."""


def search(text: str, side: Side | None = None, context: str | None = None) -> Findings:
    """The passages for a question.

    Args:
        text: a question in Dutch or English.
        side: who asks, where the conversation told; else it is read from the text.
        context: the question before, when this one leans on it ("en hoe vaak dan?").
    """
    asked = _Query(text, embedder().embed_query(text))
    earlier = _Query(context, embedder().embed_query(context)) if context else None
    views = _views(asked, earlier)
    cosines = views["cosine"]
    fused = sum(_WEIGHTS[name] * _by_passage(scores, _BEST_QUESTIONS[name]) for name, scores in views.items())
    fused = np.asarray(fused) + _CLASSIFIER_WEIGHT * _standardised(_classified(asked, earlier))
    fused -= _OTHER_SIDE * _for_other_side(side or side_of(text))
    order = np.argsort(-fused, kind="stable")
    evidence = {name: _evidence(int(order[0]), scores) for name, scores in views.items()}
    return Findings([_found(place, cosines) for place in order[:_FOUND]], _off_topic(views), evidence)


def _views(asked: _Query, earlier: _Query | None) -> dict[str, Scores]:
    """Every view's score of every record; an earlier question weighs in where there is one."""
    views = _views_of(asked)
    if earlier is None:
        return views
    before = _views_of(earlier)
    return {name: _weighed(scores, before[name]) for name, scores in views.items()}


def _classified(asked: _Query, earlier: _Query | None) -> Scores:
    scores = index().classifier.scores(asked.vector)
    return scores if earlier is None else _weighed(scores, index().classifier.scores(earlier.vector))


def _weighed(scores: Scores, earlier: Scores) -> Scores:
    return (1 - _CONTEXT_SHARE) * scores + _CONTEXT_SHARE * earlier


def _views_of(query: _Query) -> dict[str, Scores]:
    """Every view's score of every record, and a last place lower than all of them."""
    near = index().vectors.nearest(query.vector, _NEIGHBOURS)
    cosines = np.full(
        len(records()), near[-1].cosine
    )  # those far away count as far as the farthest neighbour
    cosines[[_layout().position[id] for id, _ in near]] = [cosine for _, cosine in near]
    views = {"cosine": cosines} | {
        name: lexical.scores(query.text) for name, lexical in index().lexical.items()
    }
    return {name: np.append(scores, -np.inf) for name, scores in views.items()}


def _by_passage(scores: Scores, best: int) -> Scores:
    """One score a passage (its best questions and its text), standardised over the passages."""
    by_question = np.sort(scores[_layout().questions], axis=1)[:, -best:].mean(axis=1)
    raw = (1 - _TEXT_SHARE) * by_question + _TEXT_SHARE * scores[_layout().texts].max(axis=1)
    return _standardised(raw)


def _standardised(raw: Scores) -> Scores:
    return np.asarray((raw - raw.mean()) / (raw.std() or 1.0))


def _for_other_side(side: Side | None) -> Scores:
    other = {"employee": "manager", "manager": "employee", None: None}[side]
    return np.array([passage.front.audience == other for passage in passages().values()], dtype=float)


def _evidence(first: int, scores: Scores) -> Evidence:
    layout = _layout()
    on, off = (
        float(np.sort(scores[places])[-2:].mean()) for places in (layout.questions[first], layout.off_topic)
    )
    return Evidence(on, off)


def _found(place: int, cosines: Scores) -> Found:
    questions = _layout().questions[place]
    nearest = questions[np.argsort(-cosines[questions], kind="stable")[:_ASKED]]
    return Found(
        list(passages().values())[place], [Asked(_layout().all[at], float(cosines[at])) for at in nearest]
    )


def _off_topic(views: dict[str, Scores]) -> OffTopic:
    examples = _layout().off_topic
    fused = np.sum([_standardised(scores[examples]) for scores in views.values()], axis=0)
    nearest = examples[fused.argmax()]
    return OffTopic(_layout().all[nearest], float(views["cosine"][nearest]))


@cache
def _layout() -> _Layout:
    every = list(records().values())
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, record in enumerate(every):
        places[record.kind, record.owner].append(place)
    return _Layout(
        every,
        {record.id: place for place, record in enumerate(every)},
        _padded([places["question", id] for id in passages()]),
        _padded([places["text", id] for id in passages()]),
        np.array([place for place, record in enumerate(every) if record.kind == "off_topic"]),
    )


def _padded(rows: list[list[int]]) -> NDArray[np.intp]:
    width = max(map(len, rows))
    return np.array([row + [_NOWHERE] * (width - len(row)) for row in rows])
