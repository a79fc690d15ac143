"""The debrief at the front desk: of a rehearsal that has ended, and of a conversation that was pasted."""

from assistant.conversation import Conversation, Language, Reply
from assistant.debrief import debrief
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.pasted import Pasted, pasted
from assistant.rehearsal_cards import agreements, branches, debrief_card, people
from assistant.rehearsal_memory import KEY, Memory
from assistant.rehearsal_play import debrief_of, lines_of
from assistant.rehearsal_state import State
from assistant.transcripts import Line, read_transcript
from assistant.voice import Piece, Said, Turned, Voice, said
from assistant.voice.rehearsal_desk import closing_words, debrief_text, desk_words

_LEAST = 4  # turns
_OFFERED = 3  # agreements


def turn(paste: Pasted, conversation: Conversation, language: Language, voice: Voice) -> Turned:
    """The debrief of a pasted conversation; without one, of the one pasted before.

    Raises:
        PersonError: it cannot be read as a conversation.
    """
    text = paste.text or _pasted_before(conversation)
    words = desk_words(language)
    if not text:
        return Reply(text="", feature="debrief", language=language), said(words.errors.paste)
    lines = _read(text, language)
    role = paste.role or "manager"
    found, made = voice.better_lines(debrief(lines, role, language), lines, language)
    other: Role = "employee" if role == "manager" else "manager"
    reply = Reply(
        text="",
        feature="debrief",
        language=language,
        card=debrief_card(found, lines, {"branches": [], "agreements": [], "again": {}}),
        suggestions=[words.debrief_for.format(role=words.roles[other]), words.commands["start"]],
    )
    head = words.after.pasted.format(turns=len(lines), role=words.roles[role])
    return reply, iter([Piece(f"{head}\n\n{debrief_text(found, lines, language)}", made)])


def of_rehearsal(memory: Memory, played: State, last: Said | None, voice: Voice) -> Turned:
    """The debrief of a rehearsal that has ended, after the character's last line if it has just been said."""
    language = played.moment.language
    words = desk_words(language)
    lines = lines_of(played)
    found, worded = voice.better_lines(debrief_of(played), lines, language)
    made = agreements(played)
    name = played.scenario.character(played.side).name
    again = {order: words.commands[order] for order in ("restart", "take_back", "other")}
    beside = {
        "scenario": played.scenario_id,
        "level": played.level,
        "branches": branches(memory, played),
        "agreements": made,
        "again": again,
        "last_line": last.text if last else None,
        **people(played, language),
    }
    parts = [
        *([last.text] if last else []),
        closing_words(played.ending or "stopped", name, language),
        debrief_text(found, lines, language),
    ]
    offers = [words.make_smart.format(agreement=agreement) for agreement in made[:_OFFERED]]
    reply = Reply(
        text="",
        feature="rehearsal",
        language=language,
        card=debrief_card(found, lines, beside),
        suggestions=[again["restart"], *offers, again["other"]],
        state={KEY: memory.model_copy(update={"played": played}).kept()},
    )
    return reply, iter([Piece("\n\n".join(parts), worded)])


def _read(text: str, language: Language) -> list[Line]:
    errors, english = desk_words(language).errors, desk_words("en").errors
    try:
        lines = read_transcript(text).transcript
    except PersonError as error:
        raise PersonError(error.told_in(language), error.told_in("en")) from None
    if len(lines) < _LEAST:
        raise PersonError(errors.too_few.format(least=_LEAST), english.too_few.format(least=_LEAST))
    return lines


def _pasted_before(conversation: Conversation) -> str:
    """The conversation that was debriefed last; the browser still has it as a message."""
    debriefed = [turn.person for turn in conversation.turns if turn.reply.feature == "debrief"]
    found = (paste.text for message in reversed(debriefed) if (paste := pasted(message)))
    return next((text for text in found if text), "")
