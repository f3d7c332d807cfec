"""Reading a publisher's answer strictly: documented form, bounded size, nothing taken on trust."""

import csv
import gzip
import io
import json
import math
import re
import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from corredores.language import text
from datasets.recipes.refresh.failure import AnotherForm, Unexpected

LONGEST_TEXT = 1000
LARGEST_FILE = 256 << 20  #: bytes of a file once unpacked
NUMBER = re.compile(r"-?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?")


def parsed_json(content: bytes) -> Any:
    """Return a JSON answer; not UTF-8, cut off, NaN or nested without end raises Unexpected."""
    expected = text("JSON completo en UTF-8")
    try:
        return json.loads(content.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise Unexpected(text("un texto que no está en UTF-8 (byte {place})", place=error.start), expected) from error
    except (ValueError, RecursionError) as error:
        raise Unexpected(text("«{beginning}…»", beginning=_beginning(content)), expected) from error


def unpacked_rows(content: bytes, required: Collection[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a gzip-packed CSV file; its checksum tells a cut file from a whole one."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unpacked = file.read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unexpected(text("un archivo que no se puede descomprimir o está cortado"), "csv.gz") from error
    if len(unpacked) > LARGEST_FILE:
        raise Unexpected(text("un archivo enorme una vez descomprimido"), "csv.gz")
    try:
        rows = csv.DictReader(io.StringIO(unpacked.decode("utf-8-sig"), newline=""), strict=True)
        require(dict.fromkeys(rows.fieldnames or ()), required)
        for row in rows:
            if None in row or None in row.values():
                raise Unexpected(
                    text("otra cantidad de celdas en la línea {line}", line=rows.line_num),
                    text("una celda por columna"),
                )
            yield row
    except UnicodeDecodeError as error:
        raise Unexpected(text("un texto que no está en UTF-8 (byte {place})", place=error.start), "UTF-8") from error
    except csv.Error as error:
        raise Unexpected(str(error), "CSV") from error


def require(record: Any, names: Collection[str]) -> Mapping[str, Any]:
    """Return ``record`` when it is an object with all ``names``; more columns than those do no harm."""
    found = record if isinstance(record, Mapping) else {}
    missing = [name for name in names if name not in found]
    if missing:
        raise AnotherForm(
            text("una fila sin la columna {missing}; trae {found}", missing=", ".join(missing), found=_names(found)),
            ", ".join(names),
        )
    return found


def code(value: Any) -> str:
    """Return a code of three capitals."""
    if isinstance(value, str) and re.fullmatch("[A-Z]{3}", value):
        return value
    raise _other(value, text("un código de tres letras"))


def year(value: Any) -> int:
    """Return a year from 1900 to 2100, written as a number or as text."""
    if isinstance(value, int | str) and re.fullmatch(r"19\d\d|20\d\d|2100", str(value)):
        return int(value)
    raise _other(value, text("un año"))


def count(value: Any) -> int:
    """Return a whole number that is not negative, written as a number or as text."""
    if not isinstance(value, bool) and isinstance(value, int | str) and re.fullmatch(r"\d{1,12}", str(value)):
        return int(value)
    raise _other(value, text("un número entero"))


def number(value: Any) -> float | None:
    """Return a finite number, or None where the publisher gives none."""
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise _other(value, text("un número"))


def written_number(value: str) -> str:
    """Return a number as it is written, or a blank."""
    if value == "" or NUMBER.fullmatch(value):
        return value
    raise _other(value, text("un número"))


def words(value: Any) -> str:
    """Return a line of text that can be printed."""
    if isinstance(value, str) and len(value) <= LONGEST_TEXT and (value == "" or value.isprintable()):
        return value
    raise _other(value, text("una línea de texto"))


def one_of(value: Any, meanings: Mapping[str, str]) -> str:
    """Return what a code means."""
    if isinstance(value, str) and value in meanings:
        return meanings[value]
    raise _other(value, text("uno de {values}", values=", ".join(meanings)))


def _no_number(name: str) -> float:
    raise ValueError(name)


def _other(value: Any, expected: str) -> Unexpected:
    return AnotherForm(text("el valor «{value}»", value=ascii(value)[:80]), expected)


def _names(found: Mapping[str, Any]) -> str:
    return ", ".join(ascii(name)[1:-1][:40] for name in list(found)[:40]) or text("nada")


def _beginning(content: bytes) -> str:
    return ascii(content[:60].decode("utf-8", "replace"))[1:-1]
