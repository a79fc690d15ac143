"""Chooses from which score each act counts: where the debrief tells the fewest rules wrong.

The scores are of fits that have not seen the author; the rules are the debrief's own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.debrief_employee import EMPLOYEE_RULES
from assistant.debrief_manager import MANAGER_RULES
from assistant.guideline import Role
from assistant.reading.annotated import Annotated
from assistant.reading.learned import Read
from assistant.reading.talk import Talk

Least = dict[Role, dict[str, float]]
_FAR, _NEAR = (-0.15, 0.15), (-0.06, -0.03, 0.03, 0.06)
_BY_SHARE = "talk_share"  # counts words, and no acts


class Scored(NamedTuple):
    """A conversation, what its author says is broken, and its sentences with their scores."""

    talk: Annotated
    told: list[Read]


def settled(cases: Sequence[Scored], start: Least) -> Least:
    """The scores from which the acts count: ``start``, moved one by one to where most rules are right."""
    least = {role: dict(acts) for role, acts in start.items()}
    for case in cases:
        for role, acts in least.items():
            for act, value in acts.items():
                _mark(case, role, act, value)
    wrong = [_wrong(case) for case in cases]
    for role, acts in least.items():
        for act in acts:
            acts[act] = _moved(cases, wrong, role, act, acts[act])
    return least


def _moved(cases: Sequence[Scored], wrong: list[int], role: Role, act: str, value: float) -> float:
    """The best value of a few around this one; ``wrong``, the errors of each case, moves along."""
    gains = {step: _gain(cases, wrong, role, act, value, step) for step in _FAR}
    if any(gains.values()):  # else no rule goes by this act
        gains |= {step: _gain(cases, wrong, role, act, value, step) for step in _NEAR}
    best = min(gains, key=lambda step: gains[step])
    if gains[best] >= 0:
        return value
    for at, after in _errors(cases, role, act, value, value + best, keep=True):
        wrong[at] = after
    return value + best


def _gain(
    cases: Sequence[Scored], wrong: Sequence[int], role: Role, act: str, value: float, step: float
) -> int:
    """How many errors a step adds; less than 0 when it takes some away."""
    return sum(after - wrong[at] for at, after in _errors(cases, role, act, value, value + step))


def _errors(
    cases: Sequence[Scored], role: Role, act: str, value: float, tried: float, keep: bool = False
) -> Iterator[tuple[int, int]]:
    """The errors of every case in which some sentence comes near enough to count; the rest stay the same."""
    for at, case in enumerate(cases):
        if all(score <= min(value, tried) for score in _scores(case, role, act)):
            continue
        _mark(case, role, act, tried)
        yield at, _wrong(case)
        if not keep:
            _mark(case, role, act, value)


def _scores(case: Scored, role: Role, act: str) -> Iterator[float]:
    return (one.scores[act] for one in case.told if one.placed.speaker == role)


def _mark(case: Scored, role: Role, act: str, least: float) -> None:
    for one in case.told:
        if one.placed.speaker == role:
            one.margins[act] = one.scores[act] - least


def _wrong(case: Scored) -> int:
    """How many rules the debrief tells otherwise than the author."""
    talk = Talk(case.talk.lines, case.told)
    found = {
        rule
        for rules in (MANAGER_RULES, EMPLOYEE_RULES)
        for rule, decide in rules.items()
        if rule != _BY_SHARE and decide(talk).status == "broken"
    }
    return len(found ^ {rule for rules in case.talk.broken.values() for rule in rules if rule != _BY_SHARE})
