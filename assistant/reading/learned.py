"""Tells what every sentence of a conversation does, by the examples of knowledge/talks and the bank.

Two looks, both fitted beforehand (``assistant.learning``): the first holds a sentence against the examples
by ridge regression with a quadratic kernel; the second weighs what the first saw in it against what the
sentences around it do. Without an embedder both go by marks and words alone.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.embedders import embedder, embedder_name
from assistant.errors import PersonError, ProviderError
from assistant.guideline import Role
from assistant.reading.marks import marks
from assistant.reading.placed import Placed, placed
from assistant.reading.views import (
    Rows,
    View,
    Vocabulary,
    centred,
    kernel,
    scaled,
    view,
    weighed,
    with_vectors,
)
from assistant.resources import KNOWLEDGE
from assistant.transcripts import Line

Table = dict[str, NDArray[np.generic]]
BARE = "marks"  # what the reader without vectors is called
_OTHER: dict[Role, Role] = {"manager": "employee", "employee": "manager"}
_OWN, _FURTHER = 2.0, 0.5  # how heavily the second look weighs a sentence itself, and what is further off
_LONG = 10  # words from which on a sentence's length says nothing more
_LOW, _HIGH = -0.3, 2.0  # scores beyond say no more
_TWICE_FROM = 0.25  # below 2: the score from which one sentence does something twice


class Reader(NamedTuple):
    """What was learned for one role.

    First look: ``kernel(sentence, examples) @ weights + base``. Second look, over ``around_it`` x:
    ``x.T @ squares @ x + x @ slopes + floor`` an act. An act counts from ``least`` up.
    """

    acts: tuple[str, ...]
    known: Vocabulary
    examples: View
    weights: Rows
    base: Rows
    squares: Rows
    slopes: Rows
    floor: Rows
    least: Rows


class Readers(NamedTuple):
    """The readers of both roles, and the mean vector of the examples; None where vectors are not used."""

    roles: dict[Role, Reader]
    mean: Rows | None


class Read(NamedTuple):
    """A sentence in its place, each act's score, and how far that is above (or below) where it counts."""

    placed: Placed
    scores: dict[str, float]
    margins: dict[str, float]

    def does(self, act: str) -> bool:
        """Whether the sentence does this."""
        return self.margin(act) > 0

    def margin(self, act: str) -> float:
        """How far the act is above where it counts; far below what was never learned."""
        return self.margins.get(act, -1.0)

    def times(self, act: str) -> int:
        """How often: one sentence can hold two recognitions."""
        return int(times(np.array(self.scores[act]))) if self.does(act) else 0


def times(scores: Rows) -> NDArray[np.int64]:
    """How often a sentence does an act that it does."""
    return np.asarray(np.maximum(1, np.floor(scores + _TWICE_FROM)), dtype=np.int64)


def read(lines: Sequence[Line]) -> list[Read]:
    """What every sentence of a conversation does, in order."""
    told = placed(lines)
    if not told:
        return []
    readers = _readers()
    vectors = _vectors(told) if readers.mean is not None else None
    if vectors is None and readers.mean is not None:  # the embedder does not answer
        readers = _loaded(path_for(BARE))
    first = first_look(told, readers, vectors)
    return [
        Read(
            one,
            dict(zip(reader.acts, score.tolist(), strict=True)),
            dict(zip(reader.acts, (score - reader.least).tolist(), strict=True)),
        )
        for one, score in zip(told, second_look(told, first, readers), strict=True)
        for reader in (readers.roles[one.speaker],)
    ]


def path_for(embedder: str) -> Path:
    """Where the fitted reader of an embedder is kept."""
    return KNOWLEDGE / "vectors" / f"acts-{embedder.replace(':', '-').replace('/', '-')}.npz"


def first_look(told: Sequence[Placed], readers: Readers, vectors: Rows | None) -> list[Rows]:
    """Every sentence's scores by itself, in the order of its speaker's acts."""
    scores: list[Rows] = [np.zeros(0, dtype=np.float32)] * len(told)
    marked = [marks(one.text) for one in told]
    for role, reader in readers.roles.items():
        mine = [index for index, one in enumerate(told) if one.speaker == role]
        if not mine:
            continue
        seen = view(told, marked, reader.known)
        if vectors is not None and readers.mean is not None:
            seen = with_vectors(seen, told, centred(vectors, readers.mean))
        found = kernel(rows_of(seen, mine), reader.examples) @ reader.weights + reader.base
        for index, row in zip(mine, found, strict=True):
            scores[index] = row
    return scores


def second_look(told: Sequence[Placed], first: Sequence[Rows], readers: Readers) -> list[Rows]:
    """Every sentence's scores in the light of those around it."""
    sizes = {role: len(reader.acts) for role, reader in readers.roles.items()}
    scores = []
    for one, seen in zip(told, around_it(told, first, sizes), strict=True):
        reader = readers.roles[one.speaker]
        squared = np.einsum("i,aij,j->a", seen, reader.squares, seen, optimize=True)
        scores.append(np.asarray(squared + seen @ reader.slopes + reader.floor, dtype=np.float32))
    return scores


