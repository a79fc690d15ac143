"""Writes an agreement from its slots, in the person's own words; what is open stands in brackets."""

import re

from assistant.agreement import Draft
from assistant.reading.agreements import Slot
from assistant.reading.grammar import subject_of, units_of
from assistant.voice.clauses import (
    active,
    from_answer,
    lower_first,
    main_clause,
    starts_with_name,
    tidy_sentence,
    upper_first,
    with_infinitive,
)
from assistant.voice.smart_phrases import smart_phrases
from assistant.voice.verbs import Actor, actor_of, as_said_by

_PREPOSITION = re.compile(
    r"^(?:v[oó]{2}r|tot|t/m|uiterlijk|op|in|eind|begin|medio|half|over|binnen|tegen|met|rond|aan|tijdens|de\s+komende|komende"
    r"|volgende|aanstaande|deze|dit|elke|iedere|by|before|until|till|on|within|at|next|this|every|end|no\s+later|morgen|overmorgen)\b",
    re.I,
)


def agreement_text(draft: Draft) -> str:
    """The rewritten agreement. One that is complete already keeps its own words; only its form is tidied."""
    if not draft.answers and all(
        draft.known(slot) for slot in ("who", "what", "measure", "deadline", "consent", "feasibility")
    ):
        return _own_words(draft)
    sentence = tidy_sentence(_holes(draft, _edited(draft, _stated(draft))))
    return " ".join(part for part in (sentence, *_beside(draft), *_closing(draft)) if part)


def _own_words(draft: Draft) -> str:
    return " ".join(tidy_sentence(span.text) for span in (draft.reading.main, *draft.reading.beside))


# --- the sentence itself ----------------------------------------------------------


def _stated(draft: Draft) -> str:
    """The action as a clause: from an answer, from the text, or what should come instead of a concern."""
    phrases = smart_phrases(draft.language)
    who = draft.known("who")
    if "what" in draft.answers:
        answer = draft.answers["what"].words
        return from_answer(answer, _subject_phrase(draft), draft.language, phrases.sentence["noun"])
    if draft.concern:
        pattern = phrases.sentence["concern" if who else "concern_plain"]
        return pattern.format(who=who)
    return _with_subject(draft)


def _subject_phrase(draft: Draft) -> str:
    """Who acts, as it stands in a sentence; a hole when nobody is known."""
    return draft.known("who") or f"[{upper_first(smart_phrases(draft.language).slots['who'].hole)}]"


def _with_subject(draft: Draft) -> str:
    """The person's own clause, with its subject in place."""
    subject = draft.reading.subject
    if subject is None:
        return _given_subject(draft)
    own_kind = subject.unit.kind in ("name", "function", "self")
    clause = _as_main_clause(draft)
    if "who" in draft.answers or not own_kind:
        return _replaced_subject(draft, clause)
    return clause


def _as_main_clause(draft: Draft) -> str:
    reading = draft.reading
    if reading.clause == reading.main:
        return reading.main.text
    subject = reading.subject
    if draft.language == "en":
        return reading.clause.text
    if subject and subject.verb and not subject.inverted:
        found = main_clause(reading.clause.text, subject.unit.text, subject.verb.text)
        if found:
            return found
    return reading.main.text


def _given_subject(draft: Draft) -> str:
    """A clause without a person in it, put in the active voice where its grammar is certain."""
    who = _subject_phrase(draft)
    actor = actor_of(draft.known("who"))
    clause = draft.reading.clause.text.strip(" .")
    made = active(clause, who, actor) if draft.language == "nl" else None
    made = made or with_infinitive(clause, who, actor, draft.language)
    if made:
        return made
    sentence = smart_phrases(draft.language).sentence
    if not draft.known("who"):
        return f"{draft.reading.main.text.rstrip(' .')} [{sentence['hole_who_does']}]"
    suffix = {"self": "_self", "many": "_many", "third": ""}[actor]
    does = sentence[f"who_does{suffix}"].format(who=upper_first(who))
    return f"{draft.reading.main.text.rstrip(' .')}. {does}"


