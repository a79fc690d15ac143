"""``gesprekscoach serve``: the page."""

import click

from assistant.cli.outputs import say


@click.command()
def serve() -> None:
    """Opent de pagina op deze computer."""
    from assistant.settings import settings
    from assistant.voice.choice import voice
    from assistant.web.serve import serve as serve_page

    voice()  # a model that can't be served is said now, not to the first person who asks something
    serve_page(
        settings().port, settings().host, ready=lambda address: say(f"Gesprekscoach staat klaar op {address}")
    )
