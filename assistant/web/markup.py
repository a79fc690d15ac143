"""Text to HTML: everything escaped, a little Markdown, used spans marked."""

import re
from functools import cache
from html import escape

from markdown_it import MarkdownIt

# Private-use characters stand for the marks while Markdown is rendered; texts never keep them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}]")


def plain(text: str) -> str:
    """The text as HTML that shows it just as it is."""
    return escape(text)


def rich(text: str) -> str:
    """Paragraphs, lists and emphasis as HTML; links, pictures and HTML stay text, so nothing is fetched."""
    return marked(text, [])


def marked(text: str, spans: list[str]) -> str:
    """``rich`` with the spans, verbatim parts of the text, in ``<mark>``; any other span marks nothing."""
    text = _PRIVATE.sub("", text)
    for span in spans:
        text = text.replace(span, f"{_OPEN}{span}{_CLOSE}", 1) if span.strip() else text
    return str(_markdown().render(text)).replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")


@cache
def _markdown() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False})
    return reader.enable(["list", "emphasis", "newline"])
