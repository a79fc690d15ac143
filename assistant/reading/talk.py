"""A whole conversation read: what every sentence does, who told what first, and where each phase begins."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from assistant.guideline import PHASES, Role
from assistant.reading.learned import Read, read
from assistant.reading.text import words
from assistant.transcripts import Line

_ANSWER = 6  # words; a shorter answer to "hoe gaat het" is a greeting
_TOLD = 12  # words; an unasked turn of this length with an opinion is a view
_LATE = 0.75  # of the turns; what is asked after this is about the talk itself
_VIEW_ASKED = ("ask_view", "ask_success", "ask_difficulty")
_JUDGES = ("recognition", "improvement")
_PLANS = ("smart", "loose")


class Quote(NamedTuple):
    """A verbatim piece of a turn."""

    turn: int
    text: str


class Talk:
    """The sentences of a conversation with what they do."""

    def __init__(self, lines: Sequence[Line], told: Sequence[Read] | None = None) -> None:
        """``told`` is what has been read already; else it is read here."""
        self.lines = list(lines)
        self.told = read(self.lines) if told is None else list(told)

    def find(
        self, act: str, speaker: Role | None = None, start: int = 0, end: int | None = None
    ) -> list[Read]:
        """Every sentence that does this, by one speaker or either, from turn ``start`` up to ``end``."""
        stop = len(self.lines) if end is None else end
        return [
            one
            for one in self.told
            if one.does(act) and speaker in (None, one.placed.speaker) and start <= one.placed.turn < stop
        ]

    def quotes(
        self, act: str, speaker: Role | None = None, start: int = 0, end: int | None = None
    ) -> list[Quote]:
        """The words of those sentences."""
        return [quote(one) for one in self.find(act, speaker, start, end)]

    def turn(self, number: int) -> list[Read]:
        """The sentences of one turn."""
        return [one for one in self.told if one.placed.turn == number]

    @cached_property
    def view(self) -> int | None:
        """The first turn in which the employee tells how the period was; None when they never do.

        They were asked and say more than a greeting, or they say at some length what went well or was hard.
        """
        for number, line in enumerate(self.lines):
            size = len(words(line.text))
            if line.speaker != "employee" or number > len(self.lines) * _LATE:
                continue
            asked = number and self._does(number - 1, _VIEW_ASKED)
            told = self._does(number, ("view", "success", "difficulty"))
            back = number and self._does(number - 1, ("look_back",))
            if asked and size >= _ANSWER or told and not back and size >= _TOLD:
                return number
        return None

    @cached_property
    def forward(self) -> int:
        """The turn from which they make agreements; the number of turns when they never do."""
        start = 0 if self.view is None else self.view + 1
        planned = [one for act in (*_PLANS, "ask_agreement") for one in self.find(act, start=start)]
        return min((one.placed.turn for one in planned), default=len(self.lines))

    @cached_property
    def agreements(self) -> list[Read]:
        """The sentences in which something is agreed, in order."""
        return [one for one in self.told if any(one.does(act) for act in _PLANS)]

    @cached_property
    def closing(self) -> int:
        """The turn in which the closing begins; the number of turns when it never does."""
        late = [
            one
            for act in ("summary", "ask_experience", "follow_up")
            for one in self.find(act, None, self.forward + 1)
        ]
        return min((one.placed.turn for one in late), default=len(self.lines))

    @cached_property
    def phases(self) -> list[str]:
        """The phase of every turn, in order; what the transcript says itself goes first."""
        given = [line.phase for line in self.lines]
        if all(phase in PHASES for phase in given):
            return [str(phase) for phase in given]
        begins = list(self._begins())
        return [[phase for start, phase in begins if start <= turn][-1] for turn in range(len(self.lines))]

    def _begins(self) -> Iterator[tuple[int, str]]:
        """The turn at which each phase that occurs begins; a phase never begins before the one before it."""
        end = len(self.lines)
        view = end if self.view is None else self.view
        asked = view - 1 if view and view < end and self._does(view - 1, _VIEW_ASKED) else view
        back = next((one.placed.turn for one in self.find("look_back", end=asked)), end)
        judged = [
            one.placed.turn
            for act in (*_JUDGES, "manager_view")
            for one in self.find(act, "manager", view + 1)
        ]
        marks = [0, back, asked, view + 1, min(judged, default=end), self.forward, self.closing]
        latest = 0
        for phase, mark in zip(PHASES, marks, strict=True):
            later = [other for other in marks[PHASES.index(phase) + 1 :] if other < end]
            if mark < end and mark >= latest and not (phase != "opening" and later and min(later) <= mark):
                latest = mark
                yield mark, phase

    def _does(self, turn: int, acts: Sequence[str]) -> bool:
        return any(one.does(act) for one in self.turn(turn) for act in acts)


def quote(one: Read) -> Quote:
    """The words of a sentence."""
    return Quote(one.placed.turn, one.placed.text)
