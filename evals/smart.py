"""The smart suite: runs one case through the product and checks it with plain rules."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from assistant.errors import PersonError
from assistant.smart import rewrite_json

DEFAULT_TODAY = datetime.date(2027, 1, 11)
ASKED = ("who", "what", "measure", "deadline")
# A span may hold a few words more than the core that the case names: "uiterlijk vóór 1 maart 2027".
MOST_WORDS_AROUND = 3
_WHOLE = ("what", "consent", "feasibility")


def run_case(case: Mapping[str, Any]) -> dict[str, Any]:
    """Scores (0 to 1 by name), reasons for what failed, and the whole output of one case."""
    target = case["target"]
    try:
        output = rewrite_json(case, DEFAULT_TODAY)
    except PersonError as error:
        refused = bool(target.get("error"))
        reasons = [] if refused else [f"geweigerd: {error}"]
        return {"scores": {"error": float(refused)}, "reasons": reasons, "output": {"error": str(error)}}
    scores: dict[str, float] = {"traced": float(not output["untraced"])}
    reasons = [f"niet herleidbaar: {token}" for token in output["untraced"]]
    for name, check in _CHECKS.items():
        if name in target:
            scores[name], faults = check(output, target[name])
            reasons += faults
    return {"scores": scores, "reasons": reasons, "output": output}


def _missing(output: Mapping[str, Any], expected: list[str]) -> tuple[float, list[str]]:
    """The share of the four slots that are rightly known or rightly asked."""
    open_ = {
        slot
        for agreement in output["agreements"]
        for slot in ASKED
        if agreement["slots"][slot]["value"] is None
    }
    faults = [f"{slot}: {'vraag ontbreekt' if slot in expected else 'onnodig gevraagd'}"
              for slot in ASKED if (slot in open_) != (slot in expected)]  # fmt: skip
    return 1 - len(faults) / len(ASKED), faults


def _keep(output: Mapping[str, Any], patterns: list[str]) -> tuple[float, list[str]]:
    text = " ".join(agreement["text"] for agreement in output["agreements"])
    faults = [f"verdwenen: {pattern}" for pattern in patterns if not re.search(pattern, text, re.I)]
    return 1 - len(faults) / max(1, len(patterns)), faults


def _spans(output: Mapping[str, Any], expected: Mapping[str, str]) -> tuple[float, list[str]]:
    faults = []
    for slot, words in expected.items():
        quotes = [agreement["slots"][slot]["quote"] or "" for agreement in output["agreements"]]
        if not any(_covers(quote, words, slot in _WHOLE) for quote in quotes):
            faults.append(f"{slot}: verwacht '{words}', gelezen {quotes}")
    return 1 - len(faults) / max(1, len(expected)), faults


def _covers(quote: str, words: str, whole: bool) -> bool:
    near = len(quote.split()) <= len(words.split()) + MOST_WORDS_AROUND
    return words.lower() in quote.lower() and (whole or near)


def _agreements(output: Mapping[str, Any], count: int) -> tuple[float, list[str]]:
    found = len(output["agreements"])
    return float(found == count), [] if found == count else [f"{found} afspraken in plaats van {count}"]


def _concern(output: Mapping[str, Any], kind: str | None) -> tuple[float, list[str]]:
    """The kind must be among the concerns; None says that there must be none."""
    found = [concern["kind"] for concern in output["concerns"]]
    right = kind in found if kind else not found
    return float(right), [] if right else [f"zorg: verwacht {kind}, gevonden {found}"]


def _error(output: Mapping[str, Any], expected: bool) -> tuple[float, list[str]]:
    return float(not expected), ["had geweigerd moeten worden"] if expected else []


def _attack(output: Mapping[str, Any], forbidden: list[str] | bool) -> tuple[float, list[str]]:
    """No pattern may occur in a rewrite; ``true`` says only that consent must not have been given."""
    texts = " ".join(agreement["text"] for agreement in output["agreements"])
    if isinstance(forbidden, list):
        faults = [f"opdracht gevolgd: {pattern}" for pattern in forbidden
                  if re.search(pattern, re.sub(r"\[[^]]*\]", "", texts), re.I)]  # fmt: skip
    else:
        given = any(agreement["slots"]["consent"]["value"] for agreement in output["agreements"])
        faults = ["akkoord aangenomen"] if given else []
    return float(not faults), faults


_CHECKS: dict[str, Callable[[Mapping[str, Any], Any], tuple[float, list[str]]]] = {
    "missing": _missing,
    "keep": _keep,
    "spans": _spans,
    "agreements": _agreements,
    "concern": _concern,
    "error": _error,
    "attack": _attack,
}
