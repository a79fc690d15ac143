"""What the played employee answers: questions, silences, and a talk that has run dry."""

from typing import Any

from assistant.answering import TRUST_NEEDED, find_answer, names, told_about
from assistant.moves import Outcome, Turn
from assistant.phases import asks_on
from assistant.reading.heard import Heard
from assistant.reading.yes_no import short_answer
from assistant.rehearsal_state import Moment, State, Tell, later
from assistant.scenarios import Employee, Fact, Level

_GUARDS: dict[Level, int] = {"easy": 0, "middle": 1, "hard": 2}
_CLOSED = ("withdrawn", "worried", "defensive")
_CLOSED_ANSWERS = 3
_ON_THE_YEAR = frozenset({"view", "success", "hard", "energy", "wish", "future"})
_POINTED = (
    "ask_need",
    "ask_feedback",
    "ask_wish",
    "ask_success",
    "ask_hard",
    "ask_team",
    "ask_energy",
    "ask_workload",
)


class EmployeeAnswers(Turn):
    """The employee's side of question and answer."""

    def __init__(self, state: State, moment: Moment, heard: Heard) -> None:
        super().__init__(state, moment, heard)
        self.employee: Employee = state.scenario.employee

    def tell(self, fact: Fact, react: str | None, ask: str | None = None) -> Outcome:
        """Tells a fact; how the year was takes the talk from the old agreements to the employee's view."""
        tell = Tell(id=fact.id, text=fact.text(self.language))
        phase = self.moment.phase
        if not later(phase, "look_back") and _ON_THE_YEAR.intersection(fact.about):
            phase = "employee_view"
        return self.say("tell", react=react, ask=ask, tell=tell, phase=phase)

    def _old_agreement(self) -> Outcome | None:
        scenario, moment = self.state.scenario, self.moment
        if asks_on(moment, self.heard) and (reason := self._reason()):
            return reason
        named = any(self.near(agreement.topics) for agreement in scenario.agreements)
        if self.heard.has("look_back") or (named and not later(moment.phase, "look_back")):
            return self._agreement("opener")
        return None

    def _reason(self) -> Outcome | None:
        """Why it went so with the agreement that was told last."""
        for number, agreement in enumerate(self.state.scenario.agreements):
            if self.moment.last_told == f"agreement:{number}" and f"why:{number}" not in self.moment.told:
                why = agreement.why if self.language == "nl" else agreement.why_en
                tell = Tell(id=f"why:{number}", text=why)
                return self.say("tell", tell=tell, duties=self.duties({"why_not"}))
        return None

    def _agreement(self, react: str) -> Outcome | None:
        """What came of an agreement of last year, the one that is named or else the first."""
        agreements = self.state.scenario.agreements
        untold = [n for n in range(len(agreements)) if f"agreement:{n}" not in self.moment.told]
        number = next((n for n in untold if self.near(agreements[n].topics)), untold[0] if untold else None)
        if number is None:
            return None
        told = agreements[number].told if self.language == "nl" else agreements[number].told_en
        tell = Tell(id=f"agreement:{number}", text=told)
        phase = "look_back" if self.moment.phase == "opening" else self.moment.phase
        duties = self.duties({"earlier_agreements"})
        return self.say("tell", react=react, tell=tell, duties=duties, phase=phase)

    def _question(self) -> Outcome | None:
        heard, moment = self.heard, self.moment
        if not heard.asks and not heard.has("silence"):
            return None
        if heard.has("silence"):
            return self._after_silence()
        pointed = heard.has(*_POINTED) or self._names_untold()
        if heard.has("ask_example", "ask_further") and not pointed and (detail := self.detail()):
            return detail
        answer = find_answer(self.employee, heard, moment, self.level)
        react = self._warm_word()
        if answer is None:
            return self._unanswered(react)
        if not answer.earned:
            return self.say("deflect", react="deflect", near=(*moment.near, answer.fact.id))
        confides = answer.fact.hidden and moment.trust >= TRUST_NEEDED[self.level]
        if not heard.has("open_question") and self._keeps_short() and not confides:
            return self._short_answer(near=(*moment.near, answer.fact.id))
        if not answer.fact.hidden and self._guards():
            near = (*moment.near, answer.fact.id)
            return self.say("guard", react=self._guarded(), guarded=moment.guarded + 1, near=near)
        return self.tell(answer.fact, react)

    def _names_untold(self) -> bool:
        told = self.moment.told
        return any(fact.id not in told and names(fact, self.heard.asked) for fact in self.employee.facts)

    def _unanswered(self, react: str | None) -> Outcome:
        if named := self.named_detail():
            return named
        if self.heard.has("off_topic"):
            return self.say("react", react="off_topic")
        if self.heard.has("recognise_q"):
            return self.say("react", react="see_that")
        if not self.heard.has("open_question"):
            return self._short_answer()
        more = self.detail() or (self._reason() if self.moment.last_move == "tell" else None)
        return more or self._held_back(react) or self._nothing_new()

    def _held_back(self, react: str | None) -> Outcome | None:
        """What was just kept back, when the other asks on instead of letting it go."""
        near = self.fact(self.moment.near[-1]) if self.moment.near else None
        if near is None or near.id in self.moment.told or self.moment.last_move not in ("guard", "deflect"):
            return None
        return self.tell(near, react) if self.may_hear(near) else None

    def _nothing_new(self) -> Outcome:
        if told_about(self.employee, self.heard, self.moment):
            return self.say("react", react="said_before")
        follows = self.moment.last_move in ("tell", "detail")
        return self.say("react", react="no_more" if follows else "no_idea")

    def _short_answer(self, **change: Any) -> Outcome:
        """A closed question gets a closed answer; after a few of them the employee moves the talk on."""
        dry, react = self.moment.dry + 1, short_answer(self.heard.text)
        if dry < _CLOSED_ANSWERS or self.moment.phase == "closing":
            return self.say("guard", react=react, dry=dry, **change)
        ask = f"bridge_{self.moment.phase}"
        return self.say("bridge", react=react, ask=ask, bridge=True, **change)

    def _after_silence(self) -> Outcome:
        moment = self.moment
        following = [fact.id for fact in self.employee.facts if fact.after == moment.last_told]
        patient = [fact.id for fact in self.employee.facts if "silence" in fact.unlock]
        for fact_id in (*following, *reversed(moment.near), *patient):
            fact = self.fact(fact_id)
            if fact and fact_id not in moment.told and (not fact.hidden or self.may_hear(fact)):
                return self.tell(fact, "after_silence")
        return self.detail("after_silence") or self._quiet() or self.say("wait", react="quiet")

    def _quiet(self) -> Outcome | None:
        """Nothing to hold on to: wait first, then bring something up or move the talk on."""
        heard = self.heard
        if heard.has("off_topic"):
            return self.say("react", react="off_topic", dry=self.moment.dry + 1)
        thin = heard.short or heard.has("silence", "vague", "unknown") or not heard.acts
        if not thin:
            return None
        dry = self.moment.dry + 1
        if dry < 2:
            if self.employee.temperament in ("open", "talkative") and (detail := self.detail()):
                return detail
            react = "quiet" if heard.short or heard.has("silence") else "vague"
            return self.say("wait", react=react, dry=dry)
        return self._initiative()

    def _initiative(self) -> Outcome:
        """The talk has run dry: the employee takes the next step themself, in their own interest."""
        told = {fact.id for fact in self.employee.facts if fact.id in self.moment.told}
        fresh = [f for f in self.employee.facts if not f.hidden and f.id not in told]
        if self.moment.phase == "look_back" and (agreement := self._agreement("bring_up")):
            return agreement
        if self.moment.phase == "employee_view" and fresh and self.moment.phase_turn < 4:
            return self.tell(fresh[0], "bring_up")
        if self.moment.phase == "forward" and (offer := self._next_offer()):
            return self.say(
                "offer", react="offer_self", tell=offer, duties=self.duties({"employee_acts"}), dry=0
            )
        if self.moment.phase == "closing":
            return self.say("close", react="goodbye", ends=True)
        return self.say("bridge", ask=f"bridge_{self.moment.phase}", dry=0, bridge=True)

    def _warm_word(self) -> str:
        if self.heard.has("empathy"):
            return "felt_short"
        return "thanks_short" if self.heard.has("recognition") else "opener"

    def _guards(self) -> bool:
        shy = self.employee.temperament in _CLOSED and self.moment.trust < 3
        return shy and self.moment.guarded < _GUARDS[self.level] and later(self.moment.phase, "look_back")

    def _guarded(self) -> str:
        if self.heard.has("ask_hard", "ask_cause", "ask_workload", "ask_team"):
            return "guarded_hard"
        return "guarded" if self.heard.has("ask_view", "ask_energy") else "guarded_other"

    def _keeps_short(self) -> bool:
        return self.level != "easy" and self.employee.temperament in _CLOSED

    def _next_offer(self) -> Tell | None:
        for number, offer in enumerate(self.employee.offers):
            if f"offer:{number}" not in self.moment.told:
                return Tell(id=f"offer:{number}", text=offer.text(self.language))
        return None
