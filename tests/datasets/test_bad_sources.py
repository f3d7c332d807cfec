"""A publisher's file that is missing, cut, re-encoded, renamed or out of range stops `corredores data build`.

Whatever the damage, a person reads publisher, file and what was expected, and no table is half written.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
import typer
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from corredores.command_error import CommandError
from corredores_graders.classroom import data_commands
from datasets.recipes.declaration import Table
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES
from tests.datasets.publisher_file import IN_WINDOWS_1252, PublisherFile

FILES = sorted({file for table in TABLES for file in table.files})
CSV = [file for file in FILES if file.endswith(".csv")]
JSON = [file for file in FILES if file.endswith(".json")]
FAR = "-1e30"  #: below whatever a person, a dollar, a degree or a year can be

few = settings(max_examples=2, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
every_file = pytest.mark.parametrize("file", FILES)
every_csv = pytest.mark.parametrize("file", CSV)


def reader_of(file: str) -> Table:
    """Return the table with the fewest files among those that read this one: the quickest to build."""
    return min((table for table in TABLES if file in table.files), key=lambda table: len(table.files))


@contextmanager
def with_file(sources: Path, file: str, content: bytes | None) -> Iterator[tuple[Path, Path]]:
    """Give the folders of sources and of tables, the file with this content or missing; the others as they are."""
    with tempfile.TemporaryDirectory() as folder:
        given, target = Path(folder, "sources"), Path(folder, "tables")
        for name in reader_of(file).files:
            (given / name).parent.mkdir(parents=True, exist_ok=True)
            if name != file:
                (given / name).symlink_to(sources / name)
        if content is not None:
            (given / file).write_bytes(content)
        target.mkdir()
        (target / f"{reader_of(file).name}.csv").write_text("what,stood,here\n")
        (target / "datapackage.json").write_text('{"resources": []}')
        yield given, target


def stopped(sources: Path, file: str, content: bytes | None) -> str:
    """Build the table with the damaged file and return what the command says as it stops."""
    app = typer.Typer()
    data_commands.register(app)
    with with_file(sources, file, content) as (given, target):
        before = {path.name: path.read_bytes() for path in target.iterdir()}
        command = ["data", "build", "--from", str(given), "--to", str(target), "--only", reader_of(file).name]
        with pytest.raises(CommandError) as error:
            app(command, standalone_mode=False)
        assert {path.name: path.read_bytes() for path in target.iterdir()} == before
        assert isinstance(error.value.__cause__, SourceError)
        assert error.value.exit_code != 0
        said = str(error.value).replace(str(given), "SOURCES")
    assert f"SOURCES/{file}" in said
    assert re.match(r"[^:]*[A-Za-z]{3}[^:]*: ", said.partition("SOURCES")[0]), said
    return said


@cache
def parsed(path: Path) -> PublisherFile:
    return PublisherFile(path)


@cache
def read_columns(sources: Path, file: str) -> tuple[str, ...]:
    """Return the columns that the recipe reads: those it misses when all are renamed."""
    header = parsed(sources / file).header.cells
    said = stopped(
        sources, file, parsed(sources / file).with_header([f"columna_{name}_x" if name else "" for name in header])
    )
    return tuple(name for name in header if name and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", said))


@every_file
def test_missing(file: str, sources: Path) -> None:
    assert "no está el archivo" in stopped(sources, file, None)


@every_file
@few
@given(data=st.data())
def test_cut(file: str, sources: Path, data: st.DataObject) -> None:
    content = (sources / file).read_bytes()
    end = data.draw(st.integers(0, len(content) - 1) | st.integers(max(0, len(content) - 40), len(content) - 1))
    assert "cortado" in stopped(sources, file, content[:end])


@every_file
def test_saved_in_another_encoding(file: str, sources: Path) -> None:
    known = "cp1252" if Path(file).name in IN_WINDOWS_1252 else "utf-8"
    text = (sources / file).read_bytes().decode(known)
    assert re.search("UTF-8|Se esperaba", stopped(sources, file, text.encode("utf-16")))
    saved = text.encode("latin-1", errors="replace")
    if not readable(saved, known):
        assert "UTF-8" in stopped(sources, file, saved)


def readable(content: bytes, encoding: str) -> bool:
    """Whether the bytes are text in that encoding too, as Latin-1 is of a file in ASCII: then nothing was damaged."""
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


@every_csv
@few
@given(data=st.data())
def test_renamed_column(file: str, sources: Path, data: st.DataObject) -> None:
    whole, name = parsed(sources / file), data.draw(st.sampled_from(read_columns(sources, file)))
    names = [f"{cell} (revised)" if cell == name else cell for cell in whole.header.cells]
    said = stopped(sources, file, whole.with_header(names))
    assert name in said
    assert f"{name} (revised)" in said


@every_csv
@few
@given(data=st.data())
def test_value_out_of_range(file: str, sources: Path, data: st.DataObject) -> None:
    whole, wanted = parsed(sources / file), read_columns(sources, file)
    places = [place for place in whole.numeric() if whole.header.cells[place] in wanted]
    # A file without numbers has codes of countries, and the first column is theirs.
    place = data.draw(st.sampled_from(places or [whole.header.cells.index(wanted[0])]))
    rows = [row for row in whole.rows if len(row.cells) == len(whole.header.cells) and row.cells[place]]
    row = data.draw(st.sampled_from(rows))
    said = stopped(sources, file, whole.with_cell(row, place, FAR))
    assert FAR in said
    line = re.search(r"línea ([0-9]+)", said)
    assert line and row.first_line <= int(line[1]) <= row.last_line


@pytest.mark.parametrize("file", JSON)
@pytest.mark.parametrize("key", ["transform", "scale", "arcs", "objects", "countries", "geometries", "type", "name"])
def test_renamed_key(file: str, key: str, sources: Path) -> None:
    content = (sources / file).read_bytes().replace(f'"{key}":'.encode(), f'"{key}_revised":'.encode())
    assert "Se esperaba" in stopped(sources, file, content)


@pytest.mark.parametrize("file", JSON)
def test_point_off_the_earth(file: str, sources: Path) -> None:
    atlas = json.loads((sources / file).read_bytes())
    atlas["arcs"][-1][-1][-1] = float(FAR)
    content = json.dumps(atlas).ljust((sources / file).stat().st_size) + "\n"
    assert "Se esperaban longitudes de -180 a 180" in stopped(sources, file, content.encode())
