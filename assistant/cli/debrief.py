"""``gesprekscoach debrief``: what a transcript shows, rule by rule."""

from typing import Any

import click

from assistant.cli.inputs import read_file
from assistant.cli.outputs import print_json


@click.command()
@click.argument("file")
@click.option("--json", is_flag=True, help="Eén JSON-document op standaarduitvoer.")
def debrief(file: str, json: bool) -> None:
    """Bespreekt een gesprek na; FILE is JSON of tekst met namen, - leest standaardinvoer."""
    from assistant.debrief import debrief as look_at
    from assistant.transcripts import read_transcript
    from assistant.voice.choice import voice

    read = read_transcript(read_file(file))
    shown, _ = voice(patient=True).better_lines(look_at(read.transcript, read.role), read.transcript, "nl")
    found = shown.model_dump(mode="json")
    if json:
        print_json(found)
    else:
        print_debrief(found)


def print_debrief(found: dict[str, Any]) -> None:
    """The debrief for people: what went well first, then what to try, with a better line."""
    from assistant.guideline import guideline

    for status, heading in (("kept", "Dit ging goed:"), ("broken", "Probeer de volgende keer:")):
        findings = [finding for finding in found["findings"] if finding["status"] == status]
        if findings:
            click.echo(f"\n{heading}")
        for finding in findings:
            click.echo(f"- {guideline().rule(finding['rule']).name}: {finding['advice']}")
            if finding["better"]:
                click.echo(f"  Bijvoorbeeld: {finding['better']}")
