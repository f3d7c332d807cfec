"""Findings on remittances that go over several rows or tables: sums, shares, growth, corridors."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.checks.check import Found, Tables
from datasets.recipes.checks.findings import first, rows_of


def share_apart(tables: Tables) -> Found:
    """Return the first row whose share is not received over GDP, or is given without both."""
    joined = tables["remittances"].merge(tables["economy"], on=["iso3", "year"], how="left")
    expected = 100 * joined["received"] / joined["gdp"]
    apart = (joined["received_share"] - expected).abs() > 1e-6
    apart |= joined["received_share"].isna() != expected.isna()
    return first(joined.loc[apart, ["iso3", "year", "received_share"]])


def given_in_2023(tables: Tables) -> Found:
    """Return how many of the 33 states have a share of GDP in 2023."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    rows = rows_of(tables["remittances"], {"year": 2023})
    return Found(int(rows.loc[rows["iso3"].isin(region), "received_share"].notna().sum()))


def matrix_apart(tables: Tables) -> Found:
    """Return the first sender or receiver of 2021 whose pairs are off its total by over 0.001 million dollars."""
    rows = rows_of(tables["remittances_bilateral"], {"year": 2021})
    for place, other in (("sender", "receiver"), ("receiver", "sender")):
        totals = rows[rows[other] == "WLD"].set_index(place)["remittances"]
        sums = rows[rows[other] != "WLD"].groupby(place)["remittances"].sum()
        apart = totals.index.symmetric_difference(sums.index).union(totals.index[(totals - sums).abs() > 1e-3])
        if len(apart):
            return first(rows[rows[place].isin(apart)])
    return first(rows.head(0))


def quarters_apart(tables: Tables) -> Found:
    """Return the first quarter in which a breakdown is off its total by over 10 dollars.

    Countries and Mexican states share out the three months' total; states of the US, what the country USA sends.
    """
    table = tables["remittances_mexico"]
    quarter = pd.PeriodIndex(table["month"], freq="M").asfreq("Q").astype(str)
    rows = table.assign(quarter=quarter).groupby(["breakdown", "flow", "quarter"])["remittances"]
    sums = rows.sum().unstack("breakdown")
    usa = rows_of(table.assign(quarter=quarter), {"breakdown": "country", "place": "USA"})
    sums["USA"] = usa.set_index(["flow", "quarter"])["remittances"]
    pairs = (("country", "total"), ("state", "total"), ("us_state", "USA"))
    apart = pd.concat([(sums[part] - sums[whole]).abs() > 10 for part, whole in pairs], axis="columns")
    return first(sums[apart.any(axis="columns")].reset_index())


@dataclass(frozen=True)
class Growth:
    """Growth of what Mexico received from 2022 to 2023, in per cent: in dollars, in pesos or in constant pesos."""

    pesos: bool = False  #: each month at its exchange rate
    constant: bool = False  #: each month by its consumer price index

    def __call__(self, tables: Tables) -> Found:
        """Return the growth."""
        rows = rows_of(tables["remittances_mexico"], {"flow": "received", "breakdown": "total"})
        rows = rows.merge(tables["prices_mexico"], on="month")
        amount = rows["remittances"] * (rows["exchange_rate"] if self.pesos else 1)
        years = (amount / (rows["cpi"] if self.constant else 1)).groupby(rows["month"].str[:4]).sum()
        return Found(round(100 * (float(years["2023"]) / float(years["2022"]) - 1), 2), "2022-01 – 2023-12")


def corridors(tables: Tables) -> Found:
    """Return the number of corridors surveyed."""
    return Found(len(tables["remittance_cost"].drop_duplicates(["sender", "receiver"])))


def corridors_into_region(tables: Tables) -> Found:
    """Return the number of corridors surveyed into the 33 states."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    rows = tables["remittance_cost"].drop_duplicates(["sender", "receiver"])
    return Found(int(rows["receiver"].isin(region).sum()))


def outside_codes(tables: Tables) -> Found:
    """Return the codes of ``remittance_cost`` that ``countries`` does not have."""
    found = {*tables["remittance_cost"]["sender"], *tables["remittance_cost"]["receiver"]}
    return Found(" ".join(sorted(found - set(tables["countries"]["iso3"]))))


def zero_or_below(tables: Tables) -> Found:
    """Return how many mean costs are zero or below."""
    costs = tables["remittance_cost"]
    return Found(int((costs["cost"] <= 0).sum()))
