"""Splits a text into the agreements it holds, and what is said beside each of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.reading.grammar import Unit, fits, subject_of, words_of
from assistant.reading.support import (
    arranges_means,
    consent_in,
    is_heading,
    is_instruction,
    is_small_talk,
    means_in,
)
from assistant.reading.text import Span, sentences


class Segment(NamedTuple):
    """One agreement: where it stands, and the sentences beside it that say more about it."""

    main: Span
    beside: tuple[Span, ...]


_MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|<(?:script|style)\b.*?(?:</(?:script|style)>|$)|</?[a-zA-Z][^<>]{0,200}>", re.S
)
_BULLET = re.compile(r"^\s*(?:[-*•–—+]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_LABEL = re.compile(
    r"^\s*(?:maak\s+(?:dit\s+|deze\s+)?(?:afspraak\s+)?smart|herschrijf|make\s+(?:this\s+|it\s+)?smart|afspraak(?:\s+\d+)?|actie(?:punt)?(?:\s+\d+)?"
    r"|doel(?:\s+\d+)?|agreement(?:\s+\d+)?|action(?:\s+\d+)?|goal(?:\s+\d+)?)\s*:\s*",
    re.I,
)
_JOINT = re.compile(r"\s*;\s*|\s*,?\s+(?:en|and|maar|but|terwijl|while)\s+|\s*,\s+")
_ABBREVIATED = re.compile(r"(?:^|\s)(?:a\.s|t/m|jl|i\.o\.m|t\.b\.v|m\.u\.v|nl)\.$", re.I)
_ABOUT_BEFORE = re.compile(
    r"^\W*(?:dit|dat|daar|daarvoor|daarbij|hier|hiervoor|hierbij|het|die|deze|this|that|it)\b(?!\s+(?:team|aantal))",
    re.I,
)
_HE_OR_SHE = re.compile(r"^\W*(?:hij|zij|ze|he|she|they)\b", re.I)


def segments_of(text: str, language: str, units: Sequence[Unit]) -> list[Segment]:
    """The agreements of a text, in order. Greetings, headings and instructions to the reader are left out."""
    found: list[Segment] = []
    for piece in _pieces(text, language, units):
        if found and _goes_with_previous(text, piece, language, units):
            found[-1] = Segment(found[-1].main, (*found[-1].beside, piece))
        else:
            found.append(Segment(piece, ()))
    return found


def without_markup(text: str) -> str:
    """The text with HTML blanked out, so that every place stays where it was."""
    return _MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _pieces(text: str, language: str, units: Sequence[Unit]) -> list[Span]:
    pieces: list[Span] = []
    for sentence in _whole_sentences(text):
        if is_instruction(sentence.text) or is_heading(sentence.text) or is_small_talk(sentence.text):
            continue
        sentence = _without_start(text, _without_start(text, sentence, _BULLET), _LABEL)
        for piece in _split(text, sentence, language, units):
            if any(char.isalpha() for char in piece.text):
                pieces.append(piece)
    return pieces


def _whole_sentences(text: str) -> list[Span]:
    whole: list[Span] = []
    for sentence in sentences(text):
        last = whole[-1] if whole else None
        between = text[last.end : sentence.start] if last else ""
        if last and "\n" not in between and (_ABBREVIATED.search(last.text) or _is_number(last.text)):
            whole[-1] = Span(text[last.start : sentence.end], last.start, sentence.end)
        else:
            whole.append(sentence)
    return whole


def _is_number(sentence: str) -> bool:
    return bool(re.fullmatch(r"\(?\d{1,2}[.)]|[-*•]", sentence))


def _without_start(text: str, span: Span, pattern: re.Pattern[str]) -> Span:
    match = pattern.match(span.text)
    return (
        Span(text[span.start + match.end() : span.end], span.start + match.end(), span.end) if match else span
    )


def _split(text: str, sentence: Span, language: str, units: Sequence[Unit]) -> list[Span]:
    """The parts of a sentence that each have a subject and a verb of their own."""
    pieces, start = [], sentence.start
    for joint in _JOINT.finditer(text, sentence.start, sentence.end):
        if joint.start() <= start or not _opens_clause(text, joint, sentence, language, units):
            continue
        if subject_of(text, language, start, joint.start(), units) or ";" in joint.group():
            pieces.append(_span(text, start, joint.start()))
            start = joint.end()
    return [*pieces, _span(text, start, sentence.end)]


def _opens_clause(
    text: str, joint: re.Match[str], sentence: Span, language: str, units: Sequence[Unit]
) -> bool:
    """Whether a new clause starts behind a joint: a subject with its verb right behind it."""
    if ";" in joint.group():
        return True
    end = min([sentence.end, joint.end() + 160])
    unit = next((unit for unit in units if unit.start == joint.end()), None)
    if unit:
        following = words_of(text, unit.end, end)[:1]
        return bool(following) and following[0].low != "," and fits(following[0], unit, language)
    rest = text[joint.end() : end]
    starts = re.match(r"(?:er|there|de|het|dat|dit|the|that|this|iedereen|everyone)\b", rest, re.I)
    return bool(starts) and bool(
        consent_in(text, joint.end(), sentence.end) or means_in(text, joint.end(), sentence.end)
    )


def _goes_with_previous(text: str, piece: Span, language: str, units: Sequence[Unit]) -> bool:
    """Whether a sentence only says more about the agreement before it."""
    if consent_in(text, piece.start, piece.end):
        return True
    if means_in(text, piece.start, piece.end) and not arranges_means(text, piece.start, piece.end):
        return True
    return bool(_ABOUT_BEFORE.match(piece.text) or _HE_OR_SHE.match(piece.text))


def _span(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" \n\t,;"))
    return Span(text[start:end].rstrip(), start, start + len(text[start:end].rstrip()))
