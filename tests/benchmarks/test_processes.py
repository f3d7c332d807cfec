"""Commands seen from outside: how long, how much memory in the whole tree, and what became of a failed one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.contest.processes import Command, Failed, run, tree

#: A process that starts another, which holds so many bytes for a while.
NESTED = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
HOLDING = "import time; held = bytearray(100_000_000); time.sleep(1.5)"


def command(*arguments: str) -> Command:
    return Command([sys.executable, "-c", *arguments], Path.cwd(), os.environ)


def test_seconds_are_those_of_the_longest() -> None:
    ran = run([command("import time; time.sleep(0.6)"), command("pass")])
    assert 0.6 <= ran.seconds < 30


def test_memory_of_a_grandchild_counts() -> None:
    ran = run([command(NESTED, HOLDING)], sampled_every=0.1)
    assert 100_000_000 < ran.peak_bytes < 400_000_000
    assert ran.memory_kind in ("PSS", "RSS")


def test_memory_is_not_looked_at_unasked() -> None:
    assert run([command("pass")]).peak_bytes == 0


def test_what_failed_is_named_with_its_words() -> None:
    with pytest.raises(Failed, match=r"ended with 3:\nno grades"):
        run([command("print('no grades', flush=True); raise SystemExit(3)")])


def test_the_tree_holds_a_process_and_its_children() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert {os.getpid(), child.pid} <= set(tree([os.getpid()]))
        assert tree([child.pid]) == [child.pid]
    finally:
        child.communicate(b"\n")
