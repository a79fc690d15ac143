"""The rehearsal at the front desk: chooses one, plays it, and answers what comes in between."""

from collections.abc import Callable
from typing import NamedTuple

from assistant import debrief_desk
from assistant.conversation import Conversation, Language, Reply
from assistant.guideline import guideline
from assistant.reading.care import needs_care
from assistant.reading.intent import after_announcement
from assistant.reading.questions import asks
from assistant.rehearsal import advance, next_phase, pause, record, resume, start, stop, take_back
from assistant.rehearsal_asides import is_aside, points_at_line
from assistant.rehearsal_cards import rehearsal_card
from assistant.rehearsal_choice import choose, own_story, resumed_choice
from assistant.rehearsal_commands import command, without_call
from assistant.rehearsal_hints import hint
from assistant.rehearsal_memory import KEY, Memory, held, with_past
from assistant.rehearsal_picker import wants_another
from assistant.rehearsal_state import Decision, State
from assistant.routing import small_talk
from assistant.voice import Piece, Said, Turned, Voice, framed, said
from assistant.voice.rehearsal import SpokenHint, speak_hint, step_out
from assistant.voice.rehearsal_desk import Command, DeskWords, desk_words

_PREPARING = "voorbereiding"  # what the passages on preparing are called


class Front(NamedTuple):
    """Who else sits at the desk: the voice, and the features that a message may be for."""

    voice: Voice
    guided: Callable[[str], Turned]
    explained: Callable[[str, str], Turned]
    """The answer that a passage gives to a question."""
    smart: Callable[[str], Turned | None]


def turn(message: str, conversation: Conversation, language: Language, front: Front) -> Turned | None:
    """The reply to a message in or about a rehearsal; None when it is for another feature."""
    memory = held(conversation)
    played = memory.played
    if played is None or wants_another(message):
        return _chosen(message, conversation, memory, language, front)
    if played.status == "ended":
        order = command(message)
        if order in ("take_back", "restart"):
            return _obeyed(order, memory, played, front)
        if order and memory.choice is None and conversation.turns[-1].reply.feature == "rehearsal":
            return _out(memory, played, desk_words(played.moment.language).out.ended)
        picked = _chosen(message, conversation, memory, language, front)
        return picked or _afterwards(message, conversation, played, front)
    if played.status == "active":
        return _active(message, memory, played, front)
    return _on_hold(message, conversation, memory, played, front)


def resumed(turned: Turned, conversation: Conversation, language: Language) -> Turned:
    """A reply of another feature, with the choice that is still open, or the rehearsal on hold, beside it."""
    memory = held(conversation)
    if memory.played is None or memory.played.status == "ended":
        return _with_offer(resumed_choice(turned, memory, language), language)
    reply, pieces = turned
    beside = _reply(memory, memory.played)
    return reply.model_copy(update={"card": beside.card, "suggestions": beside.suggestions}), pieces


def _with_offer(turned: Turned, language: Language) -> Turned:
    """Whoever prepares may want to practise."""
    reply, pieces = turned
    prepares = any(source.passage.startswith(_PREPARING) for source in reply.sources)
    if not prepares or reply.suggestions:
        return turned
    offer = [desk_words(language).commands["start"]]
    return reply.model_copy(update={"suggestions": offer}), pieces


def line_of(state: State, decision: Decision, voice: Voice) -> Said:
    """The character's words for a decision: the one place where a voice speaks in role."""
    return voice.line(decision, state)


def _chosen(
    message: str, conversation: Conversation, memory: Memory, language: Language, front: Front
) -> Turned | None:
    """The next question of the choice, or the opening of the rehearsal that has been chosen."""
    picked = choose(message, conversation, memory, language)
    if not isinstance(picked, Memory):
        return picked
    choice = picked.choice
    assert choice and choice.role
    chosen = own_story(choice, language) or str(choice.scenario)
    state, decision = start(chosen, choice.role, choice.level or "middle", language, len(conversation.turns))
    begun = Memory(story=choice.own, opened_in=language)
    return _in_role(begun, state, decision, front, afresh=True)


