"""The trainee's commands. Each loads what it needs when it is called, so that `--help` answers at once."""

from pathlib import Path
from typing import Annotated

import typer

from corredores.language import text


def register(app: typer.Typer) -> None:
    """Add the trainee's commands to ``app``."""
    app.command(name="corridor", help=text("Decir el código de un corredor, o todos los que se asignan."))(corridor)
    app.command(name="gallery", help=text("Escribir una página con todas las figuras y el código que las dibuja."))(
        gallery
    )
    app.command(name="submit", help=text("Ensayar el cuaderno y preparar el archivo que se entrega."))(submit)


def corridor(
    origin: Annotated[str, typer.Argument(show_default=False, help=text("País de origen, código o nombre."))] = "",
    destination: Annotated[str, typer.Argument(show_default=False, help=text("País de destino."))] = "",
) -> None:
    """Print the code of a corridor; without a destination all of the origin's, without an origin all."""
    from corredores.corridor_codes import print_codes

    print_codes(origin, destination)


def gallery(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help=text("Carpeta de las páginas."))] = Path(
        "build/gallery"
    ),
) -> None:
    """Write a page of every picture in each language; it opens without a connection."""
    from corredores.charts.gallery import write_gallery
    from corredores.language import current

    pages = {page.stem: page for page in write_gallery(to)}
    print(text("Las figuras están en {page}. Ábrala en un navegador.", page=pages[current()]))


def submit(
    folder: Annotated[Path, typer.Argument(show_default=False, help=text("Carpeta del módulo."))] = Path(),
    trainee: Annotated[
        str, typer.Option("--trainee", "-t", show_default=False, help=text("Su identificador en la clase."))
    ] = "",
) -> None:
    """Rehearse the notebook of FOLDER in a fresh kernel and pack it into one zip with a manifest."""
    from corredores.handing_in.handing_in import hand_in

    hand_in(folder, trainee)
