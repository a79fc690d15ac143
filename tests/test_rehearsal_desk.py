"""Rehearsals in the chat: every button of the page is a message, so all of it works by typing."""

import json
from typing import Any

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply
from assistant.guideline import Phase, guideline
from assistant.rehearsal import advance, next_phase, start
from assistant.rehearsal_memory import KEY, Choice, Memory, held, with_past
from assistant.rehearsal_picker import chosen_in, wants_rehearsal
from assistant.rehearsal_play import spoken
from assistant.scenarios import LEVELS, scenarios
from assistant.voice.rehearsal_desk import start_message
from tests.scripted_people import PEOPLE

START = "Oefen: Vier jaar hetzelfde werk, als medewerker, gewoon"
LINES = [
    "Het ging goed. Ik ben trots op de Vechtkade, daar hoefde geen leiding over.",
    "Lastig vond ik de sleur.",
]


def talk(*messages: str, conversation: Conversation | None = None) -> Conversation:
    """The conversation travels as JSON between two messages, as it does to the browser and back."""
    conversation = conversation or Conversation()
    for message in messages:
        reply = Coach().reply(message, conversation)
        conversation = Conversation.model_validate_json(conversation.add(message, reply).model_dump_json())
    return conversation


def last(conversation: Conversation) -> Reply:
    return conversation.turns[-1].reply


def card(conversation: Conversation) -> dict[str, Any]:
    return last(conversation).card or {}


@pytest.mark.parametrize(
    "message",
    [
        "ik wil oefenen",
        "Kunnen we oefenen?",
        "oefengesprek",
        "Let's practise",
        "rehearse",
        "Oefen iets anders",
    ],
)
def test_asking_to_practise_opens_the_picker(message: str) -> None:
    reply = last(talk(message))
    assert reply.feature == "rehearsal" and reply.card and reply.card["kind"] == "picker"
    assert len(reply.card["scenarios"]) == len(scenarios()) and len(reply.suggestions) == 3


@pytest.mark.parametrize(
    "message", ["Hoe kan ik het gesprek oefenen?", "We spreken af dat Tom elke week oefent met presenteren."]
)
def test_other_messages_do_not(message: str) -> None:
    assert not wants_rehearsal(message)


@pytest.mark.parametrize(
    ("message", "role", "scenario", "level"),
    [
        ("ik ben medewerker en wil oefenen met vastgelopen, moeilijk", "employee", "vastgelopen", "hard"),
        ("oefenen als leidinggevende met het conflict met een collega", "manager", "botsing", None),
        ("ik wil oefenen met mijn leidinggevende", "employee", None, None),
        ("practise as the manager, the star who may leave, easy", "manager", "ster", "easy"),
        ("ik wil gewoon oefenen", None, None, None),
    ],
)
def test_one_message_can_say_it_all(
    message: str, role: str | None, scenario: str | None, level: str | None
) -> None:
    choice = chosen_in(message, Choice())
    assert (choice.role, choice.scenario, choice.level) == (role, scenario, level)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("role", ["employee", "manager"])
def test_the_start_message_is_understood(role: Any, level: Any, language: Any) -> None:
    for name in scenarios():
        message = start_message(name, role, level, language)
        assert wants_rehearsal(message)
        assert chosen_in(message, Choice()) == Choice(role=role, scenario=name, level=level)


def test_the_picker_asks_one_thing_at_a_time() -> None:
    conversation = talk("ik wil oefenen", "ik ben leidinggevende", "iets met kwantumfysica")
    assert card(conversation)["kind"] == "picker" and "herken ik niet" in last(conversation).text
    conversation = talk("3", "Moeilijk", conversation=conversation)
    found = card(conversation)
    assert (found["kind"], found["scenario"], found["level"]) == ("rehearsal", "late-rapporten", "hard")


def test_the_picker_can_be_left_and_questions_come_in_between() -> None:
    conversation = talk("ik wil oefenen", "Hoe lang duurt het gesprek?")
    assert last(conversation).sources and card(conversation)["kind"] == "picker"
    assert not last(talk("laat maar", conversation=conversation)).card


