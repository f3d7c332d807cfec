"""``sawp``: the annual tables of Canada's temporary foreign worker programme that are laid out for print."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.source import SourceError, existing

PUBLISHER = "ESDC Canada, TFWP 2023"
YEARS = [str(year) for year in range(2016, 2024)]
TOTAL = "Total"

Row = dict[str, str | int | None]


@dataclass(frozen=True)
class Annual:
    """An annual table: its number and file, and what its cells count."""

    number: int
    file: str
    programme: str
    measure: str
    encoding: str = "UTF-8"


# Table 26 is the only one in Windows-1252; table 25 was written by a program that put U+FFFD for every accent.
SEASONAL = (
    Annual(25, "tfwp2023_annual_table_25_e.csv", "SAWP", "lmias"),
    Annual(26, "tfwp2023_annual_table_26_e.csv", "SAWP", "positions", "cp1252"),
    Annual(27, "tfwp2023_annual_table_27_e.csv", "SAWP", "positions"),
)
BY_PROVINCE = (
    Annual(11, "Empoyer_table11.csv", "TFWP", "employers"),
    Annual(12, "Empoyer_table12.csv", "TFWP", "positions"),
)
BY_STREAM = Annual(13, "Empoyer_table13.csv", "TFWP", "positions")


def sawp(sources: Path) -> pd.DataFrame:
    """Return tables 11 to 13 and 25 to 27, one row a cell; notes below the tables are not read."""
    rows: list[Row] = [row for annual in SEASONAL for row in seasonal(annual, sources)]
    rows += [row for annual in BY_PROVINCE for row in by_province(annual, sources)]
    rows += by_stream(sources)
    table = pd.DataFrame(rows)
    accented = table[table["table"] == 26].drop_duplicates("code").set_index("code")["item"]
    spoilt = table["item"].str.contains("\ufffd")
    table.loc[spoilt, "item"] = table.loc[spoilt, "code"].map(accented)
    return table


def seasonal(annual: Annual, sources: Path) -> Iterator[Row]:
    """Yield the cells of a table with a positive and a negative column a year; the province stands once a block."""
    lines = printed(annual, sources)
    next(lines)
    place, years = next(lines)
    expect(annual, sources, place, years, ["", "", *(cell for year in YEARS for cell in (year, ""))])
    next(lines)
    province = ""
    for place, (named, item, *cells) in lines:
        province = named or province
        code, _, label = item.rpartition("-") if item == TOTAL else item.partition("-")
        for position, cell in enumerate(cells):
            value = number(annual, sources, place, cell)
            outcome = "negative" if position % 2 else "positive"
            row = cell_of(annual, province, code or None, label or TOTAL, YEARS[position // 2], value)
            yield row | {"outcome": outcome}


def by_province(annual: Annual, sources: Path) -> Iterator[Row]:
    """Yield the cells of a table with a row a province and a column a year."""
    lines = printed(annual, sources)
    place, header = next(lines)
    expect(annual, sources, place, header, ["Province/Territory", *YEARS])
    for place, (province, *cells) in lines:
        for year, cell in zip(YEARS, cells, strict=True):
            yield cell_of(annual, province, None, TOTAL, year, number(annual, sources, place, cell))


def by_stream(sources: Path) -> Iterator[Row]:
    """Yield the cells of table 13: a block a province, its name, two lines of header, a row a stream, its total."""
    lines = printed(BY_STREAM, sources)
    next(lines)
    province = ""
    for place, (label, *cells) in lines:
        if label == "Stream":
            place, header = next(lines)
            expect(BY_STREAM, sources, place, header, ["", *YEARS])
        elif not any(cells):
            province = label
        else:
            item = TOTAL if label == f"{province} - Total" else label
            for year, cell in zip(YEARS, cells, strict=True):
                yield cell_of(BY_STREAM, province, None, item, year, number(BY_STREAM, sources, place, cell))


def cell_of(annual: Annual, province: str, code: str | None, item: str, year: str, value: int) -> Row:
    """Return a row of the tidy table; tables 11 to 13 do not print whether they count negative assessments too."""
    return {
        "table": annual.number, "programme": annual.programme, "measure": annual.measure, "province": province,
        "code": code, "item": item, "year": int(year), "outcome": "untold", "value": value,
    }  # fmt: skip


def printed(annual: Annual, sources: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each line of a table above its notes, with its place in the file.

    Raises
    ------
    SourceError
        When the file is absent, has another encoding, or ends without its notes: it was cut.
    """
    path = path_of(annual, sources)
    try:
        content = existing(path, PUBLISHER).read_bytes().decode(annual.encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise unexpected(path, line, text("no es texto en {encoding}", encoding=annual.encoding), "") from error
    reader = csv.reader(io.StringIO(content, newline=""))
    for cells in reader:
        if cells[0] == "Notes:":
            return
        yield reader.line_num, [cell.strip() for cell in cells]
    raise unexpected(path, reader.line_num, text("se acaba el archivo"), "Notes:")


def number(annual: Annual, sources: Path, line: int, cell: str) -> int:
    """Return a count printed with or without commas between the thousands."""
    if not re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})*|[0-9]+", cell):
        raise unexpected(path_of(annual, sources), line, cell, "1,234")
    return int(cell.replace(",", ""))


def expect(annual: Annual, sources: Path, line: int, found: list[str], expected: list[str]) -> None:
    """Stop when a header is not the one that the recipe was written for."""
    if found != expected:
        raise unexpected(path_of(annual, sources), line, ",".join(found), ",".join(expected))


def path_of(annual: Annual, sources: Path) -> Path:
    """Return the file of a table."""
    return sources / "canada_lmia" / "annual_tables" / annual.file


def unexpected(path: Path, line: int, found: str, expected: str) -> SourceError:
    """Return the error that names publisher, file, line, what is found and what was expected."""
    return SourceError(
        text(
            "{publisher}: en el archivo {path}, línea {line}, se halla «{found}». Se esperaba «{expected}». Compare el "
            "archivo con el del publicador; si es otra edición, adapte la receta.",
            publisher=PUBLISHER,
            path=path,
            line=line,
            found=found,
            expected=expected,
        )
    )
