"""Loads what answering needs on a thread of its own, so that the page is there first."""

import logging
import threading
import traceback
from collections.abc import Callable
from typing import NamedTuple

from assistant.errors import PersonError

_log = logging.getLogger(__name__)


class Indexing(NamedTuple):
    """How far the search index is: texts done, texts to do, and whether it replaces a damaged one."""

    done: int = 0
    total: int = 0
    repairing: bool = False


Load = Callable[[Callable[[Indexing], None]], None]


class WarmUp:
    """Loads once; a failed attempt is tried again by the next ``start``."""

    def __init__(self, load: Load | None = None) -> None:
        self._load = load or _load_all
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ready = False
        self.indexing = Indexing()
        self.error: Exception | None = None

    def start(self) -> None:
        """Begins, unless it is under way or done."""
        with self._lock:
            if self._ready or (self._thread and self._thread.is_alive()):
                return
            self.error = None
            self._thread = threading.Thread(target=self._run, name="warm-up", daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether all is loaded, after at most so many seconds.

        Raises:
            PersonError: loading failed and the person can do something about it.
            Exception: loading failed for another reason.
        """
        if self._thread:
            self._thread.join(seconds)
        if self.error:
            raise self.error
        return self._ready

    def _run(self) -> None:
        try:
            self._load(self._tell)
            self._ready = True
        except Exception as error:  # told to the first person who asks something
            self.error = error
            if not isinstance(error, PersonError):
                _log.error("warm-up: %s", "".join(traceback.format_exception(error)))

    def _tell(self, indexing: Indexing) -> None:
        self.indexing = indexing


def _load_all(tell: Callable[[Indexing], None]) -> None:
    """Imports, index, embedder, one search and one rehearsal: what makes a first answer slow."""
    from assistant import index, knowledge
    from assistant.coach import Coach
    from assistant.rehearsal_play import rehearse_json

    index.index(
        progress=lambda done, total: tell(Indexing(done, total)),
        say=lambda line: tell(Indexing(repairing=True)),
    )
    knowledge.search("hoe bereid ik me voor?")
    Coach().reply("hoi")
    rehearse_json("andere-tijden", "employee", ["Ik volg vóór 1 maart een cursus."])
