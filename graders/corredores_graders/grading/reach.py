"""Reaching the gradebook's database: SQLite's locks, a server that is away, and what is said of both."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError

from corredores.command_error import CommandError
from corredores_graders.classroom.nbgrader_course import COURSE_ID
from corredores_graders.language import text

#: What fails where the database is locked or away.
UNREACHED = (OperationalError, InterfaceError)
#: The database itself waits so long for a lock; who keeps it longer has been forgotten open.
_LOCK_MILLISECONDS = 5_000

#: What SQLite and PostgreSQL say of what no waiting mends.
_LASTING = (
    *("disk is full", "disk I/O error", "readonly", "no such table", "no such column", "malformed"),
    *("authentication failed", "no password supplied", "does not exist", "permission denied"),
)


class GradebookUnreachable(Exception):
    """The gradebook did not answer for as long as was waited; the message says what to do."""


class TransactionLost(GradebookUnreachable):
    """The gradebook went away in the middle of a transaction; storing it all anew may go well."""


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


def require_own(db_url: str, course_id: str) -> None:
    """Refuse a database that another course has, or could be given: nbgrader would mix the two.

    Raises
    ------
    CommandError
        With what is to be written in the class's configuration.
    """
    url = make_url(db_url)
    if url.get_backend_name() != "sqlite" and course_id in ("", COURSE_ID):
        raise CommandError(
            text(
                "El libro de notas está en un servidor y «c.CourseDirectory.course_id» es «{course}», como en toda "
                'clase. Ponga en «nbgrader_config.py» un nombre de esta clase, por ejemplo "corredores-2026-quito".',
                course=course_id,
            )
        )
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            there = inspect(connection).has_table("assignment")
            found = connection.execute(sql("SELECT DISTINCT course_id FROM assignment")) if there else ()
            others = sorted(str(row[0]) for row in found if row[0] != course_id)
    finally:
        engine.dispose()
    if others:
        raise CommandError(
            text(
                "{database} es el libro de notas de otro curso ({others}); este es «{course}». Cree una base de datos "
                "para él y póngala en c.CourseDirectory.db_url, en «nbgrader_config.py».",
                database=url.render_as_string(hide_password=True),
                others=", ".join(others),
                course=course_id,
            )
        )


def begin_writing(engine: Engine) -> None:
    """Let SQLite take its lock when a transaction begins: SQLAlchemy's documented way round its driver's habit.

    A transaction that read first and wants to write then would fail at once where another one writes.
    """
    if engine.dialect.name != "sqlite":
        return
    engine.dispose()
    _stay_with_file(engine)

    @event.listens_for(engine, "connect")
    def wait_for_locks(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_LOCK_MILLISECONDS}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _stay_with_file(engine: Engine) -> None:
    """Let SQLite make no empty gradebook where the file is away, and write to none that was put elsewhere."""
    place = engine.url.database or ""
    if not os.path.exists(place):  # it is in memory, or named by a URI
        return

    def file() -> tuple[int, int]:
        try:
            found = os.stat(place)
        except OSError as away:
            raise sqlite3.OperationalError(f"unable to open {place}") from away
        return found.st_dev, found.st_ino

    @event.listens_for(engine, "do_connect")
    def require(*_: object) -> None:
        file()

    @event.listens_for(engine, "connect")
    def note(_: object, record: Any) -> None:
        record.info["file"] = file()

    @event.listens_for(engine, "checkout")
    def check(_: object, record: Any, __: object) -> None:
        if record.info["file"] != file():
            raise DisconnectionError


def lock_trainee(connection: Connection, trainee: str) -> None:
    """Let one grader at a time write about ``trainee``, on whatever machine it runs, until the transaction ends.

    SQLite has locked the whole gradebook. PostgreSQL is asked for a lock of its own, for there may be no row yet.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sql(f"SET LOCAL lock_timeout = '{_LOCK_MILLISECONDS}ms'"))
        connection.execute(sql("SELECT pg_advisory_xact_lock(hashtextextended(:who, 0))"), {"who": f"grade {trainee}"})


def passing(failed: DBAPIError) -> bool:
    """Whether what failed may go well a little later."""
    moved = getattr(failed.orig, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED"
    return moved or not any(word in str(failed.orig) for word in _LASTING)


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
