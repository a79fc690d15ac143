"""Every test run gets its own user folder, and no test can reach another machine."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

LOCAL = ("127.0.0.1", "::1", "localhost")
FOREIGN_SETTINGS = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "CHROMA_URL",
    "GESPREKSCOACH_EMBEDDER",
    "GESPREKSCOACH_MODEL",
)


@pytest.fixture(scope="session", autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of this run; the search index is built in it once."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["GESPREKSCOACH_CACHE"] = str(folder)
    for name in FOREIGN_SETTINGS:
        os.environ.pop(name, None)
    return folder


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Any connection to another machine fails loudly."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOCAL:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
