"""The table of the demo class: what the judge said, beside what was written by hand."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

from rich.table import Column, Table

from corredores_graders.classroom.class_list import Trainee
from corredores_graders.classroom.layout import Classroom
from corredores_graders.language import text

VERDICT_MIME = "application/vnd.corredores.verdict+json"
SHORT = {"right": "✓", "not_attempted": "·", "not_readable": "?", "not_yet": "~", "other_corridor": "≠"}

Row = dict[str, str]


def read_expected(path: Path) -> dict[str, Row]:
    """Return the table written by hand: trainee → column → verdict, corridor or score."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["trainee"]: row for row in csv.DictReader(file)}


def graded_row(classroom: Classroom, assignment: str, trainee: Trainee, score: float | None) -> Row:
    """Return a trainee's row as graded: a verdict an exercise, a known mistake with its id, and the score."""
    row = {"trainee": trainee.trainee, "corridor": trainee.assigned.pair}
    for path in (classroom.trainer / "autograded" / trainee.trainee / assignment).glob("*.ipynb"):
        for record in _records(path):
            exercise = str(record["exercise"]).partition(".")[2]
            row[exercise] = " ".join(filter(None, [str(record["verdict"]), str(record["mistake"] or "")]))
    return {**row, "score": "" if score is None else f"{score:.2f}"}


def differences(graded: Mapping[str, Row], expected: Mapping[str, Row]) -> list[str]:
    """Return a sentence for each cell in which the two tables differ."""
    sentences = []
    for trainee in sorted({*graded, *expected}):
        found, wanted = graded.get(trainee, {}), expected.get(trainee, {})
        for column in sorted({*found, *wanted}):
            if found.get(column, "") != wanted.get(column, ""):
                sentences.append(
                    text(
                        "{trainee}, {column}: se esperaba «{wanted}» y salió «{found}».",
                        trainee=trainee,
                        column=column,
                        wanted=wanted.get(column, ""),
                        found=found.get(column, ""),
                    )
                )
    return sentences


def as_table(graded: Mapping[str, Row]) -> Table:
    """Return the graded class for the terminal."""
    exercises = sorted({column for row in graded.values() for column in row} - {"trainee", "corridor", "score"})
    table = Table(
        Column(text("Participante"), no_wrap=True), Column(text("Corredor"), no_wrap=True), *exercises, text("Puntos")
    )
    for row in graded.values():
        verdicts = [_short(row.get(exercise, "")) for exercise in exercises]
        table.add_row(row["trainee"], row["corridor"], *verdicts, row["score"])
    table.caption = text(
        "✓ correcta   · sin intentar   ? ilegible   ~ todavía no   T1, K4… error conocido   ≠ de otro corredor"
    )
    return table


def _short(verdict: str) -> str:
    name, _, mistake = verdict.partition(" ")
    return SHORT.get(mistake or name, mistake)


def _records(path: Path) -> list[dict[str, object]]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return [output["data"][VERDICT_MIME] for output in outputs if VERDICT_MIME in output.get("data", {})]
