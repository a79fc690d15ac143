"""What the played manager does when the person is the employee: react, then lead on."""

from assistant.answering import NAMED, find_answer, names
from assistant.guideline import PHASES
from assistant.manager_lead import ManagerLead
from assistant.moves import Outcome
from assistant.rehearsal_state import Tell
from assistant.scenarios import About, Level, Point

_HOLDS: dict[Level, int] = {"easy": 0, "middle": 1, "hard": 2}
_WALKS_OUT = 6
_YES_NO = frozenset(
    {
        "add_item",
        "ask_right",
        "ask_consent",
        "ask_ok",
        "how_sit",
        "ask_reaction",
        "ask_experience",
    }
)
_THIN = 8
_MAKES_A_POINT = ("state_point", "push_back")
_A_STORY = 8
_BRINGS_UP = ("wish", "need", "feedback", "blame", "hard", "disagree")
"""Statements that the manager may have something to say to."""
_MINE_TO_GIVE = frozenset({"need", "wish", "future"})
_ON_ME = frozenset({"feedback", "view"})
_MERE_YES = 15
"""Words up to which "prima" or "klopt" is the gist of a turn."""
_OWN_FEELING = 14


class ManagerTurn(ManagerLead):
    """One turn of the manager: an answer to what was said, then the next step of the review."""

    def decide(self) -> Outcome:
        """The moment after this turn and what to say in it."""
        for rule in (self._end, self._attack, self._strained, self._thin, self._protest, self._own_question):
            if (outcome := rule()) is not None:
                return outcome
        return self._lead(self._reaction())

    def lead_on(self) -> Outcome:
        """The next step, without anything to react to."""
        return self._lead("move_on")

    # --- the relation ---

    def _attack(self) -> Outcome | None:
        if self.heard.has("injection"):
            return self._lead("puzzled")
        if not self.heard.has("hostile"):
            return None
        count = self.moment.hostile + 1
        if count >= _WALKS_OUT:
            return self.say("close", react="reschedule", ends=True, phase="closing", hostile=count)
        if count % 2:
            return self.say(
                "boundary", react="stay_calm", ask="ask_what_wrong" if count < 4 else None, hostile=count
            )
        return self._lead("stay_calm", hostile=count)

    def _end(self) -> Outcome | None:
        finished = self.moment.phase == "closing" and "follow_up" in self.moment.done
        leaves = self.heard.has("farewell") and self.moment.turn > 2 and self.heard.count < 8
        if finished or leaves or self.state.turns_left <= 1:
            return self.say(
                "close", react="goodbye" if finished else "goodbye_early", ends=True, phase="closing"
            )
        return None

    def _strained(self) -> Outcome | None:
        """Who says that they cannot go on is asked about it first, however little time there is."""
        if not self.heard.has("strain") or self.heard.asks or "strain" in self.moment.done:
            return None
        done = (*self.moment.done, "strain")
        return self.say("react", react="strained", ask="ask_strain", done=done)

    # --- little to go on ---

    def _thin(self) -> Outcome | None:
        heard, moment = self.heard, self.moment
        thin = (heard.has("silence", "unknown", "vague") and heard.count <= _THIN) or (
            heard.short and not heard.has("greeting")
        )
        if not thin or heard.asks or heard.has("feeling"):
            return None
        if moment.last_ask in _YES_NO and not heard.has("silence", "unknown"):
            return self._yes_or_no()
        dry = moment.dry + 1
        if dry % 2 and moment.last_ask and self._patient():
            react = "give_room" if heard.has("silence") else "no_hurry" if heard.has("unknown") else "probe"
            return self.say("wait", react=react, ask=moment.last_ask, dry=dry)
        return self._lead("move_on", dry=dry)

    def _patient(self) -> bool:
        return self.manager.temperament != "hurried" and self.state.turns_left > 8

    def _yes_or_no(self) -> Outcome:
        refuses = self.heard.text.lower().lstrip().startswith(("nee", "no", "niet"))
        if refuses and self.moment.last_ask == "ask_consent":
            return self.say("react", react="no_consent", ask="ask_what_works")
        if refuses and self.moment.last_ask == "ask_right":
            return self.say("react", react="correct_me", ask="ask_how_then")
        return self._lead("short_ok")

    # --- an improvement point under discussion ---

    def _protest(self) -> Outcome | None:
        point, heard = self._point(), self.heard
        objects = heard.has("disagree") or (
            self.moment.last_move in _MAKES_A_POINT and heard.has("counter") and not heard.has("feedback")
        )
        if point is None or not objects:
            return None
        pushes = self.moment.pushes
        patient = _HOLDS[self.level] + (self.manager.temperament == "critic" and self.level != "easy")
        if pushes >= min(patient, 2) and (heard.has("example") or pushes or self.level == "easy"):
            tell = Tell(id=self._point_id("granted"), text=point.admission(self.language))
            if tell.id in self.moment.told:
                return None
            return self.say("concede", react="concede", tell=tell, ask="ask_from_here", pushes=0)
        if pushes == 0:
            tell = Tell(id=self._point_id("held"), text=point.insistence(self.language))
            if tell.id not in self.moment.told:
                return self.say(
                    "push_back", react="hold_open", tell=tell, ask="ask_see_differently", pushes=1
                )
        return self.say("push_back", react="hold", ask="ask_see_differently", pushes=pushes + 1)

    def _point(self) -> Point | None:
        told = [n for n in range(len(self.manager.points)) if f"point:{n}" in self.moment.told]
        return self.manager.points[told[-1]] if told and self.moment.phase == "manager_view" else None

    def _point_id(self, what: str) -> str:
        told = [n for n in range(len(self.manager.points)) if f"point:{n}" in self.moment.told]
        return f"point:{told[-1]}:{what}"

    # --- questions and requests of the employee ---

    def _own_question(self) -> Outcome | None:
        heard = self.heard
        if heard.has("off_topic") or not (heard.asks or self._brings_up()) or self._puts_on_agenda():
            return None
        named = find_answer(self.manager, heard, self.moment, self.level, NAMED)
        if (
            not named
            and heard.asks
            and heard.has("ask_further", "ask_example")
            and (outcome := self._explain())
        ):
            return outcome
        if heard.has("need", "commitment") and (outcome := self._own_share()):
            return outcome
        answer = find_answer(self.manager, heard, self.moment, self.level, 1 if heard.asks else NAMED)
        if answer is None:
            return self._unanswered()
        if not heard.asks and not self._meant_for(answer.fact.about):
            return None
        if not answer.earned:
            near = (*self.moment.near, answer.fact.id)
            return self._lead("deflect" if heard.asks else self._reaction(), near=near)
        tell = Tell(id=answer.fact.id, text=answer.fact.text(self.language))
        return self._lead("answer_open" if heard.asks else self._reaction(), tell=tell)

    def _puts_on_agenda(self) -> bool:
        """ "Ik wil graag weten hoe ..." is a point for the agenda when the manager asked for one."""
        return self.moment.last_ask == "add_item" and "?" not in self.heard.text

    def _meant_for(self, about: list[About]) -> bool:
        """Whether a fact belongs to what the employee says: what the manager can give, or themself."""
        criticised = self.heard.has("feedback", "blame")
        return not (_MINE_TO_GIVE | (_ON_ME if criticised else set())).isdisjoint(about)

    def _brings_up(self) -> bool:
        """Whether there is something to answer; what is put on the agenda first waits for its turn."""
        if self.moment.phase in PHASES[:2]:
            return False
        if self.heard.has("wish", "need"):
            return True
        if self.heard.has("commitment", "agree"):
            return False
        told = self.moment.told
        named = (fact for fact in self.manager.facts if fact.id not in told and names(fact, self.heard.text))
        return self.heard.has(*_BRINGS_UP) or (self.heard.count >= _A_STORY and any(named))

    def _unanswered(self) -> Outcome | None:
        heard = self.heard
        if heard.asks and (outcome := self.named_detail("answer_open")):
            return outcome
        if not heard.asks or heard.has("wish", "disagree", "feedback", "commitment"):
            return None
        if heard.has("open_question") and (outcome := self.detail("answer_open")):
            return outcome
        return self._lead("note_need" if heard.has("need") else "unsure")

    def _own_share(self) -> Outcome | None:
        """What the employee asks for when agreements are made gets the manager's own action as its answer."""
        if self.moment.phase not in ("manager_view", "forward") or "offer:0" in self.moment.done:
            return None
        if not (self.heard.asks and self.heard.has("need")) and not self.heard.has("deadline"):
            return None
        react = "note_commitment" if self.heard.has("commitment") else "note_need"
        offer = Tell(id="offer:0", text=self.manager.offers[0].text(self.language))
        done = (*self.moment.done, "offer:0", *(("plan",) if self.heard.has("commitment") else ()))
        duties = self.duties({"manager_acts", "employee_acts"})
        return self.say(
            "offer", react=react, tell=offer, ask="ask_consent", phase="forward", done=done, duties=duties
        )

    def _explain(self) -> Outcome | None:
        if outcome := self.detail("answer_open"):
            return outcome
        point = self._point()
        if point is None and "point:0" not in self.moment.told:
            tell = Tell(id="point:0", text=self.manager.points[0].text(self.language))
            done = (*self.moment.done, "point:0")
            return self.say(
                "state_point",
                react="answer_open",
                tell=tell,
                ask="ask_view_point",
                done=done,
                phase="manager_view",
            )
        if point is None or (held := self._point_id("held")) in self.moment.told:
            return None
        tell = Tell(id=held, text=point.insistence(self.language))
        return self.say("tell", react="answer_open", tell=tell, ask="ask_reaction")

    def _reaction(self) -> str:
        """What the manager makes of a statement, the strongest first."""
        heard = self.heard
        if self.moment.last_ask == "add_item" and not heard.has("look_back"):
            return "agenda_added"
        order = (
            ("refusal", "accept_refusal"),
            ("off_topic", "back_to_topic"),
            ("blame", "blamed"),
            ("strain", "strained"),
            ("confides", "thank_trust"),
            ("commitment", "note_commitment"),
            ("feedback", "take_feedback"),
            ("need", "note_need"),
            ("wish", "note_wish"),
            ("admits", "thank_honesty"),
            ("hard", "thank_honesty"),
            ("kept", "recognise_success"),
            ("success", "recognise_success"),
            ("disagree", "hear_other_view"),
            ("feeling", "empathy"),
            ("relieved", "glad"),
            ("agree", "good"),
            ("recognition", "thanks"),
        )
        for act, react in order:
            if heard.has(act) and self._fitting(act):
                return react
        return "ack"

    def _fitting(self, act: str) -> bool:
        """A plan counts as an agreement once there is a date to it or agreements are being made.

        Looking back, "ik vul het elke dag in" tells how things are.
        """
        if act == "commitment":
            dated = self.heard.has("deadline") and self.moment.phase not in PHASES[:3]
            return dated or self.moment.phase in ("forward", "closing")
        if act == "agree":
            return self.heard.count <= _MERE_YES and not self.heard.has("counter")
        return act != "feeling" or self.heard.count <= _OWN_FEELING
