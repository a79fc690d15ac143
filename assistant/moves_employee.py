"""What the played employee does when the person is the manager."""

import re
from collections.abc import Callable
from typing import Any

from assistant.answering import NAMED, find_answer
from assistant.employee_answers import EmployeeAnswers
from assistant.guideline import guideline
from assistant.moves import Outcome
from assistant.rehearsal_state import Tell, later
from assistant.scenarios import Level

_PUSHES: dict[Level, int] = {"easy": 1, "middle": 1, "hard": 2}
_WALKS_OUT = 6
_YOU = re.compile(
    r"\b(?:jij|je (?:gaat|doet|komt|blijft|schrijft|levert|belt|maakt|stuurt|zorgt)|"
    r"you (?:will|do|send|come))\b",
    re.I,
)
_ANOTHER_MATTER = ("ask_wish", "ask_need", "ask_feedback", "ask_success", "ask_energy", "ask_experience")
_MERE_INTEREST = frozenset({"closed_question", "empathy", "encourage", "feeling"})


class EmployeeTurn(EmployeeAnswers):
    """One turn of the employee: the first rule that applies decides."""

    def decide(self) -> Outcome:
        """The moment after this turn and what to say in it."""
        if self.state.turns_left <= 1:
            return self.say("close", react="goodbye", ends=True, phase="closing")
        rules: tuple[Callable[[], Outcome | None], ...] = (
            self._attack,
            self._closing,
            self._start,
            self._points,
            self._arrangement,
            self._old_agreement,
            self._question,
            self._warmth,
            self._quiet,
        )
        for rule in rules:
            if (outcome := rule()) is not None:
                return outcome
        return self.say("react", react=self._plain())

    # --- what the person does to the relation ---

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

    # --- improvement points ---

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
        if heard.asks and heard.has(*_ANOTHER_MATTER):
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
        change: dict[str, Any] = {"points": points, "pushes": 1, "duties": self.duties(done)}
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
            kind = self.heard.has("empathy", "recognition", "agree")
            react = "agree_to_differ" if pushes >= 3 else "push_soft" if kind else "push_again"
            return self.say("push_back", react=react, pushes=pushes + 1 if pushes < 3 else 0)
        tell = self._admission()
        return self.say("concede", react="concede_open" if tell else "concede", tell=tell, pushes=0)

    def _admission(self) -> Tell | None:
        for objection in self.employee.objections:
            key = f"objection:{objection.topics[0]}"
            if key in self.moment.told and f"{key}:granted" not in self.moment.told:
                return Tell(id=f"{key}:granted", text=objection.admission(self.language))
        return None

    # --- arrangements and the end ---

    def _arrangement(self) -> Outcome | None:
        heard = self.heard
        if heard.has("ask_plan"):
            return self._own_action()
        theirs = heard.has("offer") and not _YOU.search(heard.text)
        if heard.has("ask_consent") and not theirs and later(self.moment.phase, "manager_view"):
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
        settled = moment.phase == "closing" and "ask_experience" in moment.duties
        if settled and heard.has("gratitude") and not heard.asks:
            return self.say("close", react="goodbye", ends=True)
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
        if heard.has("recap") and heard.has("offer", "commitment"):
            return self.say("react", react="confirm_agreements")
        if heard.has("summary", "recap"):
            return self.say("react", react="confirm_summary", duties=self.duties({"summarise"}))
        if heard.has("follow_up") and later(moment.phase, "manager_view"):
            return self.say("react", react="follow_up_ok", duties=self.duties({"plan_follow_up"}))
        return None

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
        if heard.has("open_question") and self._names_something():
            self.moment = self.moment.model_copy(update={"duties": self.duties(duties)})
            return None
        if heard.has("goal", "agenda", "time"):
            return self.say("react", react="agenda_ok", duties=self.duties(duties))
        if self.moment.turn <= 2 and heard.acts <= _MERE_INTEREST and not heard.short:
            return self.say("react", react="settle_how", duties=self.duties({"put_at_ease"}))
        known = heard.has("drink", "how_are_you") or self._topical()
        if self.moment.turn <= 2 and heard.has("open_question") and not known:
            return self.say("react", react="settle_asked", duties=self.duties({"put_at_ease"}))
        if heard.has("greeting", "ease") or (self.moment.turn == 1 and not heard.short and self._plainly()):
            react = (
                "settle_drink"
                if heard.has("drink")
                else "settle_how"
                if heard.has("how_are_you")
                else "settle"
            )
            return self.say("react", react=react, duties=self.duties(duties))
        return None

    def _names_something(self) -> bool:
        """Whether the question is already about an old agreement or a fact: it is answered at once."""
        asked = self.heard.asked.lower()
        agreed = (topic for agreement in self.state.scenario.agreements for topic in agreement.topics)
        told = find_answer(self.employee, self.heard, self.moment, self.level, NAMED)
        return told is not None or any(topic in asked for topic in agreed)

    def _topical(self) -> bool:
        return find_answer(self.employee, self.heard, self.moment, self.level) is not None

    def _plainly(self) -> bool:
        return not self.heard.asks and not self.heard.has("improvement", "off_topic", "vague")

    def _plain(self) -> str:
        if self.heard.has("commitment", "wish"):
            return "heard_plan"
        return "monologue" if self.heard.count > 45 else "neutral"

    def _first(self, key: str) -> bool:
        return self.level == "hard" and key not in self.moment.done

    def _fresh(self, ask: str) -> bool:
        return self.moment.last_ask != ask
