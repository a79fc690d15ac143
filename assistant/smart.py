"""Makes agreements SMART: reads the slots, names what is missing, and has them written down again.

Rules decide here; the words come from ``assistant.voice``. A slot holds what the person wrote or
answered and nothing else; consent and means count only when they were said.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.agreement import Agreement, Concern, Deadline, Draft, SlotValue, SmartResult, Understood
from assistant.conversation import Language
from assistant.guideline import guideline
from assistant.reading.agreements import SLOTS, Reading, Slot, read_agreements
from assistant.reading.concerns import concerns_in
from assistant.reading.language import language_of
from assistant.reading.lexicon import agreement_words, is_word
from assistant.reading.segments import without_markup
from assistant.reading.text import tidy, words
from assistant.smart_answers import is_recurring, named_in, understand, within
from assistant.smart_words import worded
from assistant.tracing import untraced
from assistant.voice import Voice
from assistant.voice.agreements import agreement_text
from assistant.voice.smart import concern_note, one_sided, question, reason, refusal

LONGEST_TEXT = 10_000
_NUMBERED = re.compile(r"^(?P<number>\d{1,3})\.(?P<slot>[a-z]+)$")


def rewrite(
    text: str,
    today: datetime.date,
    answers: Mapping[str, str] | None = None,
    language: Language | None = None,
    voice: Voice | None = None,
) -> SmartResult:
    """The agreements of a text, each with its slots, questions and rewritten sentence.

    Args:
        text: one or more agreements, Dutch or English.
        today: what "over zes weken" is counted from.
        answers: slot to text. It goes to the first agreement where that slot is open (the first of all
            when none is); "2.deadline" goes to the second agreement.
        language: of the text; found out when None.
        voice: finds the words; those of the rules when None.

    Raises:
        PersonError: the text is empty, too long, holds no agreement or is in another language.
    """
    drafts = drafts_of(text, today, language)
    answered = _answered(drafts, answers or {}, today)
    result = result_of(answered, list((answers or {}).values()))
    return worded(result, answered, voice)[0] if voice else result


def rewrite_json(
    record: Mapping[str, Any], today: datetime.date, voice: Voice | None = None
) -> dict[str, Any]:
    """One line of ``--batch`` (input, optional today and answers) as the JSON document to print."""
    day = datetime.date.fromisoformat(record["today"]) if record.get("today") else today
    result = rewrite(str(record.get("input", "")), day, record.get("answers") or {}, voice=voice)
    return result.model_dump(mode="json")


def drafts_of(text: str, today: datetime.date, language: Language | None = None) -> list[Draft]:
    """The agreements of a text as they were read, before any answer.

    Raises:
        PersonError: as for ``rewrite``.
    """
    if len(text) > LONGEST_TEXT:
        raise refusal("too_long", limit=LONGEST_TEXT)
    source = _printable(text)
    plain = tidy(without_markup(source))
    if not plain:
        raise refusal("empty")
    if not any(char.isalpha() for char in plain):
        raise refusal("no_agreement")
    spoken = language or _language(plain)
    readings = read_agreements(source, today, spoken)
    if not readings or not any(char.isalpha() for reading in readings for char in reading.main.text):
        raise refusal("no_agreement")
    return [Draft(source, reading, {}, spoken, _raises_concern(reading)) for reading in readings]


def _language(text: str) -> Language:
    """Dutch or English. A few words with a name in them look foreign soon: then a dictionary decides."""
    found = language_of(text)
    if found in ("nl", "en"):
        return "en" if found == "en" else "nl"
    small = [word for word in words(text) if word.islower()]
    known: dict[Language, int] = {
        "nl": sum(is_word(word, "nl") for word in small),
        "en": sum(is_word(word, "en") for word in small),
    }
    best: Language = "en" if known["en"] > known["nl"] else "nl"
    if not small or known[best] * 3 < len(small) * 2:
        raise refusal("other_language")
    return best


def result_of(drafts: Sequence[Draft], said: Sequence[str] = ()) -> SmartResult:
    """What comes out of the drafts as they stand; ``said`` are the person's answers, for the proof."""
    agreements = [agreement_of(draft) for draft in drafts]
    language = drafts[0].language
    source = drafts[0].source
    spoken = [source, *said, *(answer.words for draft in drafts for answer in draft.answers.values())]
    output = "\n".join(agreement.text for agreement in agreements)
    return SmartResult(
        agreements=agreements,
        concerns=_concerns(drafts),
        language=language,
        remark=one_sided(_only_side(drafts), language),
        untraced=untraced(output, spoken),
    )


