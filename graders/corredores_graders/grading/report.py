"""The report of a run: who was graded and how, who could not be and why, and whom to write to about what."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from corredores.language import current
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.grading.files import write_whole
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.grading.report_words import report_words
from corredores_graders.grading.wording import message_to, sandbox_words, trouble_sentence
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.readable_names import readable_name, readable_text

FORMAT = 1


def write_report(
    folder: Path, assignment: str, results: Sequence[GradeResult], people: Mapping[str, Trainee], finished: bool
) -> Path:
    """Write ``grading.json`` and ``grading.html`` into ``folder`` and return the page.

    ``finished`` is false for a run that was stopped before its last submission.
    """
    content = report_content(assignment, results, people, finished)
    folder.mkdir(parents=True, exist_ok=True)
    written = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_whole(folder / "grading.json", written.encode("utf-8", "replace"))
    page = folder / "grading.html"
    environment = Environment(
        loader=PackageLoader("corredores_graders.grading"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    rendered = environment.get_template("report.html.j2").render(
        report=content, words=report_words(content), language=current()
    )
    write_whole(page, rendered.encode("utf-8", "replace"))
    return page


def report_content(
    assignment: str, results: Sequence[GradeResult], people: Mapping[str, Trainee], finished: bool
) -> dict[str, Any]:
    """Return everything that the report says."""
    ordered = sorted(results, key=lambda result: result.trainee)
    present = {result.trainee for result in results}
    letters = [letter for result in ordered if (letter := _letter(result, people))]
    return {
        "format": FORMAT,
        "assignment": assignment,
        "made": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "finished": finished,
        "summary": _summary(ordered),
        "write_to": letters,
        "for_the_trainer": [
            {"trainee": readable_name(result.trainee), "reason": readable_text(result.reason)}
            for result in ordered
            if not result.ok and not any(letter["trainee"] == result.trainee for letter in letters)
        ],
        "not_handed_in": [
            {"trainee": name, "name": person.name} for name, person in people.items() if name not in present
        ]
        if finished
        else [],
        "submissions": [_line(result, people) for result in ordered],
    }


def _summary(results: Sequence[GradeResult]) -> dict[str, Any]:
    levels = sorted({result.sandbox for result in results if result.sandbox})
    return {
        "graded_now": sum(result.state == "graded" for result in results),
        "unchanged": sum(result.state == "unchanged" for result in results),
        "not_graded": sum(not result.ok for result in results),
        "troubled": sum(bool(result.troubles) for result in results),
        "pending": sum(result.pending for result in results),
        "other_keys": [result.trainee for result in results if result.other_keys],
        "seconds": round(sum(result.seconds for result in results if result.state == "graded"), 1),
        "sandbox": levels,
        "without_sandbox": [result.trainee for result in results if result.sandbox == "none"],
    }


def _letter(result: GradeResult, people: Mapping[str, Trainee]) -> dict[str, str] | None:
    person = people.get(result.trainee)
    message = message_to(result, person) if person else ""
    if not person or not message:
        return None
    about = _about(result)
    return {
        "trainee": result.trainee,
        "name": person.name,
        "about": about,
        "message": message,
        "language": person.language,
    }


def _about(result: GradeResult) -> str:
    """Return in the trainer's language what a letter is about."""
    if not result.ok:
        return result.reason
    told = [trouble_sentence(trouble, result.ended, current()) for trouble in result.troubles]
    if result.missing:
        told.append(text("No entregó: {names}.", names=", ".join(result.missing)))
    return " ".join(told)


def _line(result: GradeResult, people: Mapping[str, Trainee]) -> dict[str, Any]:
    person = people.get(result.trainee)
    return {
        **asdict(result),
        "trainee": readable_name(result.trainee),
        "reason": readable_text(result.reason),
        "name": person.name if person else "",
        "left_out": [readable_name(name) for name in result.left_out],
        "troubles": [
            {**trouble._asdict(), "sentence": trouble_sentence(trouble, result.ended, current())}
            for trouble in result.troubles
        ],
        "sandbox_words": sandbox_words(result.sandbox),
    }
