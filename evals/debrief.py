"""The debrief suite: a case passes when exactly the right rules come out as broken."""

from typing import Any

from assistant.debrief import debrief
from assistant.transcripts import Transcript


def run_case(case: dict[str, Any]) -> dict[str, Any]:
    """One case through the function that the product calls: scores by name, reasons, and the output."""
    given = Transcript.model_validate({key: case[key] for key in ("role", "transcript")})
    result = debrief(given.transcript, given.role)
    found = {finding.rule for finding in result.findings if finding.status == "broken"}
    wanted = set(case["target"]["broken"])
    verbatim = all(
        quote.text in given.transcript[quote.turn].text
        for finding in result.findings
        for quote in finding.quotes
    )
    reasons = [f"gemist: {rule}" for rule in sorted(wanted - found)]
    reasons += [f"ten onrechte: {rule}" for rule in sorted(found - wanted)]
    reasons += [] if verbatim else ["een citaat staat niet letterlijk in zijn beurt"]
    scores = {"exact": int(found == wanted), "verbatim": int(verbatim)}
    return {"scores": scores, "reasons": reasons, "output": result.model_dump(mode="json")}
