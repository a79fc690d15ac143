"""What the person just did in a rehearsal: a set of acts, read by cues from knowledge/cues/rehearsal.toml."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from assistant.reading.text import sentences, words
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table

_SHORT = 3
_LONGEST_GOODBYE = 18
_LIEFST = re.compile(r"\b(?:liefst|graag|love to)\b", re.I)
_QUESTION_ACTS = frozenset(
    {
        "look_back",
        "ask_view",
        "ask_success",
        "ask_hard",
        "ask_energy",
        "ask_wish",
        "ask_need",
        "ask_feedback",
        "ask_team",
        "ask_workload",
        "ask_cause",
        "ask_example",
        "ask_further",
        "ask_plan",
        "ask_consent",
        "ask_experience",
        "recognise_q",
        "private_probe",
    }
)
_OWN_SHARE = re.compile(
    r"\b(?:had|hadden|hebben|moet|moest|kan|kon|zou|heb|ben|was|should|could) (?:ik|we|wij|i)\b|"
    r"\b(?:ik|we|wij|i) (?:had|moet|moest|kan|kon|zou|heb|ben|was|should|could)\b",
    re.I,
)
"""Who speaks of what they themselves could do better makes no point of the other's work."""
_ANNOUNCED = re.compile(r"\b(?:[eé]én|een) (?:ding|punt|puntje)\b|\biets van mijn kant\b", re.I)
_MAY_BE_DENIED = frozenset({"success", "hard"})
_DENIAL = re.compile(
    r"\b(?:niet|geen|nooit|nauwelijks|amper|half|deels|not|never|no|hardly)\b[^,.;:!?]*$", re.I
)
_REACH = 30
"""Characters before a cue in which a denial still touches it."""
_WORK = frozenset(
    {
        "success",
        "hard",
        "wish",
        "need",
        "feedback",
        "commitment",
        "improvement",
        "look_back",
        "offer",
        "blame",
    }
)
"""Acts that make a turn about the work, whatever else is in it ("toen jij op vakantie was")."""
_ALSO_STATEMENTS = frozenset({"look_back", "private_probe"})
_UNMARKED = re.compile(
    r"\W*(?:(?:en|maar|oké|ok|nou|ja|zeg)\b[\s,]*)*"
    r"(?:(?:(?:dus|dan) )?(?:hoe|wat|waar\w*|wanneer|wie|(?:hoe|welke?) \w+) "
    r"(?:is|was|ging|gaat|loopt|liep|vind|vond|heb|hebben|wil|zou|"
    r"kan|kun|doe|deed|ga|kijk|keek|zie|merk|moet|maakte?|mis|verwacht|denk|komt|kwam|speelt|bedoel|voel|voelde|"
    r"spreken|gebeurde|zijn|waren|bevalt|staat|sta|zit|voelt|werkt|lukt|lukte|kost|viel|wordt|word|"
    r"kreeg) (?!een\b)|"
    r"(?:heb|kun|kan|ben|vind|wil|herken|voel|merk|mis|zou|ga|lukt|klopt|mag|zie) "
    r"(?:je|jij|dat)\b(?! wel\b))",
    re.I,
)
"""A question typed without its question mark."""

_CHECK = re.compile(r"\W*(?:klopt dat|is dat zo|hoe zit dat|toch|is that (?:right|so|true))\W*", re.I)
"""A question that says nothing of its own."""


class _Starts(Strict):
    starts: list[str]


class _Cues(Strict):
    acts: dict[str, list[str]]
    open_question: _Starts


