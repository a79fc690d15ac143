"""What a provider is sent, and what comes back, with a model behind stand-ins."""

from pydantic import BaseModel

from assistant.private_model import PrivateModel
from assistant.prompts import Prompt
from tests.scripted_model import ScriptedModel

PROMPT = Prompt("test", "taak", "Mijn collega Fatima (fatima@zorg.example) komt te laat.", "0")


class Shape(BaseModel):
    name: str
    lines: list[str]


def test_a_stream_goes_out_and_comes_back() -> None:
    probe = ScriptedModel("x")
    list(PrivateModel(probe).stream(PROMPT, 10))
    sent = probe.asked[0].user
    assert "Fatima" not in sent and "zorg.example" not in sent
    stand_in = sent.split()[2]
    model = ScriptedModel([f"Praat met {stand_in[:2]}", f"{stand_in[2:]}, vandaag nog."])
    assert "".join(PrivateModel(model).stream(PROMPT, 10)) == "Praat met Fatima, vandaag nog."


def test_a_structure_comes_back_whole() -> None:
    probe = ScriptedModel("x")
    list(PrivateModel(probe).stream(PROMPT, 10))
    stand_in = probe.asked[0].user.split()[2]
    model = ScriptedModel({"name": stand_in, "lines": [f"Dag {stand_in}!"]})
    assert PrivateModel(model).structured(PROMPT, Shape, 10) == Shape(name="Fatima", lines=["Dag Fatima!"])


def test_a_stop_goes_through() -> None:
    model = ScriptedModel(["een ", "twee ", "drie "])
    stream = PrivateModel(model).stream(PROMPT, 10)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert model.closed
