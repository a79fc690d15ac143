"""The score from which an act counts is chosen by the rules that go by it."""

from pathlib import Path

import pytest

from assistant.learning_least import Least, Scored, settled
from assistant.reading.annotated import ACTS, read_annotated
from assistant.reading.learned import Read
from assistant.reading.placed import placed

BROKEN = "goal_and_agenda, look_back, feedback_for_manager, smart_agreements, both_parties_act, summary"
TALK = """=== x1 | bakkerij
broken manager: {broken}
broken employee: own_successes, own_honesty, own_wishes, own_needs, own_feedback, own_questions, own_agreement
M: Op 3 maart kijken we samen. [follow_up]
E: Goed. [other]
"""


def case(tmp_path: Path, more: str, score: float) -> Scored:
    file = tmp_path / "anna.txt"
    file.write_text(TALK.format(broken=BROKEN + more), encoding="utf-8")
    (talk,) = read_annotated(file)
    told = []
    for one in placed(talk.lines):
        scores = dict.fromkeys(ACTS[one.speaker], 0.0)
        told.append(Read(one, scores | ({"follow_up": score} if one.speaker == "manager" else {}), {}))
    return Scored(talk, told)


@pytest.mark.parametrize(
    ("more", "score", "counts"),
    [("", 0.3, True), ("", 0.45, True), (", follow_up", 0.45, False), (", follow_up", 0.3, False)],
)
def test_an_act_counts_where_the_rule_is_told_right(
    more: str, score: float, counts: bool, tmp_path: Path
) -> None:
    start: Least = {"manager": dict.fromkeys(sorted(ACTS["manager"]), 0.4)}
    start["employee"] = dict.fromkeys(sorted(ACTS["employee"]), 0.4)
    least = settled([case(tmp_path, more, score)], start)
    assert (score > least["manager"]["follow_up"]) is counts
    assert least["employee"] == start["employee"]
