"""A whole conversation read in context: what was asked before each turn, where each phase begins."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.guideline import PHASES, Role
from assistant.reading.acted import acts_of
from assistant.reading.commitments import Agreement, find_agreements, planned_follow_ups
from assistant.reading.learned import means
from assistant.reading.points import Quote
from assistant.reading.text import sentences, words
from assistant.reading.turns import Act, is_question, says
from assistant.transcripts import Line

_SMALL_TALK = 6  # words; a shorter answer to "hoe gaat het" is a greeting
_TOLD = 12  # words; an unasked turn of this length with an opinion is a view
_EARLY = 0.4  # of the turns; agreements do not come before
_LATE = 0.75  # of the turns; what is said or asked after this is about the talk, a farewell


class Talk:
    """The acts of every turn, with what a single turn cannot tell."""

    def __init__(self, lines: Sequence[Line], about: Role | None = None) -> None:
        """Reads the turns; those of the person whom it is ``about`` most thoroughly."""
        self.lines = list(lines)
        self.acts: list[list[Act]] = []
        for turn, line in enumerate(self.lines):
            self.acts.append(
                acts_of(line.text, line.speaker, self.asked(turn), about in (None, line.speaker))
            )

    def turns_of(self, speaker: Role, start: int = 0, end: int | None = None) -> list[int]:
        """The turns of one speaker, from ``start`` up to ``end``."""
        stop = len(self.lines) if end is None else min(end, len(self.lines))
        return [turn for turn in range(start, stop) if self.lines[turn].speaker == speaker]

    def find(self, kind: str, speaker: Role, start: int = 0, end: int | None = None) -> list[tuple[int, Act]]:
        """Every act of a kind by one speaker."""
        return [
            (turn, act)
            for turn in self.turns_of(speaker, start, end)
            for act in self.acts[turn]
            if act.kind == kind
        ]

    def quotes(self, kind: str, speaker: Role, start: int = 0, end: int | None = None) -> list[Quote]:
        """The words of every act of a kind by one speaker."""
        return [Quote(turn, act.quote.strip()) for turn, act in self.find(kind, speaker, start, end)]

    def asked(self, turn: int) -> frozenset[str]:
        """What the other asked in the turn just before this one."""
        if turn == 0 or self.lines[turn - 1].speaker == self.lines[turn].speaker:
            return frozenset()
        return frozenset(act.kind for act in self.acts[turn - 1] if act.kind.startswith("ask_"))

    def answers(self, turn: int, kind: str, length: int = 4) -> bool:
        """Whether an employee's turn answers such a question with more than "niks" or "weet niet"."""
        text = self.lines[turn].text
        if kind not in self.asked(turn) or len(words(text)) < length:
            return False
        first = sentences(text)[0].text
        nothing = says("denial", first) or means("denial", first, "employee")
        return not nothing and not (says("dont_know", first) and len(words(text)) < 12)

    @cached_property
    def view_asked(self) -> tuple[int, int] | None:
        """Where (turn, character) the manager asks for the employee's view and gets one."""
        size = len(self.lines)
        for turn, act in self.find("ask_view", "manager"):
            about_talk = turn > size * _LATE or turn > size // 2 and says("talk_itself", act.quote)
            if turn + 1 >= len(self.lines) or self._asks_back(turn, act) or about_talk:
                continue
            if len(words(self.lines[turn + 1].text)) >= _SMALL_TALK:
                return turn, act.start
        return None

    def asks_experience(self, start: int) -> list[Quote]:
        """Questions of the manager, from a turn on, how the employee found the talk."""
        asked = self.quotes("open_question", "manager", start) + self.quotes(
            "closed_question", "manager", start
        )
        exact = self.quotes("ask_experience", "manager", start)
        loose = (quote for quote in asked if says("experience_loose", quote.text))
        return exact or [quote for quote in loose if not planned_follow_ups(quote.text)]

    @cached_property
    def view(self) -> int | None:
        """The first turn in which the employee tells how the period was; None when they never do."""
        if self.view_asked:
            return self.view_asked[0] + 1
        for turn in self.turns_of("employee", 1):
            asked = any(act.kind == "open_question" for act in self.acts[turn - 1])
            told = asked or {"success", "difficulty"} & {act.kind for act in self.acts[turn]}
            if told and not self.looks_back(turn - 1) and len(words(self.lines[turn].text)) >= _TOLD:
                return turn
        return None

    @cached_property
    def forward(self) -> int:
        """The turn from which they make agreements; the number of turns when they never do.

        Before the manager has given a view, "ik schrijf het maandag op" tells how things go, and
        "hoe ga je daarmee om" asks for it.
        """
        size = len(self.lines)
        start = max((self.view + 1) if self.view is not None else 0, self._plans_from)
        asked = [turn for turn, _ in self.find("ask_agreement", "manager", start)]
        made = [item.turn for item in find_agreements(self.lines, start, size) if item.dated]
        later = find_agreements(self.lines, max(start, size // 2), max(start, size // 2))
        meant = [item.turn for item in later if says("intention", item.quote) and item.speaker in item.actors]
        return min([*asked, *made, *meant], default=size)

    @property
    def _plans_from(self) -> int:
        """The first turn in which an agreement can be expected."""
        size = len(self.lines)
        own = (turn for turn in self.turns_of("manager", (self.view or 0) + 1) if self._judges(turn))
        given = next(own, 0)
        return max(int(size * _EARLY), given if given < size * _LATE else 0)

    def _judges(self, turn: int) -> bool:
        return any(act.kind in {"recognition", "improvement"} for act in self.acts[turn])

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The agreements, in the order in which they were made."""
        start = (self.view + 1) if self.view is not None else 0
        return find_agreements(self.lines, min(start, self.forward), self.forward)

    @cached_property
    def closing(self) -> int:
        """The turn in which the closing begins; the number of turns when it never does."""
        last_made = self.forward + 1
        marks = self.find("summary", "manager", last_made) + self.find("ask_experience", "manager", last_made)
        follow_up = [turn for turn in range(last_made, len(self.lines)) if self._plans_to_meet(turn)]
        return min([*(turn for turn, _ in marks), *follow_up], default=len(self.lines))

    def looks_back(self, turn: int) -> bool:
        """Whether a turn goes into earlier agreements, more than naming them in the agenda."""
        quotes = [act.quote for act in self.acts[turn] if act.kind == "look_back"]
        asks = any(says("look_back_question", s.text) for s in sentences(self.lines[turn].text))
        early = turn <= len(self.lines) // 2
        if (
            early
            and asks
            and self.lines[turn].speaker == "manager"
            and self._names_plans(turn)
        ):
            return True
        real = [quote for quote in quotes if asks or not says("agenda", quote) and not says("goal", quote)]
        if self.lines[turn].speaker == "employee":
            return any(says("look_back_own", quote) for quote in real)
        return bool(real) and (asks or any(says("look_back_content", quote) for quote in real))

    def _names_plans(self, turn: int) -> bool:
        """Whether a turn states what somebody would do, or points at an earlier time."""
        text = self.lines[turn].text
        stated = (found.text for found in sentences(text) if not is_question(found.text))
        return says("past_reference", text) or any(says("look_back_content", told) for told in stated)

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
        view = self.view if self.view is not None else end
        asked = max(view - 1, 0) if self.view_asked else view
        back = next((turn for turn in range(min(asked + 1, end)) if self.looks_back(turn)), end)
        own = [turn for turn in self.turns_of("manager", view + 1) if self._gives_view(turn)]
        marks = [0, back, asked, view + 1, min(own, default=end), self.forward, self.closing]
        latest = 0
        for phase, mark in zip(PHASES, marks, strict=True):
            later = [other for other in marks[PHASES.index(phase) + 1 :] if other < end]
            if mark < end and mark >= latest and not (phase != "opening" and later and min(later) <= mark):
                latest = mark
                yield mark, phase

    def _gives_view(self, turn: int) -> bool:
        return any(act.kind in {"recognition", "improvement", "manager_view"} for act in self.acts[turn])

    def _plans_to_meet(self, turn: int) -> bool:
        return bool(planned_follow_ups(self.lines[turn].text))

    def _asks_back(self, turn: int, act: Act) -> bool:
        """Whether "hoe is dat gegaan" asks about an earlier agreement, not about the period."""
        period = says("period_question", act.quote) and not says("refers_back", act.quote)
        return self.looks_back(turn) and not period
