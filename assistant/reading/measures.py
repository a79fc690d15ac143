"""What makes an agreement measurable: a figure, a frequency, from–to, or something handed over or shown."""

import re
from collections.abc import Sequence

from assistant.reading.date_words import NUMBERS, any_of
from assistant.reading.dates import Term
from assistant.reading.grammar import verb_lemma, words_of
from assistant.reading.lexicon import agreement_words, listed
from assistant.reading.text import Span

_ORDINALS = frozenset(word for word in NUMBERS if word.endswith(("de", "ste", "th", "st", "nd", "rd")))
_COUNTED = any_of(
    [w for w in NUMBERS if w not in _ORDINALS and w not in ("een", "a", "an", "one", "paar", "first")]
)
_FIGURE = rf"(?:\d+(?:[.,:]\d+)*(?:\s?%)?|{_COUNTED}\b(?!\w))"
_FROM_TO = re.compile(
    rf"\b(?:van|from)\s+(?:een\s+|a\s+)?{_FIGURE}(?:\s+(?:procent|percent|%|\w+))?\s+(?:naar|tot|to)\s+(?:een\s+|a\s+)?{_FIGURE}"
    r"(?:\s+(?:procent|percent))?(?:\s+(?!(?:en|and|op|in|voor|vóór|before|by|bij|dat|aan)\b)[^\W\d]+)?(?:\s+(?:per|a)\s+\w+)?",
    re.I,
)
_DURATION = (
    r"(?:een|één|a|an|one|half)\s+(?:(?:half|kwart|hele|halve|heel|full|whole|half\s+an?)\s+)?"
    r"(?:uur|kwartier|uurtje|dag|dagdeel|ochtend|middag|week|maand|hour|day|morning|afternoon|week|month|dienst|shift)\b"
    r"(?:\s+(?:per|in\s+de|a)\s+\w+)?"
)
_COUNT = re.compile(
    rf"(?<![\w.,-])(?:(?:minstens|minimaal|ten\s+minste|maximaal|hooguit|ongeveer|at\s+least|at\s+most)\s+)?"
    rf"(?:een\s+\d[\d.,]*(?:\s+of\s+hoger)?|{_FIGURE}\s+(?:keer|maal|times)\s+(?:per|in\s+de|a)\s+\w+|één\s+(?:keer|[\w-]+)|\bone\s+[\w-]+"
    rf"|(?:een|a)\s+paar\s+[\w-]+|{_DURATION}"
    rf"|{_FIGURE}(?:\s+(?!(?:en|and|op|in|voor|vóór|to|naar|van|of|bij|aan|dat|te|is)\b)[^\W\d][\w'’-]*){{0,2}}?(?:\s+(?:per|a)\s+\w+)?)"
    r"(?:\s+(?:van\s+tevoren|vooruit))?",
    re.I,
)
_NOUN = re.compile(
    r"\s+(?!(?:en|and|op|in|voor|vóór|to|naar|van|bij|aan|dat|te|is|af|mee|na)\b)[^\W\d][\w'’-]+"
)
_PER = re.compile(r"\s+(?:per|a)\s+\w+")


def measure_in(
    text: str, span: Span, terms: Sequence[Term], deadline: Term | None, language: str
) -> Span | None:
    """The words by which one can see that an agreement in ``span`` was kept; None when there are none.

    A figure comes before a frequency, a frequency before something that is handed over. Figures of
    the deadline itself and of names (groep 5, lokaal 14) are not counted.
    """
    inside = [term for term in terms if span.start <= term.start < span.end]
    if match := _FROM_TO.search(text, span.start, span.end):
        return Span(match.group(), match.start(), match.end())
    if figure := _figure(text, span, inside):
        return figure
    for term in inside:
        if term.kind == "recurrence":
            return Span(term.text, term.start, term.end)
    service = next(
        (t for t in inside if t != deadline and t.text.lower().startswith(("binnen", "within"))), None
    )
    if service:
        return Span(service.text, service.start, service.end)
    return _product(text, span, language)


def _figure(text: str, span: Span, terms: Sequence[Term]) -> Span | None:
    for match in _COUNT.finditer(text, span.start, span.end):
        if any(term.start < match.end() and match.start() < term.end for term in terms):
            continue
        if _is_name(text, match):
            continue
        end = _with_noun(text, match, span, terms)
        per = _PER.match(text, end, span.end)
        end = per.end() if per else end
        return Span(text[match.start() : end], match.start(), end)
    return None


def _with_noun(text: str, match: re.Match[str], span: Span, terms: Sequence[Term]) -> int:
    """The end of a figure with what it counts: "drie klanten", "twee nieuwe collega's"."""
    end = match.end()
    last = match.group().split()[-1]
    bare = last[-1].isdigit() or last[-1] == "%" or " " not in match.group()
    while (bare or last.endswith(("e", "er"))) and not re.match(r"een\s+\d", match.group(), re.I):
        noun = _NOUN.match(text, end, span.end)
        if not noun or any(term.start < noun.end() and noun.start() < term.end for term in terms):
            break
        end, last, bare = noun.end(), noun.group().split()[-1], False
    return end


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number only names something (groep 5) or is an ordinal."""
    before = words_of(text, max(0, match.start() - 30), match.start())
    word = before[-1].low if before and text[before[-1].end : match.start()].strip() == "" else ""
    return word in agreement_words().numbered


def _product(text: str, span: Span, language: str) -> Span | None:
    """Something that is handed over or shown: a certificate, a report, a presentation."""
    words = words_of(text, span.start, span.end)
    verbs = _verbs(words, language)
    if not verbs & agreement_words().handover_verbs:
        return None
    for at, word in enumerate(words):
        if is_product(word.low):
            start = words[at - 1] if at and words[at - 1].low in _BEFORE_PRODUCT else word
            return Span(text[start.start : word.end], start.start, word.end)
    return None


_BEFORE_PRODUCT = listed("een het de haar zijn mijn ons onze hun a the his her my our their")


def _verbs(words: Sequence[object], language: str) -> set[str]:
    low = [str(getattr(word, "low", "")) for word in words]
    lemmas = {found for word in low if (found := verb_lemma(word, language))}
    if "laten" in lemmas and "zien" in low:
        lemmas.add("laten zien")
    if language == "en":
        pairs = {f"{lemma} {particle}" for lemma in lemmas for particle in ("in", "over") if particle in low}
        return lemmas | pairs
    return lemmas | {
        particle + verb
        for verb in lemmas
        for particle in ("op", "in", "aan", "toe", "voor")
        if particle in low
    }


def is_product(word: str) -> bool:
    """Whether a word names something one can hand over or show; compounds count (triagelijst)."""
    products = agreement_words().products
    singular = word[:-2] if word.endswith("en") else word[:-1] if word.endswith("s") else word
    return any(
        form in products or any(form.endswith(name) and len(name) > 3 for name in products)
        for form in (word, singular)
    )
