"""People and functions named in a Dutch or English text, as verbatim spans, without a model.

A name is known from a list of first names, or by its capital where no ordinary word would have one;
a function from a list of words, compounds included ("afdelingshoofd"), when it says which one
("de teamleider", "mijn mentor"), not when it is any one ("een collega").
"""

import re
from typing import Literal, NamedTuple

from assistant.reading.date_words import MONTHS, WEEKDAYS
from assistant.reading.lexicon import agreement_words, first_names, is_word, listed

Kind = Literal["name", "function"]


class Person(NamedTuple):
    """A person or function, with the article before a function: ``text == source[start:end]``."""

    text: str
    start: int
    end: int
    kind: Kind


TOKEN = re.compile(r"P&O|[^\W_]+(?:['’.-][^\W_]+)*['’]?", re.I)
_PARTICLES = listed("van de der den het ter ten te el al ben bin von du di da la le 't")
_TITLES = listed("mevrouw meneer mevr dhr mw heer dokter mr mrs ms miss sir")
_DETERMINERS = listed(
    "de het mijn m'n zijn z'n haar onze ons jouw je uw hun jullie deze die the my his her our your their"
)
_INDEFINITE = listed("een a an geen no elke iedere every each andere other")
# Names that open a question as a verb: "Ben je het ermee eens?"
_VERBS_TOO = frozenset(("ben", "can", "will", "mark"))
_PRONOUNS = frozenset(("ik", "je", "jij", "we", "wij", "you", "i", "he", "she", "they", "it"))
_LONGEST_FUNCTION = 40  # letters
_SENTENCE_END = re.compile(r"(?:^|[.!?:;•\[\]]|\n)[\s\"'“‘(*\-–\d.)\[]*$")
_NOT_NAMES = listed(
    "ach och tja nou goh hé hè oef jee "
    "ik i i'm i'll kerst pasen pinksteren excel word teams outlook powerpoint sharepoint europa "
    "nederland afspraak afspraken oud nieuw easter christmas dutch english nederlands engels voortaan "
    "systeem assistent system"
) | frozenset([name for name in MONTHS if len(name) > 3] + ["mei", "may", *WEEKDAYS])


def find_people(text: str, language: str = "nl") -> list[Person]:
    """The people and functions named in a text, in order and without overlap."""
    tokens = list(TOKEN.finditer(text))
    found: list[Person] = []
    position = 0
    while position < len(tokens):
        last, kind = _person_at(text, tokens, position, language)
        if kind is None:
            position += 1
            continue
        first = _first_of(tokens, position, kind)
        start, end = tokens[first].start(), tokens[last].start() + len(tokens[last].group().rstrip("'’"))
        if not found or start >= found[-1].end:
            found.append(Person(text[start:end], start, end, kind))
        position = last + 1
    return found


def is_function(word: str) -> bool:
    """Whether a word names a function (teamleider, afdelingshoofd, HR)."""
    word = word.lower()
    functions = agreement_words().functions
    return word in functions or any(
        word.endswith(name) for name in _suffixes(word) if name in functions and len(name) > 4
    )


def _suffixes(word: str) -> list[str]:
    return [word[cut:] for cut in range(max(2, len(word) - _LONGEST_FUNCTION), max(2, len(word) - 4))]


def _person_at(text: str, tokens: list[re.Match[str]], at: int, language: str) -> tuple[int, Kind | None]:
    word = tokens[at].group()
    if is_function(word):
        return (at, "function") if _is_definite(text, tokens, at) else (at, None)
    if not _is_name(text, tokens, at, language):
        return at, None
    return _last_of_name(text, tokens, at), "name"


