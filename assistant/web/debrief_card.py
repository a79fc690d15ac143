"""The debrief on the page: its pictures in the conversation, every rule beside it."""

import base64
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from assistant.conversation import Language
from assistant.debrief_pictures import rules_table, turns_picture
from assistant.debrief_shapes import Debrief, Finding
from assistant.guideline import Role
from assistant.passages import headings
from assistant.transcripts import Line
from assistant.voice.debrief import debrief_words, figure
from assistant.voice.rehearsal_desk import desk_words
from assistant.web.markup import plain
from assistant.web.rehearsal_card import Branch, Person, compared
from assistant.web.texts import PageTexts

_SHARE = "talk_share"


class DebriefCard(Debrief):
    """What a reply's card holds after a conversation."""

    transcript: list[Line]
    branches: list[Branch] = []
    agreements: list[str] = []
    last_line: str | None = None
    character: Person | None = None
    you: Person | None = None


def debriefed(card: Mapping[str, Any] | None) -> DebriefCard | None:
    """The card, when it is one of a debrief; None when it is another, or the browser's copy is damaged."""
    if not card or card.get("kind") != "debrief":
        return None
    try:
        return DebriefCard.model_validate(card)
    except ValidationError:
        return None


def pictures(card: DebriefCard, texts: PageTexts, language: Language) -> str:
    """Who spoke how much, the turns that were taken back, and the agreements, each with its button."""
    picture = turns_picture(card, card.transcript, language)
    branches = compared(card.branches, _names(card, language), texts)
    return (
        f'<figure class="talk-picture"><figcaption>{plain(texts.debrief_picture)}</figcaption>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{plain(texts.debrief_picture)}">'
        f"{picture}</div></figure>{_agreements(card, texts, language)}{branches}"
        f'<details class="card table"><summary><span class="title">{plain(texts.debrief_table)}</span>'
        f"</summary>"
        f'<div class="scroll" tabindex="0" role="group" aria-label="{plain(texts.debrief_table)}">'
        f"{rules_table(card, language)}</div></details>{_take(card, texts, language)}"
    )


def made_smart_here(card: DebriefCard, language: Language) -> list[str]:
    """The messages for which an agreement in ``pictures`` has a button."""
    return [desk_words(language).make_smart.format(agreement=agreement) for agreement in card.agreements]


def rules_panel(card: DebriefCard, texts: PageTexts, language: Language) -> str:
    """Every rule, folded: what it found, its words, a better line, and where it comes from."""
    first = [finding for finding in card.findings if finding.rule in card.priorities]
    rest = [finding for finding in card.findings if finding.rule not in card.priorities]
    return f'<p class="hint">{plain(texts.debrief_hint)}</p>' + "".join(
        _rule(finding, texts, language) for finding in [*first, *rest]
    )


def _names(card: DebriefCard, language: Language) -> dict[Role, str]:
    words = debrief_words().page[language]
    names: dict[Role, str] = {"manager": words["manager"], "employee": words["employee"]}
    other: Role = "employee" if card.role == "manager" else "manager"
    if card.character and card.you:
        names = {card.role: card.you.name, other: card.character.name}
    return names


def _rule(finding: Finding, texts: PageTexts, language: Language) -> str:
    words = debrief_words().page[language]
    quotes = "".join(
        f"<blockquote>{plain(quote.text)} <cite>{plain(words['turn'])} {quote.turn + 1}</cite></blockquote>"
        for quote in finding.quotes[:3]
    )
    source = texts.debrief_source.format(source=headings().get(finding.source, finding.source))
    better = (
        f'<p class="better"><b>{plain(texts.debrief_better)}</b> {plain(finding.better)}</p>'
        if finding.better
        else ""
    )
    return (
        f'<details class="card rule {finding.status}"><summary>'
        f'<span class="verdict">{plain(words[finding.status])}</span>'
        f'<span class="title">{plain(finding.name)}</span>{_figure(finding, language)}</summary>'
        f'<div class="passage"><p>{plain(finding.advice)} {_counted(finding, texts, language)}</p>'
        f"{quotes}{better}</div>"
        f'<p class="legend">{plain(source)}</p></details>'
    )


def _figure(finding: Finding, language: Language) -> str:
    """The share of the talk, which says something on its own; other figures come with their limit."""
    if finding.measured is None or finding.rule != _SHARE:
        return ""
    return f'<span class="figure">{plain(figure(finding.measured, True, language))}</span>'


def _counted(finding: Finding, texts: PageTexts, language: Language) -> str:
    """The figure in words, with the limit that it is held against."""
    if finding.measured is None or finding.limit is None:
        return ""
    share = finding.rule == _SHARE
    measured, limit = figure(finding.measured, share, language), figure(finding.limit, share, language)
    return plain(texts.debrief_counted.format(measured=measured, limit=limit))


def _agreements(card: DebriefCard, texts: PageTexts, language: Language) -> str:
    if not card.agreements:
        return ""
    make = desk_words(language).make_smart
    listed = "".join(
        f"<li><span>{plain(agreement)}</span>"
        f'<button type="button" class="tool strong" data-do="ask" '
        f'data-text="{plain(make.format(agreement=agreement))}">{plain(texts.debrief_smart)}</button></li>'
        for agreement in card.agreements
    )
    return f'<section class="made"><h2>{plain(texts.debrief_agreements)}</h2><ul>{listed}</ul></section>'


def _take(card: DebriefCard, texts: PageTexts, language: Language) -> str:
    """The conversation and its debrief as a file, made in the page: nothing stays on the server."""
    data = base64.b64encode(_as_text(card, texts, language).encode()).decode("ascii")
    return (
        f'<p class="take"><a class="download" download="{plain(texts.debrief_file)}" '
        f'href="data:text/markdown;charset=utf-8;base64,{data}">{plain(texts.debrief_save)}</a></p>'
    )


def _as_text(card: DebriefCard, texts: PageTexts, language: Language) -> str:
    words, names = debrief_words().page[language], _names(card, language)
    lines = [f"# {texts.debrief_panel}", ""]
    for finding in card.findings:
        lines.append(f"- **{finding.name}** ({words[finding.status]}): {finding.advice}")
        lines += [f"  > {quote.text}" for quote in finding.quotes[:2]]
        lines += [f"  {texts.debrief_better} {finding.better}"] if finding.better else []
    lines += ["", f"## {texts.debrief_talk}", ""]
    return "\n".join([*lines, *(f"**{names[line.speaker]}:** {line.text}\n" for line in card.transcript)])
