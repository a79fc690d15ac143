"""What a rehearsal makes of ordinary lines: what is asked, what an answer means, where the talk stands."""

import pytest

from assistant.guideline import Role
from assistant.reading.heard import hear
from assistant.reading.yes_no import short_answer
from assistant.rehearsal import advance
from assistant.rehearsal_asides import is_aside
from assistant.rehearsal_commands import command
from assistant.rehearsal_context import in_context
from assistant.rehearsal_play import open_rehearsal, spoken
from assistant.rehearsal_state import Decision, State


def _at(name: str, role: Role, level: str = "middle", **moment: object) -> State:
    state, _ = open_rehearsal(name, role, level)  # type: ignore[arg-type]
    return state.model_copy(update={"moment": state.moment.model_copy(update={"turn": 3, **moment})})


def _reply(state: State, text: str) -> tuple[State, Decision, str]:
    after, decision = advance(state, text)
    after, said = spoken(after, decision)
    return after, decision, said


@pytest.mark.parametrize(
    ("act", "questions"),
    [
        (
            "ask_view",
            [
                "Hoe kijk je verder terug op het jaar?",
                "En hoe gaat het nu met je?",
                "Hoe is je jaar geweest?",
                "Hoe heb je de afgelopen tijd beleefd?",
                "hoe bevalt het werk",
            ],
        ),
        (
            "ask_hard",
            [
                "Wat vond je minder leuk?",
                "En wat loopt minder lekker?",
                "Wat ging er mis?",
                "Waar lig je wakker van?",
                "Is er wel eens iets misgegaan?",
                "Wat zou je achteraf anders doen?",
            ],
        ),
        (
            "ask_success",
            ["Wat vond je het leukst dit jaar?", "Wat is je goed afgegaan?", "Wat lukte er wel?"],
        ),
        ("ask_wish", ["Waar zie je jezelf over een paar jaar?", "Wat zijn je plannen voor volgend jaar?"]),
        ("ask_need", ["Waar zou je mee geholpen zijn?", "Wat zou er moeten veranderen?"]),
        ("ask_feedback", ["Wat zou ik vaker moeten doen?", "Wat vind je van hoe ik leiding geef?"]),
        ("ask_further", ["Hoe heb je dat voor elkaar gekregen?", "Hoe ging dat precies?"]),
        ("ask_plan", ["Wat wordt je eerste stap?", "Wat wil jij daaraan doen?"]),
        ("ask_experience", ["Wat vond je van dit gesprek?", "Hoe was dit voor je?"]),
    ],
)
def test_a_question_is_known_in_many_forms(act: str, questions: list[str]) -> None:
    assert [question for question in questions if act not in hear(question).acts] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Hoe ga je daar nu mee om?", "ask_plan"),
        ("Wat zou je achteraf anders doen?", "ask_plan"),
        ("Wat ging er niet goed?", "ask_success"),
        ("Kun je dat over vier weken af hebben?", "follow_up"),
        ("Dus je wilt hulp met het rooster, en je denkt aan maart?", "summary"),
        ("Laten we eens kijken naar dit jaar.", "propose"),
        ("Ik vraag het niet om je te pakken.", "offer"),
        ("Neem de tijd, ik loop niet weg.", "offer"),
        ("Ik had je beter moeten helpen.", "improvement"),
        ("Jammer dat het niet gelukt is.", "improvement"),
        ("Tot mei lukte het prima.", "agree"),
        ("Dat vind ik niet haalbaar.", "agree"),
        ("Ik gebruik het nog elke dag.", "farewell"),
        ("Je vraagt nooit hoe laat ik klaar ben.", "farewell"),
        ("Iemand aan wie ik ook de domme dingen mag vragen.", "hostile"),
        ("De late ploeg vindt het formulier onzin.", "hostile"),
        ("Ik heb nooit instructies gekregen.", "injection"),
        ("Ik vergeet het boek soms.", "injection"),
        ("Toen jij op vakantie was, is het rooster niet gelukt.", "off_topic"),
        ("En dan wil ik graag dat je op tijd rapporteert.", "closed_question"),
    ],
)
def test_ordinary_words_are_not_taken_for_something_else(text: str, act: str) -> None:
    assert act not in hear(text).acts


