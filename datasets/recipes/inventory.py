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
    """Stop at the first file of ``publishers`` that ends before the edition known does; a newer edition is longer.

    Raises
    ------
    SourceError
        With publisher, file, its length, the length expected and the line in which it ends.
    """
    known = known_files()
    for name, publisher in sorted(publishers.items()):
        content = existing(sources / name, publisher).read_bytes()
        if ends_early(content, known[name]):
            raise SourceError(
                text(
                    "{publisher}: el archivo {path} tiene {lines} líneas y {bytes} bytes; la edición conocida tiene "
                    "{known_lines} y {known_bytes}. Quizá quedó cortado en la línea {last}: obténgalo de nuevo. Si es "
                    "otra edición, anótela con «python -m datasets.recipes.inventory CARPETA».",
                    publisher=publisher,
                    path=sources / name,
                    lines=content.count(b"\n"),
                    bytes=len(content),
                    known_lines=known[name]["lines"],
                    known_bytes=known[name]["bytes"],
                    last=max(1, len(content.splitlines())),
                )
            )


def ends_early(content: bytes, known: Mapping[str, str]) -> bool:
    """Whether a file has fewer lines than the edition known, or stops within its last line."""
    # Few files end without a line break; there only the bytes tell whether the last line is whole.
    within_last_line = not content.endswith(b"\n") and len(content) < int(known["bytes"])
    return content.count(b"\n") < int(known["lines"]) or within_last_line


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
