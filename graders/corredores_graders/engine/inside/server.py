"""The warm process: loads what notebooks import, then forks a supervisor for each submission it is told of.

It never reads a submission: the connection on which one arrives is handed to the child unread.
"""

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Sequence

from . import warming
from .limits import Bounds
from .supervisor import Cage, fork_supervisor


def main(arguments: Sequence[str]) -> None:
    """Serve orders from the descriptor named first; level, scratch folder and readable paths follow."""
    descriptor, level, scratch, *readable = arguments
    control = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET, fileno=int(descriptor))
    cage = Cage(level, readable, scratch)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, _reap)
    shell = warming.warm()
    gc.collect()
    gc.freeze()
    control.send(b'{"ready": true}')
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 4096, 2)
        if not order:
            return
        job, status = (socket.socket(fileno=number) for number in descriptors)
        fork_supervisor(cage, Bounds(**json.loads(order)), job, status, shell)
        job.close()
        status.close()


def _reap(*_: object) -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


if __name__ == "__main__":
    main(sys.argv[1:])
