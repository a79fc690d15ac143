"""How a rehearsal looks in the conversation: two people talk, and now and then the coach steps in."""

from assistant.conversation import Reply, Turn
from assistant.rehearsal_commands import command
from assistant.web.debrief_card import debriefed
from assistant.web.markup import plain, rich
from assistant.web.rehearsal_card import Hint, RehearsalCard, rehearsal
from assistant.web.texts import PageTexts


def said_to_character(turn: Turn) -> str | None:
    """The name under which the person said this; None when they said it to the coach."""
    if talk := rehearsal(turn.reply.card):
        return talk.you.name if talk.heard else None
    after = debriefed(turn.reply.card)
    ended = after and after.last_line and turn.reply.text.startswith(after.last_line)
    if after and after.you and ended and command(turn.person) is None:
        return after.you.name
    return None


def in_between(turn: Turn) -> bool:
    """Whether the person turned to the coach in the middle of a rehearsal, or ended it."""
    if said_to_character(turn):
        return False
    after = debriefed(turn.reply.card)
    return rehearsal(turn.reply.card) is not None or bool(after and after.you)


def character(name: str, reply: Reply, text: str, below: str = "") -> str:
    """A line of the one that the coach plays."""
    words = f'<div class="words" lang="{reply.language}">{rich(text)}</div>'
    return f'<div class="answer character"><p class="speaker">{plain(name)}</p>{words}{below}</div>'


def aside(reply: Reply, talk: RehearsalCard, below: str, texts: PageTexts) -> str:
    """What the coach says out of role."""
    words = _hint(reply, talk.hint, texts) if talk.hint else rich(reply.text)
    tools = _use(talk.hint, texts) if talk.hint else ""
    return (
        f'<div class="answer aside"><p class="speaker">{plain(texts.out_of_role)}</p>'
        f'<div class="words" lang="{reply.language}">{words}</div>{tools}{below}</div>'
    )


def standing(talk: RehearsalCard, number: int, texts: PageTexts) -> str:
    """On a phone, where the panel is far down: who the person is, and the phase, which leads to the panel."""
    names = [phase.name for phase in talk.phases]
    at = next((at for at, phase in enumerate(talk.phases) if phase.status == "now"), len(names) - 1)
    phase = texts.rehearsal_at.format(number=at + 1, total=len(names), name=names[at])
    you = texts.rehearsal_you.format(name=talk.you.name, function=talk.you.function)
    return (
        f'<div class="standing"><details><summary>{plain(you)}</summary><p>{plain(talk.you.brief)}</p>'
        f"</details>"
        f'<button type="button" class="source-link" data-do="show" data-turn="{number}" data-source="-1">'
        f"{plain(phase)}</button></div>"
    )


def _hint(reply: Reply, hint: Hint, texts: PageTexts) -> str:
    intro = reply.text.split("\n\n")[0]
    return f"<p>{plain(intro)}</p><blockquote>{plain(hint.line)}</blockquote><p>{plain(hint.why)}</p>"


def _use(hint: Hint, texts: PageTexts) -> str:
    return (
        f'<p class="use"><button type="button" class="tool strong" data-do="fill" '
        f'data-text="{plain(hint.line)}">{plain(texts.hint_use)}</button></p>'
    )