def _is_definite(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a function word means one known person here."""
    word = tokens[at].group()
    if word.lower() in ("hr", "p&o", "directie") or _opens_sentence(text, tokens[at].start()):
        return True
    before = [token.group().lower() for token in tokens[max(0, at - 3) : at]]
    if any(word in _INDEFINITE for word in before[-2:]):
        return False
    return any(word in _DETERMINERS for word in before[-2:])


def _is_name(text: str, tokens: list[re.Match[str]], at: int, language: str) -> bool:
    word = tokens[at].group().rstrip("'’")
    low = word.lower()
    first = re.split(r"[-'’]", low)[0]
    if low in _NOT_NAMES or len(word) < 2 or any(char.isdigit() for char in word):
        return False
    if re.search(r"['’]s\s$", text[max(0, tokens[at].start() - 3) : tokens[at].start()]):
        return False  # 's Ochtends
    if low in _VERBS_TOO and at + 1 < len(tokens) and tokens[at + 1].group().lower() in _PRONOUNS:
        return False
    if low in _TITLES:
        return (
            at + 1 < len(tokens) and tokens[at + 1].group()[0].isupper() or _title_with_particle(tokens, at)
        )
    if not word[0].isupper():
        return low in first_names() and not is_word(low, "nl") and not is_word(low, "en")
    listed = _base(low) in first_names() or _base(first) in first_names()
    if word.isupper() and len(word) > 1:
        return listed and text.isupper()
    if _opens_sentence(text, tokens[at].start()):
        return listed or not (is_word(low, "nl") or is_word(low, "en") or looks_like_noun(low))
    return listed or not _names_a_thing(tokens, at, language) and not looks_like_noun(low)


def _base(word: str) -> str:
    """A first name without the s of possession (Toms, Tom's) and without accents."""
    plain = word.translate(str.maketrans("éèëïüöäç", "eeeiuoac"))
    if plain in first_names():
        return plain
    return re.sub(r"['’]?s$", "", plain)


def _opens_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_END.search(text, max(0, start - 12), start))


def looks_like_noun(word: str) -> bool:
    """Whether a word that the dictionary may lack is a common noun or an adverb (daarvoor), no name."""
    if re.match(r"(?:daar|hier|waar)[a-z]{2,}$", word):
        return True
    return len(word) > 6 and word.endswith(
        ("ing", "heid", "tie", "schap", "iteit", "ment", "gericht", "gerichter", "wet")
    )


def _names_a_thing(tokens: list[re.Match[str]], at: int, language: str) -> bool:
    """Whether a capital follows a noun that it is the name of: "de cursus Excel", "ziekenhuis Gelre"."""
    if at == 0:
        return False
    before = tokens[at - 1].group()
    low = before.lower()
    thing = before.islower() and not is_function(low) and low not in _TITLES | _PARTICLES | _DETERMINERS
    noun = thing and is_word(low, language) and low not in _SMALL_WORDS and not low.endswith(("t", "en"))
    return noun or low in _DETERMINERS


_SMALL_WORDS = listed(
    "aan als bij dat die door en er in is maar met naar niet of om onder ook op over per samen sinds "
    "tegen tot tussen uit via voor voordat want zal zodat zonder moet kan mag wil gaat heeft laat doet "
    "komt geeft krijgt dan nog wel and at because before but by for from if on or since so than that to "
    "until when while will with can must should may is has does gets gives lets tells asks helps"
)


def _title_with_particle(tokens: list[re.Match[str]], at: int) -> bool:
    following = [token.group() for token in tokens[at + 1 : at + 4]]
    return (
        bool(following)
        and following[0].lower() in _PARTICLES
        and any(word[0].isupper() for word in following)
    )


def _last_of_name(text: str, tokens: list[re.Match[str]], at: int) -> int:
    """The last token of a name that starts here: "Jan van der Berg", "Mevrouw De Wit"."""
    last, position = at, at + 1
    while position < len(tokens) and text[tokens[position - 1].end() : tokens[position].start()] == " ":
        word = tokens[position].group()
        if word[0].isupper() and word.lower() not in _NOT_NAMES and not word.isupper():
            last = position
        elif word.lower() not in _PARTICLES or position - last > 2:
            break
        position += 1
    return last


def _first_of(tokens: list[re.Match[str]], at: int, kind: Kind) -> int:
    """Where a person's span starts: with the article or possessive before a function."""
    if kind == "name":
        return at
    for position in range(at - 1, max(-1, at - 3), -1):
        if tokens[position].group().lower() in _DETERMINERS:
            return position
    return at
