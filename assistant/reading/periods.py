"""From what a match says to the days it covers, relative to a given day."""

import datetime
import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from assistant.reading.date_words import EASTER_FEASTS, FEASTS, MONTHS, NUMBERS, SEASONS, UNIT_OF, WEEKDAYS

_FRIDAY = 4
_NTH = {"eerste": 1, "first": 1, "tweede": 2, "second": 2, "derde": 3, "third": 3, "vierde": 4, "fourth": 4}
_DAY = datetime.timedelta(days=1)


class Period(NamedTuple):
    """First and last day of a period, both included; a week at work ends on Friday."""

    first: datetime.date
    last: datetime.date


def period_of(match: re.Match[str], today: datetime.date) -> Period | None:
    """The days that a match of ``date_words.WHEN`` covers; None when they cannot be known.

    Raises:
        ValueError: the match names a day that does not exist (31 februari).
    """
    for name, resolver in _RESOLVERS.items():
        if match.groupdict().get(name):
            period = resolver(match, today)
            return _part_of(match, period) if period and match["part"] else period
    return None


def plus(today: datetime.date, count: float, unit: str) -> datetime.date:
    """``today`` moved on by ``count`` units (a word such as weken, months)."""
    from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped, unused-ignore]

    name = UNIT_OF[unit.lower()]
    if name == "workdays":
        return _workdays(today, int(count))
    days = {"days": 1, "weeks": 7}.get(name)
    if days:
        return today + datetime.timedelta(days=round(count * days))
    months = {"months": 1, "quarters": 3, "years": 12}[name] * count
    half_month = datetime.timedelta(days=15 if months % 1 else 0)
    moved: datetime.date = today + relativedelta(months=int(months)) + half_month
    return moved


def count_of(word: str) -> float:
    """The number that a word or figure says; a half and one and a half too."""
    word = re.sub(r"\s+", " ", word.lower())
    if word.startswith("anderhal"):
        return 1.5
    if "half" in word:
        return 0.5
    return int(word) if word.isdigit() else NUMBERS[word.split()[-1].replace("few", "paar")]


def _written(match: re.Match[str], today: datetime.date) -> Period:
    text = re.sub(r"^(?:eerste|één|een|first)\b", "1", match.group().lower())
    text = re.sub(r"\s*(?:a\.s\.|aanstaande|aan\s+toe)$|\b(?:of|van)\s+", "", text)
    text = re.sub(r"(\d)\s?(?:e|ste|de|th|st|nd|rd)\b", r"\1", text)
    text = re.sub(rf"^(?:{'|'.join(WEEKDAYS)})\s+", "", text)
    found = _parsed(text, today, "YMD" if match["iso"] else "DMY")
    if found is None:
        raise ValueError(text)
    return Period(found, found)


