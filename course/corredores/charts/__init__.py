"""Pictures of corridors: each with title, unit, source line, alternative text and its table; nothing is fetched."""

from corredores.charts.beveridge import beveridge_curve
from corredores.charts.costs import sending_cost
from corredores.charts.dots import womens_share
from corredores.charts.flows import corridor_flows
from corredores.charts.labour_lines import labour_markets
from corredores.charts.maps import corridor_map
from corredores.charts.picture import Picture
from corredores.charts.pyramid import age_pyramid
from corredores.charts.ranking import concentration
from corredores.charts.ranks import ranking_slope, remittance_ranks
from corredores.charts.rivals import rival_sources
from corredores.charts.small_multiples import corridor_trends
from corredores.charts.trends import corridor_trend
from corredores.charts.waterfall import shift_share_waterfall

__all__ = [
    "Picture",
    "age_pyramid",
    "beveridge_curve",
    "concentration",
    "corridor_flows",
    "corridor_map",
    "corridor_trend",
    "corridor_trends",
    "labour_markets",
    "ranking_slope",
    "remittance_ranks",
    "rival_sources",
    "sending_cost",
    "shift_share_waterfall",
    "womens_share",
]
