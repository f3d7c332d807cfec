"""Read a table in any shape a person makes: rows in any order, key as index or column, wide or long, frame or dict."""

from collections.abc import Mapping, Sequence
from typing import Any

from corredores.checking.reference import PartSpec
from corredores.checking.scalars import (
    MISSING,
    Reading,
    describe,
    is_blank,
    is_not_available,
    plain_word,
    read_number,
    read_place,
)
from corredores.language import text

#: A row's key (country codes) and its judged cells by column name.
Rows = dict[tuple[str, ...], dict[str, Any]]
Record = dict[str, Any]


def read_table(encoded: Any, spec: PartSpec, decimal_mark: str) -> Reading:
    """Read the judged cells of a table; ``value`` is a :data:`Rows` of encoded cells or numbers, blanks as ``None``."""
    if encoded is None:
        return MISSING
    records = _records(encoded)
    if records is None:
        problem = (
            text("Deje primero solo los países de la pregunta y vuelva a armarla.")
            if isinstance(encoded, dict) and "too_large" in encoded
            else text("Aquí se espera una tabla (DataFrame, Serie o diccionario).")
        )
        return Reading("unreadable", said=describe(encoded), problem=problem)
    if not records:
        return Reading(
            "unreadable", said=text("una tabla sin filas"), problem=text("Revise el filtro: no quedó ninguna fila.")
        )
    records = _long(records, spec)
    columns = _match_columns(records, spec)
    lacking = [name for name in (*spec.keys, *(column[0] for column in spec.columns)) if name not in columns]
    if lacking:
        problem = text("No se encuentra la columna «{column}».", column=lacking[0])
        return Reading("unreadable", said=_size(records, spec), problem=problem)
    return _rows(records, columns, spec, decimal_mark)


def _size(records: Sequence[Record], spec: PartSpec) -> str:
    if len(spec.keys) == 2:
        return text("una tabla de {cells} celdas", cells=len(records))
    return text("una tabla de {rows} filas", rows=len(records))


def _records(encoded: Any) -> list[Record] | None:
    """Flatten whatever arrived into records; unnamed index levels are called ``#0``, ``#1`` and so on."""
    if not isinstance(encoded, dict):
        return None
    if "table" in encoded:
        return _records_of_frame(encoded["table"])
    if "mapping" in encoded:
        return _records_of_mapping(encoded["mapping"])
    if "list" in encoded and all(isinstance(item, dict) and "mapping" in item for item in encoded["list"]):
        return [{_name(key): value for key, value in item["mapping"]} for item in encoded["list"]]
    return None


def _records_of_frame(table: Mapping[str, Any]) -> list[Record]:
    names = [f"#{level}" if name is None else _name(name) for level, name in enumerate(table["index_names"])]
    columns = [_name(label) for label in _innermost(table["columns"])]
    records = []
    for label, row in zip(table["index"], table["rows"], strict=True):
        levels = label["list"] if isinstance(label, dict) and "list" in label else [label]
        records.append({**dict(zip(names, levels, strict=False)), **dict(zip(columns, row, strict=True))})
    return records


def _innermost(labels: Sequence[Any]) -> Sequence[Any]:
    """Leave out the level that ``pivot`` puts above every column alike: ("stock", "CRI") is CRI."""
    pairs = [label["list"] for label in labels if isinstance(label, dict) and len(label.get("list", ())) == 2]
    alike = len(pairs) == len(labels) > 1 and all(pair[0] == pairs[0][0] for pair in pairs)
    return [pair[1] for pair in pairs] if alike else labels


def _records_of_mapping(pairs: Sequence[Sequence[Any]]) -> list[Record]:
    if pairs and all(_is_mapping(value) for _, value in pairs):
        return [{"#0": key, **{_name(name): cell for name, cell in value["mapping"]}} for key, value in pairs]
    if pairs and all(isinstance(value, dict) and "list" in value for _, value in pairs):  # columns as lists
        lengths = {len(value["list"]) for _, value in pairs}
        if len(lengths) == 1:
            return [{_name(key): value["list"][row] for key, value in pairs} for row in range(lengths.pop())]
    records: list[Record] = []
    for key, value in pairs:
        levels = key["list"] if isinstance(key, dict) and "list" in key else [key]
        records.append({**{f"#{level}": part for level, part in enumerate(levels)}, "=": value})
    return records


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict) and "mapping" in value