def _replaced_subject(draft: Draft, clause: str) -> str:
    """The clause with "hij", "je" or an earlier name replaced by who it turned out to be."""
    subject = draft.reading.subject
    if subject is None or "who" not in draft.answers and draft.reading.who:
        return clause
    who = _subject_phrase(draft)
    actor: Actor = actor_of(draft.known("who"))
    old, verb = subject.unit.text, subject.verb.text if subject.verb else ""
    third = verb.endswith("t") or verb.lower() in ("is", "kan", "mag", "wil", "zal")
    new_verb = (
        verb
        if draft.language == "en" or actor == "third" and third
        else as_said_by(verb, actor)
        if third
        else None
    )
    if not verb or new_verb is None:
        hole = (
            f" ({who})"
            if draft.known("who")
            else f" [{smart_phrases(draft.language).sentence['hole_who_does']}]"
        )
        return clause.rstrip(" .") + hole
    pair = (verb, old) if subject.inverted else (old, verb)
    new = (new_verb, _inside(who)) if subject.inverted else (who, new_verb)
    pattern = re.compile(rf"(?<!\w){re.escape(pair[0])}(\s+){re.escape(pair[1])}(?!\w)")
    return pattern.sub(lambda match: f"{new[0]}{match[1]}{new[1]}", clause, count=1)


# --- terms and measures in the sentence ----------------------------------------------


def _edited(draft: Draft, clause: str) -> str:
    """The clause without words that only sound like a deadline, and with the deadline that was answered."""
    reading = draft.reading
    if reading.vague_time:
        clause = re.sub(rf",?\s*(?<!\w){re.escape(reading.vague_time.text)}(?!\w)", " ", clause, count=1)
    if "what" in draft.answers and reading.deadline and "deadline" not in draft.answers:
        return _appended(clause, reading.deadline.text)
    if "deadline" not in draft.answers:
        return clause
    term = as_term(draft.answers["deadline"].words, draft.language, reading.recurs)
    if reading.deadline and reading.deadline.text in clause:
        return clause.replace(reading.deadline.text, term, 1)
    return _appended(clause, term)


def as_term(words: str, language: str, recurs: bool = False) -> str:
    """An answered deadline as part of a sentence: "1 maart" becomes "vóór 1 maart"."""
    words = lower_first(words.strip(" ."), keep=False) if not words[:2].isupper() else words.strip(" .")
    if _PREPOSITION.match(words):
        return words
    if language == "en":
        return f"{'until' if recurs else 'by'} {words}"
    return f"{'tot' if recurs else 'vóór'} {words}"


def _appended(clause: str, term: str) -> str:
    clause = clause.rstrip(" .,;")
    if term.lower() in clause.lower():
        return clause
    sub = re.search(r",|\b(?:als|wanneer|omdat|voordat|zodat|if|when|because)\b", clause)
    return f"{clause}, {term}" if sub else f"{clause} {term}"


def _holes(draft: Draft, clause: str) -> str:
    """The clause with a bracketed question for what is still open in it."""
    asked: tuple[Slot, ...] = ("what", "measure", "deadline")
    slots = [slot for slot in asked if not draft.known(slot)]
    if draft.concern and "what" in slots:
        slots.remove("what")
    clause = clause.rstrip(" .,;")
    deadline = draft.reading.deadline
    if (
        slots == ["measure"]
        and deadline
        and clause.endswith(deadline.text)
        and len(deadline.text) < len(clause)
    ):
        before = clause[: -len(deadline.text)].rstrip(" ,")
        return f"{before} [{hole(draft, 'measure')}] {deadline.text}"
    holes = ", ".join(f"[{hole(draft, slot)}]" for slot in slots)
    if not holes:
        return clause
    joint = ", " if clause.endswith("]") else ": " if "what" in slots else " "
    return clause + joint + holes


def hole(draft: Draft, slot: Slot) -> str:
    """The question that stands in the sentence while a slot is open."""
    return phrase_for(draft, slot, "hole")


