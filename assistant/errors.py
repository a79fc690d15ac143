"""Failures that a person should be told about; anything else is a bug."""

from assistant.conversation import Language


class PersonError(Exception):
    """The input or the set-up is wrong and the person can do something about it.

    The message is one clear Dutch sentence; the command line prints it on standard error
    and ends with ``exit_code``, the page shows it in the chat. What somebody on the English page
    can meet is also there in English.
    """

    exit_code = 2

    def __init__(self, message: str, english: str | None = None) -> None:
        super().__init__(message)
        self._english = english

    def told_in(self, language: Language) -> str:
        """The sentence in this language; the Dutch one where there is no other."""
        return self._english if self._english and language == "en" else str(self)


class ProviderError(PersonError):
    """A needed provider (a language model, say) failed and no fallback was allowed."""

    exit_code = 3
