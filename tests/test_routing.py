"""Which messages are agreements: a question, a feeling or a report must never be taken for one."""

import datetime

import pytest

from assistant.reading.language import language_of
from assistant.routing import agreement_in, is_aside

TODAY = datetime.date(2027, 1, 11)


def found(message: str) -> str | None:
    agreement = agreement_in(message, TODAY, "en" if language_of(message) == "en" else "nl")
    return agreement.text if agreement else None


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("maak SMART: Tom belt de klant", "Tom belt de klant"),
        ("Maak dit SMART:\nTom belt de klant", "Tom belt de klant"),
        ("Kun je deze afspraak SMART maken: de sfeer moet beter", "de sfeer moet beter"),
        ("make SMART: we will look into it", "we will look into it"),
        ("Make this agreement SMART: Ava calls the client", "Ava calls the client"),
    ],
)
def test_an_announced_agreement_is_what_follows(message: str, text: str) -> None:
    assert found(message) == text


@pytest.mark.parametrize(
    "message",
    [
        "We gaan kijken naar ontwikkelmogelijkheden voor Tom",
        "Meer initiatief tonen in het werkoverleg",
        "De samenwerking met de nachtploeg moet beter.",
        "Sanne moet proactiever communiceren met leveranciers.",
        "Afspraak: Kees leest de handleiding.",
        "We hebben afgesproken dat Fatima de planning maakt.",
        "Tom volgt vóór 1 maart de cursus Excel.",
        "Joost probeert voortaan op tijd te komen.",
        "Karin komt voortaan op tijd",
        "Joris stuurt vanaf nu elke vrijdag zijn rapport",
        "We will look at development options for Tom.",
        "Noah should plan his week better.",
    ],
)
def test_a_vague_intention_is_recognised(message: str) -> None:
    assert found(message) == message


@pytest.mark.parametrize(
    "message",
    [
        "Hoe maak je een vage afspraak SMART?",
        "hoe zorg ik dat Tom meer initiatief neemt",
        "Tom moet meer initiatief tonen. hoe zeg ik dat",
        "Moet Tom meer initiatief tonen?",
        "Wat als we vóór 1 maart niets afspreken",
        "Ik weet dat het beter moet met Peter",
        "mijn baas moet eens beter luisteren",
        "Ik moet maandag bij de teamchef komen",
        "Lisa komt elke dag te laat",
        "Sanne gaat met pensioen",
        "Marieke is voortaan onze leidinggevende",
        "Vakantiedagen vervallen voortaan na een jaar",
        "Karin vertelt voortaan niks meer",
        "Mijn leidinggevende belt voortaan elke avond",
        "Ik ben zenuwachtig en moet beter slapen",
        "we moeten het gesprek nog plannen",
        "hij zei dat we vóór 1 mei klaar moeten zijn",
        "De leidinggevende moet open vragen stellen",
        "Mijn medewerker moet beter plannen",
        "Peter moet beter plannen maar luistert niet",
        "Tell me a joke about cats",
        "how should Tom show more initiative",
        "I must see my manager on Monday",
        "Noem de zeven fasen van het functioneringsgesprek.",
        "hoi",
        "bedankt",
        "maak SMART",
        "😀 😀 😀",
        "",
    ],
)
def test_anything_else_is_left_to_the_guidance(message: str) -> None:
    assert found(message) is None


@pytest.mark.parametrize(
    ("message", "aside"),
    [
        ("Hoe lang duurt het gesprek?", True),
        ("wat is SMART", True),
        ("Moet HR erbij zijn?", True),
        ("dank je wel", True),
        ("ja", False),
        ("nee", False),
        ("later", False),
        ("15 maart?", False),
        ("?", False),
        ("twee keer per maand", False),
        ("Tom belt elke week drie klanten", False),
    ],
)
def test_a_question_in_between_is_no_answer(message: str, aside: bool) -> None:
    assert is_aside(message) is aside
