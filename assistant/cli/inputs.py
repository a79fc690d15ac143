"""What the commands read: a text, standard input, or a batch of JSON Lines."""

import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import PersonError
from assistant.json_lines import Record, records


def text_or_stdin(text: str | None) -> str:
    """The text itself, or standard input for ``-``; PersonError when there is none."""
    if text is None:
        raise PersonError("Geef een tekst mee, of - om van standaardinvoer te lezen.")
    return _decoded(sys.stdin.buffer.read(), "standaardinvoer") if text == "-" else text


def batch(file: str) -> Iterator[Record]:
    """The records of a JSON Lines file (``-`` for standard input), each with ``id`` and ``input``.

    Raises:
        PersonError: names the line that is wrong.
    """
    return records(read_file(file), file, {"id": object, "input": str})


def read_file(file: str) -> str:
    """A file's text, ``-`` for standard input; PersonError when it can't be read as text."""
    if file == "-":
        return _decoded(sys.stdin.buffer.read(), "standaardinvoer")
    try:
        return _decoded(Path(file).read_bytes(), file)
    except OSError as error:
        raise PersonError(f"{file}: kan dit bestand niet lezen ({error.strerror}).") from error


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PersonError(f"{where}: dit is geen tekst in UTF-8.") from error
