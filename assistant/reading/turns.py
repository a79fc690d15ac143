"""What a person does with a turn: asks, praises, names a point, commits; each as a verbatim span."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from assistant.guideline import Role
from assistant.reading.cues import cue, fold
from assistant.reading.dates import find_terms
from assistant.reading.text import Span, sentences

Kind = Literal[
    "open_question",
    "closed_question",
    "ask_view",
    "ask_success",
    "ask_difficulty",
    "ask_wish",
    "ask_need",
    "ask_feedback",
    "ask_agreement",
    "ask_experience",
    "recognition",
    "improvement",
    "example",
    "blame",
    "feeling",
    "dont_know",
    "denial",
    "agreement",
    "acknowledge",
    "goal",
    "agenda",
    "time",
    "look_back",
    "summary",
    "follow_up",
    "manager_view",
    "success",
    "difficulty",
    "wish",
    "need",
    "feedback",
]


class Act(NamedTuple):
    """Something done with words: ``quote == text[start:end]`` of the turn."""

    kind: Kind
    quote: str
    start: int
    end: int


_ASKS: tuple[Kind, ...] = (
    "ask_view",
    "ask_success",
    "ask_difficulty",
    "ask_wish",
    "ask_need",
    "ask_agreement",
    "ask_experience",
)
_ANYONE: tuple[Kind, ...] = ("feeling", "look_back", "summary", "blame")
_OPENING: tuple[Kind, ...] = ("goal", "agenda", "time")
_MANAGER: tuple[Kind, ...] = ("manager_view", "acknowledge")
_EMPLOYEE: tuple[Kind, ...] = ("success", "wish", "need", "feedback", "denial")
_TOLD: dict[Role, tuple[Kind, ...]] = {"manager": _MANAGER, "employee": _EMPLOYEE}

_SUBJECT = r"(?:ik|je|jij|ge|gij|we|wij|jouw|jullie|you|i|your|they|ze)"
_OTHERS = (
    r"(?:klanten|collega's|ouders|families|bewoners|het team|de ploeg|iedereen|op jou|customers|support)"
)
_CLAUSE_BREAK = re.compile(
    r"[,;]?(?<!\btot)(?<!\bup)\s+(?:en|maar|want|dus|alleen|and|but|so)\s+"
    rf"(?=(?:(?:dat|hoe|that)\s+)?{_SUBJECT}\b|{_OTHERS}\b|(?:dan|met|als|de|die)\b)"
    rf"|;\s+|,\s+(?=(?:{_SUBJECT}|{_OTHERS})\s+\w)"
)
_ASKING = re.compile(
    r"^(?:\w+[\s,]+){0,3}?(?:(?:hoe|wat|waar|waarom|wanneer|wie|waarmee|waarvoor|waarin|how|what|why|when|where|who)|"
    r"(?:welke|hoe|which)\s+\w+)\s+(?:ging|gaat|is|was|vind|vindt|vond|wil|wilt|zou|kan|kun|kunt|heb|hebt|heeft|denk|doe"
    r"|doet|ga|maakt|maakte|zie|kijk|merk|moet|zijn|waren|loopt|liep|did|do|does|would|could|can|is|are|was|were|will|has"
    r"|have)\b"
)
_OPEN = re.compile(
    r"\b(?:hoe|wat|waar\w*|wanneer|welke?|wie|in hoeverre|how|what|why|when|where|which|who)\b"
)
_TAIL = " \t.!?…\"'”’)"


def acts(text: str, speaker: Role) -> list[Act]:
    """All acts in one turn, in the order of the text; one sentence can hold several.

    Args:
        text: the turn as spoken or typed, Dutch or English.
        speaker: who says it: only a manager gives recognition, only an employee has successes.
    """
    found = [act for sentence in sentences(text) for act in _in_sentence(sentence, speaker)]
    return sorted(found, key=lambda act: (act.start, act.end))


def is_question(sentence: str) -> bool:
    """Whether a sentence asks something, with or without its question mark."""
    folded = fold(sentence).strip()
    return (
        "?" in folded[-3:]
        or bool(_ASKING.search(folded))
        and not folded.startswith(("wat een", "wat is dat"))
    )


def clauses(sentence: Span) -> list[Span]:
    """The main clauses of a sentence, as spans in the turn."""
    spans, start = [], 0
    for match in _CLAUSE_BREAK.finditer(fold(sentence.text)):
        spans.append(
            Span(sentence.text[start : match.start()], sentence.start + start, sentence.start + match.start())
        )
        start = match.end()
    spans.append(Span(sentence.text[start:], sentence.start + start, sentence.end))
    return [span for span in spans if span.text.strip()]


def says(kind: str, text: str) -> bool:
    """Whether a piece of text holds a cue of this kind."""
    return bool(cue(kind).search(plain(text)))


def plain(text: str) -> str:
    """Folded text without the punctuation at its end, as the cues expect it."""
    return fold(text).strip().rstrip(_TAIL)


def is_example(text: str) -> bool:
    """Whether a sentence names a time, place, event or figure, and not only a habit or a heading."""
    folded = cue("not_example").sub(" ", plain(text))
    return bool(cue("example").search(folded))


def _in_sentence(sentence: Span, speaker: Role) -> Iterator[Act]:
    question = is_question(sentence.text)
    kinds = list(_questions(sentence.text)) if question or _invites(sentence.text) else []
    if not question:
        kinds += [kind for kind in ("dont_know", *_TOLD[speaker]) if says(kind, sentence.text)]
    elif speaker == "employee":
        kinds += [kind for kind in _EMPLOYEE if says(kind, sentence.text)]
    kinds += [kind for kind in _OPENING if speaker == "manager" and says(kind, sentence.text)]
    kinds += [kind for kind in _ANYONE if says(kind, sentence.text)]
    kinds += ["follow_up"] if says("follow_up", sentence.text) and has_moment(sentence.text) else []
    kinds += ["example"] if is_example(sentence.text) and not question else []
    yield from (Act(kind, *sentence) for kind in kinds)
    for clause in clauses(sentence):
        yield from (Act(kind, *clause) for kind in _in_clause(clause.text, speaker, question))


def _invites(text: str) -> bool:
    """Whether a statement asks for an answer ("Vertel eens"); a point of the agenda does not."""
    return says("open_question", text) and not says("agenda", text)


def _questions(text: str) -> Iterator[Kind]:
    yield "open_question" if _OPEN.search(fold(text)) or says("open_question", text) else "closed_question"
    if not says("not_ask", text):
        yield from (kind for kind in _ASKS if says(kind, text))
    if _asks_feedback(text) and not says("not_ask_feedback", text):
        yield "ask_feedback"


def _asks_feedback(text: str) -> bool:
    """Whether a manager's question is about themself: in set words, or "ik/mij" with how they do it."""
    about_me = says("strong_about_me", text) or says("about_me", text) and says("how_i_do", text)
    return says("ask_feedback", text) or about_me and not says("ask_agreement", text)


