"""The pieces of the conversation as HTML; everything that a person or the guidance wrote is escaped."""

from collections.abc import Sequence

from assistant.conversation import Language, Reply, Source, Turn
from assistant.web.answering import Waiting
from assistant.web.choices import choices, is_picker
from assistant.web.debrief_advice import advice, is_told
from assistant.web.debrief_card import debriefed, made_smart_here, pictures
from assistant.web.markup import plain, rich
from assistant.web.rehearsal_card import rehearsal
from assistant.web.talk import aside, character, in_between, said_to_character, standing
from assistant.web.texts import Examples, PageTexts, Start
from assistant.web.whereabouts import footnote

_SHOWN = 1500  # characters of what a person typed that the page repeats
_PASTED = 280  # of a conversation that was pasted: it comes back in the debrief
_DOTS = '<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>'


def brand(texts: PageTexts, language: Language) -> str:
    """Name and line at the top; page.js reads the language and the words for a lost connection here."""
    return (
        f'<div class="brand" data-language="{language}" data-lost-title="{plain(texts.lost_title)}" '
        f'data-lost="{plain(texts.lost)}" data-lost-close="{plain(texts.lost_close)}">'
        f"<h1>{plain(texts.product)}</h1><p>{plain(texts.tagline)}</p></div>"
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
    reply, talk = turn.reply, rehearsal(turn.reply.card)
    form = choices(reply.card, texts, reply.language) if reply.card and is_picker(reply.card) else ""
    answer = _log(number, _asked(turn, texts) + _answer(number, turn, texts, latest=True), texts)
    # The form stands outside the log, so that a screen reader does not read all of it aloud at once.
    stands = standing(talk, number, texts) if talk else ""
    return answer + form + stands + _next(_suggested(reply, bool(form)), texts, _example(reply, texts))


def growing(number: int, turn: Turn, texts: PageTexts) -> str:
    """The last turn while its words come in; page.js lets a screen reader hear it once it is complete."""
    return _log(number, _asked(turn, texts) + _spoken(turn.reply, "", texts), texts, busy=True)


def waiting(number: int, person: str, line: Waiting, texts: PageTexts) -> str:
    """The last turn before its first word."""
    bar = ""
    if line.share is not None:
        share = round(line.share * 100)
        bar = f'<progress max="100" value="{share}" aria-label="{plain(line.line)}"></progress>'
    body = f'<p class="waiting">{_DOTS}{plain(line.line)}</p>'
    return _log(number, _said(person, texts) + _coach(body + bar, texts), texts, busy=True)


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
        f'<div class="turn" role="log" aria-live="off" aria-busy="{str(busy).lower()}" '
        f'aria-label="{plain(texts.latest)}" data-turn="{number}">{said}</div>'
    )


def _said(person: str, texts: PageTexts, longest: int = _SHOWN, kind: str = "", name: str = "") -> str:
    shown = person if len(person) <= longest else f"{person[:longest]}…"
    speaker = f'<p class="speaker">{plain(name)}</p>' if name else ""
    you = f'<span class="unseen">{plain(texts.you)}: </span>'
    return f'<div class="said {kind}">{you}{speaker}{plain(shown)}</div>'


def _asked(turn: Turn, texts: PageTexts) -> str:
    longest = _PASTED if turn.reply.feature == "debrief" else _SHOWN
    kind, name = "order" if in_between(turn) else "", said_to_character(turn)
    return _said(turn.person, texts, longest, kind, name or "")


def _suggested(reply: Reply, chooses: bool) -> list[str]:
    """What can be said next, without what has a button already."""
    if chooses:
        return []
    after = debriefed(reply.card)
    done = made_smart_here(after, reply.language) if after else []
    return [said for said in reply.suggestions if said not in done]


def _example(reply: Reply, texts: PageTexts) -> str:
    """Whoever is asked to paste a conversation can look at an example first."""
    if reply.feature != "debrief" or reply.card:
        return ""
    return (
        f'<button type="button" class="ask" data-do="ask" data-text="{plain(texts.debrief_example)}">'
        f"{plain(texts.debrief_example_show)}</button>"
    )


def _coach(body: str, texts: PageTexts) -> str:
    return f'<div class="answer"><span class="unseen">{plain(texts.coach)}: </span>{body}</div>'


def _answer(number: int, turn: Turn, texts: PageTexts, latest: bool = False) -> str:
    reply = turn.reply
    notice = f'<p class="notice">{plain(reply.notice)}</p>' if reply.notice else ""
    if (card := rehearsal(reply.card)) and card.in_role:
        return _spoken(reply, notice, texts)
    after = debriefed(reply.card)
    shown = pictures(after, texts, reply.language) if after and is_told(reply) else ""
    plain_talk = not reply.sources and reply.feature in ("rehearsal", "debrief") and not after
    # After a rehearsal, to do it again means the rehearsal, and that button stands below.
    tools = "" if plain_talk else _tools(number, reply, texts, latest and not after)
    return _spoken(reply, notice + shown + tools, texts)


def _spoken(reply: Reply, below: str, texts: PageTexts) -> str:
    """The words under the name of who says them: the coach, or the character that it plays."""
    talk, after = rehearsal(reply.card), debriefed(reply.card)
    if talk:
        return (
            character(talk.character.name, reply, reply.text, below)
            if talk.in_role
            else aside(reply, talk, below, texts)
        )
    if after and is_told(reply):
        last = (
            character(after.character.name, reply, after.last_line)
            if after.last_line and after.character
            else ""
        )
        return last + _coach(advice(after, reply, texts) + below, texts)
    # The situations that can be chosen stand below in a form; the list is for who types.
    text = reply.text.split("\n\n")[0] if is_picker(reply.card) else reply.text
    return _coach(_words(reply, text) + below, texts)


def _words(reply: Reply, text: str) -> str:
    return f'<div class="words" lang="{reply.language}">{rich(text)}</div>'


def _tools(number: int, reply: Reply, texts: PageTexts, retry: bool) -> str:
    sources = "".join(
        _source_link(number, place, source, texts) for place, source in enumerate(reply.sources)
    )
    if label := _card_label(reply, texts):
        sources += _card_link(number, label, "phone" if debriefed(reply.card) else "")
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


def _next(suggestions: Sequence[str], texts: PageTexts, example: str = "") -> str:
    if not suggestions and not example:
        return ""
    asked = "".join(f"<li>{_ask(suggestion)}</li>" for suggestion in suggestions)
    asked += f"<li>{example}</li>" if example else ""
    return f'<nav class="next" aria-label="{plain(texts.next)}"><ul>{asked}</ul></nav>'
