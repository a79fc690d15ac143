"""The words of the debrief; decides nothing."""

from collections.abc import Sequence

from assistant.conversation import Language
from assistant.debrief_shapes import Verdict
from assistant.guideline import Rule
from assistant.transcripts import Line


def advice_for(rule: Rule, verdict: Verdict, language: Language) -> str:
    return rule.kept_when


def better_line(rule: Rule, lines: Sequence[Line], language: Language) -> str:
    return rule.kept_when
