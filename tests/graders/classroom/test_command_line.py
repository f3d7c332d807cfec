"""What the command line says of bad input: the exact sentence, on stderr, and the exit code."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from corredores import cli
from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.labs import FIRST_PORT
from corredores_graders.classroom.layout import Classroom

COMMANDS = "corridor, submit, start, enrol, collect, grade, rejudge, feedback, export, demo"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("corredores")
    return subprocess.run([str(command), *arguments], capture_output=True, text=True, encoding="utf-8", check=False)


def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[str, int]:
    """Call the command in this process; return what it wrote to stderr and its exit code."""
    monkeypatch.setattr(sys, "argv", ["corredores", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return capsys.readouterr().err.strip(), int(ended.value.code or 0)


USAGE = [
    (["strat"], r"No hay ninguna orden «strat»\. Existen: [\w, ]+\. El más parecido es «start»\."),
    (
        ["start", "--lnag", "en"],
        r"«corredores start» no tiene la opción «--lnag»\. El más parecido es «--lang»\. "
        r"Vea cómo se usa con «corredores start --help»\.",
    ),
    (["start", "--port"], r"A la opción «--port» le falta su valor\. Vea cómo se usa con «corredores --help»\."),
    (
        ["start", "--port", "ocho"],
        r"«corredores start» no entiende el valor de --port\. Vea cómo se usa con «corredores start --help»\.",
    ),
    (["collect"], r"A «corredores collect» le falta FOLDER\. Vea cómo se usa con «corredores collect --help»\."),
    (
        ["data", "verifi"],
        r"No hay ninguna orden «verifi»\. Existen: .*verify.*\. El más parecido es «verify»\.",
    ),
    (["book", "biuld"], r"No hay ninguna orden «biuld»\. Existen: .*build.*\. El más parecido es «build»\."),
    (["start", "--lang", "pt"], r"No hay ningún idioma «pt»\. Existen: es, en\."),
    (["start", "--lang", "ess"], r"No hay ningún idioma «ess»\. Existen: es, en\. El más parecido es «es»\."),
    (["start", "--module", "m30"], r"No hay ningún módulo «m30»\. Existen: m03\. El más parecido es «m03»\."),
    (
        ["corridor", "el savador"],
        r"Ningún país se llama «el savador» ni tiene ese código\. ¿Quiso decir «El Salvador \(SLV\)»\?",
    ),
    (
        ["corridor", "Chile"],
        r"Chile no tiene corredores que se asignen: la fuente no nombra a su gente en los destinos principales\. "
        r"Hay corredores desde Argentina, .+, Venezuela\.",
    ),
    (
        ["corridor", "SLV", "Francia"],
        r"No se asigna ningún corredor hacia Francia desde ahí\. "
        r"Existen: El Salvador → Estados Unidos, El Salvador → México\.",
    ),
    (["submit", "no-existe"], r"No existe no-existe\. Revise el nombre y repita la orden\."),
]


@pytest.mark.parametrize(("arguments", "sentence"), USAGE, ids=[" ".join(case[0]) for case in USAGE])
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    said, code = call(capsys, monkeypatch, *arguments)
    assert re.fullmatch(sentence, said), said
    assert code == 2


def test_the_sentence_is_in_english_for_an_english_class(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORREDORES_LANG", "en")
    said, code = call(capsys, monkeypatch, "start", "--lang", "pt")
    assert (said, code) == ("There is no language “pt”. There are: es, en.", 2)


def test_a_folder_without_classroom(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said, code = call(capsys, monkeypatch, "grade", "--folder", str(tmp_path))
    assert code == 1
    assert said == (
        f"En {tmp_path} no hay un aula: falta «docente/nbgrader_config.py». Cree una con «corredores start» o diga "
        "dónde está con --folder."
    )


def test_a_read_only_folder(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    # Not even root may make a folder there.
    said, code = call(capsys, monkeypatch, "start", "--no-browser", "--folder", "/sys/aula")
    assert code == 1
    assert said == "No se puede escribir en /sys/aula. Elija otra carpeta o cambie sus permisos."


def test_a_file_where_the_folder_should_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "aula").write_text("")
    said, code = call(capsys, monkeypatch, "start", "--no-browser", "--folder", str(tmp_path / "aula"))
    assert code == 1
    assert said == f"{tmp_path / 'aula' / 'docente'} ya existe y no es una carpeta. Elija otro nombre."


def test_a_port_in_use(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said, code = call(
            capsys, monkeypatch, "start", "--no-browser", "--folder", str(tmp_path / "aula"), "--port", str(port)
        )
    assert code == 1
    assert re.fullmatch(
        rf"El puerto {port} está ocupado por otro programa\. Cierre ese programa o elija otro con --port \d+\.", said
    )
    assert not (tmp_path / "aula").exists(), f"nothing is made before the ports are free (first {FIRST_PORT})"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device to write to")
@pytest.mark.xdist_group("classroom")
def test_a_full_disk(classroom: Classroom) -> None:
    ran = run("export", "--folder", str(classroom.root), "--to", "/dev/full")
    assert ran.returncode == 1
    assert ran.stderr.strip() == "No queda espacio en el disco para /dev/full. Libere espacio y repita la orden."


@pytest.mark.xdist_group("classroom")
def test_an_assignment_that_was_not_released(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, classroom: Classroom
) -> None:
    said, code = call(capsys, monkeypatch, "grade", "--assignment", "m30", "--folder", str(classroom.root))
    assert (said, code) == (
        "No hay ninguna tarea «m30» en el aula. Existen: m03. El más parecido es «m03».",
        2,
    )


def test_no_traceback_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = run("start", "--lang", "pt")
    assert (quiet.returncode, quiet.stdout) == (2, "")
    assert "Traceback" not in quiet.stderr
    monkeypatch.setenv("CORREDORES_DEBUG", "1")
    assert "Traceback" in run("start", "--lang", "pt").stderr


def test_every_command_says_how_it_is_used() -> None:
    help_text = run("--help").stdout
    for command in COMMANDS.split(", "):
        assert re.search(rf"^.{{2}}{command}\s", help_text, re.MULTILINE), command


def test_the_command_answers_without_pandas() -> None:
    script = "import sys; from corredores.cli import build_app; build_app(); print('pandas' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.xdist_group("classroom")
def test_collect_names_what_it_refuses_and_exits_1(classroom: Classroom, tmp_path: Path) -> None:
    inbox = tmp_path / "entregas"
    (inbox / "bruno-rios").mkdir(parents=True)
    (inbox / "bruno-rios" / "m03.ipynb").write_bytes((classroom.participant / "m03" / "m03.ipynb").read_bytes())
    ran = run("collect", str(inbox), "--folder", str(classroom.root))
    assert (ran.returncode, "Archivos: 1; no recogidos: 0." in ran.stdout) == (0, True), ran.stdout
    (inbox / "fotos.docx").write_bytes(b"PK")
    ran = run("collect", str(inbox), "--folder", str(classroom.root))
    assert (ran.returncode, "Archivos: 2; no recogidos: 1." in ran.stdout) == (1, True), ran.stdout
    missing = run("collect", str(tmp_path / "nada"), "--folder", str(classroom.root))
    assert missing.returncode == 2
    assert missing.stderr.strip() == (
        f"{tmp_path / 'nada'} no es una carpeta. Escriba la carpeta en que guardó las entregas."
    )


@pytest.mark.xdist_group("classroom")
def test_enrol_gives_newcomers_a_corridor_and_enters_them(classroom: Classroom, tmp_path: Path) -> None:
    people = tmp_path / "personas.csv"
    people.write_text("trainee;name;language\nmara;Mara Ñandú;es\nana-paz;Ana Paz;es\n", encoding="utf-8")
    ran = run("enrol", str(people), "--folder", str(classroom.root))
    assert ran.returncode == 0, ran.stderr
    assert "Inscritas ahora: 1." in ran.stdout
    trainees = read_class_list(classroom.class_list)
    assert len(trainees) == 13
    assert trainees["mara"].corridor not in {known.corridor for name, known in trainees.items() if name != "mara"}
    assert trainees["mara"].corridor.code in ran.stdout
    with Gradebook(f"sqlite:///{classroom.gradebook}") as gradebook:
        assert gradebook.find_student("mara").first_name == "Mara Ñandú"
    people.write_text("name\nMara\n", encoding="utf-8")
    ran = run("enrol", str(people), "--folder", str(classroom.root))
    assert (ran.returncode, ran.stderr.strip()) == (
        1,
        f"{people}: falta la columna trainee. La primera línea debe ser: trainee,name,language",
    )
