"""What a question asks for: yes or no, a figure, a reason, more of the same; and its parts."""

import re

_YES_NO = re.compile(
    r"^(?:en |maar |dus |and |but |so |ok(?:é|ay)?,? )*"
    r"(?:is|zijn|was|mag|mogen|moet|moeten|moete|kan|kun|kunnen|heb|heeft|hebben|ben|bent|word|wordt|worden|hoef|hoeft|"
    r"hoeven|zal|zullen|wil|wilt|willen|krijg|krijgt|krijgen|doe|doet|doen|gaat|gaan|hoort|horen|telt|werkt|helpt|klopt|"
    r"do|does|did|are|am|can|could|may|must|should|shall|will|would|have|has|need)\b",
    re.I,
)
_QUESTION_WORD = re.compile(
    r"\b(?:hoe|wat|wie|waar\w*|wanneer|waarom|welke?|how|what|who|where|when|why|which)\b", re.I
)
_OR = re.compile(r"\b(?:of|or)\b", re.I)
_OPENS_QUESTION = re.compile(
    r"^\W*(?:(?:en|maar|and|but) )?(?:hoe|waarom|hoezo|welke|wat (?:is|zijn|betekent|moet|kan|mag|als|doe"
    r"|bedoel)|how|why|which|what (?:is|are|does|if|do))\b",
    re.I,
)
_FIGURE = re.compile(
    r"\b(?:hoe ?veel|hoe ?lang|hoe ?vaak|hoe dikwijls|how many|how much|how long|how often|"
    r"welke termijn|binnen welke|aantal)\b",
    re.I,
)
_A_FIGURE = re.compile(
    r"\d|\b(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|kwartier(?:tje)?|half uur|wekelijks|"
    r"maandelijks|one|once|two|twice|three|four|five|six|seven|quarter|fifteen|weekly|monthly)\b",
    re.I,
)
_NEGATION = re.compile(r"\b(?:niet|geen|nooit|niks|zonder|not|no|never|n't|without)\b|n't\b|\bni\b", re.I)
_REASON = re.compile(r"\b(?:waarom|hoezo|waarvoor|why|how come|what for)\b", re.I)
_SPLIT = re.compile(
    r"(?<=[?])\s+|,?\s+(?:en|and)\s+(?=(?:hoe|wat|wie|waar\w*|wanneer|waarom|welke?|is het|mag|moet|kan|"
    r"how|what|who|where|when|why|which|is it|do i|can i|must i|should i)\b)",
    re.I,
)


def is_yes_no(text: str) -> bool:
    """Whether the honest answer can start with yes or no. 'Is it A or B?' can't."""
    last = _clauses(text)[-1] if text.strip() else ""
    return bool(_YES_NO.match(last)) and not (_OR.search(last) and _QUESTION_WORD.search(last))


def asks(text: str) -> bool:
    """Whether a message clearly is a question: it opens with "hoe" and such, or ends in a question mark."""
    opening = text.strip()
    if _OPENS_QUESTION.match(opening):
        return True
    return opening.endswith("?") and bool(_QUESTION_WORD.search(opening) or _YES_NO.match(opening))


def asks_figure(text: str) -> bool:
    """Whether a number is wanted: how long, how often, how many."""
    return bool(_FIGURE.search(text))


def has_figure(text: str) -> bool:
    """Whether a sentence holds a number, in digits or words."""
    return bool(_A_FIGURE.search(text))


def is_negated(text: str) -> bool:
    """Whether a question is put in the negative, which turns its yes and no around."""
    return bool(_NEGATION.search(text))


def asks_reason(text: str) -> bool:
    """Whether a reason is wanted."""
    return bool(_REASON.search(text))


def parts(text: str) -> list[str]:
    """The questions in a message that asks several; otherwise the message itself."""
    pieces = [piece.strip() for piece in _SPLIT.split(text) if piece.strip()]
    return pieces if len(pieces) > 1 and all(_asks(piece) for piece in pieces) else [text]


def _asks(piece: str) -> bool:
    return piece.endswith("?") or bool(_QUESTION_WORD.match(piece)) or bool(_YES_NO.match(piece))


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in re.split(r"[.!?,;:]\s+|\s+-\s+", text) if clause.strip()] or [text]
