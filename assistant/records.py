"""Everything that search looks through: texts and questions of passages, and off-topic examples."""

import hashlib
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from assistant.conversation import Language
from assistant.off_topic import topics
from assistant.passages import Verdict, passages

Kind = Literal["text", "question", "off_topic"]


class Record(NamedTuple):
    """One text in the index. ``owner`` is a passage's id, or a topic's for ``off_topic``."""

    id: str
    kind: Kind
    owner: str
    text: str
    verdict: Verdict | None = None


@cache
def records() -> dict[str, Record]:
    """All records by id. The id is a hash of the content, so what did not change keeps it."""
    return {record.id: record for record in _all()}


def _all() -> Iterator[Record]:
    for passage in passages().values():
        for language in cast(tuple[Language, ...], ("nl", "en")):
            yield _record("text", passage.id, f"{passage.title(language)}\n{passage.texts[language]}")
            yield _record("question", passage.id, passage.title(language))
        for question, verdict in passage.asked():
            yield _record("question", passage.id, question, verdict)
    for topic in topics().values():
        for question in topic.questions:
            yield _record("off_topic", topic.id, question)


def _record(kind: Kind, owner: str, text: str, verdict: Verdict | None = None) -> Record:
    digest = hashlib.sha256("\x00".join((kind, owner, text)).encode()).hexdigest()[:24]
    return Record(digest, kind, owner, text, verdict)
