"""What the page shows at each moment, as new values of its components."""

from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.components import Component

from assistant.conversation import Reply, Turn
from assistant.web import parts
from assistant.web.answering import Answering, Moment, Waiting
from assistant.web.layout import Page
from assistant.web.panel import facts, panel
from assistant.web.rehearsal_card import rehearsal
from assistant.web.session import Session
from assistant.web.texts import PageTexts, page_texts

Shown = dict[Component, Any]
"""New values of the components that change."""


def at_rest(page: Page, session: Session) -> Shown:
    """The whole page as this session has it."""
    texts, turns = page_texts(session.language), session.conversation.turns
    last = turns[-1] if turns else None
    return {
        page.stored: session.stored(),
        page.draft: None,
        page.brand: parts.brand(texts, session.language),
        page.language: gr.update(value=session.language, label=texts.switch),
        page.earlier: parts.earlier(turns[:-1], texts) if last else parts.start(texts),
        page.latest: parts.latest(len(turns) - 1, last, texts) if last else "",
        page.box: gr.update(label=texts.question, placeholder=_placeholder(last, texts)),
        page.send: gr.update(value=texts.send, visible=True),
        page.stop: gr.update(value=texts.stop, visible=False),
        page.clear: gr.update(value=texts.clear, visible=bool(last)),
        page.footer: parts.footer(texts),
        page.panel: panel(last, texts) if last else facts(texts),
    }


def answering(page: Page, answers: Answering, session: Session, message: str, again: bool) -> Iterator[Shown]:
    """The page from a question until its answer is complete.

    Args:
        page: its components.
        answers: gives the moments.
        session: before the question.
        message: the question.
        again: it takes the place of the last turn.
    """
    base = session.without_last_turn() if again else session
    texts, place = page_texts(session.language), len(base.conversation.turns)
    yield {
        page.earlier: parts.earlier(base.conversation.turns, texts),
        page.latest: parts.waiting(place, message, Waiting(texts.thinking), texts),
        page.box: gr.update() if again else "",
        page.send: gr.update(visible=False),
        page.stop: gr.update(visible=True),
        page.draft: Turn(person=message, reply=Reply(text="", language=session.language)),
    }
    beside: Reply | None = None
    for moment in answers.moments(message, base):
        if moment.problem:
            yield failed(page, session, message, moment.problem)
        elif moment.reply and moment.done:
            yield at_rest(page, base.with_conversation(base.conversation.add(message, moment.reply)))
        else:
            yield _growing(page, base, message, moment, with_panel=beside is None)
            beside = moment.reply


def failed(page: Page, session: Session, message: str, problem: str) -> Shown:
    """The page with a message of its own, and what was typed back in the box."""
    texts, turns = page_texts(session.language), session.conversation.turns
    return at_rest(page, session) | {
        page.earlier: parts.earlier(turns, texts),
        page.latest: parts.problem(len(turns), problem, texts),
        page.box: message,
    }


def stopped(page: Page, session: Session, draft: Turn | None, typed: str) -> Shown:
    """After stopping: what was said stays; before the first word, the question returns to the box."""
    if draft is None or not draft.reply.text:
        return at_rest(page, session) | {page.box: typed or (draft.person if draft else "")}
    reply = draft.reply.model_copy(update={"notice": page_texts(session.language).stopped, "suggestions": []})
    return at_rest(page, session.with_conversation(session.conversation.add(draft.person, reply)))


def beside(session: Session, turn: int, card: int) -> str:
    """The panel to an earlier turn, with one card open."""
    turns = session.conversation.turns
    texts = page_texts(session.language)
    return panel(turns[turn], texts, card) if 0 <= turn < len(turns) else facts(texts)


def _placeholder(last: Turn | None, texts: PageTexts) -> str:
    """What the empty box says: in a rehearsal it names the character, and it may ask for a conversation."""
    talk = rehearsal(last.reply.card) if last else None
    if talk and talk.status == "active":
        return texts.rehearsal_box.format(name=talk.character.name)
    pastes = last is not None and last.reply.feature == "debrief" and not last.reply.card
    return texts.debrief_box if pastes else texts.placeholder


def _growing(page: Page, base: Session, message: str, moment: Moment, with_panel: bool) -> Shown:
    texts, place = page_texts(base.language), len(base.conversation.turns)
    if moment.waiting:
        return {page.latest: parts.waiting(place, message, moment.waiting, texts)}
    assert moment.reply
    turn = Turn(person=message, reply=moment.reply)
    shown: Shown = {page.latest: parts.growing(place, turn, texts), page.draft: turn}
    return shown | {page.panel: panel(turn, texts)} if with_panel else shown
