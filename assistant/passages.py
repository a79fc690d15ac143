"""Loads the guidance: knowledge/passages/*.md, checked, each with its source headings."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from assistant.conversation import Language
from assistant.errors import PersonError
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, parse_table

_LAYOUT = re.compile(r"\A\+\+\+\n(?P<front>.*?)\n\+\+\+\n(?P<nl>.*?)\n## English\n(?P<en>.*)\Z", re.S)
_BULLET = "- "

Audience = Literal["employee", "manager", "both"]
Verdict = Literal["yes", "no"]


class FrontMatter(Strict):
    """What stands between the ``+++`` lines. ``yes`` and ``no`` are questions with that honest answer."""

    id: str = Field(min_length=3)
    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    source: list[str]
    audience: Audience
    questions: list[str] = Field(min_length=6)
    yes: list[str] = []
    no: list[str] = []
    enumerates: bool = False
    """The bullets are the answer itself (the seven phases, say), so an answer shows them all."""


class Passage(Strict):
    """One answer of the guidance, in both languages."""

    front: FrontMatter
    texts: dict[Language, str]
    source: list[str]
    """Headings of the source article, as ``heading`` or ``heading / subheading``."""

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.front.id

    def title(self, language: Language = "nl") -> str:
        """The question that this passage answers."""
        return self.front.title if language == "nl" else self.front.title_en

    def asked(self) -> list[tuple[str, Verdict | None]]:
        """Every question that people type for this passage, with its honest yes or no where it has one."""
        open_ones: list[tuple[str, Verdict | None]] = [(question, None) for question in self.front.questions]
        return [*open_ones, *((q, "yes") for q in self.front.yes), *((q, "no") for q in self.front.no)]


def paragraphs(text: str) -> list[str]:
    """The prose paragraphs of a passage's text, in order."""
    blocks = re.split(r"\n\s*\n", text)
    return [block.strip() for block in blocks if block.strip() and not block.strip().startswith(_BULLET)]


def bullets(text: str) -> list[str]:
    """The bullets of a passage's text, without their mark."""
    return [line.removeprefix(_BULLET).strip() for line in text.splitlines() if line.startswith(_BULLET)]


def load_passages(folder: Path, headings: dict[str, str]) -> list[Passage]:
    """All passages of a folder, by id.

    Args:
        folder: holds one ``ID.md`` a passage.
        headings: id of a source heading to the heading itself.

    Raises:
        PersonError: one line that names the first file that is wrong.
    """
    files = sorted(folder.glob("*.md"))
    if not files:
        raise PersonError(f"{folder.name}: hier staan geen passages.")
    return [_read(file, headings) for file in files]


def load_headings(path: Path) -> dict[str, str]:
    """The headings of the source article by id; a CSV file with ``id,heading,subheading``."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["id"]: " / ".join(filter(None, (row["heading"], row["subheading"]))) for row in rows}


def _read(file: Path, headings: dict[str, str]) -> Passage:
    layout = _LAYOUT.match(file.read_text(encoding="utf-8").replace("\r\n", "\n"))
    if not layout:
        raise PersonError(
            f"{file.name}: verwacht +++, gegevens, +++, Nederlandse tekst, '## English', Engelse tekst."
        )
    front = parse_table(layout["front"], FrontMatter, file.name)
    texts: dict[Language, str] = {"nl": layout["nl"].strip(), "en": layout["en"].strip()}
    if front.id != file.stem:
        raise PersonError(f"{file.name}: id is '{front.id}' maar het bestand heet anders.")
    if unknown := [source for source in front.source if source not in headings]:
        raise PersonError(f"{file.name}: onbekende bron '{unknown[0]}' (zie source_headings.csv).")
    if empty := [language for language, text in texts.items() if not paragraphs(text)]:
        raise PersonError(f"{file.name}: de tekst ({empty[0]}) is leeg.")
    return Passage(front=front, texts=texts, source=[headings[source] for source in front.source])


@cache
def headings() -> dict[str, str]:
    """The headings of the source article by id, read once."""
    return load_headings(KNOWLEDGE / "source_headings.csv")


@cache
def passages() -> dict[str, Passage]:
    """The passages that the product uses, by id, read once."""
    return {passage.id: passage for passage in load_passages(KNOWLEDGE / "passages", headings())}
