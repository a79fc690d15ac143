"""Whether a message is an agreement to work on. Precision first: in doubt it is for the guidance."""

import datetime
import re

from assistant.reading.agreements import Reading, read_agreements
from assistant.reading.grammar import is_verb, verb_lemma, words_of
from assistant.reading.lexicon import agreement_words, listed
from assistant.reading.questions import is_yes_no
from assistant.reading.text import tidy

_LONGEST = 1500  # characters; a longer text is only read as agreements when it is announced as such
_ANNOUNCED = re.compile(
    r"^\W*(?:(?:kun|kan|wil)\s+(?:je|jij|u)\s+|(?:can|could|would)\s+you\s+|please\s+|graag\s+)?"
    r"(?:(?:maak|herschrijf|make|rewrite|turn)\s+)?"
    r"(?:(?:dit|deze|deze\s+twee|mijn|onze|de|het|this|these|my|our|the|it)\s+)?"
    r"(?:(?:zin|tekst|doel|doelen|afspraak|afspraken|agreements?|goals?|sentence|text)\s+)?"
    r"(?:eens\s+|even\s+|into\s+)?(?:smart|s\.m\.a\.r\.t\.?)(?:\s+(?:maken|formuleren|voor\s+me|please))?\s*\??\s*[:\n]\s*(?=\S)",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:(?:onze|de|nieuwe|our|the)\s+)?(?:afspra(?:ak|ken)|actiepunt(?:en)?|doel(?:en)?|agreements?|action\s+points?|goals?)"
    r"(?:\s+\d+)?\s*:\s*\S"
    r"|^\W*(?:we|wij)\s+(?:spreken\s+af|hebben\s+afgesproken|komen\s+overeen)\s*(?:,\s*)?(?:dat|:)\s*\S"
    r"|^\W*(?:er\s+is\s+)?afgesproken(?:\s+is)?\s*(?:,\s*)?(?:dat|:)\s*\S"
    r"|^\W*we(?:\s+have|'ve)?\s+agreed?\s+that\s+\S",
    re.I,
)
_ASKS = re.compile(
    r"\?|\b(?:hoe|hoeveel|waarom|hoezo|welke|how|why|which|help|advies|advice|tips?|voorbeeld\w*|examples?)\b"
    r"|(?:^|[.,;:!]\s*|\b(?:en|maar|dus|and|but|so)\s+)(?:wat|wie|waar|wanneer|what|who|where|when|is|mag|kan|can|may|should)\b",
    re.I,
)
# A person who tells how things are, or how they feel, wants to be heard and helped, not rewritten.
_TELLS = re.compile(
    r"\b(?:mijn|m'n|mn)\s+(?:baas|chef|leidinggevende|manager|werkgever|teamleider|medewerkers?|collega|vrouw|man|broer|zus|vriend(?:in)?|moeder|vader|zoon|dochter)\b"
    r"|\bmy\s+(?:boss|manager|supervisor|employer|employees?|colleague|wife|husband|friend|mother|father|son|daughter)\b"
    r"|\b(?:ik|i)\s+(?:weet|heb|vind|denk|wil|ben|voel|merk|snap|durf|zie|hoor|baal|hoop|zou|moet|ga|mag|kan|krijg|zit|word"
    r"|know|have|think|feel|want|am|hope|wish|would|must|should|can|need|get)\b"
    r"|\bi'(?:m|d|ve)\b|\b(?:altijd|nooit|volgens\s+mij|misschien|always|never|maybe)\b"
    r"|\b\w*(?:gesprek|gesprekken|gesprekje|beoordeling|evaluatie|review|feedback)\b|\b(?:jij|jou|jouw|je|u|you|your)\b",
    re.I,
)
_DISCUSSED = re.compile(
    r"\b(?:maar|but|zei|zegt|zeggen|vroeg|vertelde|beloofde|said|says|told|asked)\b", re.I
)
_COMMITS = listed(
    "gaat gaan zal zullen moet moeten probeert proberen dient dienen will shall must should tries try"
)
_REPORTS = listed(
    "is ben zijn was waren heeft heb hebben had hadden wil willen wilt kan kunnen kon vindt vinden "
    "weet weten denkt denken voelt voelen lijkt zegt zit zitten ligt are am were has have wants want "
    "can could thinks feels seems says"
)
_EMPLOYEES = listed("medewerker medewerkers werknemer werknemers employee employees")
_NOUN_FOLLOWS = listed("met op naar in voor van aan de het een zijn haar")
_DIRECTIONS = listed("omlaag omhoog down up")
_GOING = re.compile(r"\b(?:is|are|am)\s+going\s+to\s+\w+", re.I)
_FROM_NOW = re.compile(r"\b(?:voortaan|(?:van|vanaf)\s+nu(?:\s+af)?(?:\s+aan)?|from\s+now\s+on)\b", re.I)
_SHOULD_CHANGE = re.compile(
    r"^\W*(?:de|het|onze|the|our)\s+(?!baas|chef|manager|boss)[\w\s-]{2,60}?\b(?:moet|moeten|must|should|needs?\s+to|has\s+to)\b",
    re.I,
)


