"""``gesprekscoach smart``: rewrites agreements, without one invented fact."""

from datetime import date
from typing import Any

import click

from assistant.cli.inputs import batch, text_or_stdin
from assistant.cli.outputs import print_json
from assistant.errors import PersonError


@click.command()
@click.argument("text", required=False)
@click.option("--today", metavar="DATE", help="Vandaag, als JJJJ-MM-DD; anders de datum van deze computer.")
@click.option(
    "--answer", "answers", multiple=True, metavar="SLOT=TEXT", help="Een antwoord, zoals deadline='1 maart'."
)
@click.option("--json", is_flag=True, help="Eén JSON-document op standaarduitvoer.")
@click.option(
    "--batch", "batch_file", metavar="FILE", help="JSON Lines met id en input; - leest standaardinvoer."
)
def smart(
    text: str | None, today: str | None, answers: tuple[str, ...], json: bool, batch_file: str | None
) -> None:
    """Maakt afspraken SMART; wat ontbreekt, blijft een vraag."""
    from assistant.smart import rewrite
    from assistant.voice.choice import voice

    day = _date(today)
    if batch_file:
        for record in batch(batch_file):
            print_json({"id": record["id"], **_rewritten(record, day)}, one_line=True)
        return
    result = rewrite(text_or_stdin(text), day, dict(map(_answer, answers)), voice=voice(patient=True))
    if json:
        print_json(result.model_dump(mode="json"))
        return
    for agreement in result.agreements:
        click.echo(agreement.text)
    for concern in result.concerns:
        click.echo(f"\n{concern.message}")


def _rewritten(record: dict[str, Any], day: date) -> dict[str, Any]:
    """One record's result, or no agreements and an ``error``: one bad text must not end a batch."""
    from assistant.smart import rewrite_json
    from assistant.voice.choice import voice

    try:
        return rewrite_json(record, day, voice(patient=True))
    except (PersonError, ValueError) as error:
        message = str(error) if isinstance(error, PersonError) else "De datum in 'today' klopt niet."
        return {"agreements": [], "concerns": [], "error": message}


def _date(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise PersonError(f"'{text}' is geen datum. Schrijf hem als JJJJ-MM-DD.") from error


def _answer(pair: str) -> tuple[str, str]:
    slot, found, answer = pair.partition("=")
    if not found:
        raise PersonError(f"'{pair}' is geen antwoord. Schrijf het als SLOT=TEKST, zoals deadline='1 maart'.")
    return slot.strip(), answer
