"""Reads a TOML file of ours into a typed model; what is wrong becomes one line that names the file."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import PersonError


class Strict(BaseModel):
    """A record of a content file: an unknown field is an error, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)

_EXPLAINED = {
    "extra_forbidden": "onbekend veld",
    "missing": "ontbreekt",
    "string_too_short": "is leeg",
    "too_short": "heeft te weinig regels",
}


def read_table(path: Path, model: type[Model]) -> Model:
    """The file as ``model``.

    Raises:
        PersonError: the file is missing, is no TOML, or does not fit the model.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PersonError(f"{path.name}: kan dit bestand niet lezen ({type(error).__name__}).") from error
    return parse_table(text, model, path.name)


def parse_table(text: str, model: type[Model], name: str) -> Model:
    """The TOML text as ``model``; ``name`` is the file to blame."""
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PersonError(f"{name}: geen geldige TOML ({error}).") from error
    except ValidationError as error:
        raise PersonError(f"{name}: {_first_fault(error)}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    what = _EXPLAINED.get(fault["type"]) or str(fault["msg"]).removeprefix("Value error, ")
    return f"{where}: {what}" if where else what
