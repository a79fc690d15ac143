"""The Dutch and English words that dates and terms are made of, as tables and as regex pieces."""

import re
from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sept sep",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "maandag monday",
            "dinsdag tuesday",
            "woensdag wednesday",
            "donderdag thursday",
            "vrijdag friday",
            "zaterdag saturday",
            "zondag sunday",
        )
    )
    for name in names.split()
}
_COUNTED = (
    "een one a an eerste first",
    "twee two tweede second",
    "drie three derde third",
    "vier four vierde fourth",
    "vijf five vijfde fifth",
    "zes six zesde sixth",
    "zeven seven zevende seventh",
    "acht eight achtste eighth",
    "negen nine negende ninth",
    "tien ten tiende tenth",
    "elf eleven elfde",
    "twaalf twelve twaalfde",
    "dertien thirteen dertiende",
    "veertien fourteen veertiende",
    "vijftien fifteen vijftiende",
    "zestien sixteen zestiende",
    "zeventien seventeen zeventiende",
    "achttien eighteen achttiende",
    "negentien nineteen negentiende",
    "twintig twenty twintigste",
)
NUMBERS = {word: number for number, names in enumerate(_COUNTED, start=1) for word in names.split()} | {
    "één": 1,
    "dertig": 30,
    "thirty": 30,
    "veertig": 40,
    "forty": 40,
    "vijftig": 50,
    "fifty": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "honderd": 100,
    "hundred": 100,
    "paar": 2,
}
UNITS = {
    "days": "dag dagen day days",
    "workdays": "werkdag werkdagen workday workdays",
    "weeks": "week weken weeks weekjes",
    "months": "maand maanden month months",
    "quarters": "kwartaal kwartalen quarter quarters",
    "years": "jaar jaren year years",
}
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words.split()}

# Month and day on which a season starts, and the one before which it ends.
SEASONS = {
    "lente": ((3, 21), (6, 20)),
    "voorjaar": ((3, 21), (6, 20)),
    "spring": ((3, 21), (6, 20)),
    "zomer": ((6, 21), (9, 20)),
    "summer": ((6, 21), (9, 20)),
    "najaar": ((9, 21), (12, 20)),
    "herfst": ((9, 21), (12, 20)),
    "autumn": ((9, 21), (12, 20)),
    "winter": ((12, 21), (12, 31)),
}
FEASTS = {
    "kerst": (12, 25),
    "kerstmis": (12, 25),
    "christmas": (12, 25),
    "oud en nieuw": (12, 31),
    "oudejaarsdag": (12, 31),
    "new year": (12, 31),
    "nieuwjaar": (1, 1),
    "koningsdag": (4, 27),
    "king's day": (4, 27),
    "bevrijdingsdag": (5, 5),
    "sinterklaas": (12, 5),
}
# Days after Easter Sunday.
EASTER_FEASTS = {
    "goede vrijdag": -2,
    "good friday": -2,
    "pasen": 0,
    "easter": 0,
    "hemelvaart": 39,
    "hemelvaartsdag": 39,
    "pinksteren": 49,
    "whitsun": 49,
}
# School holidays differ by region and year: a term without a date.
HOLIDAYS = (
    "zomervakantie",
    "meivakantie",
    "kerstvakantie",
    "herfstvakantie",
    "voorjaarsvakantie",
    "krokusvakantie",
    "schoolvakantie",
    "bouwvak",
    "zomerreces",
    "kerstreces",
    "schooljaar",
    "summer_holidays",
    "summer_break",
    "christmas_break",
    "school_year",
)


def any_of(words: Iterable[str]) -> str:
    """A regex piece that matches one of the words, longest first; an underscore stands for a blank."""
    ordered = sorted(words, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(
            re.escape(word).replace("_", " ").replace("\\ ", " ").replace(" ", r"\s+") for word in ordered
        )
        + ")"
    )