@pytest.mark.parametrize("role", ["medewerker", "leidinggevende"])
def test_a_whole_rehearsal_from_picker_to_debrief(role: str) -> None:
    conversation = talk(f"Oefen: De rapporten komen te laat, als {role}, makkelijk")
    for line in PEOPLE["model_manager" if role == "leidinggevende" else "talkative"]:
        if card(conversation)["kind"] == "debrief":
            break
        conversation = talk(line, conversation=conversation)
    if card(conversation)["kind"] != "debrief":
        conversation = talk("stop", conversation=conversation)
    reply, found = last(conversation), card(conversation)
    assert reply.suggestions[0] == "Opnieuw" and found["transcript"] and found["findings"]
    assert "Dit ging goed" in reply.text and "“" in reply.text
    assert held(conversation).played


def test_a_hint_changes_nothing() -> None:
    before = talk(START, LINES[0])
    after = talk("hint", conversation=before)
    assert card(after)["hint"]["line"] in last(after).text
    assert held(after) == held(before)


def test_back_takes_back_and_keeps_both_branches() -> None:
    first = talk(START, LINES[0])
    back = talk(LINES[1], "terug", conversation=first)
    assert last(first).text in last(back).text
    again = talk("Ik weet het niet.", conversation=back)
    branch = card(again)["branches"][0]
    assert branch["taken_back"][0]["text"] == LINES[1]
    assert branch["now"][0]["text"] == "Ik weet het niet."


def test_back_works_after_the_end() -> None:
    conversation = talk(START, *LINES, "stop", "terug")
    assert card(conversation)["kind"] == "rehearsal" and card(conversation)["status"] == "active"


def test_pause_resume_next_phase_and_restart() -> None:
    conversation = talk(START, LINES[0], "pauze")
    assert card(conversation)["status"] == "paused" and last(conversation).suggestions == ["Verder", "Stop"]
    assert card(talk("lekker weer", conversation=conversation))["status"] == "paused"
    conversation = talk("verder", "volgende fase", conversation=conversation)
    assert card(conversation)["phase"] == "look_back"
    assert card(talk("opnieuw", conversation=conversation))["phase"] == "opening"


def test_a_stop_before_anything_was_said_has_no_debrief() -> None:
    reply = last(talk(START, "stop"))
    assert reply.card is None and "niets gezegd" in reply.text


def test_an_aside_is_answered_out_of_role() -> None:
    before = talk(START, LINES[0])
    reply = last(talk("coach, hoe lang duurt het gesprek?", conversation=before))
    assert reply.sources[0].passage == "duur" and reply.text.startswith("Even uit de rol:")
    assert last(before).text in reply.text and reply.card and reply.card["kind"] == "rehearsal"


@pytest.mark.parametrize("phase", guideline().phases, ids=lambda phase: phase.id)
@pytest.mark.parametrize("asked", ["Mag hij dat vragen?", "coach, hoort dat zo?"])
def test_an_aside_on_the_line_just_said_is_answered_by_its_phase(phase: Phase, asked: str) -> None:
    steps = [phase.id for phase in guideline().phases].index(phase.id)
    before = talk(START, LINES[0], *["volgende fase"] * steps)
    reply = last(talk(asked, conversation=before))
    assert reply.sources[0].passage == phase.passage
    assert f"‘{phase.name}’" in reply.text and last(before).text in reply.text


def test_an_agreement_can_be_made_smart_in_the_middle() -> None:
    conversation = talk(START, LINES[0], "maak SMART: Ruben volgt een cursus")
    assert last(conversation).feature == "smart" and "Verder" in last(conversation).suggestions
    assert card(talk("verder", conversation=conversation))["kind"] == "rehearsal"


def test_real_distress_steps_out_until_the_person_asks() -> None:
    conversation = talk(START, "Ik trek het echt niet meer.")
    assert card(conversation)["status"] == "stepped_out" and "huisarts" in last(conversation).text
    assert card(talk("Hallo?", conversation=conversation))["status"] == "stepped_out"
    assert card(talk("verder", conversation=conversation))["status"] == "active"


def test_agreements_are_offered_to_smart() -> None:
    agreed = "Ik schrijf me vóór 1 februari in voor de cursus calculatie."
    phases = ["volgende fase"] * 5
    reply = last(talk(START, LINES[0], *phases, agreed, "stop"))
    assert f"Maak SMART: {agreed}" in reply.suggestions and reply.card and agreed in reply.card["agreements"]


OWN = [
    "Mijn manager Petra geeft mij nooit tijd voor mijn opleiding.",
    "Petra, mijn manager",
    "Ze begint steeds over het rooster.",
    "ze heeft altijd haast",
    "Een vaste studiedag.",
]


