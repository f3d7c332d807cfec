"""The commands that a master trainer's package adds to `corredores`."""

from pathlib import Path
from typing import Annotated

import typer

from corredores.command_error import WrongUsage, known_language, known_module
from corredores.language import SOURCE, use
from corredores_graders.classroom.layout import DEFAULT_FOLDER, find_classroom
from corredores_graders.classroom.loading import leave_out_grammar
from corredores_graders.language import text

Folder = Annotated[Path, typer.Option("--folder", help=text("Carpeta del aula."))]
Language = Annotated[str, typer.Option("--lang", help=text("Idioma de la clase: es o en."))]
Module = Annotated[str, typer.Option("--module", help=text("Módulo, por ejemplo m03."))]
Assignment = Annotated[str, typer.Option("--assignment", help=text("Tarea, por ejemplo m03 o m03-en."))]


def register(app: typer.Typer) -> None:
    """Add the classroom's commands to ``app``."""
    app.command(name="start", help=text("Preparar un aula y abrir JupyterLab para participante y docente."))(start)
    app.command(name="enrol", help=text("Inscribir a las personas de una lista y darles corredor."))(enrol)
    app.command(name="collect", help=text("Recoger entregas de una carpeta."))(collect)
    app.command(name="grade", help=text("Calificar las entregas recogidas."))(grade)
    app.command(name="rejudge", help=text("Decir qué notas cambiarían con las claves de hoy."))(rejudge)
    app.command(name="overrule", help=text("Poner puntos en lugar de un veredicto; se anota por qué."))(overrule)
    app.command(name="feedback", help=text("Escribir la página de comentarios de cada participante."))(feedback)
    app.command(name="export", help=text("Guardar las notas en un CSV."))(export)
    app.command(name="demo", help=text("Jugar una clase de doce participantes y comparar su tabla."))(demo)


def start(
    lang: Language = SOURCE,
    folder: Folder = DEFAULT_FOLDER,
    port: Annotated[int | None, typer.Option("--port", help=text("Primer puerto; se usan dos seguidos."))] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help=text("No abrir el navegador."))] = False,
    module: Module = "m03",
) -> None:
    """Make a classroom, release the module, and run the two JupyterLabs until Ctrl-C."""
    from corredores_graders.classroom.labs import choose_ports
    from corredores_graders.classroom.starting import open_labs, prepare
    from corredores_graders.classroom.steps import plain_console

    with use(known_language(lang)):
        _know(module)
        choose_ports(port)
        classroom = prepare(folder, module, lang, plain_console())
        open_labs(classroom, module, lang, port, browser=not no_browser)


def enrol(
    people: Annotated[Path, typer.Argument(help=text("CSV con las columnas trainee, name y language."))],
    folder: Folder = DEFAULT_FOLDER,
) -> None:
    """Add the people of a CSV to the class list, each on the least used corridors, and print their codes."""
    from corredores_graders.classroom.enrolling import enrol_people

    enrol_people(find_classroom(folder), people)


def collect(
    arrived: Annotated[Path, typer.Argument(metavar="FOLDER", help=text("Carpeta con zips o cuadernos."))],
    folder: Folder = DEFAULT_FOLDER,
) -> None:
    """Collect the zips and notebooks of FOLDER; what is refused is named, the rest goes on."""
    from corredores_graders.classroom.reporting import print_collected

    if not print_collected(find_classroom(folder), arrived):
        raise typer.Exit(1)


