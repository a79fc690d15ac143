"""Cuts a model's stream into sentences, each with the numbers of the sources that it names."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.reading.text import sentences

_CITATION = re.compile(r"[ \t]*\[(\d{1,2})\]")
_AFTER_STOP = re.compile(r"([.!?])((?:[ \t]*\[\d{1,2}\])+)")
_LONGEST = 600  # characters without an end: no sentence that we want to show


class Cited(NamedTuple):
    """A sentence without its citations; ``before`` is the white space that parts it from the one before."""

    text: str
    numbers: tuple[int, ...]
    before: str


def cited_sentences(pieces: Iterable[str]) -> Iterator[Cited]:
    """The sentences, each as soon as the next one begins; the last one needs no full stop."""
    held, before = "", ""
    for piece in pieces:
        # A citation behind the full stop belongs to the sentence before it.
        held = _AFTER_STOP.sub(r"\2\1", held + piece)
        found = sentences(held)
        for sentence, after in zip(found, found[1:], strict=False):
            yield from _cited(sentence.text, before)
            before = held[sentence.end : after.start]
        held = held[found[-1].start :] if found else held
        if len(held) > _LONGEST:
            yield from _cited(held, before)
            held, before = "", " "
    yield from _cited(held, before)


def _cited(sentence: str, before: str) -> Iterator[Cited]:
    text = _CITATION.sub("", sentence).strip()
    if text:
        yield Cited(text, tuple(dict.fromkeys(int(n) for n in _CITATION.findall(sentence))), before)
