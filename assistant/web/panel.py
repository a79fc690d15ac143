"""What stands beside the conversation: cards to the answer at hand.

A feature that shows something else there adds its function to ``_CARDS``.
"""

from collections.abc import Callable

from assistant.conversation import Feature, Reply, Source, Turn
from assistant.passages import passages
from assistant.web.markup import marked, plain
from assistant.web.texts import PageTexts

_LONGEST = 90  # characters of a question that the panel repeats


def panel(turn: Turn | None, texts: PageTexts, opened: int | None = None) -> str:
    """The panel to a turn.

    Args:
        turn: None before the first question.
        texts: the page's words.
        opened: the card that stands open.
    """
    cards = _CARDS[turn.reply.feature](turn.reply, texts, opened) if turn else ""
    if turn is None or not cards:
        line = texts.panel_none if turn else texts.panel_empty
        hint = f'<h2>{plain(texts.panel)}</h2><p class="hint">{plain(line)}</p>'
        return f'<aside class="panel empty" aria-label="{plain(texts.panel)}">{hint}</aside>'
    question = turn.person if len(turn.person) <= _LONGEST else f"{turn.person[:_LONGEST]}…"
    return (
        f'<aside class="panel" aria-label="{plain(texts.panel)}"><h2>{plain(texts.panel)}</h2>'
        f'<p class="hint">{plain(texts.panel_for.format(question=question))}</p>{cards}</aside>'
    )


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


_CARDS: dict[Feature, Callable[[Reply, PageTexts, int | None], str]] = {"guidance": _source_cards}
