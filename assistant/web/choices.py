"""The choices before a rehearsal, as buttons in the conversation: who, which situation, how hard."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.guideline import Role
from assistant.web.markup import plain
from assistant.web.texts import PageTexts


class _Story(BaseModel):
    id: str
    title: str
    summary: str


class _Level(BaseModel):
    name: str
    explanation: str


class _Own(BaseModel):
    label: str
    message: str


class _Picker(BaseModel):
    """What a reply's card holds while somebody chooses."""

    role: Role | None = None
    scenario: str | None = None
    level: str | None = None
    scenarios: list[_Story]
    levels: list[_Level]
    own: _Own


def is_picker(card: Mapping[str, Any] | None) -> bool:
    """Whether a reply's card is one to choose from."""
    return bool(card) and (card or {}).get("kind") == "picker"


def choices(card: Mapping[str, Any], texts: PageTexts) -> str:
    """The buttons for what is still to be chosen; nothing for a role, which stands below already."""
    try:
        picker = _Picker.model_validate(card)
    except ValidationError:
        return ""
    if picker.role is None:
        return ""
    if picker.scenario is None:
        own = _choice(picker.own.label, texts.choose_own, picker.own.message)
        listed = "".join(_choice(story.title, story.summary, story.title) for story in picker.scenarios)
        return f'<ul class="choices" aria-label="{plain(texts.choose_scenario)}">{listed}{own}</ul>'
    if picker.level is None:
        listed = "".join(_choice(level.name, level.explanation, level.name) for level in picker.levels)
        return f'<ul class="choices levels" aria-label="{plain(texts.choose_level)}">{listed}</ul>'
    return ""


def chosen_by_button(card: Mapping[str, Any]) -> list[str]:
    """The messages that ``choices`` has buttons for, so that they need not stand there twice."""
    try:
        picker = _Picker.model_validate(card)
    except ValidationError:
        return []
    return [picker.own.message, *(level.name for level in picker.levels)]


def _choice(title: str, line: str, message: str) -> str:
    return (
        f'<li><button type="button" class="choice" data-do="ask" data-text="{plain(message)}">'
        f"<b>{plain(title)}</b><span>{plain(line)}</span></button></li>"
    )
