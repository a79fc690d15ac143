"""How people say it: adds the guidance's own word to a message that uses another one."""

import re
from functools import cache

from pydantic import model_validator

from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class Group(Strict):
    """The guidance's word and what people say for it, in lower case."""

    canonical: str
    says: list[str]


class Synonyms(Strict):
    """The file knowledge/synonyms.toml."""

    groups: list[Group]

    @model_validator(mode="after")
    def _said_once(self) -> "Synonyms":
        seen: set[str] = set()
        for group in self.groups:
            if twice := seen.intersection(group.says):
                raise ValueError(f"'{min(twice)}' staat in twee groepen")
            seen.update(group.says)
        return self


@cache
def _lookup() -> tuple[re.Pattern[str], dict[str, str]]:
    groups = read_table(KNOWLEDGE / "synonyms.toml", Synonyms).groups
    meant = {said: group.canonical for group in groups for said in group.says}
    # The longest phrase first, so that "follow-up question" wins from "follow-up".
    longest_first = "|".join(re.escape(said) for said in sorted(meant, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)"), meant


def expanded(text: str) -> str:
    """The text, followed by the guidance's word for each other word that it uses."""
    pattern, meant = _lookup()
    return " ".join([text, *(meant[found] for found in pattern.findall(text.lower()))])
