"""``lmia``: positive labour market impact assessments by province, stream and occupation (ESDC Canada)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import TEXT, Kind, read_csv

PUBLISHER = "ESDC Canada, LMIA"
WHOLE = Kind(number=True, pattern="[0-9]{1,6}")
PERIOD = Kind(pattern="20[0-9]{2}(Q[1-4](-Q[1-4])?)?")


def lmia(sources: Path) -> pd.DataFrame:
    """Return one row a period, province, stream and occupation; 2016 has no stream and some rows no occupation.

    The lists printed province and stream once a block until the second quarter of 2019; the file has them filled down.
    ``row`` counts the rows of a period and province in the order of the file: nothing printed is a key.
    """
    path = sources / "canada_lmia" / "lmia_positive_2016_2023_by_province_stream_noc.csv"
    columns = {
        "quarter": PERIOD, "province": TEXT, "stream": TEXT, "noc_code": Kind(pattern="[0-9]{4}"), "occupation": TEXT,
        "employers": WHOLE, "positions": WHOLE,
    }  # fmt: skip
    table = read_csv(path, PUBLISHER, columns).rename(columns={"quarter": "period", "noc_code": "noc"})
    table["row"] = table.groupby(["period", "province"]).cumcount() + 1
    return table
