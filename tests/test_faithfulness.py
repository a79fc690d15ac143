"""Sentences as a model might write them beside a passage: faithful ones pass, the others do not.

Both tables were written before the check was run on them.
"""

import pytest

from assistant.faithfulness import fault_in, support
from assistant.passages import passages

FAITHFUL = [
    ("duur", "Trek er 45 tot 60 minuten voor uit."),
    ("duur", "Reken op een gesprek van 45 tot 60 minuten, en plan liever ruim."),
    ("duur", "Als je haast hebt, blijft het gesprek aan de oppervlakte en voelt het minder veilig."),
    ("duur", "Zet als medewerker je belangrijkste punt bovenaan."),
    ("duur", "Ben je leidinggevende? Plan er dan niet meteen een andere afspraak achter."),
    ("duur", "Is de tijd te krap, vraag dan om een extra moment."),
    ("weigeren", "Technisch gezien mag je het gesprek weigeren, maar verstandig is dat niet."),
    ("weigeren", "Vraag het eerst na bij HR, want in je contract of cao kan iets anders staan."),
    ("weigeren", "Het artikel waar dit op rust, is geen juridisch advies."),
    ("weigeren", "Vertel je leidinggevende eerlijk waarom je tegen het gesprek opziet."),
    ("luisteren-en-praten", "Luister 70% van de tijd en praat zelf ongeveer 30%."),
    ("luisteren-en-praten", "Die 30% is een vuistregel; een stopwatch heb je niet nodig."),
    ("luisteren-en-praten", "Laat de medewerker uitpraten en vraag daarna door."),
    ("drie-verbeterpunten", "Noem hooguit drie verbeterpunten in één gesprek."),
    ("drie-verbeterpunten", "Streep punten weg tot je er drie over hebt."),
    ("drie-verbeterpunten", "Bewaar punten met minder haast voor later."),
    ("hoe-vaak", "De meeste organisaties voeren het gesprek één of twee keer per jaar."),
    ("hoe-vaak", "Liever vaker kort praten dan alles opsparen."),
    ("hoe-vaak", "De kwaliteit telt zwaarder dan hoe vaak je praat."),
    ("tussentijdse-check-ins", "Plan elke maand of elk kwartaal een check-in van een kwartier."),
    ("tussentijdse-check-ins", "Loop dan samen de afspraken één voor één na."),
    ("online-gesprek", "Zet je camera aan, zoek een rustige plek en test vooraf de techniek."),
    ("online-gesprek", "Versta je iets niet goed, zeg dat dan meteen."),
    ("verslag", "Maak uiterlijk een week na het gesprek een kort verslag van de afspraken."),
    ("verslag", "Vraag de medewerker of hij zich in de tekst herkent."),
]
UNFAITHFUL = [
    ("duur", "Trek er minstens 90 minuten voor uit."),
    ("duur", "Een gesprek mag nooit langer dan een uur duren volgens de wet."),
    ("duur", "Neem samen een lunchpauze na het eerste kwartier."),
    ("duur", "Plan het gesprek op maandagochtend."),
    ("weigeren", "Je mag het gesprek niet weigeren, want dan riskeer je ontslag."),
    ("weigeren", "Het is verstandig om het gesprek te weigeren."),
    ("weigeren", "De vakbond kan namens jou bezwaar maken tegen de uitnodiging."),
    ("weigeren", "Volgens artikel 7:611 van het Burgerlijk Wetboek ben je verplicht te komen."),
    ("luisteren-en-praten", "Gebruik een stopwatch om de spreektijd te meten."),
    ("luisteren-en-praten", "Neem het gesprek op en laat het uittypen door de secretaresse."),
    ("luisteren-en-praten", "Onderzoek van Harvard laat zien dat luisteren de omzet verhoogt."),
    ("drie-verbeterpunten", "Noem minstens vijf verbeterpunten."),
    ("drie-verbeterpunten", "Geef elk verbeterpunt een cijfer van 1 tot 10."),
    ("hoe-vaak", "Voer het gesprek elke week."),
    ("hoe-vaak", "Het aantal gesprekken per jaar is vastgelegd in de Arbowet."),
    ("hoe-vaak", "Laat de medewerker zelf bepalen of hij ooit nog wil praten."),
    ("tussentijdse-check-ins", "Houd een check-in van twee uur met het hele team."),
    ("tussentijdse-check-ins", "Stuur de uitkomst van elke check-in naar de salarisadministratie."),
    ("online-gesprek", "Zet je camera uit, dat praat rustiger."),
    ("online-gesprek", "Installeer eerst de app van Zoom op je telefoon."),
    ("verslag", "Bewaar het verslag zeven jaar in het personeelsdossier."),
    ("verslag", "Laat het verslag ondertekenen door een notaris."),
    ("verslag", "Een verslag is niet nodig."),
    ("verslag", "Send the report to your manager within a week."),
]

# Faithful, and held back all the same: its nearest sentence is another one. Better that than a wrong "niet".
HELD_BACK = [("luisteren-en-praten", "Vul de zinnen van de ander niet aan.")]
# Words of the passage, put together to something it does not say: counting words can't see that.
MISSED = [
    ("luisteren-en-praten", "Praat als leidinggevende 70% van de tijd."),
    ("drie-verbeterpunten", "Stuur de lijst met punten vooraf naar de directie."),
]


def fault(passage: str, sentence: str) -> str | None:
    return fault_in(sentence, [passages()[passage].texts["nl"]], [])


@pytest.mark.parametrize(("passage", "sentence"), FAITHFUL)
def test_a_faithful_sentence_passes(passage: str, sentence: str) -> None:
    assert fault(passage, sentence) is None


@pytest.mark.parametrize(("passage", "sentence"), UNFAITHFUL)
def test_an_unfaithful_sentence_does_not(passage: str, sentence: str) -> None:
    assert fault(passage, sentence)


@pytest.mark.xfail(strict=True, reason="known, see HELD_BACK")
@pytest.mark.parametrize(("passage", "sentence"), HELD_BACK)
def test_every_faithful_sentence_passes(passage: str, sentence: str) -> None:
    assert fault(passage, sentence) is None


@pytest.mark.xfail(strict=True, reason="known gap, see MISSED")
@pytest.mark.parametrize(("passage", "sentence"), MISSED)
def test_a_sentence_that_only_borrows_words_does_not(passage: str, sentence: str) -> None:
    assert fault(passage, sentence)


def test_what_the_person_typed_was_not_invented() -> None:
    passage = passages()["duur"].texts["nl"]
    said = "Ik heb maar 20 minuten met Karel. Is dat genoeg?"
    sentence = "Met 20 minuten voor Karel is de tijd te krap."
    assert fault_in(sentence, [passage], []) == "invented"
    assert fault_in(sentence, [passage], [said]) is None


def test_the_quote_is_verbatim_and_the_nearest() -> None:
    texts = [passages()[name].texts["nl"] for name in ("verslag", "duur")]
    found = support("Trek er 45 tot 60 minuten voor uit.", texts)
    assert found.passage == 1 and found.quote in texts[1] and "45 tot 60" in found.quote
