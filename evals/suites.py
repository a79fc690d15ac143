"""The suites: each runs one case through the function that the product uses and checks what came out.

A suite is a function from a case to an ``Outcome``; to add one, write it and name it in ``SUITES``.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from assistant.cli.ask import answer_json
from assistant.cli.search import search_json
from assistant.coach import Coach
from evals.debrief import run_case as run_debrief
from evals.rehearsal import run_case as run_rehearsal
from evals.smart import run_case as run_smart

Case = dict[str, Any]


class Outcome(NamedTuple):
    """Scores by name (0 to 1), why a check failed, and what the product gave."""

    scores: Mapping[str, float]
    reasons: list[str]
    output: dict[str, Any]


def search(case: Case) -> Outcome:
    """``hit@1`` and ``hit@3``: a passage of the target is first, or among the first three."""
    output = search_json(case["input"])
    target = case["target"]
    hits = [
        found["passage"] in target.get("passages", ())
        or bool(set(found["source"]) & set(target.get("source", ())))
        for found in output["passages"]
    ]
    scores = {"hit@1": int(any(hits[:1])), "hit@3": int(any(hits[:3]))}
    first = [found["passage"] for found in output["passages"][:3]]
    return Outcome(scores, [] if scores["hit@1"] else [f"wanted {target}, found {first}"], output)


def ask(case: Case) -> Outcome:
    """``refused`` for what is out of scope; else ``answered``, and ``facts`` for every fact in the answer."""
    output = answer_json(Coach(features=False), case["input"])
    if case["target"].get("refuse"):
        refused = output["abstained"] and not output["sources"]
        return Outcome({"refused": int(refused)}, [] if refused else ["answered in place of refused"], output)
    missing = [fact for fact in case["target"]["facts"] if not _stated(fact, output["answer"])]
    scores = {"answered": int(not output["abstained"]), "facts": int(not missing)}
    return Outcome(scores, [f"not in the answer: {' | '.join(fact)}" for fact in missing], output)


def _stated(alternatives: list[str], answer: str) -> bool:
    return any(re.search(alternative, answer, re.I) for alternative in alternatives)


def smart(case: Case) -> Outcome:
    """See ``evals.smart``."""
    return Outcome(**run_smart(case))


def debrief(case: Case) -> Outcome:
    """See ``evals.debrief``."""
    return Outcome(**run_debrief(case))


def rehearsal(case: Case) -> Outcome:
    """See ``evals.rehearsal``."""
    return Outcome(**run_rehearsal(case))


SUITES: dict[str, Callable[[Case], Outcome]] = {
    "search": search,
    "ask": ask,
    "smart": smart,
    "debrief": debrief,
    "rehearsal": rehearsal,
}
