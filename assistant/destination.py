"""Where texts go: which host, and whether it is another machine. The page says so in plain words."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from assistant.settings import settings

OPENAI = "https://api.openai.com/v1"
"""Where a model is when only its name is given, as the client library has it."""

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class Destination(NamedTuple):
    """A host outside this machine; ``hidden`` is whether names and numbers of people are replaced first."""

    host: str
    hidden: bool


def host_of(url: str) -> str:
    """The host of an address, as a person would recognise it."""
    return urlsplit(url).hostname or url


def is_here(host: str) -> bool:
    """Whether a host is this machine."""
    return host in _THIS_MACHINE


def is_file(model: str) -> bool:
    """Whether a model is named by its file, to be served on this machine."""
    return Path(model).suffix == ".gguf"


def model_destination() -> Destination | None:
    """Where a language model is sent what people type; None when that stays on this machine."""
    now = settings()
    host = host_of(now.openai_base_url or OPENAI)
    if not now.model or is_file(now.model) or is_here(host):
        return None
    return Destination(host, now.stand_ins is not False)


def stays_here() -> bool:
    """Whether all that people type stays on the machine that serves the page."""
    now = settings()
    return model_destination() is None and not (now.embedder.startswith("openai:") or now.chroma_url)
