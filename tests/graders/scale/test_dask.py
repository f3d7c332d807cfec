"""A class graded by workers on a scheduler: the same grades, whatever becomes of a worker; nobody else gets in."""

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from corredores.command_error import CommandError, WrongUsage
from corredores_graders.classroom.layout import Classroom
from corredores_graders.engine.courier_process import Tls
from corredores_graders.engine.distant import DistantExecutor, RunFailed, SchedulerLost
from corredores_graders.engine.execute import execute
from corredores_graders.engine.executors import open_executor
from corredores_graders.engine.inside import landlock
from corredores_graders.engine.job import Job, Run
from corredores_graders.engine.launch import LANDLOCK, NAMESPACES, NONE
from corredores_graders.engine.levels import choose_level
from corredores_graders.engine.worker_package import PARTS, write_package
from tests.graders.scale.dask_service import Service, make_certificates
from tests.graders.scale.grading import Graded, end, grade, graded_so_far, start, wait_until

pytestmark = pytest.mark.xdist_group("scale")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("dask")
    running = Service(folder, write_package(folder / "package"))
    yield running
    running.stop()


@pytest.fixture
def workers(service: Service) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Two workers of the test's own."""
    yield service.start_workers(2)
    service.stop_workers()


def test_the_grades_are_those_of_one_machine(
    service: Service, workers: list[object], classroom: Classroom, local: Graded
) -> None:
    assert {path.name for path in (service.package / "corredores_graders").iterdir()} - {"__pycache__"} == set(PARTS)
    grade(classroom, *service.options())
    apart = Graded(classroom)
    assert apart.marks() == local.marks()
    assert apart.counts() == local.counts()
    assert apart.outputs() == local.outputs()


def hinder(worker: "subprocess.Popen[bytes]") -> None:
    """Let a worker run a fifth of the time, as on a machine under load, until it ends."""
    while worker.poll() is None:
        worker.send_signal(signal.SIGSTOP)
        time.sleep(0.2)
        worker.send_signal(signal.SIGCONT)
        time.sleep(0.05)


def test_one_worker_killed_one_stopped_one_slow(service: Service, classroom: Classroom, local: Graded) -> None:
    killed, stopped, slow = service.start_workers(3)
    threading.Thread(target=hinder, args=[slow], daemon=True).start()
    running = start(classroom, *service.options())
    wait_until(lambda: graded_so_far(classroom) > 0 or running.poll() is not None)
    killed.kill()
    wait_until(lambda: graded_so_far(classroom) > 2 or running.poll() is not None)
    stopped.send_signal(signal.SIGSTOP)
    assert graded_so_far(classroom) < 9
    end(running)
    apart = Graded(classroom)
    assert apart.marks() == local.marks()
    assert apart.counts() == local.counts()
    assert once_each(classroom)
    service.stop_workers()


def once_each(classroom: Classroom) -> bool:
    """Whether the journal says of everybody, once, that the grade was stored."""
    lines = (classroom.reports("m03") / "grading.log").read_text(encoding="utf-8").splitlines()
    stored = Counter(line.split()[-1] for line in lines if line.split()[-2] == "done")
    return stored == Counter(path.name for path in (classroom.trainer / "submitted").iterdir())


def test_a_scheduler_started_anew_is_asked_again(service: Service, classroom: Classroom, local: Graded) -> None:
    service.start_workers(1)
    running = start(classroom, *service.options())
    wait_until(lambda: graded_so_far(classroom) > 0 or running.poll() is not None)
    service.scheduler.kill()
    service.scheduler.wait()
    assert graded_so_far(classroom) < 12
    service.stop_workers()
    service.start_scheduler()
    service.start_workers(1)
    end(running)
    assert Graded(classroom).marks() == local.marks()
    assert once_each(classroom)
    service.stop_workers()


def distant(service: Service, level: str = "", tls: Tls | None = None, patience: float = 60) -> DistantExecutor:
    return DistantExecutor(service.address, tls or service.tls, level or choose_level(), patience)


def test_a_client_of_another_authority_is_refused(service: Service, workers: list[object], tmp_path: Path) -> None:
    with pytest.raises(SchedulerLost, match="certificado"):
        distant(service, tls=make_certificates(tmp_path / "tls"))
    with distant(service) as executor:
        run = Run.from_bytes(executor.submit(execute, Job(("print(6 * 7)",)).to_bytes()).result(60))
    assert run.cells[0].messages[0]["content"]["text"] == "42\n"


def test_a_courier_that_is_killed_is_replaced(service: Service, workers: list[object]) -> None:
    with distant(service) as executor:
        jobs = [Job((f"import time; time.sleep(1); print({number})",)) for number in range(4)]
        running = [executor.submit(execute, job.to_bytes()) for job in jobs]
        couriers = [
            one for one in psutil.Process().children(recursive=True) if "engine.courier" in " ".join(one.cmdline())
        ]
        assert couriers
        for one in couriers:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        runs = [Run.from_bytes(future.result(120)) for future in running]
    assert [run.cells[0].messages[0]["content"]["text"] for run in runs] == [f"{number}\n" for number in range(4)]


