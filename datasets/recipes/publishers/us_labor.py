"""``job_orders``: what employers of the United States asked for under H-2A and H-2B (Department of Labor)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import TEXT, YEAR, Kind, read_csv

PUBLISHER = "US Department of Labor"
WHOLE = Kind(number=True, pattern=r"[0-9]{1,6}(\.0)?")  # counts with blanks were saved with a decimal
DATE = Kind(pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}")
COUNTS = ("workers_requested", "workers_certified", "experience_months")
WORDS = (
    "case_number", "status", "employer_state", "job_title", "soc_title", "naics", "primary_crop", "pay_rate",
    "pay_unit", "need", "education", "experience_required", "worksite_city", "worksite_state", "organization_flag",
)  # fmt: skip


def job_orders(sources: Path) -> pd.DataFrame:
    """Return the orders as printed, pay uncleaned; the hash of the employer's name is not read at all.

    An H-2A order of several employers has a row for the order (PRI) and one for each of them (SUB), under the same case
    number; ``row`` counts them in the publisher's order.
    """
    path = sources / "us_h2_job_orders" / "h2_job_orders_fy2016_2019.csv"
    columns = dict.fromkeys(WORDS, TEXT) | dict.fromkeys(COUNTS, WHOLE)
    columns |= dict.fromkeys(("decision_date", "begin_date", "end_date"), DATE)
    columns |= {
        "visa": Kind(values=("H-2A", "H-2B")),
        "naics": Kind(pattern="[0-9]{3,7}"),
        "fiscal_year": YEAR,
        "primary_sub": Kind(values=("PRI", "SUB")),
        "soc_code": Kind(pattern=r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?"),
        "hours_week": Kind(number=True, minimum=0, maximum=1000),
    }
    table = read_csv(path, PUBLISHER, columns)
    table["row"] = table.groupby(["visa", "fiscal_year", "case_number"]).cumcount() + 1
    return table.astype(dict.fromkeys(COUNTS, "Int64"))
