"""What the played employee does when the person is the manager."""

from collections.abc import Callable
from typing import Any

from assistant.answering import NAMED, find_answer
from assistant.guideline import guideline
from assistant.moves import Outcome, Turn
from assistant.reading.heard import Heard
from assistant.rehearsal_state import Moment, State, Tell, later
from assistant.scenarios import Employee, Fact, Level

_PUSHES: dict[Level, int] = {"easy": 1, "middle": 1, "hard": 2}
_GUARDS: dict[Level, int] = {"easy": 0, "middle": 1, "hard": 2}
_CLOSED = ("withdrawn", "worried", "defensive")
_WALKS_OUT = 6
_CLOSED_ANSWERS = 3
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


class EmployeeTurn(Turn):
    """One turn of the employee: the first rule that applies decides."""

    def __init__(self, state: State, moment: Moment, heard: Heard) -> None:
        super().__init__(state, moment, heard)
        self.employee: Employee = state.scenario.employee

    def decide(self) -> Outcome:
        """The moment after this turn and what to say in it."""
        if self.state.turns_left <= 1:
            return self.say("close", react="goodbye", ends=True, phase="closing")
        rules: tuple[Callable[[], Outcome | None], ...] = (
            self._attack, self._closing, self._start, self._points, self._arrangement, self._old_agreement,
            self._question, self._warmth, self._quiet,
        )  # fmt: skip
        for rule in rules:
            if (outcome := rule()) is not None:
                return outcome
        return self.say("react", react=self._plain())

    # --- what the person does to the relation ---------------------------------------------------

    def _attack(self) -> Outcome | None:
        heard = self.heard
        if heard.has("injection"):
            return self.say("keep_role", react="puzzled")
        if heard.has("hostile"):
            count = self.moment.hostile + 1
            if count >= _WALKS_OUT:
                return self.say("close", react="walk_out", ends=True, phase="closing", hostile=count)
            return self.say("boundary", react="hurt" if count < 3 else "firm", hostile=count)
        if heard.has("private_probe") and heard.asks:
            return self.say("boundary", react="private")
        if heard.has("blame"):
            return self.say("push_back", react="blamed", ask="ask_when" if self._fresh("ask_when") else None)
        return None

    def _warmth(self) -> Outcome | None:
        if self.heard.has("room"):
            return self._after_silence()
        if self.heard.has("empathy") and self.moment.turn > 1:
            return self._with_more("felt")
        if self.heard.has("recognition") and self.moment.turn > 1:
            return self._with_more("thanks")
        return None

    def _with_more(self, react: str) -> Outcome:
        """Warmth opens the door: what lies near and is earned by it comes out."""
        answer = find_answer(self.employee, self.heard, self.moment, self.level)
        near = self.fact(self.moment.near[-1]) if self.moment.near else None
        fact = answer.fact if answer and answer.earned and answer.fact.hidden else None
        if fact is None and near and near.id not in self.moment.told and self.may_hear(near):
            fact = near
        return self.tell(fact, react) if fact else self.say("react", react=react)

    # --- improvement points ----------------------------------------------------------------------

    def _points(self) -> Outcome | None:
        heard, moment = self.heard, self.moment
        if heard.has("improvement") and not heard.has("ask_plan", "summary"):
            return self._new_point()
        if (
            heard.asks
            and (answer := find_answer(self.employee, heard, moment, self.level, NAMED))
            and answer.earned
        ):
            return None
        if (
            moment.last_move == "push_back"
            and moment.pushes
            and not heard.has("offer", "ask_plan", "propose")
        ):
            return self._held_point()
        return None

    def _new_point(self) -> Outcome:
        points = self.moment.points + 1
        done = {"points_with_examples"} if self.heard.has("example") else set()
        change = {"points": points, "pushes": 1, "duties": self.duties(done)}
        if points > guideline().improvement_points.at_most:
            return self.say("push_back", react="too_many", **change)
        objection = next((o for o in self.employee.objections if self.near(o.topics)), None)
        key = f"objection:{objection.topics[0]}" if objection else ""
        if objection and key not in self.moment.told:
            tell = Tell(id=key, text=objection.text(self.language))
            return self.say("push_back", react="push_open", tell=tell, **change)
        if not self.heard.has("example"):
            return self.say("push_back", react="push_plain", ask="ask_when", **change)
        return self.say("push_back", react="push_example", **change)

    def _held_point(self) -> Outcome:
        """The person insists or listens: after enough of it the employee meets them, never sooner."""
        pushes = self.moment.pushes
        soft = self.heard.has("recognition", "empathy", "open_question", "example", "recognise_q")
        enough = _PUSHES[self.level] + (self.employee.temperament == "defensive" and self.level != "easy")
        if pushes < enough or (self.level != "easy" and not soft):
            react = "push_again" if pushes < 3 else "agree_to_differ"
            return self.say("push_back", react=react, pushes=pushes + 1 if pushes < 3 else 0)
        tell = self._admission()
        return self.say("concede", react="concede_open" if tell else "concede", tell=tell, pushes=0)

    def _admission(self) -> Tell | None:
        for objection in self.employee.objections:
            key = f"objection:{objection.topics[0]}"
            if key in self.moment.told and f"{key}:granted" not in self.moment.told:
                return Tell(id=f"{key}:granted", text=objection.admission(self.language))
        return None

    # --- arrangements and the end ------------------------------------------------------------------

    def _arrangement(self) -> Outcome | None:
        heard = self.heard
        if heard.has("ask_plan"):
            return self._own_action()
        if heard.has("ask_consent") and later(self.moment.phase, "manager_view"):
            return self.say("react", react="consent_hard" if self._first("consent_hard") else "consent")
        if heard.has("offer") and later(self.moment.phase, "look_back"):
            return self.say("react", react="offer_welcome", duties=self.duties({"manager_acts"}))
        if heard.has("propose") and later(self.moment.phase, "look_back"):
            if not heard.has("deadline"):
                return self.say(
                    "ask", react="accept_careful", ask="ask_due" if self._fresh("ask_due") else None
                )
            return self.say("react", react="consent", duties=self.duties({"smart"}))
        return None

    def _own_action(self) -> Outcome:
        if self._first("hesitate"):
            return self.say("guard", react="hesitate", done=(*self.moment.done, "hesitate"))
        if tell := self._next_offer():
            react = "offer_welcome_short" if self.heard.has("offer") else "offer_open"
            return self.say("offer", react=react, tell=tell, duties=self.duties({"employee_acts"}))
        return self.say("react", react="no_more_offers")

    def _closing(self) -> Outcome | None:
        heard, moment = self.heard, self.moment
        if heard.has("farewell", "wrap_up") and moment.turn > 2:
            return self.say("close", react="goodbye", ends=True, phase="closing")
        if heard.has("ask_experience"):
            mood = (
                "experience_good"
                if moment.trust >= 4
                else "experience_mixed"
                if moment.trust > 0
                else "experience_bad"
            )
            return self.say("close", react=mood, phase="closing", duties=self.duties({"ask_experience"}))
        if heard.has("summary") and later(moment.phase, "employee_view"):
            return self.say("react", react="confirm_agreements", duties=self.duties({"summarise_agreements"}))
        if heard.has("summary"):
            return self.say("react", react="confirm_summary", duties=self.duties({"summarise"}))
        if heard.has("follow_up") and later(moment.phase, "manager_view"):
            return self.say("react", react="follow_up_ok", duties=self.duties({"plan_follow_up"}))
        return None

    # --- questions -------------------------------------------------------------------------------------

    def _old_agreement(self) -> Outcome | None:
        scenario, moment = self.state.scenario, self.moment
        if self.heard.has("ask_cause", "ask_further") and moment.phase == "look_back":
            for number, agreement in enumerate(scenario.agreements):
                if moment.last_told == f"agreement:{number}" and f"why:{number}" not in moment.told:
                    why = agreement.why if self.language == "nl" else agreement.why_en
                    return self.say(
                        "tell", tell=Tell(id=f"why:{number}", text=why), duties=self.duties({"why_not"})
                    )
        named = any(self.near(agreement.topics) for agreement in scenario.agreements)
        if self.heard.has("look_back") or (named and moment.phase == "look_back"):
            return self._agreement("opener")
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
        return self.say("tell", react=react, tell=tell, duties=self.duties({"earlier_agreements"}))

    def _question(self) -> Outcome | None:
        heard, moment = self.heard, self.moment
        if not heard.asks and not heard.has("silence"):
            return None
        if heard.has("silence"):
            return self._after_silence()
        if heard.has("ask_example", "ask_further") and not heard.has(*_POINTED) and (detail := self.detail()):
            return detail
        answer = find_answer(self.employee, heard, moment, self.level)
        react = self._warm_word()
        if answer is None:
            return self._unanswered(react)
        if not answer.earned:
            return self.say("deflect", react="deflect", near=(*moment.near, answer.fact.id))
        if heard.has("closed_question") and not heard.has("open_question") and self._keeps_short():
            return self._short_answer(near=(*moment.near, answer.fact.id))
        if not answer.fact.hidden and self._guards():
            near = (*moment.near, answer.fact.id)
            return self.say("guard", react="guarded", guarded=moment.guarded + 1, near=near)
        return self.tell(answer.fact, react)

    def _unanswered(self, react: str | None) -> Outcome:
        if (detail := self.detail()) and self.heard.has("open_question"):
            return detail
        if self.heard.has("off_topic"):
            return self.say("react", react="off_topic")
        if not self.heard.has("open_question"):
            return self._short_answer()
        if self.heard.has("recognise_q"):
            return self.say("react", react="see_that")
        return self.say("react", react="no_more")

    def _short_answer(self, **change: Any) -> Outcome:
        """A closed question gets a closed answer; after a few of them the employee moves the talk on."""
        dry = self.moment.dry + 1
        if dry < _CLOSED_ANSWERS or self.moment.phase == "closing":
            return self.say("guard", react="short_answer", dry=dry, **change)
        ask = f"bridge_{self.moment.phase}"
        return self.say("bridge", react="short_answer", ask=ask, bridge=True, **change)

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

    def _start(self) -> Outcome | None:
        heard = self.heard
        duties = {
            duty
            for act, duty in {
                "ease": "put_at_ease",
                "goal": "name_goal",
                "agenda": "agenda",
                "time": "time",
            }.items()
            if heard.has(act)
        }
        if self.moment.phase != "opening":
            return None
        if heard.has("goal", "agenda", "time"):
            return self.say("react", react="agenda_ok", duties=self.duties(duties))
        if heard.has("greeting", "ease") or (self.moment.turn == 1 and not heard.short and self._plainly()):
            return self.say("react", react="settle", duties=self.duties(duties))
        return None

    def _plainly(self) -> bool:
        return not self.heard.asks and not self.heard.has("improvement", "off_topic", "vague")

    # --- helpers ----------------------------------------------------------------------------------------

    def _plain(self) -> str:
        if self.heard.has("commitment", "wish"):
            return "heard_plan"
        return "monologue" if self.heard.count > 45 else "neutral"

    def _warm_word(self) -> str:
        if self.heard.has("empathy"):
            return "felt_short"
        return "thanks_short" if self.heard.has("recognition") else "opener"

    def _guards(self) -> bool:
        shy = self.employee.temperament in _CLOSED and self.moment.trust < 3
        return shy and self.moment.guarded < _GUARDS[self.level] and later(self.moment.phase, "look_back")

    def _keeps_short(self) -> bool:
        return self.level != "easy" and self.employee.temperament in _CLOSED

    def _first(self, key: str) -> bool:
        return self.level == "hard" and key not in self.moment.done

    def _fresh(self, ask: str) -> bool:
        return self.moment.last_ask != ask

    def _next_offer(self) -> Tell | None:
        for number, offer in enumerate(self.employee.offers):
            if f"offer:{number}" not in self.moment.told:
                return Tell(id=f"offer:{number}", text=offer.text(self.language))
        return None
