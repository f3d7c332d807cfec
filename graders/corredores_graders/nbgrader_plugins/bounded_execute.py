"""Run a submission within bounds of time and output, and keep what was answered before a kernel died."""

import json
import os
import time
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Bool, Enum, Integer, List, Unicode

from corredores.language import use
from corredores_graders.engine.fresh import can_fork
from corredores_graders.engine.front import CUT
from corredores_graders.engine.provisioner import SandboxedKernelManager
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.grading_notes import notes_of
from corredores_graders.nbgrader_plugins.trainees import language_of

#: With this value, nbgrader runs a submission in an ordinary kernel, which has its user's rights: to compare with.
KERNEL, STOCK = "CORREDORES_KERNEL", "stock"
#: What a kernel may send besides text and data; widget traffic and updates of earlier outputs are not among it.
_OUTPUTS = ("execute_result", "display_data", "stream", "error")


class BoundedExecute(Execute):  # type: ignore[misc]
    """nbgrader's Execute with limits: a broken cell costs its own exercise, or at most those below it.

    A cell that takes too long is interrupted. Where the kernel dies or cannot be interrupted, the cells below stay
    without outputs and the grading goes on.
    """

    max_cell_bytes = Integer(1_500_000, help="Outputs of one cell beyond this many bytes are dropped").tag(config=True)
    max_notebook_bytes = Integer(20_000_000, help="Outputs of a notebook beyond this many bytes are dropped").tag(
        config=True
    )
    max_seconds = Integer(240, help="The whole notebook may run for this many seconds").tag(config=True)
    shutdown_kernel = Enum(["graceful", "immediate"], default_value="immediate").tag(config=True)
    store_widget_state = Bool(False).tag(config=True)
    record_timing = Bool(False).tag(config=True)
    extra_arguments = List(Unicode(), ["--IPKernelApp.log_level=40", "--InteractiveShell.xmode=Plain"]).tag(config=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if os.environ.get(KERNEL) != STOCK and can_fork():
            kwargs.setdefault("kernel_manager_class", SandboxedKernelManager)
        super().__init__(*args, **kwargs)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run ``nb`` in place."""
        self.begin(nb, resources)
        executed: tuple[NotebookNode, dict[str, Any]] = super().preprocess(nb, resources, km)
        return executed

    def begin(self, nb: NotebookNode, resources: dict[str, Any]) -> None:
        """Set the bounds for one notebook, and the sentences in its language."""
        self._notes = notes_of(resources)
        self._deadline = time.monotonic() + self.max_seconds
        self._room = self.max_notebook_bytes
        self.begin_cell(0)
        with use(language_of(nb)):
            self._cut_sentence = text("[Aquí había más salida de la que se guarda; no se muestra.]")
            self._end_sentence = text("La ejecución terminó en esta celda y no siguió con las de abajo.")

    def begin_cell(self, place: int) -> None:
        """Set the bounds for the cell at ``place`` of the notebook."""
        self._place = place
        self._cell_room = min(self.max_cell_bytes, self._room)
        self._cut = False

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run one cell, unless the run has ended above it."""
        self.begin_cell(index)
        if self._notes.stopped:
            return cell, resources
        try:
            return super().preprocess_cell(cell, resources, index)  # type: ignore[no-any-return]
        except (DeadKernelError, CellTimeoutError) as end:
            self.end_here(cell, type(end).__name__)
        return cell, resources

    def end_here(self, cell: NotebookNode, name: str) -> None:
        """Say in ``cell`` that the run ended there, by an error called ``name``."""
        self._notes.stopped = name
        self._notes.note("ended", self._place)
        said = self._end_sentence
        cell.outputs.append(new_output("error", ename=name, evalue=said, traceback=[said]))

    def on_cell_executed(self, **kwargs: Any) -> None:
        """Note a cell that was interrupted; nbgrader's part adds the error that says so."""
        if kwargs["execute_reply"]["content"].get("ename") == self.error_on_timeout["ename"]:
            self._notes.note("slow", self._place)
        super().on_cell_executed(**kwargs)

    def timeout_func(self, cell: NotebookNode) -> int:
        """Return the seconds that ``cell`` may take; nbclient asks before each cell."""
        seconds: int = self.timeout
        return max(1, min(seconds, int(self._deadline - time.monotonic())))

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Keep one message of the kernel, or drop it: by its size, or because it would change an earlier output."""
        kind = msg["msg_type"]
        if kind.startswith("comm") or kind == "update_display_data":
            return None
        if kind == CUT:
            return self.say_cut(cell)
        if kind in _OUTPUTS:
            msg["content"].pop("transient", None)  # a display id would let a later cell rewrite this output
            if not self.has_room(msg["content"]):
                return self.say_cut(cell)
        try:
            output: NotebookNode | None = super().process_message(msg, cell, cell_index)
        except RecursionError:
            return self.say_cut(cell)
        return output

    def has_room(self, content: dict[str, Any]) -> bool:
        """Whether there is room for an output; take it up."""
        try:
            size = len(json.dumps(content, default=str))
        except RecursionError:
            return False
        if size > self._cell_room:
            return False
        self._cell_room -= size
        self._room -= size
        return True

    def say_cut(self, cell: NotebookNode) -> NotebookNode | None:
        """Say once in ``cell`` that there was more output."""
        if self._cut:
            return None
        self._cut = True
        self._notes.note("cut", self._place)
        output: NotebookNode = new_output("stream", name="stdout", text=self._cut_sentence + "\n")
        cell.outputs.append(output)
        return output
