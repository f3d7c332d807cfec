"""What a Jupyter client sees of a child: a kernel's five sockets, served by this trusted side.

The child itself has no socket; each cell goes down its pipe, and what comes back is published here.
Messages: https://jupyter-client.readthedocs.io/en/stable/messaging.html
"""

import socket
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import zmq
from ipykernel.ipkernel import IPythonKernel
from jupyter_client.session import Session

from corredores_graders.engine.child import Child
from corredores_graders.engine.inside.frames import pack
from corredores_graders.engine.job import CellRun

#: Says of the running cell that output beyond the bound was dropped; Jupyter knows no such message.
CUT = "corredores_cut"
_INFO = {
    "status": "ok",
    "protocol_version": "5.3",
    "implementation": "corredores",
    "implementation_version": "1",
    "language_info": IPythonKernel.language_info,
    "banner": "",
    "help_links": [],
}
_ANSWERS: dict[str, dict[str, Any]] = {
    "kernel_info_request": _INFO,
    "comm_info_request": {"status": "ok", "comms": {}},
    "is_complete_request": {"status": "unknown"},
    "history_request": {"status": "ok", "history": []},
    "complete_request": {"status": "ok", "matches": [], "cursor_start": 0, "cursor_end": 0, "metadata": {}},
    "inspect_request": {"status": "ok", "found": False, "data": {}, "metadata": {}},
}


class Front:
    """A kernel in a thread of this process, whose cells run in ``child``."""

    def __init__(self, child: Child, info: Mapping[str, Any]) -> None:
        self._child = child
        self._session = Session(key=info["key"], signature_scheme=info["signature_scheme"])
        self._context = zmq.Context()
        kinds = {"shell": zmq.ROUTER, "control": zmq.ROUTER, "stdin": zmq.ROUTER, "hb": zmq.REP, "iopub": zmq.PUB}
        self._sockets = {name: self._bound(kind, info, name) for name, kind in kinds.items()}
        self._wake, self._woken = socket.socketpair()
        self._count = 0
        self._stopping = False
        self._busy: tuple[list[bytes], dict[str, Any], Future[tuple[bool, CellRun]]] | None = None
        self._worker = ThreadPoolExecutor(1)
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """End the child and close the sockets."""
        self._child.kill()
        self._stopping = True
        with suppress(OSError):  # it has ended by itself
            self._wake.send(b"x")

    def interrupt(self) -> None:
        """Interrupt the cell at work."""
        self._child.interrupt()

    def _bound(self, kind: int, info: Mapping[str, Any], name: str) -> "zmq.Socket[bytes]":
        bound = self._context.socket(kind)
        bound.linger = 1000
        between = "-" if info["transport"] == "ipc" else ":"
        bound.bind(f"{info['transport']}://{info['ip']}{between}{info[f'{name}_port']}")
        return bound

    def _serve(self) -> None:
        with self._child, self._worker:  # the worker sees the child's end on the connection, then that is closed
            while not self._stopping:
                self._answer_once()
            self._child.kill()
        for bound in self._sockets.values():
            bound.close()
        self._context.term()
        self._wake.close()
        self._woken.close()

    def _answer_once(self) -> None:
        poller = zmq.Poller()
        heard = ["control", "hb"] if self._busy else ["control", "hb", "shell"]
        for name in heard:
            poller.register(self._sockets[name], zmq.POLLIN)
        poller.register(self._woken, zmq.POLLIN)
        ready = dict(poller.poll())
        if self._woken.fileno() in ready:
            self._woken.recv(64)
            if self._busy and self._busy[2].done():
                self._publish_run()
        for name in heard:
            if self._sockets[name] in ready:
                self._hear(name)

    def _hear(self, name: str) -> None:
        bound = self._sockets[name]
        if name == "hb":
            bound.send_multipart(bound.recv_multipart())
            return
        identity, message = self._session.recv(bound)
        if message is None or identity is None:
            return
        kind = message["header"]["msg_type"]
        if kind == "execute_request" and name == "shell":
            self._begin(identity, message)
            return
        self._publish("status", {"execution_state": "busy"}, message)
        if kind == "interrupt_request":
            self.interrupt()
        self._stopping = kind == "shutdown_request"
        content = {**_ANSWERS.get(kind, {"status": "ok"}), **({"restart": False} if self._stopping else {})}
        self._session.send(bound, kind.replace("_request", "_reply"), content, parent=message, ident=identity)
        self._publish("status", {"execution_state": "idle"}, message)

    def _begin(self, identity: list[bytes], message: dict[str, Any]) -> None:
        code = message["content"]["code"]
        self._count += bool(code.strip())
        self._publish("status", {"execution_state": "busy"}, message)
        self._publish("execute_input", {"code": code, "execution_count": self._count}, message)
        running = self._worker.submit(self._run, code)
        self._busy = identity, message, running
        running.add_done_callback(lambda _: self._wake.send(b"x"))

    def _run(self, code: str) -> tuple[bool, CellRun]:
        try:
            self._child.connection.sendall(pack({"run": code}))
        except OSError:
            return False, CellRun()
        before = len(self._child.reading.cells)
        there = self._child.reading.read(one_cell=True)
        cells = self._child.reading.cells
        return there, cells[-1] if len(cells) > before else CellRun()

    def _publish_run(self) -> None:
        assert self._busy
        identity, message, running = self._busy
        self._busy = None
        there, cell = running.result()
        for output in cell.messages:
            self._publish(output["msg_type"], output["content"], message)
        if cell.cut:
            self._publish(CUT, {}, message)
        if not there:  # no reply: a client finds the kernel dead
            self._stopping = True
            return
        errors = [output["content"] for output in cell.messages if output["msg_type"] == "error"]
        well = {"status": "ok", "payload": [], "user_expressions": {}}
        status = {"status": "error", **errors[-1]} if errors else well
        content = {"execution_count": self._count, **status}
        self._session.send(self._sockets["shell"], "execute_reply", content, parent=message, ident=identity)
        self._publish("status", {"execution_state": "idle"}, message)

    def _publish(self, kind: str, content: dict[str, Any], parent: dict[str, Any]) -> None:
        self._session.send(self._sockets["iopub"], kind, content, parent=parent, ident=kind.encode())
