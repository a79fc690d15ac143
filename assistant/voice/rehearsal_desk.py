"""What the coach itself says around a rehearsal and a debrief, from knowledge/phrases/rehearsal_desk.toml."""

from functools import cache
from typing import Literal

from assistant.conversation import Language
from assistant.debrief_shapes import Debrief, Finding
from assistant.guideline import Role
from assistant.reading.text import sentences
from assistant.rehearsal_state import Ending
from assistant.resources import KNOWLEDGE
from assistant.scenarios import Level, Scenario, scenario, scenarios
from assistant.tables import Strict, read_table
from assistant.transcripts import Line

Command = Literal[
    "hint", "take_back", "next_phase", "pause", "stop", "resume", "restart", "other", "start"
]  # fmt: skip
_WELL = 3  # things that went well are told in the chat; the rest stands on the card


class LevelWords(Strict):
    """A level of difficulty."""

    name: str
    explanation: str


class PickerWords(Strict):
    """What is said until role, situation and level are known."""

    role: str
    role_again: str
    scenario: str
    scenario_unknown: str
    level: str
    level_again: str
    left: str
    describe: str
    too_short: str
    too_long: str


class OutWords(Strict):
    """What is said out of role while a rehearsal goes on."""

    hint: str
    took_back: str
    nothing_back: str
    paused: str
    waiting: str
    waiting_smart: str
    resumed: str
    aside: str
    aside_on_line: str
    back_in: str
    stopped_empty: str
    ended: str


class AfterWords(Strict):
    """The debrief in the chat."""

    completed: str
    stopped: str
    walked_out: str
    over: str
    went_well: str
    nothing_well: str
    well_item: str
    quoted: str
    try_next: str
    nothing_to_try: str
    try_item: str
    better: str
    pasted: str


class ErrorWords(Strict):
    """What is wrong with a pasted conversation."""

    too_few: str
    paste: str


class DeskWords(Strict):
    """Everything in one language."""

    start_message: str
    own_label: str
    debrief_for: str
    make_smart: str
    i_am: str
    numbered: str
    commands: dict[Command, str]
    roles: dict[Role, str]
    levels: dict[Level, LevelWords]
    picker: PickerWords
    out: OutWords
    after: AfterWords
    errors: ErrorWords


class _Both(Strict):
    nl: DeskWords
    en: DeskWords


@cache
def _both() -> _Both:
    return read_table(KNOWLEDGE / "phrases" / "rehearsal_desk.toml", _Both)


def desk_words(language: Language) -> DeskWords:
    """The words of a language, read once."""
    return _both().en if language == "en" else _both().nl


def start_message(chosen: str, role: Role, level: Level, language: Language) -> str:
    """The message that starts a rehearsal at once: what the page's start button sends."""
    said = desk_words(language)
    return said.start_message.format(
        scenario=title_of(scenario(chosen), language),
        role=said.roles[role],
        level=said.levels[level].name.lower(),
    )


def title_of(story: Scenario, language: Language) -> str:
    """The title of a situation."""
    return story.title_en if language == "en" else story.title


def summary_of(story: Scenario, language: Language) -> str:
    """What a situation is about, in a few sentences."""
    return story.summary_en if language == "en" else story.summary


def numbered_list(language: Language) -> str:
    """The situations with their numbers, one a line."""
    row = desk_words(language).numbered
    return "\n".join(
        row.format(
            number=number, title=title_of(story, language), summary=_first(summary_of(story, language))
        )
        for number, story in enumerate(scenarios().values(), start=1)
    )


def _first(text: str) -> str:
    return sentences(text)[0].text


def closing_words(ending: Ending, name: str, language: Language) -> str:
    """How the coach steps out of role at the end."""
    said = desk_words(language).after
    by_ending: dict[Ending, str] = {"walked_out": said.walked_out, "stopped": said.stopped}
    return by_ending.get(ending, said.completed).format(name=name)


def debrief_text(found: Debrief, lines: list[Line], language: Language) -> str:
    """What went well, with the person's own words, then the two or three things to try."""
    said = desk_words(language).after
    by_rule = {finding.rule: finding for finding in found.findings}
    well = went_well(found, lines)
    parts = [said.went_well if well else said.nothing_well]
    for finding, quote in well:
        item = said.well_item.format(name=finding.name, advice=finding.advice)
        parts.append(" ".join([item, *([said.quoted.format(quote=quote)] if quote else [])]))
    parts.append(f"\n{said.try_next}" if found.priorities else f"\n{said.nothing_to_try}")
    for number, rule in enumerate(found.priorities, start=1):
        finding = by_rule[rule]
        item = said.try_item.format(number=number, name=finding.name, advice=finding.advice)
        better = [said.better.format(line=finding.better)] if finding.better else []
        parts.append(" ".join([item, *better]))
    return "\n".join(parts)


def went_well(found: Debrief, lines: list[Line]) -> list[tuple[Finding, str]]:
    """What to start with, the best first, each with the person's own words (empty for a mere figure)."""
    by_rule = {finding.rule: finding for finding in found.findings}
    kept = [(by_rule[rule], _own_words(by_rule[rule], found.role, lines)) for rule in found.went_well]
    # What rests on words that were said convinces more than a figure; nothing said is nothing kept.
    well = [pair for pair in kept if pair[1]] or [pair for pair in kept if pair[0].measured]
    return well[:_WELL]


def _own_words(finding: Finding, role: Role, lines: list[Line]) -> str:
    """The fullest of the quotes that the person said; empty when there is none."""
    own = [quote.text for quote in finding.quotes if lines[quote.turn].speaker == role]
    return max(own, key=len, default="")
