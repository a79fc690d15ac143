"""What a sentence beside an agreement does: give consent, name means, greet, ask, or instruct the reader.

Consent and means count only when they are said in words; a question, a denial or a condition is neither.
"""

import re

from assistant.reading.text import Span

_CONSENT = re.compile(
    r"""
    [^.;!?\n]{0,60}?\b(?:is|ben|bent|zijn|gaat|gaan|ga|are|is|am)\b[^.;!?\n]{0,30}?
        \b(?:akkoord|het\s+(?:er|hier)?(?:mee|over)?\s*eens|(?:er|hier)mee\s+eens|eens\s+met|hierover\s+eens|in\s+agreement
        |in\s+favour|fine\s+with\s+(?:this|it)|okay?\s+with\s+(?:this|it)|happy\s+with\s+(?:this|it))
    |[^.;!?\n]{0,60}?\b(?:stemt|stem|stemmen)\b[^.;!?\n]{0,30}?\b(?:mee\s+in|in\s+met|ermee\s+in|hiermee\s+in|in(?=\s*(?:[.;,!]|$)))
    |[^.;!?\n]{0,60}?\b(?:vindt|vind|vinden)\s+(?:[\w'-]+\s+){0,4}?(?:een\s+)?(?:goed|prima|oké|ok|fijn|haalbaar\s+en\s+goed)\b(?:\s+(?:plan|idee|voorstel|afspraak))?
    |[^.;!?\n]{0,60}?\b(?:staat|staan|sta)\s+(?:hier|er|daar)\s*(?:volledig\s+|helemaal\s+)?achter
    |[^.;!?\n]{0,60}?\b(?:ziet|zien|zie)\s+(?:dit|dat|het)\s+(?:helemaal\s+)?zitten
    |[^.;!?\n]{0,60}?\b(?:heeft|hebben|heb)\s+(?:hier|er|daar)?(?:mee|voor|aan)?\s*(?:hun|zijn|haar)?\s*(?:ingestemd|toegezegd|akkoord\s+gegeven)
    |(?:allebei|beiden|beide\s+partijen|beide)\s+(?:akkoord|het\s+eens|mee\s+eens|accoord)
    |akkoord\s*:\s*ja|(?:helemaal\s+)?akkoord(?=\s*[.!;]?\s*$)
    |[^.;!?\n]{0,60}?\b(?:agrees?|agreed|consents?|accepts?)\b(?!\s+(?:to\s+disagree|on\s+(?:a|the)\s+date))
    """,
    re.I | re.X,
)
_NOT_GIVEN = re.compile(
    r"\b(?:niet|nog\s+niet|geen|nooit|not|doesn't|don't|isn't|nobody|niemand)\b(?!\s+alleen)|(?:^|,)\W*(?:als|if)\b|\b(?:indien|mits|zodra|unless)\b"
    r"|\b(?:vraag|vraagt|vragen|checkt|check|peilt|asks?)\b",
    re.I,
)
_MEANS = re.compile(
    r"""
    \b(?:krijg|krijgt|krijgen|heeft|hebben|heb|gets?|has|have|receives?)\b[^.;!?\n]{0,50}?
        \b(?:uur|uren|minuten|dag(?:deel|en)?|ochtend(?:en)?|middag(?:en)?|tijd|werktijd|studietijd|studieverlof|verlof|ruimte|budget|euro
        |hulp|ondersteuning|begeleiding|coaching|vervanging|laptop|hours?|time|support|help|guidance|coaching|mentor|buddy|maatje)\b[^.;!?\n]*
    |\b(?:met|with)\s+(?:de\s+)?(?:hulp|ondersteuning|begeleiding|steun|the\s+help|help|support|guidance)\s+(?:van|of|from)\s+[^.;,!?\n]+
    |[^.;!?\n]{0,60}?\b(?:helpt|helpen|begeleidt|begeleiden|ondersteunt|ondersteunen|coacht|vervangt|helps?|supports?|coaches|mentors|covers?)\s+
        (?:hem|haar|hen|ze|mij|me|ons|daarbij|hierbij|erbij|him|her|them|me|us|with\s+(?:it|this)|for\s+(?:him|her|them))\b[^.;!?\n]*
    |[^.;!?\n]{0,60}?\b(?:werkt|werk)\s+(?:hem|haar|mij|me|hen)\s+in\b
    |[^.;!?\n]{0,60}?\bspring(?:t|en)?\b[^.;!?\n]{0,40}?\bbij\b
    |[^.;!?\n]{0,60}?\b(?:betaalt|betalen|betaal|vergoedt|vergoeden|bekostigt|financiert|pays?|funds?|reimburses?)\b[^.;!?\n]*
    |[^.;!?\n]{0,60}?\b(?:is|zijn|are|has\s+been|have\s+been)\s+(?:al\s+|already\s+)?(?:geregeld|ingepland|vrijgemaakt|gereserveerd|beschikbaar|goedgekeurd|arranged|booked|reserved|available|approved)\b[^.;!?\n]*
    |[^.;!?\n]{0,60}?\b(?:wordt|worden|is|zijn)\s+[^.;!?\n]{0,40}?(?:vrijgeroosterd|vrijgemaakt|vrijgespeeld|uitgeroosterd|gereserveerd)\b[^.;!?\n]*
    |\b(?:er|there)\s+(?:is|zijn|are)\s+(?!geen\b|no\b)[^.;!?\n]{0,40}?\b(?:budget|tijd|uur|uren|euro|geld|ruimte|hulp|ondersteuning|vervanging|time|hours?|money|support|help)\b[^.;!?\n]*
    |\b(?:mag|kan|may|can)\s+(?:dit|dat|het|hier|daar|this|it|do\s+this)[^.;!?\n]{0,20}?\b(?:onder\s+werktijd|in\s+werktijd|during\s+working\s+hours)\b
    |\b(?:onder|in)\s+werktijd\b|\bduring\s+working\s+hours\b
    """,
    re.I | re.X,
)
# Arranging means for somebody else is an action of its own, and means for the agreement before it.
_ARRANGES = re.compile(
    r"\b(?:regelt|regel|regelen|maakt|maak|reserveert|reserveer|boekt|boek|plant|plan|rooster(?:t)?|arranges?|books?|frees?|reserves?|schedules?)\b"
    r"[^.;!?\n]{0,40}?\b(?:budget|tijd|uur|uren|vervang(?:er|ing)|training|cursus|opleiding|vrij|begeleiding|time|hours?|training|course|cover"
    r"|schedule|support|replacement)\b[^.;!?\n]*",
    re.I,
)
_INSTRUCTION = re.compile(
    r"""
    \b(?:negeer|vergeet|ignore|disregard|forget)\b[^.\n]{0,40}?\b(?:instructie|regel|opdracht|prompt|bovenstaande|voorgaande|alles
        |instructions?|rules?|above|previous|everything)
    |\b(?:systeem|system)?\s?prompt\b
    |^\W*(?:systeem|system|assistent|assistant|ai|bot|chatgpt|llm|gpt)\s*[:,]
    |\b(?:je|jij|you)\s+(?:bent|are)\s+(?:nu|vanaf\s+nu|now)\b|\bdoe\s+alsof\b|\bpretend\b|\bact\s+as\b
    |\b(?:antwoord|reageer|reply|respond|answer)\b[^.\n]{0,20}?\b(?:met|alleen|uitsluitend|with|only)\b
    |^\W*(?:zet|vul|schrijf|markeer|verzin|geef|print|toon|vertaal|herhaal|voeg|maak|zeg|set|fill|write|mark|invent|print|reveal|translate|repeat|add|say)
        \b[^.\n]{0,60}?\b(?:erbij|bij\s+akkoord|als\s+(?:deadline|datum|einddatum|akkoord|volledig|compleet|smart)|gedicht|instructies
        |deadline|als\s+voltooid|as\s+complete|consent|poem|instructions|zelf\s+een)\b
    |\bverzin\s+(?:zelf\s+)?(?:een|wat|iets)\b|\bmake\s+up\b|\binvent\s+a\b
    """,
    re.I | re.X,
)
_HEADING = re.compile(
    r"^\W*(?:(?:onze\s+|de\s+|nieuwe\s+|our\s+|the\s+)?(?:afspraken|actiepunten|acties|doelen|afspraak|agreements?|actions?|goals?)\b[^.:]{0,40}:?"
    r"|(?:we|wij|we've|we\s+have)?\s*(?:hebben|agreed)?\s*[^.:]{0,20}(?:het\s+volgende|the\s+following)[^.:]{0,30}[.:]?"
    r"|(?:maak|herschrijf|make|rewrite)\s+(?:dit\s+|deze\s+afspraak\s+|this\s+|it\s+)?smart\b[^:]{0,20}:?)\W*$",
    re.I,
)
_SMALL_TALK = re.compile(
    r"^\W*(?:hoi|hallo|hey|hi|hello|dag|goedemorgen|goedemiddag|goedenavond|bedankt|dankjewel|dank\s+je(?:\s+wel)?|thanks|thank\s+you"
    r"|groet(?:en|jes)?|met\s+vriendelijke\s+groet|ja|nee|oké|ok|prima|yes|no)\b[\s\w,'’]{0,20}\W*$",
    re.I,
)
_QUESTION = re.compile(
    r"^\W*(?:hoe|wat|wie|waar|wanneer|waarom|welke?|hoeveel|is|zijn|kan|kun|mag|moet|heeft|heb|krijg|how|what|who|where|when|why"
    r"|which|can|may|must|does|do|is|are|should)\b.*\?\W*$",
    re.I | re.S,
)


