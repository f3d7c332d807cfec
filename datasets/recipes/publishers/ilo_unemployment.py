"""The part of ``labour`` that comes from ILOSTAT: unemployment as each country measures it (SDG 8.5.2)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, PERCENT, TEXT, YEAR, Kind, read_csv

PUBLISHER = "ILO, ILOSTAT"
FILE = "ilostat/unemployment_rate_national_sdg852.csv"
SEXES = ("total", "male", "female", "other")
AGES = {"AGE_YTHADULT_YGE15": "15+", "AGE_YTHADULT_Y15-24": "15-24", "AGE_YTHADULT_YGE25": "25+"}
FLAGS = ("B", "U")
KOSOVO = {"KOS": "XKX"}  # ILOSTAT's code and the World Bank's, which ``countries`` has


def unemployment_national(sources: Path) -> pd.DataFrame:
    """Return the national unemployment rates with their flags.

    A rate that ILOSTAT holds back as unreliable (U) keeps its row, and a blank value.
    """
    columns = {
        "iso3": CODE, "year": YEAR, "sex": Kind(values=SEXES), "age": Kind(values=tuple(AGES)), "value": PERCENT,
        "flag": Kind(values=FLAGS), "source": TEXT,
    }  # fmt: skip
    table = read_csv(sources / FILE, PUBLISHER, columns)
    table = table.assign(indicator="unemployment_rate_national", unit="percent", age=table["age"].map(AGES))
    return table.assign(iso3=table["iso3"].replace(KOSOVO))
