"""``gesprekscoach rehearse``: a rehearsal in the terminal, or with lines from a file, then the debrief."""

from collections.abc import Iterator
from typing import Any

import click

from assistant.cli.debrief import print_debrief
from assistant.cli.inputs import read_file
from assistant.cli.outputs import print_json


@click.command()
@click.option(
    "--scenario", "scenario_id", required=True, metavar="ID", help="De situatie; zie knowledge/scenarios."
)
@click.option("--role", type=click.Choice(["employee", "manager"]), required=True, help="Wie je zelf bent.")
@click.option(
    "--level", type=click.Choice(["easy", "middle", "hard"]), default="middle", help="Hoe lastig de ander is."
)
@click.option("--lines", metavar="FILE", help="Wat je zegt, één beurt per regel; - leest standaardinvoer.")
@click.option("--json", is_flag=True, help="Eén JSON-document op standaarduitvoer.")
def rehearse(scenario_id: str, role: Any, level: Any, lines: str | None, json: bool) -> None:
    """Oefent een gesprek; daarna volgt de nabespreking."""
    from assistant.rehearsal_play import rehearse_json
    from assistant.voice.choice import voice

    said = read_file(lines).splitlines() if lines else list(_in_the_terminal(scenario_id, role, level))
    played = rehearse_json(scenario_id, role, said, level, voice=voice(patient=True))
    if json:
        print_json(played)
        return
    if lines:
        for turn in played["transcript"]:
            click.echo(
                f"{'Leidinggevende' if turn['speaker'] == 'manager' else 'Medewerker'}: {turn['text']}"
            )
    print_debrief(played["debrief"])


def _in_the_terminal(scenario_id: str, role: Any, level: Any) -> Iterator[str]:
    """What the person types, with the other's lines in between, until the talk or the input ends."""
    from assistant.rehearsal import advance
    from assistant.rehearsal_play import open_rehearsal, spoken
    from assistant.voice.choice import voice

    speaking = voice(patient=True)
    state, line = open_rehearsal(scenario_id, role, level, voice=speaking)
    click.echo(line, err=True)
    while state.ending is None:
        try:
            text = input("> ")
        except EOFError:
            return
        yield text
        state, decision = advance(state, text)
        state, line = spoken(state, decision, speaking)
        click.echo(line, err=True)
