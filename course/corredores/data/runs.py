"""A compiled file as it lies on the disk: a line of JSON, the index, and compressed runs of bytes."""

import json
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import IO, Any

import numpy as np
import pandas as pd

Numbers = np.ndarray[Any, Any]


@lru_cache(maxsize=32)
def _index(line: bytes) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(line)
    return index


# Pictures of one notebook ask for the same runs again and again. Known by its packed bytes, a run is never one of a
# file that was there before; a hundred of them hold some 5 MB.
@lru_cache(maxsize=128)
def _unpacked(run: bytes) -> bytes:
    return zlib.decompress(run)


def _texts(run: bytes) -> list[str]:
    written = run.decode("utf-8")
    return written.split("\x00") if written else []


@lru_cache(maxsize=64)
def _array_of_texts(run: bytes) -> Any:
    return pd.Series(_texts(run), dtype="str").array


class Runs:
    """A compiled file: its index, and runs of bytes read when they are asked for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.index = _index(file.readline())
        self._start = file.tell()

    def _run(self, place: Sequence[int]) -> bytes:
        self._file.seek(self._start + place[0])
        return _unpacked(self._file.read(place[1]))

    def blocks(self, column: str) -> range:
        """Return the numbers of the blocks of a column."""
        return range(len(self.index[column]["blocks"]))

    def bounds(self, column: str, block: int) -> tuple[float, float]:
        """Return the least and the greatest number of a block."""
        return tuple(self.index[column]["blocks"][block][2:])

    def block(self, column: str, block: int) -> Numbers:
        """Return the numbers of a block."""
        about = self.index[column]
        return np.frombuffer(self._run(about["blocks"][block]), dtype=about["type"])

    def values(self, column: str) -> Any:
        """Return the sorted values of a column: numbers, or texts; None where the blocks hold the numbers."""
        about = self.index[column]
        if "texts" in about:
            return _texts(self._run(about["texts"]))
        return np.frombuffer(self._run(about["values"]), dtype=about["of"]) if "values" in about else None

    def array(self, column: str, kind: str) -> Any:
        """Return the sorted values of a column as pandas holds them; to take from, and not to change."""
        about = self.index[column]
        if "texts" in about:
            return _array_of_texts(self._run(about["texts"]))
        return pd.Series(self.values(column), dtype=kind).array
