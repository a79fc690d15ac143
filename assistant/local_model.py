"""A model file of one's own, served on this machine by llama.cpp in a child process.

A child, because a damaged file ends the process that loads it. It ends with its parent: it reads its
standard input, and stops when that closes; see ``assistant.local_server``.
"""

import atexit
import importlib.util
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import PersonError
from assistant.local_server import KEY
from assistant.model import Shape, Trouble
from assistant.prompts import Prompt
from assistant.provider import Provider

_MAGIC = b"GGUF"
_GB = 1e9


class LocalModel:
    """See ``assistant.model.Model``. Until the file is loaded, every call fails with ``loading``."""

    host = "127.0.0.1"
    local = True

    def __init__(self, path: Path, first_words: float, whole_reply: float) -> None:
        """Starts loading, and does not wait for it.

        Args:
            path: of a ``.gguf`` file.
            first_words: seconds, as for ``Provider``.
            whole_reply: seconds, as for ``Provider``.

        Raises:
            PersonError: the file is missing, no model or larger than memory, or xllamacpp is not installed.
        """
        check(path)
        self.name = path.stem
        self._limits = (first_words, whole_reply)
        self._key = secrets.token_urlsafe(24)  # other users of this machine can't use it
        self._provider: Provider | None = None
        self._heard = threading.Event()
        self._child = subprocess.Popen(
            [sys.executable, "-m", "assistant.local_server", str(path.resolve())],
            env={**os.environ, KEY: self._key},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        atexit.register(self._child.kill)  # also while it loads, when it does not listen yet
        threading.Thread(target=self._hear, name="local-model", daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Waits until the file is loaded, or loading failed, at most so long."""
        self._heard.wait(seconds)

    def stop(self) -> None:
        """Ends the child."""
        atexit.unregister(self._child.kill)
        self._child.kill()
        self._child.wait(5)

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        """See ``assistant.model.Model``."""
        return self._ready().stream(prompt, longest)

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        """See ``assistant.model.Model``."""
        return self._ready().structured(prompt, shape, longest)

    def _ready(self) -> Provider:
        if not self._heard.is_set():
            raise Trouble("loading")
        if self._provider is None:
            raise Trouble("unloadable")
        if self._child.poll() is not None:
            raise Trouble("down")
        return self._provider

    def _hear(self) -> None:
        """Takes the address that the child tells once the file is loaded; none when it could not be."""
        assert self._child.stdout
        try:
            if address := self._child.stdout.readline().strip():
                self._provider = Provider(self.name, f"{address}/v1", self._key, *self._limits)
        finally:
            self._heard.set()  # nobody waits for ever


def check(path: Path) -> None:
    """Raises PersonError when this file can't be served."""
    if importlib.util.find_spec("xllamacpp") is None:
        raise PersonError(
            "Voor een eigen model is xllamacpp nodig: pip install '.[local]'.",
            "A model of your own needs xllamacpp: pip install '.[local]'.",
        )
    try:
        with path.open("rb") as file:
            magic, size = file.read(len(_MAGIC)), path.stat().st_size
    except OSError as error:
        raise PersonError(
            f"Het model '{path}' is niet te lezen. Kijk GESPREKSCOACH_MODEL na.",
            f"The model '{path}' can't be read. Check GESPREKSCOACH_MODEL.",
        ) from error
    if magic != _MAGIC:
        raise PersonError(
            f"'{path}' is geen model in gguf-vorm. Kijk GESPREKSCOACH_MODEL na.",
            f"'{path}' is no model in gguf form. Check GESPREKSCOACH_MODEL.",
        )
    memory = _memory()
    if memory and size > memory:
        raise PersonError(
            f"'{path}' is te groot voor deze machine: het model is {size / _GB:.0f} GB"
            f" en er is {memory / _GB:.0f} GB geheugen. Kies een kleiner model in GESPREKSCOACH_MODEL.",
            f"'{path}' is too large for this machine: the model is {size / _GB:.0f} GB"
            f" and there is {memory / _GB:.0f} GB of memory. Choose a smaller model in GESPREKSCOACH_MODEL.",
        )


def _memory() -> int | None:
    """Bytes of memory of this machine; None where the system does not tell (Windows)."""
    if not hasattr(os, "sysconf"):
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
