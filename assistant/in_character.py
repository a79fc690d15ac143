"""Whether a line that a model wrote is one that the played character can say now."""

import re
from typing import Literal

from assistant.faithfulness import content
from assistant.reading.language import language_of
from assistant.reading.text import words
from assistant.rehearsal_state import Decision, State
from assistant.tracing import untraced

Fault = Literal[
    "empty",
    "too_long",
    "language",
    "questions",
    "out_of_role",
    "speaks_for_other",
    "invented",
    "leak",
    "repeats",
    "off_course",
]

LONGEST_LINE = 60
"""Words in one line of the character: issue 4 asks for about 10 to 45; two short facts may run over."""

_BREAKS = re.compile(
    r"taalmodel|chatgpt|\bAI\b|systeemprompt|als (?:coach|assistent)|in mijn rol|oefengesprek|rollenspel|"
    r"language model|role.?play|\*|^\(",
    re.I,
)
_LEAKS, _LEAKED_SHARE = 3, 0.3  # words of a hidden fact that are nobody's yet, and their share of the fact
_KEPT = 0.4  # share of what must be told that a line has to hold
_KNOWN = 0.4  # share of a line's content that must stand in what was given
_ALIKE = 0.75  # shared content above which two lines are the same one


def breaks_role(text: str) -> bool:
    """Whether a line speaks about itself as a machine, a coach or a rehearsal, or directs the stage."""
    return _BREAKS.search(text) is not None


def speaks_for(text: str, name: str) -> bool:
    """Whether a line holds a turn of the other."""
    label = rf"^(?:{re.escape(name)}|manager|medewerker|leidinggevende|employee|jij|you)\s*:"
    return re.search(label, text, re.I | re.M) is not None


def fault_in_line(text: str, decision: Decision, state: State, draft: str) -> Fault | None:
    """What is wrong with a line; None when it may be said.

    Args:
        text: the line as the model gave it.
        decision: what the rules decided for this turn.
        state: the rehearsal before this line.
        draft: the phrasebook's line for the same decision; the model only finds other words for it.
    """
    other = state.scenario.character(state.role).name
    checks: tuple[tuple[Fault, bool], ...] = (
        ("empty", not words(text)),
        ("too_long", len(words(text)) > LONGEST_LINE),
        ("speaks_for_other", "\n" in text or speaks_for(text, other)),
        ("out_of_role", breaks_role(text)),
        ("language", _foreign(text, decision)),
        ("questions", text.count("?") != draft.count("?")),
        ("repeats", _repeats(text, state)),
        ("invented", bool(untraced(text, _given(state, draft)))),
        ("leak", _leaks(text, decision, state, draft)),
        ("off_course", _off_course(text, decision, state, draft)),
    )
    return next((fault for fault, found in checks if found), None)


def _foreign(text: str, decision: Decision) -> bool:
    return len(words(text)) > 3 and language_of(text, default=decision.language) != decision.language


def _given(state: State, draft: str) -> list[str]:
    """All that this character may build a line from."""
    story = state.scenario
    me, other = story.character(state.side), story.character(state.role)
    said = [line.text for line in state.transcript]
    return [draft, me.name, other.name, me.function, *story.shared, *said]


def _repeats(text: str, state: State) -> bool:
    now = content(text)
    mine = (content(line.text) for line in state.transcript if line.speaker == state.side)
    return any(len(now & before) > _ALIKE * len(now | before) for before in mine if len(before) > 3)


def _leaks(text: str, decision: Decision, state: State, draft: str) -> bool:
    told = {*state.moment.told, decision.tell.id if decision.tell else ""}
    free = frozenset().union(*map(content, _given(state, draft)))
    fresh = content(text) - free
    for fact in state.scenario.character(state.side).facts:
        if not fact.hidden or fact.id in told:
            continue
        secret = content(f"{fact.text(decision.language)} {fact.detail(decision.language) or ''}") - free
        given_away = len(fresh & secret)
        if given_away >= _LEAKS and given_away >= _LEAKED_SHARE * len(secret):
            return True
    return False


def _off_course(text: str, decision: Decision, state: State, draft: str) -> bool:
    """Whether a line leaves out what must be told, or is mostly about something else."""
    now = content(text)
    if decision.tell:
        wanted = content(decision.tell.text)
        figures = {word for word in wanted if word.isdigit()}
        if len(now & wanted) < _KEPT * len(wanted) or not figures <= now:
            return True
    brief = state.scenario.character(state.side).brief
    free = frozenset().union(*map(content, [*_given(state, draft), brief]))
    return len(now & free) < _KNOWN * len(now)
