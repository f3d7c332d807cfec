"""A kernel provisioner: where Jupyter would start a kernel's process, a child of the warm process runs the cells.

So ``nbgrader autograde`` and formgrader's button gain the speed and the sandbox that ``corredores grade`` has.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase

from corredores_graders.engine.child import Child
from corredores_graders.engine.execute import interpreter
from corredores_graders.engine.front import Front
from corredores_graders.engine.job import Job, Limits
from corredores_graders.engine.levels import choose_level
from corredores_graders.engine.warm import WarmInterpreter
from corredores_graders.engine.working_folder import files_beside

NAME = "corredores-warm"
#: The client bounds a cell's time and output; these are the walls behind it.
_LIMITS = Limits(cell_seconds=3_600, notebook_seconds=7_200, cell_output_bytes=2_000_000, output_bytes=40_000_000)


class SandboxedKernelManager(AsyncKernelManager):
    """A kernel manager whose kernels, whatever their name, run in the sandbox."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.transport = "ipc"  # over TCP another user of the machine could listen

    @property
    def kernel_spec(self) -> KernelSpec:
        """The one specification: Python, by our provisioner."""
        by_us = {"kernel_provisioner": {"provisioner_name": NAME, "config": {}}}
        return KernelSpec(argv=[NAME], display_name="Python 3", language="python", metadata=by_us)


class WarmProvisioner(KernelProvisionerBase):
    """Starts, signals and ends the child behind a kernel."""

    _front: Front | None = None
    _folder: "tempfile.TemporaryDirectory[str] | None" = None
    level = ""
    """the sandbox in force, known once a kernel was launched"""

    @property
    def has_process(self) -> bool:
        """Whether there is a kernel, dead or alive."""
        return self._front is not None

    async def poll(self) -> int | None:
        """Return None while the kernel lives."""
        return None if self._front is not None and self._front.thread.is_alive() else 0

    async def wait(self) -> int | None:
        """Wait for its end."""
        while await self.poll() is None:
            await asyncio.sleep(0.005)
        self._front = None
        return 0

    async def send_signal(self, signum: int) -> None:
        """Interrupt the cell at work; any signal does that, 0 nothing."""
        if self._front is not None and signum:
            self._front.interrupt()

    async def kill(self, restart: bool = False) -> None:
        """End the kernel now."""
        if self._front is not None:
            self._front.stop()

    async def terminate(self, restart: bool = False) -> None:
        """End the kernel now: a child has nothing to put away."""
        await self.kill(restart)

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Choose where the kernel's sockets lie: in a folder that only this user can enter."""
        manager: Any = self.parent
        self._folder = tempfile.TemporaryDirectory(prefix="corredores-")
        if manager.transport == "ipc":
            manager.ip = str(Path(self._folder.name) / "kernel")
        manager.write_connection_file()
        self.connection_info = manager.get_connection_info()
        return await super().pre_launch(cmd=[NAME], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the child and answer for it on the kernel's sockets."""
        job = Job((), files_beside(Path(kwargs.get("cwd") or ".")), _LIMITS, live=True)
        self.level = choose_level()
        self._front = Front(await asyncio.to_thread(_child, self.level, job), dict(self.connection_info))
        return self.connection_info

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the folder of the sockets."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _child(level: str, job: Job) -> Child:
    warm = interpreter(level)
    if not isinstance(warm, WarmInterpreter):
        raise NotImplementedError("no fork on this system")
    return warm.child(job.to_bytes())
