"""Where everything of a class lies: the trainer's folder, the participant's, and the exchange between them."""

from dataclasses import dataclass
from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.language import text

DEFAULT_FOLDER = Path("aula")
CLASS_LIST = "class.csv"


class NoClassroom(CommandError):
    """The folder is no classroom of the course."""


@dataclass(frozen=True)
class Classroom:
    """The folders of one class. What a participant may see and what only the trainer has never share a root."""

    root: Path

    @property
    def trainer(self) -> Path:
        """The nbgrader course: sources, gradebook, class list, submissions."""
        return self.root / "docente"

    @property
    def participant(self) -> Path:
        """What the participant's JupyterLab shows: released folders only."""
        return self.root / "participante"

    @property
    def exchange(self) -> Path:
        """The exchange of nbgrader, for those who hand in with its buttons on the same machine."""
        return self.root / "intercambio"

    @property
    def class_list(self) -> Path:
        """The class list."""
        return self.trainer / CLASS_LIST

    @property
    def gradebook(self) -> Path:
        """The gradebook of nbgrader (SQLite)."""
        return self.trainer / "gradebook.db"

    @property
    def config(self) -> Path:
        """The configuration of nbgrader."""
        return self.trainer / "nbgrader_config.py"

    @property
    def state(self) -> Path:
        """What the commands remember between two runs, and the settings of the two JupyterLabs."""
        return self.root / ".corredores"

    @property
    def received(self) -> Path:
        """Every file that was ever collected, byte for byte as it came."""
        return self.trainer / "received"

    @property
    def assignments(self) -> list[str]:
        """The assignments that have been generated here."""
        return sorted(folder.name for folder in (self.trainer / "release").glob("*") if folder.is_dir())

    def reports(self, assignment: str) -> Path:
        """What the commands tell the trainer about an assignment."""
        return self.trainer / "reports" / assignment

    def submitted(self, trainee: str, assignment: str) -> Path:
        """Folder of the submission that counts."""
        return self.trainer / "submitted" / trainee / assignment

    def feedback(self, trainee: str, assignment: str) -> Path:
        """Folder of a trainee's feedback pages."""
        return self.trainer / "feedback" / trainee / assignment


def find_classroom(folder: Path) -> Classroom:
    """Return the classroom at ``folder``.

    Raises
    ------
    NoClassroom
        When `corredores start` has not made one there.
    """
    for root in (folder, folder.parent):
        if (root / "docente" / "nbgrader_config.py").exists():
            return Classroom(root.resolve())
    raise NoClassroom(
        text(
            "En {folder} no hay un aula: falta «docente/nbgrader_config.py». Cree una con «corredores start» o "
            "diga dónde está con --folder.",
            folder=folder,
        )
    )
