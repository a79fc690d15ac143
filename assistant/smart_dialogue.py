"""The conversation about agreements: one question at a time, until all is known or the person stops.

A pure state machine: state in, message in, new state and a Step out. Nothing is ever filled in that
the person did not say, and consent is always asked.
"""

import datetime
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from assistant.agreement import Draft, SmartResult, Understood
from assistant.conversation import Language
from assistant.guideline import guideline
from assistant.reading.agreements import SLOTS, Slot
from assistant.smart import drafts_of, result_of, with_understood
from assistant.smart_answers import is_correction, is_refusal, is_stop, is_unknown, understand
from assistant.voice import smart_talk


class Filled(BaseModel):
    """What an answer just filled in, or changed."""

    model_config = ConfigDict(frozen=True)

    agreement: int
    slot: Slot
    words: str
    date: datetime.date | None = None
    corrected: bool = False


class SmartState(BaseModel):
    """Where the conversation stands; everything needed to go on, serialisable."""

    model_config = ConfigDict(frozen=True)

    text: str
    today: datetime.date
    language: Language
    filled: list[Filled] = []
    left_open: list[tuple[int, Slot]] = []
    asked_again: list[tuple[int, Slot]] = []
    agreement: int = 0
    slot: Slot | None = None
    remarked: bool = False


