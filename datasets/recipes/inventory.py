"""The publishers' files that the recipes were written for: how long each is, so that a cut one is known."""

import csv
import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from corredores.language import text
from datasets.recipes.source import SourceError, existing

INVENTORY = Path(__file__).with_name("sources.csv")
COLUMNS = ("file", "bytes", "lines", "sha256")


def known_files() -> dict[str, dict[str, str]]:
    """Return what the inventory says of each file."""
    with INVENTORY.open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def refuse_cut_files(sources: Path, publishers: Mapping[str, str]) -> None:
    """Stop at the first file of ``publishers`` with fewer lines than the edition known; a newer edition is longer.

    Raises
    ------
    SourceError
        With publisher, file, its lines and the lines expected.
    """
    known = known_files()
    for name, publisher in sorted(publishers.items()):
        content = existing(sources / name, publisher).read_bytes()
        expected, found = int(known[name]["lines"]), content.count(b"\n")
        if found < expected:
            raise SourceError(
                text(
                    "{publisher}: el archivo {path} tiene {found} líneas; la edición conocida tiene {expected}. Quizá "
                    "quedó cortado en la línea {found}: obténgalo de nuevo. Si es otra edición, anótela con «python -m "
                    "datasets.recipes.inventory CARPETA».",
                    publisher=publisher,
                    path=sources / name,
                    found=found,
                    expected=expected,
                )
            )


def main(sources: Path) -> None:
    """Write the inventory anew from the files in ``sources`` that the tables read."""
    from datasets.recipes.tables import TABLES

    files = sorted({file for table in TABLES for file in table.files})
    with INVENTORY.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for name in files:
            content = (sources / name).read_bytes()
            writer.writerow([name, len(content), content.count(b"\n"), hashlib.sha256(content).hexdigest()])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
