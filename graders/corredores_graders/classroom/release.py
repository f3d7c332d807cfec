"""Releasing a module: source notebook and check file, nbgrader's release, and the participant's copy of it."""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import corredores
import corredores_graders
from corredores.handing_in.notebook import assignment_name
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import NbgraderFailed, run_nbgrader
from corredores_graders.language import text


def release(classroom: Classroom, module: str, language: str) -> bool:
    """Build and release ``module``; return whether anything had to be made.

    Nothing is made again while texts, keys, translations, data, code and settings are the ones of the last release.
    """
    assignment = assignment_name(module, language)
    stamp = classroom.state / f"{assignment}.inputs"
    inputs = _digest_inputs(module, classroom.config)
    released = classroom.trainer / "release" / assignment / f"{module}.ipynb"
    if released.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == inputs:
        return False
    _write_source(classroom.trainer / "source" / assignment, module, language)
    run_nbgrader(classroom, "generate_assignment", assignment, "--force", CORREDORES_LANG=language)
    stamp.write_text(inputs, encoding="utf-8")
    return True


def offer_in_exchange(classroom: Classroom, assignment: str) -> list[str]:
    """Release the assignment in nbgrader's exchange, where there is one; return a sentence where that failed.

    Handing in by zip needs no exchange, so that a failure stops nothing.
    """
    if sys.platform == "win32":
        return []
    try:
        run_nbgrader(classroom, "release_assignment", assignment, "--force")
    except NbgraderFailed as failed:
        return [str(failed)]
    return []


def hand_out(classroom: Classroom, assignment: str) -> list[str]:
    """Copy the release into the participant's folder; return sentences about files that were kept.

    A notebook in which somebody has worked is never overwritten.
    """
    record = classroom.state / f"{assignment}.handed-out.json"
    handed_out: dict[str, str] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    notes = []
    for source in _files(classroom.trainer / "release" / assignment):
        name = source.relative_to(classroom.trainer / "release" / assignment).as_posix()
        target, fresh = classroom.participant / assignment / name, _digest(source)
        if target.exists() and _digest(target) not in (handed_out.get(name), fresh):
            if handed_out.get(name) != fresh:
                notes.append(_kept(target))
            continue
        if not target.exists() or _digest(target) != fresh:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        handed_out[name] = fresh
    record.write_text(json.dumps(handed_out, indent=1), encoding="utf-8")
    return notes


def _kept(target: Path) -> str:
    return text(
        "{file} tiene trabajo suyo y se conserva, aunque hay una versión nueva del módulo. Para recibirla, cambie "
        "de nombre el archivo y repita la orden.",
        file=target,
    )


def _write_source(folder: Path, module: str, language: str) -> None:
    # Imported here: a second start, which finds everything made, need not wait for them.
    from corredores_graders.answer_keys import module_key
    from corredores_graders.authoring.build import build_source
    from corredores_graders.judging.check_file import write_check_file

    folder.mkdir(parents=True, exist_ok=True)
    build_source(module, language, folder / f"{module}.ipynb")
    write_check_file(module_key(module), language, folder / f"{module}.check.json")


def _digest_inputs(module: str, settings: Path) -> str:
    from corredores_graders.authoring.project import Project

    project = Project()
    whole = hashlib.sha256()
    for path in (settings, *_input_files(project.root, project.module(module).folder)):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _input_files(root: Path, module: Path) -> Iterator[Path]:
    packages = [Path(str(package.__file__)).parent for package in (corredores, corredores_graders)]
    for folder in (*packages, module, root / "locale"):
        yield from (path for path in _files(folder) if path.suffix in (".py", ".po", ".md", ".toml", ".gz", ".json"))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and ".ipynb_checkpoints" not in path.parts)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
