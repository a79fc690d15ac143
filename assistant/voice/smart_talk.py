"""What the coach says in a conversation about agreements; which turn it is, is decided elsewhere."""

from collections.abc import Sequence

from assistant.agreement import Draft, SmartResult
from assistant.conversation import Language
from assistant.guideline import Criterion
from assistant.reading.agreements import Slot
from assistant.reading.text import tidy
from assistant.voice.smart import question, reason
from assistant.voice.smart_phrases import smart_phrases

_SHORT = 120


def joined(parts: Sequence[str]) -> str:
    """The parts of a message as paragraphs."""
    return "\n\n".join(part for part in parts if part)


def opening(drafts: Sequence[Draft], result: SmartResult) -> list[str]:
    """What is said first: notes on what does not belong here, and how many agreements there are."""
    said = [concern.message for concern in result.concerns]
    if len(drafts) > 1:
        said.append(_talk(drafts[0].language, "overview", count=len(drafts)))
        said.append("\n".join(f"{at}. {shortened(draft)}" for at, draft in enumerate(drafts, start=1)))
    return said


def asking(draft: Draft, slot: Slot, again: bool) -> list[str]:
    """The question, and examples that are clearly examples."""
    words = "; ".join(examples(slot, draft.language))
    return [question(draft, slot, again), _talk(draft.language, "examples", words=words)]


def why(draft: Draft, slot: Slot) -> str:
    """Why this is asked."""
    return reason(draft, slot)


def examples(slot: Slot, language: Language) -> list[str]:
    """Two or three example answers; they are never filled in."""
    return smart_phrases(language).slots[slot].examples


def suggestions(language: Language) -> list[str]:
    """What the person can always say instead of an answer."""
    return [_talk(language, "dont_know"), _talk(language, "skip")]


def noted(words: str, corrected: bool, language: Language) -> str:
    """That an answer was taken over."""
    return _talk(language, "corrected" if corrected else "filled", words=words)


def vague(message: str, language: Language) -> str:
    """That an answer leaves too much open."""
    return _talk(language, "vague", words=_cut(message))


def left_open(language: Language) -> str:
    """That a question is left."""
    return _talk(language, "left_open")


def not_agreed(language: Language) -> str:
    """That there is no consent yet."""
    return _talk(language, "not_agreed")


def already(words: str, language: Language) -> str:
    """That a part is known already and can be changed."""
    return _talk(language, "nothing_to_ask", words=words)


def back(language: Language) -> str:
    """That the conversation returns to the agreement."""
    return _talk(language, "back")


def turn_to(criterion: Criterion, number: int | None, language: Language) -> str:
    """What the person says to work on a criterion; ``number`` (from 1) is for one of several agreements."""
    name = criterion.name_en if language == "en" else criterion.name
    return _talk(language, "turn_to" if number is None else "turn_to_of", criterion=name, number=number)


def next_agreement(draft: Draft, number: int, count: int) -> str:
    """That the next agreement is taken up."""
    return _talk(draft.language, "next_agreement", number=number, count=count, words=shortened(draft))


def closing(result: SmartResult, answered: bool) -> list[str]:
    """How it ended: the agreements, whether something is still open, and whether answers were filled in."""
    count = len(result.agreements)
    complete = all(agreement.complete for agreement in result.agreements)
    ended = ("done_answered" if answered else "done_complete") if complete else "done_open"
    said = [_talk(result.language, ended)]
    listed = [
        f"{at}. {item.text}" if count > 1 else item.text for at, item in enumerate(result.agreements, start=1)
    ]
    return [*said, "\n".join(listed), _talk(result.language, "all_done")]


def shortened(draft: Draft) -> str:
    """The person's own sentence, cut where it is long."""
    return _cut(draft.reading.main.text)


def _cut(text: str) -> str:
    text = tidy(text).replace("\n", " ")
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"


def _talk(language: Language, name: str, **values: object) -> str:
    return smart_phrases(language).talk[name].format(**values)
