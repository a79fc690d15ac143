"""The pieces of the conversation as HTML; everything that a person or the guidance wrote is escaped."""

from collections.abc import Sequence

from assistant.conversation import Language, Reply, Source, Turn
from assistant.web.answering import Waiting
from assistant.web.markup import plain, rich
from assistant.web.texts import Examples, PageTexts

_SHOWN = 1500  # characters of what a person typed that the page repeats
_DOTS = '<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>'


def brand(texts: PageTexts, language: Language) -> str:
    """Name and line at the top; page.js reads the language and the words for a lost connection here."""
    return (
        f'<div class="brand" data-language="{language}" data-lost-title="{plain(texts.lost_title)}" '
        f'data-lost="{plain(texts.lost)}"><h1>{plain(texts.product)}</h1><p>{plain(texts.tagline)}</p></div>'
    )


def start(texts: PageTexts) -> str:
    """What stands there before the first question: an invitation and examples."""
    return (
        f'<div class="start"><h2>{plain(texts.start)}</h2><p class="lead">{plain(texts.start_line)}</p>'
        f'<div class="examples">{"".join(map(_examples, texts.examples))}</div></div>'
    )


def earlier(turns: Sequence[Turn], texts: PageTexts) -> str:
    """The turns before the last one."""
    if not turns:
        return ""
    said = "".join(_turn(number, turn, texts) for number, turn in enumerate(turns))
    return f'<div class="turns" role="group" aria-label="{plain(texts.earlier)}">{said}</div>'


def latest(number: int, turn: Turn, texts: PageTexts) -> str:
    """The last turn, complete, with what the person can do next."""
    return _log(number, _said(turn.person, texts) + _answer(number, turn, texts, retry=True), texts) + _next(
        turn.reply.suggestions, texts
    )


def growing(number: int, turn: Turn, texts: PageTexts) -> str:
    """The last turn while its words come in; a screen reader waits until it is complete."""
    return _log(number, _said(turn.person, texts) + _coach(_words(turn.reply), texts), texts, busy=True)


def waiting(number: int, person: str, line: Waiting, texts: PageTexts) -> str:
    """The last turn before its first word."""
    bar = ""
    if line.share is not None:
        share = round(line.share * 100)
        bar = f'<progress max="100" value="{share}" aria-label="{plain(line.line)}"></progress>'
    body = f'<p class="waiting">{_DOTS}{plain(line.line)}</p>'
    return _log(number, _said(person, texts) + _coach(body + bar, texts), texts)


def problem(number: int, line: str, texts: PageTexts) -> str:
    """A message of the page itself in place of an answer."""
    return _log(number, _coach(f'<p class="problem">{plain(line)}</p>', texts), texts)


def footer(texts: PageTexts, local: bool) -> str:
    """The line under the box."""
    return f'<p class="footer">{plain(texts.footer_local if local else texts.footer_remote)}</p>'


def _examples(group: Examples) -> str:
    asked = "".join(f"<li>{_ask(question)}</li>" for question in group.questions)
    return f"<section><h3>{plain(group.title)}</h3><ul>{asked}</ul></section>"


def _ask(question: str) -> str:
    text = plain(question)
    return f'<button type="button" class="ask" data-do="ask" data-text="{text}">{text}</button>'


def _turn(number: int, turn: Turn, texts: PageTexts) -> str:
    return f'<div class="turn">{_said(turn.person, texts)}{_answer(number, turn, texts)}</div>'


def _log(number: int, said: str, texts: PageTexts, busy: bool = False) -> str:
    return (
        f'<div class="turn" role="log" aria-live="polite" aria-busy="{str(busy).lower()}" '
        f'aria-label="{plain(texts.latest)}" data-turn="{number}">{said}</div>'
    )


def _said(person: str, texts: PageTexts) -> str:
    shown = person if len(person) <= _SHOWN else f"{person[:_SHOWN]}…"
    return f'<div class="said"><span class="unseen">{plain(texts.you)}: </span>{plain(shown)}</div>'


def _coach(body: str, texts: PageTexts) -> str:
    return f'<div class="answer"><span class="unseen">{plain(texts.coach)}: </span>{body}</div>'


def _answer(number: int, turn: Turn, texts: PageTexts, retry: bool = False) -> str:
    reply = turn.reply
    notice = f'<p class="notice">{plain(reply.notice)}</p>' if reply.notice else ""
    return _coach(_words(reply) + notice + _tools(number, reply, texts, retry), texts)


def _words(reply: Reply) -> str:
    return f'<div class="words" lang="{reply.language}">{rich(reply.text)}</div>'


def _tools(number: int, reply: Reply, texts: PageTexts, retry: bool) -> str:
    sources = "".join(
        _source_link(number, place, source, texts) for place, source in enumerate(reply.sources)
    )
    if reply.card:
        sources += _card_link(number, texts)
    copy = (
        f'<button type="button" class="tool" data-do="copy" data-copied="{plain(texts.copied)}" '
        f'data-failed="{plain(texts.copy_failed)}">{plain(texts.copy_button)}</button>'
    )
    again = f'<button type="button" class="tool" data-do="retry">{plain(texts.retry)}</button>'
    return f'<div class="tools">{sources}<span class="acts">{copy}{again if retry else ""}</span></div>'


def _source_link(number: int, place: int, source: Source, texts: PageTexts) -> str:
    label = plain(texts.source.format(number=place + 1))
    return (
        f'<button type="button" class="source-link" data-do="show" data-turn="{number}" '
        f'data-source="{place}">'
        f'<span class="number">{label}</span> {plain(source.title)}</button>'
    )


def _card_link(number: int, texts: PageTexts) -> str:
    return (
        f'<button type="button" class="source-link" data-do="show" data-turn="{number}" data-source="-1">'
        f"{plain(texts.smart_show)}</button>"
    )


def _next(suggestions: Sequence[str], texts: PageTexts) -> str:
    if not suggestions:
        return ""
    asked = "".join(f"<li>{_ask(suggestion)}</li>" for suggestion in suggestions)
    return f'<nav class="next" aria-label="{plain(texts.next)}"><ul>{asked}</ul></nav>'
