"""What stands beside a rehearsal: who is who, how far it is, and what was said another time."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from assistant.guideline import Role
from assistant.web.markup import plain
from assistant.web.texts import PageTexts


class Person(BaseModel):
    """One side of the table, as far as the person may know it."""

    name: str
    function: str = ""
    brief: str = ""


class Phase(BaseModel):
    """A phase of the review, and whether it is behind, here or to come."""

    name: str
    status: Literal["done", "now", "todo"]


class Duty(BaseModel):
    """Something that the person can still do."""

    name: str
    done: bool


class Spoken(BaseModel):
    """A line of the transcript."""

    speaker: Role
    text: str


class Hint(BaseModel):
    """A line that the person could say, and why."""

    line: str
    why: str


class Branch(BaseModel):
    """What was taken back, beside what was said in its place."""

    taken_back: list[Spoken]
    now: list[Spoken]


class RehearsalCard(BaseModel):
    """What a reply's card holds during a rehearsal."""

    title: str
    role: Role
    character: Person
    you: Person
    phases: list[Phase]
    duties: list[Duty]
    status: str
    in_role: bool = False
    heard: bool = False
    """The character speaks, and the person said something to it just before."""
    hint: Hint | None = None
    branches: list[Branch] = []


def rehearsal(card: Mapping[str, Any] | None) -> RehearsalCard | None:
    """The card, when it is one of a rehearsal; None when it is another, or the browser's copy is damaged."""
    if not card or card.get("kind") != "rehearsal":
        return None
    try:
        return RehearsalCard.model_validate(card)
    except ValidationError:
        return None


def progress(card: RehearsalCard, texts: PageTexts) -> str:
    """The panel of a rehearsal."""
    phases = "".join(_phase(phase, texts) for phase in card.phases)
    return (
        f'<p class="hint">{plain(card.title)}</p>{_people(card, texts)}'
        f'<h3>{plain(texts.rehearsal_phases)}</h3><ol class="phases">{phases}</ol>'
        f"{_duties(card, texts)}{compared(card.branches, names_of(card), texts)}"
    )


def names_of(card: RehearsalCard) -> dict[Role, str]:
    """The name of each side of the table."""
    other: Role = "employee" if card.role == "manager" else "manager"
    return {card.role: card.you.name, other: card.character.name}


def compared(branches: Sequence[Branch], names: Mapping[Role, str], texts: PageTexts) -> str:
    """Each turn that was taken back beside what came in its place; nothing when none was."""
    return "".join(
        f'<details class="card branch"><summary><span class="title">'
        f"{plain(texts.branch.format(number=number))}</span></summary>"
        f'<div class="versions">{_version(texts.branch_before, branch.taken_back, names)}'
        f"{_version(texts.branch_now, branch.now, names)}</div></details>"
        for number, branch in enumerate(branches, start=1)
    )


def _version(title: str, lines: Sequence[Spoken], names: Mapping[Role, str]) -> str:
    said = "".join(f"<p><b>{plain(names[line.speaker])}</b> {plain(line.text)}</p>" for line in lines)
    return f"<section><h3>{plain(title)}</h3>{said or '<p>…</p>'}</section>"


def _people(card: RehearsalCard, texts: PageTexts) -> str:
    you = texts.rehearsal_you.format(name=card.you.name, function=card.you.function)
    other = texts.rehearsal_other.format(name=card.character.name, function=card.character.function)
    return (
        f'<details class="card people" open><summary><span class="title">{plain(you)}</span></summary>'
        f'<div class="passage"><p>{plain(card.you.brief)}</p>'
        f"<p><b>{plain(other)}</b> {plain(card.character.brief)}</p></div></details>"
    )


def _phase(phase: Phase, texts: PageTexts) -> str:
    current = ' aria-current="step"' if phase.status == "now" else ""
    done = f'<span class="unseen"> ({plain(texts.duty_done)})</span>' if phase.status == "done" else ""
    return f'<li class="{phase.status}"{current}>{plain(phase.name)}{done}</li>'


def _duties(card: RehearsalCard, texts: PageTexts) -> str:
    if not card.duties:
        return ""
    listed = "".join(
        f'<li class="{"done" if duty.done else "todo"}">{plain(duty.name)}'
        f'<span class="unseen"> ({plain(texts.duty_done if duty.done else texts.duty_todo)})</span></li>'
        for duty in card.duties
    )
    title = texts.duties_employee if card.role == "employee" else texts.duties_manager
    return f'<h3>{plain(title)}</h3><ul class="duties">{listed}</ul>'