def test_a_worker_of_another_edition_is_refused(service: Service, tmp_path: Path) -> None:
    older = write_package(tmp_path)
    with (older / "corredores_graders/engine/job.py").open("a", encoding="utf-8") as program:
        program.write("# as it was last year\n")
    service.start_workers(1, older)
    with distant(service) as executor, pytest.raises(CommandError, match="otra edición"):
        executor.submit(execute, Job(("1",)).to_bytes()).result(60)
    service.stop_workers()


def test_without_workers_nobody_waits_for_ever(service: Service) -> None:
    with pytest.raises(SchedulerLost, match="ningún trabajador"):
        distant(service, patience=3)


@pytest.mark.parametrize(
    ("address", "left_out", "said"),
    [
        ("tcp://127.0.0.1:8786", None, "--scheduler tls://servidor:puerto"),
        ("127.0.0.1:8786", None, "--scheduler tls://servidor:puerto"),
        ("tls://127.0.0.1", None, "--scheduler tls://servidor:puerto"),
        ("tls://127.0.0.1:8786", "tls_ca", "Falta --tls-ca"),
        ("tls://127.0.0.1:8786", "tls_cert", "Falta --tls-cert"),
        ("tls://127.0.0.1:8786", "tls_key", "Falta --tls-key"),
    ],
)
def test_a_scheduler_is_refused_without_tls(address: str, left_out: str | None, said: str, tmp_path: Path) -> None:
    tls = make_certificates(tmp_path / "tls")
    files = {"tls_ca": tls.authority, "tls_cert": tls.certificate, "tls_key": tls.key}
    given = {name: path for name, path in files.items() if name != left_out}
    with pytest.raises(WrongUsage, match=said), open_executor(None, address, **given):
        pass


def test_a_file_of_tls_that_is_not_there_is_named(tmp_path: Path) -> None:
    there = make_certificates(tmp_path / "tls")
    gone = tmp_path / "none.pem"
    with (
        pytest.raises(WrongUsage, match=r"none\.pem"),
        open_executor(None, "tls://127.0.0.1:8786", there.authority, there.certificate, gone),
    ):
        pass


#: What an executor's worker runs where somebody has taken it over: its result, unpickled, is code.
EVIL = """
class Result:
    def __init__(self, code):
        self.code = code

    def __reduce__(self):
        return (eval, (f"(g := {{}}, exec({self.code!r}, g), g['seen'])[2]",))

def execute(job):
    if b"evil" not in job:
        raise RuntimeError("no")
    return Result(CODE)
"""
#: Run in the process that holds Dask's client: what can it reach?
LOOK = """
import json, os
found = {{}}
for name, action in {{
    "gradebook": lambda: open({gradebook!r}, "rb").read(16),
    "class list": lambda: open({class_list!r}, "rb").read(16),
    "keys": lambda: __import__("corredores_graders.answer_keys.m03"),
    "write": lambda: open({planted!r}, "w").write("here"),
    "memory": lambda: open("/proc/{grader}/mem", "rb"),
    "signal": lambda: os.kill({grader}, 0),
}}.items():
    try:
        action()
        found[name] = "did"
    except BaseException as error:
        found[name] = type(error).__name__
seen = json.dumps(found).encode()
"""


@pytest.fixture(scope="module")
def taken_over(tmp_path_factory: pytest.TempPathFactory, collected: Classroom) -> Iterator[Service]:
    """A service whose worker does what somebody else wants."""
    folder = tmp_path_factory.mktemp("taken-over")
    code = LOOK.format(
        gradebook=str(collected.gradebook),
        class_list=str(collected.class_list),
        planted=str(folder / "planted"),
        grader=os.getpid(),
    )
    package = write_package(folder / "package")
    (package / "corredores_graders/engine/execute.py").write_text(f"CODE = {code!r}\n{EVIL}", encoding="utf-8")
    (package / "corredores_graders/engine/edition.py").write_text("edition = require_edition = str\n", encoding="utf-8")
    service = Service(folder, package)
    try:
        service.start_workers(1)
        yield service
    finally:
        service.stop()


def reached(service: Service, level: str) -> dict[str, str]:
    """What its code reached in the process that holds Dask's client."""
    with distant(service, level) as executor:
        running = executor.submit(execute, Job(("evil",)).to_bytes())
        found: dict[str, str] = json.loads(running.result(60))
        with pytest.raises(RunFailed):  # and the next one is asked as ever
            executor.submit(execute, Job(("good",)).to_bytes()).result(60)
    return found


def test_without_walls_it_would_reach_everything(taken_over: Service) -> None:
    assert set(reached(taken_over, NONE).values()) == {"did"}
    (taken_over.folder / "planted").unlink()


@pytest.mark.parametrize("level", [NAMESPACES, LANDLOCK])
def test_who_has_taken_over_a_worker_gets_no_further(level: str, taken_over: Service) -> None:
    found = reached(taken_over, choose_level(level))
    if level == LANDLOCK and landlock.version() < 6:
        del found["signal"]
    assert "did" not in found.values(), found
    assert not (taken_over.folder / "planted").exists()
