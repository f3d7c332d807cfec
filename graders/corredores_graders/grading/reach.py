"""Reaching the gradebook's database: SQLite's locks, a server that is away, and what is said of both."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from corredores_graders.language import text

#: What fails where the database is locked or away.
UNREACHED = (OperationalError, InterfaceError)
#: The database itself waits so long for a lock; who keeps it longer has been forgotten open.
_LOCK_MILLISECONDS = 5_000


class GradebookUnreachable(Exception):
    """The gradebook did not answer for as long as was waited; the message says what to do."""


def require_gradebook(db_url: str) -> None:
    """Refuse a gradebook that is not there: opening it would make an empty one.

    Raises
    ------
    GradebookUnreachable
        With the file that is missing.
    """
    url = make_url(db_url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        raise GradebookUnreachable(
            text(
                "{file}: no existe el libro de notas. Publique la tarea, o corrija c.CourseDirectory.db_url en "
                "«nbgrader_config.py».",
                file=url.database,
            )
        )


def begin_writing(engine: Engine) -> None:
    """Let SQLite take its lock when a transaction begins: SQLAlchemy's documented way round its driver's habit.

    A transaction that read first and wants to write then would fail at once where another one writes.
    """
    if engine.dialect.name != "sqlite":
        return
    engine.dispose()

    @event.listens_for(engine, "connect")
    def wait_for_locks(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_LOCK_MILLISECONDS}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def lock_trainee(connection: Connection, trainee: str) -> None:
    """Let one grader at a time write about ``trainee``, on whatever machine it runs, until the transaction ends.

    SQLite has locked the whole gradebook. PostgreSQL is asked for a lock of its own, for there may be no row yet.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sql(f"SET LOCAL lock_timeout = '{_LOCK_MILLISECONDS}ms'"))
        connection.execute(sql("SELECT pg_advisory_xact_lock(hashtextextended(:who, 0))"), {"who": f"grade {trainee}"})


def passing(failed: DBAPIError) -> bool:
    """Whether what failed may go well a little later."""
    lasting = ("disk is full", "disk I/O error", "readonly", "no such table", "no such column", "malformed")
    return not any(word in str(failed.orig) for word in lasting)


def unreachable(failed: DBAPIError) -> str:
    """Say what failed, and what to do."""
    cause = str(failed.orig).strip().rpartition("\n")[2][:200]
    if "disk is full" in cause:
        return text(
            "No queda espacio en el disco del libro de notas. Libere espacio y repita la orden: sigue donde quedó."
        )
    return text(
        "El libro de notas no respondió ({cause}). Cierre el programa que lo tiene abierto o compruebe su servidor, y "
        "repita la orden: sigue donde quedó.",
        cause=cause,
    )
