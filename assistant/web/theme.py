"""The page's looks: fonts of the visitor's own system, and the files that travel with the package."""

from pathlib import Path

import gradio as gr

_HERE = Path(__file__).parent
STYLE = _HERE / "style.css"
ICON = _HERE / "icon.svg"
BEHAVIOUR = (_HERE / "page.js").read_text(encoding="utf-8")
"""Runs in every piece of the page that has buttons of its own; see the file."""

_SANS = ["Segoe UI", "-apple-system", "Helvetica Neue", "Roboto", "Liberation Sans", "sans-serif"]
_MONO = ["ui-monospace", "Consolas", "monospace"]
_PAPER, _NIGHT, _INK, _CHALK = "#f7f4ee", "#151a19", "#23302c", "#e6e8e3"  # as in style.css


def theme() -> gr.themes.Base:
    """Gradio's plainest theme with system fonts only, for its others are fetched; style.css does the rest."""
    return gr.themes.Base(font=_SANS, font_mono=_MONO).set(
        body_background_fill=_PAPER,
        body_background_fill_dark=_NIGHT,
        body_text_color=_INK,
        body_text_color_dark=_CHALK,
    )
