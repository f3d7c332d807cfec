"""What the columns of a table mean."""

from typing import Any

import pandas as pd

from corredores.data import compiled
from corredores.data.provenance import provenance
from corredores.language import text


class WholeTexts(pd.DataFrame):
    """A table that is shown with its texts whole, where pandas would cut them at fifty characters."""

    def __repr__(self) -> str:
        with pd.option_context("display.max_colwidth", None, "display.max_columns", None, "display.width", 160):
            return str(super().__repr__())

    def _repr_html_(self) -> str | None:
        with pd.option_context("display.max_colwidth", None):
            shown: str | None = super()._repr_html_()  # type: ignore[misc]
        return shown


def fields(table: str) -> pd.DataFrame:
    """Return a row a column of ``table``: its name, what it means, its unit, and the values that it may have.

    In the current language; a name in English heads each row, as in the table itself.

    Raises
    ------
    UnknownName
        When there is no table of that name.

    Examples
    --------
    >>> from corredores import data, language
    >>> with language.use("en"):
    ...     data.fields("stock").loc["stock"].tolist()
    ['Persons born in the origin who live in the destination', 'persons', '']
    """
    provenance(table)  # says kindly when there is no such table
    described = compiled.descriptors()[table]["schema"]["fields"]
    columns = [text("significado"), text("unidad"), text("valores")]
    rows = [[text(field["description"]), _unit(field), _allowed(field)] for field in described]
    names = pd.Index([field["name"] for field in described], name=text("columna"))
    return WholeTexts(rows, index=names, columns=columns)


def _unit(field: dict[str, Any]) -> str:
    return text(field["unit"]) if field.get("unit") else ""


def _allowed(field: dict[str, Any]) -> str:
    constraints = field.get("constraints", {})
    allowed = ", ".join(map(str, constraints.get("enum", [])))
    blank = "" if constraints.get("required") else text("puede estar en blanco")
    return "; ".join(part for part in (allowed, blank) if part)
