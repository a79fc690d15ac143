"""The agreements in a conversation: who takes on what, and by when."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.guideline import Role
from assistant.reading.text import Span, sentences, words
from assistant.reading.turns import (
    clauses,
    commits,
    has_term,
    is_question,
    own_actions,
    plain,
    says,
)
from assistant.transcripts import Line

_OTHER: dict[Role, Role] = {"manager": "employee", "employee": "manager"}
_FIRST = re.compile(r"\b(?:ik|'k|k|i|i'll|i'm)\b")
_FROM_ME = re.compile(r"\b(?:van mij|van ons|from me|from us)\b")
_TOGETHER = re.compile(r"\b(?:we|wij|samen|we'll)\b")
_YOU_DO = re.compile(
    r"^(?:[\w']+[\s,:]+){0,3}?(?:(?:jij|je|ge|gij|ie|u) [a-z]+(?:t|n|oe|a)\b|[a-z]+ (?:jij|ge|gij|ie)\b"
    r"|you(?:'ll| will| are going to)\b)|\b(?:dat|that) (?:jij|je|ge|gij|ie|u|you)\b"
)
_PROPOSES = re.compile(r"\b(?:spreken we af|afspreken dat|stel voor dat|shall we agree)\b")


class Agreement(NamedTuple):
    """One commitment: ``quote`` is verbatim from the turn, ``actors`` who will act; none when unnamed."""

    turn: int
    quote: str
    speaker: Role
    actors: frozenset[Role]
    dated: bool
    observable: bool


def find_agreements(lines: Sequence[Line], start: int, forward: int) -> list[Agreement]:
    """Commitments from turn ``start`` on; from turn ``forward`` on also those without a date or term.

    Plans to meet again and to send the report are no agreements on the work, and are left out.
    """
    found: list[Agreement] = []
    for turn in range(start, len(lines)):
        for position, sentence in enumerate(sentences(lines[turn].text)):
            found += _in_sentence(lines, turn, position, sentence, turn >= forward)
    return found


_AGAIN = re.compile(
    r"\b(?:terug|weer|opnieuw|verder|elkaar|mekaar|again"
    r"|hoe het|hoe ver|hoever|of het|wat het|how it|how far)\b"
)
_NEXT_YEAR = re.compile(r"\b(?:volgend jaar|over een jaar|next year|jaargesprek)\b")


def is_follow_up(text: str) -> bool:
    """Whether a clause or sentence speaks of meeting again, and not only at next year's review."""
    folded = plain(text)
    heard = says("follow_up", text) or _TOGETHER.search(folded) and _AGAIN.search(folded)
    return bool(heard) and not says("not_follow_up", text) and not _NEXT_YEAR.search(folded)


def overlap(one: str, other: str) -> int:
    """How many longer words two texts share."""
    long = [{word.lower()[:6] for word in words(text) if len(word) > 3} for text in (one, other)]
    return len(long[0] & long[1])


def _in_sentence(
    lines: Sequence[Line], turn: int, position: int, sentence: Span, forward: bool
) -> list[Agreement]:
    speaker = lines[turn].speaker
    if is_question(sentence.text) and not _PROPOSES.search(plain(sentence.text)):
        return _accepted(lines, turn, sentence)
    dated = has_term(sentence.text) or _dated_next(lines[turn].text, position)
    found = []
    for clause in clauses(_after_colon(sentence)):
        actors = _actors(clause.text, speaker, forward)
        if actors is None or says("not_agreement", _main(clause.text)) or is_follow_up(clause.text):
            continue
        if not dated and (not (forward and commits(clause.text)) or _habit(clause.text)):
            continue
        timed = has_term(clause.text) or dated and not says("vague_term", clause.text)
        timed = timed or _dated_elsewhere(lines, turn, clause.text)
        observable = not says("vague_action", clause.text)
        found.append(Agreement(turn, clause.text.strip(), speaker, actors, timed, observable))
    return found


