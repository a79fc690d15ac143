"""What the page shows beside a rehearsal: the choice, the talk so far, and the debrief."""

from collections.abc import Sequence
from typing import Any

from assistant.conversation import Language
from assistant.debrief_shapes import Debrief
from assistant.guideline import PHASES, Phase, guideline
from assistant.reading.commitments import find_agreements, overlap
from assistant.rehearsal_memory import Choice, Memory
from assistant.rehearsal_state import State
from assistant.scenarios import LEVELS, scenarios
from assistant.transcripts import Line
from assistant.voice.rehearsal import SpokenHint
from assistant.voice.rehearsal_desk import desk_words, summary_of, title_of

Card = dict[str, Any]
_SAME = 0.6  # of the longer words of the shorter one: the summary of an agreement, and no other agreement

_BY_NOTE = {
    "success": "own_successes",
    "hard": "own_honesty",
    "wish": "own_wishes",
    "need": "own_needs",
    "commitment": "own_agreement",
}


def picker_card(choice: Choice, language: Language) -> Card:
    """What there is to choose from, and what has been chosen."""
    said = desk_words(language)
    return {
        "kind": "picker",
        "role": choice.role,
        "scenario": choice.scenario,
        "level": choice.level,
        "scenarios": [
            {"id": story.id, "title": title_of(story, language), "summary": summary_of(story, language)}
            for story in scenarios().values()
        ],
        "levels": [
            {"id": level, "name": said.levels[level].name, "explanation": said.levels[level].explanation}
            for level in LEVELS
        ],
        "own": {"label": said.own_label, "message": said.own_label, "chosen": choice.own is not None},
    }


def rehearsal_card(memory: Memory, played: State, hint: SpokenHint | None = None) -> Card:
    """Where the rehearsal stands, without anything that the other keeps to themself.

    ``in_role`` is set where the character speaks; elsewhere the coach does.
    """
    language, story = played.moment.language, played.scenario
    return {
        "kind": "rehearsal",
        "scenario": story.id,
        "title": title_of(story, language),
        "role": played.role,
        "level": played.level,
        **people(played, language),
        "phase": played.moment.phase,
        "phases": [_phase(guideline().phase(phase), played, language) for phase in PHASES],
        "duties": _duties(played, language),
        "status": played.status,
        "turns_left": max(played.turns_left, 0),
        "in_role": False,
        "hint": hint._asdict() if hint else None,
        "branches": branches(memory, played),
        "agreements": agreements(played),
    }


def debrief_card(found: Debrief, lines: Sequence[Line], beside: Card) -> Card:
    """The debrief with the conversation that it is about."""
    return {
        "kind": "debrief",
        **found.model_dump(mode="json"),
        "transcript": [line.model_dump(mode="json") for line in lines],
        **beside,
    }


def branches(memory: Memory, played: State) -> list[Card]:
    """Every end that was taken back, beside what was said in its place."""
    spoken = [line.model_dump(mode="json") for line in played.transcript]
    return [
        {
            "at": at,
            "taken_back": [line.model_dump(mode="json") for line in branch],
            "now": spoken[at : at + len(branch)],
        }
        for at, branch in zip(memory.taken_at, played.branches, strict=True)
    ]


def agreements(played: State) -> list[str]:
    """What has been agreed on with a date or term, in the words in which it was first said."""
    spoken = played.transcript
    lines = [Line(speaker=line.speaker, text=line.text, phase=line.phase) for line in spoken]
    start = next((at for at, line in enumerate(spoken) if line.phase in PHASES[-2:]), len(spoken))
    # What the person proposes may be what brings the last phases about.
    found: list[str] = []
    for agreement in find_agreements(lines, max(start - 1, 0), start):
        said_before = any(_same(agreement.quote, earlier) for earlier in found)
        if agreement.dated and agreement.observable and not said_before:
            found.append(agreement.quote)
    return found


def _same(one: str, other: str) -> bool:
    shorter = min(overlap(one, one), overlap(other, other))
    return overlap(one, other) >= _SAME * max(shorter, 1)


def people(played: State, language: Language) -> Card:
    """The other, as far as everybody at the table knows them; and the person's own side."""
    story, english = played.scenario, language == "en"
    other, own = story.character(played.side), story.character(played.role)
    shared = story.summary_en if english else " ".join(story.shared)
    return {
        "character": {
            "name": other.name,
            "function": other.function_en if english else other.function,
            "brief": shared,
        },
        "you": {
            "name": own.name,
            "function": own.function_en if english else own.function,
            "brief": own.brief_en if english else own.brief,
        },
    }


def _phase(phase: Phase, played: State, language: Language) -> Card:
    now, at = PHASES.index(played.moment.phase), PHASES.index(phase.id)
    done = at < now or (played.status == "ended" and played.ending == "completed")
    status = "done" if done else "now" if at == now else "todo"
    return {"id": phase.id, "name": phase.called(language), "status": status}


def _duties(played: State, language: Language) -> list[Card]:
    """What the person can do: a manager in this phase, an employee in the whole talk."""
    english, moment = language == "en", played.moment
    if played.role == "employee":
        rules = {kind: guideline().rule(rule) for kind, rule in _BY_NOTE.items()}
        return [
            {
                "id": rule.id,
                "name": rule.name_en if english else rule.name,
                "done": moment.note(kind) is not None,
            }
            for kind, rule in rules.items()
        ]
    return [
        {"id": duty.id, "name": duty.text_en if english else duty.text, "done": duty.id in moment.duties}
        for duty in guideline().phase(moment.phase).duties
    ]
