"""`corredores verify m03` passes as it stands, and names each thing that is broken on purpose."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

VERIFY = [sys.executable, "-c", "from corredores.cli import main; main()", "verify", "m03"]
FIGURES = "graders/corredores_graders/answer_keys/m03_figures.py"
KEY = "graders/corredores_graders/answer_keys/m03.py"
ATTEMPTS = "tests/attempts/m03.md"

STAYING = 'right=figures.intraregional_share,\n            unit="percent",\n            tolerance='


@dataclass(frozen=True)
class Plant:
    """What is broken in a file, and what must be named."""

    file: str
    stands: str
    planted: str
    named: str


PLANTS = [
    Plant(
        FIGURES, "max() / stock.sum() * 100", "max() / stock.sum() * 90", "e2 · right: la solución del módulo: not_yet"
    ),
    Plant(KEY, "Dividió números de mujeres.", "Está mal hecho:", "[es]: culpa, o parece que culpa («Está mal»)"),
    Plant(KEY, "Restó las dos partes.", "Restó una parte.", "e7 e7_ratio U4 [en]: falta la traducción"),
    Plant(KEY, "Las filas que hay están bien, pero", "Revise. " * 60, "letras y caben 400"),
    Plant(KEY, f"{STAYING}0.05", f"{STAYING}20", "in e5_share = 100 * within"),
    Plant(KEY, "right=functions.net_stock", "right=functions.immigrants_only", "e6 · right: loops over the names"),
    Plant(ATTEMPTS, 'e8_option = "C"', 'e8_option = "b"', "e8 · right: capital letter: known_mistake I1"),
    Plant(ATTEMPTS, "### right: plurals", "### not_yet: plurals", "r1: hay 2 caminos correctos y se piden 3"),
    Plant(ATTEMPTS, 'e5_share = f"', 'e5_share = undefined or f"', "la celda se detuvo con NameError"),
]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a terminal does."""
    spoken = {**os.environ, "CORREDORES_LANG": "es", **environment}
    return subprocess.run([*VERIFY, *arguments], env=spoken, capture_output=True, text=True, timeout=1500)


def test_every_attempt_corridor_and_message_is_as_it_should_be() -> None:
    done = run()
    assert done.returncode == 0, "\n".join(line for line in done.stdout.splitlines() if line.startswith("✗"))
    assert "en 40 corredores" in done.stdout
    assert "nada que corregir" in done.stdout


@pytest.fixture(scope="module")
def broken(project: Path, tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """What the command says of a copy of the project in which every plant stands."""
    copy = tmp_path_factory.mktemp("broken")
    for room in ("course", "graders", "notebooks", "locale", "tests/attempts"):
        shutil.copytree(project / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    for plant in PLANTS:
        text = (copy / plant.file).read_text(encoding="utf-8")
        assert plant.stands in text, f"{plant.file} no longer has «{plant.stands}»: plant elsewhere"
        (copy / plant.file).write_text(text.replace(plant.stands, plant.planted), encoding="utf-8")
    packages = os.pathsep.join([str(copy / "graders"), str(copy / "course")])
    return run("--corridor", "SLV-USA", PYTHONPATH=packages)


@pytest.mark.xdist_group("broken_copy")
@pytest.mark.parametrize("named", [plant.named for plant in PLANTS])
def test_what_is_broken_is_named(named: str, broken: subprocess.CompletedProcess[str]) -> None:
    assert broken.returncode == 1, broken.stderr
    missed = [line for line in broken.stdout.splitlines() if line.startswith("✗")]
    assert any(named in line for line in missed), "\n".join(missed)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--corridor", "XXX-USA"], "«XXX-USA» no es un corredor de esta clase. El más parecido es"),
        (["--lang", "eng"], "No hay ningún idioma «eng». Existen: es, en. El más parecido es «en»."),
    ],
)
def test_unknown_name_is_answered_with_the_nearest(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
