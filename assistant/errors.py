"""Failures that a person should be told about, in Dutch; anything else is a bug."""


class PersonError(Exception):
    """The input or the set-up is wrong and the person can do something about it.

    The message is one clear Dutch sentence; the command line prints it on standard error
    and ends with ``exit_code``, the page shows it in the chat.
    """

    exit_code = 2


class ProviderError(PersonError):
    """A needed provider (a language model, say) failed and no fallback was allowed."""

    exit_code = 3
