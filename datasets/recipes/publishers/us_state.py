"""``visas``: non-immigrant visas that the United States issued, by nationality and class (Department of State)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, TEXT, YEAR, Kind, read_csv

PUBLISHER = "US Department of State"

# The file writes classes without their hyphen; the Department prints them with it, and so does `job_orders`.
CLASSES = {
    "E3": "E-3", "F1": "F-1", "GRANDTOTAL": "GRANDTOTAL", "H1B": "H-1B", "H1B1": "H-1B1", "H2A": "H-2A", "H2B": "H-2B",
    "H2R": "H-2R", "J1": "J-1", "L1": "L-1", "TN": "TN",
}  # fmt: skip
# Places of `countries` that the file leaves without code; groups and the stateless have none.
WITHOUT_CODE = {"Kosovo": "XKX", "Micronesia": "FSM"}


def visas(sources: Path) -> pd.DataFrame:
    """Return one row a fiscal year, nationality and class; GRANDTOTAL is every class, also those not listed."""
    path = sources / "us_niv" / "niv_issued_selected_classes_fy1997_2024.csv"
    columns = {
        "fiscal_year": YEAR, "iso3": CODE, "nationality": TEXT, "region_label": TEXT,
        "visa_class": Kind(values=tuple(CLASSES)), "issued": Kind(number=True, pattern="[0-9]{1,8}"),
    }  # fmt: skip
    table = read_csv(path, PUBLISHER, columns)
    table["iso3"] = table["iso3"].fillna(table["nationality"].map(WITHOUT_CODE))
    table["visa_class"] = table["visa_class"].map(CLASSES)
    return table
