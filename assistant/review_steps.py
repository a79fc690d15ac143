"""The steps by which the played manager leads a review, phase by phase, as HR's guideline has them.

A manager who does not keep to the guideline leaves steps out; that is what the employee learns to handle.
"""

from collections.abc import Iterator

from assistant.guideline import PHASES
from assistant.reading.heard import Heard, hear
from assistant.reading.text import words
from assistant.rehearsal_state import Frozen, Moment, Move, State, Tell
from assistant.scenarios import ManagerTemperament

_OMITS: dict[ManagerTemperament, frozenset[str]] = {
    "coaching": frozenset(),
    "hurried": frozenset({"why:0", "agreement:1", "summarise", "example", "feedback", "need"}),
    "talker": frozenset({"summarise", "feedback", "why:0"}),
    "avoider": frozenset({"point:0", "point:1", "when", "feedback", "recognise:1"}),
    "critic": frozenset({"recognise:0", "recognise:1", "success", "feedback"}),
}
_LAST_TURN = dict(zip(PHASES, (2, 5, 8, 11, 14, 17, 19), strict=True))
_NOT_DONE = frozenset({"niet", "half", "deels", "geen", "not", "partly", "never", "didn't"})
_BECAUSE = frozenset(
    {"omdat", "want", "doordat", "vanwege", "sinds", "telkens", "steeds", "toen", "because", "since"}
)
_REASON = 10
"""Different words from which on an answer with "want" or "omdat" in it has given its reason."""
_MENTION = 8
_EXPLAINED = 16
"""Different words from which on an answer about an agreement explains itself."""


class Step(Frozen):
    """One step of the manager: what is told and asked, and the duties it does."""

    id: str
    move: Move = "ask"
    react: str | None = None
    tell: Tell | None = None
    ask: str | None = None
    slots: dict[str, str] = {}
    duties: tuple[str, ...] = ()


def next_step(state: State, moment: Moment, heard: Heard, phase: str) -> Step | None:
    """The first step of this phase that is still to be taken; None when the phase is done or out of time."""
    if moment.turn > _LAST_TURN[phase] and phase != "closing":
        return None
    omitted = _OMITS[state.scenario.manager.temperament] if state.level != "easy" else frozenset()
    for step in _STEPS[phase](state, moment, heard):
        if step.id not in moment.done and step.id not in omitted:
            return step
    return None


