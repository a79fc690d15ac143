"""Dates, terms and recurrences; today is Monday 11 January 2027."""

import datetime
import time

import pytest

from assistant.reading.dates import Term, find_terms

TODAY = datetime.date(2027, 1, 11)

# text, the span found, its date (None: not known), kind, bounded
ONE = [
    ("klaar vóór 1 maart 2027.", "vóór 1 maart 2027", "2027-03-01", "date", True),
    ("op 1-3-2027 klaar", "op 1-3-2027", "2027-03-01", "date", True),
    ("uiterlijk 01/03/27", "uiterlijk 01/03/27", "2027-03-01", "date", True),
    ("Op 3-4-27 bespreken", "Op 3-4-27", "2027-04-03", "date", True),
    ("2027-03-01", "2027-03-01", "2027-03-01", "date", True),
    ("vóór één mei", "vóór één mei", "2027-05-01", "date", True),
    ("op 3 januari", "op 3 januari", "2028-01-03", "date", True),
    ("vrijdag 12 maart", "vrijdag 12 maart", "2027-03-12", "date", True),
    ("volgende week vrijdag", "volgende week vrijdag", "2027-01-22", "date", True),
    ("aanstaande vrijdag", "aanstaande vrijdag", "2027-01-15", "date", True),
    ("vóór de 25e", "vóór de 25e", "2027-01-25", "date", True),
    ("dat doe ik morgen", "morgen", "2027-01-12", "date", True),
    ("Voor eind Q2", "Voor eind Q2", "2027-06-30", "term", True),
    ("eind van het tweede kwartaal", "eind van het tweede kwartaal", "2027-06-30", "term", True),
    ("in het eerste kwartaal van 2028", "in het eerste kwartaal van 2028", "2028-03-31", "term", True),
    ("in de eerste helft van het jaar", "in de eerste helft van het jaar", "2027-06-30", "term", True),
    ("medio april", "medio april", "2027-04-15", "term", True),
    ("begin april", "begin april", "2027-04-01", "term", True),
    ("eind deze maand", "eind deze maand", "2027-01-31", "term", True),
    ("tegen het einde van het jaar", "tegen het einde van het jaar", "2027-12-31", "term", True),
    ("voor het einde van de week", "voor het einde van de week", "2027-01-15", "term", True),
    ("in mei", "in mei", "2027-05-31", "term", True),
    ("tot en met mei 2028", "tot en met mei 2028", "2028-05-31", "term", True),
    ("tot mei", "tot mei", "2027-05-01", "term", True),
    ("in week 12", "in week 12", "2027-03-26", "term", True),
    ("in de eerste week van maart", "in de eerste week van maart", "2027-03-05", "term", True),
    ("volgende maand", "volgende maand", "2027-02-28", "term", True),
    ("dit jaar", "dit jaar", "2027-12-31", "term", True),
    ("tot eind 2027", "tot eind 2027", "2027-12-31", "term", True),
    ("voor de zomer", "voor de zomer", "2027-06-21", "term", True),
    ("vóór Kerst", "vóór Kerst", "2027-12-25", "term", True),
    ("met Oud en Nieuw", "met Oud en Nieuw", "2027-12-31", "term", True),
    ("voor Pasen", "voor Pasen", "2027-03-28", "term", True),
    ("tot aan de herfstvakantie", "tot aan de herfstvakantie", None, "term", True),
    ("dit schooljaar", "dit schooljaar", None, "term", True),
    ("over zes weken", "over zes weken", "2027-02-22", "term", True),
    ("binnen een maand", "binnen een maand", "2027-02-11", "term", True),
    ("binnen vijf werkdagen", "binnen vijf werkdagen", "2027-01-18", "term", True),
    ("over een half jaar", "over een half jaar", "2027-07-11", "term", True),
    ("over anderhalve maand", "over anderhalve maand", "2027-02-26", "term", True),
    ("de komende drie maanden", "de komende drie maanden", "2027-04-11", "term", True),
    ("zes weken lang", "zes weken lang", "2027-02-22", "term", True),
    ("by the end of June", "by the end of June", "2027-06-30", "term", True),
    ("in six weeks", "in six weeks", "2027-02-22", "term", True),
    ("by next Friday", "by next Friday", "2027-01-15", "date", True),
    ("on March 1st, 2027", "on March 1st, 2027", "2027-03-01", "date", True),
    ("before the summer", "before the summer", "2027-06-21", "term", True),
    ("elke vrijdag tot en met 30 juni", "elke vrijdag tot en met 30 juni", "2027-06-30", "recurrence", True),
    ("every Friday until 30 June", "every Friday until 30 June", "2027-06-30", "recurrence", True),
    ("één keer per week", "één keer per week", None, "recurrence", False),
    ("iedere twee weken", "iedere twee weken", None, "recurrence", False),
    ("om de week", "om de week", None, "recurrence", False),
    ("vóór de 25e van elke maand", "vóór de 25e van elke maand", None, "recurrence", False),
    ("op maandagen", "op maandagen", None, "recurrence", False),
    ("vanaf 1 maart", "vanaf 1 maart", "2027-03-01", "date", False),
    ("te beginnen in januari", "te beginnen in januari", "2027-01-31", "term", False),
    ("na de zomer", "na de zomer", "2027-09-20", "term", False),
    ("afgelopen maandag", "afgelopen maandag", None, "term", False),
    ("op vrijdag", "op vrijdag", "2027-01-15", "date", False),
    ("een plan voor volgend jaar", "voor volgend jaar", "2028-01-01", "term", False),
]
NONE = [
    "voortaan",
    "zo snel mogelijk",
    "om 17.00 uur",
    "om half negen",
    "binnen drie keer overgaan",
    "twee weken van tevoren",
    "op zijn 62e",
    "'s morgens",
    "elke morgen",
    "Jan belt de klant",
    "we may do it",
    "1/3 van de tijd",
    "31 februari",
    "de vrijdag",
    "versie 1.2.3",
    "2027 klanten",
    "",
]


