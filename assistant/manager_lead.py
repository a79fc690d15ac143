"""How the played manager leads the review: a reaction, then the next step, phase after phase."""

from typing import Any

from assistant.guideline import PHASES
from assistant.moves import Outcome, Turn
from assistant.reading.heard import Heard
from assistant.rehearsal_state import Moment, State, Tell, after
from assistant.review_steps import Step, next_step
from assistant.scenarios import Manager

_POINT_OPENS = ("point_open", "point_open_known")
_OPENS = ("view_open", "view_open_plain", *_POINT_OPENS)
_ROOM_FOR_A_QUESTION = 26
_A_FEW_WORDS = 8
_ANSWERS = ("unsure", "deflect", "puzzled", "accept_refusal")
_HEARD = (
    "note_need",
    "note_wish",
    "thank_honesty",
    "take_feedback",
    "recognise_success",
    "blamed",
    "empathy",
    "thank_trust",
)


class ManagerLead(Turn):
    """The manager's side of leading a review."""

    def __init__(self, state: State, moment: Moment, heard: Heard) -> None:
        super().__init__(state, moment, heard)
        self.manager: Manager = state.scenario.manager

    def slots(self) -> dict[str, str]:
        """As everywhere, and what was noted just now goes before any other words of the employee."""
        fresh = self.moment.notes[len(self.state.moment.notes) :]
        return {**super().slots(), **({"quote": fresh[-1].quote} if fresh else {})}

    def _lead(self, react: str | None, tell: Tell | None = None, **change: Any) -> Outcome:
        """Reacts, then takes the next step of the review, in the next phase where this one is done."""
        if tell is not None:
            roomy = len(tell.text.split()) <= _ROOM_FOR_A_QUESTION
            criticised = self.heard.has("feedback", "blame")
            ask = "ask_reaction" if self.heard.asks else "ask_rather" if criticised else "ask_reaction_told"
            return self.say("tell", react=react, tell=tell, ask=ask if roomy else None, **change)
        phase = self._called_for()
        while (step := next_step(self.state, self.moment, self.heard, phase)) is None and phase != "closing":
            phase = after(phase)
        if step is None:
            return self.say("close", react="goodbye", ends=True, phase="closing", **change)
        return self._take(step, react, phase, change)

    def _called_for(self) -> str:
        """The phase that the employee's own words have reached, when they are ahead of the manager."""
        phase, heard = self.moment.phase, self.heard
        if heard.has("experience") and phase != "opening" and heard.count > _A_FEW_WORDS:
            return max((phase, "closing"), key=PHASES.index)
        if heard.has("commitment") and heard.has("deadline") and phase in ("deepening", "manager_view"):
            return "forward" if "recognise:0" in self.moment.done else "manager_view"
        return phase

    def _take(self, step: Step, react: str | None, phase: str, change: dict[str, Any]) -> Outcome:
        done = (*self.moment.done, step.id)
        fields = {"phase": phase, "done": done, "duties": self.duties(set(step.duties)), **change}
        if step.tell is not None:
            fields["pushes"] = 0
        return self.say(
            step.move,
            react=self._fitting_react(react, step),
            lead=self._lead_in(react, step),
            tell=step.tell,
            ask=step.ask,
            slots=step.slots,
            **fields,
        )

    def _fitting_react(self, react: str | None, step: Step) -> str | None:
        """A question is answered before a mere opening; a long step leaves room for a short reaction only."""
        if step.react in _OPENS:
            short = step.react in _POINT_OPENS or self.heard.asks
            answers = react in _ANSWERS or (react in _HEARD and short)
            return react if answers else "ack_view" if react in _HEARD else step.react
        if step.react is not None:
            return step.react
        if step.tell is None or len(step.tell.text.split()) <= _ROOM_FOR_A_QUESTION:
            return react
        return "ack_short"

    def _lead_in(self, react: str | None, step: Step) -> str | None:
        """What opens the manager's own view, once what the employee said has been answered."""
        return step.react if step.react in _OPENS and react in _HEARD else None
