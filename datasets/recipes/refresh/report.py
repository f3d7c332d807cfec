"""The change report: a page to read, its figures as JSON, and every changed cell as CSV."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from corredores.charts.numbers import Numbers, class_numbers
from corredores.language import text
from datasets.recipes.refresh.comparing import ADDED, REMOVED, REVISED, Changes
from datasets.recipes.refresh.edition import REPORT, Edition
from datasets.recipes.refresh.kept_answers import write_whole

PAGE, FIGURES = "CHANGES.md", "changes.json"
LARGEST = 20
MOST_PLACES = 15


def write_report(edition: Edition) -> None:
    """Write the report into the edition's folder; the figures come last, so that they stand only beside the rest."""
    for changes in edition.changes:
        cells = changes.cells.to_csv(index=False, lineterminator="\n", float_format="%.10g")
        write_whole(edition.folder / REPORT / f"{changes.table.name}.csv", cells.encode("utf-8"))
    write_whole(edition.folder / PAGE, ("\n".join(page(edition)) + "\n").encode("utf-8"))
    written = json.dumps(figures(edition), ensure_ascii=False, indent=2) + "\n"
    write_whole(edition.folder / FIGURES, written.encode("utf-8"))


def figures(edition: Edition) -> dict[str, Any]:
    """Return what the report counts."""
    return {
        "day": date.today().isoformat(),
        "editions": edition.names,
        "addresses": {service.name: service.publisher.base for service in edition.services},
        "moved": edition.moves,
        "underived": edition.underived,
        "refusals": edition.refusals,
        "tables": {changes.table.name: _counted(changes) for changes in edition.changes},
    }


def _counted(changes: Changes) -> dict[str, Any]:
    columns = [column for column in (*changes.table.places, changes.table.time) if column in changes.table.key]
    return {
        "rows_before": changes.rows_before,
        "rows_after": changes.rows_after,
        **changes.counts,
        "by": {
            column: {
                str(value): {str(kind): int(rows) for kind, rows in row.items()} for value, row in table.iterrows()
            }
            for column in columns
            for table in [changes.rows_by(column)]
        },
    }


def page(edition: Edition) -> Iterator[str]:
    """Yield the lines of the page."""
    numbers = class_numbers()
    yield "# " + text("Cambios de la edición nueva")
    yield ""
    for service in edition.services:
        yield f"- {service.publisher.name}: {edition.names[service.name]} ({service.publisher.base})"
    for before, after in edition.moves.items():
        yield "- " + text("La página {before} se mudó a {after}: actualice la dirección.", before=before, after=after)
    for table, file in edition.underived.items():
        yield "- " + text(
            "«{table}» no se derivó: falta {file}, que su receta también lee. Indique con --from la carpeta que lo "
            "tiene.",
            table=table,
            file=file,
        )
    yield from _verdict(edition)
    same = [changes.table.name for changes in edition.changes if not any(changes.counts.values())]
    if same:
        yield from ("", text("Sin cambios: {tables}.", tables=", ".join(same)))
    for changes in edition.changes:
        if any(changes.counts.values()):
            yield from _of_table(changes, numbers)


def _verdict(edition: Edition) -> Iterator[str]:
    yield ""
    if not edition.refusals:
        yield text("Las tablas nuevas pasan todas las comprobaciones.")
        return
    yield text("Esta edición no puede reemplazar las tablas hasta que se aclare lo que sigue:")
    yield ""
    yield from (f"- {refusal}" for refusal in edition.refusals)


def _of_table(changes: Changes, numbers: Numbers) -> Iterator[str]:
    yield from ("", f"## {changes.table.name}", "", summary(changes))
    revised = changes.revised()
    if len(revised):
        largest = revised.head(LARGEST)
        sentence = text(
            "Revisiones, la mayor según su % primero ({shown} de {all}):", shown=len(largest), all=len(revised)
        )
        yield from ("", sentence, "")
        yield from _revisions(largest, list(changes.table.key), numbers)
    for column in (*changes.table.places, changes.table.time):
        if column in changes.table.key:
            yield from _counts(changes.rows_by(column), column, numbers)


def summary(changes: Changes) -> str:
    """Return the counts of a table in a sentence."""
    return text(
        "{table}: filas añadidas {added}, revisadas {revised}, retiradas {removed}.",
        table=changes.table.name,
        **{kind: class_numbers().write(changes.counts[kind]) for kind in (ADDED, REVISED, REMOVED)},
    )


def _revisions(cells: pd.DataFrame, key: list[str], numbers: Numbers) -> Iterator[str]:
    head = [*key, text("columna"), text("antes"), text("ahora"), text("diferencia"), text("cambio en %")]
    yield _line(head)
    yield _line(["---"] * len(head))
    for _, cell in cells.iterrows():
        figures = [_figure(cell[name], numbers) for name in ("old", "new", "absolute", "relative")]
        yield _line([*(str(cell[name]) for name in key), str(cell["column"]), *figures])


def _counts(rows: pd.DataFrame, column: str, numbers: Numbers) -> Iterator[str]:
    shown = rows
    if len(rows) > MOST_PLACES and not pd.api.types.is_numeric_dtype(rows.index):
        shown = rows.loc[rows.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MOST_PLACES]]
    yield ""
    yield text("Filas por {column} ({shown} de {all}):", column=column, shown=len(shown), all=len(rows))
    yield ""
    yield _line([column, text("añadidas"), text("revisadas"), text("retiradas")])
    yield _line(["---"] * 4)
    for value, row in shown.iterrows():
        yield _line([str(value), *(numbers.write(row[kind]) for kind in (ADDED, REVISED, REMOVED))])


def _figure(value: object, numbers: Numbers) -> str:
    if isinstance(value, str):
        return value
    return numbers.write(value, 0 if isinstance(value, int) or _whole(value) else 2)


def _whole(value: object) -> bool:
    return isinstance(value, float) and value.is_integer()


def _line(cells: list[str]) -> str:
    """Return a row of a Markdown table; what a publisher wrote cannot break out of its cell."""
    return (
        "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"
    )
