"""What in a text belongs to a person and must not leave the machine: names, numbers, addresses."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from phonenumbers import PhoneNumberMatcher
from stdnum import iban
from stdnum.be import nn
from stdnum.nl import bsn

from assistant.reading.people import apart, names_in
from assistant.reading.text import Span

Kind = Literal["email", "iban", "citizen", "phone", "plate", "address", "name"]
_COUNTRIES = ("NL", "BE")
_MOST_TRIES = 5_000  # figures that are no telephone number, in one text
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_CITIZEN = re.compile(  # BSN, then the Belgian rijksregisternummer
    r"(?<![\w.,-])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. -]\d{3}[. -]\d{3}|\d{11}|"
    r"\d{6}[ -]\d{3}[ -]\d{2}|\d{2}[. ]\d{2}[. ]\d{2}[ -]\d{3}[. -]\d{2})(?!\w|[.,-]\d)"
)
_SAID_CITIZEN = re.compile(
    r"(?:\bBSN|burgerservicenummer|sofinummer|rijksregisternummer|INSZ)\D{0,20}?"
    r"(?P<number>\d[\d. -]{6,13}\d)",
    re.I,
)
_PLATE = re.compile(  # Dutch (NL-01-AB, GB-123-K …) and Belgian (1-ABC-234)
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-(?:\d{2}|[A-Z]{2})|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-(?:\d{2}|[A-Z]{2})|"
    r"[A-Z]{2}-[A-Z]{2}-\d{2}|\d{1,2}-[A-Z]{3}-\d{1,3}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2})(?![\w-])"
)
_STREET = (
    r"[A-Z][\w'’-]{0,30}?"
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|steenweg|baan|pad|plantsoen|steeg|dijk|lei)"
)
_ADDRESS = re.compile(
    rf"\b(?:[A-Z][\w'’-]{{1,30}} )?{_STREET} \d{{1,4}}(?:-\d{{1,3}}|[a-zA-Z])?\b(?: ?bus \d+)?"
    r"(?:,? \d{4}(?: ?[A-Z]{2})?\b(?: [A-Z][\w'’-]+)?)?"
)
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS|HR|IT|AI|PR|OR|NL|BE)[A-Z]{2}(?= [A-Z][a-z]|[,.\n]|$)")
_HOURS = re.compile(r"\d{1,2}[.:]?\d{2} ?[-–] ?\d{1,2}[.:]?\d{2}")  # 09.00-17.00
_MANY_DIGITS = re.compile(r"(?:\d\D{0,3}){7}")


class Personal(NamedTuple):
    """Something of a person in a text, verbatim: ``text == source[start:end]``."""

    kind: Kind
    text: str
    start: int
    end: int


def personal_in(text: str) -> list[Personal]:
    """All that belongs to a person, in order; where two overlap, the kind that is surest remains.

    Check digits tell account numbers and citizens' numbers (the 11-proof of a BSN, mod 97 of a Belgian
    rijksregisternummer) from other figures; a number that is called a BSN counts without.
    """
    kinds: dict[tuple[int, int], Kind] = {}
    spans = []
    for kind, span in _found(text):
        kinds.setdefault(span[1:], kind)
        spans.append(span)
    return [Personal(kinds[span[1:]], *span) for span in apart(spans, len(text))]


def _found(text: str) -> Iterator[tuple[Kind, Span]]:
    yield from (("email", _span(match)) for match in _EMAIL.finditer(text))
    if _MANY_DIGITS.search(text):
        yield from _numbers(text)
    yield from (("plate", _span(match)) for match in _PLATE.finditer(text))
    for pattern in (_ADDRESS, _POSTCODE):
        yield from (("address", _span(match)) for match in pattern.finditer(text))
    yield from (("name", span) for span in names_in(text))


def _numbers(text: str) -> Iterator[tuple[Kind, Span]]:
    for match in _IBAN.finditer(text):
        if iban.is_valid(match.group(), check_country=False):
            yield "iban", _span(match)
    for match in _SAID_CITIZEN.finditer(text):
        yield "citizen", _span(match, "number")
    for match in _CITIZEN.finditer(text):
        if bsn.is_valid(match.group()) or nn.is_valid(match.group()):
            yield "citizen", _span(match)
    for country in _COUNTRIES:
        for phone in PhoneNumberMatcher(text, country, max_tries=_MOST_TRIES):
            if not _HOURS.fullmatch(phone.raw_string):
                yield "phone", Span(phone.raw_string, phone.start, phone.end)


def _span(match: re.Match[str], group: str | int = 0) -> Span:
    return Span(match[group], match.start(group), match.end(group))