@pytest.mark.parametrize(
    "text",
    [
        "hoe kijk je terug op het jaar",
        "kun je een voorbeeld geven",
        "en hoe ging dat dan met Henk",
        "Klopt dat",
    ],
)
def test_a_question_needs_no_question_mark(text: str) -> None:
    assert hear(text).asks


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Op 20 oktober stond je in de kantine te schreeuwen.", "improvement"),
        ("In september kwamen vijf overdrachten pas de volgende ochtend binnen.", "improvement"),
        ("Dat lijstje van maandag vind ik echt niet fijn.", "feedback"),
        ("Je praat wel veel.", "feedback"),
        ("Eén ding moet ik wel kwijt: er stonden elf bonnen op vrijdag ingevuld.", "improvement"),
        ("Ik weet nooit wat erin moet.", "hard"),
        ("Zullen we een middag met Esra plannen?", "propose"),
        ("Zullen we over zes weken kijken hoe het loopt?", "follow_up"),
    ],
)
def test_statements_are_heard_for_what_they_do(text: str, act: str) -> None:
    assert act in hear(text).acts


@pytest.mark.parametrize(
    ("asked", "text", "act"),
    [
        ("ask_hard", "De inkoop en het rooster, sinds de souschef weg is.", "hard"),
        ("ask_need", "Gewoon iemand die naast me komt zitten.", "need"),
        ("ask_wish", "Volgend jaar afdelingshoofd, het liefst hier.", "wish"),
        ("ask_feedback", "Je vraagt nooit hoe laat ik klaar ben.", "feedback"),
        ("ask_plan", "Vanaf maandag laat ik iedereen eerst uitpraten.", "commitment"),
    ],
)
def test_an_answer_counts_as_what_was_asked_for(asked: str, text: str, act: str) -> None:
    state = _at("onzichtbaar", "employee", last_ask=asked)
    assert in_context(hear(text), state).has(act)
    assert not in_context(hear(text), state).has("blame")


@pytest.mark.parametrize(
    ("asked", "text", "act"),
    [
        ("ask_hard", "Nee, eigenlijk niks dit jaar.", "hard"),
        ("ask_hard", "Het ging juist heel goed met de tuin.", "hard"),
        ("ask_need", "Daar moet ik nog eens over nadenken.", "need"),
        ("ask_plan", "Het zou fijn zijn als er een voorbeeld bij lag.", "commitment"),
        ("ask_wish", "Hoe bedoel je dat precies, Bart?", "wish"),
    ],
)
def test_no_answer_counts_for_nothing(asked: str, text: str, act: str) -> None:
    assert not in_context(hear(text), _at("onzichtbaar", "employee", last_ask=asked)).has(act)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Dus je voelt je er een beetje buiten staan?", "short_confirm"),
        ("Heb je dat aan iemand verteld?", "short_past"),
        ("Zou je dat willen?", "short_may"),
        ("Ben je daar tevreden mee?", "short_is"),
        ("Duidelijk?", "short_answer"),
    ],
)
def test_a_short_answer_fits_the_question(question: str, kind: str) -> None:
    assert short_answer(question) == kind


@pytest.mark.parametrize(
    ("name", "moment", "text", "phase"),
    [
        # Somebody who still asks about the old agreement stays with it.
        (
            "botsing",
            {"phase": "look_back", "last_told": "agreement:0"},
            "Hoe bedoel je dat precies?",
            "look_back",
        ),
        (
            "botsing",
            {"phase": "look_back", "last_told": "agreement:0"},
            "Wat was daar lastig aan?",
            "look_back",
        ),
        ("botsing", {"phase": "look_back"}, "Jammer dat het niet gelukt is. Hoe kwam dat?", "look_back"),
        ("botsing", {"phase": "employee_view"}, "Hoe ga je daar nu mee om?", "employee_view"),
        ("botsing", {"phase": "forward"}, "Kun je dat over vier weken af hebben?", "forward"),
        ("botsing", {"phase": "forward"}, "Dus je gaat met Henk praten, en je wilt mij erbij?", "forward"),
        # And the year itself takes the talk on.
        (
            "thuiswerk",
            {"phase": "look_back", "trust": 5},
            "Hoe is het contact met het team?",
            "employee_view",
        ),
    ],
)
def test_the_phase_does_not_run_ahead_of_the_manager(
    name: str, moment: dict[str, object], text: str, phase: str
) -> None:
    after, _, _ = _reply(_at(name, "manager", **moment), text)
    assert after.moment.phase == phase