def _opening(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    react = "agenda_felt" if heard.has("feeling", "hard") else "agenda"
    yield Step(id="agenda", react=react, ask="add_item", duties=("name_goal", "agenda", "time"))


def _look_back(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    told = set(words(heard.text.lower()))
    explained = len(told) >= _EXPLAINED or (told & _BECAUSE and len(told) >= _REASON)
    if moment.last_ask == "came_of" and told & _NOT_DONE and not explained:
        yield Step(id="why:0", ask="why_not", duties=("why_not",))
    for number, agreement in enumerate(state.scenario.agreements[:2]):
        if _spoken_of(agreement.topics, state, heard):
            continue
        asked = agreement.asked if moment.language == "nl" else agreement.asked_en
        tell = Tell(id=f"asked:{number}", text=asked)
        yield Step(id=f"agreement:{number}", tell=tell, ask="came_of", duties=("earlier_agreements",))


def _spoken_of(topics: list[str], state: State, heard: Heard) -> bool:
    said = (heard.text, *(line.text for line in state.transcript if line.speaker == state.role))
    low = " ".join(text for text in said if len(words(text)) > _MENTION).lower()
    return any(topic in low for topic in topics)


def _employee_view(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    yield Step(id="view", ask="ask_view", duties=("employee_looks_back",))
    if moment.note("success") is None:
        yield Step(id="success", ask="ask_success")
    if moment.note("hard") is None:
        yield Step(id="hard", ask="ask_hard", duties=("went_well_and_hard",))
    quotes = _told(moment)
    if len(quotes) == 2:
        slots = {"first": quotes[0], "second": quotes[1]}
        yield Step(
            id="summarise",
            move="summarise",
            react="summarise",
            ask="ask_right",
            slots=slots,
            duties=("summarise",),
        )


def _told(moment: Moment) -> list[str]:
    """What to sum up of the employee's view: what went well and what was hard, the latest of each."""
    both = {note.kind: note.quote for note in moment.notes if note.kind in ("success", "hard")}
    latest = list(dict.fromkeys(note.quote for note in moment.notes if note.kind in both))[-2:]
    return [both["success"], both["hard"]] if len(set(both.values())) == 2 else latest


def _deepening(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    subject = moment.note("hard") or moment.note("success")
    wish = next((note.quote for note in reversed(moment.notes) if note.kind == "wish"), None)
    duties = ("ask_example", "ask_further")
    if heard.has("hard", "success") and not heard.has("example"):
        ask = "ask_example" if heard.has("hard") else "ask_example_success"
        yield Step(id="example", ask=ask, duties=duties)
    elif subject and not heard.has("example", "wish", "need", "feedback", "confides"):
        yield Step(id="example", ask="ask_example_of", slots={"subject": subject}, duties=duties)
    if wish is None:
        yield Step(id="wish", ask="ask_wish")
    if moment.note("need") is None:
        slots = {"wish": wish} if wish else {}
        ask = "ask_need_for" if heard.has("wish") else "ask_need_wish" if wish else "ask_need"
        yield Step(id="need", ask=ask, slots=slots)
    if moment.note("feedback") is None:
        yield Step(id="feedback", ask="ask_feedback", duties=("feedback_for_manager",))


def _manager_view(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    manager, language = state.scenario.manager, moment.language
    first, second = (Tell(id=f"recognition:{n}", text=manager.recognitions[n].text(language)) for n in (0, 1))
    opening = "view_open" if moment.notes else "view_open_plain"
    both = Tell(id="recognition:0", text=f"{first.text} {second.text}")
    yield Step(id="recognise:0", move="recognise", react=opening, tell=both, duties=("recognition_first",))
    point = Tell(id="point:0", text=manager.points[0].text(language))
    yield Step(
        id="point:0",
        move="state_point",
        react="point_open_known" if _admitted(manager.points[0].topics, state, heard) else "point_open",
        tell=point,
        ask="ask_view_point",
        duties=("points_with_examples",),
    )


def _admitted(topics: list[str], state: State, heard: Heard) -> bool:
    """Whether the employee has owned up to this themself already."""
    said = (heard.text, *(line.text for line in state.transcript if line.speaker == state.role))
    named = (text for text in said if any(topic in text.lower() for topic in topics))
    return any(hear(text).has("admits", "hard") for text in named)


def _forward(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    commitment = moment.note("commitment")
    if commitment is None:
        yield Step(id="plan", ask="ask_plan", duties=("employee_acts",))
    elif not hear(commitment).has("deadline") and not heard.has("deadline") and moment.phase == "forward":
        yield Step(id="when", ask="ask_due", duties=("smart",))
    offer = Tell(id="offer:0", text=state.scenario.manager.offers[0].text(moment.language))
    yield Step(id="offer:0", move="offer", tell=offer, ask="ask_consent", duties=("manager_acts",))


def _agreed(moment: Moment) -> str | None:
    """What the employee will do, in their own words; what has a date to it goes first."""
    quotes = [note.quote for note in moment.notes if note.kind == "commitment"]
    dated = (quote for quote in quotes if hear(quote).has("deadline"))
    return next(dated, quotes[0] if quotes else None)


def _closing(state: State, moment: Moment, heard: Heard) -> Iterator[Step]:
    short = state.scenario.manager.offers[0].summary(moment.language)
    own = _agreed(moment)
    slots = {"offer": short, **({"commitment": own} if own else {})}
    react = "sum_up" if own else "sum_up_open"
    yield Step(
        id="sum_up",
        move="summarise",
        react=react,
        ask="ask_experience",
        slots=slots,
        duties=("summarise_agreements", "ask_experience"),
    )
    react = "plan_follow_up_hard" if heard.has("hard", "disagree", "disappointed") else "plan_follow_up"
    yield Step(id="follow_up", react=react, ask="ask_ok", duties=("plan_follow_up",))


_STEPS = {
    "opening": _opening,
    "look_back": _look_back,
    "employee_view": _employee_view,
    "deepening": _deepening,
    "manager_view": _manager_view,
    "forward": _forward,
    "closing": _closing,
}
