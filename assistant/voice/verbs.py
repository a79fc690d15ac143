"""Conjugates verbs in the present tense, Dutch and English; None when no dictionary confirms a form."""

from functools import cache
from typing import Literal

from assistant.reading.grammar import verb_lemma
from assistant.reading.lexicon import is_word, lemma

Actor = Literal["self", "many", "third"]

_IRREGULAR = {
    # infinitive: ik, hij, wij
    "zijn": ("ben", "is", "zijn"),
    "hebben": ("heb", "heeft", "hebben"),
    "kunnen": ("kan", "kan", "kunnen"),
    "mogen": ("mag", "mag", "mogen"),
    "willen": ("wil", "wil", "willen"),
    "zullen": ("zal", "zal", "zullen"),
    "gaan": ("ga", "gaat", "gaan"),
    "doen": ("doe", "doet", "doen"),
    "zien": ("zie", "ziet", "zien"),
    "staan": ("sta", "staat", "staan"),
    "slaan": ("sla", "slaat", "slaan"),
    "komen": ("kom", "komt", "komen"),
    "moeten": ("moet", "moet", "moeten"),
}
_PLACE = {"self": 0, "third": 1, "many": 2}
_ENGLISH_HAVE = {"have": "has", "be": "is", "do": "does", "go": "goes"}


def actor_of(who: str | None) -> Actor:
    """Which form of the verb goes with a person or persons."""
    low = f" {(who or '').lower()} "
    if low.strip() in ("ik", "i"):
        return "self"
    many = low.strip() in ("wij", "we", "jullie", "they", "wij samen", "wij allebei")
    return "many" if many or " en " in low or " and " in low else "third"


@cache
def present(infinitive: str, actor: Actor) -> str | None:
    """The Dutch present tense of an infinitive: maken → maak, maakt, maken."""
    if infinitive in _IRREGULAR:
        return _IRREGULAR[infinitive][_PLACE[actor]]
    if actor == "many":
        return infinitive
    stem = _stem(infinitive)
    if stem is None or actor == "self":
        return stem
    return stem if stem.endswith("t") else stem + "t"


def _stem(infinitive: str) -> str | None:
    """The stem of a regular verb, accepted only when the dictionary knows its form in -t."""
    if not infinitive.endswith("en") or len(infinitive) < 5:
        return None
    base = infinitive[:-2]
    options = [base]
    if base[-1] == base[-2]:
        options = [base[:-1]]
    elif base[-2] in "aeou":
        options = (
            [base[:-1] + base[-2] + base[-1], base] if base[-2] != "e" else [base[:-1] + "e" + base[-1], base]
        )
    voiceless = [word[:-1] + {"v": "f", "z": "s"}[word[-1]] for word in options if word[-1] in "vz"]
    for stem in voiceless + options:
        third = stem if stem.endswith("t") else stem + "t"
        if is_word(third, "nl") and lemma(third, "nl") == infinitive:
            return stem
    return None


def as_said_by(verb: str, actor: Actor) -> str | None:
    """A Dutch verb in the third person, put in the form for somebody else: rondt → rond, ronden."""
    low = verb.lower()
    infinitive = next((name for name, forms in _IRREGULAR.items() if forms[1] == low), None) or verb_lemma(
        low, "nl"
    )
    return present(infinitive, actor) if infinitive else None


def english_present(verb: str, actor: Actor) -> str:
    """The English present tense of a base form: call → calls."""
    if actor != "third":
        return verb
    if verb in _ENGLISH_HAVE:
        return _ENGLISH_HAVE[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
