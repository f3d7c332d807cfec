"""Pictures of corridors: each with title, unit, source line, alternative text and its table; nothing is fetched."""

from corredores.charts.dots import womens_share
from corredores.charts.flows import corridor_flows
from corredores.charts.maps import corridor_map
from corredores.charts.picture import Picture
from corredores.charts.ranking import concentration
from corredores.charts.trends import corridor_trend

__all__ = ["Picture", "concentration", "corridor_flows", "corridor_map", "corridor_trend", "womens_share"]
