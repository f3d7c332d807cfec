"""Nothing is decided by a clock: neither by the age of files, nor where it is set back while a class is graded."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.graders.grading.kill.classes import ANEW, REFUSED, Condition
from tests.graders.grading.kill.disturbed import Grading, undisturbed
from tests.graders.grading.kill.rounds import wrong_with

LONG_AGO, FAR_AHEAD = 946_684_800, 2_208_988_800  # 2000, 2040
#: Loaded before the C library: the wall clock goes three days back once a file is there; the steady one goes on.
SET_BACK = """
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static long back(void) { const char *file = getenv("SET_BACK"); return file && !access(file, F_OK) ? 259200 : 0; }
int clock_gettime(clockid_t clock, struct timespec *now) {
    int said = syscall(SYS_clock_gettime, clock, now);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) now->tv_sec -= back();
    return said;
}
int gettimeofday(struct timeval *now, void *zone) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec; now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}
time_t time(time_t *to) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (to) *to = exact.tv_sec;
    return exact.tv_sec;
}
"""


def written_at(folder: Path, moment: int) -> None:
    """Let every file below a folder look as if it was written at a moment."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (moment, moment), follow_symlinks=False)


def test_what_changed_is_known_whatever_the_files_say_of_their_age(
    classes: Mapping[str, Condition], tmp_path: Path
) -> None:
    condition = classes["again"]
    root = shutil.copytree(condition.root, tmp_path / "aula", symlinks=True)
    written_at(root / "docente", FAR_AHEAD)
    written_at(root / "docente" / "submitted", LONG_AGO)
    with Grading(root) as grading:
        ended = grading.end()
        assert sorted(grading.graded()) == sorted(name for name in ANEW if name != REFUSED)
    assert ended.code == 1
    written_at(root / "docente" / "submitted", FAR_AHEAD)
    written_at(root / "docente" / "autograded", LONG_AGO)
    with Grading(root) as grading:
        grading.end()
        assert not grading.graded()
    assert not wrong_with(root, condition, undisturbed(root, "--force"))


def test_a_clock_set_back_in_the_midst_changes_nothing(classes: Mapping[str, Condition], tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if not compiler:
        pytest.skip("clock set back: there is no C compiler")
    library, moved = tmp_path / "set_back.so", tmp_path / "moved"
    subprocess.run([compiler, "-shared", "-fPIC", "-xc", "-", "-o", str(library)], input=SET_BACK.encode(), check=True)
    root = shutil.copytree(classes["fresh"].root, tmp_path / "aula", symlinks=True)
    with Grading(root, LD_PRELOAD=str(library), SET_BACK=str(moved)) as grading:
        assert grading.until("judging", 3)
        moved.touch()
        assert grading.until("commit", 2)
        grading.kill([grading.process.pid])
    log = (root / "docente" / "reports" / "m03" / "grading.log").read_text(encoding="utf-8").splitlines()
    assert log[-1][:10] < log[0][:10], "the clock was not set back"
    with Grading(root, LD_PRELOAD=str(library), SET_BACK=str(moved)) as grading:
        ended = grading.end()
        assert len(grading.graded()) == 3
    assert not wrong_with(root, classes["fresh"], ended)
