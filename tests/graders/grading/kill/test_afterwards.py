"""What comes after grading is as if nobody had disturbed it: the pages of feedback, and the exported marks."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.graders.grading.kill.classes import Condition
from tests.graders.grading.kill.disturbed import Grading, undisturbed


def test_feedback_and_export_are_those_of_an_undisturbed_class(
    classes: Mapping[str, Condition], tmp_path: Path
) -> None:
    condition = classes["again"]
    disturbed, calm = tmp_path / "disturbed" / "aula", tmp_path / "calm" / "aula"
    shutil.copytree(condition.graded, calm, symlinks=True)
    shutil.copytree(condition.root, disturbed, symlinks=True)
    with Grading(disturbed, "--force") as grading:
        assert grading.until("commit", 4)
        grading.kill([grading.process.pid])
    undisturbed(disturbed, "--force")
    assert _afterwards(disturbed) == _afterwards(calm)


def _afterwards(root: Path) -> dict[str, str]:
    """Return the digest of each page and of the exported marks."""
    for order in (["feedback"], ["export", "--to", str(root / "notas.csv")]):
        command = [str(Path(sys.executable).with_name("corredores")), *order, "--folder", str(root)]
        subprocess.run(command, capture_output=True, check=order[0] == "export")
    made = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "docente/feedback").rglob("*.html")
    }
    assert len(made) >= 6, made.keys()
    made["notas.csv"] = (root / "notas.csv").read_bytes()
    assert b"luis-bello" in made["notas.csv"]
    return {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
