"""Special categories of personal data are seen in a message, and ordinary words are not."""

import json
from pathlib import Path

import pytest

from assistant.reading.sensitive import sensitive, sensitive_in

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "sensitive.jsonl").read_text("utf-8").splitlines()
]
# The cases say it as the law does; we tell pregnancy from health.
NAMES = {"ethnicity": {"origin"}, "orientation": {"sexuality"}, "health": {"health", "pregnancy"}}


def test_what_is_special_is_seen() -> None:
    told = [case for case in CASES if case["target"]]
    missed = [
        case["input"]
        for case in told
        if not NAMES.get(case["target"], {case["target"]}) & set(sensitive(case["input"]))
    ]
    assert len(missed) <= len(told) / 50, missed


def test_ordinary_words_ask_nothing() -> None:
    ordinary = [case for case in CASES if not case["target"]]
    alarms = [case["input"] for case in ordinary if sensitive(case["input"])]
    assert len(alarms) <= len(ordinary) / 50, alarms


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Hoi. Ik ben lid van de FNV. En ik heb diabetes!", ["FNV", "diabetes"]),
        ("Mijn ziekte is een bezwaar, zegt hij. Mijn astma ook.", ["ziekte"]),
        ("Wat zegt de wet over ziekte?", []),
    ],
)
def test_the_quotes_are_verbatim(text: str, quotes: list[str]) -> None:
    found = sensitive_in(text)
    assert [one.quote.text for one in found] == quotes
    assert all(text[one.quote.start : one.quote.end] == one.quote.text for one in found)


@pytest.mark.parametrize("text", ["", " ", "ziek, mag " * 1_000, "ik heb " * 2_000, "kerk\x00" * 2_000])
def test_any_text_is_read(text: str) -> None:
    assert isinstance(sensitive(text), list)
