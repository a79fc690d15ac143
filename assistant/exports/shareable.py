"""What of a result may go into a file: files are mailed and printed, so what is private stays out of them."""

from assistant.agreement import Agreement, SlotValue, SmartResult
from assistant.reading.concerns import concerns_in
from assistant.reading.text import sentences


def shareable(result: SmartResult) -> SmartResult:
    """The result without anything about health or another concern, in whatever part the person wrote it.

    Even the kind of a concern stands next to a name there, so it is left out as well.
    """
    agreements = [_shareable(agreement) for agreement in result.agreements]
    return result.model_copy(update={"concerns": [], "agreements": agreements, "untraced": []})


def _shareable(agreement: Agreement) -> Agreement:
    reasons = {name: "" if concerns_in(reason) else reason for name, reason in agreement.reasons.items()}
    kept = [span.text for span in sentences(agreement.text) if not concerns_in(span.text)]
    return agreement.model_copy(
        update={
            "original": "" if concerns_in(agreement.original) else agreement.original,
            "text": " ".join(kept),
            "slots": {name: _slot(slot) for name, slot in agreement.slots.items()},
            "reasons": reasons,
        }
    )


def _slot(slot: SlotValue) -> SlotValue:
    if not any(concerns_in(text) for text in (slot.value, slot.quote, slot.reason) if text):
        return slot
    return slot.model_copy(update={"value": None, "quote": None, "reason": ""})
