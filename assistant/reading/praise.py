"""How many separate things one sentence of praise appreciates, by what its second half is about."""

import re

from assistant.reading.turns import plain

_JOIN = re.compile(r",?\s+(?:en|and)\s+|,\s+(?=(?:je|jij|jouw|u|uw|ge|you|your)\b)")
_FEW = 3  # words; a shorter second half ("en goed ook") adds nothing
_LOOKS_BACK = re.compile(r"(?:dat|daar\w*|dit|die|het|hij|hier|zo|that|it|this|ook goed)\b")
# Someone, or a verb of the same subject: "en je denkt mee", "en klanten prijzen je", "en kent de regels".
_OF_ITS_OWN = re.compile(
    r"(?:ook )?(?:je|jij|jouw|u|uw|ge|you|your|klanten|de|collega|ouders|kinderen|iedereen|ik ben"
    r"|\w+t|\w+en)\b"
)


def separate_things(sentence: str) -> int:
    """Two when what comes after "en" says something of its own: "je plant goed en klanten prijzen je"."""
    folded = plain(sentence)
    halves = (folded[join.end() :] for join in _JOIN.finditer(folded))
    return 1 + any(_of_its_own(half) for half in halves)


def _of_its_own(half: str) -> bool:
    return len(half.split()) >= _FEW and not _LOOKS_BACK.match(half) and bool(_OF_ITS_OWN.match(half))
