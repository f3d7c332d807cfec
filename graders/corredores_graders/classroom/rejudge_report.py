"""What `corredores rejudge` says: a table in the terminal, and a JSON and a CSV file with every change."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from corredores.checking.card import headline
from corredores.checking.verdicts import Verdict
from corredores_graders.grading.files import write_whole
from corredores_graders.grading.rejudge import Change, Rejudged
from corredores_graders.language import text

FORMAT = 1
#: Columns of a terminal from which on the table has room for sentences.
WIDE = 140
_LONGEST = 300
#: What a spreadsheet would compute.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Line:
    """A check cell about which the present keys say something else."""

    trainee: str
    exercise: str
    notebook: str
    kind: str
    """``points``: the machine's points move; ``card``: only what the trainee is told; ``by_hand``: a person set the
    mark, which stays"""
    verdict_before: str
    verdict_after: str
    points_before: float
    points_after: float
    most: float | None
    changed: tuple[str, ...]
    """what is not as it was: ``keys``, ``data``; empty where only the program is another"""
    keys_before: str
    keys_after: str
    data_before: str
    data_after: str
    message: str
    """what the trainee's card says after the verdict"""


def lines_of(rejudged: Rejudged, versions: Mapping[str, str], by_hand: Iterable[tuple[str, str, str]]) -> list[Line]:
    """Return a line for each change of a submission."""
    marked = set(by_hand)
    return [_line(rejudged, change, versions, marked) for change in rejudged.changes]


def _line(rejudged: Rejudged, change: Change, versions: Mapping[str, str], marked: set[tuple[str, str, str]]) -> Line:
    kept, module = change.kept, change.kept.name.module
    before = {
        # Where the ledger knows nothing, nbgrader graded: then the release that was answered says which they were.
        name: rejudged.versions.get(f"{module}.{name}") or kept.record["versions"].get(name, "")
        for name in ("keys", "data")
    }
    after = {name: versions[f"{module}.{name}"] for name in ("keys", "data")}
    kind = "points" if change.moves else "card"
    if change.moves and (rejudged.trainee, kept.notebook, kept.grade_id) in marked:
        kind = "by_hand"
    return Line(
        trainee=rejudged.trainee,
        exercise=kept.name.exercise_id,
        notebook=kept.notebook,
        kind=kind,
        verdict_before=str(kept.record["verdict"]),
        verdict_after=change.outcome.verdict,
        points_before=kept.earned,
        points_after=change.points,
        most=kept.most,
        changed=tuple(name for name in ("keys", "data") if before[name] and before[name] != after[name]),
        keys_before=before["keys"],
        keys_after=after["keys"],
        data_before=before["data"],
        data_after=after["data"],
        message=_short(" ".join(change.outcome.text.split("\n")[1:])),
    )


def table_of(lines: Sequence[Line], with_message: bool) -> Table:
    """Return the changes of points as a table, with what the trainee will read where there is room for it."""
    headings = [text("Participante"), text("Ejercicio"), text("Veredicto"), text("Puntos"), text("Qué cambió")]
    table = Table(*headings, *([text("Lo que leerá")] if with_message else []))
    for line in lines:
        verdicts = f"{_words(line.verdict_before)} → {_words(line.verdict_after)}"
        points = f"{line.points_before:g} → {line.points_after:g}"
        message = [Text(line.message)] if with_message else []
        table.add_row(line.trainee, line.exercise, verdicts, points, words(line.changed), *message)
    return table


def words(changed: Iterable[str]) -> str:
    """Return in words what is not as it was: keys, data, or neither."""
    known = {"keys": text("claves"), "data": text("datos")}
    return ", ".join(known[name] for name in changed) or text("programa")


def write_report(stem: Path, about: Mapping[str, Any], lines: Sequence[Line]) -> Path:
    """Write the changes to a JSON and a CSV file called ``stem`` and return the CSV's place."""
    rows = [asdict(line) for line in lines]
    content = json.dumps({"format": FORMAT, **about, "changes": rows}, ensure_ascii=False, indent=1)
    write_whole(stem.with_suffix(".json"), content.encode("utf-8", "replace"))
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, list(Line.__dataclass_fields__))
    table.writeheader()
    for row in rows:
        table.writerow({name: _plain(value) for name, value in row.items()})
    path = stem.with_suffix(".csv")
    write_whole(path, written.getvalue().encode("utf-8-sig", "replace"))
    return path


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1] + "…"


def _words(verdict: str) -> str:
    return headline(Verdict(verdict))
