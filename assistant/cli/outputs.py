"""What the commands print: one JSON document, or text for people; progress goes to standard error."""

import json
import sys
from typing import Any


def print_json(document: Any, *, one_line: bool = False) -> None:
    """One JSON document on standard output, in UTF-8 whatever the terminal."""
    text = json.dumps(document, ensure_ascii=False, indent=None if one_line else 2)
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.flush()


def say(line: str) -> None:
    """A line for people on standard error."""
    print(line, file=sys.stderr, flush=True)


class IndexBar:
    """A progress bar on standard error that appears only when the search index must be built."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Shows that ``done`` of ``total`` texts are in the index."""
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("Zoekindex maken (eenmalig)", total=total)
        self._bar.update(self._task, completed=done)
        if done >= total:
            self._bar.stop()