def after_announcement(message: str) -> str | None:
    """What follows "maak SMART:" and the like; None when nothing is announced."""
    match = _ANNOUNCED.match(message)
    return message[match.end() :].strip() if match else None


def states_agreement(message: str, today: datetime.date, language: str) -> bool:
    """Whether a message that is not announced as one clearly is an agreement or a vague intention."""
    text = tidy(message)
    if len(words_of(text)) < 3 or len(text) > _LONGEST or _ASKS.search(text) or is_yes_no(text):
        return False
    if _LABEL.match(text):
        return True
    if _TELLS.search(text) or _DISCUSSED.search(text):
        return False
    readings = read_agreements(text, today, language)
    return bool(readings) and _commits(text, readings[0], language)


def _commits(text: str, reading: Reading, language: str) -> bool:
    subject, main = reading.subject, reading.main.text
    if subject is None:
        return _is_wish(main, language)
    if subject.unit.kind in ("pronoun", "you") or subject.verb is None:
        return False
    if _GOING.search(main):
        return True
    verb = subject.verb.low
    if verb in _COMMITS:
        return not _is_norm(reading) and _names_action(text, reading, language)
    if verb in _REPORTS:
        return False
    # Without an end date, "Lisa komt elke dag te laat" is a complaint and no agreement; "voortaan" is about
    # what is still to come.
    ahead = reading.deadline is not None or _FROM_NOW.search(main) is not None
    return reading.what is not None and ahead and _in_front(text, reading)


def _in_front(text: str, reading: Reading) -> bool:
    """Whether the sentence opens with who does it, or with by when: a report opens otherwise."""
    assert reading.subject
    before = text[reading.main.start : reading.subject.unit.start].strip().lower()
    dated = reading.deadline is not None and reading.deadline.start - reading.main.start < 8
    return before in ("", "de", "het", "onze", "the", "our") or dated


def _is_norm(reading: Reading) -> bool:
    """Whether it tells what such people do in general: "de leidinggevende moet open vragen stellen"."""
    assert reading.subject
    general = reading.subject.unit.kind == "function" and reading.deadline is None
    return (
        general and reading.subject.unit.text.lower().split()[-1] in agreement_words().managers | _EMPLOYEES
    )


def _names_action(text: str, reading: Reading, language: str) -> bool:
    """Whether an infinitive or a comparative follows the helping verb; "gaat weg" holds neither."""
    assert reading.subject and reading.subject.verb
    after = [
        word for word in words_of(text, reading.subject.verb.end, reading.main.end) if word.text.islower()
    ]
    if language == "en":
        return any(is_verb(word.low, "en") for word in after)
    before = ["", *(word.low for word in after)]
    return any(
        word.low in agreement_words().comparatives or (_is_infinitive(word.low) and last not in _NOUN_FOLLOWS)
        for last, word in zip(before, after, strict=False)
    )


def _is_infinitive(word: str) -> bool:
    lists = agreement_words()
    return verb_lemma(word, "nl") == word or word in lists.light_verbs | lists.empty_verbs | lists.vague_verbs


def _is_wish(main: str, language: str) -> bool:
    """A wish without anyone in it: "meer initiatief tonen", "de sfeer op de afdeling moet beter"."""
    words = words_of(main)
    comparatives = agreement_words().comparatives
    if _SHOULD_CHANGE.match(main):
        return any(word.low in comparatives or word.low in _DIRECTIONS for word in words)
    if not words or words[0].low not in comparatives or language == "en":
        return False
    return any(_is_infinitive(word.low) for word in words[2:])
