"""Says on the page where a text goes: nowhere, to the organisation's own services, or to a named host."""

from assistant.destination import model_destination, stays_here
from assistant.web.texts import PageTexts


def fact(texts: PageTexts) -> str:
    """The line among what is good to know."""
    if gone := model_destination():
        hidden = texts.model_hidden if gone.hidden else texts.model_shown
        return f"{texts.fact_model.format(host=gone.host)} {hidden}"
    return texts.fact_local if stays_here() else texts.fact_remote


def footnote(texts: PageTexts) -> str:
    """The line under the box."""
    if gone := model_destination():
        return texts.footer_model.format(host=gone.host)
    return texts.footer_local if stays_here() else texts.footer_remote
