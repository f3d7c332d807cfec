"""Compile what the wheel carries: the tables and the message catalogues (.mo)."""

import json
import os
import sys
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
        build_data["artifacts"] += self.carried_tables()

    def compile_tables(self) -> None:
        """Compile each CSV, to the same bytes for the same table."""
        sys.path.insert(0, str(COURSE))  # hatchling loads this file alone
        from compile_tables import compile_tables

        compile_tables(PROJECT / "datasets", PACKAGE / "tables")

    def carried_tables(self) -> list[str]:
        """Return the compiled tables that the wheel carries: all, or with CORREDORES_TABLES=core the browser kernel's.

        The description of all tables goes with either, so that both know the same edition.
        """
        wanted = os.environ.get("CORREDORES_TABLES", "all")
        if wanted not in ("all", "core"):
            raise ValueError(f"CORREDORES_TABLES={wanted}: give all or core")
        described = json.loads((PACKAGE / "tables" / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        names = [one["name"] for one in described if wanted == "all" or one["core"]]
        return ["/corredores/tables/datapackage.json", *(f"/corredores/tables/{name}.columns" for name in names)]

    def compile_messages(self) -> None:
        """Compile each language's catalogue of the course."""
        for source in sorted((PROJECT / "locale").glob("*/LC_MESSAGES/corredores.po")):
            target = PACKAGE / "locale" / source.relative_to(PROJECT / "locale").with_suffix(".mo")
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as read, target.open("wb") as write:
                write_mo(write, read_po(read, locale=source.parts[-3]))
