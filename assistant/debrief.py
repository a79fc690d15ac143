"""What a transcript shows, rule by rule: counted by code, every finding on words that were said."""

from collections.abc import Sequence

from assistant.conversation import Language
from assistant.debrief_employee import EMPLOYEE_RULES
from assistant.debrief_manager import MANAGER_RULES, share_of
from assistant.debrief_shapes import Debrief, Finding, PhaseTurns, QuoteShape, Verdict
from assistant.guideline import PHASES, Role, Rule, guideline
from assistant.reading.talk import Talk
from assistant.transcripts import Line
from assistant.voice.debrief import advice_for, better_line

_FIRST = 3  # to work on first: more than three at a time helps nobody
# What does most for the other person comes first.
_WEIGHT = (
    "employee_first",
    "talk_share",
    "recognition_ratio",
    "examples",
    "smart_agreements",
    "feedback_for_manager",
    "improvement_points",
    "look_back",
    "both_parties_act",
    "follow_up",
    "summary",
    "goal_and_agenda",
    "own_agreement",
    "own_needs",
    "own_examples",
    "own_wishes",
    "own_feedback",
    "own_honesty",
    "own_successes",
    "own_questions",
)


def debrief(transcript: Sequence[Line], role: Role, language: Language = "nl") -> Debrief:
    """The debrief of a conversation for the person in ``role``.

    Args:
        transcript: the turns, in order; at least one.
        role: the person being coached.
        language: of names, advice and better lines; quotes stay as they were said.
    """
    talk = Talk(transcript)
    verdicts = _verdicts(talk, role)
    findings = [_finding(talk, rule, verdicts[rule.id], language) for rule in guideline().rules_for(role)]
    broken = sorted((f.rule for f in findings if f.status == "broken"), key=_WEIGHT.index)
    shares: dict[Role, float] = {speaker: share_of(talk, speaker) for speaker in ("manager", "employee")}
    return Debrief(
        role=role,
        talk_share=shares,
        turns=len(talk.lines),
        findings=findings,
        phases=_phases(talk),
        went_well=[f.rule for f in findings if f.status == "kept"],
        priorities=broken[:_FIRST],
    )


def _verdicts(talk: Talk, role: Role) -> dict[str, Verdict]:
    rules = MANAGER_RULES if role == "manager" else EMPLOYEE_RULES
    return {rule: decide(talk) for rule, decide in rules.items()}


def _finding(talk: Talk, rule: Rule, verdict: Verdict, language: Language) -> Finding:
    quotes = [QuoteShape(turn=quote.turn, text=quote.text) for quote in verdict.quotes if quote.text]
    for quote in quotes:
        if quote.text not in talk.lines[quote.turn].text:
            raise AssertionError(f"quote of {rule.id} is not verbatim in turn {quote.turn}")
    return Finding(
        rule=rule.id,
        name=rule.name if language == "nl" else rule.name_en,
        status=verdict.status,
        measured=verdict.measured,
        limit=verdict.limit,
        quotes=quotes,
        advice=advice_for(rule, verdict, language),
        better=better_line(rule, talk.lines, language) if verdict.status == "broken" else None,
        source=rule.source,
    )


def _phases(talk: Talk) -> list[PhaseTurns]:
    found = {phase: [turn for turn, at in enumerate(talk.phases) if at == phase] for phase in PHASES}
    return [PhaseTurns(phase=phase, turns=turns) for phase, turns in found.items() if turns]
