"""Replaces names and numbers of people by stand-ins on the way out, and puts them back in what returns."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from phonenumbers import PhoneNumberMatcher
from stdnum import iban
from stdnum.be import nn
from stdnum.nl import bsn

from assistant.reading.names import find_people

_FIRST = (
    "Robin", "Sam", "Kim", "Noa", "Jip", "Bo", "Kai", "Lou", "Charlie", "Alex", "Sascha", "Luca", "Puck",
    "Senna", "Jamie", "Morgan", "Riley", "Sydney", "Indy", "Dani", "Micha", "Joan", "Terry", "Vic",
)  # fmt: skip
_LAST = ("Vermeer", "Hals", "Steen", "Leyster", "Bosch", "Ruisdael", "Potter", "Maris", "Toorop", "Sluijters")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ .-]?\d){7,10}(?![\w,])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_COUNTRIES = ("NL", "BE")


class Personal(NamedTuple):
    """Something of a person in a text, verbatim: ``text == source[start:end]``."""

    kind: str
    text: str
    start: int
    end: int


def personal_in(text: str) -> list[Personal]:
    """E-mail addresses, account, citizen service and telephone numbers, and names of people; no overlaps."""
    found = [Personal("email", *_span(match)) for match in _EMAIL.finditer(text)]
    found += [Personal("iban", *_span(match)) for match in _IBAN.finditer(text) if iban.is_valid(match[0])]
    found += [Personal("bsn", *_span(match)) for match in _DIGITS.finditer(text) if _is_person(match.group())]
    for country in _COUNTRIES:
        matches = PhoneNumberMatcher(text, country)
        found += [Personal("phone", match.raw_string, match.start, match.end) for match in matches]
    people = [person for person in find_people(text) if person.kind == "name"]
    found += [Personal("name", person.text, person.start, person.end) for person in people]
    apart: list[Personal] = []
    for item in found:  # what was looked for first goes first
        if all(item.end <= other.start or other.end <= item.start for other in apart):
            apart.append(item)
    return sorted(apart, key=lambda item: item.start)


class StandIns:
    """The stand-ins of one call; a name keeps its stand-in as the conversation grows."""

    def __init__(self, texts: Iterable[str]) -> None:
        """``texts`` are all that will be sent; nothing that stands in them serves as a stand-in."""
        whole = "\n".join(texts)
        self._real: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for item in personal_in(whole):
            if item.text not in self._shown:
                self._keep(item.text, _MAKERS[item.kind](self, item.text, whole))
        longest = sorted(self._shown, key=len, reverse=True)
        self._hidden = _any(longest, r"(?!\w)") if longest else None
        self._back = _any(sorted(self._real, key=len, reverse=True), r"(?=s?(?!\w))") if longest else None

    def hide(self, text: str) -> str:
        """The text with stand-ins."""
        return self._hidden.sub(lambda match: self._shown[match.group()], text) if self._hidden else text

    def restore(self, text: str) -> str:
        """The text with the real names and numbers."""
        return self._back.sub(lambda match: self._real[match.group()], text) if self._back else text

    def restore_stream(self, pieces: Iterable[str]) -> Iterator[str]:
        """As ``restore``, piece by piece; only an end that may grow into a stand-in is held back."""
        held = ""
        for piece in pieces:
            held += piece
            cut = self._safe_end(held)
            if cut:
                yield self.restore(held[:cut])
                held = held[cut:]
        if held:
            yield self.restore(held)

    def _safe_end(self, held: str) -> int:
        """Up to where no stand-in can still begin, or go on."""
        for start in range(max(0, len(held) - self._longest - 1), len(held)):
            tail = held[start:]
            at_word = start == 0 or not held[start - 1].isalnum() or not tail[0].isalnum()
            if at_word and any(name.startswith(tail) or tail in (name, f"{name}s") for name in self._real):
                return start
        return len(held)

    @property
    def _longest(self) -> int:
        return max(map(len, self._real), default=0)

    def _keep(self, real: str, stand_in: str) -> str:
        self._real[stand_in], self._shown[real] = real, stand_in
        return stand_in

    def _name(self, real: str, whole: str) -> str:
        first, _, last = real.partition(" ")
        shown = self._shown.get(first) or self._keep(first, self._free(_FIRST, first, whole))
        return f"{shown} {self._free(_LAST, last, whole)}" if last else shown

    def _free(self, pool: tuple[str, ...], real: str, whole: str) -> str:
        """A name of the pool that stands nowhere in the texts, nor for somebody else."""
        taken = " ".join(self._real)
        begin = crc32(real.encode()) % len(pool)
        for name in (*pool[begin:], *pool[:begin]):
            if not re.search(rf"\b{name}", f"{whole} {taken}"):
                return name
        return self._numbered("Persoon{}")(real, whole)

    def _numbered(self, pattern: str) -> Callable[[str, str], str]:
        def made(real: str, whole: str) -> str:
            number = 1
            while pattern.format(number) in whole or pattern.format(number) in self._real:
                number += 1
            return pattern.format(number)

        return made


_MAKERS: dict[str, Callable[[StandIns, str, str], str]] = {
    "name": StandIns._name,
    "email": lambda made, real, whole: made._numbered("naam{}@voorbeeld.nl")(real, whole),
    "phone": lambda made, real, whole: made._numbered("TEL-{}")(real, whole),
    "bsn": lambda made, real, whole: made._numbered("BSN-{}")(real, whole),
    "iban": lambda made, real, whole: made._numbered("IBAN-{}")(real, whole),
}


def _any(texts: list[str], after: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))}){after}")


def _span(match: re.Match[str]) -> tuple[str, int, int]:
    return match.group(), match.start(), match.end()


def _is_person(digits: str) -> bool:
    """Whether a number is a Dutch or Belgian citizen's, by its check digits."""
    return bool(bsn.is_valid(digits) or nn.is_valid(digits))
