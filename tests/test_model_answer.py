"""The model's answers: what is shown, what is held back, and what stands in for it."""

import pytest

from assistant.coach import Coach
from assistant.conversation import Conversation, Reply
from assistant.model import Trouble
from assistant.voice.cited import cited_sentences
from assistant.voice.language_model import LanguageModel
from tests.scripted_model import Script, ScriptedModel

QUESTION = "hoe lang duurt een functioneringsgesprek?"
GOOD = "Trek er 45 tot 60 minuten voor uit [1]. Plan het liever te ruim dan te krap [1]."


def replies(*script: Script, question: str = QUESTION) -> tuple[list[Reply], ScriptedModel]:
    model = ScriptedModel(*script)
    return list(Coach(voice=LanguageModel(model)).stream(question)), model


def reply_to(*script: Script, question: str = QUESTION) -> Reply:
    return replies(*script, question=question)[0][-1]


@pytest.fixture(scope="module")
def in_phrases() -> Reply:
    return Coach().reply(QUESTION)


def test_a_sound_answer_is_shown_with_its_source() -> None:
    reply = reply_to(GOOD)
    assert reply.text == GOOD
    assert (reply.voice, reply.model, reply.notice, reply.replaced) == ("language_model", "scripted", None, 0)
    assert [source.passage for source in reply.sources] == ["duur"]
    assert "45 tot 60 minuten" in reply.sources[0].quote


def test_the_reply_names_the_prompt_that_made_it() -> None:
    assert reply_to(GOOD).prompt and len(reply_to(GOOD).prompt or "") == 12


def test_sentences_come_one_by_one() -> None:
    seen, _ = replies([piece + " " for piece in GOOD.split()])
    assert [reply.text for reply in seen] == [GOOD[: GOOD.index(" Plan")], GOOD, GOOD]


def test_the_model_sees_at_most_five_passages_and_the_question() -> None:
    _, model = replies(GOOD)
    asked = model.asked[0].user
    assert "[1] Hoe lang duurt het gesprek?" in asked and "[5]" in asked and "[6]" not in asked
    assert asked.rstrip().endswith(QUESTION)


@pytest.mark.parametrize(
    "bad",
    [
        "Meestal duurt het gesprek zo'n 90 minuten [1].",
        "Volgens Karel Jansen duurt een gesprek 45 minuten [1].",
        "Een gesprek duurt 45 minuten.",
        "Een gesprek duurt 45 minuten [9].",
        "De ondernemingsraad controleert jaarlijks alle dossiers van werknemers [1].",
        "The interview usually takes between 45 and 60 minutes [1].",
    ],
)
def test_an_unsound_sentence_does_not_appear(bad: str) -> None:
    reply = reply_to(f"{GOOD} {bad}")
    assert reply.text == GOOD
    assert reply.replaced == 1


def test_nothing_sound_gives_the_phrasebook_and_says_so(in_phrases: Reply) -> None:
    reply = reply_to("Dat weet ik zeker. Vraag het je collega's.")
    assert reply.text == in_phrases.text
    assert reply.sources == in_phrases.sources
    assert reply.voice == "phrasebook" and reply.notice and "ingebouwde stem" in reply.notice


def test_failing_half_way_gives_the_phrasebook_in_its_place(in_phrases: Reply) -> None:
    seen, _ = replies(["Trek er 45 tot 60 minuten voor uit [1]. Plan ", "het ", Trouble("cut")])
    assert seen[0].text.startswith("Trek er")
    assert seen[-1].text == in_phrases.text
    assert seen[-1].notice and "viel weg" in seen[-1].notice


def test_a_prompt_that_comes_back_is_not_shown(in_phrases: Reply) -> None:
    probe = ScriptedModel(GOOD)
    list(Coach(voice=LanguageModel(probe)).stream(QUESTION))
    assert reply_to(probe.asked[0].system).text == in_phrases.text


def test_yes_where_the_rules_say_no_is_held_back() -> None:
    question = "is een functioneringsgesprek hetzelfde als een beoordelingsgesprek?"
    verdict = Coach().reply(question).text.split()[0].strip(",.")
    opposite = "Ja" if verdict == "Nee" else "Nee"
    assert verdict in ("Ja", "Nee")
    reply = reply_to(
        f"{opposite}, een functioneringsgesprek is hetzelfde als een beoordelingsgesprek [1].",
        question=question,
    )
    assert reply.voice == "phrasebook"


def test_no_passage_no_call() -> None:
    model = ScriptedModel()
    reply = Coach(voice=LanguageModel(model)).reply("wat is de hoofdstad van Peru?")
    assert reply.abstained and not model.asked


def test_a_follow_up_question_takes_the_conversation_along() -> None:
    first = reply_to(GOOD)
    model = ScriptedModel(GOOD)
    before = Conversation().add(QUESTION, first)
    Coach(voice=LanguageModel(model)).reply("en wie plant dat in?", before)
    assert QUESTION in model.asked[0].user


def test_stopping_closes_the_stream() -> None:
    model = ScriptedModel(["Trek er 45 tot 60 minuten voor uit [1]. Plan ", "het ruim [1]. ", "En "])
    stream = Coach(voice=LanguageModel(model)).stream(QUESTION)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert model.closed


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_sentences_do_not_depend_on_how_the_stream_is_cut(size: int) -> None:
    text = "Ja [1]. Doe het bijv. samen. [2] Let op:\n- Neem tijd [1][3].\n- Vraag door[2]\n\nKlaar"
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert [(found.text, found.numbers) for found in cited_sentences(pieces)] == [
        ("Ja.", (1,)),
        ("Doe het bijv. samen.", (2,)),
        ("Let op:", ()),
        ("- Neem tijd.", (1, 3)),
        ("- Vraag door", (2,)),
        ("Klaar", ()),
    ]