def _afterwards(message: str, conversation: Conversation, played: State, front: Front) -> Turned | None:
    """A last word to the character after the end is no question for the guidance."""
    last = conversation.turns[-1].reply if conversation.turns else None
    if last is None or (last.card or {}).get("kind") != "debrief" or asks(message) or small_talk(message):
        return None
    words = desk_words(played.moment.language)
    reply = Reply(text="", feature="rehearsal", language=played.moment.language, suggestions=last.suggestions)
    return front.smart(message) or (reply.model_copy(update={"card": last.card}), said(words.after.over))


def _active(message: str, memory: Memory, played: State, front: Front) -> Turned:
    if (care := needs_care(message)) is None:
        if (order := command(message)) is not None:
            return _obeyed(order, memory, played, front)
        if after_announcement(message) is not None and (turned := front.smart(message)):
            return _beside_smart(turned, memory, pause(played))
        if is_aside(message):
            return _aside(message, memory, played, front)
    state, decision = advance(played, message)
    if care is not None:
        return _out(memory, state, step_out(decision))
    return _in_role(memory, state, decision, front)


def _on_hold(
    message: str, conversation: Conversation, memory: Memory, played: State, front: Front
) -> Turned | None:
    """A message while the rehearsal waits: only what the person asks for, and never a line in role."""
    if needs_care(message):
        state, decision = advance(played, message)
        return _out(memory, state, step_out(decision))
    order = command(message)
    in_smart = conversation.turns[-1].reply.feature == "smart" if conversation.turns else False
    if order in ("resume", "take_back", "restart", "hint") or (order == "stop" and not in_smart):
        return _obeyed(order, memory, played, front)
    if turned := front.smart(message):
        return _beside_smart(turned, memory, played)
    if asks(message) or is_aside(message):
        return None
    return _out(memory, played, desk_words(played.moment.language).out.waiting)


def _obeyed(order: str, memory: Memory, played: State, front: Front) -> Turned:
    words, name, line = _standing(played)
    if order == "hint":
        return _hinted(memory, played)
    if order == "take_back":
        return _taken_back(memory, played)
    if order == "next_phase":
        state, decision = next_phase(played)
        return _in_role(memory, state, decision, front)
    if order == "restart":
        again = played.own or played.scenario_id
        state, decision = start(again, played.role, played.level, played.moment.language, played.seed + 1)
        begun = Memory(story=memory.story, opened_in=played.moment.language)
        return _in_role(begun, state, decision, front, afresh=True)
    if order == "stop":
        return _stopped(memory, stop(played), front)
    if order == "pause":
        return _out(memory, pause(played), words.out.paused)
    return _out(memory, resume(played), words.out.resumed.format(name=name, line=line), afresh=True)


def _hinted(memory: Memory, played: State) -> Turned:
    found = speak_hint(hint(played), played)
    text = desk_words(played.moment.language).out.hint.format(line=found.line, why=found.why)
    return _reply(memory, played, found), said(text)


def _taken_back(memory: Memory, played: State) -> Turned:
    words, name, line = _standing(played)
    whole = with_past(memory, played)
    if not whole.past:
        return _out(memory, played, words.out.nothing_back.format(name=name, line=line))
    state = take_back(whole)
    later = memory.model_copy(update={"taken_at": (*memory.taken_at, len(state.transcript))})
    _, name, line = _standing(state)
    return _out(later, state, words.out.took_back.format(name=name, line=line))


def _stopped(memory: Memory, played: State, front: Front) -> Turned:
    words, _, _ = _standing(played)
    if all(line.speaker != played.role for line in played.transcript):
        reply = Reply(
            text="",
            feature="rehearsal",
            language=played.moment.language,
            suggestions=[words.commands["other"]],
            state={KEY: Memory().kept()},
        )
        return reply, said(words.out.stopped_empty)
    return debrief_desk.of_rehearsal(memory, played, None, front.voice)


