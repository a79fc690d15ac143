"""``gesprekscoach evals``: runs eval suites and prints a summary."""

from pathlib import Path

import click

from assistant.cli.outputs import IndexBar, print_json, say
from assistant.errors import PersonError


@click.command()
@click.argument("suites", nargs=-1)
@click.option("--cases", type=Path, metavar="FILE", help="Een eigen bestand met gevallen, voor één suite.")
@click.option("--out", type=Path, default=Path("evals/out"), metavar="DIR", help="Map voor de uitkomsten.")
@click.option("--json", is_flag=True, help="De samenvatting als JSON op standaarduitvoer.")
def evals(suites: tuple[str, ...], cases: Path | None, out: Path, json: bool) -> None:
    """Draait de evals en zet de uitkomsten in een map."""
    from assistant.index import index
    from evals.run import load_cases, run, shipped_cases, summarise, write
    from evals.suites import SUITES

    names = list(suites or SUITES)
    if unknown := [name for name in names if name not in SUITES]:
        raise PersonError(f"Onbekende suite '{unknown[0]}'. Er zijn: {', '.join(SUITES)}.")
    if cases and len(names) != 1:
        raise PersonError("Noem bij --cases precies één suite.")
    loaded = {name: load_cases(cases) if cases else shipped_cases(name) for name in names}
    index(IndexBar(), say)
    results = []
    for name, found in loaded.items():
        say(f"{name}: {len(found)} gevallen")
        results += list(run(name, found))
    write(results, out)
    if json:
        print_json(summarise(results))
    else:
        _print_summary(summarise(results))


def _print_summary(summary: dict[str, dict[str, dict[str, dict[str, float]]]]) -> None:
    for suite, kinds in summary.items():
        for kind, scores in kinds.items():
            for name, score in scores.items():
                interval = f"{score['low']:.3f} – {score['high']:.3f}"
                click.echo(
                    f"{suite:8} {kind:24} {name:9} {score['value']:.3f}  ({interval}, n = {score['n']:.0f})"
                )
