"""Special categories of personal data in a message (AVG, articles 9 and 10), by their words."""

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from assistant.reading.concerns import concerns_in
from assistant.reading.text import Span, sentences
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

Kind = Literal[
    "health", "pregnancy", "religion", "union", "origin", "politics", "sexuality", "criminal", "biometric"
]
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_FILES = ("concerns.toml", "cues/sensitive.toml")
_TIED = re.compile(  # what makes even a general word somebody's own: "mijn ziekte", "ik ben zwanger"
    r"\b(?:mijn|m'n|zijn|haar|my|his|her|(?:ik|i) (?:ben|heb|am|have)|i'm|"
    r"(?:hij|zij|ze) (?:is|heeft)|(?:he|she) (?:is|has)) (?:\w+ )?$",
    re.I,
)


class Sensitive(NamedTuple):
    """Something of a special category, and the words that tell it, verbatim."""

    kind: Kind
    quote: Span


def sensitive_in(text: str) -> list[Sensitive]:
    """What a message tells of people, each kind once, in the order in which it is told.

    A word that names a subject only ("verzuim", "de kerk", "de vakbond") counts when the sentence is about
    somebody and no question in general.
    """
    found: dict[Kind, Sensitive] = {}
    for sentence in sentences(text):
        for concern in concerns_in(sentence.text, *_FILES):
            kind = _KINDS.get(concern.kind)
            if kind and kind not in found and _is_about_somebody(sentence.text, concern.span):
                start, end = (sentence.start + at for at in concern.span[1:])
                found[kind] = Sensitive(kind, Span(concern.span.text, start, end))
    return list(found.values())


def sensitive(text: str) -> list[Kind]:
    """The kinds that a message holds, each once."""
    return [found.kind for found in sensitive_in(text)]


def _is_about_somebody(sentence: str, cue: Span) -> bool:
    topic, someone, general = _patterns()
    if not topic.fullmatch(cue.text) or _TIED.search(sentence, max(0, cue.start - 60), cue.start):
        return True
    return bool(someone.search(sentence)) and not general.match(sentence)


class _Topics(Strict):
    topics: list[str]
    someone: list[str]
    general: list[str]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Topics, words for somebody, and questions in general."""
    table = read_table(KNOWLEDGE / "cues" / "sensitive_topics.toml", _Topics)
    topics, someone, general = map("|".join, (table.topics, table.someone, table.general))
    return (
        re.compile(topics, re.I),
        re.compile(rf"(?<!\w)(?:{someone})(?!\w)", re.I),
        re.compile(rf"^(?:en |maar |and |but )?(?:{general})$", re.I),
    )
