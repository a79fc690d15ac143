"""The acts of a turn: what the cues see, held against what the examples teach."""

from assistant.guideline import Role
from assistant.reading.learned import margins
from assistant.reading.text import Span, sentences
from assistant.reading.turns import Act, Kind, acts

_LEARNED: dict[Role, dict[str, Kind]] = {
    "manager": {
        kind: kind
        for kind in (
            "goal",
            "agenda",
            "time",
            "look_back",
            "ask_view",
            "ask_success",
            "ask_difficulty",
            "ask_wish",
            "ask_need",
            "ask_feedback",
            "ask_agreement",
            "ask_experience",
            "manager_view",
            "recognition",
            "improvement",
            "acknowledge",
            "summary",
            "follow_up",
            "blame",
        )
    },
    "employee": {
        "success": "success",
        "difficulty": "difficulty",
        "wish": "wish",
        "need": "need",
        "feedback": "feedback",
        "denial": "denial",
        "attack": "blame",
    },
}
import os
MODE=os.environ.get('MODE','replace'); VETO=float(os.environ.get('VETO','0')); ADD=float(os.environ.get('ADD','0'))


def acts_of(text: str, speaker: Role) -> list[Act]:
    """All acts in one turn, in the order of the text."""
    found = acts(text, speaker)
    for sentence in sentences(text):
        found = _corrected(found, sentence, speaker)
    return sorted(found, key=lambda act: (act.start, act.end))


def _corrected(found: list[Act], sentence: Span, speaker: Role) -> list[Act]:
    seen = margins(sentence.text, speaker)
    for act, kind in _LEARNED[speaker].items():
        here = [one for one in found if one.kind == kind and sentence.start <= one.start < sentence.end]
        if seen[act] > ADD and not here and MODE!='and':
            found.append(Act(kind, *sentence))
        elif seen[act] < -VETO and here and MODE!='or':
            found = [one for one in found if one not in here]
    return found
