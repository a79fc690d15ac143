"""What the guidance is not about: examples that such a question is known by, and where to send people."""

from functools import cache

from pydantic import Field

from assistant.conversation import Language
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class Topic(Strict):
    """One subject outside the guidance; ``near`` when it is another matter for HR."""

    id: str
    near: bool
    pointer: str = Field(min_length=1)
    pointer_en: str = Field(min_length=1)
    questions: list[str] = Field(min_length=6)

    def point(self, language: Language) -> str:
        """Where to go with such a question."""
        return self.pointer if language == "nl" else self.pointer_en


class Topics(Strict):
    """The file knowledge/out_of_scope.toml."""

    topics: list[Topic]


@cache
def topics() -> dict[str, Topic]:
    """The subjects by id, read once; PersonError, naming the file, when it does not fit."""
    loaded = read_table(KNOWLEDGE / "out_of_scope.toml", Topics)
    return {topic.id: topic for topic in loaded.topics}
