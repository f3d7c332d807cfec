"""Small instruments to explore countries and corridors without writing code."""

from corredores.explorers.labour_markets import labour_markets
from corredores.explorers.one_origin import destinations
from corredores.explorers.profile import country_profile
from corredores.explorers.rival_figures import rival_sources
from corredores.explorers.two_corridors import compare_corridors

__all__ = ["compare_corridors", "country_profile", "destinations", "labour_markets", "rival_sources"]