def _in_clause(text: str, speaker: Role, question: bool) -> Iterator[Kind]:
    if question:
        return
    if speaker == "manager":
        if is_recognition(text):
            yield "recognition"
        elif says("improvement", text):
            yield "improvement"
    elif says("difficulty", text) and not says("not_difficulty", text):
        yield "difficulty"
    if commits(text) and has_term(text):
        yield "agreement"


def is_recognition(text: str) -> bool:
    """Whether a manager's clause appreciates the employee; thanks and small talk do not count."""
    if says("improvement", text) or says("acknowledge", text):
        return False
    return says("recognition", text) and (says("praise_explicit", text) or not says("not_recognition", text))


_WORD = re.compile(r"[\w']+|[,:;]")
_MARKS = frozenset(",:;")


def own_actions(text: str) -> list[str]:
    """The verbs of Dutch main clauses in the first person: "stuur" in "dan stuur ik".

    English says "I will" for a promise, and its plain present is a habit.
    """
    tokens = _WORD.findall(plain(text))
    verbs = []
    for at, token in enumerate(tokens):
        if token not in {"ik", "'k", "k"}:
            continue
        before = tokens[at - 1] if at else ","
        verb = (
            "".join(tokens[at + 1 : at + 2]) if before in _MARKS or cue("joins").fullmatch(before) else before
        )
        if not cue("subordinate").fullmatch(before) and verb.isalpha():
            verbs.append(verb)
    idle = ["stative", "past", "no_verb"] + ([] if has_term(text) else ["weak"])
    return [verb for verb in verbs if not any(cue(kind).fullmatch(verb) for kind in idle)]


def commits(text: str) -> bool:
    """Whether a clause takes on an action: an intention in words, or an action in the first person."""
    return not is_question(text) and (says("intention", text) or bool(own_actions(text)))


_FROM = re.compile(
    r"\b(?:vanaf|met ingang van|te beginnen|starting|from)\b[^,.]*?(?=,|\btot\b|\bt/m\b|\buntil\b|$)"
)
_EVERY = re.compile(r"\b(?:elke|iedere|ieder|elk|wekelijks|dagelijks|maandelijks|every|each|weekly|daily)\b")
_ANY_DAY = datetime.date(2000, 1, 1)


def has_moment(text: str) -> bool:
    """Whether a text holds any date or term; enough to plan a meeting."""
    return has_term(text) or any(term.kind != "recurrence" for term in find_terms(text, _ANY_DAY))


def has_term(text: str) -> bool:
    """Whether a text holds a date or term by which it is done; a recurrence needs an end."""
    if any(term.bounded for term in find_terms(text, _ANY_DAY)):
        return True
    folded = _FROM.sub(" ", plain(text))
    return bool(cue("term").search(folded)) and (not _EVERY.search(folded) or "tot " in folded)
