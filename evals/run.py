"""Runs suites over their cases and writes results.jsonl and summary.json."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import NormalDist
from typing import Any

from assistant.errors import PersonError, ProviderError
from assistant.json_lines import records
from evals.suites import SUITES, Case

CASES = Path(__file__).parent / "cases"
_Z = NormalDist().inv_cdf(0.975)

Result = dict[str, Any]
Summary = dict[str, dict[str, dict[str, dict[str, float]]]]


def run(suite: str, cases: Iterable[Case]) -> Iterator[Result]:
    """One result a case. A provider that is down makes an ``error``, never a ``fail``."""
    for case in cases:
        result: Result = {
            "id": case["id"],
            "suite": suite,
            "kind": case.get("kind", "all"),
            "half": case.get("half"),
        }
        try:
            outcome = SUITES[suite](case)
        except ProviderError as error:
            yield result | {"status": "error", "scores": {}, "reasons": [str(error)], "output": None}
            continue
        status = "fail" if outcome.reasons else "pass"
        yield result | {"status": status} | outcome._asdict()


def shipped_cases(suite: str) -> list[Case]:
    """The cases of a suite, those of further authors (``debrief_second.jsonl``) included."""
    files = [CASES / f"{suite}.jsonl", *sorted(CASES.glob(f"{suite}_*.jsonl"))]
    return [case for file in files for case in load_cases(file)]


def load_cases(file: Path) -> list[Case]:
    """The cases of a JSON Lines file; PersonError, naming the line, when one is wrong."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PersonError(f"{file}: kan dit bestand niet lezen.") from error
    return list(records(text, file.name, {"id": object, "target": dict}))


def summarise(results: Iterable[Result]) -> Summary:
    """Per suite and kind, and per kind and half: each score's mean with its 95 % interval (Wilson)."""
    scores: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for result in results:
        kinds = [result["kind"]] + ([f"{result['kind']} ({result['half']})"] if result["half"] else [])
        for kind in kinds:
            for name, score in result["scores"].items():
                scores[result["suite"], kind, name].append(score)
    summary: Summary = {}
    for (suite, kind, name), values in sorted(scores.items()):
        summary.setdefault(suite, {}).setdefault(kind, {})[name] = _interval(sum(values), len(values))
    return summary


def write(results: list[Result], folder: Path) -> None:
    """results.jsonl and summary.json in ``folder``; PersonError when it can't be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(result, ensure_ascii=False) + "\n" for result in results)
        (folder / "results.jsonl").write_text(lines, encoding="utf-8")
        summary = json.dumps(summarise(results), ensure_ascii=False, indent=2)
        (folder / "summary.json").write_text(summary + "\n", encoding="utf-8")
    except OSError as error:
        raise PersonError(f"Ik kan de uitkomsten niet opslaan in {folder} ({error.strerror}).") from error


def _interval(hits: float, n: int) -> dict[str, float]:
    mean = hits / n
    centre = (mean + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * (mean * (1 - mean) / n + _Z**2 / (4 * n**2)) ** 0.5
    rounded = {"value": mean, "low": max(0.0, centre - half), "high": min(1.0, centre + half)}
    return {name: round(value, 4) for name, value in rounded.items()} | {"n": n}
