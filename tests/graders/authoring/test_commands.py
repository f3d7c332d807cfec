from pathlib import Path

import pytest
from typer.testing import CliRunner

from corredores.cli import build_app
from corredores.command_error import WrongUsage
from corredores_graders.authoring.project import Project
from corredores_graders.authoring.translate import update_catalogues


def run(*arguments: str) -> str:
    done = CliRunner().invoke(build_app(), list(arguments), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    first = run("build", "m03", "--to", str(tmp_path))
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.name for path in files} == {"m03.ipynb", "m03-trainer.md"} and len(files) == 4
    second = run("build", "m03", "--to", str(tmp_path))
    assert first.count("escrito") == second.count("sin cambios") == 4
    assert {path: path.stat().st_mtime_ns for path in files} == files


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "m3"), "No hay ningún módulo «m3». Existen: m03. El más parecido es «m03»."),
        (("build", "--lang", "fr"), "No hay ningún idioma «fr». Existen: es, en, both."),
        (
            ("book", "build", "--lang", "eng"),
            "No hay ningún idioma «eng». Existen: es, en, both. El más parecido es «en».",
        ),
    ],
)
def test_what_does_not_exist_is_answered_with_what_does(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as raised:
        CliRunner().invoke(
            build_app(), [*arguments, "--to", str(tmp_path)], standalone_mode=False, catch_exceptions=False
        )
    assert str(raised.value) == told and raised.value.exit_code == 2


def test_every_sentence_of_the_course_is_translated() -> None:
    for report in update_catalogues(Project(), write=False):
        assert report.complete, "\n".join(f"{gap.path}:{gap.line}: {gap.state}: {gap.sentence}" for gap in report.gaps)
