"""SMART at the front desk: starts a dialogue, hands answers to it, and picks it up again after an aside."""

import datetime
from typing import Any

from pydantic import ValidationError

from assistant.conversation import Conversation, Language, Reply
from assistant.errors import PersonError
from assistant.followup import wants_more
from assistant.guideline import guideline
from assistant.phrases import plainly
from assistant.routing import agreement_in, is_aside
from assistant.smart_answers import is_correction
from assistant.smart_dialogue import SmartState, Step, advance, again, drafts_in, focus, start
from assistant.smart_words import Words, worded
from assistant.voice import Made, Piece, Turned, Voice, framed, smart_talk
from assistant.voice.smart import refusal

_MOST = 10
"""Agreements at once: more are no outcome of one conversation, and the browser keeps every card."""


def turn(
    message: str, conversation: Conversation, language: Language, today: datetime.date, voice: Voice
) -> Turned | None:
    """The reply to a message about an agreement; None when it is for another feature.

    Raises:
        PersonError: the person announced an agreement and gave something else.
    """
    step = _step(message, conversation, language, today)
    if step is None:
        return None
    return _turned(*step, conversation, voice)


def resumed(turned: Turned, conversation: Conversation, voice: Voice) -> Turned:
    """A reply of another feature, followed by the question about the agreement that is still open, if any."""
    state = _held(conversation)
    if state is None or state.slot is None:
        return turned
    reply, pieces = turned
    step = again(state)
    if reply.abstained:
        return _turned(state, step, conversation, voice)
    step, *_ = _in_words(state, step, conversation, voice)
    beside = {"card": _card(state, step), "suggestions": step.suggestions}
    return reply.model_copy(update=beside), framed("", pieces, f"\n\n{step.text}")


def _step(
    message: str, conversation: Conversation, language: Language, today: datetime.date
) -> tuple[SmartState, Step] | None:
    state = _held(conversation)
    found = agreement_in(message, today, language)
    if found and found.announced:
        return _started(found.text, today, None)
    if state and (chosen := _chosen(message, state)):
        return focus(state, *chosen)
    if state and state.slot and not is_aside(message):
        return advance(state, message, today)
    if state and state.slot and _about_our_question(message, conversation):
        return state, again(state)
    if state and is_correction(message) and conversation.turns[-1].reply.feature == "smart":
        return advance(state, message, today)
    if found is None or (state and state.slot):
        return None
    try:
        return _started(found.text, today, language)
    except PersonError:
        return None  # it only looked like one


def _started(text: str, today: datetime.date, language: Language | None) -> tuple[SmartState, Step]:
    state, step = start(text, today, language)
    if len(step.result.agreements) > _MOST:
        raise refusal("too_many", most=_MOST)
    return state, step


def _about_our_question(message: str, conversation: Conversation) -> bool:
    """Whether "waarom?" or "wat bedoel je?" is about what the dialogue just asked."""
    return conversation.turns[-1].reply.feature == "smart" and wants_more(message)


def _chosen(message: str, state: SmartState) -> tuple[str, int | None] | None:
    """The criterion, and the agreement, that somebody asks to work on, as the card's buttons put it."""
    said = plainly(message)
    for criterion in guideline().smart:
        if said == plainly(smart_talk.turn_to(criterion, None, state.language)):
            return criterion.id, None
        for number in range(1, len(drafts_in(state)) + 1):
            if said == plainly(smart_talk.turn_to(criterion, number, state.language)):
                return criterion.id, number - 1
    return None


def _turned(state: SmartState, step: Step, conversation: Conversation, voice: Voice) -> Turned:
    step, words, made = _in_words(state, step, conversation, voice)
    return _reply(state, step, words), iter([Piece(step.text, made)])


def _in_words(
    state: SmartState, step: Step, conversation: Conversation, voice: Voice
) -> tuple[Step, Words, Made]:
    """The step with its agreements worded by the voice, on the card and in what is said."""
    known = conversation.state.get("smart_words")
    before = known if isinstance(known, dict) else {}
    result, words, made = worded(step.result, drafts_in(state), voice, before)
    text = step.text
    for plain, shown in words.items():
        text = text.replace(plain, shown)
    return step.model_copy(update={"result": result, "text": text}), words, made


def _reply(state: SmartState, step: Step, words: Words) -> Reply:
    return Reply(
        text="",
        feature="smart",
        language=state.language,
        card=_card(state, step),
        suggestions=step.suggestions,
        state={"smart": state.model_dump(mode="json"), "smart_words": dict(words)},
    )


def _card(state: SmartState, step: Step) -> dict[str, Any]:
    """The result, and where the dialogue stands in it."""
    place = {"agreement": step.agreement, "criterion": step.criterion, "today": state.today.isoformat()}
    return step.result.model_dump(mode="json") | place


def _held(conversation: Conversation) -> SmartState | None:
    """The dialogue that the conversation holds; None when there is none, or the browser's copy is damaged."""
    kept = conversation.state.get("smart")
    try:
        state = SmartState.model_validate(kept) if kept else None
        if state:
            drafts_in(state)[state.agreement]
    except (ValidationError, PersonError, IndexError):
        return None
    return state
