"""What the reader sees in whole conversations."""

from collections.abc import Iterator

import pytest

from assistant.errors import PersonError, ProviderError
from assistant.reading import learned
from assistant.reading.learned import Read, read
from assistant.reading.placed import placed
from assistant.transcripts import Line

TOLD = """
M: Dag Noor. Vandaag kijken we hoe het met je werk gaat. We hebben een uur. Eerst jouw verhaal.
E: Prima, ik heb er zin in.
M: Vorig jaar zou je een cursus Excel doen. Hoe is dat afgelopen?
E: Die heb ik in mei afgerond.
M: Hoe kijk jij terug op het jaar?
E: Ik ben trots op de nieuwe voorraadlijst. Lastig vond ik de drukte, ik liep achter met de facturen.
M: Wat kan ik als leidinggevende beter doen?
E: Je geeft opdrachten vaak pas op het laatste moment, en dan moet ik alles omgooien.
M: Ik waardeer hoe rustig je blijft. Klanten vragen naar jou. Wat beter kan, is op tijd antwoorden.
M: Op 3 maart wachtte een klant vier dagen.
E: Ik beantwoord vanaf maandag elke mail binnen een dag, tot 1 juli.
M: En ik regel vóór 1 februari een rustige werkplek. Op 1 april kijken we samen hoe het loopt.
M: Hoe vond je dit gesprek?
E: Fijn, dank je.
"""
TALK = [
    Line(speaker="manager" if row[0] == "M" else "employee", text=row[3:])
    for row in TOLD.strip().splitlines()
]


@pytest.fixture(scope="module")
def heard() -> list[Read]:
    return read(TALK)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Vandaag kijken we hoe het met je werk gaat.", "goal"),
        ("We hebben een uur.", "time"),
        ("Vorig jaar zou je een cursus Excel doen.", "look_back"),
        ("Hoe kijk jij terug op het jaar?", "ask_view"),
        ("Ik ben trots op de nieuwe voorraadlijst.", "success"),
        ("Wat kan ik als leidinggevende beter doen?", "ask_feedback"),
        ("Ik waardeer hoe rustig je blijft.", "recognition"),
        ("Wat beter kan, is op tijd antwoorden.", "improvement"),
        ("Op 3 maart wachtte een klant vier dagen.", "example"),
        ("Ik beantwoord vanaf maandag elke mail binnen een dag, tot 1 juli.", "own_action"),
        ("En ik regel vóór 1 februari een rustige werkplek.", "manager_action"),
        ("Op 1 april kijken we samen hoe het loopt.", "follow_up"),
        ("Hoe vond je dit gesprek?", "ask_experience"),
    ],
)
def test_each_sentence_does_what_it_does(words: str, act: str, heard: list[Read]) -> None:
    assert next(one for one in heard if one.placed.text == words).does(act)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Prima, ik heb er zin in.", "own_action"),
        ("Die heb ik in mei afgerond.", "difficulty"),
        ("Hoe kijk jij terug op het jaar?", "ask_feedback"),
        ("Klanten vragen naar jou.", "improvement"),
    ],
)
def test_and_nothing_else(words: str, act: str, heard: list[Read]) -> None:
    assert not next(one for one in heard if one.placed.text == words).does(act)


def test_sentences_are_verbatim_and_know_their_neighbours(heard: list[Read]) -> None:
    told = [one.placed for one in heard]
    assert all(TALK[one.turn].text[one.span.start : one.span.end] == one.text for one in told)
    assert [one.before for one in told] == [None, *range(len(told) - 1)]
    assert [one.after for one in told] == [*range(1, len(told)), None]


def test_nothing_said_is_nothing_read() -> None:
    assert placed([]) == [] and read([]) == [] and read([Line(speaker="manager", text=" ")]) == []


@pytest.fixture
def fresh() -> Iterator[None]:
    learned._loaded.cache_clear()
    yield
    learned._loaded.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("error", [PersonError("Er is geen embedder."), ProviderError("Geen antwoord.")])
def test_without_an_embedder_the_marks_are_read(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> str:
        raise error

    if isinstance(error, PersonError):
        monkeypatch.setattr(learned, "embedder_name", fails)
    monkeypatch.setattr(learned, "embedder", fails)
    assert any(one.does("follow_up") for one in read(TALK))
    assert any(one.does("ask_experience") for one in read(TALK))
