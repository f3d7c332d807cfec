"""What counts as the same grade and the same notebook."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.contest.comparing import differences, differing_notebooks
from benchmarks.contest.normalising import NORMALISED, normalised
from corredores_graders.classroom.layout import Classroom
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME

CONTEXT = [
    "\x1b[0;31mE\x1b[0m  Traceback",
    "\x1b[0;32mCell In[3], line 1\x1b[0m\n----> 1 answer",
    "File /lib/a.py:7, in f(x)",
    "File /lib/a.py:7, in f(x)",
]
PLAIN = ["Traceback:", "  Cell \x1b[92mIn[3]\x1b[39m\x1b[92m, line 1\x1b[39m\n    answer", "  File /lib/a.py:7 in f"]
COLD: dict[str, Any] = {
    "cells": [
        {
            "cell_type": "code",
            "id": "one",
            "execution_count": 1,
            "metadata": {"execution": {"iopub.status.busy": "2026-11-28T22:47:22Z"}},
            "source": "answer",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["one\n"]},
                {"output_type": "stream", "name": "stdout", "text": "two\n"},
                {"output_type": "stream", "name": "stderr", "text": "/tmp/ipykernel_12/34.py:1: Warning"},
                {
                    "output_type": "error",
                    "ename": "E",
                    "evalue": "<a at 0x7f12ab34> in Thread-5 of ~/one/answer.py",
                    "traceback": CONTEXT,
                },
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {VERDICT_MIME: {"verdict": "right", "sandbox": ""}},
                },
            ],
        }
    ],
    "metadata": {"corredores": {}, "widgets": {"state": {}}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
WARM: dict[str, Any] = {
    "cells": [
        {
            "cell_type": "code",
            "id": "one",
            "execution_count": 1,
            "metadata": {},
            "source": "answer",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["one\n", "two\n"]},
                {"output_type": "stream", "name": "stderr", "text": "/tmp/ipykernel_9/8.py:1: Warning"},
                {
                    "output_type": "error",
                    "ename": "E",
                    "evalue": "<a at 0x5500aa00bb00> in Thread-12 of /tmp/two/answer.py",
                    "traceback": PLAIN,
                },
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {VERDICT_MIME: {"verdict": "right", "sandbox": "namespaces"}},
                },
            ],
        }
    ],
    "metadata": {"corredores": {}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def classroom(folder: Path, notebook: dict[str, Any]) -> Classroom:
    graded = folder / "docente" / "autograded" / "p1" / "m03"
    graded.mkdir(parents=True)
    (graded / "m03.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return Classroom(folder)


def compared(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    return differing_notebooks(classroom(tmp_path / "one", one), classroom(tmp_path / "other", other), ["p1"])


def test_a_cold_and_a_warm_run_are_equal_by_the_listed_rules(tmp_path: Path) -> None:
    assert compared(tmp_path, COLD, WARM) == []


@pytest.mark.parametrize("left_out", range(len(NORMALISED)))
def test_without_a_rule_they_differ(left_out: int, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tuple(rule for place, rule in enumerate(NORMALISED) if place != left_out)
    monkeypatch.setattr("benchmarks.contest.normalising.NORMALISED", kept)
    assert normalised(copy.deepcopy(COLD)) != normalised(copy.deepcopy(WARM))


@pytest.mark.parametrize(
    ("output", "changed"),
    [
        (0, {"text": ["one\n", "three\n"]}),
        (0, {"name": "stderr"}),
        (2, {"traceback": ["  Cell In[3], line 2\n    answer"]}),
        (2, {"evalue": "another"}),
        (3, {"data": {VERDICT_MIME: {"verdict": "not_yet"}}}),
    ],
)
def test_a_true_difference_stays_one(tmp_path: Path, output: int, changed: dict[str, Any]) -> None:
    other = copy.deepcopy(WARM)
    other["cells"][0]["outputs"][output] |= changed
    (sentence,) = compared(tmp_path, COLD, other)
    assert sentence.startswith("p1, cell 0: ")


def test_a_cell_more_and_a_missing_notebook_are_told(tmp_path: Path) -> None:
    longer = copy.deepcopy(WARM)
    longer["cells"].append(longer["cells"][0] | {"id": "two"})
    assert compared(tmp_path, COLD, longer) == ["p1: 1 cells and 2"]
    missing = differing_notebooks(Classroom(tmp_path / "one"), Classroom(tmp_path / "nowhere"), ["p1"])
    assert missing == ["p1: no graded notebook in nowhere"]


def test_marks_differ_by_score_by_hand_and_by_absence() -> None:
    first = {("a", "e1"): (1.0, None, False), ("a", "e2"): (2.0, None, False), ("b", "e1"): (0.0, 1.0, False)}
    second = {("a", "e1"): (1.0, None, False), ("a", "e2"): (1.0, None, False), ("c", "e1"): (0.0, None, True)}
    assert [sentence.partition(":")[0] for sentence in differences(first, second)] == ["a e2", "b e1", "c e1"]
