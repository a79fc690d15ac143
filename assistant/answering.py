"""Which fact of a character answers what the person asked, and whether it has been earned."""

from typing import NamedTuple

from assistant.reading.heard import Heard
from assistant.rehearsal_state import Moment
from assistant.scenarios import About, Character, Fact, Key, Level

_INTENTS: dict[str, About] = {
    "ask_view": "view",
    "ask_success": "success",
    "ask_hard": "hard",
    "ask_energy": "energy",
    "ask_wish": "wish",
    "ask_need": "need",
    "ask_feedback": "feedback",
    "ask_team": "team",
    "ask_workload": "workload",
    "ask_cause": "cause",
}
TRUST_NEEDED: dict[Level, int] = {"easy": 1, "middle": 3, "hard": 5}
"""How much trust it takes, at each level, before trust alone opens a hidden fact."""
_A_STORY = 8
NAMED = 3
"""How near a fact is when one of its own topics is named."""

_FOLLOWING = ("ask_further", "ask_example", "room", "silence")


class Answer(NamedTuple):
    """A fact that fits, and whether the person may hear it."""

    fact: Fact
    earned: bool


def find_answer(
    character: Character, heard: Heard, moment: Moment, level: Level, least: int = 1
) -> Answer | None:
    """The untold fact nearest to the question; None when nothing of this character is about it.

    ``least`` is how near it must be: 1 for its kind, ``NAMED`` for its own topic.

    A hidden fact that is not yet earned gives way to an open one that fits too.
    """
    scored = [
        (_nearness(fact, heard, moment), fact) for fact in character.facts if fact.id not in moment.told
    ]
    near = (pair for pair in scored if pair[0] >= least)
    fitting = sorted(near, key=lambda pair: (-pair[0], -len(_asked_about(heard) & set(pair[1].about))))
    answers = [Answer(fact, not fact.hidden or earned(fact, heard, moment, level)) for _, fact in fitting]
    return next((answer for answer in answers if answer.earned), answers[0] if answers else None)


def told_about(character: Character, heard: Heard, moment: Moment) -> bool:
    """Whether what is asked for has been told already."""
    kinds = _asked_about(heard)
    return any(fact.id in moment.told and kinds & set(fact.about) for fact in character.facts)


def _asked_about(heard: Heard) -> set[About]:
    return {_INTENTS[act] for act in heard.acts if act in _INTENTS}


def earned(fact: Fact, heard: Heard, moment: Moment, level: Level) -> bool:
    """Whether one of the keys of a hidden fact is turned, at this level of difficulty.

    Above the easy level an open question alone is not enough: the fact must have been near before,
    or trust must have grown; nobody tells a secret to the first question.
    """
    if fact.after is not None and fact.after not in moment.told:
        return False
    return any(_turned(key, fact, heard, moment, level) for key in fact.unlock)


def asked_before(fact: Fact, moment: Moment) -> bool:
    """Whether the talk has been near this fact before."""
    return fact.id in moment.near


def _turned(key: Key, fact: Fact, heard: Heard, moment: Moment, level: Level) -> bool:
    trusted = moment.trust >= TRUST_NEEDED[level]
    if key == "open_question":
        return heard.has("open_question") and (trusted or asked_before(fact, moment) and level != "hard")
    if key == "silence":
        following = fact.after is not None and fact.after == moment.last_told
        return heard.has("silence", "room") and (asked_before(fact, moment) or trusted or following)
    if key == "recognition":
        return heard.has("recognition", "empathy") and (trusted or asked_before(fact, moment))
    if key == "example":
        # Who tells of the matter itself, unasked, shows what it is about as well as an example does.
        shows = heard.has("example") or (
            not heard.asks and heard.count >= _A_STORY and names(fact, heard.text)
        )
        return shows and (trusted or asked_before(fact, moment) or level == "easy")
    if key == "asked_twice":
        return asked_before(fact, moment) and (level != "hard" or moment.near.count(fact.id) > 1)
    return trusted and heard.asks


def _nearness(fact: Fact, heard: Heard, moment: Moment) -> int:
    intended = not _asked_about(heard).isdisjoint(fact.about)
    follows = heard.has(*_FOLLOWING) and (
        (fact.after is not None and fact.after == moment.last_told) or moment.near[-1:] == (fact.id,)
    )
    if names(fact, heard.asked or heard.text):
        return NAMED + 2 * intended + 2 * follows
    return 2 * intended + 2 * follows or int(names(fact, heard.text))


def names(fact: Fact, text: str) -> bool:
    """Whether a text names one of the topics of a fact."""
    low = text.lower()
    return any(_starts_word(low, topic) for topic in fact.topics)


def _starts_word(low: str, topic: str) -> bool:
    at = low.find(topic)
    while at > 0 and low[at - 1].isalnum():
        at = low.find(topic, at + 1)
    return at >= 0
