"""Numbers as one says them; above the table they stay figures."""

from assistant.conversation import Language

_DUTCH = {
    1: "één",
    2: "twee",
    3: "drie",
    4: "vier",
    5: "vijf",
    6: "zes",
    7: "zeven",
    8: "acht",
    9: "negen",
    10: "tien",
    12: "twaalf",
    15: "vijftien",
    20: "twintig",
    30: "dertig",
    45: "vijfenveertig",
    60: "zestig",
    90: "negentig",
}
_ENGLISH = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    12: "twelve",
    15: "fifteen",
    20: "twenty",
    30: "thirty",
    45: "forty-five",
    60: "sixty",
    90: "ninety",
}


def spelled(number: int, language: Language) -> str:
    """The number in words where people would say it so."""
    return (_DUTCH if language == "nl" else _ENGLISH).get(number, str(number))
