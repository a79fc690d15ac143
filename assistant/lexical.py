"""BM25 over the records, by stem and by piece of a word (which forgives typos and splits compounds)."""

from collections.abc import Callable
from pathlib import Path

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

from assistant.reading.text import words
from assistant.synonyms import expanded

Scores = NDArray[np.float32]
Tokenizer = Callable[[str], list[str]]
_STEMMER = Stemmer.Stemmer("dutch")
_PIECE_LENGTHS = (3, 4, 5)


def stems(text: str) -> list[str]:
    """The Dutch stems of a text's words and of the guidance's words for them."""
    return _STEMMER.stemWords([word.lower() for word in words(expanded(text))])  # type: ignore[no-any-return]


def pieces(text: str) -> list[str]:
    """All runs of three to five characters, a blank at each end of a word included."""
    line = f" {' '.join(words(expanded(text))).lower()} "
    return [line[i : i + size] for size in _PIECE_LENGTHS for i in range(len(line) - size + 1)]


TOKENIZERS: dict[str, Tokenizer] = {"stems": stems, "pieces": pieces}


class Lexical:
    """One BM25 index over texts in a fixed order, kept in a folder."""

    def __init__(self, name: str, index: bm25s.BM25) -> None:
        self._tokenize = TOKENIZERS[name]
        self._index = index

    @classmethod
    def build(cls, name: str, texts: list[str], folder: Path) -> None:
        """Makes the index of ``texts`` with the tokenizer ``name`` and saves it in ``folder``."""
        index = bm25s.BM25(k1=1.2, b=0.5)
        index.index([TOKENIZERS[name](text) for text in texts], show_progress=False)
        index.save(folder / name)

    @classmethod
    def load(cls, name: str, folder: Path) -> "Lexical":
        """The index that ``build`` saved; OSError or ValueError when it is damaged."""
        return cls(name, bm25s.BM25.load(folder / name))

    def scores(self, text: str) -> Scores:
        """The BM25 score of every text, in the order they were given; a repeated word counts once."""
        known = sorted(set(self._tokenize(text)) & self._index.vocab_dict.keys())
        if not known:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)
