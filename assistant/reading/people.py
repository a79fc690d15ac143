"""Names of people in a text, as far as they must not leave the machine: rather one too many than one missed.

``names.find_people`` knows names by first name and capital. On top come titles ("dhr. De Wit"), words for
people before a name ("mijn zus Agnieszka", "dag Tine") and first names of many countries, in lower case too;
off go places, companies and ordinary words with a capital.
"""

import re

from assistant.reading.gazetteer import given_names, known_names, places
from assistant.reading.lexicon import first_names, is_word, listed, names
from assistant.reading.names import TOKEN, find_people, looks_like_noun
from assistant.reading.text import Span

_PARTICLE = r"(?:(?i:van|der|de|den|het|ter|ten|te|el|al|ben|bin|von|du|di|da)|'t)"
_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_CAPITAL = rf"(?:{_UPPER}[^\W\d_]+(?:['’-][^\W\d_]+)*|{_UPPER}['’]{_UPPER}[^\W\d_]+)"
_PART = rf"(?:{_PARTICLE} ){{0,3}}{_CAPITAL}"
_NAME = rf"(?:(?:[A-Z]\. ?){{1,3}})?{_PART}(?: {_PART}){{0,3}}"
_TITLE = (
    r"(?i:(?:dhr|mw|mevr|drs|dr|ir|ing|prof|fam|mrs?|ms)\.?|mevrouw|meneer|heer|familie|juf|meester|miss|sir)"
)
_BEFORE = (
    r"(?i:dag|hoi|hallo|ha|hey|hai|beste|lieve|bedankt|goedemorgen|goedemiddag|hi|hello|dear|thanks|"
    r"zus|zusje|broer|vrouw|man|zoon|dochter|vriend|vriendin|partner|moeder|vader|oom|tante|nicht|neef|"
    r"buurman|buurvrouw|klant|cliënt|patiënt|leerling|student|kandidaat|sollicitant|collega(?:'s)?|medewerkers?|"
    r"teamgenoot|heet|heten|genaamd|sister|brother|wife|husband|son|daughter|friend|client|customer|colleague|"
    r"named|called)"
)
_TITLED = re.compile(rf"(?<!\w)(?:{_TITLE}) +(?P<name>{_NAME})(?!\w)")
_INTRODUCED = re.compile(rf"(?<!\w)(?:{_BEFORE}) +(?P<name>(?![a-z']){_NAME})(?!\w)")
_THING = (  # a capital after these names no person
    r"(?i:de|het|een|deze|die|dit|dat|onze|ons|the|a|an|our|this|that|team|afdeling|project|cursus|opleiding|training|"
    r"module|vestiging|locatie|regio|wijk|unit|school|hogeschool|universiteit|programma|systeem|tool|app|bedrijf|firma|"
    r"groep|klas|department|course|project|in|te)"
)
_AMID = re.compile(  # a capital within a sentence
    rf"(?<!\w)(?!{_THING} )(?:[a-zà-ÿ]++(?:['’][a-zà-ÿ]++)?,?|\d+,?) (?P<name>(?![a-z']){_NAME})(?!\w)"
)
_OPENING = re.compile(r"""(?:^|[\n:"“‘(\[•>]|[-–*] |\d[.)] )\s*$""")
PARTICLES = listed("van de der den het ter ten te el al ben bin von du di da la le 't")
_TITLE_WORDS = listed(
    "mevrouw meneer mevr dhr mw heer dokter mr mrs ms miss sir familie fam drs dr ir ing prof"
)
_NOBODY = _TITLE_WORDS | PARTICLES
_AND = re.compile(rf"(?: en| and| &| of| or) (?P<name>{_NAME})(?!\w)")
_CAMEL = re.compile(r"\w*[a-z][A-Z]")  # LinkedIn
_ASKED = re.compile(  # a verb that is a name too: "Wil je", "Mark mijn agenda"
    r"(?:wil|can|ben|will|mark)\s+(?:ik|je|jij|u|we|wij|jullie|hij|ze|zij|you|i|he|she|they|it|mijn|jouw|ons|my)\b",
    re.I,
)
_CONTRACTION = re.compile(r"['’](?:d|re|s|ll|ve|m|t)$", re.I)
_COMPOUND = 10  # letters; a longer unknown word that opens a sentence is a compound sooner than a name


