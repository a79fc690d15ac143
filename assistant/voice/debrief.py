"""The words of the debrief, in Dutch and English; what to say is decided elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assistant.conversation import Language
from assistant.debrief_shapes import Verdict
from assistant.guideline import Rule, guideline
from assistant.reading.cues import cue, fold
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table
from assistant.transcripts import Line

_NOUN = re.compile(r"\b(de|het)\s+([^\W\d_]{5,})\b(?!\s+[^\W\d_]{6,})", re.I)
_SHARES = ("talk_share",)
_OFTEN = 3  # times; a noun that comes back this often is what the talk is about


class RuleWords(Strict):
    """What is said about one rule in one language."""

    kept: str
    broken: str
    better: str
    better_about: str | None = None
    between: str | None = None
    not_applicable: str | None = None


class DebriefWords(Strict):
    """All words of the debrief: by rule and language, and the labels of its pictures."""

    rules: dict[str, dict[Language, RuleWords]]
    page: dict[Language, dict[str, str]]


@cache
def debrief_words() -> DebriefWords:
    """The phrases in knowledge/phrases/debrief.toml, read once."""
    return read_table(KNOWLEDGE / "phrases" / "debrief.toml", DebriefWords)


def advice_for(rule: Rule, verdict: Verdict, language: Language) -> str:
    """What to keep or to change, with the figures filled in."""
    said = debrief_words().rules[rule.id][language]
    text = said.kept if verdict.status == "kept" else said.broken
    if verdict.status == "not_applicable":
        text = said.not_applicable or ""
    elif rule.id in _SHARES and verdict.status == "kept" and _above_aim(verdict):
        text = said.between or said.kept
    as_share = rule.id in _SHARES
    return text.format(
        measured=figure(verdict.measured, as_share, language),
        limit=figure(verdict.limit, as_share, language),
    )


def better_line(rule: Rule, lines: Sequence[Line], language: Language) -> str:
    """A sentence that the person could have said; about their own topic where there is one."""
    said = debrief_words().rules[rule.id][language]
    topic = topic_of(lines) if said.better_about else None
    return said.better_about.format(topic=topic) if said.better_about and topic else said.better


def topic_of(lines: Sequence[Line]) -> str | None:
    """What both talk about: the noun (with its article) that comes up most, at least three times; or None."""
    found: Counter[str] = Counter()
    article: dict[str, str] = {}
    whole = fold(" ".join(line.text for line in lines))
    for line in lines:
        for match in _NOUN.finditer(line.text):
            noun = match.group(2)
            if noun.islower() and not cue("no_topic").fullmatch(fold(noun)):
                article.setdefault(noun, match.group(1).lower())
                found[noun] = len(re.findall(rf"\b{re.escape(fold(noun))}", whole))
    best = max(found, key=lambda noun: (found[noun], len(noun)), default=None)
    return f"{article[best]} {best}" if best and found[best] >= _OFTEN else None


def figure(value: float | None, share: bool, language: Language) -> str:
    """A figure as people read it: a share as a percentage, a Dutch comma."""
    if value is None:
        return ""
    if share:
        return f"{value:.0%}"
    text = f"{value:g}"
    return text.replace(".", ",") if language == "nl" else text


def _above_aim(verdict: Verdict) -> bool:
    return verdict.measured is not None and verdict.measured > guideline().talk_share.manager