def test_a_why_about_an_old_agreement_gets_its_reason() -> None:
    state = _at("botsing", "manager", phase="look_back", last_told="agreement:0", told=("agreement:0",))
    _, decision, _ = _reply(state, "Hoe bedoel je, of het gelezen wordt?")
    assert decision.tell and decision.tell.id == "why:0"


def test_a_disputed_point_does_not_swallow_a_new_question() -> None:
    state = _at("overbelast", "manager", phase="manager_view", last_move="push_back", pushes=1, trust=5)
    _, decision, _ = _reply(state, "Dat begrijp ik. Wat heb je van mij nodig?")
    assert decision.tell and decision.tell.id == "feedback"


def test_the_question_decides_and_not_the_praise_beside_it() -> None:
    state = _at("late-rapporten", "manager", phase="employee_view", trust=5, told=("systeem",))
    _, decision, _ = _reply(state, "In de haven was je goed. Hoe ging dat met die cursus?")
    assert decision.tell and decision.tell.id == "schaamte"


def test_what_has_been_told_is_referred_to() -> None:
    state = _at("ster", "manager", phase="employee_view", told=("richting", "aanbod"))
    _, decision, _ = _reply(state, "Waar zou je over twee jaar willen staan?")
    assert decision.react == "said_before"


def test_a_point_told_earlier_is_explained_when_it_is_asked_about() -> None:
    state = _at(
        "promotie", "employee", phase="deepening", told=("twijfel", "zelfde-week"), last_told="zelfde-week"
    )
    _, decision, _ = _reply(state, "Dat snap ik. Wat moet ik dan laten zien?")
    assert decision.tell and decision.tell.id == "twijfel:more"


def test_what_the_employee_brings_up_gets_an_answer() -> None:
    state = _at(
        "late-rapporten", "employee", phase="manager_view", told=("point:0",), last_move="state_point"
    )
    _, decision, said = _reply(state, "Oké. Maar dat lijstje van maandag vind ik echt niet fijn.")
    assert decision.tell and decision.tell.id == "lijst"
    assert said.endswith("?")


def test_a_need_is_answered_before_the_manager_opens_its_own_view() -> None:
    state = _at("ster", "employee", phase="manager_view", last_ask="ask_need")
    _, decision, said = _reply(state, "Een paar uur per week om het goed uit te zoeken.")
    assert (decision.react, decision.lead) == ("ack_view", "view_open_plain") or decision.lead == "view_open"
    assert "betaalmodule" in said


def test_nerves_are_heard_at_the_start() -> None:
    state, _ = open_rehearsal("ster", "employee")
    _, decision, _ = _reply(state, "Ja hoor, al vind ik het best spannend.")
    assert decision.react == "agenda_felt"


def test_a_poor_experience_is_not_called_good_to_hear() -> None:
    state = _at("ster", "employee", phase="closing", last_ask="ask_experience", done=("sum_up",))
    _, decision, _ = _reply(state, "Ik vond het niet zo prettig, ik kwam er weinig tussen.")
    assert decision.react == "plan_follow_up_hard"


def test_the_summary_takes_the_promise_that_has_a_date() -> None:
    state = _at("ster", "employee", phase="forward", last_ask="ask_plan", done=("plan", "recognise:0"))
    state, _, _ = _reply(state, "Ik ga er eens goed over lezen.")
    state, _, _ = _reply(state, "Ik schrijf voor 1 februari een voorstel.")
    said = " ".join(line.text for line in _reply(state, "Ja, dat is goed zo.")[0].transcript)
    assert '"Ik schrijf voor 1 februari een voorstel"' in said


