"""The example conversations of knowledge/talks: what every sentence of a review does, said by its author.

HR can add one without code; ``make vectors`` then teaches it to the reader. See knowledge/talks/README.md.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.resources import KNOWLEDGE
from assistant.transcripts import Line

ACTS: dict[Role, frozenset[str]] = {
    "manager": frozenset(
        {
            "goal",
            "agenda",
            "time",
            "look_back",
            "ask_view",
            "ask_success",
            "ask_difficulty",
            "ask_wish",
            "ask_need",
            "ask_feedback",
            "ask_agreement",
            "ask_experience",
            "deepen",
            "manager_view",
            "recognition",
            "improvement",
            "improvement_more",
            "example",
            "habit",
            "acknowledge",
            "manager_action",
            "employee_action",
            "smart",
            "loose",
            "summary",
            "follow_up",
            "loose_follow_up",
            "blame",
            "other",
        }
    ),
    "employee": frozenset(
        {
            "view",
            "success",
            "difficulty",
            "wish",
            "need",
            "feedback",
            "attack",
            "example",
            "habit",
            "own_action",
            "manager_action",
            "smart",
            "loose",
            "question",
            "rhetorical",
            "denial",
            "look_back",
            "closing",
            "summary",
            "other",
        }
    ),
}
_SPEAKERS: dict[str, Role] = {"M": "manager", "E": "employee"}
_LABELS = re.compile(r"\s*\[([a-z_* 0-9]+)\]\s*")
_BROKEN = re.compile(r"broken (manager|employee):(.*)")


class Labelled(NamedTuple):
    """A piece of a turn and how often it does each act: ``turn.text[start:end]``."""

    start: int
    end: int
    acts: Counter[str]


class Annotated(NamedTuple):
    """A conversation, the acts of every piece of its turns, and the rules that each side broke."""

    id: str
    author: str
    lines: list[Line]
    acts: list[list[Labelled]]
    broken: dict[Role, frozenset[str]]


@cache
def annotated() -> list[Annotated]:
    """All example conversations, by author.

    Raises:
        PersonError: a file does not keep to the format; the message names the file and the line.
    """
    files = sorted((KNOWLEDGE / "talks").glob("*.txt"))
    return [talk for file in files for talk in read_annotated(file)]


def read_annotated(file: Path) -> list[Annotated]:
    """The conversations of one file."""
    found: list[Annotated] = []
    for number, row in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("==="):
            name = row.removeprefix("===").partition("|")[0].strip()
            found.append(Annotated(name, file.stem, [], [], {}))
        elif row.strip():
            try:
                _add(row, found[-1])
            except (IndexError, ValueError) as error:
                reason = error if isinstance(error, ValueError) else "hier hoort eerst een regel met ==="
                raise PersonError(f"{file.name}, regel {number}: {reason}.") from error
    return found


def _add(row: str, talk: Annotated) -> None:
    if named := _BROKEN.fullmatch(row):
        rules = {rule.strip() for rule in named[2].split(",")} - {"", "none"}
        talk.broken[_role(named[1])] = frozenset(rules)
        return
    mark, colon, told = row.partition(":")
    if not colon or mark not in _SPEAKERS:
        raise ValueError("een beurt begint met M: of E:")
    text, pieces = _labelled(told.strip(), _SPEAKERS[mark])
    talk.lines.append(Line(speaker=_SPEAKERS[mark], text=text))
    talk.acts.append(pieces)


def _labelled(told: str, speaker: Role) -> tuple[str, list[Labelled]]:
    """A turn without its labels, and where each label belongs."""
    text, pieces, at = "", [], 0
    for label in _LABELS.finditer(told):
        piece = told[at : label.start()].strip()
        text += f" {piece}" if text else piece
        pieces.append(Labelled(len(text) - len(piece), len(text), _counted(label[1], speaker)))
        at = label.end()
    if told[at:].strip():
        raise ValueError(f"na “{told[at:].strip()[:40]}” staat niet wat die zin doet")
    return text, pieces


def _counted(labels: str, speaker: Role) -> Counter[str]:
    acts: Counter[str] = Counter()
    for label in labels.split():
        act, _, times = label.partition("*")
        if act not in ACTS[speaker]:
            raise ValueError(f"“{act}” is niets wat deze spreker doet")
        acts[act] += int(times or 1)
    return acts


def _role(name: str) -> Role:
    return next(role for role in get_args(Role) if role == name)
