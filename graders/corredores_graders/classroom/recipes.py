"""Where the recipes of the tables are: they belong to the checkout and to no installed package."""

import sys

from corredores.command_error import CommandError
from corredores_graders.authoring.project import CHECKOUT
from corredores_graders.language import text

TABLES = CHECKOUT / "datasets"


def reach_recipes() -> None:
    """Let Python find the recipes.

    Raises
    ------
    CommandError
        When the command does not run from a complete checkout.
    """
    if not (TABLES / "recipes").is_dir():
        raise CommandError(
            text(
                "No están las recetas en {folder}. Ejecute esta orden desde una copia completa del curso.",
                folder=TABLES,
            )
        )
    if str(CHECKOUT) not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
