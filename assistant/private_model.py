"""A model that is sent no names or numbers of people: stand-ins go out, and come back as who they were."""

from collections.abc import Generator, Iterator
from typing import Any

from assistant.model import Model, Shape
from assistant.prompts import Prompt
from assistant.stand_ins import StandIns


class PrivateModel:
    """See ``assistant.model.Model``."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.name, self.host, self.local = model.name, model.host, model.local

    def stream(self, prompt: Prompt, longest: int) -> Iterator[str]:
        """The reply with the real names in it."""
        stand_ins, hidden = _hidden(prompt)
        pieces = self._model.stream(hidden, longest)
        try:
            yield from stand_ins.restore_stream(pieces)
        finally:
            if isinstance(pieces, Generator):
                pieces.close()  # a stop reaches the provider now, not when memory is cleaned up

    def structured(self, prompt: Prompt, shape: type[Shape], longest: int) -> Shape:
        """The reply with the real names in every text of it."""
        stand_ins, hidden = _hidden(prompt)
        found = self._model.structured(hidden, shape, longest)
        return shape.model_validate(_restored(found.model_dump(), stand_ins))


def _hidden(prompt: Prompt) -> tuple[StandIns, Prompt]:
    stand_ins = StandIns([prompt.system, prompt.user])
    sent = prompt._replace(system=stand_ins.hide(prompt.system), user=stand_ins.hide(prompt.user))
    return stand_ins, sent


def _restored(value: Any, stand_ins: StandIns) -> Any:
    if isinstance(value, str):
        return stand_ins.restore(value)
    if isinstance(value, dict):
        return {key: _restored(item, stand_ins) for key, item in value.items()}
    return [_restored(item, stand_ins) for item in value] if isinstance(value, list) else value
