"""Where the texts of the course lie: the checkout and its module folders."""

from dataclasses import dataclass
from pathlib import Path

from corredores.command_error import CommandError, known_module
from corredores_graders.language import text

CHECKOUT = Path(__file__).resolve().parents[3]


class NoCheckout(CommandError):
    """The course's texts are not where the program looks for them."""


@dataclass(frozen=True)
class ModuleFolder:
    """One module's texts: `module.md`, `trainer.md` and `instruments/`."""

    id: str
    folder: Path

    @property
    def text(self) -> Path:
        """The module as its author writes it."""
        return self.folder / "module.md"

    @property
    def trainer_guide(self) -> Path:
        """The guide for who teaches the module; a module may have none."""
        return self.folder / "trainer.md"

    @property
    def instruments(self) -> list[Path]:
        """The module's instruments to fill in, by id."""
        return sorted((self.folder / "instruments").glob("I-[0-9][0-9].toml"))

    @property
    def instrument_texts(self) -> list[Path]:
        """The instruments and their filled examples."""
        return sorted((self.folder / "instruments").glob("*.toml"))


@dataclass(frozen=True)
class Project:
    """A checkout of the course, known by its folder of notebooks."""

    root: Path = CHECKOUT

    def __post_init__(self) -> None:
        if not (self.root / "notebooks").is_dir():
            raise NoCheckout(
                text(
                    "No hay carpeta de cuadernos en {root}. Ejecute esta orden desde una copia completa del curso.",
                    root=self.root,
                )
            )

    @property
    def locale(self) -> Path:
        """Where the catalogues lie."""
        return self.root / "locale"

    @property
    def book(self) -> Path:
        """Where the pages of the book that are no module lie."""
        return self.root / "book"

    def modules(self) -> list[ModuleFolder]:
        """Return the modules that have a text, by id."""
        texts = sorted((self.root / "notebooks").glob("m*-*/module.md"))
        return [ModuleFolder(path.parent.name.split("-")[0], path.parent) for path in texts]

    def module(self, module_id: str) -> ModuleFolder:
        """Return the module called ``module_id``.

        Raises :class:`~corredores.command_error.WrongUsage` with the modules that exist and the nearest.
        """
        known = {module.id: module for module in self.modules()}
        return known[known_module(module_id, known)]
