"""The choice before a rehearsal, as one form in the conversation: who, which situation, how hard."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from assistant.conversation import Language
from assistant.guideline import Role
from assistant.reading.text import sentences
from assistant.voice.rehearsal_desk import desk_words
from assistant.web.markup import plain
from assistant.web.texts import PageTexts

_USUAL = "middle"  # the level that stands chosen


class _Story(BaseModel):
    id: str
    title: str
    summary: str


class _Level(BaseModel):
    id: str
    name: str
    explanation: str


class _Own(BaseModel):
    label: str
    message: str
    chosen: bool = False


class _Picker(BaseModel):
    """What a reply's card holds while somebody chooses."""

    role: Role | None = None
    scenario: str | None = None
    level: str | None = None
    scenarios: list[_Story]
    levels: list[_Level]
    own: _Own


class _Option(NamedTuple):
    """Something to choose; ``word`` is how the message that starts the rehearsal names it."""

    word: str
    title: str
    line: str
    chosen: bool


def is_picker(card: Mapping[str, Any] | None) -> bool:
    """Whether a reply's card is one to choose from."""
    return bool(card) and (card or {}).get("kind") == "picker"


def choices(card: Mapping[str, Any], texts: PageTexts, language: Language) -> str:
    """The form, with what was chosen already; nothing once somebody tells of their own situation."""
    try:
        picker = _Picker.model_validate(card)
    except ValidationError:
        return ""
    if picker.own.chosen and picker.role:
        return ""
    words = desk_words(language)
    return (
        f'<div class="picker" role="group" aria-label="{plain(texts.choose)}" '
        f'data-message="{plain(words.start_message)}">'
        f"{_fieldset('role', texts.choose_role, _roles(picker, texts, language))}"
        f"{_fieldset('level', texts.choose_level, _levels(picker))}"
        f"{_fieldset('scenario', texts.choose_scenario, _situations(picker, texts))}"
        f'<div class="go"><p class="missing" role="alert" data-missing="{plain(texts.choose_missing)}"></p>'
        f'<button type="button" class="begin" data-do="begin">{plain(texts.choose_begin)}</button>'
        f'<button type="button" class="ask" data-do="ask" data-text="{plain(words.commands["stop"])}">'
        f"{plain(words.commands['stop'])}</button></div></div>"
    )


def _roles(picker: _Picker, texts: PageTexts, language: Language) -> list[_Option]:
    lines: dict[Role, str] = {"employee": texts.choose_employee, "manager": texts.choose_manager}
    names = desk_words(language).roles
    return [
        _Option(names[role], names[role].capitalize(), lines[role], role == picker.role) for role in lines
    ]


def _situations(picker: _Picker, texts: PageTexts) -> list[_Option]:
    stories = [
        _Option(story.title, story.title, sentences(story.summary)[0].text, story.id == picker.scenario)
        for story in picker.scenarios
    ]
    own = picker.own
    return [*stories, _Option(own.message, own.label, texts.choose_own, own.chosen)]


def _levels(picker: _Picker) -> list[_Option]:
    chosen = picker.level or _USUAL
    return [
        _Option(level.name.lower(), level.name, level.explanation, level.id == chosen)
        for level in picker.levels
    ]


def _fieldset(name: str, legend: str, options: list[_Option]) -> str:
    listed = "".join(_radio(name, option) for option in options)
    return (
        f'<fieldset class="pick {name}"><legend>{plain(legend)}</legend>'
        f'<div class="options">{listed}</div></fieldset>'
    )


def _radio(name: str, option: _Option) -> str:
    checked = " checked" if option.chosen else ""
    return (
        f'<label class="option"><input type="radio" name="{name}" value="{plain(option.word)}"{checked}>'
        f"<b>{plain(option.title)}</b> <span>{plain(option.line)}</span></label>"
    )
