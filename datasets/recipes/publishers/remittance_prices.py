"""``remittance_cost``: Remittance Prices Worldwide (World Bank), the mean of each corridor surveyed."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, Kind, read_csv

PUBLISHER = "World Bank, Remittance Prices Worldwide"
FILE = "rpw/rpw_corridor_average_cost_2011_2020.csv"
KOSOVO = {"KSV": "XKX"}  # this publication's code and the World Bank's own, which ``countries`` has

# Six means are zero or below: the exchange rate of the survey was worse than the one that customers got.
COST = Kind(number=True, minimum=-20, maximum=100)


def remittance_cost(sources: Path) -> pd.DataFrame:
    """Return sender, receiver, quarter and mean cost; ANT stays the Netherlands Antilles, dissolved in 2010."""
    quarter = Kind(pattern="20[0-9]{2}Q[1-4]")
    columns = {"sender_iso3": CODE, "receiver_iso3": CODE, "quarter": quarter, "avg_total_cost_pct": COST}
    table = read_csv(sources / FILE, PUBLISHER, columns)
    table = table.rename(columns={"sender_iso3": "sender", "receiver_iso3": "receiver", "avg_total_cost_pct": "cost"})
    return table.assign(receiver=table["receiver"].replace(KOSOVO))
