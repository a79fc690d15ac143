"""First names, surnames and places of many countries, from the tables of Faker; read when first asked for."""

from functools import cache
from importlib import import_module
from typing import Any

from assistant.reading.lexicon import first_names as our_first_names

# Of the countries that names on Dutch and Belgian work floors come from; Faker has no Moroccan or Surinamese.
_PEOPLE = (
    *("nl_NL", "nl_BE", "fr_BE", "fr_FR", "de_DE", "en_GB", "en_US", "en_IE", "en_IN", "en_PK", "en_NG"),
    *("es_ES", "pt_PT", "it_IT", "pl_PL", "ro_RO", "tr_TR", "id_ID", "cs_CZ", "hr_HR", "sv_SE", "hu_HU"),
    *("tw_GH", "en_KE", "yo_NG", "ig_NG", "sw", "vi_VN", "fr_DZ"),
)
_NEAR = ("nl_NL", "nl_BE")
_FIRST = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")


@cache
def given_names() -> frozenset[str]:
    """First names in lower case, ours included."""
    found = (name for place in _PEOPLE for kind in _FIRST for name in _table("person", place, kind))
    return our_first_names().union(name.lower() for name in found)


@cache
def known_names() -> frozenset[str]:
    """First names, and Dutch and Belgian surnames, in lower case."""
    surnames = (name for place in _NEAR for name in _table("person", place, "last_names"))
    return given_names().union(name.lower() for name in surnames)


@cache
def places() -> frozenset[str]:
    """Towns and provinces of the Netherlands and Belgium, and countries, in lower case."""
    found = {
        name.lower()
        for place in (*_NEAR, "en")
        for kind in ("cities", "provinces", "countries")
        for name in _table("address", place, kind)
    }
    return frozenset(found)


def _table(topic: str, place: str, kind: str) -> tuple[str, ...]:
    """One of Faker's tables; empty where a country has none of this kind."""
    table: Any = getattr(import_module(f"faker.providers.{topic}.{place}").Provider, kind, ())
    return tuple(map(str, table)) if isinstance(table, (tuple, list, dict)) else ()
