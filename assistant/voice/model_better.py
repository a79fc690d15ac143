"""Better lines for a debrief in a model's words, each fitting the conversation; verdicts stay as they are."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from assistant.conversation import Language
from assistant.debrief_shapes import Debrief, Finding, QuoteShape
from assistant.guideline import Role
from assistant.in_character import breaks_role
from assistant.model import Model, Trouble
from assistant.prompts import prompt
from assistant.reading.language import language_of
from assistant.reading.text import words
from assistant.reading.turns import acts
from assistant.tracing import untraced
from assistant.transcripts import Line
from assistant.voice import Made
from assistant.voice.notices import notice

_LONGEST = 40  # words
_TOKENS = 400
_LINES = 40  # of the conversation, the last ones
_LANGUAGES: dict[Language, str] = {"nl": "Nederlands", "en": "Engels"}
_PERSONS: dict[Role, str] = {"employee": "medewerker", "manager": "leidinggevende"}


class Better(BaseModel):
    """A better line for one rule, and the person's own words that it would take the place of."""

    model_config = ConfigDict(extra="forbid")

    rule: str = Field(max_length=40)
    quote: str | None = Field(max_length=600)
    better: str = Field(max_length=400)


class BetterLines(BaseModel):
    """What the model gives."""

    model_config = ConfigDict(extra="forbid")

    lines: list[Better] = Field(max_length=5)


def with_better_lines(
    found: Debrief, transcript: Sequence[Line], language: Language, model: Model
) -> tuple[Debrief, Made]:
    """The debrief with the model's lines at its priorities, where they pass; all else stays as it was."""
    wanted = {finding.rule: finding for finding in found.findings if finding.rule in found.priorities}
    if not wanted:
        return found, Made()
    asked = prompt(
        "better_lines",
        language=_LANGUAGES[language],
        person=_PERSONS[found.role],
        longest=_LONGEST,
        lines=[{"name": _PERSONS[line.speaker], "text": line.text} for line in transcript[-_LINES:]],
        points=[finding.model_dump(include={"rule", "advice", "better"}) for finding in wanted.values()],
    )
    try:
        given = model.structured(asked, BetterLines, _TOKENS)
    except Trouble as trouble:
        return found, Made(notice=notice(trouble.failure, language))
    sound = {
        better.rule: better
        for better in given.lines
        if better.rule in wanted and fits(better, wanted[better.rule], transcript, found.role, language)
    }
    findings = [
        _improved(finding, sound.get(finding.rule), transcript, found.role) for finding in found.findings
    ]
    made = Made("language_model", model.name, asked.digest, replaced=len(wanted) - len(sound))
    return found.model_copy(update={"findings": findings}), made if sound else Made(replaced=len(wanted))


def fits(
    better: Better, finding: Finding, transcript: Sequence[Line], role: Role, language: Language
) -> bool:
    """Whether a better line is one that the person could have said, and does what the rule asks for.

    The reader has to see in it what it sees in the phrasebook's line: a question for feedback, say.
    """
    plain = finding.better or ""
    said = [line.text for line in transcript]
    wanted = _acts(plain, role)
    return (
        0 < len(words(better.better)) <= _LONGEST
        and "\n" not in better.better.strip()
        and not breaks_role(better.better)
        and language_of(better.better, default=language) == language
        and ("?" in better.better) == ("?" in plain)
        and not untraced(better.better, [plain, *said])
        and (not wanted or bool(wanted & _acts(better.better, role)))
        and (better.quote is None or _place(better.quote, transcript, role) is not None)
    )


def _acts(text: str, role: Role) -> set[str]:
    """What a line does; that it is a question says too little where something is asked for."""
    kinds: set[str] = {act.kind for act in acts(text, role)}
    return kinds - {"open_question", "closed_question"} or kinds


def _place(quote: str, transcript: Sequence[Line], role: Role) -> int | None:
    """The turn of the person that holds these words literally."""
    own = (turn for turn, line in enumerate(transcript) if line.speaker == role and quote in line.text)
    return next(own, None) if quote.strip() else None


def _improved(finding: Finding, better: Better | None, transcript: Sequence[Line], role: Role) -> Finding:
    if better is None:
        return finding
    place = _place(better.quote, transcript, role) if better.quote else None
    instead = None if place is None else QuoteShape(turn=place, text=better.quote or "")
    return finding.model_copy(update={"better": better.better.strip(), "instead_of": instead})
