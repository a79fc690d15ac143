"""Words and sentences as spans, so that every quote is verbatim."""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:bijv|bv|o\.a|d\.w\.z|m\.b\.t|i\.v\.m|ca|nr|dr|mr|mevr|dhr|enz|etc|e\.g|i\.e|mrs|ms)\.$",
    re.I,
)
_BREAK = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[^\W_])|\s*\n\s*")


class Span(NamedTuple):
    """A verbatim piece of a text: ``text == source[start:end]``."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """The words of a text, as written; numbers count as words."""
    return [match.group() for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """The sentences of a text, trimmed; a line break ends a sentence, an abbreviation does not."""
    spans, start = [], 0
    for match in _BREAK.finditer(text):
        if "\n" not in match.group() and _ABBREVIATION.search(text[: match.start()]):
            continue
        spans.append(_trimmed(text, start, match.start()))
        start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if span.text]


def tidy(text: str) -> str:
    """Text as people meant it: composed characters, no control characters, no runs of blanks."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(
        c if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cs"} else " " for c in composed
    )
    return re.sub(r"[^\S\n]+", " ", visible).strip()


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(piece.strip(), start, start + len(piece.strip()))