def _aside(message: str, memory: Memory, played: State, front: Front) -> Turned:
    """A question on the guidance, answered out of role; then the character's last words again.

    "Mag hij dat vragen?" names nothing itself, so the passage on this phase answers it; whoever calls the
    coach without a question ("coach, ik weet het even niet") gets a hint.
    """
    words, name, line = _standing(played)
    opening, question = words.out.aside, without_call(message)
    if question != message and not asks(question):
        return _hinted(memory, played)
    if points_at_line(question):
        phase = guideline().phase(played.moment.phase)
        opening = words.out.aside_on_line.format(phase=phase.called(played.moment.language))
        reply, pieces = front.explained(phase.passage, question)
    else:
        reply, pieces = front.guided(question)
    beside = _reply(memory, played)
    around = {"card": beside.card, "suggestions": beside.suggestions}
    back = words.out.back_in.format(name=name, line=line)
    return reply.model_copy(update=around), framed(f"{opening} ", pieces, f"\n\n{back}")


def _beside_smart(turned: Turned, memory: Memory, played: State) -> Turned:
    """An agreement is worked on while the rehearsal waits."""
    reply, pieces = turned
    words = desk_words(played.moment.language)
    state = reply.state | {KEY: memory.model_copy(update={"played": played}).kept()}
    first = memory.played is not None and memory.played.status == "active"
    suggestions = [*reply.suggestions[:3], words.commands["resume"]]
    tail = f"\n\n{words.out.waiting_smart}" if first else ""
    return reply.model_copy(update={"state": state, "suggestions": suggestions}), framed("", pieces, tail)


def _in_role(memory: Memory, state: State, decision: Decision, front: Front, afresh: bool = False) -> Turned:
    """The character speaks; at the end the debrief follows."""
    spoken = line_of(state, decision, front.voice)
    state = record(state, decision, spoken.text, spoken.used)
    if state.status == "ended":
        return debrief_desk.of_rehearsal(memory, state, spoken, front.voice)
    reply = _reply(memory, state)
    heard = len(state.transcript) > 1 and state.transcript[-2].speaker == state.role
    reply = reply.model_copy(update={"card": {**(reply.card or {}), "in_role": True, "heard": heard}})
    return _remembering(reply, memory, state, afresh), iter([Piece(spoken.text, spoken.made)])


def _out(memory: Memory, state: State, text: str, afresh: bool = False) -> Turned:
    """The coach speaks out of role, and the rehearsal stands as ``state`` has it."""
    return _remembering(_reply(memory, state), memory, state, afresh), said(text)


def _reply(memory: Memory, played: State, found: SpokenHint | None = None) -> Reply:
    """A reply without words; what it shows beside the conversation and what can be said next."""
    words = desk_words(played.moment.language)
    return Reply(
        text="",
        feature="rehearsal",
        language=played.moment.language,
        card=rehearsal_card(memory, played, found),
        suggestions=[words.commands[order] for order in _sensible(played)],
    )


def _remembering(reply: Reply, memory: Memory, played: State, afresh: bool) -> Reply:
    """The reply with the rehearsal in its state; once it begins, an agreement that was open is let go."""
    state: dict[str, object] = {KEY: memory.model_copy(update={"played": played, "choice": None}).kept()}
    return reply.model_copy(update={"state": state | ({"smart": None} if afresh else {})})


def _sensible(played: State) -> list[Command]:
    if played.status == "ended":
        return ["restart", "take_back", "other"]
    if played.status != "active":
        return ["resume", "stop"]
    spoken = any(line.speaker == played.role for line in played.transcript)
    return ["hint", *(["take_back"] if spoken else []), "next_phase", "pause", "stop"]  # type: ignore[list-item]


def _standing(played: State) -> tuple[DeskWords, str, str]:
    """The words of this rehearsal's language, the character's name, and what it said last."""
    line = next(line.text for line in reversed(played.transcript) if line.speaker == played.side)
    return desk_words(played.moment.language), played.scenario.character(played.side).name, line
