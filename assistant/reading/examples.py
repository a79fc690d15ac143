"""The sentence bank of knowledge/examples: what people say in a review, by what they do with it.

HR can add a sentence without code; ``make vectors`` then teaches it to the reader.
"""

from functools import cache

from pydantic import Field, RootModel, model_validator

from assistant.guideline import Role
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class _Examples(Strict):
    """The sentences of one act; the same sentence may stand with another act too."""

    sentences: list[str] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> "_Examples":
        blank = [text for text in self.sentences if not text.strip()]
        twice = {text for text in self.sentences if self.sentences.count(text) > 1}
        if blank:
            raise ValueError("er staat een lege zin tussen")
        if twice:
            raise ValueError(f"staat er twee keer in: {sorted(twice)[0]}")
        return self


class _Bank(RootModel[dict[str, _Examples]]):
    """A file of the bank: a table per act."""


@cache
def bank(role: Role) -> dict[str, frozenset[str]]:
    """The acts of every sentence that a manager or an employee may say, in the order of the file.

    Raises:
        PersonError: the file is missing or does not hold a bank; the message names it.
    """
    table = read_table(KNOWLEDGE / "examples" / f"{role}.toml", _Bank).root
    found: dict[str, set[str]] = {}
    for act, examples in table.items():
        for text in examples.sentences:
            found.setdefault(text, set()).add(act)
    return {text: frozenset(kinds) for text, kinds in found.items()}