@lru_cache(maxsize=256)
def _parsed(text: str, today: datetime.date, order: str) -> datetime.date | None:
    import dateparser  # type: ignore[import-untyped, unused-ignore]

    settings = {
        "RELATIVE_BASE": datetime.datetime.combine(today, datetime.time()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": order,
    }
    found = dateparser.parse(text, languages=["nl", "en"], settings=settings)
    return found.date() if found else None


def _day_and_month(match: re.Match[str], today: datetime.date) -> Period:
    day, month = (int(part) for part in re.split("[-/]", match["dm"]))
    found = datetime.date(today.year, month, day)
    found = found if found >= today else found.replace(year=today.year + 1)
    return Period(found, found)


def _nth_day(match: re.Match[str], today: datetime.date) -> Period:
    day = int(re.sub(r"\D", "", match["nth"]))
    first = today.replace(day=1) if day >= today.day else plus(today.replace(day=1), 1, "month")
    return Period(first.replace(day=day), first.replace(day=day))


def _relative(match: re.Match[str], today: datetime.date) -> Period:
    last = plus(today, count_of(match["count"]), match["unit"])
    return Period(last, last)


def _long(match: re.Match[str], today: datetime.date) -> Period:
    last = plus(today, count_of(match["long_count"]), match["long_unit"])
    return Period(today, last)


def _near(match: re.Match[str], today: datetime.date) -> Period:
    word = match["near"].lower()
    far = 2 if word.startswith("overmorgen") or "after" in word else 0
    days = far or (1 if word.startswith(("morgen", "tomorrow")) else 0)
    return Period(today + days * _DAY, today + days * _DAY)


def _month(match: re.Match[str], today: datetime.date) -> Period:
    name, *year = match["month"].lower().split()
    number = MONTHS[name]
    return _months(_year(year[-1] if year else "", today, number), number, 1)


def _week_of_month(match: re.Match[str], today: datetime.date) -> Period:
    which, *_, name = re.sub(r"\s+\d{4}$", "", match["monthweek"].lower()).split()
    month = _months(_year(match["monthweek"], today, MONTHS[name]), MONTHS[name], 1)
    last = which in ("laatste", "last")
    week = _around(month.last if last else month.first + 7 * _DAY * (_NTH[which] - 1), "week")
    return Period(max(week.first, month.first), min(week.last, month.last))


def _quarter(match: re.Match[str], today: datetime.date) -> Period:
    number = int(match["q"]) if match["q"] else _NTH.get(match["qth"].lower()) or int(match["qth"][0])
    return _months(_year(match["quarter"], today, number * 3), number * 3 - 2, 3)


def _half(match: re.Match[str], today: datetime.date) -> Period:
    number = _NTH[match["halfth"].lower()]
    return _months(_year(match["half"], today, number * 6), number * 6 - 5, 6)


def _week(match: re.Match[str], today: datetime.date) -> Period:
    monday = datetime.date.fromisocalendar(today.year, int(match["weekno"]), 1)
    if monday + _FRIDAY * _DAY < today:
        monday = datetime.date.fromisocalendar(today.year + 1, int(match["weekno"]), 1)
    return Period(monday, monday + _FRIDAY * _DAY)


def _this(match: re.Match[str], today: datetime.date) -> Period:
    return _around(today, (match["this"] and match["this_unit"]) or match["current"])


def _next(match: re.Match[str], today: datetime.date) -> Period:
    period = _around(
        plus(_around(today, match["next_unit"]).first, 1, match["next_unit"]), match["next_unit"]
    )
    if match["next_day"]:
        day = period.first + WEEKDAYS[match["next_day"].lower()] * _DAY
        return Period(day, day)
    return period


def _coming(match: re.Match[str], today: datetime.date) -> Period:
    return Period(today, plus(today, 1, match["coming_unit"]))


def _season(match: re.Match[str], today: datetime.date) -> Period:
    starts, ends = SEASONS[match["season_name"].lower()]
    year = _year(match["season"], today, *starts) if starts < ends else today.year
    return Period(datetime.date(year, *starts), datetime.date(year, *ends))


def _feast(match: re.Match[str], today: datetime.date) -> Period:
    from dateutil.easter import easter  # type: ignore[import-untyped, unused-ignore]

    name = re.sub(r"\s+", " ", re.sub(r"\s*\d{4}$", "", match["feast"].lower()))
    given = re.search(r"\d{4}", match["feast"])

    def in_year(year: int) -> datetime.date:
        if name in FEASTS:
            return datetime.date(year, *FEASTS[name])
        sunday: datetime.date = easter(year)
        return sunday + EASTER_FEASTS[name] * _DAY

    found = in_year(int(given.group()) if given else today.year)
    found = in_year(today.year + 1) if not given and found < today else found
    return Period(found, found)


def _whole_year(match: re.Match[str], today: datetime.date) -> Period:
    return _months(int(match["year"]), 1, 12)


def _weekday(match: re.Match[str], today: datetime.date) -> Period:
    ahead = (WEEKDAYS[match["day"].lower()] - today.weekday() - 1) % 7 + 1
    return Period(today + ahead * _DAY, today + ahead * _DAY)


def _unknown(match: re.Match[str], today: datetime.date) -> None:
    return None


_RESOLVERS = {
    "iso": _written,
    "dmy": _written,
    "daymonth": _written,
    "monthday": _written,
    "dm": _day_and_month,
    "nth": _nth_day,
    "relative": _relative,
    "long": _long,
    "near": _near,
    "past": _unknown,
    "month": _month,
    "monthweek": _week_of_month,
    "quarter": _quarter,
    "half": _half,
    "week": _week,
    "this": _this,
    "next": _next,
    "coming": _coming,
    "season": _season,
    "feast": _feast,
    "holiday": _unknown,
    "year": _whole_year,
    "current": _this,
    "weekday": _weekday,
}


def _part_of(match: re.Match[str], period: Period) -> Period:
    part = match["part"].lower()
    if part in ("eind", "einde", "end"):
        return Period(period.last, period.last)
    if part in ("begin", "start", "beginning"):
        return Period(period.first, period.first)
    middle = period.first + (period.last - period.first) // 2
    middle = middle.replace(day=15) if match["month"] else middle
    return Period(middle, middle)


def _year(text: str, today: datetime.date, *month_and_day: int) -> int:
    """The year named in the text, else the first in which that month (and day) is still to come."""
    if given := re.search(r"\d{4}", text):
        return int(given.group())
    now = (today.month, today.day)[: len(month_and_day)]
    return today.year if month_and_day >= now or "dit jaar" in text.lower() else today.year + 1


def _months(year: int, first: int, count: int) -> Period:
    last = first + count - 1
    return Period(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]))


def _around(day: datetime.date, unit: str) -> Period:
    name = UNIT_OF[unit.lower()]
    if name == "weeks":
        monday = day - day.weekday() * _DAY
        return Period(monday, monday + _FRIDAY * _DAY)
    size = {"months": 1, "quarters": 3, "years": 12}[name]
    return _months(day.year, (day.month - 1) // size * size + 1, size)


def _workdays(day: datetime.date, count: int) -> datetime.date:
    while count:
        day += _DAY
        count -= day.weekday() <= _FRIDAY
    return day
