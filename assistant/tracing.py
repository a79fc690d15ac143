"""Proof that a text holds no number, date, name or organisation that its sources do not."""

import re
from collections.abc import Sequence

from assistant.reading.date_words import MONTHS, NUMBERS, WEEKDAYS
from assistant.reading.grammar import units_of, words_of
from assistant.reading.lexicon import first_names, is_word, listed

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
# Small words that count nothing in a sentence ("een afspraak", "the first step").
_ARTICLES = listed("een a an one eerste first paar")
_DAYS = tuple(day for day in WEEKDAYS if len(day) > 3)  # "maandagochtend" is a day as well
_PRONOUNS = listed("ik i we wij je jij jullie you i'm")


def untraced(output: str, sources: Sequence[str]) -> list[str]:
    """The tokens of ``output`` that stand for a fact and occur in none of the sources, in order.

    A token is a number in figures or words, a month or weekday, a name, or a word with a capital
    inside it or in the middle of a sentence (an organisation, a product). Case is ignored.
    """
    known = {word.low for source in sources for word in words_of(source)}
    numbers = {match for source in sources for match in _NUMBER.findall(source)}
    found = [match for match in _NUMBER.findall(output) if match not in numbers]
    people = {unit.start for unit in units_of(output, "nl") if unit.kind == "name"}
    for word in words_of(output):
        if _is_fact(output, word.text, word.start, people) and not _traced(word.low, known):
            found.append(word.text)
    return sorted(set(found), key=output.find)


def _is_fact(output: str, text: str, start: int, people: set[int]) -> bool:
    low = text.lower()
    if low in _ARTICLES or low in _PRONOUNS or text[0].isdigit():
        return False
    if (
        low in NUMBERS
        or low in WEEKDAYS
        or (low in MONTHS and len(low) > 3)
        or low in ("mei", "may")
        and text == "Mei"
    ):
        return True
    if start in people or low.startswith(_DAYS):
        return True
    if any(char.isupper() for char in text[1:]):
        return True
    opens = re.search(r"(?:^|[.!?:\[\]\n\"“(])\s*$", output[max(0, start - 4) : start])
    if text[0].isupper() and not opens:
        return True
    return bool(
        text[0].isupper() and low in first_names() and not is_word(low, "nl") and not is_word(low, "en")
    )


def _traced(low: str, known: set[str]) -> bool:
    return (
        low in known
        or low.removesuffix("s").rstrip("'’") in known
        or all(part in known for part in low.split("-"))
    )
