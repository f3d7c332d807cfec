"""``earnings_monthly``: mean monthly earnings of employees by sex and area (ILO)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers.ilo import FLAGS
from datasets.recipes.publishers.ilo_errors import with_errors_marked
from datasets.recipes.publishers.ilo_names import codes_of
from datasets.recipes.source import AMOUNT, TEXT, YEAR, Kind, read_csv

PUBLISHER = "ILO, ILOSTAT (ilostat-wage)"
SEXES = ("Total", "Male", "Female", "Other")
LOWEST_PAY = 1  # a dollar a month, at purchasing power parity: nobody lives on that
AREAS = ("National", "Rural", "Urban")


def earnings_monthly(sources: Path) -> pd.DataFrame:
    """Return one row a country, year, sex and area, in dollars of 2021 at purchasing power parity.

    The currency column says the same in every row and is checked, not kept: a row in another unit stops the build.
    """
    path = sources / "ilostat_wage" / "ilostat_wage.csv"
    columns = {
        "country": TEXT, "source": TEXT, "sex": Kind(values=SEXES), "area_type": Kind(values=AREAS),
        "currency_info": Kind(values=("Currency: 2021 PPP $",)), "year": YEAR, "earnings_ppp": AMOUNT,
        "obs_status": Kind(values=tuple(FLAGS)), "note_indicator": TEXT, "note_source": TEXT,
    }  # fmt: skip
    table = read_csv(path, PUBLISHER, columns)
    table["iso3"] = codes_of(table["country"], sources, PUBLISHER, path)
    table["sex"] = table["sex"].str.lower()
    table["area"] = table["area_type"].str.lower()
    table["flag"] = table["obs_status"].map(FLAGS)
    return with_errors_marked(table.rename(columns={"earnings_ppp": "value"}), LOWEST_PAY)