@pytest.mark.parametrize(("text", "span", "date", "kind", "bounded"), ONE)
def test_finds(text: str, span: str, date: str | None, kind: str, bounded: bool) -> None:
    (term,) = find_terms(text, TODAY)
    day = datetime.date.fromisoformat(date) if date else None
    assert (term.text, term.date, term.kind, term.bounded) == (span, day, kind, bounded)


@pytest.mark.parametrize("text", NONE)
def test_finds_nothing(text: str) -> None:
    assert find_terms(text, TODAY) == []


def test_spans_are_verbatim_and_in_order() -> None:
    text = "Vanaf 1 maart belt Mo elke week, eind mei kijken we terug en in week 30 nog eens."
    found = find_terms(text, TODAY)
    assert [term.text for term in found] == ["Vanaf 1 maart", "elke week", "eind mei", "in week 30"]
    assert all(text[term.start : term.end] == term.text for term in found)


def test_a_recurrence_ends_only_where_its_end_is_next_to_it() -> None:
    assert [term.bounded for term in find_terms("elke week een dossier, tot 1 mei", TODAY)] == [False, True]


def test_a_past_day_means_the_next_year() -> None:
    later = datetime.date(2027, 9, 6)
    assert [term.date for term in find_terms("vóór 1 maart, in Q2, voor de zomer", later)] == [
        datetime.date(2028, 3, 1),
        datetime.date(2028, 6, 30),
        datetime.date(2028, 6, 21),
    ]


@pytest.mark.parametrize("text", ["1" * 100_000, "een " * 25_000, "tot en met 30 juni elke vrijdag " * 3_000])
def test_long_texts_take_little_time(text: str) -> None:
    started = time.process_time()
    found = find_terms(text, TODAY)
    assert time.process_time() - started < 5
    assert all(isinstance(term, Term) for term in found)
