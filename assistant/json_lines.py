"""Reads JSON Lines; what is wrong becomes one line that names the file and the line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.errors import PersonError

Record = dict[str, Any]


def records(text: str, name: str, fields: Mapping[str, type]) -> Iterator[Record]:
    """The objects of a JSON Lines text; blank lines are passed over.

    Args:
        text: one JSON object a line.
        name: of the file, to blame.
        fields: what every object must have, and of which type.

    Raises:
        PersonError: names the first line that is wrong.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _record(line, f"{name}, regel {number}", fields)


def _record(line: str, where: str, fields: Mapping[str, type]) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise PersonError(f"{where}: geen geldige JSON.") from error
    if not isinstance(record, dict) or not all(
        f in record and isinstance(record[f], kind) for f, kind in fields.items()
    ):
        wanted = " en ".join(f"'{field}'" for field in fields)
        raise PersonError(f"{where}: verwacht een object met {wanted}.")
    return record
