"""What stands beside the conversation: cards to the answer at hand."""

from assistant.conversation import Reply, Source, Turn
from assistant.passages import passages
from assistant.web.agreement_card import agreement_panel
from assistant.web.choices import is_picker
from assistant.web.debrief_card import debriefed, rules_panel
from assistant.web.markup import marked, plain
from assistant.web.rehearsal_card import progress, rehearsal
from assistant.web.texts import PageTexts
from assistant.web.whereabouts import fact

_LONGEST = 90  # characters of a question that the panel repeats


def facts(texts: PageTexts) -> str:
    """The panel before the first question: what is good to know."""
    known = [texts.fact_ai, texts.fact_source, fact(texts), texts.fact_browser]
    items = "".join(f"<li>{plain(line)}</li>" for line in known)
    return _panel("facts", texts.facts_title, f"<ul>{items}</ul>")


def panel(turn: Turn, texts: PageTexts, opened: int | None = None) -> str:
    """The panel to a turn; ``opened`` is the card that stands open."""
    cards = _source_cards(turn.reply, texts, opened)
    if beside := _own_panel(turn.reply, texts):
        return (_sources_panel(turn, texts, cards) if cards else "") + beside
    agreements = agreement_panel(turn.reply.card, texts) if turn.reply.card else ""
    if agreements:
        beside = _panel("agreements", texts.smart_panel, agreements)
        return (_sources_panel(turn, texts, cards) if cards else "") + beside
    if is_picker(turn.reply.card):
        return facts(texts)
    if not cards:
        return _panel("empty", texts.panel, _hint(texts.panel_none))
    return _sources_panel(turn, texts, cards)


def _own_panel(reply: Reply, texts: PageTexts) -> str:
    """The panel of a rehearsal or a debrief; nothing for other replies."""
    if talk := rehearsal(reply.card):
        return _panel("rehearsal", texts.rehearsal_panel, progress(talk, texts))
    if after := debriefed(reply.card):
        return _panel("debrief", texts.debrief_panel, rules_panel(after, texts, reply.language))
    return ""


def _sources_panel(turn: Turn, texts: PageTexts, cards: str) -> str:
    question = turn.person if len(turn.person) <= _LONGEST else f"{turn.person[:_LONGEST]}…"
    return _panel("cards", texts.panel, _hint(texts.panel_for.format(question=question)) + cards)


def _panel(kind: str, title: str, body: str) -> str:
    return f'<aside class="panel {kind}" aria-label="{plain(title)}"><h2>{plain(title)}</h2>{body}</aside>'


def _hint(line: str) -> str:
    return f'<p class="hint">{plain(line)}</p>'


def _source_cards(reply: Reply, texts: PageTexts, opened: int | None) -> str:
    known = [(place, source) for place, source in enumerate(reply.sources) if source.passage in passages()]
    return "".join(_source_card(place, source, reply, texts, place == opened) for place, source in known)


def _source_card(place: int, source: Source, reply: Reply, texts: PageTexts, opened: bool) -> str:
    whole = passages()[source.passage].texts[reply.language]
    return (
        f'<details class="card" data-source="{place}" name="source"{" open" if opened else ""}><summary>'
        f'<span class="number">{plain(texts.source.format(number=place + 1))}</span>'
        f'<span class="title" lang="{reply.language}">{plain(source.title)}</span>'
        f'<span class="quote" lang="{reply.language}">{plain(source.quote)}</span>'
        f'<span class="more">{plain(texts.source_open)}</span>'
        f'<span class="less">{plain(texts.source_close)}</span>'
        f'</summary><div class="passage" lang="{reply.language}">{marked(whole, source.spans)}</div>'
        f'<p class="legend">{plain(texts.source_used)}</p></details>'
    )
