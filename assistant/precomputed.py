"""Vectors that travel with the content, so that a first start takes seconds and not two minutes.

They only save time: a record without one, or another embedder, is embedded as ever. ``make vectors`` renews
the file after the content has changed.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.resources import KNOWLEDGE

_FOLDER = KNOWLEDGE / "vectors"
_SCALE = 127  # one byte a number; cosines change by less than 0.0001


def load(embedder: str) -> dict[str, list[float]]:
    """The vectors of an embedder by record id; empty when none travel along."""
    path = _FOLDER / f"{embedder}.npz"
    if not path.exists():
        return {}
    with np.load(path) as saved:
        rows: NDArray[np.float64] = saved["vectors"].astype(np.float64)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return dict(zip(saved["ids"].tolist(), rows.tolist(), strict=True))


def save(embedder: str, vectors: Mapping[str, Sequence[float]]) -> None:
    """Writes the file that ``load`` reads."""
    rows: NDArray[np.float64] = np.array(list(vectors.values()))
    scaled = np.round(rows * _SCALE / np.abs(rows).max()).astype(np.int8)
    _FOLDER.mkdir(exist_ok=True)
    np.savez_compressed(_FOLDER / f"{embedder}.npz", ids=np.array(list(vectors)), vectors=scaled)


if __name__ == "__main__":
    from assistant.embedders import embedder_name
    from assistant.index import index
    from assistant.learning import learn
    from assistant.records import records

    made = index().vectors.of(list(records()))
    save(embedder_name(), dict(zip(records(), made, strict=True)))
    learn()
