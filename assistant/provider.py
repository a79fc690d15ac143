"""The only caller of a provider: any endpoint that speaks OpenAI's protocol, through LangChain.

Every call runs on one loop, where a time limit or a stop really ends it: cancelling there closes the
connection, and with it the provider's work.
"""

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Iterator
from functools import cache
from typing import Any

import httpx2
import openai
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.breaker import Breaker
from assistant.destination import host_of, is_here
from assistant.model import Failure, Shape, Trouble
from assistant.prompts import Prompt

_RETRIES = 2
_PATIENCE = 3.0  # seconds that a retry may be asked to wait; for longer the phrasebook is kinder
_CONNECT = 5.0  # seconds
_CHARACTERS = 12  # of a token at most; a server that sends more does not keep to what was asked
_ENDINGS: dict[str, Failure] = {"length": "endless", "content_filter": "refused"}
_STATUSES: dict[int, Failure] = {401: "key", 403: "forbidden", 404: "unknown_model", 429: "busy"}


class Provider:
    """A model behind an endpoint; see ``assistant.model.Model``."""

    def __init__(
        self, name: str, base_url: str, api_key: str, first_words: float, whole_reply: float
    ) -> None:
        """``first_words`` and ``whole_reply`` are seconds."""
        self.name = name
        self.host = host_of(base_url)
        self.local = is_here(self.host)
        self._first_words, self._whole_reply = first_words, whole_reply
        self._breaker = Breaker()
        self._chat = ChatOpenAI(
            model=name,
            base_url=base_url,
            api_key=SecretStr(api_key),
            temperature=0.3,
            max_retries=_RETRIES,
            use_responses_api=False,  # others than OpenAI seldom have it
            stream_chunk_timeout=None,  # its wait_for loses a stop that comes with a piece, on Python 3.11
            http_async_client=httpx2.AsyncClient(
                timeout=httpx2.Timeout(whole_reply, connect=_CONNECT),
                event_hooks={"response": [_no_long_waits]},
            ),
        )

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        """See ``assistant.model.Model``."""
        self._check_breaker()
        pieces: queue.Queue[str | Trouble | None] = queue.Queue()
        running = asyncio.run_coroutine_threadsafe(self._pour(prompt, longest, pieces), _loop())
        try:
            while (piece := pieces.get()) is not None:
                if isinstance(piece, Trouble):
                    raise piece
                yield piece
        finally:
            running.cancel()

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        """See ``assistant.model.Model``."""
        self._check_breaker()
        return asyncio.run_coroutine_threadsafe(self._shaped(prompt, shape, longest), _loop()).result()

    def _check_breaker(self) -> None:
        if not self._breaker.lets_through():
            raise Trouble("resting")

    async def _pour(self, prompt: Prompt, longest: int, into: "queue.Queue[str | Trouble | None]") -> None:
        try:
            async with asyncio.timeout(self._whole_reply):
                async for piece in self._pieces(prompt, longest):
                    into.put(piece)
            self._breaker.succeeded()
            into.put(None)
        except Exception as error:  # whatever it is, the reader must not wait for ever
            into.put(self._trouble(error))

    async def _pieces(self, prompt: Prompt, longest: int) -> AsyncIterator[str]:
        chunks = self._chat.bind(max_tokens=longest).astream(_messages(prompt))
        ending, said = None, 0
        async with asyncio.timeout(self._first_words) as first:
            async for chunk in chunks:
                ending = chunk.response_metadata.get("finish_reason") or ending
                if chunk.text:
                    first.reschedule(None)
                    said += len(chunk.text)
                    yield chunk.text
                if said > longest * _CHARACTERS:
                    raise Trouble("endless")
        if ending in _ENDINGS:
            raise Trouble(_ENDINGS[ending])
        if not ending:
            raise Trouble("cut")
        if not said:
            raise Trouble("empty")

    async def _shaped(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        asking = self._chat.bind(max_tokens=longest).with_structured_output(
            shape, method="json_schema", include_raw=True
        )
        try:
            async with asyncio.timeout(self._whole_reply):
                found: dict[str, Any] = await asking.ainvoke(_messages(prompt))
            made = _of_shape(found, shape)
        except Exception as error:
            raise self._trouble(error) from error
        self._breaker.succeeded()
        return made

    def _trouble(self, error: Exception) -> Trouble:
        """What a failure comes down to, told to the breaker."""
        trouble = translated(error)
        self._breaker.failed(trouble.wait)
        return trouble


def _of_shape(found: dict[str, Any], shape: type[Shape]) -> Shape:
    raw = found["raw"]
    ending = raw.response_metadata.get("finish_reason") if isinstance(raw, AIMessage) else None
    if ending in _ENDINGS:
        raise Trouble(_ENDINGS[ending])
    if not isinstance(found["parsed"], shape):
        raise Trouble("shapeless")
    return found["parsed"]


def translated(error: Exception) -> Trouble:
    """The failure behind an exception of the client; the one place that knows its exceptions."""
    if isinstance(error, Trouble):
        return error
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return Trouble("slow")
    if isinstance(error, openai.LengthFinishReasonError):
        return Trouble("endless")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return Trouble("refused")
    if isinstance(error, openai.APIStatusError):
        return Trouble(_status(error.status_code), _wait(error.response))
    if isinstance(error, openai.APIConnectionError):
        return Trouble("unreachable")
    if isinstance(error, openai.APIError | httpx2.TransportError):
        return Trouble("cut")
    return Trouble("shapeless")


def _status(code: int) -> Failure:
    return _STATUSES.get(code) or ("down" if code >= 500 else "rejected")


def _wait(response: httpx2.Response) -> float | None:
    try:
        return float(response.headers.get("retry-after", ""))
    except ValueError:
        return None


async def _no_long_waits(response: httpx2.Response) -> None:
    """Keeps the client from waiting long for a retry, by the header that it listens to."""
    if (_wait(response) or 0) > _PATIENCE:
        response.headers["x-should-retry"] = "false"


def _messages(prompt: Prompt) -> list[BaseMessage]:
    return [SystemMessage(prompt.system), HumanMessage(prompt.user)]


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop of all calls, on a thread of its own."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="provider", daemon=True).start()
    return loop