class Heard(BaseModel):
    """One turn of the person: the acts found in it and the words it was read from.

    ``asked`` is the part of the text that asks something.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    count: int
    acts: frozenset[str]
    asked: str = ""

    def has(self, *acts: str) -> bool:
        """Whether any of these acts was heard."""
        return any(act in self.acts for act in acts)

    @property
    def short(self) -> bool:
        """A turn of so few words that nothing can be built on it."""
        return self.count <= _SHORT

    @property
    def asks(self) -> bool:
        """Whether there is a question in it."""
        return self.has("open_question", "closed_question")


def hear(text: str) -> Heard:
    """The acts in one turn, in Dutch or English; linear in the length of the text."""
    count = len(words(text))
    questions = " ".join(span.text for span in sentences(text) if _is_question(span.text))
    statements = " ".join(span.text for span in sentences(text) if not _is_question(span.text))
    acts = {act for act, cue in _compiled().items() if cue.search(_part(act, text, questions, statements))}
    if questions:
        invites = _open(questions) or not acts.isdisjoint({"ask_example", "ask_further"})
        acts.add("open_question" if invites else "closed_question")
    if "ask_plan" in acts and _LIEFST.search(questions):
        acts = acts - {"ask_plan"} | {"ask_wish"}
    acts -= {act for act in _MAY_BE_DENIED & acts if not _affirmed(act, statements)}
    acts -= {act for act in ("improvement", "blame") if act in acts and not _points_at_other(act, text)}
    if "confides" in acts:
        acts -= {"commitment", "offer"}
    if not acts.isdisjoint(_WORK):
        acts.discard("off_topic")
    if questions or count > _LONGEST_GOODBYE:
        acts.discard("farewell")
    if count == 0 or ("silence" in acts and count <= _SHORT):
        acts = {"silence"}
    return Heard(text=text, count=count, acts=frozenset(acts), asked=_leaning(questions, text))


def _leaning(questions: str, text: str) -> str:
    """What is asked; "Klopt dat?" asks for what was said before it."""
    return text if _CHECK.fullmatch(questions) else questions


def _affirmed(act: str, text: str) -> bool:
    """Whether an act is said somewhere without "niet" or "geen" before it in the same clause."""
    found = _compiled()[act].finditer(text)
    return any(not _DENIAL.search(text[max(0, match.start() - _REACH) : match.start()]) for match in found)


def _points_at_other(act: str, text: str) -> bool:
    cue = _compiled()[act]
    said = (span.text for span in sentences(text) if cue.search(span.text))
    return any(_ANNOUNCED.search(sentence) or not _OWN_SHARE.search(sentence) for sentence in said)


def quote_of(act: str, text: str) -> str | None:
    """The sentence in which an act was heard, verbatim but for its closing mark; None when absent."""
    cue = _compiled()[act]
    found = (span.text for span in sentences(text) if cue.search(span.text) and not span.text.endswith("?"))
    return next((sentence.rstrip(".! ") for sentence in found), None)


def _part(act: str, text: str, questions: str, statements: str) -> str:
    if act in _ALSO_STATEMENTS or not (act in _QUESTION_ACTS or act in _STATED):
        return text
    return questions if act in _QUESTION_ACTS else statements


_STATED = frozenset(
    {
        "experience",
        "success",
        "hard",
        "wish",
        "commitment",
        "improvement",
        "recognition",
        "agree",
        "feedback",
        "offer",
        "counter",
        "disappointed",
    }
)


def _is_question(sentence: str) -> bool:
    ends = sentence.rstrip("\"'”’) ").endswith("?")
    return ends or bool(_request().match(sentence)) or bool(_UNMARKED.match(sentence))


def _open(questions: str) -> bool:
    return bool(_starter().search(questions))


@cache
def _cues() -> _Cues:
    return read_table(KNOWLEDGE / "cues" / "rehearsal.toml", _Cues)


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    return {
        act: re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.I) for act, cues in _cues().acts.items()
    }


@cache
def _starter() -> re.Pattern[str]:
    starts = "|".join(_cues().open_question.starts)
    return re.compile(rf"(?:^|[.,;:!?]\s*|\b(?:en|maar|and|but|dan|nou|zeg)\s+)(?:{starts})\b", re.I)


@cache
def _request() -> re.Pattern[str]:
    return re.compile(
        r"(?:vertel|tell me|leg (?:eens )?uit|neem me mee)\b|"
        r".{0,40}\b(?:wil|wou|zou) (?:ik )?(?:(?!laten)\w+ ){0,4}(?:weten|horen) (?:hoe|wat|waar\w*)\b|"
        r".{0,20}\b(?:ben (?:ik )?(?:\w+ )?(?:benieuwd|nieuwsgierig)) (?:naar )?(?:hoe|wat|waar\w*)\b|"
        r".{0,20}\bi(?:'d| would) (?:like|love) to (?:know|hear) (?:how|what|why|where)\b",
        re.I,
    )
