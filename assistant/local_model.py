"""A model file of one's own, served on this machine by llama.cpp in a child process.

A child, because a damaged file ends the process that loads it. It ends with its parent: it reads its
standard input, and stops when that closes.
"""

import importlib.util
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import PersonError
from assistant.model import Shape, Trouble
from assistant.prompts import Prompt
from assistant.provider import Provider

_MAGIC = b"GGUF"
_KEY = "GESPREKSCOACH_LOCAL_KEY"
# Five passages with their question and answer take about 3,500 tokens; two people can be answered at once.
_CONTEXT, _AT_ONCE = 8192, 2


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
            PersonError: the file is missing or no model, or xllamacpp is not installed.
        """
        check(path)
        self.name = path.stem
        self._limits = (first_words, whole_reply)
        self._key = secrets.token_urlsafe(24)  # other users of this machine can't use it
        self._provider: Provider | None = None
        self._child = subprocess.Popen(
            [sys.executable, "-m", "assistant.local_model", str(path.resolve())],
            env={**os.environ, _KEY: self._key},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        threading.Thread(target=self._hear, name="local-model", daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Waits until the file is loaded, or loading failed, at most so long."""
        until = time.monotonic() + seconds
        while self._provider is None and self._child.poll() is None and time.monotonic() < until:
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the child."""
        self._child.kill()
        self._child.wait(5)

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        """See ``assistant.model.Model``."""
        return self._ready().stream(prompt, longest)

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        """See ``assistant.model.Model``."""
        return self._ready().structured(prompt, shape, longest)

    def _ready(self) -> Provider:
        if self._child.poll() is not None:
            raise Trouble("down")
        if self._provider is None:
            raise Trouble("loading")
        return self._provider

    def _hear(self) -> None:
        """Takes the address that the child tells once the file is loaded."""
        assert self._child.stdout
        address = self._child.stdout.readline().strip()
        if address:
            self._provider = Provider(self.name, f"{address}/v1", self._key, *self._limits)


def check(path: Path) -> None:
    """Raises PersonError when this file can't be served."""
    if importlib.util.find_spec("xllamacpp") is None:
        raise PersonError("Voor een eigen model is xllamacpp nodig: pip install 'gesprekscoach[local]'.")
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise PersonError(f"Het model '{path}' is niet te lezen. Kijk GESPREKSCOACH_MODEL na.") from error
    if magic != _MAGIC:
        raise PersonError(f"'{path}' is geen model in gguf-vorm. Kijk GESPREKSCOACH_MODEL na.")


def _serve(path: str) -> None:
    """The child: loads the file, tells its address, and lives as long as its parent."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.api_keys = [os.environ[_KEY]]
    params.n_ctx, params.n_parallel = _CONTEXT, _AT_ONCE
    params.ui = params.endpoint_slots = params.endpoint_metrics = params.endpoint_props = False
    params.verbosity = -1  # llama.cpp would print what people ask
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0)  # the server's threads have nothing to save


if __name__ == "__main__":
    _serve(sys.argv[1])
