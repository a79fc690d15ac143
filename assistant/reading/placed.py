"""The sentences of a conversation in their place: what came just before, and where in the talk they stand."""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.guideline import Role
from assistant.reading.text import Span, sentences
from assistant.transcripts import Line

_FIFTHS = 5
_FEW = 4  # words; a shorter turn is a noise
_OPENING, _ENDING = 2, 2  # turns


class Placed(NamedTuple):
    """One sentence: ``lines[turn].text[span.start:span.end]``, the ``place``-th of its turn (0-based).

    ``before`` and ``after`` are the places in the list of the sentences around it, also of the other speaker.
    ``position`` runs from 0 at the first turn to 1 at the last.
    """

    turn: int
    place: int
    last: bool
    speaker: Role
    span: Span
    position: float
    turns: int
    before: int | None
    after: int | None

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.span.text


def placed(lines: Sequence[Line]) -> list[Placed]:
    """The sentences of all turns, in order."""
    found: list[Placed] = []
    for turn, line in enumerate(lines):
        told = sentences(line.text)
        position = turn / max(1, len(lines) - 1)
        for place, span in enumerate(told):
            here = len(found)
            found.append(
                Placed(
                    turn,
                    place,
                    place == len(told) - 1,
                    line.speaker,
                    span,
                    position,
                    len(lines),
                    here - 1 if here else None,
                    here + 1,
                )
            )
    return found[:-1] + [found[-1]._replace(after=None)] if found else []


def surroundings(told: Sequence[Placed], seen: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The marks of where each sentence stands: its part of the talk, and what was just said.

    ``seen`` are the marks of the sentences themselves.
    """
    turns: dict[int, list[int]] = {}
    for index, one in enumerate(told):
        turns.setdefault(one.turn, []).append(index)
    return [frozenset(_around(one, told, turns, seen)) for one in told]


def _around(
    one: Placed, told: Sequence[Placed], turns: dict[int, list[int]], seen: Sequence[frozenset[str]]
) -> set[str]:
    found = {f"part:{min(_FIFTHS - 1, int(one.position * _FIFTHS))}"}
    found |= {"opening"} if one.turn < _OPENING else set()
    found |= {"ending"} if one.turn >= one.turns - _ENDING else set()
    found |= {"first"} if one.place == 0 else set()
    found |= {"last"} if one.last else set()
    asked = turns.get(one.turn - 1, [])
    if asked and told[asked[0]].speaker != one.speaker:
        heard = {mark for index in asked[-2:] for mark in seen[index]}
        found |= {f"asked:{mark}" for mark in heard if mark.startswith("cue:ask") or mark == "question"}
        found |= {"asked:short"} if len(told[asked[-1]].text.split()) < _FEW else set()
    if one.place:
        before = seen[turns[one.turn][one.place - 1]]
        found |= {f"before:{mark}" for mark in before if mark.startswith("cue:") or mark == "question"}
    return found
