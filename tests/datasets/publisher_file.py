"""A publisher's CSV file, damaged one cell at a time: every other line stays byte for byte what it was."""

import csv
import io
import re
from pathlib import Path
from typing import NamedTuple

#: Lines above the header in files laid out for people.
ABOVE_HEADER = {
    "API_BM.TRF.PWKR.CD.DT_v2_3012027_2021vintage.csv": 4,
    "Empoyer_table13.csv": 3,
    **{f"tfwp2023_annual_table_{number}_e.csv": 1 for number in (25, 26, 27)},
}
#: Lines of the header: years above, positive and negative below.
HEADER_LINES = {f"tfwp2023_annual_table_{number}_e.csv": 2 for number in (25, 26, 27)}
IN_WINDOWS_1252 = frozenset({"tfwp2023_annual_table_26_e.csv"})
NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class Record(NamedTuple):
    """A row of a file: the lines it stands on, as it is written, and its cells."""

    first_line: int
    last_line: int
    written: str
    cells: list[str]


class PublisherFile:
    """A CSV file as it lies on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding = "cp1252" if path.name in IN_WINDOWS_1252 else "utf-8"
        lines = io.StringIO(path.read_bytes().decode(self.encoding), newline="").readlines()
        reader = csv.reader(lines)
        records, before = [], 0
        for cells in reader:
            records.append(Record(before + 1, reader.line_num, "".join(lines[before : reader.line_num]), cells))
            before = reader.line_num
        above = ABOVE_HEADER.get(path.name, 0)
        self.above = [record for record in records if record.first_line <= above]
        self.header, *below = [record for record in records if record.first_line > above]
        rest = HEADER_LINES.get(path.name, 1) - 1
        self.below_header, self.rows = below[:rest], below[rest:]

    def numeric(self) -> list[int]:
        """Return the places of the columns with nothing but numbers in the lines as long as the header."""
        return [
            place
            for place, name in enumerate(self.header.cells)
            if name and (cells := self.column(place)) and all(map(NUMBER.fullmatch, cells))
        ]

    def column(self, place: int) -> list[str]:
        """Return the cells of a column that are not blank."""
        return [row.cells[place] for row in self.rows if len(row.cells) == len(self.header.cells) and row.cells[place]]

    def with_header(self, names: list[str]) -> bytes:
        """Return the file with other names of columns."""
        return self._joined([*self.above, self._rewritten(self.header, names), *self.below_header, *self.rows])

    def with_cell(self, row: Record, place: int, value: str) -> bytes:
        """Return the file with another value in a cell."""
        changed = self._rewritten(row, [value if one == place else cell for one, cell in enumerate(row.cells)])
        return self._joined(
            [*self.above, self.header, *self.below_header, *(changed if one is row else one for one in self.rows)]
        )

    def _rewritten(self, record: Record, cells: list[str]) -> Record:
        ending = record.written[len(record.written.rstrip("\r\n")) :]
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator=ending).writerow(cells)
        return record._replace(written=line.getvalue(), cells=cells)

    def _joined(self, records: list[Record]) -> bytes:
        return "".join(record.written for record in records).encode(self.encoding)
