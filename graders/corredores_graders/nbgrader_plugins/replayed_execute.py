"""Put into a notebook what was recorded when its cells ran elsewhere, as nbgrader's Execute would have."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ipykernel.ipkernel import IPythonKernel
from nbformat import NotebookNode

from corredores_graders.nbgrader_plugins.bounded_execute import BoundedExecute

if TYPE_CHECKING:
    from corredores_graders.engine.job import CellRun, Run

#: Where ``corredores grade`` leaves in nbgrader's resources what was recorded.
RUN = "corredores_run"
#: Words of the engine for an end that an endless loop causes; any other end is a kernel that died.
_TOO_LONG = ("wall", "cpu")
#: What an output keeps of a message.
_FIELDS = {
    "stream": ("name", "text"),
    "display_data": ("data", "metadata"),
    "execute_result": ("data", "metadata", "execution_count"),
    "error": ("ename", "evalue", "traceback"),
}
#: What a message of another form than a kernel's makes nbclient raise; the code inside may have written it.
_MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError)


class ReplayedExecute(BoundedExecute):
    """Execute without a kernel: every recorded message goes through nbclient's own ``process_message``."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Fill in the outputs of ``nb``, in place, from the run in ``resources``."""
        run: Run = resources[RUN]
        self.begin(nb, resources)
        self._notes.sandbox, self._notes.seconds = run.level, run.seconds
        self.nb, self.resources = nb, resources
        self.reset_execution_trackers()
        nb.metadata["language_info"] = NotebookNode(IPythonKernel.language_info)
        recorded = iter(run.cells)
        last = next((place for place, cell in enumerate(nb.cells) if cell.cell_type == "code"), None)
        for place, cell in enumerate(nb.cells):
            if cell.cell_type == "code" and (ran := next(recorded, None)) is not None and cell.source.strip():
                self._replay(cell, place, ran)
                last = place
        if run.ended and last is not None:
            self._notes.ended = run.ended
            self._place = last
            self.end_here(nb.cells[last], "CellTimeoutError" if run.ended in _TOO_LONG else "DeadKernelError")
        return nb, resources

    def _replay(self, cell: NotebookNode, place: int, ran: "CellRun") -> None:
        self.begin_cell(place)
        self.clear_before_next_output = False
        cell.outputs = []
        for message in _as_from_kernel(ran):
            try:
                self.process_message(message, cell, place)
            except _MISSHAPEN:
                continue
        self.code_cells_executed += 1
        cell.execution_count = self.code_cells_executed
        if ran.cut:
            self.say_cut(cell)
        if ran.timed_out:
            self.on_cell_executed(
                cell=cell, cell_index=place, execute_reply={"content": {**self.error_on_timeout, "status": "error"}}
            )

    def output(
        self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Append an output, as nbclient does, but for validating each one: the whole is validated when stored."""
        if self.clear_before_next_output:
            outs[:] = []
            self.clear_before_next_output = False
        kept = {name: msg["content"][name] for name in _FIELDS[msg["msg_type"]]}
        for part in kept.keys() & {"data", "metadata"}:
            kept[part] = NotebookNode(kept[part])
        output = NotebookNode(output_type=msg["msg_type"], **kept)
        outs.append(output)
        return output

    def has_room(self, content: dict[str, Any]) -> bool:
        """Let through what the engine let through: it has counted already, by the same bounds."""
        return True


def _as_from_kernel(ran: "CellRun") -> Iterator[dict[str, Any]]:
    for message in ran.messages:
        kind = message["msg_type"]
        yield {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": {}, "content": dict(message["content"])}
