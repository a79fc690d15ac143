"""The page's looks: fonts of the visitor's own system, and the files that travel with the package."""

from pathlib import Path

import gradio as gr

_HERE = Path(__file__).parent
STYLE = _HERE / "style.css"
ICON = _HERE / "icon.svg"
BEHAVIOUR = (_HERE / "page.js").read_text(encoding="utf-8")
"""Runs in every piece of the page that has buttons of its own; see the file."""

_SANS = ["Segoe UI", "-apple-system", "BlinkMacSystemFont", "Helvetica Neue", "Roboto", "Liberation Sans", "sans-serif"]
_MONO = ["ui-monospace", "Consolas", "monospace"]


def theme() -> gr.themes.Base:
    """Gradio's plainest theme with system fonts only: its default ones are fetched."""
    return gr.themes.Base(
        font=[gr.themes.Font(name) for name in _SANS], font_mono=[gr.themes.Font(name) for name in _MONO]
    )