def around_it(told: Sequence[Placed], first: Sequence[Rows], sizes: dict[Role, int]) -> list[Rows]:
    """What the second look goes by: the first scores of a sentence and of what was said around it."""
    turns: dict[int, Rows] = {}
    for one, score in zip(told, first, strict=True):
        turns[one.turn] = np.maximum(turns[one.turn], score) if one.turn in turns else score
    speakers = {one.turn: one.speaker for one in told}
    so_far: dict[Role, Rows] = {role: np.zeros(size, dtype=np.float32) for role, size in sizes.items()}
    found = []
    for index, one in enumerate(told):
        other = _OTHER[one.speaker]
        nothing = np.zeros(sizes[one.speaker], dtype=np.float32), np.zeros(sizes[other], dtype=np.float32)
        before = first[index - 1] if one.place else nothing[0]
        after = nothing[0] if one.last else first[index + 1]
        asked, answered = (
            turns[turn] if speakers.get(turn) == other else nothing[1]
            for turn in (one.turn - 1, one.turn + 1)
        )
        further = (answered, so_far[one.speaker], so_far[other])
        row = [_OWN * first[index], before, after, asked, *(_FURTHER * part for part in further), _where(one)]
        found.append(np.clip(np.concatenate(row), _LOW, _HIGH).astype(np.float32))
        so_far[one.speaker] = np.maximum(so_far[one.speaker], first[index])
    return found


def _where(one: Placed) -> Rows:
    ends = (one.turn < 2, one.turn >= one.turns - 2, one.place == 0, one.last)
    length = min(_LONG, len(one.text.split())) / _LONG
    return np.array(
        [one.position, 1 - one.position, abs(one.position - 0.5), *ends, length], dtype=np.float32
    )


def rows_of(seen: View, rows: Sequence[int]) -> View:
    """Only these sentences."""
    ends = [*seen.words.starts[1:].tolist(), len(seen.words.buckets)]
    spans = [range(int(seen.words.starts[row]), int(ends[row])) for row in rows]
    flat = [place for span in spans for place in span]
    starts = np.cumsum([0, *(len(span) for span in spans[:-1])]).astype(np.int32)
    words = seen.words._replace(
        buckets=seen.words.buckets[flat], weights=seen.words.weights[flat], starts=starts
    )
    others = {
        name: part[list(rows)]
        for name in ("seen", "around", "own", "before", "after")
        if (part := getattr(seen, name)) is not None
    }
    return seen._replace(words=words, **others)


def _vectors(told: Sequence[Placed]) -> Rows | None:
    """A vector a sentence; None when the embedder does not answer."""
    try:
        return np.array(embedder().embed_documents([one.text for one in told]), dtype=np.float32)
    except ProviderError:
        return None


def _readers() -> Readers:
    try:
        path = path_for(embedder_name())
    except PersonError:  # none is installed
        path = path_for(BARE)
    return _loaded(path if path.exists() else path_for(BARE))


@cache
def _loaded(path: Path) -> Readers:
    with np.load(path) as saved:
        table: Table = {key: saved[key] for key in saved.files}
    vectors = _unit(table["vectors"]) if "vectors" in table else None
    roles: dict[Role, Reader] = {role: _reader(table, role, vectors) for role in get_args(Role)}
    return Readers(roles, table["mean"].astype(np.float32) if vectors is not None else None)


def _reader(table: Table, role: Role, vectors: Rows | None) -> Reader:
    mine = {key.removeprefix(f"{role}_"): value for key, value in table.items() if key.startswith(role)}
    names, places = (tuple(str(name) for name in mine[key].tolist()) for key in ("marks", "places"))
    known = Vocabulary(names, places, mine["rarity"].astype(np.float32))
    starts = mine["starts"].tolist()
    told = [
        mine["buckets"][a:b].astype(int).tolist() for a, b in zip(starts, [*starts[1:], None], strict=True)
    ]
    seen, around = (_unpacked(mine[key], len(of)) for key, of in (("seen", names), ("around", places)))
    examples = View(seen, around, weighed(told, known.rarity))
    if vectors is not None:
        padded = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])
        own, before, after = (padded[mine[key].astype(np.int32)] for key in ("own", "before", "after"))
        examples = examples._replace(own=own, before=before, after=after)
    numbers = {key: mine[key].astype(np.float32) for key in _NUMBERS}
    return Reader(tuple(str(act) for act in mine["acts"].tolist()), known, examples, **numbers)


_NUMBERS = ("weights", "base", "squares", "slopes", "floor", "least")


def _unpacked(packed: NDArray[np.generic], width: int) -> Rows:
    return scaled(np.unpackbits(packed.astype(np.uint8), axis=1, count=width).astype(np.float32))


def _unit(rows: NDArray[np.generic]) -> Rows:
    wide = rows.astype(np.float32)
    return np.asarray(wide / np.linalg.norm(wide, axis=1, keepdims=True), dtype=np.float32)
