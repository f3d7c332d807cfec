"""The assignment's way through nbgrader's own exchange, where there is one (it does not run on Windows)."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import COURSE_ID, environment, run_nbgrader

pytestmark = [
    pytest.mark.xdist_group("classroom"),
    pytest.mark.skipif(sys.platform == "win32", reason="nbgrader's exchange does not run on Windows"),
]


def participant(home: Path, classroom: Classroom, *arguments: str) -> None:
    """Run an nbgrader command as a participant does, with nothing of the trainer's in sight."""
    home.mkdir(exist_ok=True)
    settings = {"Exchange.root": str(classroom.exchange), "CourseDirectory.course_id": COURSE_ID}
    config = "c = get_config()\n" + "".join(f"c.{name} = {value!r}\n" for name, value in settings.items())
    (home / "nbgrader_config.py").write_text(config, encoding="utf-8")
    data = str(home / ".data")
    ran = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=home,
        env=environment(JUPYTER_DATA_DIR=data, JUPYTER_CONFIG_DIR=data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_release_fetch_submit_collect(classroom: Classroom, tmp_path: Path) -> None:
    # The class was made with the assignment released; its copy finds the exchange beside it.
    assert (classroom.exchange / COURSE_ID / "outbound" / "m03" / "m03.ipynb").exists()
    home = tmp_path / "participante"
    participant(home, classroom, "fetch_assignment", "m03")
    fetched = home / "m03"
    assert sorted(path.name for path in fetched.iterdir()) == ["m03.check.json", "m03.ipynb"]
    assert (fetched / "m03.ipynb").read_bytes() == (classroom.trainer / "release/m03/m03.ipynb").read_bytes()
    answered = (fetched / "m03.ipynb").read_bytes().replace(b"e8_option = None", b"e8_option = 'c'")
    (fetched / "m03.ipynb").write_bytes(answered)
    participant(home, classroom, "submit", "m03")
    run_nbgrader(classroom, "collect", "m03")
    submitted = classroom.submitted(pwd.getpwuid(os.getuid()).pw_name, "m03")
    assert (submitted / "m03.ipynb").read_bytes() == answered
    assert (submitted / "timestamp.txt").exists()
