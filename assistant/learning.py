"""Fits the reader by example on the sentence bank, in closed form; runs with ``make vectors``.

The score from which an act counts is chosen on sentences that the fit has not seen (ten folds).
"""

from typing import get_args

import numpy as np
from numpy.typing import NDArray

from assistant.embedders import embedder, embedder_name
from assistant.guideline import Role
from assistant.reading.examples import bank
from assistant.reading.learned import Fit, Rows, bits, centred, kernel, path_for
from assistant.reading.marks import marks

_RIDGE = 0.7
_FOLDS = 10
_SEED = 4
_RARE = 3  # a mark seen in fewer sentences says nothing yet
_COUNTED = frozenset({"recognition", "improvement", "example"})  # by sentence; others need one in a talk
_TRIES = 8  # sentences in which an act may be seen by mistake before a talk is misread


def learn() -> None:
    """Fits both roles, without vectors and with those of the current embedder, and saves them."""
    with_vectors: dict[str, NDArray[np.generic]] = {}
    bare: dict[str, NDArray[np.generic]] = {}
    for role in get_args(Role):
        sentences = list(bank(role))
        vectors = np.array(embedder().embed_documents(sentences), dtype=np.float32)
        fitted = {f"{role}_{key}": value for key, value in fit(role, vectors).items()}
        with_vectors |= fitted
        bare |= {key: value for key, value in fitted.items() if not _is_of_vectors(key)}
    np.savez_compressed(path_for(embedder_name()), **with_vectors)  # type: ignore[arg-type]
    np.savez_compressed(path_for("marks"), **bare)  # type: ignore[arg-type]


def _is_of_vectors(key: str) -> bool:
    return key.endswith(("_mean", "_vectors")) or "_full_" in key


def fit(role: Role, vectors: Rows) -> dict[str, NDArray[np.generic]]:
    """The tables that ``learned`` reads, for one role; ``vectors`` holds a row for every sentence."""
    kinds, names, seen, wanted = tables(role)
    mean = vectors.mean(axis=0)
    unit = centred(vectors, mean)
    kept = np.round(unit * 127 / np.abs(unit).max()).astype(np.int8)
    table: dict[str, NDArray[np.generic]] = {
        "acts": np.array(kinds),
        "names": np.array(names),
        "seen": np.packbits(seen > 0, axis=1),
        "mean": mean,
        "vectors": kept,
    }
    for name, alike in (("bare", kernel(seen, seen)), ("full", kernel(seen, seen, unit, unit))):
        found = solve(alike, wanted)
        least = thresholds(kinds, out_of_fold(alike, wanted), wanted)
        table |= {f"{name}_weights": found.weights, f"{name}_base": found.base, f"{name}_least": least}
    return table


def tables(role: Role) -> tuple[tuple[str, ...], tuple[str, ...], Rows, Rows]:
    """The acts, the marks that occur often enough, a row of marks and of wanted acts a sentence."""
    sentences = bank(role)
    kinds = tuple(dict.fromkeys(kind for acts in sentences.values() for kind in sorted(acts)))
    found = [marks(text) for text in sentences]
    every = sorted({name for row in found for name in row})
    names = tuple(name for name in every if sum(name in row for row in found) >= _RARE)
    seen = np.array([bits(row, names) for row in found])
    wanted = np.array([[kind in acts for kind in kinds] for acts in sentences.values()], dtype=np.float32)
    return kinds, names, seen, wanted


def solve(alike: Rows, wanted: Rows) -> Fit:
    """Ridge regression in closed form."""
    base = wanted.mean(axis=0)
    penalty = _RIDGE * np.eye(len(alike), dtype=np.float32)
    weights = np.linalg.solve(alike + penalty, wanted - base)
    return Fit(weights.astype(np.float32), base, np.zeros_like(base))


def out_of_fold(alike: Rows, wanted: Rows) -> Rows:
    """The score that every sentence gets from a fit without its fold."""
    fold = np.random.default_rng(_SEED).permutation(len(alike)) % _FOLDS
    scores = np.zeros_like(wanted)
    for held in range(_FOLDS):
        rest, out = fold != held, fold == held
        found = solve(alike[np.ix_(rest, rest)], wanted[rest])
        scores[out] = alike[np.ix_(out, rest)] @ found.weights + found.base
    return scores


def thresholds(kinds: tuple[str, ...], scores: Rows, wanted: Rows) -> Rows:
    """From which score each act counts."""
    pairs = zip(kinds, scores.T, wanted.T, strict=True)
    return np.array([_least(kind in _COUNTED, row, truth > 0) for kind, row, truth in pairs], np.float32)


def _least(counted: bool, scores: Rows, truth: NDArray[np.bool_]) -> float:
    """The score with the fewest errors: best F1 for what is counted, else errors a talk."""
    cuts = np.unique(scores)
    caught = np.array([(scores[truth] >= cut).mean() for cut in cuts])
    false = np.array([(scores[~truth] >= cut).mean() for cut in cuts])
    if counted:
        share = truth.mean()
        value = 2 * caught * share / (caught * share + false * (1 - share) + share)
    else:
        value = caught - (1 - (1 - false) ** _TRIES)
    return float(cuts[int(value.argmax())])
