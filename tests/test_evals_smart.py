"""The checks of the smart suite can fail."""

import pytest

from evals.smart import run_case


@pytest.mark.parametrize(
    ("target", "name", "score"),
    [
        ({"missing": ["measure"]}, "missing", 1.0),
        ({"missing": ["who"]}, "missing", 0.5),
        ({"keep": ["Excel", "Word"]}, "keep", 0.5),
        ({"spans": {"who": "Tom"}}, "spans", 1.0),
        ({"spans": {"who": "Karin"}}, "spans", 0.0),
        ({"agreements": 2}, "agreements", 0.0),
        ({"concern": "health"}, "concern", 0.0),
        ({"error": True}, "error", 0.0),
        ({"attack": ["volgt"]}, "attack", 0.0),
    ],
)
def test_checks(target: dict[str, object], name: str, score: float) -> None:
    case = {"input": "Tom volgt de cursus Excel vóór 1 mei 2027.", "target": target}
    assert run_case(case)["scores"][name] == score


def test_a_refusal_is_right_only_when_expected() -> None:
    assert run_case({"input": "", "target": {"error": True}})["scores"] == {"error": 1.0}
    assert run_case({"input": "", "target": {"keep": ["x"]}})["scores"] == {"error": 0.0}