def phrase_for(draft: Draft, slot: Slot, kind: str) -> str:
    """A phrase of a slot in the variant that fits who acts: nobody known, the writer, several people."""
    phrases = smart_phrases(draft.language).slots[slot]
    who = draft.known("who")
    suffix = ""
    if slot == "deadline":
        suffix = "recurring" if draft.reading.recurs else ""
    elif slot in ("what", "consent", "feasibility"):
        suffix = _suffix(who)
    text = phrases.variant(kind, suffix)
    return text.format(who=addressed(who or "", draft.language))


def _suffix(who: str | None) -> str:
    """Which variant of a phrase fits who acts."""
    if who is None:
        return "plain"
    actor = actor_of(who)
    if actor == "many" and not re.search(r"\b(?:ik|wij|we|i)\b", who, re.I):
        return "plural"
    return "" if actor == "third" else actor


def addressed(who: str, language: str) -> str:
    """Who acts, spoken to the person at the keyboard: "ik" is "jij", "mijn manager" is "je manager"."""
    low = who.lower()
    talk = smart_phrases("en" if language == "en" else "nl").talk
    if low in ("ik", "i"):
        return talk["you"]
    if low in ("wij", "we"):
        return talk["you_many"]
    who = re.sub(r"^(mijn|my)\b", "je" if low.startswith("mijn") else "your", who, flags=re.I)
    who = re.sub(r"\b(en|and) (ik|I)$", lambda match: f"{match[1]} {talk['you']}", who)
    return _inside(who)


def _inside(who: str) -> str:
    """Who acts, as it stands inside a sentence: "De planner" gets a small letter, "Lot" keeps its capital."""
    article = re.match(
        r"(?:de|het|mijn|zijn|haar|onze|ons|je|the|my|your|his|her|our|ik|wij|we)\b", who, re.I
    )
    return lower_first(who) if article else who


# --- what stands beside it -------------------------------------------------------------


def _beside(draft: Draft) -> list[str]:
    """The sentences that the text gave beside it; those that an answer replaces are left out."""
    given = {"consent": draft.reading.consent, "feasibility": draft.reading.feasibility}
    replaced = [span for slot, span in given.items() if slot in draft.answers and span]
    return [
        tidy_sentence(span.text)
        for span in draft.reading.beside
        if not any(span.start <= old.start < span.end for old in replaced)
    ]


def _closing(draft: Draft) -> list[str]:
    """Measure, consent and means: as they were answered, or as a bracketed question."""
    sentence = smart_phrases(draft.language).sentence
    parts = []
    measure = draft.known("measure")
    in_sentence = "measure" not in draft.answers and not ("what" in draft.answers or draft.concern)
    if measure and not in_sentence and not _said(draft, measure):
        parts.append(_as_sentence(draft, measure, sentence["measure"]))
    parts += [_consent(draft)]
    means = draft.answers.get("feasibility")
    if means:
        parts.append(_as_sentence(draft, means.words, sentence["feasibility"]))
    elif not draft.known("feasibility"):
        parts.append(f"[{upper_first(hole(draft, 'feasibility'))}]")
    return parts


def _said(draft: Draft, words: str) -> bool:
    """Whether words stand in the sentence already, because the answer about the action held them."""
    return "what" in draft.answers and words.lower() in draft.answers["what"].words.lower()


def _as_sentence(draft: Draft, words: str, pattern: str) -> str:
    """An answer as a sentence of its own when it is one, else behind a label."""
    text = words.strip(" .")
    units = units_of(text, draft.language)
    subject = subject_of(text, draft.language, 0, len(text), units)
    if subject and subject.verb:
        return tidy_sentence(text)
    return tidy_sentence(pattern.format(words=lower_first(text, keep=starts_with_name(text))))


def _consent(draft: Draft) -> str:
    answer = draft.answers.get("consent")
    if answer is None:
        return "" if draft.known("consent") else f"[{upper_first(hole(draft, 'consent'))}]"
    if len(answer.words.split()) > 3:
        return tidy_sentence(re.sub(r"^(?:ja|yes)\b[\s,]*", "", answer.words, flags=re.I))
    phrases = smart_phrases(draft.language).slots["consent"]
    who = draft.known("who")
    return upper_first(phrases.variant("given", _suffix(who)).format(who=who))