class Step(BaseModel):
    """The decision about one turn, and the words for it.

    ``slot`` is what is asked (None when there is nothing left), ``why`` the reason, ``examples`` are
    only examples; ``text`` is what the coach says, ``suggestions`` what the person might answer.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    result: SmartResult
    agreement: int
    slot: Slot | None = None
    criterion: str | None = None
    why: str = ""
    examples: list[str] = []
    filled: Filled | None = None
    done: bool = False
    suggestions: list[str] = []


_ORDER: tuple[Slot, ...] = ("who", "what", "measure", "deadline", "consent", "feasibility")


def start(text: str, today: datetime.date, language: Language | None = None) -> tuple[SmartState, Step]:
    """Opens the conversation about a text.

    Raises:
        PersonError: as for ``assistant.smart.rewrite``.
    """
    drafts = drafts_of(text, today, language)
    state = SmartState(text=text, today=today, language=drafts[0].language)
    said = smart_talk.opening(drafts, result_of(drafts))
    return _go_on(state, drafts, said)


def advance(state: SmartState, message: str, today: datetime.date) -> tuple[SmartState, Step]:
    """Takes an answer and asks what comes next."""
    drafts = drafts_in(state)
    if is_stop(message):
        return _stop(state, drafts)
    if is_correction(message) and (fixed := _corrected(state, drafts, message, today)):
        return _fill(state, fixed, today)
    if state.slot is None:
        return _go_on(state, drafts, [])
    here = (state.agreement, state.slot)
    if is_unknown(message):
        return _leave(state, drafts, [smart_talk.left_open(state.language)])
    if state.slot == "consent" and is_refusal(message):
        return _leave(state, drafts, [smart_talk.not_agreed(state.language)])
    if understood := understand(state.slot, message, today, state.language):
        return _fill(state, _as_filled(state, here, understood), today)
    if elsewhere := _for_another_slot(state, drafts, message, today):
        return _fill(state, elsewhere, today)
    if here in state.asked_again:
        return _leave(state, drafts, [smart_talk.left_open(state.language)])
    again = state.model_copy(update={"asked_again": [*state.asked_again, here]})
    return again, _ask(again, drafts, [smart_talk.vague(message, state.language)])


def again(state: SmartState) -> Step:
    """The open question once more, with the reason for it: after a question or a remark in between."""
    if state.slot is None:
        raise ValueError("there is no open question")
    drafts = drafts_in(state)
    said = [smart_talk.back(state.language), smart_talk.why(drafts[state.agreement], state.slot)]
    return _ask(state, drafts, said)


def focus(state: SmartState, criterion: str, agreement: int | None = None) -> tuple[SmartState, Step]:
    """Turns to one criterion (specific, measurable …), also when it is met.

    Args:
        state: where the conversation stands.
        criterion: its id in the guideline.
        agreement: counted from 0; the current one when None.

    Raises:
        KeyError: there is no such criterion.
    """
    state = state if agreement is None else state.model_copy(update={"agreement": agreement})
    drafts = drafts_in(state)
    slots = _slots_of(criterion)
    draft = drafts[state.agreement]
    slot = next((slot for slot in slots if draft.known(slot) is None), slots[-1])
    reopened = [item for item in state.left_open if item != (state.agreement, slot)]
    moved = state.model_copy(update={"slot": slot, "left_open": reopened})
    words = draft.known(slot)
    said = [smart_talk.already(words, state.language)] if words else []
    return moved, _ask(moved, drafts, said, with_question=words is None)


def drafts_in(state: SmartState) -> list[Draft]:
    """The agreements as they stand now, with every answer in its place."""
    drafts = drafts_of(state.text, state.today, state.language)
    for item in state.filled:
        answer = Understood(item.words, item.date)
        drafts[item.agreement] = with_understood(drafts[item.agreement], item.slot, answer, state.today)
    return drafts


def result_in(state: SmartState) -> SmartResult:
    """The result as it stands now."""
    return result_of(drafts_in(state))


def _go_on(
    state: SmartState, drafts: Sequence[Draft], said: list[str], filled: Filled | None = None
) -> tuple[SmartState, Step]:
    """Asks the next open slot, of this agreement or a later one; says goodbye when none is left."""
    for at in [*range(state.agreement, len(drafts)), *range(state.agreement)]:
        for slot in _ORDER:
            if drafts[at].known(slot) is None and (at, slot) not in state.left_open:
                if at != state.agreement:
                    said = [*said, smart_talk.next_agreement(drafts[at], at + 1, len(drafts))]
                moved = state.model_copy(update={"agreement": at, "slot": slot})
                return moved, _ask(moved, drafts, said, filled)
    result = result_of(drafts)
    remark = [] if state.remarked or result.remark is None else [result.remark]
    ended = state.model_copy(update={"slot": None, "remarked": state.remarked or bool(remark)})
    text = smart_talk.joined([*said, *smart_talk.closing(result, bool(state.filled)), *remark])
    return ended, Step(text=text, result=result, agreement=state.agreement, filled=filled, done=True)


def _ask(
    state: SmartState,
    drafts: Sequence[Draft],
    said: list[str],
    filled: Filled | None = None,
    with_question: bool = True,
) -> Step:
    slot, draft = state.slot, drafts[state.agreement]
    if slot is None:
        raise ValueError("there is no slot to ask")
    again = (state.agreement, slot) in state.asked_again
    examples = smart_talk.examples(slot, state.language)
    asked = smart_talk.asking(draft, slot, again) if with_question else []
    return Step(
        text=smart_talk.joined([*said, *asked]),
        result=result_of(drafts),
        agreement=state.agreement,
        slot=slot,
        criterion=next(item.id for item in guideline().smart if slot in item.slots),
        why=smart_talk.why(draft, slot),
        examples=examples,
        filled=filled,
        suggestions=smart_talk.suggestions(state.language),
    )


def _fill(state: SmartState, filled: Filled, today: datetime.date) -> tuple[SmartState, Step]:
    kept = [item for item in state.filled if (item.agreement, item.slot) != (filled.agreement, filled.slot)]
    opened = [item for item in state.left_open if item != (filled.agreement, filled.slot)]
    changed = state.model_copy(update={"filled": [*kept, filled], "left_open": opened})
    said = smart_talk.noted(filled.words, filled.corrected, state.language)
    return _go_on(changed, drafts_in(changed), [said], filled)


def _as_filled(state: SmartState, here: tuple[int, Slot], understood: Understood) -> Filled:
    corrected = any((item.agreement, item.slot) == here for item in state.filled)
    return Filled(
        agreement=here[0], slot=here[1], words=understood.words, date=understood.date, corrected=corrected
    )


def _leave(state: SmartState, drafts: Sequence[Draft], said: list[str]) -> tuple[SmartState, Step]:
    left = [*state.left_open, (state.agreement, state.slot)]
    return _go_on(state.model_copy(update={"left_open": left}), drafts, said)


def _stop(state: SmartState, drafts: Sequence[Draft]) -> tuple[SmartState, Step]:
    every = [(at, slot) for at in range(len(drafts)) for slot in SLOTS]
    return _go_on(state.model_copy(update={"left_open": every}), drafts, [])


def _corrected(
    state: SmartState, drafts: Sequence[Draft], message: str, today: datetime.date
) -> Filled | None:
    """Which slot a correction ("nee, het was 15 maart") is about: a known deadline, else the last answer."""
    draft = drafts[state.agreement]
    term = understand("deadline", message, today, state.language)
    if term and draft.known("deadline") and state.slot != "deadline":
        return Filled(
            agreement=state.agreement, slot="deadline", words=term.words, date=term.date, corrected=True
        )
    last = state.filled[-1] if state.filled else None
    if last is None or state.slot == "consent" and is_refusal(message):
        return None
    found = understand(last.slot, message, today, state.language)
    if found is None:
        return None
    return Filled(
        agreement=last.agreement, slot=last.slot, words=found.words, date=found.date, corrected=True
    )


def _for_another_slot(
    state: SmartState, drafts: Sequence[Draft], message: str, today: datetime.date
) -> Filled | None:
    """A date that answers another question than the one asked is not lost."""
    draft = drafts[state.agreement]
    term = understand("deadline", message, today, state.language)
    if term is None or draft.known("deadline") is not None:
        return None
    return Filled(agreement=state.agreement, slot="deadline", words=term.words, date=term.date)


def _slots_of(criterion: str) -> list[Slot]:
    names = {item.id: item.slots for item in guideline().smart}[criterion]
    return [slot for slot in SLOTS if slot in names]
