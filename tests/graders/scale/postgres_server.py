"""A PostgreSQL server of the test's own: Debian's programs, no root, a socket in a folder that nobody else enters."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

OWNER = "corredores"


def programs() -> Path | None:
    """Where Debian keeps the server's programs, the newest version; None where it is not installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    beside = shutil.which("initdb")
    if not found and beside:
        return Path(beside).parent
    return max(found, key=lambda path: int(path.parent.name), default=None)


class Server:
    """A running server."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        if os.getuid() == 0:  # it refuses to be run by root
            shutil.chown(self.folder, "postgres", "postgres")
        self._run("initdb", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync", self.data)
        with (Path(self.data) / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nfsync = off\n")
        self.start()

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def url(self, database: str) -> str:
        """Address of a database, as nbgrader takes it."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    def create(self, database: str, like: str = "template0") -> str:
        """Make a database, empty or ``like`` another one, and return its address."""
        self._run("createdb", "-h", str(self.folder), "-U", OWNER, "-T", like, database)
        return self.url(database)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it, by default as if its machine had lost power."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", how, "stop")

    def remove(self) -> None:
        """Stop it and remove what it wrote."""
        self.stop()
        shutil.rmtree(self.folder)

    def log(self) -> str:
        """What it wrote of errors."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            command = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", *command]
        with tempfile.TemporaryFile() as said:  # a pipe would stay open as long as the server
            ran = subprocess.run(
                command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False, timeout=120
            )
            said.seek(0)
            assert ran.returncode == 0, (command, said.read().decode(errors="replace"))
