"""The debrief in the conversation: what went well first, then what to try, each with a better line."""

from assistant.conversation import Language, Reply
from assistant.debrief_shapes import Finding
from assistant.voice.rehearsal_desk import desk_words, went_well
from assistant.web.debrief_card import DebriefCard
from assistant.web.markup import plain
from assistant.web.texts import PageTexts

_OVER_ALL = {"talk_share", "recognition_ratio"}
"""Rules that count over the whole conversation: no one line of it is what the better line replaces."""


def is_told(reply: Reply) -> bool:
    """Whether the reply tells the debrief; a last word after the end only keeps the card."""
    said = desk_words(reply.language).after
    return said.went_well in reply.text or said.nothing_well in reply.text


def advice(card: DebriefCard, reply: Reply, texts: PageTexts) -> str:
    """The words of the debrief; the character's last line stands before them and is left out here."""
    text = reply.text.removeprefix(card.last_line or "").strip()
    return (
        f'<div class="words after" lang="{reply.language}"><p>{plain(text.split(chr(10) * 2)[0])}</p>'
        f"{_well(card, reply.language)}{_try(card, reply.language, texts)}</div>"
    )


def _well(card: DebriefCard, language: Language) -> str:
    said, found = desk_words(language).after, went_well(card, card.transcript)
    if not found:
        return f"<p>{plain(said.nothing_well)}</p>"
    listed = "".join(f"<li>{_what(finding)}{_quote(quote)}</li>" for finding, quote in found)
    return f'<h2>{plain(said.went_well.rstrip(":"))}</h2><ul class="well">{listed}</ul>'


def _try(card: DebriefCard, language: Language, texts: PageTexts) -> str:
    said = desk_words(language).after
    by_rule = {finding.rule: finding for finding in card.findings}
    chosen = [by_rule[rule] for rule in card.priorities if rule in by_rule]
    if not chosen:
        return f"<p>{plain(said.nothing_to_try)}</p>"
    listed = "".join(
        f'<li>{_what(finding)}<div class="pair">{_version(texts.debrief_said, _said(card, finding))}'
        f"{_version(texts.debrief_better, finding.better, 'better')}</div></li>"
        for finding in chosen
    )
    return f'<h2>{plain(said.try_next.rstrip(":"))}</h2><ol class="try">{listed}</ol>'


def _what(finding: Finding) -> str:
    return f"<p><b>{plain(finding.name)}</b> {plain(finding.advice)}</p>"


def _said(card: DebriefCard, finding: Finding) -> str | None:
    """The person's own words that the finding rests on, where there are any."""
    if finding.instead_of:
        return finding.instead_of.text
    if finding.rule in _OVER_ALL:
        return None
    own = [quote.text for quote in finding.quotes if _by_person(card, quote.turn)]
    return next(iter(own), None)


def _by_person(card: DebriefCard, turn: int) -> bool:
    return turn < len(card.transcript) and card.transcript[turn].speaker == card.role


def _version(label: str, line: str | None, kind: str = "") -> str:
    if not line:
        return ""
    return f'<div class="version {kind}"><span class="label">{plain(label)}</span>{_quote(line)}</div>'


def _quote(line: str) -> str:
    return f"<blockquote>{plain(line)}</blockquote>" if line else ""
