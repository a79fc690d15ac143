"""What the browser keeps between visits, checked before it is used."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.conversation import Conversation, Language

_KEPT = 200  # turns; a browser gives a site about 5 MB


class Session(BaseModel):
    """A person's conversation and the language of the page. It lives in the browser only."""

    model_config = ConfigDict(frozen=True)

    conversation: Conversation = Conversation()
    language: Language = "nl"

    def with_conversation(self, conversation: Conversation) -> "Session":
        """The same session with this conversation; of a very long one, its last turns."""
        kept = conversation.model_copy(update={"turns": conversation.turns[-_KEPT:]})
        return self.model_copy(update={"conversation": kept})

    def without_last_turn(self) -> "Session":
        """The same session before its last question."""
        return self.with_conversation(self.conversation.without_last_turn())

    def stored(self) -> dict[str, Any]:
        """The shape that the browser keeps."""
        return self.model_dump(mode="json")


def restore(stored: Any) -> Session:
    """The session that the browser kept; a fresh one when what it kept is damaged or of an older version."""
    try:
        return Session.model_validate(stored or {})
    except ValidationError:
        return Session()