_ASKS_TO = re.compile(
    r"\b(?:zal|zou|zullen|kun|kunt|kan|wil|wilt|doe|doet|will|can|could|shall)"
    r" (?:jij|je|gij|ge|u|ik|we|wij|you|i)\b"
)
_YES = re.compile(
    r"^(?:ja|graag|prima|goed|oke|ok|top|akkoord|doe|dat doe|doen|afgesproken|deal|komt"
    r"|zeker|yes|sure|fine|is goed)\b"
)
_WE = re.compile(r"\b(?:zullen|shall) (?:we|wij)\b")
_YOU = re.compile(r"\b(?:jij|gij|you|(?:zou|zal|kun|kunt|kan|wil|wilt|doe|doet) (?:je|ge|u))\b")


def _accepted(lines: Sequence[Line], turn: int, sentence: Span) -> list[Agreement]:
    """A dated proposal put as a question ("zal jij tot 1 maart ...?") to which the other says yes."""
    speaker, folded = lines[turn].speaker, plain(sentence.text)
    answer = lines[turn + 1] if turn + 1 < len(lines) else None
    if answer is None or answer.speaker == speaker or not _YES.search(plain(answer.text)):
        return []
    if not _ASKS_TO.search(folded) or not has_term(sentence.text) or is_follow_up(sentence.text):
        return []
    you = frozenset({_OTHER[speaker]}) if _YOU.search(folded) else frozenset[Role]()
    me = frozenset({speaker}) if _FIRST.search(folded) else frozenset[Role]()
    actors = you | me or (frozenset({"manager", "employee"}) if _WE.search(folded) else frozenset())
    return [Agreement(turn, sentence.text, speaker, actors, True, not says("vague_action", sentence.text))]


_CONDITION = re.compile(r",\s+(?:als|zodra|omdat|doordat|terwijl|zodat|wat|die|if|because)\b")


def _main(text: str) -> str:
    """A dated clause without the condition or reason after it; else the clause."""
    head = text[: found.start()] if (found := _CONDITION.search(plain(text))) else text
    return head if has_term(head) else text


def _after_colon(sentence: Span) -> Span:
    """What is summed up, without "ik zet het op een rij:" before it."""
    head, colon, tail = sentence.text.partition(": ")
    if not colon or not says("summary", head):
        return sentence
    return Span(tail, sentence.end - len(tail), sentence.end)


def _actors(text: str, speaker: Role, forward: bool) -> frozenset[Role] | None:
    """Who acts in a clause; None when nobody takes anything on."""
    folded = plain(text)
    intends = says("intention", text)
    if own_actions(text) or intends and _FIRST.search(folded):
        return frozenset({speaker})
    if forward and _YOU_DO.search(folded) and (intends or has_term(text) and not _judges(text)):
        return frozenset({speaker if _FROM_ME.search(folded) else _OTHER[speaker]})
    if not intends:
        return None
    if re.search(r"\b(?:jij|gij)\b", folded):
        return frozenset({_OTHER[speaker]})
    return frozenset({"manager", "employee"}) if _TOGETHER.search(folded) else frozenset()


def _judges(text: str) -> bool:
    return says("recognition", text) or says("improvement", text) or says("look_back", text)


def _habit(text: str) -> bool:
    """Whether a clause without a date only explains, or tells what somebody does anyway."""
    return says("explains", text) or says("habit", text)


def _dated_next(text: str, position: int) -> bool:
    """Whether the next sentence dates this one ("Dat doen we tot en met juni")."""
    after = sentences(text)[position + 1 : position + 2]
    return (
        bool(after)
        and has_term(after[0].text)
        and not _takes_on(after[0])
        and not is_follow_up(after[0].text)
    )


def _takes_on(sentence: Span) -> bool:
    return any(commits(clause.text) for clause in clauses(sentence))


_WHEN = re.compile(r"\b(?:wanneer|welke datum|welke termijn|hoe snel|tegen wanneer|when|what date)\b")


def _dated_elsewhere(lines: Sequence[Line], turn: int, clause: str) -> bool:
    """Whether a date stands elsewhere: asked for next, or where the same action is named again."""
    for at in range(turn + 1, min(turn + 3, len(lines))):
        if _WHEN.search(plain(lines[at].text)):
            return any(has_term(line.text) for line in lines[at : at + 2])
    others = (
        other
        for at in range(len(lines) // 3, len(lines))
        if at != turn
        for sentence in sentences(lines[at].text)
        for other in clauses(sentence)
    )
    return any(overlap(clause, other.text) > 1 and has_term(other.text) for other in others)
