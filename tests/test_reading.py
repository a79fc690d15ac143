import pytest

from assistant.reading.language import language_of
from assistant.reading.perspective import side_of
from assistant.reading.questions import asks_figure, asks_reason, is_yes_no, parts
from assistant.reading.text import sentences, tidy, words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hoe lang duurt het", "nl"),
        ("ge moet da toch ni doen", "nl"),
        ("zenuwachtig!!", "nl"),
        ("how long does it take", "en"),
        ("Is it mandatory?", "en"),
        ("wie lange dauert das Gespräch?", "other"),
        ("combien de temps dure l'entretien ?", "other"),
        ("Toplantı ne kadar sürer?", "other"),
        ("hoi", "nl"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_an_open_case_follows_the_page() -> None:
    assert language_of("smart?", default="en") == "en"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("mijn baas luistert nooit", "employee"),
        ("hoe vertel ik mijn chef dat", "employee"),
        ("my manager talks all the time", "employee"),
        ("mijn medewerker zegt niks", "manager"),
        ("ik ben teamleider en wil dit goed doen", "manager"),
        ("someone on my team cries", "manager"),
        ("hoe lang duurt het", None),
    ],
)
def test_side(text: str, side: str | None) -> None:
    assert side_of(text) == side


@pytest.mark.parametrize(
    "text", ["Is het verplicht?", "mag ik weigeren", "Moet ik iets meenemen?", "do I have to go?"]
)
def test_yes_no(text: str) -> None:
    assert is_yes_no(text)


@pytest.mark.parametrize("text", ["hoe lang duurt het", "wat is SMART", "ik durf niet", "who goes first"])
def test_not_yes_no(text: str) -> None:
    assert not is_yes_no(text)


def test_figures_and_reasons() -> None:
    assert asks_figure("Hoeveel minuten?") and asks_figure("how often") and not asks_figure("hoe begin ik")
    assert asks_reason("waarom is dat zo") and not asks_reason("wanneer is dat")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hoe lang duurt het en is het verplicht?", 2),
        ("Hoe lang duurt het? Moet het?", 2),
        ("hoe gaat het met voorbereiden en opschrijven", 1),
        ("Ik ben bang. Wat nu?", 1),
    ],
)
def test_parts(text: str, count: int) -> None:
    assert len(parts(text)) == count


def test_sentences_are_verbatim() -> None:
    text = "Dat duurt bijv. een uur. Wat dan?\n- een punt\n“Mooi.” Klaar"
    spans = sentences(text)
    assert [span.text for span in spans][:2] == ["Dat duurt bijv. een uur.", "Wat dan?"]
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_tidy_drops_what_is_not_text() -> None:
    assert tidy("a\x00b\u202ec  d\n") == "a b c d"
    assert words(tidy("😀 \x07")) == []