_HABITUAL = [name + ("en" if name.endswith("g") else "s") for name in WEEKDAYS]
_FULL_MONTHS = [
    name for name in MONTHS if len(name) > 4 or name in ("mei", "may", "juni", "juli", "june", "july")
]
_MONTH = any_of(MONTHS) + r"\b\.?"
_FULL_MONTH = any_of(_FULL_MONTHS)
_DAYNAME = any_of(WEEKDAYS)
_YEAR = r"(?:19|20)\d\d\b"
_OF = r"(?:(?:of|van)\s+)?"
_NUMBER = rf"(?:een\s+paar|a\s+few|\d{{1,3}}|{any_of(NUMBERS)})"
_UNIT = rf"{any_of(UNIT_OF)}\b"
_NTH = r"\d{1,2}\s?(?:e|ste|de|th|st|nd|rd)?"
_THIS = r"(?:deze|dit|huidige?|lopende|this|current)"
_NEXT = r"(?:volgende?|next)"
_COMING = r"(?:het\s+|de\s+|the\s+)?(?:komende?|aankomende?|coming)"
_SPANS = r"(?:week|maand|kwartaal|jaar|month|quarter|year)\b"
_PART = (
    r"(?:(?:het\s+|the\s+)?(?P<part>eind(?:e)?|begin|half|halverwege|medio|end|start|beginning|middle|mid)\b-?"
    r"\s*(?:(?:van|of)\s+)?(?:de\s+|het\s+|the\s+)?)"
)
_PERIOD = "|".join(
    (
        rf"(?P<month>{_FULL_MONTH}\b(?:\s+{_YEAR})?)",
        rf"(?P<quarter>(?:q(?P<q>[1-4])\b|(?P<qth>eerste|tweede|derde|vierde|[1-4]e|first|second|third|fourth)"
        rf"\s+(?:kwartaal|quarter)\b)(?:\s+{_OF}(?:dit\s+jaar|this\s+year|{_YEAR}))?)",
        rf"(?P<half>(?P<halfth>eerste|tweede|first|second)\s+(?:helft|half|halfjaar)\b"
        rf"(?:\s+(?:van|of)\s+(?:het\s+jaar|dit\s+jaar|the\s+year|this\s+year|{_YEAR}))?)",
        rf"(?P<monthweek>(?:eerste|tweede|derde|laatste|first|second|third|last)\s+week\s+(?:van|of|in)\s+{_FULL_MONTH}\b"
        rf"(?:\s+{_YEAR})?)",
        r"(?P<week>week\s+(?P<weekno>[1-5]?\d)\b)",
        rf"(?P<this>{_THIS}\s+(?P<this_unit>{_SPANS}))",
        rf"(?P<next>{_NEXT}\s+(?P<next_unit>{_SPANS})(?:\s+(?:op\s+)?(?P<next_day>{_DAYNAME})\b)?)",
        rf"(?P<coming>{_COMING}\s+(?P<coming_unit>{_SPANS}))",
        rf"(?P<season>(?:(?:{_THIS}|{_NEXT}|komende)\s+)?(?P<season_name>{any_of(SEASONS)})\b(?:\s+{_OF}{_YEAR})?)",
        rf"(?P<feast>{any_of([*FEASTS, *EASTER_FEASTS])}\b(?:\s+{_YEAR})?)",
        rf"(?P<holiday>(?:(?:{_THIS}|{_NEXT}|komende?)\s+)?{any_of(HOLIDAYS)}\b)",
        rf"(?P<year>{_YEAR})",
        rf"(?P<current>{_SPANS})",
    )
)
WHEN = re.compile(
    r"(?<![\w/.-])(?:"
    + "|".join(
        (
            r"(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)\b",
            r"(?P<dmy>\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|\d\d))\b",
            r"(?P<dm>\d{1,2}[-/]\d{1,2})(?![-/\d.,]*\d)(?!\s+(?:keer|maal|uur|times|hours))\b",
            rf"(?P<daymonth>(?:{_DAYNAME}\s+)?(?:{_NTH}|eerste|één|een|first)\s+{_OF}{_MONTH}(?:,?\s+{_YEAR})?)",
            rf"(?P<monthday>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?)",
            r"(?P<nth>\d{1,2}(?:e|ste|de|th|st|nd|rd)\b)(?!\s+\w+(?:en|s)\b)",
            r"(?:over|binnen|in|within|na|after|at\s+most|uiterlijk\s+over|(?P<lasting>(?:de\s+|het\s+|the\s+)?"
            r"(?:komende|eerstkomende|aankomende|volgende|next|coming|gedurende|for\s+the\s+next)))\s+"
            r"(?:uiterlijk\s+|maximaal\s+|ongeveer\s+|about\s+)?"
            rf"(?P<relative>(?P<count>een\s+half|half\s+a|anderhalve?|{_NUMBER})\s+(?P<unit>{_UNIT})(?!\s+(?:van\s+tevoren|vooruit)))",
            rf"(?P<long>(?P<long_count>{_NUMBER})\s+(?P<long_unit>{_UNIT})\s+lang\b)",
            r"(?P<past>(?:eergisteren|gisteren|yesterday|(?:afgelopen|vorige?|verleden|last)\s+"
            rf"(?:{_SPANS}|{_DAYNAME}|{any_of(SEASONS)}|{_FULL_MONTH}))\b)",
            r"(?P<near>(?:overmorgen|morgen(?:ochtend|middag|avond)?|vandaag|vanmiddag|vanavond"
            r"|the\s+day\s+after\s+tomorrow|tomorrow|today|tonight)\b)",
            rf"{_PART}?(?:{_PERIOD})",
            rf"(?P<weekday>(?:(?P<day_which>aanstaande|komende|aankomende|volgende|deze|next|coming|this)\s+)?"
            rf"(?P<day>{_DAYNAME})\b)",
        )
    )
    + r")(?:\s+(?:a\.s\.|aanstaande\b|aan\s+toe\b))?",
    re.I,
)
BEFORE = re.compile(
    r"\b(?:(?P<start>vanaf|van|sinds|met\s+ingang\s+van|ingaande|beginnend\s+(?:in|op|met)|na|per|from|since|after|as\s+of"
    r"|te\s+beginnen\s+(?:in|op|met|vanaf|bij)|(?:starting|beginning)(?:\s+(?:in|on|from))?)"
    r"|(?P<through>tot\s+en\s+met|t/m|through|up\s+to\s+and\s+including)"
    r"|(?P<until>(?:uiterlijk\s+|nog\s+)?(?:v[oóò]{2}r|tegen|tot\s+aan|tot|before|until|till|by))"
    r"|(?P<at>uiterlijk(?:\s+(?:op|in|aan|bij|met))?|ten\s+laatste(?:\s+op)?|no\s+later\s+than|around|rond(?:om)?|tijdens"
    r"|gedurende|during|binnen|within|met|aan|op|in|on|at|(?:tussen\s+nu|between\s+now)\s+(?:en|and)))"
    r"\s+(?:(?P<article>de|het|the)\s+)?$",
    re.I,
)
RECURRING = re.compile(
    rf"\b(?:(?:(?:uiterlijk\s+|vóór\s+|voor\s+)?(?:op\s+)?de\s+\d{{1,2}}e\s+van\s+)?(?:elke|iedere|elk|ieder|every|each)\s+(?:(?:{_NUMBER}|andere|other|eerste|laatste|first|last)\s+)?"
    rf"(?:{_DAYNAME}(?:ochtend|middag|avond)?|{_UNIT}|ochtend|middag|avond|morning|evening|dienst|shift)\b(?:\s+van\s+de\s+maand)?"
    rf"|om\s+de\s+(?:(?:{_NUMBER})\s+)?(?:{_UNIT}|week)"
    rf"|(?:minstens\s+|minimaal\s+|ten\s+minste\s+|maximaal\s+|at\s+least\s+)?"
    rf"(?:(?:{_NUMBER}|paar)\s+(?:keer|maal|times?|dagen|days|uur|hours?)|eens|once|twice)\s+(?:per|in\s+de|a|an|each|every)\s+"
    r"(?:dag|week|maand|kwartaal|jaar|day|month|quarter|year|dienst|shift)\b"
    r"|(?:dagelijks|wekelijks|tweewekelijks|maandelijks|jaarlijks|daily|weekly|biweekly|monthly|quarterly|yearly)e?\b"
    rf"|(?:op|on)\s+{any_of(_HABITUAL)}\b)",
    re.I,
)
