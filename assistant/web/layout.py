"""Where everything stands on the page."""

from typing import NamedTuple

import gradio as gr

from assistant.web import parts
from assistant.web.panel import facts
from assistant.web.texts import PageTexts, page_texts
from assistant.web.theme import BEHAVIOUR

# The browser gets this secret with the page, as it would any other, so it hides nothing. Fixed, it lets a
# conversation outlive a restart. What keeps a conversation private is that it stays in the browser.
_STORAGE_KEY = _STORAGE_SECRET = "gesprekscoach"


class Page(NamedTuple):
    """The components that change."""

    stored: gr.BrowserState
    draft: gr.State
    """The turn in the making, so that stopping keeps what was said; empty in between."""
    brand: gr.HTML
    language: gr.Radio
    earlier: gr.HTML
    latest: gr.HTML
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    clear: gr.Button
    footer: gr.HTML
    panel: gr.HTML


def lay_out(texts: PageTexts) -> Page:
    """Places the components in the Blocks at hand."""
    stored = gr.BrowserState(storage_key=_STORAGE_KEY, secret=_STORAGE_SECRET)
    draft = gr.State()
    with gr.Row(elem_id="top"):
        brand = _html(parts.brand(texts, "nl"), "brand")
        language = gr.Radio(
            [(page_texts("nl").name, "nl"), (page_texts("en").name, "en")],
            value="nl", label=texts.switch, container=False, elem_id="language",
        )  # fmt: skip
    with gr.Row(elem_id="desk"):
        with gr.Column(elem_id="talk"):
            earlier = _html(parts.start(texts), "earlier")
            latest = _html("", "latest")
            with gr.Column(elem_id="composer"):
                box, send, stop = _ask_row(texts)
                with gr.Row(elem_id="foot-row"):
                    footer = _html(parts.footer(texts), "footer")
                    clear = gr.Button(texts.clear, visible=False, size="sm", elem_id="clear")
        with gr.Column(elem_id="beside"):
            beside = _html(facts(texts), "panel")
    return Page(stored, draft, brand, language, earlier, latest, box, send, stop, clear, footer, beside)


def _ask_row(texts: PageTexts) -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="ask-row"):
        box = gr.Textbox(
            label=texts.question, placeholder=texts.placeholder, lines=1, max_lines=6, container=False,
            show_label=False, autofocus=True, elem_id="box",
            html_attributes=gr.InputHTMLAttributes(enterkeyhint="send"),
        )  # fmt: skip
        send = gr.Button(texts.send, variant="primary", elem_id="send")
        stop = gr.Button(texts.stop, visible=False, elem_id="stop")
    return box, send, stop


def _html(value: str, elem_id: str) -> gr.HTML:
    """A piece of HTML of ours.

    Its template stays ``${value}``: Gradio evaluates a template's other holes as JavaScript, and with them
    whatever people type.
    """
    return gr.HTML(value, elem_id=elem_id, js_on_load=BEHAVIOUR, apply_default_css=False, padding=False)
