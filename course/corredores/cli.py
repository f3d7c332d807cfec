"""The `corredores` command: what a trainee has, and what installed packages add to it."""

import gc
import os
import sys
from importlib.metadata import entry_points

import typer
from rich.console import Console
from typer.core import TyperGroup

from corredores import commands
from corredores.command_error import WrongUsage, nearest_name
from corredores.error_sentences import explain
from corredores.language import text

ENTRY_POINTS = "corredores.commands"


class Commands(TyperGroup):
    """The group of commands; an unknown one is answered with those that exist and the nearest."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]  # Typer keeps the types of its arguments private
        """Return what Typer resolves, or say which commands there are."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            existing = ", ".join(self.commands)
            sentence = text(
                "No hay ninguna orden «{written}». Existen: {existing}.", written=args[0], existing=existing
            )
            raise WrongUsage(sentence + nearest_name(args[0], self.commands))
        return super().resolve_command(ctx, args)


def main() -> None:
    """Run the command line; an error is one sentence, without a traceback unless CORREDORES_DEBUG is set."""
    try:
        code = build_app()(standalone_mode=False)
    except Exception as error:
        if os.environ.get("CORREDORES_DEBUG"):
            raise
        sentence, code = explain(error)
        Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(sentence)
    gc.freeze()  # what libraries hold in memory is given back at once, not looked through: half a second after grading
    sys.exit(code if isinstance(code, int) else 0)


def build_app() -> typer.Typer:
    """Return the command line: the trainee's commands, and those of every package with the entry point."""
    app = typer.Typer(
        name="corredores",
        cls=Commands,
        help=text("Corredores: un curso para quienes asesoran en movilidad laboral."),
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    commands.register(app)
    for entry_point in sorted(entry_points(group=ENTRY_POINTS), key=lambda found: found.name):
        entry_point.load()(app)
    return app
