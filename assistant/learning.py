"""Fits the reader of conversations on the examples, in closed form; runs with ``make vectors``.

Whatever is chosen on scores (the second look, the score from which an act counts) is chosen on conversations
of authors that the fit has not seen.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.embedders import embedder, embedder_name
from assistant.guideline import Role
from assistant.learning_least import Least, Scored, settled
from assistant.reading.annotated import Annotated, Labelled, annotated
from assistant.reading.examples import bank
from assistant.reading.learned import BARE, Read, Table, around_it, path_for
from assistant.reading.marks import marks
from assistant.reading.placed import Placed, placed, surroundings
from assistant.reading.text import Span
from assistant.reading.views import (
    BUCKETS,
    Rows,
    View,
    Vocabulary,
    bits,
    buckets,
    centred,
    kernel,
    weighed,
)
from assistant.resources import KNOWLEDGE

_RIDGE, _SECOND_RIDGE = 1.0, 10.0
_FOLDS = 4  # groups of authors
_CUTS = 400  # scores that are tried
_RARE = 3  # a mark seen in fewer sentences says nothing yet
_MOST = 3  # times that one sentence does one act
_SAME = 0.5  # of the shorter of a sentence and a labelled piece, above which they are the same
_SPREAD, _LEVEL = np.float32(0.25), np.float32(0.5)  # the second look's kernel: (spread x . y + level) ** 2

Embed = Callable[[list[str]], NDArray[np.floating]]
Which = NDArray[np.int64]


class Taught(NamedTuple):
    """A sentence that teaches: its place, what it does and how often, its marks and those around it.

    ``before`` and ``after`` are places in the list of all of them. A sentence of the bank stands alone: it
    has no talk and no fold.
    """

    placed: Placed
    acts: Counter[str]
    seen: frozenset[str]
    around: frozenset[str]
    talk: int | None
    fold: int | None
    before: int | None
    after: int | None


def learn() -> None:
    """Fits both roles, with the vectors of the current embedder and without, and saves what has changed."""
    ways: dict[str, Embed | None] = {BARE: None, embedder_name(): _vectors}
    for name, embed in ways.items():
        if not is_current(name):
            np.savez_compressed(path_for(name), **fit(embed))  # type: ignore[arg-type]


def is_current(embedder: str) -> bool:
    """Whether the reader for an embedder was learned from the bank and all talks as they are now."""
    path = path_for(embedder)
    if not path.exists():
        return False
    with np.load(path) as saved:
        return str(saved["digest"]) == digest(_authors())


def fit(embed: Embed | None) -> Table:
    """The tables that ``learned`` reads; ``embed`` gives a vector a text, None fits without vectors."""
    every = taught()
    authors = _authors()
    table: Table = {"authors": np.array(authors), "digest": np.array(digest(authors))}
    vectors = _embedded(every, embed, table) if embed else None
    first: dict[int, Rows] = {}
    for role in get_args(Role):
        mine = _of(every, role)
        table |= {f"{role}_{key}": value for key, value in _first_look(every, mine, vectors, first).items()}
    seen, scores, start = _second_view(every, first), dict[int, Rows](), Least()
    for role in get_args(Role):
        mine = np.array([n for n in _of(every, role) if every[n].talk is not None])
        acts = table[f"{role}_acts"].tolist()
        found, start[role] = _second_look(every, mine, acts, seen, scores)
        table |= {f"{role}_{key}": value for key, value in found.items()}
    for role, least in settled(_scored(every, scores, start), start).items():
        table[f"{role}_least"] = np.array(list(least.values()))
    return table


def digest(authors: Sequence[str]) -> str:
    """Tells whether the bank and the talks of these authors have changed since they were learned."""
    talks = [KNOWLEDGE / "talks" / f"{author}.txt" for author in authors]
    files = [*sorted((KNOWLEDGE / "examples").glob("*.toml")), *talks]
    return hashlib.sha256(b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files)).hexdigest()


def _authors() -> list[str]:
    return sorted({talk.author for talk in annotated()})


def _vectors(texts: list[str]) -> NDArray[np.floating]:
    return np.array(embedder().embed_documents(texts))


@cache
def taught() -> list[Taught]:
    """All sentences that teach: of the talks, in order, then of the bank."""
    talks = annotated()
    authors = sorted({talk.author for talk in talks})
    found: list[Taught] = []
    for number, talk in enumerate(talks):
        told, start = placed(talk.lines), len(found)
        seen = [marks(one.text) for one in told]
        for one, own, around in zip(told, seen, surroundings(told, seen), strict=True):
            links = (None if near is None else start + near for near in (one.before, one.after))
            fold = authors.index(talk.author) % _FOLDS
            found.append(Taught(one, _acts(one, talk), own, around, number, fold, *links))
    for role in get_args(Role):
        for text, acts in bank(role).items():
            alone = Placed(0, 0, True, role, Span(text, 0, len(text)), 0.0, 1, None, None)
            found.append(Taught(alone, Counter(acts), marks(text), frozenset(), None, None, None, None))
    return found


def _acts(one: Placed, talk: Annotated) -> Counter[str]:
    """What the author says of the pieces of the turn that are this sentence."""
    acts: Counter[str] = Counter()
    for piece in talk.acts[one.turn]:
        if _shared(piece, one.span) > _SAME * min(piece.end - piece.start, one.span.end - one.span.start):
            acts.update(piece.acts)
    return acts


def _shared(piece: Labelled, span: Span) -> int:
    return min(piece.end, span.end) - max(piece.start, span.start)


def _of(every: Sequence[Taught], role: Role) -> Which:
    return np.array([n for n, one in enumerate(every) if one.placed.speaker == role])


def _embedded(every: Sequence[Taught], embed: Embed, table: Table) -> Rows:
    """The vectors of all sentences as they are kept (a byte a number), and their mean."""
    found = np.asarray(embed([one.placed.text for one in every]), dtype=np.float32)
    mean = found.mean(axis=0)
    around_mean = centred(found, mean)
    table["mean"] = mean
    table["vectors"] = np.round(around_mean * 127 / np.abs(around_mean).max()).astype(np.int8)
    return around_mean


def _first_look(every: Sequence[Taught], mine: Which, vectors: Rows | None, first: dict[int, Rows]) -> Table:
    """Fits the first look of one role, and gives every sentence of a talk the score of an unseen fit."""
    acts = tuple(sorted({act for n in mine for act in every[n].acts}))
    known = _vocabulary([every[n] for n in mine])
    alike = kernel(*[_view(every, mine, known, vectors)] * 2)
    wanted = _wanted(every, mine, acts)
    folds = np.array([-1 if (fold := every[n].fold) is None else fold for n in mine])
    for held, rows in _held_out(folds):
        base, weights = _solved(alike[np.ix_(rows, rows)], wanted[rows], _RIDGE)
        for n, row in zip(mine[held], alike[np.ix_(held, rows)] @ weights + base, strict=True):
            first[int(n)] = row
    base, weights = _solved(alike, wanted, _RIDGE)
    return {
        "acts": np.array(acts),
        "weights": weights.astype(np.float16),
        "base": base,
        **_kept(every, mine, known, vectors),
    }


def _second_view(every: Sequence[Taught], first: dict[int, Rows]) -> dict[int, Rows]:
    """What the second look goes by, for every sentence of a talk."""
    sizes = {role: len(first[_of(every, role)[0]]) for role in get_args(Role)}
    talks: dict[int, list[int]] = {}
    for n, one in enumerate(every):
        if one.talk is not None:
            talks.setdefault(one.talk, []).append(n)
    return {
        n: row
        for rows in talks.values()
        for n, row in zip(
            rows, around_it([every[n].placed for n in rows], [first[n] for n in rows], sizes), strict=True
        )
    }


def _second_look(
    every: Sequence[Taught],
    mine: Which,
    acts: Sequence[str],
    around: dict[int, Rows],
    unseen: dict[int, Rows],
) -> tuple[Table, dict[str, float]]:
    """Fits the second look of one role in primal form; a first guess of the score from which each act counts.

    ``unseen`` is given the scores of every sentence by a fit that has not seen its author.
    """
    seen = np.array([around[int(n)] for n in mine])
    wanted = _wanted(every, mine, acts)
    alike = (_SPREAD * (seen @ seen.T) + _LEVEL) ** 2
    folds = np.array([every[n].fold for n in mine])
    scores = np.zeros_like(wanted)
    for held, rows in _held_out(folds):
        base, weights = _solved(alike[np.ix_(rows, rows)], wanted[rows], _SECOND_RIDGE)
        scores[held] = alike[np.ix_(held, rows)] @ weights + base
    unseen.update(zip(mine.tolist(), scores, strict=True))
    base, weights = _solved(alike, wanted, _SECOND_RIDGE)
    squares = np.array([(seen * row[:, None]).T @ seen for row in weights.T]) * _SPREAD**2
    table: Table = {
        "squares": squares.astype(np.float16),
        "slopes": 2 * _SPREAD * _LEVEL * (seen.T @ weights),
        "floor": base + _LEVEL**2 * weights.sum(axis=0),
    }
    talks = np.array([every[n].talk for n in mine])
    return table, {act: _least(scores[:, place], wanted[:, place], talks) for place, act in enumerate(acts)}


def _scored(every: Sequence[Taught], scores: dict[int, Rows], acts: Least) -> list[Scored]:
    """The talks with the scores of their sentences."""
    told: dict[int, list[Read]] = {}
    for n, row in scores.items():
        one = every[n]
        named = dict(zip(acts[one.placed.speaker], row.tolist(), strict=True))
        told.setdefault(one.talk or 0, []).append(Read(one.placed, named, {}))
    order = {talk: sorted(found, key=_place) for talk, found in told.items()}
    return [Scored(talk, order[number]) for number, talk in enumerate(annotated()) if number in order]


def _place(one: Read) -> tuple[int, int]:
    return one.placed.turn, one.placed.place


def _held_out(folds: Which) -> Iterator[tuple[Which, Which]]:
    """For every fold its rows, and all others; what has no fold (-1) is never held out."""
    for fold in range(_FOLDS):
        yield np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)


def _solved(alike: Rows, wanted: Rows, ridge: float) -> tuple[Rows, Rows]:
    """Ridge regression in closed form: the mean, and a weight for every example."""
    base = wanted.mean(axis=0)
    penalised = alike + np.float32(ridge) * np.eye(len(alike), dtype=np.float32)
    return base, np.linalg.solve(penalised, wanted - base).astype(np.float32)


def _least(scores: Rows, wanted: Rows, talks: Which) -> float:
    """The score that tells best which talks an act occurs in; where to begin."""
    if not wanted.any():
        return 1.0
    cuts = np.quantile(np.unique(scores), np.linspace(0.5, 1, _CUTS))
    truth, most = np.zeros(talks.max() + 1, dtype=bool), np.full(talks.max() + 1, -np.inf)
    np.logical_or.at(truth, talks, wanted > 0)
    np.maximum.at(most, talks, scores)
    return float(cuts[int(np.argmin([((most > cut) != truth).sum() for cut in cuts]))])


def _wanted(every: Sequence[Taught], mine: Which, acts: Sequence[str]) -> Rows:
    return np.array([[min(every[n].acts[act], _MOST) for act in acts] for n in mine], dtype=np.float32)


def _vocabulary(mine: Sequence[Taught]) -> Vocabulary:
    found = Counter(mark for one in mine for mark in one.seen)
    around = Counter(mark for one in mine for mark in one.around)
    held = np.bincount([b for one in mine for b in buckets(one.placed.text)], minlength=BUCKETS)
    rarity = np.where(held >= _RARE, np.log(len(mine) / np.maximum(held, 1)), 0)
    names, places = (tuple(sorted(m for m in seen if seen[m] >= _RARE)) for seen in (found, around))
    return Vocabulary(names, places, rarity.astype(np.float32))


def _view(every: Sequence[Taught], mine: Which, known: Vocabulary, vectors: Rows | None) -> View:
    told = [every[n] for n in mine]
    seen = View(
        bits([one.seen for one in told], known.marks),
        bits([one.around for one in told], known.places),
        weighed([buckets(one.placed.text) for one in told], known.rarity),
    )
    if vectors is None:
        return seen
    padded = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])
    before, after = _neighbours(told, len(every))
    return seen._replace(own=vectors[mine], before=padded[before], after=padded[after])


def _neighbours(told: Sequence[Taught], none: int) -> tuple[Which, Which]:
    """Where the sentences before and after each stand; ``none`` where there is none."""
    before = np.array([none if one.before is None else one.before for one in told])
    return before, np.array([none if one.after is None else one.after for one in told])


def _kept(every: Sequence[Taught], mine: Which, known: Vocabulary, vectors: Rows | None) -> Table:
    """The examples of one role as ``learned`` reads them back."""
    told = [every[n] for n in mine]
    words = [buckets(one.placed.text) for one in told]
    table: Table = {
        "marks": np.array(known.marks),
        "places": np.array(known.places),
        "rarity": known.rarity.astype(np.float16),
        "seen": np.packbits(bits([one.seen for one in told], known.marks) > 0, axis=1),
        "around": np.packbits(bits([one.around for one in told], known.places) > 0, axis=1),
        "buckets": np.array([bucket for row in words for bucket in row], dtype=np.int16),
        "starts": np.cumsum([0, *(len(row) for row in words[:-1])]).astype(np.int32),
    }
    if vectors is not None:
        before, after = _neighbours(told, len(every))
        table |= {"own": mine, "before": before, "after": after}
        table |= {key: table[key].astype(np.int32) for key in ("own", "before", "after")}
    return table
