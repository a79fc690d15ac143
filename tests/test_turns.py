import pytest

from assistant.reading.turns import acts, commits, has_term, is_example, is_question

MANAGER = [
    ("Hoe kijk jij terug op dit jaar?", "ask_view"),
    ("Hoe kijk jij terug op dit jaar?", "open_question"),
    ("Ben je het daarmee eens?", "closed_question"),
    ("hoe vond jij het afgelopen half jaar", "open_question"),
    ("Wat kan ik als leidinggevende anders doen?", "ask_feedback"),
    ("Heb je tips voor mij?", "ask_feedback"),
    ("Hoe is het om met mij samen te werken?", "ask_feedback"),
    ("Wat spreken we af?", "ask_agreement"),
    ("Hoe vond je dit gesprek?", "ask_experience"),
    ("Ik waardeer hoe zorgvuldig je met klanten omgaat.", "recognition"),
    ("De klanten zijn blij met je.", "recognition"),
    ("Ge werkt heel proper.", "recognition"),
    ("You ran that release really well.", "recognition"),
    ("Wat beter kan, is de overdracht.", "improvement"),
    ("Je zou eerder hulp mogen vragen.", "improvement"),
    ("One thing I would like you to work on is sharing.", "improvement"),
    ("Jij bent gewoon lui.", "blame"),
    ("We hebben drie kwartier.", "time"),
    ("Vorig jaar spraken we af dat je de cursus zou doen.", "look_back"),
    ("Samengevat: jij schrijft de kaart.", "summary"),
    ("Op 20 april kijken we hoe het loopt.", "follow_up"),
    ("Dan bestel ik deze week een tablet.", "agreement"),
]
EMPLOYEE = [
    ("Daar ben ik echt trots op.", "success"),
    ("Ik vind het lastig om nee te zeggen.", "difficulty"),
    ("Ik zou graag projectleider worden.", "wish"),
    ("Ik heb een tablet nodig.", "need"),
    ("Geen idee.", "dont_know"),
    ("Ik ben opgelucht.", "feeling"),
    ("Toen je de planning omgooide, stond ik voor gek.", "feedback"),
    ("Vorige week stond ik er alleen voor.", "example"),
    ("Ik schrijf vóór 1 maart een handleiding.", "agreement"),
    ("Hoe zie jij dat?", "open_question"),
]
NOT_MANAGER = [
    ("Goed dat je dat zegt.", "recognition"),
    ("Fijn dat je er bent.", "recognition"),
    ("Je werkt niet zorgvuldig.", "recognition"),
    ("Dat is een goed plan.", "recognition"),
    ("Je zou vriendelijker mogen zijn.", "recognition"),
    ("Wat heb je van mij nodig?", "ask_feedback"),
    ("Ik zie je vanaf nu elke week.", "follow_up"),
]


@pytest.mark.parametrize(("text", "kind"), MANAGER)
def test_manager_acts(text: str, kind: str) -> None:
    assert kind in {act.kind for act in acts(text, "manager")}


@pytest.mark.parametrize(("text", "kind"), EMPLOYEE)
def test_employee_acts(text: str, kind: str) -> None:
    assert kind in {act.kind for act in acts(text, "employee")}


@pytest.mark.parametrize(("text", "kind"), NOT_MANAGER)
def test_what_is_no_such_act(text: str, kind: str) -> None:
    assert kind not in {act.kind for act in acts(text, "manager")}


def test_acts_are_verbatim_spans() -> None:
    text = "Dank je. Je bent altijd vriendelijk, en klanten bellen jou! Wat wil je leren?"
    for act in acts(text, "manager"):
        assert text[act.start : act.end] == act.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik stuur je morgen een mail.", True),
        ("Dan regel ik dat.", True),
        ("Ik vind het fijn.", False),
        ("Ik stuurde je een mail.", False),
        ("Als ik dat stuur, is het klaar.", False),
        ("I will write it down.", True),
        ("I like it.", False),
    ],
)
def test_who_commits(text: str, expected: bool) -> None:
    assert commits(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vóór 1 maart", True),
        ("elke vrijdag tot eind juni", True),
        ("elke vrijdag", False),
        ("voortaan", False),
        ("zo snel mogelijk", False),
        ("vanaf 1 maart", False),
    ],
)
def test_terms(text: str, expected: bool) -> None:
    assert has_term(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 3 mei lag de offerte er nog.", True),
        ("In week 38 ontbrak de lijst.", True),
        ("Vorige week maandag liep je weg.", True),
        ("Ik heb twee punten.", False),
        ("Dat mag echt nauwkeuriger.", False),
    ],
)
def test_examples(text: str, expected: bool) -> None:
    assert is_example(text) is expected


def test_a_statement_with_a_question_word_is_no_question() -> None:
    assert not is_question("Wat beter kan, is het invullen van de overdracht.")
