"""What nbgrader puts in place of a solution, in the language of the class."""

from traitlets.config import Config

from corredores import language as course_language
from corredores_graders.language import text


def release_config(language: str) -> Config:
    """Return nbgrader's configuration for releasing a source notebook in ``language``.

    The stub is a comment and nothing that runs: the answer's variables stand as ``x = None`` above it, and
    that is how an untouched exercise is recognised.
    """
    config = Config()
    with course_language.use(language):
        config.ClearSolutions.code_stub = {"python": text("# Escriba aquí su respuesta")}
        config.ClearSolutions.text_stub = text("*Haga doble clic y escriba aquí su respuesta.*")
    return config
