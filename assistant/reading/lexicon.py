"""The word lists of knowledge/agreement_words.toml and names.toml, and what a dictionary knows of a word."""

from functools import cache

from pydantic import field_validator

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


def listed(words: str) -> frozenset[str]:
    """A set of words, written as one line with blanks between them."""
    return frozenset(words.split())


class _WordLists(Strict):
    @field_validator("*", mode="before")
    @classmethod
    def _split(cls, words: object) -> object:
        return (
            frozenset(w.replace("_", " ").lower() for w in words.split()) if isinstance(words, str) else words
        )


class Names(_WordLists):
    """First names, things that have a capital too, and words that look like a name; in lower case."""

    first_names: frozenset[str]
    things: frozenset[str]
    words: frozenset[str]


class AgreementWords(_WordLists):
    """The words by which the parts of an agreement are recognised; each list is explained in the file."""

    functions: frozenset[str]
    managers: frozenset[str]
    vague_verbs: frozenset[str]
    empty_verbs: frozenset[str]
    light_verbs: frozenset[str]
    vague_words: frozenset[str]
    comparatives: frozenset[str]
    intentions: frozenset[str]
    handover_verbs: frozenset[str]
    products: frozenset[str]
    numbered: frozenset[str]
    vague_times: frozenset[str]


@cache
def agreement_words() -> AgreementWords:
    """The word lists about agreements, read once."""
    return read_table(KNOWLEDGE / "agreement_words.toml", AgreementWords)


@cache
def names() -> Names:
    """The lists of names, read once."""
    return read_table(KNOWLEDGE / "names.toml", Names)


def first_names() -> frozenset[str]:
    """The first names that we know, in lower case."""
    return names().first_names


@cache
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word in lower case; the word itself when it is not known."""
    import simplemma

    # The dictionary writes a separable verb with an underscore (af_ronden).
    return simplemma.lemmatize(word, lang=language).replace("_", "").lower()


@cache
def is_word(word: str, language: str) -> bool:
    """Whether the dictionary of a language knows a word written in lower case."""
    import simplemma

    return simplemma.is_known(word, lang=language) and simplemma.lemmatize(word, lang=language).islower()