def _name(label: Any) -> str:
    if isinstance(label, dict) and "text" in label:
        return str(label["text"]).strip()
    if isinstance(label, dict) and "list" in label:
        return "|".join(_name(part) for part in label["list"])
    return str(label)


def _long(records: list[Record], spec: PartSpec) -> list[Record]:
    """Turn a matrix (one key down, the other across) into one record a cell; a mapping of columns is turned round."""
    names = dict.fromkeys(name for record in records for name in record)  # a dictionary may leave out what is blank
    across = [name for name in names if read_place({"text": name}).state == "read"]
    if len(spec.keys) == 2 and len(across) >= 2:
        down = _matrix_key(records, across, spec)
        if down is None:
            return records
        return [
            {spec.keys[0]: record.get(down), spec.keys[1]: {"text": name}, "=": record.get(name)}
            for record in records
            for name in across
        ]
    if len(spec.keys) == 1 and len(across) >= 2 and "#0" in records[0]:  # {"hhi": {"BOL": 0.28, …}, …}
        return [
            {spec.keys[0]: {"text": place}, **{_name(r.get("#0")): r.get(place) for r in records}} for place in across
        ]
    return records


def _matrix_key(records: list[Record], across: Sequence[str], spec: PartSpec) -> str | None:
    others = [name for name in records[0] if name not in across]
    for name in others:
        if plain_word(name) in _names_of(spec.keys[0], spec) or name == "#0":
            values = [record.get(name) for record in records]
            if all(read_place(value).state == "read" for value in values[:3]):
                return name
    return next((name for name in others if read_place(records[0].get(name)).state == "read"), None)


def _names_of(column: str, spec: PartSpec) -> set[str]:
    return {plain_word(column), *(plain_word(other) for other in spec.aliases.get(column, ()))}


def _match_columns(records: Sequence[Record], spec: PartSpec) -> dict[str, str]:
    """Find the declared columns among those that arrived: by name, then by content where only one can be meant."""
    arrived: dict[str, None] = {name: None for record in records[:50] for name in record}
    wanted = (*spec.keys, *(column[0] for column in spec.columns))
    found = {w: a for w in wanted for a in arrived if plain_word(a) in _names_of(w, spec)}
    rest = [name for name in arrived if name not in found.values()]
    for key in spec.keys:
        if key not in found:
            places = [n for n in rest if all(read_place(r.get(n)).state == "read" for r in records[:3])]
            if places:
                found[key] = places[0]
                rest.remove(places[0])
    open_columns = [column[0] for column in spec.columns if column[0] not in found]
    if len(open_columns) == 1:
        numbers = [
            n for n in rest if not n.startswith("#") and any(isinstance(r.get(n), (int, float)) for r in records[:20])
        ]
        if "=" in rest or len(numbers) == 1:
            found[open_columns[0]] = "=" if "=" in rest else numbers[0]
    return found


def _rows(records: Sequence[Record], columns: Mapping[str, str], spec: PartSpec, decimal_mark: str) -> Reading:
    rows: Rows = {}
    for record in records:
        key = tuple(read_place(record.get(columns[name])).value or "" for name in spec.keys)
        if "" in key:
            continue  # a total or a place outside the question: an extra row
        if key in rows:
            problem = text(
                "La fila {row} aparece más de una vez: quedaron sin filtrar el sexo o el año, o se repitió la unión.",
                row=" → ".join(key),
            )
            return Reading("unreadable", said=_size(records, spec), problem=problem)
        cells = {name: _cell(record.get(columns[name]), unit, decimal_mark) for name, unit, _ in spec.columns}
        rows[key] = cells
    if not rows:
        return Reading(
            "unreadable", said=_size(records, spec), problem=text("Ninguna fila lleva un país de la pregunta.")
        )
    if all(cell is None for cells in rows.values() for cell in cells.values()):
        return MISSING
    return Reading("read", rows, _size(records, spec))


def _cell(encoded: Any, unit: str, decimal_mark: str) -> float | str | None:
    if is_blank(encoded) or is_not_available(encoded) or _is_dash(encoded):  # all three say «not given»
        return None
    reading = read_number(encoded, unit, decimal_mark)
    return reading.value if reading.state == "read" else "?"


def _is_dash(encoded: Any) -> bool:
    return isinstance(encoded, dict) and str(encoded.get("text", "")).strip() in ("-", "–", "—", "..", "…")
