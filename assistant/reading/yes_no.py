"""What kind of yes-or-no question was asked, so that a short answer fits its verb."""

import re
from typing import Literal

from assistant.reading.text import sentences

ShortAnswer = Literal["short_confirm", "short_past", "short_may", "short_is", "short_answer"]

_FORMS: tuple[tuple[ShortAnswer, re.Pattern[str]], ...] = (
    (
        "short_confirm",
        re.compile(
            r"\W*(?:oké,? |o,? |ah,? |en )?(?:dus\b|klopt|begrijp ik|als ik (?:je|het) goed|je bedoelt|"
            r"ik hoor|so\b|you mean|if i understand)",
            re.I,
        ),
    ),
    (
        "short_past",
        re.compile(
            r"\b(?:heb|hebt|had|heeft|hebben|is|zijn|was|waren|ben|werd|have|has|did|was|were)\b.*"
            r"\b(?:\w{0,6}ge\w+(?:d|t|en)|verteld|besproken|overlegd|begonnen|ooit|(?:wel )?eens|ever)\b",
            re.I,
        ),
    ),
    (
        "short_may",
        re.compile(
            r"\b(?:kun|kan|kunt|wil|wilt|zou|mag|durf|durft|lukt|ga|gaat|zal|"
            r"could|can|would|will|do you want)\b",
            re.I,
        ),
    ),
    (
        "short_is",
        re.compile(
            r"\b(?:ben|bent|is|zijn|voel|voelt|vind|vindt|merk|zie|heb|hebt|ligt|are|feel|do|does)\b", re.I
        ),
    ),
)


def short_answer(text: str) -> ShortAnswer:
    """The kind of short answer that the last question in a text can get."""
    asked = [span.text for span in sentences(text) if span.text.rstrip("\"' ").endswith("?")]
    question = asked[-1] if asked else text
    return next(
        (kind for kind, form in _FORMS if (form.match if kind == "short_confirm" else form.search)(question)),
        "short_answer",
    )
