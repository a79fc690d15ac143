"""What the coach says about an agreement: questions, reasons, notes, refusals."""

from assistant.agreement import Draft
from assistant.conversation import Language
from assistant.errors import PersonError
from assistant.reading.agreements import Slot
from assistant.voice.agreements import addressed, phrase_for
from assistant.voice.clauses import upper_first
from assistant.voice.smart_phrases import smart_error, smart_phrases


def question(draft: Draft, slot: Slot, again: bool = False) -> str:
    """The question about an open slot; put differently the second time."""
    if slot == "what" and draft.concern and not again:
        words = smart_phrases(draft.language).sentence["concern_plain"]
        return words.strip("[]")
    return upper_first(phrase_for(draft, slot, "again" if again else "ask"))


def reason(draft: Draft, slot: Slot) -> str:
    """Why a slot counts as known or open, with the words that it rests on."""
    reasons = smart_phrases(draft.language).reasons
    words = draft.known(slot)
    if words is not None:
        return reasons[f"{slot}_known"].format(words=words)
    kind, about = "unknown", ""
    if slot == "what" and draft.concern:
        kind = "concern"
    elif slot == "what" and draft.reading.vague:
        kind, about = "vague", draft.reading.vague.text
    elif slot == "deadline" and draft.reading.vague_time:
        kind, about = "vague", draft.reading.vague_time.text
    elif slot == "deadline" and draft.reading.recurs:
        kind = "endless"
    return reasons[f"{slot}_{kind}"].format(words=about)


def concern_note(kind: str, language: Language) -> str:
    """Why something does not belong in an agreement, and what to agree on instead."""
    return smart_phrases(language).concerns[kind]


def one_sided(who: str | None, language: Language) -> str | None:
    """The remark that only one side has something to do; None when that is not so."""
    if who is None:
        return None
    return smart_phrases(language).talk["one_sided"].format(who=addressed(who, language))


def refusal(name: str, **values: object) -> PersonError:
    """The error for a text that cannot be read as an agreement."""
    return PersonError(smart_error(name, "nl", **values), smart_error(name, "en", **values))
