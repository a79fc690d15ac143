"""Recognises what a sentence does by the examples of knowledge/examples, beyond the words of any cue list.

Ridge regression with a quadratic kernel on a sentence's marks and vector. It was fitted beforehand
(``assistant.learning``) and travels with the content; without an embedder it reads the marks alone.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.embedders import embedder, embedder_name
from assistant.errors import PersonError, ProviderError
from assistant.guideline import Role
from assistant.reading.marks import marks
from assistant.resources import KNOWLEDGE

Rows = NDArray[np.float32]
_VECTOR_WEIGHT = 1.5  # of the vectors beside the marks
_CLEAR = 0.6  # best margin of the marks alone that needs no second look
_TELLING = 2  # words; shorter sentences are noises
_BIAS = 0.3  # lets single features count beside pairs of them


class Fit(NamedTuple):
    """One fitted map: an act's score is ``kernel @ weights + base``, and it counts from ``least`` up."""

    weights: Rows
    base: Rows
    least: Rows


class Reader(NamedTuple):
    """What was learned for one role: the bank's marks and vectors, and the maps with and without vectors."""

    acts: tuple[str, ...]
    names: tuple[str, ...]
    seen: Rows
    mean: Rows | None
    vectors: Rows | None
    bare: Fit
    full: Fit | None


def path_for(embedder: str) -> Path:
    """Where the fitted reader of an embedder is kept; ``marks`` is the one without vectors."""
    return KNOWLEDGE / "vectors" / f"acts-{embedder.replace(':', '-').replace('/', '-')}.npz"


def bits(found: frozenset[str], names: tuple[str, ...]) -> Rows:
    """The marks as a row of the length of ``names``, scaled so that many marks weigh as much as few."""
    row = np.array([name in found for name in names], dtype=np.float32)
    return np.asarray(row / np.sqrt(row.sum() + 1), dtype=np.float32)


def centred(vectors: NDArray[np.float64] | Rows, mean: Rows) -> Rows:
    """Vectors around the mean of the bank, of length one."""
    moved = np.asarray(vectors, dtype=np.float32) - mean
    return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)


def kernel(seen: Rows, other: Rows, vectors: Rows | None = None, others: Rows | None = None) -> Rows:
    """How alike sentences are: by marks, and by vectors where both have them."""
    alike = seen @ other.T + np.float32(_BIAS)
    if vectors is not None and others is not None:
        alike = alike + np.float32(_VECTOR_WEIGHT) * (vectors @ others.T)
    return np.asarray(alike**2, dtype=np.float32)


def means(kind: str, text: str, role: Role) -> bool:
    """Whether a sentence said by ``role`` does this, going by the examples."""
    return margins(text, role).get(kind, -1.0) > 0


@lru_cache(maxsize=4096)
def margins(text: str, role: Role) -> dict[str, float]:
    """How far every act's score is above (or below) the score from which it counts.

    A vector takes 25 ms, so it is made only where the marks leave something open.
    """
    reader = _reader(role)
    row = bits(marks(text), reader.names)
    alike = kernel(row, reader.seen)
    scores = alike @ reader.bare.weights + reader.bare.base - reader.bare.least
    if reader.full and reader.mean is not None and _open(text, float(scores.max())):
        vector = _vector(text)
        if vector is not None:
            alike = kernel(row, reader.seen, centred(vector, reader.mean), reader.vectors)
            scores = alike @ reader.full.weights + reader.full.base - reader.full.least
    return dict(zip(reader.acts, scores.tolist(), strict=True))


def _open(text: str, best: float) -> bool:
    """Whether the marks alone do not tell enough: no very short sentence, and no clear act."""
    return len(text.split()) > _TELLING and best < _CLEAR


def _vector(text: str) -> Rows | None:
    """The vector of a text; None when the embedder does not answer."""
    try:
        return np.array(embedder().embed_query(text), dtype=np.float32)
    except ProviderError:
        return None


@cache
def _reader(role: Role) -> Reader:
    try:
        path = path_for(embedder_name())
    except PersonError:  # none is installed
        path = path_for("marks")
    known = path.exists() and path != path_for("marks")
    with np.load(path if known else path_for("marks")) as saved:
        return _loaded({key: saved[f"{role}_{key}"] for key in _KEYS + (_VECTOR_KEYS if known else ())})


_KEYS = ("acts", "names", "seen", "bare_weights", "bare_base", "bare_least")
_VECTOR_KEYS = ("mean", "vectors", "full_weights", "full_base", "full_least")


def _loaded(table: dict[str, NDArray[np.generic]]) -> Reader:
    names = tuple(str(name) for name in table["names"].tolist())
    packed = np.unpackbits(table["seen"].astype(np.uint8), axis=1, count=len(names)).astype(np.float32)
    with_vectors = "vectors" in table
    return Reader(
        acts=tuple(str(act) for act in table["acts"].tolist()),
        names=names,
        seen=packed / np.sqrt(packed.sum(axis=1, keepdims=True) + 1),
        mean=table["mean"].astype(np.float32) if with_vectors else None,
        vectors=_unit(table["vectors"]) if with_vectors else None,
        bare=_fit(table, "bare"),
        full=_fit(table, "full") if with_vectors else None,
    )


def _unit(rows: NDArray[np.generic]) -> Rows:
    wide = rows.astype(np.float32)
    return np.asarray(wide / np.linalg.norm(wide, axis=1, keepdims=True), dtype=np.float32)


def _fit(table: dict[str, NDArray[np.generic]], name: str) -> Fit:
    return Fit(*(table[f"{name}_{part}"].astype(np.float32) for part in ("weights", "base", "least")))
