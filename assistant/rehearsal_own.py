"""A scenario from the person's own situation: made from what they tell, asking only what is missing."""

from assistant.conversation import Language
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.reading.keywords import clause, noun_phrase
from assistant.reading.text import tidy, words
from assistant.rehearsal_state import Frozen
from assistant.resources import KNOWLEDGE
from assistant.scenarios import Scenario
from assistant.tables import Strict, parse_table, read_table

NEEDED = ("name", "issue", "temper", "goal")
"""What the coach must know to play the other, in the order in which it asks."""

LONGEST_ANSWER = 1500
"""Characters of one answer."""

_TEMPERAMENTS: dict[Role, dict[str, str]] = {
    "employee": {
        "boos": "defensive",
        "fel": "defensive",
        "verdedig": "defensive",
        "stil": "withdrawn",
        "gesloten": "withdrawn",
        "praat": "talkative",
        "druk": "talkative",
        "onzeker": "worried",
        "bang": "worried",
        "verdriet": "worried",
        "angry": "defensive",
        "quiet": "withdrawn",
        "talk": "talkative",
        "nervous": "worried",
    },
    "manager": {
        "haast": "hurried",
        "druk": "hurried",
        "tijd": "hurried",
        "praat": "talker",
        "ontwijk": "avoider",
        "vaag": "avoider",
        "streng": "critic",
        "kritisch": "critic",
        "hard": "critic",
        "boos": "critic",
        "busy": "hurried",
        "talk": "talker",
        "avoid": "avoider",
        "strict": "critic",
        "critical": "critic",
    },
}
_DEFAULT: dict[Role, str] = {"employee": "open", "manager": "coaching"}


class Missing(Frozen):
    """What is still needed: the slot, and the question for it in the person's language."""

    slot: str
    question: str


class _Template(Strict):
    questions: dict[Language, dict[str, str]]
    scenario: str


def own_scenario(
    description: str, answers: dict[str, str], role: Role, language: Language = "nl"
) -> Scenario | Missing:
    """The scenario for the person's own situation, or the one question to ask next.

    Args:
        description: the situation in two or three sentences, by the person.
        answers: slot to text, of the questions asked so far.
        role: who the person is in it.
        language: of the questions.

    Raises:
        PersonError: nothing was described, or it is too long to be a description.
    """
    told = {slot: _usable(text) for slot, text in {**answers, "description": description}.items()}
    if len(words(told["description"])) < 3:
        raise PersonError("Vertel in twee of drie zinnen wat er speelt, dan kan ik de ander spelen.")
    for slot in NEEDED:
        if not words(told.get(slot, "")):
            return Missing(slot=slot, question=_template().questions[language][slot])
    return _filled(told, role)


def _usable(text: str) -> str:
    if len(text) > LONGEST_ANSWER:
        raise PersonError(f"Houd het kort: hooguit {LONGEST_ANSWER} tekens per antwoord.")
    return tidy(text).replace("?", ".")


def _filled(told: dict[str, str], role: Role) -> Scenario:
    other: Role = "employee" if role == "manager" else "manager"
    temper = _temperament(told["temper"], other)
    slots = {
        "other": _first_name(told["name"]),
        "topic": noun_phrase(told["issue"], "nl") or "wat er speelt",
        "quote": clause(told["issue"]) or " ".join(words(told["issue"])[:12]),
        "goal": " ".join(words(told["goal"])[:20]),
        "words": ", ".join(f'"{word}"' for word in _topics(told["issue"] + " " + told["description"])),
        "employee_name": _first_name(told["name"]) if other == "employee" else "Jij",
        "manager_name": _first_name(told["name"]) if other == "manager" else "Jij",
        "employee_temper": temper if other == "employee" else _DEFAULT["employee"],
        "manager_temper": temper if other == "manager" else _DEFAULT["manager"],
    }
    text = _template().scenario
    for slot, value in slots.items():
        text = text.replace(f"<{slot}>", value if slot == "words" else _escaped(value))
    return parse_table(text, Scenario, "eigen situatie")


def _temperament(text: str, other: Role) -> str:
    low = text.lower()
    return next((kind for cue, kind in _TEMPERAMENTS[other].items() if cue in low), _DEFAULT[other])


def _first_name(text: str) -> str:
    names = [word for word in words(text) if word[0].isupper()]
    return (names or words(text))[0][:40]


def _topics(text: str) -> list[str]:
    """The longer words: what the talk will be about."""
    return list(dict.fromkeys(word.lower() for word in words(text) if len(word) > 5 and word.isalpha()))[
        :12
    ] or ["werk"]


def _escaped(text: str) -> str:
    return text.replace("\\", "").replace('"', "'")


def _template() -> _Template:
    return read_table(KNOWLEDGE / "own_scenario.toml", _Template)
