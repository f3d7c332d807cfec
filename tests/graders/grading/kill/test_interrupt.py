"""Ctrl+C while a class is graded: it ends at once, says so, and the next run takes up the rest."""

import json
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.graders.grading.kill.classes import CLASS, REFUSED, Condition
from tests.graders.grading.kill.disturbed import Grading
from tests.graders.grading.kill.rounds import wrong_with

SLOW = "karina-solis"
#: Within which it ends where each processor has one thing to do; the cell that runs then takes longer by far.
SECONDS, SLEEPS = 2.0, 60


@pytest.mark.parametrize("presses", [1, 3])
def test_an_interrupt_ends_at_once_and_the_next_run_resumes(
    presses: int, classes: Mapping[str, Condition], tmp_path: Path
) -> None:
    condition = classes["fresh"]
    root = shutil.copytree(condition.root, tmp_path / "aula", symlinks=True)
    notebook = root / "docente" / "submitted" / SLOW / "m03" / "m03.ipynb"
    handed_in = notebook.read_bytes()
    notebook.write_bytes(_sleeping(handed_in))
    with Grading(root) as grading:
        assert grading.until("done", 4)
        assert f"execution {SLOW}" in grading.stages
        for _ in grading.events(time.monotonic() + 1):
            pass
        children, done = grading.children(), grading.graded()
        begin = time.monotonic()
        for _ in range(presses):
            grading.interrupt()
            time.sleep(0.05)
        ended = grading.end()
        took = time.monotonic() - begin
    crowd = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert took < min(SECONDS * crowd, SLEEPS / 2), ended.said
    assert ended.code == 130
    assert "Se detuvo. Lo calificado queda" in ended.said and "Traceback" not in ended.said, ended.said
    assert children
    notebook.write_bytes(handed_in)
    with Grading(root) as grading:
        ended = grading.end()
        assert sorted([*done, *grading.graded()]) == sorted(name for name in CLASS if name != REFUSED)
    assert not wrong_with(root, condition, ended)


def _sleeping(content: bytes) -> bytes:
    notebook = json.loads(content)
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    first["source"] = f"import time\ntime.sleep({SLEEPS})"
    return json.dumps(notebook).encode()
