"""What the course reads off the job orders: certified positions, pay as printed, double counting."""

import re
from dataclasses import dataclass

import pandas as pd

from datasets.recipes.checks.check import Found, Tables
from datasets.recipes.checks.findings import first, rows_of

# What a contact or the hash of a name would look like.
CONTACT = re.compile(r"@|\b[0-9a-f]{10}\b(?<![0-9]{10})|[0-9]{3}[-. )]+[0-9]{3}[-. ]+[0-9]{4}")
A_WEEKS_PAY = 100  # dollars: nobody is offered that for an hour


@dataclass(frozen=True)
class HourlyPays:
    """How many orders of an occupation print pay by the hour, or how many of those are a week's pay."""

    soc: str
    fiscal_year: int
    above: float = 0

    def __call__(self, tables: Tables) -> Found:
        """Return the number of certified orders."""
        orders = hourly(tables, self.soc, self.fiscal_year)
        return Found(int((orders["pay"] > self.above).sum()), first(orders[["case_number", "pay_rate"]]).row)


def hourly(tables: Tables, soc: str, fiscal_year: int) -> pd.DataFrame:
    """Return the certified orders of an occupation with pay by the hour, as a number."""
    orders = rows_of(tables["job_orders"], {"fiscal_year": fiscal_year, "pay_unit": "Hourly"})
    orders = orders[orders["soc_code"].str.startswith(soc, na=False) & (orders["workers_certified"] > 0)]
    return orders.assign(pay=pd.to_numeric(orders["pay_rate"]))


def median_landscaping_pay(tables: Tables) -> Found:
    """Return the median pay by the hour of the certified landscaping orders of 2019."""
    return Found(float(hourly(tables, "37-3011", 2019)["pay"].median()))


def share_of_crop_workers(tables: Tables) -> Found:
    """Return the share of 45-2092, with or without suffix, in the H-2A positions certified, SUB rows dropped, in %."""
    orders = rows_of(tables["job_orders"], {"visa": "H-2A", "primary_sub": "PRI"})
    crop = orders["soc_code"].str.startswith("45-2092", na=False)
    positions = orders["workers_certified"]
    return Found(round(float(positions[crop].sum() / positions.sum()) * 100))


def printed_dollars(tables: Tables) -> Found:
    """Return how many pays carry a dollar sign, and in which fiscal years."""
    orders = tables["job_orders"]
    dollars = orders[orders["pay_rate"].str.contains("$", regex=False, na=False)]
    return Found(f"{len(dollars)}: {', '.join(str(year) for year in sorted(dollars['fiscal_year'].unique()))}")


def certified_above_requested(tables: Tables) -> Found:
    """Return how many rows certify more than was asked for, and the first."""
    orders = tables["job_orders"]
    above = orders[orders["workers_certified"] > orders["workers_requested"]]
    return Found(len(above), first(above[["case_number", "workers_requested", "workers_certified"]]).row)


def parts_above_order(tables: Tables) -> Found:
    """Return how many H-2A orders certify more to their employers (SUB) than in all (PRI)."""
    orders = rows_of(tables["job_orders"], {"visa": "H-2A"})
    keys = ["fiscal_year", "case_number", "primary_sub"]
    wide = orders.groupby(keys)["workers_certified"].sum().unstack()
    above = wide[wide["SUB"] > wide["PRI"]]
    return Found(len(above), first(above.reset_index().rename(index=str)).row)


def contacts(tables: Tables) -> Found:
    """Return the first cell of text that looks like an e-mail, a telephone number or the hash of a name."""
    orders = tables["job_orders"]
    for column in orders.columns.difference(["case_number"]):
        if not pd.api.types.is_numeric_dtype(orders[column]):
            suspect = orders[column].str.contains(CONTACT, na=False)
            if suspect.any():
                return first(orders.loc[suspect, ["case_number", column]])
    return first(orders.head(0))
