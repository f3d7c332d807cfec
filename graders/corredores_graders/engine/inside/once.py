"""A process for one submission, where the system cannot fork: connect back, run the cells, end."""

import os
import socket
import sys
from collections.abc import Sequence

from . import cells, warming


def main(arguments: Sequence[str]) -> None:
    """Connect to the port named first, say the word from standard input, work in the folder named next."""
    port, folder = arguments
    connection = socket.create_connection(("127.0.0.1", int(port)))
    connection.sendall(sys.stdin.buffer.read(32))
    cells.run(connection, os.path.join(folder, "cuaderno"), warming.warm(draw=False))
    connection.close()
    os._exit(0)
