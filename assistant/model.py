"""What the voice asks of a language model, and every way in which that can fail."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from assistant.settings import settings

if TYPE_CHECKING:
    from assistant.prompts import Prompt

Shape = TypeVar("Shape", bound=BaseModel)

Failure = Literal[
    "slow",  # no first word, or no end, in time
    "key",  # 401
    "forbidden",  # 403
    "unknown_model",  # 404
    "busy",  # 429
    "down",  # 5xx
    "unreachable",  # connection refused, unknown host
    "cut",  # the stream broke off
    "empty",  # nothing was said
    "shapeless",  # no JSON, or of another shape
    "endless",  # it did not stop
    "refused",  # it would not do it
    "rejected",  # another 4xx: the request does not fit this endpoint
    "loading",  # a model of one's own is not there yet
    "unloadable",  # the file of a model of one's own is damaged, or there was no memory for it
    "resting",  # it failed a moment ago and is not asked again yet
]


class Trouble(Exception):
    """A model gave nothing that can be used; the phrasebook takes over.

    ``wait`` is the seconds that the provider asked to be left alone, if it did.
    """

    def __init__(self, failure: Failure, wait: float | None = None) -> None:
        super().__init__(failure)
        self.failure = failure
        self.wait = wait


class Model(Protocol):
    """A language model, whoever serves it."""

    name: str
    host: str
    """Where texts go, as a person would recognise it: ``api.openai.com``."""
    local: bool
    """Whether that is this machine."""

    def stream(self, prompt: "Prompt", longest: int) -> Iterator[str]:
        """The reply as it comes; closing the iterator stops the provider.

        Args:
            prompt: what is sent.
            longest: tokens.

        Raises:
            Trouble: at any moment; what came before it is not to be trusted as whole.
        """

    def structured(self, prompt: "Prompt", shape: type[Shape], longest: int) -> Shape:
        """A reply of this shape.

        Raises:
            Trouble: as ``stream``; also when what came has another shape.
        """


@runtime_checkable
class Loading(Protocol):
    """A model that takes time to be there."""

    def wait(self, seconds: float) -> None:
        """Waits until it is, at most so long."""


@cache
def model() -> Model | None:
    """The language model that the settings name; None when they name none.

    Raises:
        PersonError: they name a file that can't be served.
    """
    if not settings().model:
        return None
    from assistant.configured import configured_model  # its imports take seconds; most machines have no model

    return configured_model(settings())
