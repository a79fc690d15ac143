"""Asks for the rehearsal to come, one thing at a time: role, situation, level, or one's own situation."""

from itertools import chain

from assistant.conversation import Conversation, Language, Reply
from assistant.reading.care import needs_care
from assistant.reading.intent import after_announcement
from assistant.reading.questions import asks
from assistant.reading.text import words
from assistant.rehearsal_cards import picker_card
from assistant.rehearsal_memory import KEY, Choice, Memory, OwnStory
from assistant.rehearsal_own import LONGEST_ANSWER, Missing, own_scenario
from assistant.rehearsal_picker import chosen_in, leaves, starts_in_english, wants_another, wants_rehearsal
from assistant.scenarios import LEVELS, Scenario
from assistant.voice import Turned, said
from assistant.voice.rehearsal import care_text
from assistant.voice.rehearsal_desk import desk_words, numbered_list

_LEAST_TOLD = 3  # words of a situation


def choose(
    message: str, conversation: Conversation, memory: Memory, language: Language
) -> Turned | Memory | None:
    """The next question, the memory with all that is needed to begin, or None for another feature."""
    if wants_another(message) or wants_rehearsal(message):
        language = "en" if starts_in_english(message) else language
        return _next(memory, chosen_in(message, Choice()), language)
    if memory.choice is None or not _is_ours(message, conversation):
        return None
    if leaves(message):
        return _left(memory, language)
    if (care := needs_care(message)) is not None:
        return _asking(memory, memory.choice, care_text(care, language), language)
    if memory.choice.own is not None and memory.choice.role is not None:
        return _told(message, memory, memory.choice, memory.choice.own, language)
    if asks(message):
        return None
    found = chosen_in(message, memory.choice)
    return _next(memory, found, language, unknown=found == memory.choice)


def resumed_choice(turned: Turned, memory: Memory, language: Language) -> Turned:
    """A reply of another feature, followed by what still has to be chosen."""
    if memory.choice is None or turned[0].feature != "guidance":
        return turned
    reply, pieces = turned
    asked, _ = _question(memory.choice, language)
    beside = {
        "card": picker_card(memory.choice, language),
        "suggestions": _suggestions(memory.choice, language),
    }
    return reply.model_copy(update=beside), chain(pieces, said(f"\n\n{asked}"))


def _is_ours(message: str, conversation: Conversation) -> bool:
    """Whether the message answers the choice: it was shown last, and nothing else is announced."""
    shown = bool(conversation.turns) and (conversation.turns[-1].reply.card or {}).get("kind") == "picker"
    return shown and after_announcement(message) is None


def _next(memory: Memory, choice: Choice, language: Language, unknown: bool = False) -> Turned | Memory:
    if choice.role and choice.own is None and choice.scenario and choice.level:
        return memory.model_copy(update={"choice": choice})
    asked, when_unknown = _question(choice, language)
    return _asking(memory, choice, when_unknown if unknown else asked, language)


def _told(message: str, memory: Memory, choice: Choice, own: OwnStory, language: Language) -> Turned | Memory:
    """What somebody tells of their own situation, put where it was asked for."""
    said_of = desk_words(language).picker
    message = " ".join(message.split())
    if len(message) > LONGEST_ANSWER:
        return _asking(memory, choice, said_of.too_long, language)
    if own.description is None:
        if len(words(message)) < _LEAST_TOLD:
            return _asking(memory, choice, said_of.too_short, language)
        own = own.model_copy(update={"description": message})
    else:
        slot = _missing(choice, own, language)
        own = own.model_copy(update={"answers": {**own.answers, slot.slot: message}} if slot else {})
    choice = choice.model_copy(update={"own": own})
    missing = _missing(choice, own, language)
    if missing is None:
        return memory.model_copy(update={"choice": choice})
    return _asking(memory, choice, missing.question, language)


def own_story(choice: Choice, language: Language) -> Scenario | None:
    """The situation that somebody told, once nothing is missing."""
    own = choice.own
    if own is None or own.description is None or choice.role is None:
        return None
    made = own_scenario(own.description, own.answers, choice.role, language)
    return made if isinstance(made, Scenario) else None


def _missing(choice: Choice, own: OwnStory, language: Language) -> Missing | None:
    assert choice.role
    made = own_scenario(own.description or "", own.answers, choice.role, language)
    return made if isinstance(made, Missing) else None


def _question(choice: Choice, language: Language) -> tuple[str, str]:
    """What to ask now, and how to ask it of somebody who gave something else."""
    said_of = desk_words(language).picker
    if choice.role is None:
        return said_of.role, said_of.role_again
    if choice.own is not None:
        return said_of.describe, said_of.describe
    if choice.scenario is None:
        stories = numbered_list(language)
        return said_of.scenario.format(list=stories), said_of.scenario_unknown.format(list=stories)
    return said_of.level, said_of.level_again


def _suggestions(choice: Choice, language: Language) -> list[str]:
    said_of = desk_words(language)
    stop = said_of.commands["stop"]
    if choice.role is None:
        return [said_of.i_am.format(role=role) for role in said_of.roles.values()] + [stop]
    if choice.own is not None:
        return [stop]
    if choice.scenario is None:
        return [said_of.own_label, stop]
    return [*(said_of.levels[level].name for level in LEVELS), stop]


def _asking(memory: Memory, choice: Choice, text: str, language: Language) -> Turned:
    reply = Reply(
        text="",
        feature="rehearsal",
        language=language,
        card=picker_card(choice, language),
        suggestions=_suggestions(choice, language),
        state={KEY: memory.model_copy(update={"choice": choice}).kept()},
    )
    return reply, said(text)


def _left(memory: Memory, language: Language) -> Turned:
    state = {KEY: memory.model_copy(update={"choice": None}).kept()}
    reply = Reply(text="", feature="rehearsal", language=language, state=state)
    return reply, said(desk_words(language).picker.left)
