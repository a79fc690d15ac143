"""A stop that arrives together with a piece of text must not be lost."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest

from assistant.prompts import Prompt
from assistant.provider import Provider, _loop

PROMPT = Prompt("test", "system", "user", "0")
PIECE = (
    b'data: {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [%s]}\n\n'
)
CHOICE = b'{"index": 0, "delta": {"content": "woord "}, "finish_reason": null}'


class Held(httpx2.AsyncByteStream):
    """A reply of which the second piece comes when the test lets it, and the third never."""

    def __init__(self) -> None:
        self.second: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield PIECE % CHOICE
        await self.second
        yield PIECE % CHOICE
        await asyncio.Event().wait()


async def ends_when_cancelled(turns: int) -> bool:
    """Whether a stop ends the call, so many turns of the loop after the second piece came in."""
    held, first = Held(), asyncio.Event()
    provider = Provider("m", "http://127.0.0.1:9/v1", "key", first_words=5, whole_reply=5)
    client = provider._chat.http_async_client
    assert isinstance(client, httpx2.AsyncClient)
    client._transport = httpx2.MockTransport(
        lambda _: httpx2.Response(200, headers={"content-type": "text/event-stream"}, stream=held)
    )
    client._mounts = {}

    async def read() -> None:
        async for _ in provider._pieces(PROMPT, 100):
            first.set()

    reading = asyncio.create_task(read())
    await asyncio.wait_for(first.wait(), 5)
    await asyncio.sleep(0.05)  # till it waits for the second piece
    held.second.set_result(None)
    for _ in range(turns):
        await asyncio.sleep(0)
    reading.cancel()
    done, _ = await asyncio.wait([reading], timeout=1)
    return bool(done) and reading.cancelled()


@pytest.mark.parametrize("turns", range(5))
def test_a_stop_is_not_lost_when_a_piece_comes_with_it(turns: int) -> None:
    # On the provider's own loop: a browser test before this one leaves a loop running in this thread.
    assert asyncio.run_coroutine_threadsafe(ends_when_cancelled(turns), _loop()).result(15)
