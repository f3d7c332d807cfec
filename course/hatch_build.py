"""Compile what the wheel carries: the tables (gzip) and the message catalogues (.mo)."""

import gzip
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COURSE = Path(__file__).parent
PROJECT = COURSE.parent
PACKAGE = COURSE / "corredores"


class CompileTablesAndMessages(BuildHookInterface):
    """Runs for the wheel and for the editable install alike, so both read the same files."""

    def initialize(self, version: str, build_data: dict) -> None:
        """Compile both before anything is packed; hatchling calls this."""
        self.compile_tables()
        self.compile_messages()

    def compile_tables(self) -> None:
        """Compress each CSV, to the same bytes for the same table."""
        tables = PACKAGE / "tables"
        tables.mkdir(exist_ok=True)
        (tables / "datapackage.json").write_bytes((PROJECT / "datasets" / "datapackage.json").read_bytes())
        for source in sorted((PROJECT / "datasets").glob("*.csv")):
            (tables / f"{source.name}.gz").write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))

    def compile_messages(self) -> None:
        """Compile each language's catalogue of the course."""
        for source in sorted((PROJECT / "locale").glob("*/LC_MESSAGES/corredores.po")):
            target = PACKAGE / "locale" / source.relative_to(PROJECT / "locale").with_suffix(".mo")
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as read, target.open("wb") as write:
                write_mo(write, read_po(read, locale=source.parts[-3]))