def consent_in(text: str, start: int, end: int) -> Span | None:
    """The words of a sentence in which somebody agrees; None when nobody does."""
    piece = text[start:end]
    match = _CONSENT.search(piece)
    if not match or piece.rstrip().endswith("?") or _NOT_GIVEN.search(piece):
        return None
    return _span(text, start + match.start(), start + match.end())


def means_in(text: str, start: int, end: int) -> Span | None:
    """The words of a sentence in which time, means or help is named; None when none is."""
    match = _MEANS.search(text, start, end)
    if not match or text[start:end].rstrip().endswith("?") or _denied(match.group()):
        return None
    return _span(text, match.start(), match.end())


def arranges_means(text: str, start: int, end: int) -> Span | None:
    """The words in which somebody takes it on to arrange time, means or help; None when nobody does."""
    match = _ARRANGES.search(text, start, end)
    return _span(text, match.start(), match.end()) if match else None


def is_instruction(sentence: str) -> bool:
    """Whether a sentence tells the reader (a program) what to do: text, never an agreement."""
    return bool(_INSTRUCTION.search(sentence))


def is_heading(sentence: str) -> bool:
    """Whether a sentence only announces agreements."""
    return bool(_HEADING.match(sentence))


def is_small_talk(sentence: str) -> bool:
    """Whether a sentence is a greeting, thanks or a plain question."""
    return bool(_SMALL_TALK.match(sentence) or _QUESTION.match(sentence))


def _denied(words: str) -> bool:
    return bool(re.search(r"\b(?:geen|niet|no|not)\b", words, re.I))


def _span(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " ,;.:!":
        end -= 1
    while start < end and text[start] in " ,;.:-•*":
        start += 1
    return Span(text[start:end], start, end)
