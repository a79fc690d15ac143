"""``gesprekscoach rehearse``: a rehearsal in the terminal, or with lines from a file, then the debrief."""

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
    if not lines:
        _in_the_terminal(scenario_id, role, level, json)
        return
    from assistant.rehearsal_play import rehearse_json
    from assistant.voice.choice import voice

    said = read_file(lines).splitlines()
    played = rehearse_json(scenario_id, role, said, level, voice=voice(patient=True))
    if json:
        print_json(played)
        return
    for turn in played["transcript"]:
        click.echo(f"{'Leidinggevende' if turn['speaker'] == 'manager' else 'Medewerker'}: {turn['text']}")
    print_debrief(played["debrief"])


def _in_the_terminal(scenario_id: str, role: Any, level: Any, json: bool) -> None:
    """The rehearsal as on the page, hints and questions in between included, until it or the input ends."""
    from assistant.coach import Coach
    from assistant.conversation import Conversation
    from assistant.scenarios import scenario
    from assistant.voice.choice import voice
    from assistant.voice.rehearsal_desk import start_message

    coach, talk = Coach(voice=voice(patient=True)), Conversation()
    text = start_message(scenario(scenario_id).id, role, level, "nl")
    while True:
        reply = coach.reply(text, talk)
        talk = talk.add(text, reply)
        click.echo(reply.text, err=json)
        if reply.feature == "rehearsal" and (reply.card or {}).get("kind") != "rehearsal":
            break
        try:
            text = input("> ")
        except EOFError:
            text = "stop"
    if json:
        print_json(_finished(reply.card or {}, reply.voice))


def _finished(card: dict[str, Any], voice: str) -> dict[str, Any]:
    """What the page shows at the end, in the shape of the contracts."""
    debrief = {name: card.get(name) for name in ("role", "talk_share", "turns", "findings", "phases")}
    kept = {name: card.get(name) for name in ("scenario", "role", "transcript")}
    return {**kept, "voice": voice, "ended": bool(card), "debrief": debrief if card else None}
