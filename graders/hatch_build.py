"""Compile the message catalogue that the wheel carries (.mo)."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GRADERS = Path(__file__).parent
LOCALE = GRADERS.parent / "locale"


class CompileMessages(BuildHookInterface):
    """Runs for the wheel and for the editable install alike, so both read the same file."""

    def initialize(self, version: str, build_data: dict) -> None:
        """Compile the catalogues of every language before the files of the build are collected."""
        for source in sorted(LOCALE.glob("*/LC_MESSAGES/corredores_graders.po")):
            target = GRADERS / "corredores_graders" / "locale" / source.relative_to(LOCALE).with_suffix(".mo")
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as read, target.open("wb") as write:
                write_mo(write, read_po(read, locale=source.parts[-3]))
