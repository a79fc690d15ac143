"""A language model that says what a test tells it to, and remembers what it was asked."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from assistant.model import Shape, Trouble
from assistant.prompts import Prompt

Script = str | dict[str, Any] | Trouble | list[str | Trouble]


class ScriptedModel:
    """Replies in the order of the script; a list comes piece by piece. See ``assistant.model.Model``."""

    name = "scripted"
    host = "model.example"
    local = True

    def __init__(self, *script: Script) -> None:
        self._script = list(script)
        self.asked: list[Prompt] = []
        self.closed = False

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        self.asked.append(prompt)
        reply = self._script.pop(0)
        pieces = reply if isinstance(reply, list) else [reply]
        try:
            for piece in pieces:
                if isinstance(piece, Trouble):
                    raise piece
                assert isinstance(piece, str), "a streamed job was scripted with a structure"
                yield piece
        except GeneratorExit:
            self.closed = True
            raise

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        self.asked.append(prompt)
        reply = self._script.pop(0)
        if isinstance(reply, Trouble):
            raise reply
        try:
            return shape.model_validate(reply)
        except ValidationError as error:
            raise Trouble("shapeless") from error
