"""Leaves a provider alone for a while after it failed, so that not every turn waits for a dead one."""

import time
from collections.abc import Callable
from threading import Lock

_ENOUGH = 2  # failures in a row
_REST = 30.0  # seconds


class Breaker:
    """Open after some failures in a row; after a rest one call may try again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._until = 0.0

    def lets_through(self) -> bool:
        """Whether a call may be made now; after a rest only the first caller is told so."""
        with self._lock:
            now = self._clock()
            if now < self._until:
                return False
            if self._failures >= _ENOUGH:
                self._until = now + _REST
            return True

    def succeeded(self) -> None:
        """The provider answered."""
        with self._lock:
            self._failures, self._until = 0, 0.0

    def failed(self, wait: float | None = None) -> None:
        """The provider failed; ``wait`` is for how many seconds it asked to be left alone."""
        with self._lock:
            self._failures += 1
            if wait or self._failures >= _ENOUGH:
                self._until = self._clock() + max(wait or 0, _REST if self._failures >= _ENOUGH else 0)
