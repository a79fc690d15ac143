"""The command line. One module a command; what a command needs is imported when it runs."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from assistant.errors import PersonError

COMMANDS = ("serve", "ask", "search", "smart", "rehearse", "debrief", "evals")


@click.group(invoke_without_command=True, help="Gesprekscoach: je coach voor het functioneringsgesprek.")
@click.pass_context
def app(context: click.Context) -> None:
    """Without a command: the page."""
    if context.invoked_subcommand is None:
        context.invoke(app.commands["serve"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process.

    Exit codes: 0 done, 1 a gate was missed, 2 wrong input or set-up, 3 a provider failed.
    """
    for name in COMMANDS:
        app.add_command(getattr(import_module(f"assistant.cli.{name}"), name))
    try:
        code = app(list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.ClickException as error:
        _fail(error.format_message(), 2)
    except PersonError as error:
        _fail(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("Gestopt.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int) -> None:
    print("gesprekscoach: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(code)
