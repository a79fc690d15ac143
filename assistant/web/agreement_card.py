"""The agreements beside the conversation: a card each, what is still open, and the files to take along.

The files stand in the page itself, as ``data:`` links, so that nothing is left on the server.
"""

import base64
import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from assistant.agreement import Agreement, Deadline, SlotValue, SmartResult
from assistant.conversation import Language
from assistant.exports.files import Files, files_of
from assistant.exports.plain import letters, slot_words
from assistant.guideline import Criterion, guideline
from assistant.reading.agreements import SLOTS
from assistant.voice.smart_phrases import smart_phrases
from assistant.voice.smart_talk import turn_to
from assistant.web.markup import marked, plain
from assistant.web.texts import PageTexts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class _Card(SmartResult):
    """What a reply's card holds: the result, and where the dialogue stands in it."""

    agreement: int = 0
    criterion: str | None = None
    today: datetime.date


def agreement_panel(card: Mapping[str, Any], texts: PageTexts) -> str:
    """The agreements as HTML; nothing when the browser's copy of the card is damaged."""
    try:
        shown = _Card.model_validate(card)
    except ValidationError:
        return ""
    several = len(shown.agreements) > 1
    cards = "".join(_agreement(number, shown, texts) for number in range(len(shown.agreements)))
    overview = _overview(shown, texts) if several else ""
    return f"{_concerns(shown)}{overview}{cards}{_files(shown, texts)}"


def _concerns(card: _Card) -> str:
    notes = [concern.message for concern in card.concerns] + ([card.remark] if card.remark else [])
    return "".join(f'<p class="concern" lang="{card.language}">{plain(note)}</p>' for note in notes)


def _overview(card: _Card, texts: PageTexts) -> str:
    rows = "".join(
        f"<li><span>{plain(_short(agreement))}</span> <b>{plain(letters(agreement))}</b></li>"
        for agreement in card.agreements
    )
    return (
        f'<ol class="overview" aria-label="{plain(texts.smart_overview)}" lang="{card.language}">{rows}</ol>'
    )


def _short(agreement: Agreement) -> str:
    words = agreement.original or agreement.text
    return words if len(words) <= 70 else words[:70].rsplit(" ", 1)[0] + " …"


def _agreement(place: int, card: _Card, texts: PageTexts) -> str:
    agreement, language = card.agreements[place], card.language
    number = place + 1 if len(card.agreements) > 1 else None
    phrases = smart_phrases(language)
    rows = "".join(
        f"<dt>{plain(phrases.slots[slot].name)}</dt>{_value(slot_words(agreement, slot), texts)}"
        for slot in SLOTS
        if slot not in ("consent", "feasibility")
    )
    criteria = "".join(
        _criterion(criterion, agreement, number, card, place, texts) for criterion in guideline().smart
    )
    title = texts.smart_card if number is None else texts.smart_card_of.format(number=number)
    opened = " open" if place == card.agreement else ""
    return (
        f'<details class="card agreement" data-agreement="{place}"{opened}><summary>'
        f'<span class="number">{plain(title)}</span>'
        f'<span class="title" lang="{language}">{marked(agreement.text, _holes(agreement.text))}</span>'
        "</summary>"
        f'<dl lang="{language}">{rows}</dl><ul class="letters" aria-label="SMART">{criteria}</ul></details>'
    )


def _value(words: str, texts: PageTexts) -> str:
    return f'<dd class="open">{plain(texts.smart_open)}</dd>' if words == "–" else f"<dd>{plain(words)}</dd>"


def _holes(text: str) -> list[str]:
    """The bracketed places of a sentence, to be marked as still to fill in."""
    return [f"[{piece.split(']')[0]}]" for piece in text.split("[")[1:] if "]" in piece]


def _criterion(
    criterion: Criterion, agreement: Agreement, number: int | None, card: _Card, place: int, texts: PageTexts
) -> str:
    """One letter as a button; pressing it says that the person wants to work on it."""
    language: Language = card.language
    met = agreement.criteria.get(criterion.id, False)
    current = ' aria-current="step"' if (place, criterion.id) == (card.agreement, card.criterion) else ""
    name = criterion.name_en if language == "en" else criterion.name
    return (
        f'<li><button type="button" class="letter {"met" if met else "unmet"}"{current} data-do="ask" '
        f'data-text="{plain(turn_to(criterion, number, language))}">'
        f'<span class="sign" aria-hidden="true">{plain(criterion.letter)}</span>'
        f'<span><b lang="{language}">{plain(name)}</b> '
        f'<span class="verdict">{plain(texts.smart_met if met else texts.smart_unmet)}</span>'
        f'<span class="reason" lang="{language}">{_reasons(criterion, agreement)}</span></span></button></li>'
    )


def _reasons(criterion: Criterion, agreement: Agreement) -> str:
    """Why, slot by slot, with the person's own words marked."""
    slots = [agreement.slots[slot] for slot in SLOTS if slot in criterion.slots]
    return " ".join(_reason(slot) for slot in slots)


def _reason(slot: Deadline | SlotValue) -> str:
    before, quote, after = slot.reason.partition(slot.quote) if slot.quote else (slot.reason, "", "")
    return f"{plain(before)}<mark>{plain(quote)}</mark>{plain(after)}" if quote else plain(slot.reason)


def _files(card: _Card, texts: PageTexts) -> str:
    files = files_of(SmartResult.model_validate(card.model_dump()), card.today)
    name = smart_phrases(card.language).document["file"]
    links = (
        _download(texts.smart_word, f"{name}.docx", _WORD, files.word)
        + _download(texts.smart_calendar, f"{name}.ics", "text/calendar", files.calendar)
        + _download(texts.smart_json, f"{name}.json", "application/json", files.json)
    )
    return (
        f'<section class="files"><h3>{plain(texts.smart_take)}</h3><div class="downloads">{links}</div>'
        f'<div class="copies">{_copies(files, texts)}</div>'
        f'<p class="legend">{plain(texts.smart_files_note)}</p></section>'
    )


def _download(label: str, name: str, kind: str, file: bytes) -> str:
    data = base64.b64encode(file).decode("ascii")
    return f'<a class="download" download="{plain(name)}" href="data:{kind};base64,{data}">{plain(label)}</a>'


def _copies(files: Files, texts: PageTexts) -> str:
    return "".join(
        f'<button type="button" class="tool" data-do="copy" data-copy="{plain(text)}" '
        f'data-copied="{plain(texts.copied)}" data-failed="{plain(texts.copy_failed)}">'
        f"{plain(label)}</button>"
        for label, text in ((texts.smart_text, files.text), (texts.smart_markdown, files.markdown))
    )
