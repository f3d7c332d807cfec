"""Two small instruments to explore the corridors without writing code."""

from corredores.explorers.one_origin import destinations
from corredores.explorers.two_corridors import compare_corridors

__all__ = ["compare_corridors", "destinations"]