def test_the_persons_own_situation() -> None:
    conversation = talk("ik wil oefenen, ik ben medewerker", "mijn eigen situatie", *OWN)
    assert card(conversation)["kind"] == "rehearsal" and card(conversation)["character"]["name"] == "Petra"
    again = talk("Hoi Petra.", "terug", "opnieuw", conversation=conversation)
    assert card(again)["character"]["name"] == "Petra"


def test_english() -> None:
    conversation = talk("Let's practise", "I am the employee", "The star who may leave", "hard")
    reply = last(talk("I am proud of the release in March.", "hint", "stop", conversation=conversation))
    assert reply.language == "en" and "This went well" in reply.text and reply.suggestions[0] == "Start over"


def test_what_the_other_hides_is_not_on_the_card() -> None:
    for name, story in scenarios().items():
        for role, other in (("medewerker", story.manager), ("leidinggevende", story.employee)):
            shown = json.dumps(card(talk(f"Oefen: {story.title}, als {role}, gewoon")), ensure_ascii=False)
            assert other.brief not in shown, name
            assert not any(fact.say in shown for fact in other.facts if fact.hidden), name


def test_the_past_is_found_again_by_playing() -> None:
    state, decision = start("vastgelopen", "employee", "middle", "nl", 3)
    state, _ = spoken(state, decision)
    for at, line in enumerate([*LINES, "Ik wil meedoen bij calculatie.", "…", "Kun je een voorbeeld geven?"]):
        state, decision = advance(state, line)
        state, _ = spoken(state, decision)
        if at == 1:
            state, decision = next_phase(state)
            state, _ = spoken(state, decision)
    found = with_past(Memory(played=state), state.model_copy(update={"past": ()}))
    bare = [moment.model_copy(update={"used": ()}) for moment in state.past]
    assert list(found.past) == bare


@pytest.mark.parametrize(
    "kept",
    [
        "kapot",
        {"played": {"scenario_id": "weg", "role": "manager"}},
        {"played": {"scenario_id": "ster", "role": "manager"}},
        {"played": {"scenario_id": "ster", "role": "manager", "moment": {"phase": "x"}}},
        {"choice": {"scenario": "weg"}},
        {"taken_at": [1], "played": {"scenario_id": "ster", "role": "manager", "transcript": []}},
    ],
)
def test_a_damaged_memory_is_forgotten(kept: object) -> None:
    reply = last(talk("Hoe lang duurt het gesprek?", conversation=Conversation(state={KEY: kept})))
    assert reply.feature == "guidance" and reply.sources


def test_forty_turns_stay_small() -> None:
    conversation = talk(START)
    while len(conversation.turns) < 40:
        line = LINES[len(conversation.turns) % 2] + f" Dat was keer {len(conversation.turns)}."
        ended = card(conversation)["kind"] == "debrief"
        conversation = talk("opnieuw" if ended else line, conversation=conversation)
    assert len(conversation.model_dump_json()) < 300_000


@pytest.mark.parametrize(
    "text", ['Regel één\nen "twee" \\ <b>drie</b>', "[[x]] = '''y''' # z ?", "é" * 700 + " a b"]
)
def test_a_strange_own_situation_is_played_or_asked_again(text: str) -> None:
    conversation = talk(
        "ik wil oefenen, ik ben medewerker", "mijn eigen situatie", text, text, text, text, text
    )
    assert card(conversation)["kind"] in ("picker", "rehearsal")


@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_whoever_talks_the_rehearsal_goes_on(who: str) -> None:
    conversation = talk("Oefen: De ster die misschien vertrekt, als leidinggevende, moeilijk", *PEOPLE[who])
    assert card(conversation)["kind"] in ("rehearsal", "debrief")


def test_who_prepares_is_offered_to_practise() -> None:
    assert "Ik wil oefenen" in last(talk("Hoe bereid ik me voor op het gesprek?")).suggestions


def test_a_last_word_after_the_end_is_no_question_for_the_guidance() -> None:
    talk, coach = Conversation(), Coach()
    for message in ("Oefen: Vier jaar hetzelfde werk, als medewerker, gewoon", "Ik ben trots.", "stop"):
        talk = talk.add(message, coach.reply(message, talk))
    over = coach.reply("Prettig, ik voel me gehoord.", talk)
    assert "afgelopen" in over.text and not over.sources
    assert coach.reply("Hoe lang duurt het gesprek?", talk).sources, "a question is still one"
