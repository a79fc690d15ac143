"""What can be seen of a sentence without understanding it: its cues, its form, who it speaks of.

The reader by example learns from these marks beside the sentence's vector; one mark alone decides nothing.
"""

import re

from assistant.reading.cues import cue, cue_kinds
from assistant.reading.turns import (
    commits,
    has_moment,
    has_term,
    is_example,
    is_question,
    own_actions,
    plain,
)

_FORMS = {
    "you": re.compile(r"\b(?:je|jij|jou|jouw|ge|gij|u|uw|you|your)\b"),
    "me": re.compile(r"\b(?:mij|me|mijn|my|i|ik|'k)\b"),
    "we": re.compile(r"\b(?:we|wij|ons|onze|our|us)\b"),
    "they": re.compile(r"\b(?:hij|zij|ze|hun|they|them)\b"),
    "figure": re.compile(r"\d"),
    "not": re.compile(r"\b(?:niet|geen|nooit|niks|not|never|no)\b"),
    "verb_first": re.compile(
        r"(?:heb|ben|is|zijn|kun|kan|wil|zou|moet|mag|ga|zullen|zal|zie|voel|did|do|is|are|can|could|would)\b"
    ),
    "asks_what": re.compile(
        r"(?:en |maar |dus )?(?:hoe|wat|waar\w*|wanneer|welke?|wie|how|what|when|where|which|who)\b"
    ),
    "past": re.compile(
        r"\b(?:was|waren|had|hadden|ging|gingen|werd|zou|zouden|kwam|zei|stond|deed|toen|did|went|were)\b"
    ),
}
_AT_START = frozenset({"verb_first", "asks_what"})
_SHORT, _LONG = 3, 15  # words


def marks(text: str) -> frozenset[str]:
    """The names of all marks of one sentence or clause."""
    folded = plain(text)
    size = len(folded.split())
    seen = {
        name
        for name, form in _FORMS.items()
        if (form.match(folded) if name in _AT_START else form.search(folded))
    }
    told = {
        "question": is_question(text),
        "question_mark": "?" in text,
        "instance": is_example(text),
        "term": has_term(text),
        "moment": has_moment(text),
        "commits": commits(text),
        "own_action": bool(own_actions(text)),
        "short": size <= _SHORT,
        "long": size >= _LONG,
    }
    seen |= {name for name, holds in told.items() if holds}
    return frozenset(seen | {f"cue:{kind}" for kind in cue_kinds() if cue(kind).search(folded)})
