"""One sentence can praise two things; an afterthought adds none."""

import pytest

from assistant.reading.praise import separate_things


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("Je plant zorgvuldig, en gasten vragen je bij naam.", 2),
        ("Je helpt nieuwe mensen geduldig en weet veel van de machines.", 2),
        ("Knap gedaan, je uitleg was helder.", 2),
        ("You plan well and your notes are clear.", 2),
        ("Je plant zorgvuldig en snel.", 1),
        ("Je plant zorgvuldig, en dat zie ik elke week terug.", 1),
        ("Je valt vaak in, daar ben ik je dankbaar voor.", 1),
        ("Je doet het, en goed ook.", 1),
    ],
)
def test_counts_what_the_second_half_says_of_its_own(sentence: str, things: int) -> None:
    assert separate_things(sentence) == things
