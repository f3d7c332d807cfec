"""What a check holds the tables against: their declaration, the source file or the course map, or a publication."""

from enum import StrEnum

from datasets.recipes.checks import publications
from datasets.recipes.declaration import N_

PUBLICATIONS = tuple(said for name, said in vars(publications).items() if name.isupper() and isinstance(said, str))

#: What a check of one cell says, after what it is held against.
PUBLISHED_CELL = N_("La celda dice lo publicado.")
CELL_OF_FILE = N_("La celda dice lo que trae el archivo de origen.")
ROWS_OF_FILE = N_("El número de filas es el del archivo de origen.")


class Kind(StrEnum):
    """What a check holds the tables against."""

    DECLARED = "declared"  #: what the table declares, and how tables must agree with themselves
    SOURCE = "source"  #: a figure read off the source file or asked for by the course map: it pins the input
    PUBLISHED = "published"  #: a figure that somebody prints elsewhere, in one of :data:`PUBLICATIONS`


def kind_of(source: str) -> Kind:
    """Return the kind of a check with this source."""
    if source.startswith(PUBLICATIONS):
        return Kind.PUBLISHED
    return Kind.SOURCE if source else Kind.DECLARED


def cell_says(source: str) -> str:
    """Return the statement of a check of one cell, after its source."""
    return PUBLISHED_CELL if kind_of(source) is Kind.PUBLISHED else CELL_OF_FILE
