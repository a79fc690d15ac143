"""How alike two sentences of a review are: by their marks, place, words, vectors and neighbours.

Shared by the reader (``learned``) and by what fits it (``assistant.learning``), so both see the same.
"""

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.reading.placed import Placed, surroundings

Rows = NDArray[np.float32]
Places = NDArray[np.int32]
BUCKETS = 4096  # words and pairs of words fall into so many
_BIAS = 0.3  # lets single features count beside pairs of them
_WEIGHTS = {"seen": 1.0, "around": 0.7, "words": 1.0, "own": 1.5, "before": 0.4, "after": 0.25}
_WORD = re.compile(r"[\w']+")


class Vocabulary(NamedTuple):
    """What was seen often enough while fitting: names of marks and places, and the weight of every bucket."""

    marks: tuple[str, ...]
    places: tuple[str, ...]
    rarity: Rows


class Words(NamedTuple):
    """The words of many sentences: row ``n`` has ``buckets`` from ``starts[n]`` on, with their weights."""

    buckets: Places
    starts: Places
    weights: Rows


class View(NamedTuple):
    """A row a sentence, of every kind of feature; the vectors are absent without an embedder."""

    seen: Rows
    around: Rows
    words: Words
    own: Rows | None = None
    before: Rows | None = None
    after: Rows | None = None


def buckets(text: str) -> list[int]:
    """The buckets of a sentence's words and pairs of words, each once."""
    told = _WORD.findall(text.lower())
    pairs = (f"{one} {two}" for one, two in zip(["<", *told], [*told, ">"], strict=True))
    return sorted({zlib.crc32(piece.encode()) % BUCKETS for piece in (*told, *pairs)})


def view(told: Sequence[Placed], seen: Sequence[frozenset[str]], known: Vocabulary) -> View:
    """The marks (``seen``), places and words of the sentences, without vectors."""
    around = bits(surroundings(told, seen), known.places)
    return View(bits(seen, known.marks), around, weighed([buckets(one.text) for one in told], known.rarity))


def with_vectors(seen: View, told: Sequence[Placed], vectors: Rows) -> View:
    """The same with a unit vector a sentence, and those of the sentences around it."""
    none = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    padded = np.concatenate([vectors, none])
    before = [len(vectors) if one.before is None else one.before for one in told]
    after = [len(vectors) if one.after is None else one.after for one in told]
    return seen._replace(own=vectors, before=padded[before], after=padded[after])


def bits(found: Sequence[frozenset[str]], names: Sequence[str]) -> Rows:
    """A row of zeros and ones for each set, scaled so that many marks weigh as much as few."""
    rows = np.array([[name in one for name in names] for one in found], dtype=np.float32)
    return scaled(rows.reshape(len(found), len(names)))


def scaled(rows: Rows) -> Rows:
    """Rows of zeros and ones, scaled so that many ones weigh as much as few."""
    return np.asarray(rows / np.sqrt(rows.sum(axis=1, keepdims=True) + 1), dtype=np.float32)


def weighed(found: Sequence[Sequence[int]], rarity: Rows) -> Words:
    """The buckets of each sentence, the rare ones heaviest; every row has length one."""
    sizes = [len(one) for one in found]
    starts = np.cumsum([0, *sizes[:-1]]).astype(np.int32)
    flat = np.array([bucket for one in found for bucket in one], dtype=np.int32)
    weights = rarity[flat]
    lengths = np.maximum(np.sqrt(np.add.reduceat(weights**2, starts)), 1e-6)
    return Words(flat, starts, np.asarray(weights / np.repeat(lengths, sizes), dtype=np.float32))


def in_common(one: Words, other: Words) -> Rows:
    """How many words sentences share: a row for each of ``one``, a column for each of ``other``."""
    found = np.empty((len(one.starts), len(other.starts)), dtype=np.float32)
    ends = [*one.starts[1:], len(one.buckets)]
    for row, (start, end) in enumerate(zip(one.starts, ends, strict=True)):
        spread = np.zeros(BUCKETS, dtype=np.float32)
        spread[one.buckets[start:end]] = one.weights[start:end]
        found[row] = np.add.reduceat(spread[other.buckets] * other.weights, other.starts)
    return found


def centred(vectors: NDArray[np.floating], mean: Rows) -> Rows:
    """Vectors around the mean of the examples, of length one."""
    moved = np.asarray(vectors, dtype=np.float32) - mean
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)


def kernel(one: View, other: View) -> Rows:
    """A quadratic kernel over all views that both have."""
    alike = np.float32(_WEIGHTS["words"]) * in_common(one.words, other.words) + np.float32(_BIAS)
    for name in ("seen", "around", "own", "before", "after"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and theirs is not None:
            alike += np.float32(_WEIGHTS[name]) * (mine @ theirs.T)
    return np.asarray(alike * alike, dtype=np.float32)
