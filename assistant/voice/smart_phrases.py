"""The phrases about agreements, from knowledge/phrases/smart.toml."""

from functools import cache

from assistant.conversation import Language
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class SlotPhrases(Strict):
    """What is said about one slot. A variant that is empty falls back on the one without a suffix."""

    name: str
    ask: str
    again: str
    hole: str
    examples: list[str]
    ask_plain: str = ""
    ask_self: str = ""
    ask_many: str = ""
    ask_plural: str = ""
    ask_recurring: str = ""
    again_plain: str = ""
    again_self: str = ""
    again_many: str = ""
    again_plural: str = ""
    hole_plain: str = ""
    hole_self: str = ""
    hole_many: str = ""
    hole_plural: str = ""
    hole_recurring: str = ""
    given: str = ""
    given_self: str = ""
    given_many: str = ""
    given_plural: str = ""
    given_plain: str = ""

    def variant(self, name: str, suffix: str) -> str:
        """The phrase called ``name`` in its variant ``suffix`` (plain, self, many …, or empty)."""
        found: str = getattr(self, f"{name}_{suffix}", "") if suffix else ""
        return found or str(getattr(self, name))


class SmartPhrases(Strict):
    """All phrases about agreements in one language."""

    slots: dict[str, SlotPhrases]
    sentence: dict[str, str]
    talk: dict[str, str]
    document: dict[str, str]
    reasons: dict[str, str]
    concerns: dict[str, str]


class _Both(Strict):
    errors: dict[Language, dict[str, str]]
    nl: SmartPhrases
    en: SmartPhrases


@cache
def _both() -> _Both:
    return read_table(KNOWLEDGE / "phrases" / "smart.toml", _Both)


def smart_phrases(language: Language) -> SmartPhrases:
    """The phrases of a language, read once."""
    return _both().en if language == "en" else _both().nl


def smart_error(name: str, language: Language, **values: object) -> str:
    """The sentence about a text that cannot be read as an agreement."""
    return _both().errors[language][name].format(**values)
