"""Agreements as plain text, Markdown and JSON, to copy."""

from collections.abc import Iterator

from assistant.agreement import Agreement, SmartResult
from assistant.guideline import guideline
from assistant.reading.agreements import SLOTS, Slot
from assistant.voice.smart_phrases import smart_phrases


def as_text(result: SmartResult) -> str:
    """The agreements as plain text: the sentence, and a line for each part of it."""
    blocks = []
    for number, agreement in enumerate(result.agreements, start=1):
        rows = [f"  {name}: {value}" for name, value in parts(agreement, result)]
        blocks.append("\n".join([f"{number}. {agreement.text}", *rows]))
    return "\n\n".join(blocks) + "\n"


def as_markdown(result: SmartResult) -> str:
    """The agreements as Markdown: a heading, the sentence and a table of its parts."""
    blocks = []
    for number, agreement in enumerate(result.agreements, start=1):
        rows = [f"| {name} | {_escaped(value)} |" for name, value in parts(agreement, result)]
        header = f"## {number}\n\n{_escaped(agreement.text)}\n\n| | |\n|---|---|"
        blocks.append("\n".join([header, *rows]))
    return "\n\n".join(blocks) + "\n"


def as_json(result: SmartResult) -> str:
    """The result as one JSON document, in the shape of the contracts."""
    return result.model_dump_json(indent=2)


def parts(agreement: Agreement, result: SmartResult) -> Iterator[tuple[str, str]]:
    """Name and value of each slot, then the letters that are met."""
    phrases = smart_phrases(result.language)
    for slot in SLOTS:
        yield phrases.slots[slot].name, slot_words(agreement, slot)
    yield "SMART", letters(agreement)


def slot_words(agreement: Agreement, slot: Slot) -> str:
    """What fills a slot; a dash when it is open. A deadline gets its date beside the words."""
    value = agreement.value(slot)
    day = agreement.deadline
    if slot == "deadline" and value and day and str(day.year) not in value:
        return f"{value} ({day:%d-%m-%Y})"
    return value or "–"


def letters(agreement: Agreement) -> str:
    """The five letters; one that is not met stands between brackets: S M (A) (R) T."""
    met = agreement.criteria
    return " ".join(item.letter if met[item.id] else f"({item.letter})" for item in guideline().smart)


def _escaped(text: str) -> str:
    for char in "\\|[]<>*_`":
        text = text.replace(char, "\\" + char)
    return text.replace("\n", " ")
