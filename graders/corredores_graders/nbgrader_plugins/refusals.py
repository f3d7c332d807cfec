"""Why a submission cannot be graded: a name for the cause, a sentence for the trainer and one for the trainee."""

from collections.abc import Mapping

from corredores.language import use
from corredores_graders.language import text


class Refused(Exception):
    """A submission that cannot be graded; the message is the trainer's sentence."""

    def __init__(self, cause: str, sentence: str, file: str = "") -> None:
        super().__init__(sentence)
        self.cause = cause
        self.file = file
        """what the cause is about, as the trainee knows it: a file's name"""


def explain(cause: str, file: str, language: str) -> str:
    """Return what the trainee is told: why the submission could not be graded, and what to do.

    Empty for causes that only a trainer can mend.
    """
    with use(language):
        return _for_trainee(file or text("su archivo")).get(cause, "")


def _for_trainee(file: str) -> Mapping[str, str]:
    again = text("Ábralo en JupyterLab, guárdelo y entréguelo de nuevo.")
    return {
        "nothing": text("No llegó ningún cuaderno suyo. Entréguelo con «corredores submit»."),
        "misnamed": text(
            "Llegó «{file}», pero se esperaba el cuaderno con el nombre que tenía al recibirlo. Devuélvale ese nombre "
            "y entréguelo de nuevo.",
            file=file,
        ),
        "link": text("Llegó un enlace («{file}») en vez del archivo mismo. Entregue el archivo mismo.", file=file),
        "not_a_file": text("Lo que llegó como «{file}» no es un archivo. Entregue el cuaderno de nuevo.", file=file),
        "too_large": text(
            "«{file}» pesa demasiado para revisarlo. Borre las salidas de sus celdas, guárdelo y entréguelo de nuevo.",
            file=file,
        ),
        "too_many": text(
            "Con el cuaderno llegaron demasiados archivos, o pesan demasiado. Entregue solo el cuaderno y lo que "
            "necesita."
        ),
        "not_utf8": text(
            "«{file}» se guardó con otro programa, y sus letras no se pueden leer. {next}", file=file, next=again
        ),
        "truncated": text("«{file}» llegó incompleto o lo guardó otro programa. {next}", file=file, next=again),
        "not_notebook": text("«{file}» no es un cuaderno que se pueda leer. {next}", file=file, next=again),
        "newer_format": text(
            "«{file}» se guardó con un programa más nuevo que el del curso. {next}", file=file, next=again
        ),
        "timestamp": text("La fecha de su entrega no se pudo leer. Entregue el cuaderno de nuevo."),
    }
