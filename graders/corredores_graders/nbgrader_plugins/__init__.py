"""Our parts of nbgrader, through its own extension points: what ``nbgrader_config.py`` of a course says in three lines.

.. code-block:: python

    from corredores_graders.nbgrader_plugins import configure
    c = get_config()
    configure(c)

Every route (``nbgrader autograde``, formgrader's button, ``corredores grade``) reads that file, so all give the same
grades.
"""

import os
import sys
from pathlib import Path
from typing import Any

from corredores.language import current, use
from corredores_graders.language import text

_HERE = "corredores_graders.nbgrader_plugins"
TEMPLATES = Path(__file__).parent / "templates"

SANITIZE = [
    f"{_HERE}.restore.Restore",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
AUTOGRADE = [
    f"{_HERE}.probe.Probe",
    f"{_HERE}.bounded_execute.BoundedExecute",
    "nbgrader.preprocessors.IgnorePattern",
    f"{_HERE}.judge.Judge",
    f"{_HERE}.safe_outputs.SafeOutputs",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    f"{_HERE}.overrules.KeepOverrules",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
    f"{_HERE}.safe_outputs.SafeMarkdown",
]
PAGE = [
    f"{_HERE}.safe_outputs.SafeOutputs",
    f"{_HERE}.rendered_markdown.RenderMarkdown",
    f"{_HERE}.charts.DrawCharts",
]
FEEDBACK = [
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    f"{_HERE}.feedback_page.FeedbackPage",
]


def configure(c: Any, language: str | None = None) -> None:
    """Set up nbgrader for a course: ``c`` is traitlets' configuration, stubs are in ``language`` or the current one.

    Whole lists are assigned, so that reading the configuration again changes nothing; formgrader does so at each
    request. It fails closed: where Judge does not run, ``check()`` leaves the score 0.0.
    """
    put_tools_on_path()
    c.Autograde.sanitize_preprocessors = list(SANITIZE)
    c.Autograde.autograde_preprocessors = list(AUTOGRADE)
    c.Autograde.create_student = False
    c.GenerateFeedback.preprocessors = list(FEEDBACK)
    c.HTMLExporter.preprocessors = list(PAGE)
    c.HTMLExporter.extra_template_basedirs = [str(TEMPLATES), _formgrader_templates()]
    c.Execute.timeout = 30
    c.Execute.startup_timeout = 30
    with use(language or current()):
        c.ClearSolutions.code_stub = {"python": text("# Escriba aquí su respuesta.")}
        c.ClearSolutions.text_stub = text("*Haga doble clic y escriba aquí su respuesta.*")


def put_tools_on_path() -> None:
    """Let nbgrader find ``alembic``, which it calls by name, in the environment that runs it."""
    tools = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", "")
    if tools not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([tools, path])


def _formgrader_templates() -> str:
    from nbgrader.server_extensions.formgrader.handlers import template_path

    return str(template_path)