def names_in(text: str) -> list[Span]:
    """The names of people in a text, in order and without overlap; titles and possessive endings left out."""
    found = [_named(match) for pattern in (_TITLED, _INTRODUCED) for match in pattern.finditer(text)]
    introduced = {span.start for span in found}
    found += [_trimmed(Span(*person[:3])) for person in find_people(text) if person.kind == "name"]
    found += [Span(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text) if _foreign(m.group())]
    found += [_trimmed(span) for span in map(_named, _AMID.finditer(text)) if _is_amid(span.text)]
    spans = [
        span for span in map(_without_ending, found) if _is_someone(span, text, span.start in introduced)
    ]
    ends = {span.end for span in spans}
    joined = [_named(match) for match in _AND.finditer(text) if match.start() in ends]
    spans += [span for span in joined if not _is_nobody(span.text.lower())]
    return apart(spans, len(text))


def apart(spans: list[Span], length: int) -> list[Span]:
    """The spans of a text of ``length`` characters in order, without those that overlap an earlier one."""
    taken, kept = bytearray(length), []
    for span in spans:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _named(match: re.Match[str]) -> Span:
    return Span(match["name"], match.start("name"), match.end("name"))


def _trimmed(span: Span) -> Span:
    """The span without a title, or a small word with the capital of its sentence: "En Sem" is Sem."""
    tokens = list(TOKEN.finditer(span.text))
    for token in tokens[:-1]:
        word = token.group().lower().rstrip(".")
        small = is_word(word, "nl") or is_word(word, "en")
        if word not in _TITLE_WORDS and (word in PARTICLES or word in given_names() or not small):
            start = token.start()
            return Span(span.text[start:], span.start + start, span.end)
    start = tokens[-1].start() if tokens else 0
    return Span(span.text[start:], span.start + start, span.end)


def _without_ending(span: Span) -> Span:
    """The span without the s of possession: "Fatima's", "Toms"."""
    kept = re.sub(r"['’]s?$", "", span.text)
    if kept == span.text and kept.endswith("s") and kept.lower() not in known_names():
        kept = kept[:-1] if kept[:-1].lower() in given_names() else kept
    return Span(kept, span.start, span.start + len(kept))


def _foreign(word: str) -> bool:
    """Whether a word is a first name that no Dutch or English word is written like, in whatever case."""
    low = word.lower()
    return len(low) > 3 and low in given_names() and not is_word(low, "nl") and not is_word(low, "en")


def _is_amid(name: str) -> bool:
    """Whether a capital within a sentence is a name: not of a department, a skill or a system."""
    last = name.split()[-1]
    return not (last.isupper() or re.match(r"[A-Z]{2,}-[a-z]", last) or looks_like_noun(last.lower()))


def _is_someone(span: Span, text: str, introduced: bool) -> bool:
    low = _CONTRACTION.sub("", span.text.lower())
    if _is_nobody(low) or _CAMEL.match(span.text) or _ASKED.match(text, span.start):
        return False
    if introduced and not _opens(text, span):
        return not is_word(low, "en") or low in known_names()
    if low in first_names():
        return True
    if low in places() or all(part in names().things for part in low.split()):
        return False
    known = low in known_names() or low.split("-")[0] in given_names()
    if " " in low or known and not _opens(text, span):
        return True
    word = is_word(low, "nl") or is_word(low, "en")
    return not word and (known or len(low) < _COMPOUND or not _opens(text, span))


def _is_nobody(low: str) -> bool:
    return len(low) < 2 or low in _NOBODY or low in names().things or low in names().words


def _opens(text: str, span: Span) -> bool:
    """Whether a capital says nothing here: after a quotation mark, a colon, a bullet or a blank line."""
    return bool(_OPENING.search(text, max(0, span.start - 8), span.start))
