"""The acts of a turn: what the cues see, held against what the examples teach."""

from assistant.guideline import Role
from assistant.reading.learned import margins
from assistant.reading.text import sentences
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
_SURE = 0.1  # margin from which the examples decide alone
_ASKED_FOR = 0.08  # what it adds that the other just asked for it
_ANSWERS = {
    "success": frozenset({"ask_success", "ask_view"}),
    "difficulty": frozenset({"ask_difficulty"}),
    "wish": frozenset({"ask_wish"}),
    "need": frozenset({"ask_need"}),
    "feedback": frozenset({"ask_feedback"}),
}


def acts_of(
    text: str, speaker: Role, asked: frozenset[str] = frozenset(), thorough: bool = True
) -> list[Act]:
    """All acts in one turn, in the order of the text.

    Args:
        text: the turn as spoken or typed.
        speaker: who says it.
        asked: what the other asked in the turn before ("ask_wish").
        thorough: whether to go by the examples too, which takes time; else by the cues alone.
    """
    found = acts(text, speaker)
    for sentence in sentences(text) if thorough else ():
        seen = margins(sentence.text, speaker)
        cued = {act.kind for act in found if sentence.start <= act.start < sentence.end}
        asks = any(kind.startswith("ask_") for kind in cued)
        found += [
            Act(kind, *sentence)
            for kind in _learned(seen, speaker, asked)
            if kind not in cued and not (asks and kind.startswith("ask_"))
        ]
    return sorted(found, key=lambda act: (act.start, act.end))


def _learned(seen: dict[str, float], speaker: Role, asked: frozenset[str]) -> list[Kind]:
    """What the examples see in a sentence; of several questions only the likeliest."""
    sure = {
        act: seen[act]
        for act in _LEARNED[speaker]
        if seen[act] + _ASKED_FOR * bool(_ANSWERS.get(act, frozenset()) & asked) > _SURE
    }
    asks = [act for act in seen if act.startswith("ask_") or act == "deepen"]
    likeliest = max(asks, key=lambda act: seen[act], default="")
    return [_LEARNED[speaker][act] for act in sure if act not in asks or act == likeliest]