def agreement_of(draft: Draft) -> Agreement:
    """One draft as the contracts describe an agreement."""
    slots = {slot: _slot(draft, slot) for slot in SLOTS}
    criteria = {
        criterion.id: all(slots[_slot_name(name)].value is not None for name in criterion.slots)
        for criterion in guideline().smart
    }
    reasons = {
        criterion.id: " ".join(slots[_slot_name(name)].reason for name in criterion.slots)
        for criterion in guideline().smart
    }
    return Agreement(
        original=_original(draft),
        text=agreement_text(draft),
        slots=slots,
        criteria=criteria,
        reasons=reasons,
        complete=all(criteria.values()),
    )


def _original(draft: Draft) -> str:
    """The person's own words about one agreement, as they stand in the text."""
    last = max((draft.reading.main, *draft.reading.beside), key=lambda span: span.end)
    return draft.source[draft.reading.main.start : last.end]


def _slot_name(name: str) -> Slot:
    return next(slot for slot in SLOTS if slot == name)


def _slot(draft: Draft, slot: Slot) -> SlotValue:
    said = draft.known(slot)
    kind = Deadline if slot == "deadline" else SlotValue
    if said is None:
        return kind(question=question(draft, slot), reason=reason(draft, slot))
    value = kind(value=tidy(said), quote=said, reason=reason(draft, slot))
    return value.model_copy(update={"date": _date(draft)}) if isinstance(value, Deadline) else value


def _date(draft: Draft) -> datetime.date | None:
    if "deadline" in draft.answers:
        return draft.answers["deadline"].date
    return draft.reading.deadline.date if draft.reading.deadline else None


def _answered(drafts: Sequence[Draft], answers: Mapping[str, str], today: datetime.date) -> list[Draft]:
    changed = list(drafts)
    for key, text in answers.items():
        numbered = _NUMBERED.match(key)
        slot = next((slot for slot in SLOTS if slot == (numbered["slot"] if numbered else key)), None)
        if slot is None:
            raise refusal("unknown_slot", slot=key)
        at = int(numbered["number"]) - 1 if numbered else _first_open(changed, slot)
        if not 0 <= at < len(changed):
            raise refusal("unknown_slot", slot=key)
        changed[at] = with_answer(changed[at], slot, str(text), today)
    return changed


def _first_open(drafts: Sequence[Draft], slot: Slot) -> int:
    return next((at for at, draft in enumerate(drafts) if draft.known(slot) is None), 0)


def with_answer(draft: Draft, slot: Slot, text: str, today: datetime.date) -> Draft:
    """The draft with an answer in its slot; unchanged when it fills nothing (vague, "weet ik niet")."""
    understood = understand(slot, text, today, draft.language)
    return with_understood(draft, slot, understood, today) if understood else draft


def with_understood(draft: Draft, slot: Slot, understood: Understood, today: datetime.date) -> Draft:
    """The draft with a slot filled. An action that names who, a figure or a term fills those as well."""
    answers = {**draft.answers, slot: understood}
    if slot == "what":
        if (named := named_in(understood.words, draft.language)) and "who" not in draft.answers:
            answers["who"] = named
        for other in ("measure", "deadline"):
            found = within(other, understood.words, today, draft.language)
            if found and other not in draft.answers and draft.known(other) is None:
                answers[other] = found
    recurs = draft.reading.recurs or (slot in ("what", "measure") and is_recurring(understood.words, today))
    return draft._replace(answers=answers, reading=draft.reading._replace(recurs=recurs))


def _raises_concern(reading: Reading) -> bool:
    return bool(concerns_in(" ".join(span.text for span in (reading.main, *reading.beside))))


def _concerns(drafts: Sequence[Draft]) -> list[Concern]:
    source = "\n".join(span.text for draft in drafts for span in (draft.reading.main, *draft.reading.beside))
    return [
        Concern(kind=found.kind, message=concern_note(found.kind, drafts[0].language), quote=found.span.text)
        for found in concerns_in(source)
    ]


def _only_side(drafts: Sequence[Draft]) -> str | None:
    """The one person who has everything to do, when that is not the manager or both; else None."""
    people = {draft.known("who") for draft in drafts}
    helped = any(draft.known("feasibility") for draft in drafts)
    if len(people) != 1 or helped:
        return None
    who = people.pop()
    said = set(re.findall(r"[\w&]+", (who or "").lower()))
    managers = tuple(agreement_words().managers)
    both = said & {"ik", "wij", "we", "i", "en", "and"} or any(word.endswith(managers) for word in said)
    return None if who is None or both else who


def _printable(text: str) -> str:
    """The text without control characters; every other character stays where it was."""
    return "".join(char if char in "\n\t" or char.isprintable() else " " for char in text)
