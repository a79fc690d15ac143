"""The page: what happens on each event. Where things stand is in ``layout``, what they show in ``views``."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.conversation import Language, Turn
from assistant.web import views
from assistant.web.answering import Answering
from assistant.web.layout import Page, lay_out
from assistant.web.session import Session, restore
from assistant.web.texts import page_texts
from assistant.web.views import Shown
from assistant.web.warmup import WarmUp

_AT_ONCE = 16  # answers; more wait their turn


def build(answers: Answering | None = None) -> gr.Blocks:
    """The page, not yet served; ``answers`` asks the coach unless given."""
    texts = page_texts("nl")
    blocks = gr.Blocks(title=texts.product, analytics_enabled=False, fill_width=True)
    with blocks:
        page = lay_out(texts)
        _connect_session(blocks, page)
        _connect_questions(page, answers or Answering(WarmUp()))
    return blocks


def _connect_session(blocks: gr.Blocks, page: Page) -> None:
    """Opening the page, another language, and starting again."""

    def opened(stored: Any) -> Shown:
        return views.at_rest(page, restore(stored))

    def switched(language: Language, stored: Any) -> Shown:
        return views.at_rest(page, restore(stored).model_copy(update={"language": language}))

    def cleared(stored: Any) -> Shown:
        return views.at_rest(page, Session(language=restore(stored).language)) | {page.box: ""}

    blocks.load(opened, page.stored, list(page), **_quiet())
    page.language.input(switched, [page.language, page.stored], list(page), **_quiet())
    page.clear.click(cleared, page.stored, list(page), **_quiet())


def _connect_questions(page: Page, answers: Answering) -> None:
    """Asking (typed, or by a button that holds the question), asking again, stopping, looking at a source."""

    def asked(typed: str | None, stored: Any, event: gr.EventData) -> Iterator[Shown]:
        session, data = restore(stored), _data(event)
        again = bool(data.get("again") and session.conversation.turns)
        message = session.conversation.turns[-1].person if again else str(data.get("text") or typed or "")
        yield from views.answering(page, answers, session, message, again)

    def stopped(typed: str | None, draft: Turn | None, stored: Any) -> Shown:
        return views.stopped(page, restore(stored), draft, typed or "")

    def shown(stored: Any, event: gr.EventData) -> str:
        data = _data(event)
        return views.beside(restore(stored), int(data.get("turn", -1)), int(data.get("source", 0)))

    # One listener for all ways to ask, so that a second question waits for the first to end.
    pieces = (page.earlier, page.latest, page.panel)
    ways = [page.box.submit, page.send.click, *(piece.submit for piece in pieces), page.latest.retry]
    asking = gr.on(ways, asked, [page.box, page.stored], list(page), trigger_mode="once", **_quiet(_AT_ONCE))
    # First the words end, then the page comes to rest; at the same time, a late word would undo that.
    ending = page.stop.click(None, cancels=[asking], **_quiet())
    ending.then(stopped, [page.box, page.draft, page.stored], list(page), **_quiet())
    for piece in (page.earlier, page.latest):
        looking = piece.select(shown, page.stored, page.panel, **_quiet())
        looking.then(None, js="() => window.revealSource()", **_quiet())


def _quiet(at_once: int | None = None) -> dict[str, Any]:
    """No spinner of Gradio's, and no place in its API documentation."""
    return {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": at_once}


def _data(event: gr.EventData) -> dict[str, Any]:
    return event._data if isinstance(event._data, dict) else {}
