"""Reads a conversation: the contract's JSON, or text in which every turn begins with who speaks."""

import json
import re
from collections import Counter
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import PersonError
from assistant.guideline import PHASES, Role
from assistant.reading.text import tidy

MAX_BYTES = 100_000  # twice an hour of talk; ten times as much would take minutes to read
_MOST = MAX_BYTES // 1000  # kB
_NAME_WORDS = 3
_NAME = re.compile(r"^[ \t]*(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+)?([^\W\d][^:\n]{0,30}?)[ \t]*:[ \t]*(.*)$")
_MANAGER = re.compile(
    r"(?:m|l|lg|leidinggevende|manager|teamleider|teamleidster|chef|baas|directeur|directrice|afdelingshoofd|leider"
    r"|ploegleider|voorman|coach|coordinator|supervisor|boss|team lead)$"
)
_EMPLOYEE = re.compile(r"(?:w|e|mw|medewerker|medewerkster|werknemer|werkneemster|employee|collega|worker)$")


class Line(BaseModel):
    """One turn of a conversation; ``phase`` where the rehearsal knows it."""

    model_config = ConfigDict(frozen=True)

    speaker: Role
    text: str
    phase: str | None = None


class Transcript(BaseModel):
    """A conversation and the person who is coached."""

    model_config = ConfigDict(frozen=True)

    role: Role = "manager"
    transcript: list[Line]


def read_transcript(content: str | bytes, role: Role | None = None) -> Transcript:
    """A transcript from a file or from the page.

    Args:
        content: JSON as in the contracts, or text with the speaker before every turn
            ("Leidinggevende: …", "Tom: …", "M: …"); a turn may run over several lines.
        role: the person being coached, where it is not what the content says.

    Raises:
        PersonError: empty, too large, no text, or no conversation between two people.
    """
    text = _decoded(content)
    found = _from_json(text) if text.lstrip()[:1] in "{[" else Transcript(transcript=_from_text(text))
    if not any(line.text for line in found.transcript):
        raise _empty()
    return found if role is None else found.model_copy(update={"role": role})


def _decoded(content: str | bytes) -> str:
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise PersonError(
            f"Dit gesprek is te lang om in één keer na te bespreken. Neem een stuk van hooguit {_MOST} kB.",
            f"This conversation is too long to debrief at once. Take a part of at most {_MOST} kB.",
        )
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _unreadable() from error
    if "\x00" in text:
        raise _unreadable()
    if not text.strip():
        raise _empty()
    return text


def _from_json(text: str) -> Transcript:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PersonError(
            "De JSON van dit gesprek is niet goed gevormd.", "The JSON of this conversation is malformed."
        ) from error
    try:
        found = Transcript.model_validate({"transcript": data} if isinstance(data, list) else data)
    except ValidationError as error:
        raise _explained(error) from error
    lines = [_line(line.speaker, line.text, line.phase) for line in found.transcript]
    return found.model_copy(update={"transcript": lines})


def _empty() -> PersonError:
    return PersonError(
        "Er staat nog geen gesprek in; plak de beurten van jullie allebei.",
        "There is no conversation in it yet; paste the turns of both of you.",
    )


def _unreadable() -> PersonError:
    return PersonError(
        "Dit is geen leesbare tekst; sla het gesprek op als tekst of als JSON.",
        "This is no readable text; save the conversation as text or as JSON.",
    )


def _explained(error: ValidationError) -> PersonError:
    place = error.errors()[0]["loc"]
    if place[-1:] == ("speaker",) and isinstance(place[1], int):
        return PersonError(
            f"Beurt {place[1] + 1}: de spreker moet manager of employee zijn.",
            f"Turn {place[1] + 1}: the speaker has to be manager or employee.",
        )
    if place[:1] == ("role",):
        return PersonError("De rol moet manager of employee zijn.", "The role has to be manager or employee.")
    shape = '{"role": …, "transcript": [{"speaker": …, "text": …}]}'
    return PersonError(
        f"Dit is geen gesprek; verwacht wordt {shape}.", f"This is no conversation; expected is {shape}."
    )


def _line(speaker: Role, text: str, phase: str | None = None) -> Line:
    return Line(speaker=speaker, text=tidy(text), phase=phase if phase in PHASES else None)


def _from_text(text: str) -> list[Line]:
    """Turns from text with a name before every turn; a row without a known name goes on with the turn."""
    rows = text.splitlines()
    speakers = _speakers(rows)
    turns: list[tuple[str, list[str]]] = []
    for row in rows:
        match = _NAME.match(row)
        if match and match.group(1).strip().lower() in speakers:
            turns.append((match.group(1).strip().lower(), [match.group(2)]))
        elif turns:
            turns[-1][1].append(row)
        elif row.strip():
            raise PersonError(
                'Zet voor elke beurt wie er praat, bijvoorbeeld "Leidinggevende: …" en "Tom: …".',
                'Put before every turn who speaks, for example "Manager: …" and "Tom: …".',
            )
    roles = _roles(list(dict.fromkeys(name for name, _ in turns)))
    return [_line(roles[name], "\n".join(said)) for name, said in turns]


def _speakers(rows: list[str]) -> set[str]:
    """Who speaks: the functions named, and for a role without one the name that comes up most."""
    matches = [match for row in rows if (match := _NAME.match(row))]
    names = Counter(match.group(1).strip().lower() for match in matches if match.group(1)[:1].isupper())
    every = {match.group(1).strip().lower() for match in matches}
    functions = {name for name in every if _MANAGER.match(name) or _EMPLOYEE.match(name)}
    missing = 2 - sum(any(role.match(name) for name in functions) for role in (_MANAGER, _EMPLOYEE))
    others = [
        name for name, _ in names.most_common() if name not in functions and len(name.split()) <= _NAME_WORDS
    ]
    return functions | set(others[:missing])


def _roles(names: list[str]) -> dict[str, Role]:
    manager, employee = get_args(Role)
    roles: dict[str, Role] = {name: manager for name in names if _MANAGER.match(name)}
    roles |= {name: employee for name in names if _EMPLOYEE.match(name)}
    open_names = [name for name in names if name not in roles]
    if len(open_names) > 1 and not roles:
        raise PersonError(
            'Ik weet niet wie de leidinggevende is; noem die "Leidinggevende" voor de dubbele punt.',
            'I don\'t know who the manager is; write "Manager" before the colon.',
        )
    for name in open_names:
        roles[name] = employee if manager in roles.values() else manager
    if len(set(roles.values())) < 2:
        raise PersonError(
            "Ik zie maar één spreker; plak de beurten van jullie allebei.",
            "I see one speaker only; paste the turns of both of you.",
        )
    return roles
