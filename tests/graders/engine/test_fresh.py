"""Where the system has no fork: fresh processes do the same, slower, and say that they have no sandbox."""

import os
import socket
import threading
import time

import pytest

from corredores_graders.engine import execute as engine
from corredores_graders.engine.fresh import VARIABLE, FreshInterpreter, can_fork
from corredores_graders.engine.job import Job, Limits, Run
from tests.graders.engine.conftest import Inside, said

pytestmark = pytest.mark.xdist_group("engine-fresh")


@pytest.fixture
def fresh() -> Inside:
    return Inside("none", FreshInterpreter())


def test_the_variable_asks_for_it_and_the_run_says_level_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    assert not can_fork()
    engine.close_all()
    run = Run.from_bytes(engine.execute(Job(("print(1 + 1)",)).to_bytes(), "none"))
    assert (run.level, run.ended, said(run.cells[0])) == ("none", "", "2\n")
    engine.close_all()
    monkeypatch.delenv(VARIABLE)
    assert can_fork()


def test_files_cells_and_faults_are_as_in_a_warm_one(fresh: Inside) -> None:
    run = fresh.run("print(open('a.txt').read())", "1 / 0", "print('sigue')", files={"a.txt": b"hola"})
    assert [said(cell) for cell in run.cells] == ["hola\n", "ZeroDivisionError: division by zero", "sigue\n"]
    assert run.ended == ""


@pytest.mark.parametrize(
    ("cell", "ended"),
    [("import os\nos._exit(0)", "exit"), ("import ctypes\nctypes.string_at(0)", "killed"), ("exit()", "exit")],
)
def test_a_process_that_goes_away_ends_the_run(fresh: Inside, cell: str, ended: str) -> None:
    run = fresh.run("print('antes')", cell, "print('nunca')")
    assert run.ended == ended
    assert said(run.cells[0]) == "antes\n"
    assert len(run.cells) == 2


def test_a_loop_is_interrupted_and_one_that_ignores_it_is_ended(fresh: Inside) -> None:
    ignore = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
    began = time.monotonic()
    run = fresh.run("while True: pass", "print('sigue')", ignore, "print('nunca')", cell_seconds=1)
    assert said(run.cells[0]).startswith("KeyboardInterrupt") and run.cells[0].timed_out
    assert said(run.cells[1]) == "sigue\n"
    assert run.ended == "wall"
    assert time.monotonic() - began < 30


def test_nothing_is_left_behind(fresh: Inside) -> None:
    before = len(os.listdir("/proc/self/fd")), threading.active_count()
    folder = said(fresh.run("import os\nprint(os.getcwd())").cells[0]).strip()
    assert not os.path.exists(folder)
    assert (len(os.listdir("/proc/self/fd")), threading.active_count()) == before


def test_a_stranger_who_connects_first_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    # Anybody on this machine may connect to the port before the process does; the word on its input tells them apart.
    create = socket.create_server

    def with_a_stranger(address: tuple[str, int]) -> socket.socket:
        server = create(address)
        threading.Thread(target=intrude, args=(server.getsockname(),)).start()
        return server

    monkeypatch.setattr(socket, "create_server", with_a_stranger)
    run = FreshInterpreter().run(Job(("print('mía')",), {}, Limits()).to_bytes())
    assert (run.ended, said(run.cells[0])) == ("", "mía\n")


def intrude(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as stranger:
        stranger.sendall(b"x" * 32)
        stranger.settimeout(30)
        assert stranger.recv(10) == b"", "it was given the job"