def grade(
    folder: Folder = DEFAULT_FOLDER,
    assignment: Assignment = "m03",
    force: Annotated[bool, typer.Option("--force", help=text("Calificar de nuevo lo ya calificado."))] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=text("Decir qué se calificaría y por qué, sin cambiar nada."))
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            help=text("Procesadores para las entregas; por defecto, todos. Con --scheduler, entregas a la vez."),
        ),
    ] = None,
    sandbox: Annotated[
        str, typer.Option("--sandbox", help=text("Recinto en que se ejecutan: auto, namespaces o landlock."))
    ] = "auto",
    no_sandbox: Annotated[
        bool,
        typer.Option("--no-sandbox", help=text("Ejecutar sin recinto: el código tendrá los permisos de usted.")),
    ] = False,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help=text("Planificador de Dask: tls://servidor:puerto."))
    ] = None,
    tls_ca: Annotated[Path | None, typer.Option("--tls-ca", help=text("Certificado de la autoridad."))] = None,
    tls_cert: Annotated[Path | None, typer.Option("--tls-cert", help=text("Certificado de usted."))] = None,
    tls_key: Annotated[Path | None, typer.Option("--tls-key", help=text("Clave de su certificado."))] = None,
) -> None:
    """Grade what has been collected and has changed; a mark set by hand is kept."""
    leave_out_grammar()
    from corredores_graders.classroom.grade_command import GradeOptions, grade_assignment, plan_assignment

    classroom = find_classroom(folder)
    if dry_run:
        plan_assignment(classroom, assignment, force)
        return
    wanted = "none" if no_sandbox else sandbox
    options = GradeOptions(force, jobs, wanted, scheduler, (tls_ca, tls_cert, tls_key))
    try:
        complete = grade_assignment(classroom, assignment, options)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    if not complete:
        raise typer.Exit(1)


def rejudge(
    folder: Folder = DEFAULT_FOLDER,
    assignment: Assignment = "m03",
    apply: Annotated[bool, typer.Option("--apply", help=text("Poner las notas, en vez de solo decirlas."))] = False,
    only: Annotated[str, typer.Option("--only", help=text("Un solo ejercicio, por ejemplo m03.e2."))] = "",
    trainee: Annotated[str, typer.Option("--trainee", help=text("Una sola persona, por su identificador."))] = "",
) -> None:
    """Judge the kept answers with today's keys: print whose grade would move, or move it; nothing is run."""
    from corredores_graders.classroom.rejudging import rejudge_assignment

    if not rejudge_assignment(find_classroom(folder), assignment, apply, only, trainee):
        raise typer.Exit(1)


def overrule(
    trainee: Annotated[str, typer.Argument(help=text("Identificador de la persona en la lista de la clase."))],
    exercise: Annotated[str, typer.Argument(help=text("Ejercicio, por ejemplo m03.e2."))],
    points: Annotated[str | None, typer.Argument(help=text("Puntos que valen desde ahora."))] = None,
    why: Annotated[str, typer.Option("--why", help=text("Motivo; lo leerá la persona."))] = "",
    by: Annotated[str, typer.Option("--by", help=text("Nombre de quien decide."))] = "",
    undo: Annotated[bool, typer.Option("--undo", help=text("Quitar los puntos puestos antes así."))] = False,
    folder: Folder = DEFAULT_FOLDER,
    assignment: Assignment = "m03",
) -> None:
    """Let POINTS count instead of a verdict's, or with --undo the verdict's again; who and why is noted."""
    from corredores_graders.classroom.overruling import overrule as decide

    if undo == (points is not None):
        raise WrongUsage(text("Escriba los puntos que valen desde ahora, o --undo para quitar los que puso antes."))
    decide(find_classroom(folder), assignment, trainee, exercise, points, why, by)


def feedback(folder: Folder = DEFAULT_FOLDER, assignment: Assignment = "m03") -> None:
    """Write each graded trainee's feedback page."""
    from corredores_graders.classroom.grading import write_feedback

    if not write_feedback(find_classroom(folder), assignment):
        raise typer.Exit(1)


def export(
    to: Annotated[Path, typer.Option("--to", help=text("Archivo CSV que se escribe."))] = Path("notas.csv"),
    folder: Folder = DEFAULT_FOLDER,
) -> None:
    """Write every mark of the gradebook to a CSV, by nbgrader's own exporter."""
    from corredores_graders.classroom.grading import export_marks

    export_marks(find_classroom(folder), to)


def demo(
    folder: Annotated[Path | None, typer.Option("--folder", help=text("Carpeta para la clase; vacía o nueva."))] = None,
) -> None:
    """Play the demo class from start to feedback and compare its table with the one written by hand."""
    from corredores_graders.classroom.demo import play

    if not play(folder):
        raise typer.Exit(1)


def _know(module: str) -> None:
    from corredores_graders.authoring.project import Project

    known_module(module, [known.id for known in Project().modules()])
