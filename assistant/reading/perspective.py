"""From which side of the table a message is written."""

import re
from typing import Literal

Side = Literal["employee", "manager"]

_BOSS = (
    r"(?:chef|baas|bazin|leidinggevende|manager|teamleider|teamlead|afdelingshoofd|directeur|overste|ploegbaas|"
    r"boss|supervisor|line manager|team leader)"
)
_STAFF = (
    r"(?:medewerkers?|medewerkster|werknemers?|teamleden|teamlid|mensen|personeel|team|jongens|"
    r"employees?|staff|team members?|direct reports?|people)"
)
_EMPLOYEE = re.compile(
    rf"\b(?:mijn|mn|m'n|onze|my|our|de|the) (?:\w+ )?{_BOSS}\b"
    r"|\bals (?:een )?(?:gewone )?(?:medewerker|werknemer)\b|\bas an employee\b",
    re.I,
)
_MANAGER = re.compile(
    rf"\b(?:mijn|mn|m'n|een van mijn|my|one of my) (?:\w+ )?{_STAFF}\b"
    rf"|\b(?:ik )?(?:ben|als) (?:\w+ ){{0,2}}{_BOSS}\b"
    rf"|\b(?:as a|i'm a|i am a|as the) (?:\w+ ){{0,2}}{_BOSS}\b"
    r"|\biemand uit mijn team\b|\bsomeone (?:on|in) my team\b",
    re.I,
)


def side_of(text: str) -> Side | None:
    """Who seems to be writing, or None where the text does not tell (or tells both)."""
    employee, manager = bool(_EMPLOYEE.search(text)), bool(_MANAGER.search(text))
    if employee == manager:
        return None
    return "employee" if employee else "manager"
