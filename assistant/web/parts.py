"""The pieces of the conversation as HTML; everything that a person or the guidance wrote is escaped."""

from collections.abc import Sequence

from assistant.conversation import Language, Reply, Source, Turn
from assistant.web.answering import Waiting
from assistant.web.choices import choices, chosen_by_button, is_picker
from assistant.web.debrief_card import debriefed, pictures
from assistant.web.markup import plain, rich
from assistant.web.rehearsal_card import rehearsal
from assistant.web.texts import Examples, PageTexts, Start
from assistant.web.whereabouts import footnote

_SHOWN = 1500  # characters of what a person typed that the page repeats
_PASTED = 280  # of a conversation that was pasted: it comes back in the debrief
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
        f'<ul class="starts">{"".join(map(_start, texts.starts))}</ul>'
        f'<h3 class="or">{plain(texts.or_ask)}</h3>'
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
    card = turn.reply.card or {}
    offered = choices(card, texts)
    suggested = [said for said in turn.reply.suggestions if not offered or said not in chosen_by_button(card)]
    answer = _asked(turn, texts) + _answer(number, turn, texts, offered, latest=True)
    look = _card_link(number, texts.rehearsal_show, "phone") if rehearsal(card) else ""
    return _log(number, answer, texts) + _next(suggested, texts, look)


def growing(number: int, turn: Turn, texts: PageTexts) -> str:
    """The last turn while its words come in; a screen reader waits until it is complete."""
    return _log(number, _said(turn.person, texts) + _spoken(turn.reply, "", texts), texts, busy=True)


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


def footer(texts: PageTexts) -> str:
    """The line under the box."""
    return f'<p class="footer">{plain(footnote(texts))}</p>'


def _start(start: Start) -> str:
    return (
        f'<li><button type="button" class="choice" data-do="ask" data-text="{plain(start.message)}">'
        f"<b>{plain(start.title)}</b><span>{plain(start.line)}</span></button></li>"
    )


def _examples(group: Examples) -> str:
    asked = "".join(f"<li>{_ask(question)}</li>" for question in group.questions)
    return f"<section><h4>{plain(group.title)}</h4><ul>{asked}</ul></section>"


def _ask(question: str) -> str:
    text = plain(question)
    return f'<button type="button" class="ask" data-do="ask" data-text="{text}">{text}</button>'


def _turn(number: int, turn: Turn, texts: PageTexts) -> str:
    return f'<div class="turn">{_asked(turn, texts)}{_answer(number, turn, texts)}</div>'


def _log(number: int, said: str, texts: PageTexts, busy: bool = False) -> str:
    return (
        f'<div class="turn" role="log" aria-live="polite" aria-busy="{str(busy).lower()}" '
        f'aria-label="{plain(texts.latest)}" data-turn="{number}">{said}</div>'
    )


def _said(person: str, texts: PageTexts, longest: int = _SHOWN) -> str:
    shown = person if len(person) <= longest else f"{person[:longest]}…"
    return f'<div class="said"><span class="unseen">{plain(texts.you)}: </span>{plain(shown)}</div>'


def _asked(turn: Turn, texts: PageTexts) -> str:
    return _said(turn.person, texts, _PASTED if turn.reply.feature == "debrief" else _SHOWN)


def _coach(body: str, texts: PageTexts, kind: str = "") -> str:
    return f'<div class="answer {kind}"><span class="unseen">{plain(texts.coach)}: </span>{body}</div>'


def _answer(number: int, turn: Turn, texts: PageTexts, offered: str = "", latest: bool = False) -> str:
    reply = turn.reply
    notice = f'<p class="notice">{plain(reply.notice)}</p>' if reply.notice else ""
    if (card := rehearsal(reply.card)) and card.in_role:
        return _spoken(reply, notice, texts)
    after = debriefed(reply.card)
    shown = pictures(after, texts, reply.language) if after else ""
    plain_talk = rehearsal(reply.card) is not None and not reply.sources or is_picker(reply.card)
    tools = "" if plain_talk else _tools(number, reply, texts, latest)
    return _spoken(reply, notice + offered + shown + tools, texts)


def _spoken(reply: Reply, below: str, texts: PageTexts) -> str:
    """The words under the name of who says them: the coach, or the character that it plays."""
    talk, after = rehearsal(reply.card), debriefed(reply.card)
    if talk and talk.in_role:
        return _character(talk.character.name, reply, reply.text, below)
    label = f'<p class="speaker">{plain(texts.out_of_role)}</p>' if talk else ""
    if after and after.last_line and after.character and reply.text.startswith(after.last_line):
        last = _character(after.character.name, reply, after.last_line, "")
        return last + _coach(_words(reply, reply.text[len(after.last_line) :]) + below, texts)
    # The situations that can be chosen stand below as buttons; the list is for who types.
    text = reply.text.split("\n\n")[0] if is_picker(reply.card) else reply.text
    return _coach(label + _words(reply, text) + below, texts, "aside" if talk else "")


def _character(name: str, reply: Reply, text: str, below: str) -> str:
    words = f'<div class="words" lang="{reply.language}">{rich(text)}</div>'
    return f'<div class="answer character"><p class="speaker">{plain(name)}</p>{words}{below}</div>'


def _words(reply: Reply, text: str) -> str:
    return f'<div class="words" lang="{reply.language}">{rich(text)}</div>'


def _tools(number: int, reply: Reply, texts: PageTexts, retry: bool) -> str:
    sources = "".join(
        _source_link(number, place, source, texts) for place, source in enumerate(reply.sources)
    )
    if label := _card_label(reply, texts):
        sources += _card_link(number, label)
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


def _card_label(reply: Reply, texts: PageTexts) -> str | None:
    """What the button says that brings the card beside the answer into view."""
    if not reply.card or is_picker(reply.card) or rehearsal(reply.card):
        return None
    labels = {"debrief": texts.debrief_show}
    return labels.get(str(reply.card.get("kind")), texts.smart_show)


def _card_link(number: int, label: str, kind: str = "") -> str:
    return (
        f'<button type="button" class="source-link {kind}" data-do="show" data-turn="{number}" '
        f'data-source="-1">{plain(label)}</button>'
    )


def _next(suggestions: Sequence[str], texts: PageTexts, look: str = "") -> str:
    if not suggestions:
        return ""
    asked = "".join(f"<li>{_ask(suggestion)}</li>" for suggestion in suggestions)
    asked += f"<li>{look}</li>" if look else ""
    return f'<nav class="next" aria-label="{plain(texts.next)}"><ul>{asked}</ul></nav>'
