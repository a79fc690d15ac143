"""``gesprekscoach ask``: one answer from the guidance, or a batch of them."""

from typing import Any

import click

from assistant.cli.inputs import batch, text_or_stdin
from assistant.cli.outputs import IndexBar, print_json, say


@click.command()
@click.argument("text", required=False)
@click.option("--json", is_flag=True, help="Eén JSON-document op standaarduitvoer.")
@click.option(
    "--batch", "batch_file", metavar="FILE", help="JSON Lines met id en input; - leest standaardinvoer."
)
def ask(text: str | None, json: bool, batch_file: str | None) -> None:
    """Beantwoordt een vraag uit de richtlijn, met de passage waar het antwoord staat."""
    from assistant.coach import Coach
    from assistant.index import index
    from assistant.voice.choice import voice

    coach = Coach(features=False, voice=voice(patient=True))
    records = batch(batch_file) if batch_file else [{"input": question_from(text)}]
    index(IndexBar(), say)
    for record in records:
        if batch_file:
            print_json({"id": record["id"], **answer_or_error(coach, record["input"])}, one_line=True)
            continue
        answer = answer_json(coach, record["input"])
        if json:
            print_json(answer)
        else:
            print_answer(answer)


def question_from(text: str | None) -> str:
    """The question, which may not be blank; PersonError when it is."""
    from assistant.errors import PersonError
    from assistant.messages import cleaned

    question = cleaned(text_or_stdin(text))
    if not question:
        raise PersonError("De vraag is leeg.")
    return question


def answer_json(coach: Any, question: str) -> dict[str, Any]:
    """The answer in the shape of the contracts."""
    reply = coach.reply(question)
    return {
        "answer": reply.text,
        "abstained": reply.abstained,
        "language": reply.language,
        "voice": reply.voice,
        "sources": [source.model_dump() for source in reply.sources],
    }


def answer_or_error(coach: Any, question: str) -> dict[str, Any]:
    """The answer, or an abstention with an ``error``: one bad question must not end a batch."""
    from assistant.errors import PersonError

    try:
        return answer_json(coach, question)
    except PersonError as error:
        return {"answer": str(error), "abstained": True, "sources": [], "error": str(error)}


def print_answer(answer: dict[str, Any]) -> None:
    """The answer for people, with its sources below."""
    click.echo(answer["answer"])
    label = "Bron" if answer["language"] == "nl" else "Source"
    for source in answer["sources"]:
        click.echo(f"\n{label}: {source['title']} ({source['passage']})")
