"""CONTRIBUTING's steps add an exercise to M03 by touching two files: released and checked in a copy."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("tenth exercise")  # its copy of the project is released once

MODULE_TEXT = Path("notebooks/m03-corredores/module.md")
ANSWER_KEY = Path("graders/corredores_graders/answer_keys/m03.py")

ASKED = """\
### Ejercicio 10. Los tres primeros destinos

¿Qué porcentaje de las personas emigradas de su país de origen vive en los tres primeros destinos? Un decimal.

```{code-cell} python
:exercise: e10
e10_share = None
### BEGIN SOLUTION
mine = known[known["origin"] == corridor.origin].set_index("destination")["stock"]
e10_share = 100 * mine.nlargest(3).sum() / mine.sum()
### END SOLUTION
```

"""
DECLARED = '''

def three_largest(corridor):
    """Per cent of the emigrants of the origin who live in its three largest destinations."""
    persons = figures.emigrants(corridor.origin)
    return 100 * persons.nlargest(3).sum() / persons.sum()


E10 = Exercise(
    "e10",
    N_("Ejercicio 10. Los tres primeros destinos"),
    (
        Value(
            variable="e10_share",
            label=N_("la parte de los tres primeros destinos"),
            right=three_largest,
            unit="percent",
            tolerance=0.05,
            mistakes=(
                Mistake("C1", N_("Esa es la parte del primer destino. Sume los tres primeros."), (figures.top_share,)),
                replace(AS_SHARE, wrong=(lambda c: three_largest(c) / 100,)),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(N_("Ordene los destinos de mayor a menor y sume los tres primeros."),),
    individual=True,
)
EXERCISES = (*EXERCISES, E10)
'''

RELEASE = """
from pathlib import Path
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
prepare(Path("aula"), "m03", "es", plain_console())
"""
IN_A_NOTEBOOK = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in {cells!r}:
    shell.run_cell(cell).raise_error()
"""
PRACTICE = "from corredores import check, data, hint, my_corridor\ncorridor = my_corridor('')"
EMIGRANTS = "mine = data.load('stock', origin='NIC', year=2024, sex='total').set_index('destination')['stock']"
SHARES = "(100 * mine / mine.sum()).sort_values(ascending=False)"


def run(code: str, folder: Path, *packages: Path) -> str:
    """Run code with the copy's packages, as its own checkout would; give what it prints."""
    path = os.pathsep.join(map(str, packages))
    environment = {**os.environ, "PYTHONPATH": path, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the two files of CONTRIBUTING's steps have been changed, and M03 released."""
    copy = tmp_path_factory.mktemp("tenth")
    for room in ("course", "graders", "notebooks", "locale"):
        shutil.copytree(project / room, copy / room, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    text = (copy / MODULE_TEXT).read_text(encoding="utf-8")
    before, heading, after = text.partition("## Tarjeta de salida")
    assert heading, "the exit card has moved: put the exercise elsewhere"
    (copy / MODULE_TEXT).write_text(before + ASKED + heading + after, encoding="utf-8")
    with (copy / ANSWER_KEY).open("a", encoding="utf-8") as key:
        key.write(DECLARED)
    run(RELEASE, copy, copy / "graders", copy / "course")
    return copy


def test_exercise_is_released_with_its_check_and_without_its_solution(copy: Path) -> None:
    released = copy / "aula/docente/release/m03"
    cells = json.loads((released / "m03.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    asked = next(source for source in sources if "e10_share = None" in source)
    assert "nlargest" not in asked
    assert not any("SOLUTION" in source for source in sources)
    check = next(cell for cell, source in zip(cells, sources, strict=True) if 'check("m03.e10")' in source)
    assert (check["metadata"]["nbgrader"]["grade"], check["metadata"]["nbgrader"]["points"]) == (True, 2)
    assert "e10" in json.loads((released / "m03.check.json").read_text(encoding="utf-8"))["exercises"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("e10_share = None", "○ Ejercicio 10. Los tres primeros destinos: Sin responder"),
        (f"e10_share = {SHARES}.iloc[:3].sum()", "✓ Ejercicio 10. Los tres primeros destinos: Correcto"),
        (f"e10_share = {SHARES}.iloc[0]", "Esa es la parte del primer destino. Sume los tres primeros."),
        (f"e10_share = round({SHARES}.iloc[:3].sum() / 100, 4)", "Multiplique por 100."),
        (f"e10_share = {SHARES}.iloc[:4].sum()", "… Ejercicio 10. Los tres primeros destinos: Todavía no"),
        ("hint('m03.e10')", "Ordene los destinos de mayor a menor y sume los tres primeros."),
    ],
    ids=["not attempted", "right", "first only", "share", "not yet", "hint"],
)
def test_exercise_is_checked(answer: str, said: str, copy: Path) -> None:
    cells = [PRACTICE, EMIGRANTS, answer, "check('m03.e10')"]
    assert said in run(IN_A_NOTEBOOK.format(cells=cells), copy / "aula/participante/m03", copy / "course")