@pytest.mark.parametrize(
    ("text", "aside", "order"),
    [
        ("gesprekscoach, mag ik vragen hoe het thuis gaat?", True, None),
        ("Coach hoe lang duurt zo'n gesprek?", True, None),
        ("Mag hij dat vragen, coach?", True, None),
        ("Hoi gesprekscoach, wat moet ik nu zeggen?", True, "hint"),
        ("coach, stop", True, "stop"),
        ("Een coach, dat zou me helpen.", False, None),
        ("Als coach ben je er voor je mensen.", False, None),
        ("Coach jij de nieuwe mensen ook?", False, None),
    ],
)
def test_who_calls_the_coach_gets_the_coach(text: str, aside: bool, order: str | None) -> None:
    assert (is_aside(text), command(text)) == (aside, order)
    state, _ = open_rehearsal("overbelast", "manager")
    _, decision = advance(state, text)
    assert (decision.move in ("aside", "command")) is aside


@pytest.mark.parametrize(
    ("asked", "text", "react"),
    [
        ("ask_success", "Dat overleg op maandag. Ik versta er niks van.", "thank_honesty"),
        ("ask_need", "Dat lucht op, dank je.", "glad"),
        ("ask_reaction", "Ja, klopt. Ik schaam me er wel voor.", "thank_honesty"),
        ("ask_view", "Het is altijd hetzelfde soort project.", "ack"),
        ("came_of", "Die twee dagen heb ik niet gehaald.", "thank_honesty"),
        ("came_of", "Dat formulier vul ik elke dag in.", "ack"),
    ],
)
def test_the_manager_reacts_to_what_is_meant(asked: str, text: str, react: str) -> None:
    state = _at("ster", "employee", phase="employee_view", last_ask=asked, done=("view", "success"))
    assert _reply(state, text)[1].react == react


def test_a_disclosure_is_thanked_for_and_answered() -> None:
    state = _at("thuiswerk", "employee", "easy", phase="deepening", last_ask="ask_need")
    _, decision, said = _reply(
        state, "Ik zorg op dinsdag en donderdag voor mijn vader. Dat wist nog niemand."
    )
    assert (decision.react, decision.tell and decision.tell.id) == ("thank_trust", "mantelzorg")
    assert said.count("Dat wist ik niet") == 1


def test_an_item_for_the_agenda_waits_for_its_turn() -> None:
    state, _ = open_rehearsal("vastgelopen", "employee", "easy")
    state, _, _ = _reply(state, "Best goed, dank je.")
    _, decision, _ = _reply(state, "Ik zou graag kijken of er hier een volgende stap is voor mij.")
    assert (decision.react, decision.tell and decision.tell.id) == ("agenda_added", "asked:0")


def test_an_example_that_was_given_is_not_asked_for_again() -> None:
    state = _at("thuiswerk", "employee", phase="employee_view", last_ask="ask_hard", done=("view", "success"))
    state, _, _ = _reply(state, "Op 13 oktober zei ik iets en niemand hoorde me.")
    assert "example" in state.moment.done


def test_what_was_kept_back_comes_out_when_the_other_asks_on() -> None:
    state = _at("onzichtbaar", "manager", phase="employee_view", near=("seizoen",), last_move="guard")
    _, decision, _ = _reply(state, "Wat deed je dan allemaal?")
    assert decision.tell and decision.tell.id == "seizoen"


def test_owning_up_is_no_reproach() -> None:
    state = _at("net-begonnen", "manager", phase="manager_view", last_move="push_back", pushes=1)
    _, decision, _ = _reply(state, "Je hebt gelijk, dat hebben we je nooit goed uitgelegd. Dat is onze fout.")
    assert decision.react != "blamed"


@pytest.mark.parametrize(
    ("text", "react"),
    [
        ("Ik regel die cursus voor 1 februari. Is dat goed?", "offer_welcome"),
        ("Ik regel de cursus en jij schrijft je voor 1 februari in. Is dat goed?", "consent"),
        ("Dus jij schrijft je in, en ik regel het geld. Klopt dat?", "confirm_agreements"),
    ],
)
def test_an_arrangement_is_met_by_whose_it_is(text: str, react: str) -> None:
    assert _reply(_at("oneens", "manager", phase="forward"), text)[1].react == react


def test_the_coffee_and_the_question_in_the_opening_get_their_own_answers() -> None:
    for text, react in (
        ("Hoi Meryem. Wil je koffie?", "settle_drink"),
        ("Hoi Meryem. Hoe is het?", "settle_how"),
        ("Hoi Meryem. Waar lag je over te denken?", "settle_asked"),
    ):
        state, _ = open_rehearsal("overbelast", "manager")
        assert _reply(state, text)[1].react == react
