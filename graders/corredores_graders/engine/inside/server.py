"""The warm process: loads what notebooks import, then forks a supervisor for each submission it is told of.

It never reads a submission: the connection on which one arrives is handed to the child unread.
"""

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from . import warming
from .beforehand import beforehand
from .limits import Bounds
from .supervisor import Cage, fork_supervisor


def main(arguments: Sequence[str]) -> None:
    """Serve orders from the descriptor named first; level, scratch folder and readable paths follow.

    An order comes with the two connections of a submission, or tells in which languages many will come: what they all
    draw and load is made beforehand then.
    """
    descriptor, level, scratch, *readable = arguments
    control = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET, fileno=int(descriptor))
    cage = Cage(level, readable, scratch)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, _reap)
    with _nothing_thrown_away():
        shell = warming.warm()
    control.send(b'{"ready": true}')
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 4096, 2)
        if not order:
            os._exit(0)  # nothing to take apart
        if not descriptors:
            with _nothing_thrown_away():
                beforehand(json.loads(order)["languages"])
            continue
        job, status = (socket.socket(fileno=number) for number in descriptors)
        fork_supervisor(cage, Bounds(**json.loads(order)), job, status, shell)
        job.close()
        status.close()


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Load and make what children will share; Python looks for garbage afterwards, once, and in it never again."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()
    gc.freeze()


def _reap(*_: object) -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


if __name__ == "__main__":
    main(sys.argv[1:])
