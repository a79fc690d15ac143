"""The phrasebook's words for a rehearsal: from a Decision to one spoken line, never the same line twice."""

import random
import re
from functools import cache
from typing import NamedTuple

from assistant.conversation import Language
from assistant.guideline import Role
from assistant.rehearsal_hints import Hint
from assistant.rehearsal_state import Decision, State
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_SLOT = re.compile(r"\{(\w+)\}")
_LEADS = frozenset(
    {
        "opener",
        "answer_open",
        "after_silence",
        "point_open",
        "concede_open",
        "push_open",
        "bring_up",
        "hold_open",
        "concede",
    }
)
_SHORT_ANSWERS = frozenset({"short_past", "short_may", "short_is", "short_confirm"})
_LEAD_IN = re.compile(
    r"(?:oké|okay|goed|all right|nou|well|als je|if you really|weet je|you know|eerlijk|honestly|to be|"
    r"dan |then |ik zal|"
    r"i'll say|vooruit|fine|ja maar|yes, but|ja,|yes,|wacht|wait|nu je|now that|puntje|one point|"
    r"wat beter kan|what could be better|dat wist ik niet|i didn't know|"
    r"daar heb|dus nu|so now)\b",
    re.I,
)
_FRANK = re.compile(
    r"(?:goed, dan|all right, then|oké|okay|dan (?:vertel|mag)|then (?:you|i'll tell)|nu je|now that|"
    r"dat wist ik niet|i didn't know|ik wilde|i wanted)\b",
    re.I,
)
_SPACES = re.compile(r"\s+")


class _Phrases(Strict):
    """Lines by key, then by temperament; ``any`` fits everybody."""

    react: dict[str, dict[str, list[str]]]
    ask: dict[str, dict[str, list[str]]]


class _Phrase(NamedTuple):
    text: str
    mark: str


class Spoken(NamedTuple):
    """A line and the marks of the phrases in it, so that they are not used again."""

    text: str
    used: tuple[str, ...]


def speak(decision: Decision, state: State) -> Spoken:
    """The line for a decision: a reaction, what is told, a question; each phrase once in a rehearsal."""
    book = _book(decision.side, decision.language)
    dice = random.Random(
        f"{state.seed}:{len(state.transcript)}:{len(state.branches)}:{decision.react}:{decision.ask}"
    )
    taken = set(state.moment.used)
    opens = decision.tell is not None and _leads_in(decision.tell.text)
    gives_way = decision.tell is not None and _gives_way(decision.react, decision.tell.text)
    react = None if gives_way else _reaction(book, decision, taken, dice)
    lead = None if opens else _pick(book.react, decision.lead, decision, taken, dice)
    ask = _pick(book.ask, decision.ask, decision, taken, dice)
    told = decision.tell.text if decision.tell else None
    if not (react or told or ask):
        react = _pick(book.react, "filler", decision, taken, dice)
    phrases = [phrase for phrase in (react, lead, ask) if phrase]
    texts = (react and react.text, lead and lead.text, told, ask and ask.text)
    return Spoken(_join([text for text in texts if text]), tuple(phrase.mark for phrase in phrases))


def _reaction(book: _Phrases, decision: Decision, taken: set[str], dice: random.Random) -> _Phrase | None:
    """The reaction; a kind of short answer that has run out gives way to one that always fits."""
    found = _pick(book.react, decision.react, decision, taken, dice)
    if found is None and decision.react in _SHORT_ANSWERS:
        return _pick(book.react, "short_answer", decision, taken, dice)
    return found


def _gives_way(react: str | None, told: str) -> bool:
    """Whether a reaction is left out before a told line that opens itself or is a reaction already."""
    if (react or "").startswith(("note_", "thank_trust")):
        return _FRANK.match(told) is not None
    return react in _LEADS and _leads_in(told)


def _leads_in(told: str) -> bool:
    """Whether a told line brings its own opening, so that a second one would stumble."""
    return _LEAD_IN.match(told) is not None


def step_out(decision: Decision) -> str:
    """What the coach says out of role when someone seems to need help, in the person's language."""
    return care_text(decision.care or "distress", decision.language)


def care_text(care: str, language: Language) -> str:
    """What the coach says about a sign that someone needs help, and where to go with it."""
    return _care_texts()[language][care]


def _pick(
    pools: dict[str, dict[str, list[str]]],
    key: str | None,
    decision: Decision,
    taken: set[str],
    dice: random.Random,
) -> _Phrase | None:
    """A phrase not used yet whose slots can be filled; the temperament's own ones first."""
    pool = pools.get(key or "", {})
    for tier in (pool.get(decision.temperament, []), pool.get("any", [])):
        fresh = [phrase for phrase in tier if _mark(phrase) not in taken and _fits(phrase, decision.slots)]
        if fresh:
            template = _chosen(fresh, dice)
            return _Phrase(
                _SLOT.sub(lambda match: _cased(match.group(1), decision.slots), template), _mark(template)
            )
    return None


def _chosen(fresh: list[str], dice: random.Random) -> str:
    """Prefers a phrase with the person's own words, half of the time."""
    own = [phrase for phrase in fresh if "{np}" in phrase.lower() or "{quote}" in phrase]
    return dice.choice(own if own and dice.random() < 0.5 else fresh)


def _fits(phrase: str, slots: dict[str, str]) -> bool:
    return all(name.lower() in slots for name in _SLOT.findall(phrase))


def _cased(name: str, slots: dict[str, str]) -> str:
    """``{Np}`` opens a sentence, ``{np}`` does not."""
    value = slots[name.lower()]
    return value[0].upper() + value[1:] if name[0].isupper() else value


def _mark(text: str) -> str:
    return _SPACES.sub(" ", text).strip().lower()


def _join(pieces: list[str]) -> str:
    return _SPACES.sub(" ", " ".join(pieces)).strip()


@cache
def _book(side: Role, language: Language) -> _Phrases:
    return read_table(KNOWLEDGE / "phrases" / f"rehearsal_{side}_{language}.toml", _Phrases)


class _Care(Strict):
    nl: dict[str, str]
    en: dict[str, str]


@cache
def _care_texts() -> dict[Language, dict[str, str]]:
    texts = read_table(KNOWLEDGE / "phrases" / "rehearsal_care.toml", _Care)
    return {"nl": texts.nl, "en": texts.en}


class _Hints(Strict):
    manager: dict[Language, dict[str, tuple[str, str]]]
    employee: dict[Language, dict[str, tuple[str, str]]]


class SpokenHint(NamedTuple):
    """A line that the person could say now, and why."""

    line: str
    why: str


def speak_hint(hint: Hint, state: State) -> SpokenHint:
    """The words of a hint, in the language of the rehearsal."""
    by_role = _hint_texts().manager if state.role == "manager" else _hint_texts().employee
    line, why = by_role[state.moment.language][hint.situation]
    return SpokenHint(hint.line or line, why)


@cache
def _hint_texts() -> _Hints:
    return read_table(KNOWLEDGE / "phrases" / "rehearsal_hints.toml", _Hints)
