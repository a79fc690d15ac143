"""What goes to a provider holds nobody's name or number, and what returns holds them again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.stand_ins import StandIns, personal_in

TEXT = (
    "Fatima El Amrani belt Kees op 06-12345678 of 030 251 2345. "
    "Mail fatima@zorg.example of k.devries@bedrijf.nl. "
    "Haar BSN is 111222333 en haar rekening NL91 ABNA 0417 1643 00. Fatima's rooster is klaar, zegt Kees."
)
SECRETS = ["Fatima", "Amrani", "Kees", "12345678", "251", "zorg.example", "devries", "111222333", "ABNA"]


def test_nothing_personal_leaves() -> None:
    hidden = StandIns([TEXT]).hide(TEXT)
    assert [secret for secret in SECRETS if secret in hidden] == []
    assert "rooster is klaar, zegt" in hidden


def test_it_all_comes_back() -> None:
    stand_ins = StandIns([TEXT])
    assert stand_ins.restore(stand_ins.hide(TEXT)) == TEXT


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 40])
def test_it_comes_back_while_it_streams(size: int) -> None:
    stand_ins = StandIns([TEXT])
    hidden = stand_ins.hide(TEXT)
    pieces = [hidden[at : at + size] for at in range(0, len(hidden), size)]
    assert "".join(stand_ins.restore_stream(pieces)) == TEXT


def test_the_stream_is_not_held_back_longer_than_needed() -> None:
    stand_ins = StandIns([TEXT])
    assert next(stand_ins.restore_stream(iter(["Het gesprek ", "duurt"]))) == "Het gesprek "


def test_a_name_keeps_its_stand_in_as_the_conversation_grows() -> None:
    first = StandIns(["Ik sprak Fatima."])
    later = StandIns(["Ik sprak Fatima. Daarna belde ik Kees en Mohammed, en Noor schreef aan Ayşe."])
    assert first.hide("Fatima") == later.hide("Fatima") != "Fatima"


def test_a_first_name_by_itself_is_the_same_person() -> None:
    stand_ins = StandIns([TEXT])
    assert stand_ins.hide("Fatima El Amrani").split()[0] == stand_ins.hide("Fatima")


def test_a_stand_in_that_is_in_the_text_already_is_not_used() -> None:
    names = "Robin, Sam, Kim, Noa, Jip, Bo, Kai, Lou en Charlie werken met Fatima."
    stand_ins = StandIns([names])
    assert stand_ins.restore(stand_ins.hide(names)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Een gesprek duurt 45 tot 60 minuten.",
        "Plan het vóór 1 maart 2027, om 14.30 uur.",
        "We hebben 123456789 euro omzet gedraaid.",
        "Wat vraag ik aan mijn leidinggevende?",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert StandIns([text]).hide(text) == text


def test_what_is_found_is_verbatim() -> None:
    assert all(TEXT[item.start : item.end] == item.text for item in personal_in(TEXT))


_PIECES = st.sampled_from(
    ["Fatima", "Kees de Vries", " en ", "robin", "Robin", "Robins", "06-12345678", "a@b.nl", " belt. "]
    + ["naam1@voorbeeld.nl", "TEL-1", "\n", "ë"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=12).map("".join), st.integers(1, 9))
def test_any_text_survives_the_round_trip(text: str, size: int) -> None:
    stand_ins = StandIns([text])
    hidden = stand_ins.hide(text)
    assert stand_ins.restore(hidden) == text
    pieces = [hidden[at : at + size] for at in range(0, len(hidden), size)]
    assert "".join(stand_ins.restore_stream(pieces)) == text
