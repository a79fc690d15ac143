"""Reads which rehearsal somebody wants: own role, situation and level, in one message or one by one."""

import re
from functools import cache

from assistant.guideline import Role
from assistant.phrases import plainly
from assistant.rehearsal_memory import Choice, OwnStory
from assistant.resources import KNOWLEDGE
from assistant.scenarios import LEVELS, Level, Scenario, scenarios
from assistant.tables import Strict, read_table

_LONGEST = 300  # characters; a longer message is no choice
_NUMBER = re.compile(r"(?:nummer |nr |number |optie |option |situatie |situation |de |the )?(\d{1,2})e?")


class _Start(Strict):
    whole: list[str]
    other: list[str]
    button: list[str]
    loose: list[str]
    never: list[str]
    cancel: list[str]
    english: list[str]


class _Own(Strict):
    patterns: list[str]


class _Cues(Strict):
    start: _Start
    roles: dict[Role, list[str]]
    levels: dict[Level, list[str]]
    own: _Own
    scenarios: dict[str, list[str]]


def wants_rehearsal(message: str) -> bool:
    """Whether a message asks to practise, in so many words."""
    if wants_another(message):
        return True
    if len(message) > _LONGEST:
        return False
    said, cues = plainly(message), _cues().start
    if _whole(cues.whole, said):
        return True
    if not _any(cues.loose, said) or _any(cues.never, said):
        return False
    return chosen_in(message, Choice()) != Choice()


def wants_another(message: str) -> bool:
    """Whether a message can only mean a new rehearsal, also in the middle of one."""
    cues = _cues().start
    return _any(cues.button, message.lower()) or _whole(cues.other, plainly(message))


def starts_in_english(message: str) -> bool:
    """Whether the words that ask to practise are English, however few they are."""
    return _any(_cues().start.english, plainly(message))


def leaves(message: str) -> bool:
    """Whether somebody does not want to choose after all."""
    return _whole(_cues().start.cancel, plainly(message))


def chosen_in(message: str, choice: Choice) -> Choice:
    """The choice with what the message adds to it; a later word replaces an earlier one."""
    if len(message) > _LONGEST:
        return choice
    said = plainly(message)
    numbered = _numbered(said) if choice.role and not choice.scenario else None
    story = numbered or _scenario_in(said)
    rest = _without_title(said, story)
    own = _any(_cues().own.patterns, said) and story is None
    found = {
        "role": _role_in(rest),
        "scenario": story.id if story else None,
        "level": _level_in(rest),
        "own": OwnStory() if own else None,
    }
    update: dict[str, object] = {name: value for name, value in found.items() if value is not None}
    return choice.model_copy(update=update | ({"scenario": None} if own else {}))


def _role_in(said: str) -> Role | None:
    found: list[Role] = [role for role, patterns in _cues().roles.items() if _any(patterns, said)]
    return found[0] if len(found) == 1 else None


def _level_in(said: str) -> Level | None:
    return next((level for level in LEVELS if _any(_cues().levels[level], said)), None)


def _numbered(said: str) -> Scenario | None:
    match = _NUMBER.fullmatch(said)
    number = int(match.group(1)) if match else 0
    stories = list(scenarios().values())
    return stories[number - 1] if 0 < number <= len(stories) else None


def _scenario_in(said: str) -> Scenario | None:
    """The situation that is named: by its title or id, else by words that fit no other."""
    named = [
        story for story in scenarios().values() if any(f" {name} " in f" {said} " for name in _names(story))
    ]
    if named:
        return max(named, key=lambda story: max(len(name) for name in _names(story) if name in said))
    hits = [
        story
        for story in scenarios().values()
        if any(f" {word}" in f" {said}" for word in _cues().scenarios.get(story.id, []))
        or f" {story.employee.name.lower()} " in f" {said} "
    ]
    return hits[0] if len(hits) == 1 else None


def _names(story: Scenario) -> list[str]:
    return [plainly(name) for name in (story.title, story.title_en, story.id, story.id.replace("-", " "))]


def _without_title(said: str, story: Scenario | None) -> str:
    """The message without the title, whose words say nothing about role or level."""
    for name in _names(story) if story else []:
        said = f" {said} ".replace(f" {name} ", " ").strip()
    return said


def _any(patterns: list[str], said: str) -> bool:
    return any(_compiled(pattern).search(said) for pattern in patterns)


def _whole(patterns: list[str], said: str) -> bool:
    return any(_compiled(pattern).fullmatch(said) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _cues() -> _Cues:
    return read_table(KNOWLEDGE / "cues" / "picker.toml", _Cues)
