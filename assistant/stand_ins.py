"""Replaces names and numbers of people by stand-ins on the way out, and puts them back in what returns."""

import re
from collections.abc import Collection, Iterable, Iterator
from zlib import crc32

from assistant.personal import Kind, Personal, personal_in
from assistant.reading.lexicon import is_word
from assistant.reading.names import TOKEN
from assistant.reading.people import PARTICLES

_WORD = re.compile(r"\w")
_FIRST = (
    "Robin", "Sam", "Kim", "Noa", "Jip", "Bo", "Kai", "Lou", "Charlie", "Alex", "Sascha", "Luca", "Puck",
    "Senna", "Jamie", "Morgan", "Riley", "Sydney", "Indy", "Dani", "Micha", "Joan", "Terry", "Vic",
)  # fmt: skip
_LAST = ("Vermeer", "Hals", "Steen", "Leyster", "Bosch", "Ruisdael", "Potter", "Maris", "Toorop", "Sluijters")
_POOL = re.compile(rf"\b(?:{'|'.join(sorted((*_FIRST, *_LAST), key=len, reverse=True))})")
_NUMBERED: dict[Kind, str] = {
    "name": "Persoon{}",
    "email": "naam{}@voorbeeld.nl",
    "phone": "TEL-{}",
    "citizen": "BSN-{}",
    "iban": "IBAN-{}",
    "plate": "KENTEKEN-{}",
    "address": "ADRES-{}",
}


class StandIns:
    """The stand-ins of one call; a name keeps its stand-in as the conversation grows."""

    def __init__(self, texts: Iterable[str], known: Collection[str] = ()) -> None:
        """``texts`` are all that will be sent; nothing that stands in them serves as a stand-in.

        ``known`` are names that may be sent as they are, such as the characters of a scenario.
        """
        self._whole = "\n".join(texts)
        self._real: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._numbers = dict.fromkeys(_NUMBERED, 0)
        self._taken = set(_POOL.findall(self._whole))
        for item in personal_in(self._whole):
            if item.text not in self._shown and item.text not in known:
                self._add(item)
        self._add_spellings()
        self._hidden, self._back = _any(self._shown), _any(self._real)
        self._begun = {f"{name}s"[:cut] for name in self._real for cut in range(1, len(name) + 2)}
        self._longest = max(map(len, self._begun), default=0)

    def hide(self, text: str) -> str:
        """The text with stand-ins."""
        return self._hidden.sub(lambda match: self._shown[match.group()], text) if self._hidden else text

    def restore(self, text: str) -> str:
        """The text with the real names and numbers."""
        return self._back.sub(lambda match: self._real[match.group()], text) if self._back else text

    def restore_stream(self, pieces: Iterable[str]) -> Iterator[str]:
        """As ``restore``, piece by piece; only an end that may grow into a stand-in is held back."""
        held, before = "", ""  # before: a mark that a word or number goes on where the held text begins
        for piece in pieces:
            held += piece
            cut = self._safe_end(held)
            if cut:
                yield self.restore(before + held[:cut])[len(before) :]
                before = "0" if held[cut - 1].isdecimal() else "_" if _WORD.match(held[cut - 1]) else ""
                held = held[cut:]
        if held:
            yield self.restore(before + held)[len(before) :]

    def _safe_end(self, held: str) -> int:
        """Up to where no stand-in can still begin or go on, nor one that is there can be cut in two."""
        for start in range(max(0, len(held) - self._longest), len(held)):
            if held[start:] in self._begun:
                return self._between(held, start)
        return len(held)

    def _between(self, held: str, cut: int) -> int:
        """The cut, or the last place before it that lies in no word and in no stand-in."""
        whole = [match.span() for match in self._back.finditer(held)] if self._back else []
        while True:
            before = cut
            cut = min([start for start, end in whole if start < cut < end], default=cut)
            cut = _word_start(held, cut)
            if cut == before:
                return cut

    def _add(self, item: Personal) -> None:
        if item.kind == "name":
            self._add_name(item.text)
        else:
            self._keep(item.text, self._numbered(item.kind))

    def _add_name(self, real: str) -> None:
        """A first name has one stand-in and a surname another, so that either can be used alone."""
        first, _, last = real.partition(" ")
        if not last or first.lower() in PARTICLES or "." in first:
            self._keep(real, self._free(_FIRST, real))
            return
        for part, pool in ((first, _FIRST), (last, _LAST)):
            if part not in self._shown:
                self._keep(part, self._free(pool, part))
        self._keep(real, f"{self._shown[first]} {self._shown[last]}")

    def _add_spellings(self) -> None:
        """A name that was found once is hidden in capitals and small letters too."""
        found = {real.lower() for real in self._shown}
        for match in TOKEN.finditer(self._whole):
            word = match.group()
            if word not in self._shown and word.lower() in found and not is_word(word, "nl"):
                self._keep(word, self._free(_FIRST, word))

    def _keep(self, real: str, stand_in: str) -> None:
        self._real[stand_in], self._shown[real] = real, stand_in

    def _free(self, pool: tuple[str, ...], real: str) -> str:
        """A name of the pool that nobody has yet, by the name itself, so that it stays when others come."""
        begin = crc32(real.encode(errors="replace")) % len(pool)
        for name in (*pool[begin:], *pool[:begin]):
            if name not in self._taken and name not in self._real:
                return name
        return self._numbered("name")

    def _numbered(self, kind: Kind) -> str:
        while True:
            self._numbers[kind] += 1
            made = _NUMBERED[kind].format(self._numbers[kind])
            if made not in self._whole:
                return made


def _any(texts: Iterable[str]) -> re.Pattern[str] | None:
    """One of the texts, the longest first: as a word, with an s or without, where it begins as one."""
    found = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, found))) if found else None


def _bounded(text: str) -> str:
    if any(char.isdigit() for char in text):
        return rf"(?<!\d){re.escape(text)}(?!\d)"
    return rf"(?<!\w){re.escape(text)}(?=s?(?!\w))"


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and _WORD.match(text[at]) and _WORD.match(text[at - 1]):
        at -= 1
    return at
