"""The seam on the wire: every way in which a provider misbehaves ends in a good answer."""

import socket
import time

import pytest
from pydantic import BaseModel

from assistant.breaker import Breaker
from assistant.coach import Coach
from assistant.conversation import Conversation
from assistant.model import Trouble
from assistant.prompts import Prompt
from assistant.provider import Provider
from assistant.voice.language_model import LanguageModel
from assistant.voice.notices import Reason, notice
from tests.provider_server import (
    Act,
    Server,
    breaks_off,
    fails,
    never_stops,
    says,
    serving,
    shapes,
    streams_nonsense,
    waits,
)

QUESTION = "hoe lang duurt een functioneringsgesprek?"
GOOD = "Trek er 45 tot 60 minuten voor uit [1]. Plan het liever te ruim dan te krap [1]."
PROMPT = Prompt("test", "taak", "vraag", "0")


class Shape(BaseModel):
    word: str


def provider(server: Server, first: float = 5, whole: float = 10) -> Provider:
    return Provider("m", server.url, "geheim", first, whole)


@pytest.fixture(scope="module")
def in_phrases() -> str:
    return Coach().reply(QUESTION).text


def test_a_good_stream_is_the_answer() -> None:
    with serving(says(GOOD)) as server:
        reply = Coach(voice=LanguageModel(provider(server))).reply(QUESTION)
    assert (reply.text, reply.voice, reply.model, reply.notice) == (GOOD, "language_model", "m", None)
    assert server.asked[0]["stream"] is True
    assert [message["role"] for message in server.asked[0]["messages"]] == ["system", "user"]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (waits(3), "slow"),
        (says("woord " * 50, pause=0.2), "slow"),
        (fails(401), "key"),
        (fails(403), "forbidden"),
        (fails(404), "unknown_model"),
        (fails(429, retry_after="30"), "busy"),
        (fails(500, retry_after="0"), "down"),
        (fails(503, retry_after="0"), "down"),
        (fails(400), "rejected"),
        (breaks_off(GOOD[:-20]), "cut"),
        (says(""), "empty"),
        (streams_nonsense, "shapeless"),
        (never_stops, "unsound"),
        (says(GOOD[:30], finish="length"), "endless"),
        (says("", finish="content_filter"), "refused"),
        (says("Het spijt me, daar kan ik je niet bij helpen."), "unsound"),
        (says("The interview takes forty-five minutes [1]. Plan more [1]."), "unsound"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_provider_ends_in_the_phrasebook(act: Act, reason: Reason, in_phrases: str) -> None:
    before = Conversation()
    with serving(act) as server:
        patience = (1, 2) if reason == "slow" else (8, 10)
        coach = Coach(voice=LanguageModel(provider(server, *patience)))
        reply = coach.reply(QUESTION, before)
    assert reply.text == in_phrases
    assert reply.notice == notice(reason, "nl")
    assert reply.voice == "phrasebook"


def test_a_prompt_said_back_ends_in_the_phrasebook(in_phrases: str) -> None:
    def parrot(handler: object) -> None:
        body = server.asked[-1]
        says(body["messages"][0]["content"], size=40)(handler)  # type: ignore[arg-type]

    with serving(parrot) as server:
        reply = Coach(voice=LanguageModel(provider(server))).reply(QUESTION)
    assert (reply.text, reply.notice) == (in_phrases, notice("unsound", "nl"))


@pytest.mark.parametrize("host", ["127.0.0.1", "bestaat-niet.invalid"])
def test_nobody_there(host: str, in_phrases: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    gone = Provider("m", f"http://{host}:{port}/v1", "geheim", 5, 10)
    reply = Coach(voice=LanguageModel(gone)).reply(QUESTION)
    assert (reply.text, reply.notice) == (in_phrases, notice("unreachable", "nl"))


def test_a_hiccup_is_tried_again() -> None:
    with serving(fails(500, retry_after="0"), says(GOOD)) as server:
        assert "".join(provider(server).stream(PROMPT, 100)) == GOOD
    assert len(server.asked) == 2


def test_a_long_retry_after_is_not_waited_for() -> None:
    with serving(fails(429, retry_after="30")) as server:
        asked = provider(server)
        started = time.monotonic()
        for expected in ("busy", "resting"):
            with pytest.raises(Trouble) as caught:
                list(asked.stream(PROMPT, 100))
            assert caught.value.failure == expected
    assert time.monotonic() - started < 5
    assert len(server.asked) == 1


def test_a_dead_provider_is_left_alone_after_two_failures() -> None:
    with serving(fails(401)) as server:
        asked = provider(server)
        failures = []
        for _ in range(4):
            with pytest.raises(Trouble) as caught:
                list(asked.stream(PROMPT, 100))
            failures.append(caught.value.failure)
    assert failures == ["key", "key", "resting", "resting"]
    assert len(server.asked) == 2


def test_a_stream_without_an_end_is_broken_off() -> None:
    with serving(never_stops) as server, pytest.raises(Trouble) as caught:
        list(provider(server).stream(PROMPT, 20))
    assert caught.value.failure == "endless"


def test_stopping_reaches_the_provider() -> None:
    with serving(says("woord " * 400, pause=0.02)) as server:
        stream = provider(server).stream(PROMPT, 1000)
        next(stream)
        stream.close()  # type: ignore[attr-defined]
        assert server.left.wait(3)


def test_the_breaker_tries_again_after_its_rest() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0])
    for _ in range(2):
        assert breaker.lets_through()
        breaker.failed()
    assert not breaker.lets_through()
    now[0] = 31
    assert breaker.lets_through() and not breaker.lets_through(), "one call at a time tries"
    breaker.succeeded()
    assert breaker.lets_through()


def test_a_structure_comes_as_its_shape() -> None:
    with serving(shapes({"word": "ja"})) as server:
        assert provider(server).structured(PROMPT, Shape, 50) == Shape(word="ja")
    assert server.asked[0]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    ("act", "failure"),
    [
        (shapes("{geen json"), "shapeless"),
        (shapes({"other": 1}), "shapeless"),
        (shapes(""), "shapeless"),
        (fails(401), "key"),
        (waits(3), "slow"),
    ],
)
def test_a_structure_that_is_none(act: Act, failure: str) -> None:
    with serving(act) as server, pytest.raises(Trouble) as caught:
        provider(server, whole=1).structured(PROMPT, Shape, 50)
    assert caught.value.failure == failure


def test_nothing_of_a_message_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with serving(fails(500, retry_after="0")) as server, pytest.raises(Trouble):
        list(provider(server).stream(Prompt("test", "taak", "mijn geheime vraag", "0"), 10))
    assert "geheime" not in caplog.text
