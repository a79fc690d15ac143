"""What the person's words do to a rehearsal: trust, notes, phase and language."""

import re

from assistant.guideline import PHASES
from assistant.phases import heard_phase, pressed_phase
from assistant.reading.heard import Heard, quote_of
from assistant.reading.keywords import clause
from assistant.reading.language import language_of
from assistant.reading.text import words
from assistant.rehearsal_state import Moment, Note, State

_TRUST = {
    "recognition": 1,
    "empathy": 1,
    "room": 1,
    "open_question": 1,
    "blame": -2,
    "hostile": -3,
    "injection": -1,
}
_EMPLOYEE_TRUST = {
    "example": 1,
    "hard": 1,
    "commitment": 1,
    "feedback": 1,
    "agree": 1,
    "hostile": -3,
    "injection": -1,
}
_NOTED = ("commitment", "success", "hard", "wish", "need", "feedback")
_POINTS_BACK = re.compile(r"(?:daar|dat|die|dit|that|it)\b", re.I)
_FILLERS = re.compile(
    r"^(?:(?:nou|ja|nee|eh|tja|oké|o|maar|en|want|dus|well|yes|no|oh|but|and|so)\b[\s,.]*|(?:goed|mooi|prima|fijn),\s*)+",
    re.I,
)
_MOST_NOTES = 12
_CLAUSE = re.compile(r"[^,;:.!?()]+")
_READ_ON = re.compile(r"\S+(?:\s+\S+){2,}?(?=[,;.!?])")
_LEAST_QUOTE, _LONGEST_QUOTE = 3, 16
_REAL_WISH = re.compile(
    r"\b(?:worden|leren|\w*groeien|ambitie\w*|promotie|opleiding|cursus|toekomst|stap|become|learn|grow)\b",
    re.I,
)
_FOR_THE_AGENDA = re.compile(
    r"\b(?:over|about)\b.{0,60}\b(?:hebben|praten|spreken|talk)|\btalk about\b", re.I
)
_TOO_EARLY = {
    "commitment": PHASES[:3],
    "wish": PHASES[:2],
    "need": PHASES[:2],
    "success": PHASES[:2],
    "hard": PHASES[:2],
}


def moment_after(state: State, heard: Heard) -> Moment:
    """The moment as the person's words leave it, before the character answers."""
    moment = state.moment
    update = {
        "turn": moment.turn + 1,
        "trust": moment.trust + _earned_trust(state, heard),
        "notes": _noted(moment, heard) if state.role == "employee" else moment.notes,
        **_spoken_language(moment, heard.text),
        "done": (*moment.done, *_settled(moment, heard)),
    }
    phase = heard_phase(moment, heard) if state.role == "manager" else moment.phase
    if state.role == "manager":
        phase = pressed_phase(phase, state.turns_left)
    update |= {"phase": phase, "phase_turn": moment.phase_turn + 1 if phase == moment.phase else 0}
    return moment.model_copy(update=update)


def _settled(moment: Moment, heard: Heard) -> list[str]:
    """Questions that the employee has answered before they were asked: by when, and an example."""
    dated = heard.has("commitment") and heard.has("deadline")
    concerns = heard.has("hard", "success") or moment.note("hard") or moment.note("success")
    shown = heard.has("example") and concerns and moment.phase not in _TOO_EARLY["hard"]
    return [
        step for step, settled in (("when", dated), ("example", shown)) if settled and step not in moment.done
    ]


def _earned_trust(state: State, heard: Heard) -> int:
    """Trust gained or lost: at most two a turn up, so that no single sentence wins anyone over."""
    table = _TRUST if state.role == "manager" else _EMPLOYEE_TRUST
    change = sum(points for act, points in table.items() if heard.has(act))
    return min(change, 1 if state.level == "hard" else 2)


def _noted(moment: Moment, heard: Heard) -> tuple[Note, ...]:
    if heard.has("hostile", "injection", "off_topic"):
        return moment.notes
    kinds = [kind for kind in _NOTED if heard.has(kind) and _in_time(kind, moment, heard.text)]
    quotes = [(kind, _quotable(kind, heard.text)) for kind in kinds]
    fresh = tuple(Note.model_validate({"kind": kind, "quote": quote}) for kind, quote in quotes if quote)
    return (*moment.notes, *fresh)[-_MOST_NOTES:]


def _in_time(kind: str, moment: Moment, text: str) -> bool:
    """A wish that opens the talk is kept when it says what for: "ik wil iets vragen" is none yet."""
    early = moment.phase in _TOO_EARLY.get(kind, ())
    if not early:
        return True
    return kind == "wish" and _REAL_WISH.search(text) is not None and _FOR_THE_AGENDA.search(text) is None


def _quotable(kind: str, text: str) -> str | None:
    """The words to come back to: the sentence where it was said, cut to a clause when it is long."""
    sentence = quote_of(kind, text)
    if sentence is not None and len(words(sentence)) < _LEAST_QUOTE:
        longer = _READ_ON.match(text[text.find(sentence) :])
        sentence = longer.group() if longer else None
    if sentence is None:
        sentence = _whole(text) or clause(text)
    if sentence is not None and _POINTS_BACK.match(sentence) and kind != "commitment":
        sentence = clause(text[: text.find(sentence)]) or sentence
    if sentence is not None and len(words(sentence)) > _LONGEST_QUOTE:
        sentence = _telling_clause(kind, sentence)
    return _FILLERS.sub("", sentence) if sentence else None


def _telling_clause(kind: str, sentence: str) -> str | None:
    """The clause of a long sentence in which it is said, else its fullest one."""
    pieces = (piece.group().strip() for piece in _CLAUSE.finditer(sentence))
    telling = (piece for piece in pieces if len(words(piece)) >= _LEAST_QUOTE and quote_of(kind, piece))
    return next(telling, None) or clause(sentence)


def _whole(text: str) -> str | None:
    """A short turn as it was said; a question or markup is nothing to quote."""
    quotable = len(words(text)) <= _LONGEST_QUOTE and not re.search(r"[?<{]", text)
    return text.strip().rstrip(".! ") if quotable else None


def _spoken_language(moment: Moment, text: str) -> dict[str, object]:
    """Follows the person's language: at once on their first turn, later only when they keep to it."""
    if len(words(text)) < 3:
        return {}
    found = language_of(text, moment.language)
    if found == moment.language or found == "other":
        return {"foreign": 0}
    if moment.turn == 0 or moment.foreign:
        return {"language": found, "foreign": 0}
    return {"foreign": 1}
