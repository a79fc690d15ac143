"""``gesprekscoach search``: the passages found for a question, without an answer."""

from typing import Any

import click

from assistant.cli.ask import question_from
from assistant.cli.inputs import batch
from assistant.cli.outputs import IndexBar, print_json, say


@click.command()
@click.argument("text", required=False)
@click.option("--json", is_flag=True, help="Eén JSON-document op standaarduitvoer.")
@click.option(
    "--batch", "batch_file", metavar="FILE", help="JSON Lines met id en input; - leest standaardinvoer."
)
def search(text: str | None, json: bool, batch_file: str | None) -> None:
    """Zoekt de passages bij een vraag, de beste eerst."""
    from assistant.index import index

    records = batch(batch_file) if batch_file else [{"input": question_from(text)}]
    index(IndexBar(), say)
    for record in records:
        if batch_file:
            print_json({"id": record["id"], **found_or_error(record["input"])}, one_line=True)
            continue
        found = search_json(record["input"])
        if json:
            print_json(found)
        else:
            for passage in found["passages"]:
                click.echo(f"{passage['score']:.2f}  {passage['passage']:24} {passage['title']}")


def search_json(question: str) -> dict[str, Any]:
    """The passages in the shape of the contracts, in the language of the question; none for an empty one."""
    from assistant.conversation import Language
    from assistant.knowledge import search as look_up
    from assistant.messages import cleaned
    from assistant.reading.language import language_of
    from assistant.reading.text import words

    asked = cleaned(question)
    language: Language = "en" if language_of(asked) == "en" else "nl"
    found = look_up(asked).passages if words(asked) else []
    return {
        "passages": [
            {
                "passage": passage.id,
                "title": passage.title(language),
                "source": passage.source,
                "text": passage.texts[language],
                "score": round(asked_for[0].score, 3),
            }
            for passage, asked_for in found
        ]
    }


def found_or_error(question: str) -> dict[str, Any]:
    """The passages, or none and an ``error``: one bad question must not end a batch."""
    from assistant.errors import PersonError

    try:
        return search_json(question)
    except PersonError as error:
        return {"passages": [], "error": str(error)}
