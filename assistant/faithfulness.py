"""Whether a sentence that a model wrote says nothing that the passages it names do not say."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from assistant.lexical import stems
from assistant.reading.questions import is_negated
from assistant.reading.text import sentences, words
from assistant.tracing import untraced

Fault = Literal["no_source", "invented", "unsupported", "turned_around"]

_OWN_WORDS = 0.5  # share of a sentence's content that must come from the passage or the question
_NEGATED = re.compile(r"\b(?:niet|geen|nooit|not|no|never)\b((?:\W+\w+){1,3})", re.I)
_OPPOSITES = (
    ("aan", "uit"), ("meer", "minder"), ("minstens", "hooguit"), ("altijd", "nooit"), ("open", "gesloten"),
    ("vooraf", "achteraf"), ("on", "off"), ("more", "less"), ("always", "never"), ("open", "closed"),
)  # fmt: skip
_LONG = 3  # letters; shorter stems ("wat", "als") carry no content


class Support(NamedTuple):
    """What a sentence rests on: a verbatim sentence of a passage, and the place of that passage."""

    quote: str
    passage: int


def fault_in(sentence: str, cited: Sequence[str], said: Sequence[str]) -> Fault | None:
    """What is wrong with a sentence; None when it may be shown.

    Args:
        sentence: without its citations.
        cited: the texts of the passages that it names.
        said: what the person typed; what stands there was not invented either.
    """
    if not cited:
        return "no_source"
    if untraced(sentence, [*cited, *said]):
        return "invented"
    if _share(sentence, cited, said) <= _OWN_WORDS:
        return "unsupported"
    return "turned_around" if _turned_around(sentence, cited) else None


def support(sentence: str, passages: Sequence[str]) -> Support:
    """The sentence of these passages that has most in common with a sentence."""
    wanted = content(sentence)
    candidates = [
        Support(span.text.removeprefix("- "), place)
        for place, text in enumerate(passages)
        for span in sentences(text)
    ]
    return max(candidates, key=lambda candidate: len(content(candidate.quote) & wanted))


def _share(sentence: str, cited: Sequence[str], said: Sequence[str]) -> float:
    told = content(sentence)
    known = frozenset().union(*map(content, [*cited, *said]))
    return len(told & known) / len(told) if told else 1.0


def _turned_around(sentence: str, cited: Sequence[str]) -> bool:
    """Whether a sentence denies what the passages state, states what they deny, or says the opposite."""
    nearest = support(sentence, cited).quote
    if is_negated(sentence):
        return not is_negated(nearest)
    return bool(content(sentence) & _denied(cited)) or _opposed(sentence, nearest)


def _denied(cited: Sequence[str]) -> frozenset[str]:
    """What the passages only say with "niet" or "geen" right before it."""
    spans = [span.text for text in cited for span in sentences(text)]
    stated = frozenset().union(*(content(span) for span in spans if not is_negated(span)))
    scopes = (match.group(1) for span in spans for match in _NEGATED.finditer(span))
    return frozenset().union(*map(content, scopes)) - stated


def _opposed(sentence: str, nearest: str) -> bool:
    here, there = ({word.lower() for word in words(text)} for text in (sentence, nearest))
    return any(
        one in here - there and other in there - here
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


@cache
def content(text: str) -> frozenset[str]:
    """What a text is about: the stems of its longer words, and its figures."""
    return frozenset(stem for stem in stems(text) if len(stem) > _LONG or stem.isdigit())
