"""Turns what a person wrote into one plain main clause, without changing a fact in it.

Where the grammar is not certain the person's own clause is kept whole.
"""

import re
from collections.abc import Sequence

from assistant.conversation import Language
from assistant.reading.grammar import (
    Word,
    has_finite_helper,
    is_auxiliary,
    is_verb,
    subject_of,
    units_of,
    verb_lemma,
    words_of,
)
from assistant.reading.lexicon import lemma, listed
from assistant.voice.verbs import Actor, actor_of, as_said_by, english_present, present

_PARTICLES = sorted(
    listed(
        "achter aan af bij binnen door in langs los mee na neer om onder op over rond samen terug toe uit "
        "vast voor weg"
    )
)


_NO_ENGLISH_VERB = listed("the a an all more less better no every each this that these some in by on at")


def lower_first(text: str, keep: bool = False) -> str:
    """The text with a small first letter, unless it is a name (``keep``) or an abbreviation."""
    return text if keep or text[:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter; "'s ochtends" gets it on its first word."""
    match = re.match(r"(['’][st]\s+)?(\[?)(\w)", text)
    return text if not match else text[: match.start(3)] + match[3].upper() + text[match.end(3) :]


def tidy_sentence(text: str) -> str:
    """One sentence in good form: a capital, no double blanks, no blank before a comma, one full stop."""
    text = re.sub(r"\s+", " ", text).strip(" ,;-–•*")
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r",\s*(?=[.,])", "", text)
    text = upper_first(text)
    return text if not text or text[-1] in ".!?" or text.endswith(('."', ".)")) else text.rstrip(",;:") + "."


def main_clause(clause: str, subject: str, verb: str) -> str | None:
    """A Dutch subordinate clause as a main clause: "Marloes strakker gaat plannen" → "Marloes gaat …".

    None when the verb may have to be taken apart (opstelt → stelt … op).
    """
    if not is_auxiliary(verb) and verb.lower().startswith(tuple(_PARTICLES)):
        return None
    start = clause.find(subject)
    at = clause.rfind(verb)
    if start < 0 or at < start:
        return None
    rest = clause[start + len(subject) : at] + clause[at + len(verb) :]
    return f"{clause[:start]}{subject} {verb} {rest}".strip()


def active(clause: str, who: str, actor: Actor) -> str | None:
    """A Dutch passive in the active voice: "er worden dossiers geteld" → "Tom telt dossiers".

    None when it is no plain passive or its verb is not certain.
    """
    words = words_of(clause)
    helper = next((word for word in words if word.low in ("wordt", "worden")), None)
    participle = next(
        (word for word in reversed(words) if helper and word.start > helper.end and _infinitive(word)), None
    )
    if not helper or not participle:
        return None
    particle, infinitive = _infinitive(participle) or ("", "")
    finite = present(infinitive, actor)
    if finite is None:
        return None
    before = clause[: helper.start].strip()
    middle = clause[helper.end : participle.start].strip()
    after = clause[participle.end :].strip(" .")
    objects = " ".join(part for part in (_plain(before), _plain(middle)) if part)
    tail = " ".join(part for part in (particle, after) if part)
    return " ".join(part for part in (who, finite, objects, tail) if part)


def _plain(part: str) -> str:
    """A part of a clause without the empty "er", ready to stand inside a sentence."""
    words = part.split()
    if words and words[0].lower() == "er":
        words = words[1:]
    text = " ".join(words)
    return lower_first(text, keep=starts_with_name(text))


def starts_with_name(text: str) -> bool:
    """Whether a text opens with somebody's name, which keeps its capital anywhere."""
    return any(unit.start == 0 and unit.kind == "name" for unit in units_of(text, "nl"))


def _infinitive(word: Word) -> tuple[str, str] | None:
    """Particle and infinitive of a participle: opgeruimd → (op, ruimen), geteld → ("", tellen)."""
    low = word.low
    for particle in _PARTICLES:
        if low.startswith(particle + "ge") and (found := _from_participle(low[len(particle) :])):
            return particle, found
    found = _from_participle(low)
    return ("", found) if found else None


def _from_participle(word: str) -> str | None:
    if not word.endswith(("d", "t", "en")):
        return None
    if word.startswith("ge"):
        found = verb_lemma(word, "nl")
        return found if found and not found.startswith("ge") else None
    if word.startswith(("be", "ver", "her", "ont", "er")):
        base = lemma(word[:-1], "nl") if word[-1] in "dt" else lemma(word, "nl")
        return base if base.endswith("en") else None
    return None


def with_infinitive(clause: str, who: str, actor: Actor, language: Language) -> str | None:
    """A clause without a subject, given one: "meer initiatief tonen" → "Tom gaat meer initiatief tonen"."""
    words = words_of(clause)
    if not words or has_finite_helper(words):
        return None
    if language == "en":
        first = words[0]
        known = (
            is_verb(first.low, "en")
            and lemma(first.low, "en") == first.low
            and first.low not in _NO_ENGLISH_VERB
        )
        return f"{who} {english_present(first.low, actor)}{clause[first.end :]}" if known else None
    first = words[0]
    if (
        _is_infinitive(first.low)
        and (finite := present(first.low, actor))
        and not _is_infinitive(words[-1].low)
    ):
        return f"{who} {finite}{clause[first.end :]}"
    head = words_of(re.split(r"[,.;:]", clause)[0])
    if not any(_is_infinitive(word.low) for word in head[-1:]) and not _ends_before_term(head):
        return None
    return f"{who} {present('gaan', actor)} {lower_first(clause)}"


def _ends_before_term(words: Sequence[Word]) -> bool:
    """Whether an infinitive stands before a place or moment: "initiatief tonen in het overleg"."""
    prepositions = (
        "in",
        "op",
        "bij",
        "voor",
        "vóór",
        "met",
        "tijdens",
        "aan",
        "naar",
        "over",
        "tot",
        "binnen",
    )
    found = [at for at, word in enumerate(words) if _is_infinitive(word.low) and at]
    return any(at + 1 < len(words) and words[at + 1].low in prepositions for at in found)


def _is_infinitive(word: str) -> bool:
    """Whether a word is a Dutch infinitive: the dictionary knows the form that belongs to it."""
    if not word.endswith("n"):
        return False
    bases = [word, *(word.removeprefix(particle) for particle in _PARTICLES if word.startswith(particle))]
    return any(present(base, "third") is not None for base in bases if len(base) > 3)


def from_answer(answer: str, who: str, language: Language, noun_pattern: str) -> str:
    """A clause from what somebody answered to "wat gaat … precies doen?"."""
    text = answer.strip(" .")
    units = units_of(text, language)
    subject = subject_of(text, language, 0, len(text), units)
    if subject and subject.verb:
        return text
    actor = actor_of(who)
    words = words_of(text)
    if words and language == "nl" and _is_finite(words[0].low) and not _is_infinitive(words[0].low):
        finite = words[0].low if actor == "third" else as_said_by(words[0].low, actor)
        if finite:
            return f"{who} {finite}{text[words[0].end :]}"
    if (
        words
        and language == "en"
        and lemma(words[0].low, "en") != words[0].low
        and words[0].low.endswith("s")
    ):
        return f"{who} {text}"
    noun = lower_first(text, keep=starts_with_name(text))
    return with_infinitive(text, who, actor, language) or noun_pattern.format(
        who=who, go=present("gaan", actor), start=english_present("start", actor), words=noun
    )


def _is_finite(word: str) -> bool:
    return word.endswith("t") and is_verb(word, "nl") and lemma(word, "nl") != word
