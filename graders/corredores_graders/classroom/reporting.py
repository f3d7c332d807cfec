"""What the terminal shows of a class: what was collected, file by file."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corredores.command_error import WrongUsage
from corredores_graders.classroom.collecting import collect
from corredores_graders.classroom.layout import Classroom
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.readable_names import readable_name


def print_collected(classroom: Classroom, folder: Path) -> bool:
    """Collect ``folder``, print what became of each file, and say whether none was refused."""
    if not folder.is_dir():
        raise WrongUsage(
            text("{folder} no es una carpeta. Escriba la carpeta en que guardó las entregas.", folder=folder)
        )
    outcomes = list(collect(classroom, folder))
    table = Table(text("Participante"), text("Archivo"), text("Resultado"))
    for outcome in outcomes:
        # A file's name is anybody's: in brackets it would be markup, and a control character would reach the terminal.
        table.add_row(outcome.trainee, Text(readable_name(outcome.file)), Text(readable_name(outcome.sentence, 1000)))
    console = Console()
    console.print(table)
    refused = sum(not outcome.collected for outcome in outcomes)
    console.print(
        text(
            "Archivos: {count}; no recogidos: {refused}. Todos quedan, tal como llegaron, en {folder}.",
            count=len(outcomes),
            refused=refused,
            folder=classroom.received,
        ),
        soft_wrap=True,
    )
    return refused == 0
