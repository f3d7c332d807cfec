"""Right and mistaken numbers of M03, in plain pandas from the tables; what a person gets by each step and by each slip.

Nothing of ``corredores.indicators`` is used here, so that key, model solution and library can convict one another.
"""

from functools import lru_cache
from itertools import permutations

import numpy as np
import pandas as pd

from corredores import data
from corredores.corridor import ORIGINS, Corridor

YEAR = 2024
NINE = ("BLZ", "CRI", "DOM", "SLV", "GTM", "HTI", "HND", "MEX", "PAN")


@lru_cache(maxsize=1)
def _year() -> pd.DataFrame:
    table = data.load("stock")
    return table[table["year"] == YEAR]


@lru_cache(maxsize=4)
def named(sex: str = "total") -> pd.DataFrame:
    """Corridors of 2024 with a named origin, one sex (``all``: total, men and women as three rows)."""
    table = _year()[~_year()["origin"].isin(["WLD", "OTH"])]
    return table if sex == "all" else table[table["sex"] == sex]


@lru_cache(maxsize=4)
def _by_origin(sex: str) -> dict[str, pd.DataFrame]:
    return {str(origin): rows for origin, rows in named(sex).groupby("origin")}


def _of_origin(origin: str, sex: str) -> pd.DataFrame:
    return _by_origin(sex).get(origin, named(sex).iloc[:0])


@lru_cache(maxsize=1)
def _immigrants() -> pd.Series:
    """Immigrants by destination, of whatever origin."""
    table = _year()
    return table[(table["origin"] == "WLD") & (table["sex"] == "total")].set_index("destination")["stock"]


@lru_cache(maxsize=1)
def _named_immigrants() -> pd.Series:
    """Immigrants of known origin by destination."""
    return named().groupby("destination")["stock"].sum()


@lru_cache(maxsize=256)
def emigrants(origin: str, sex: str = "total") -> pd.Series:
    """Persons born in ``origin`` by destination."""
    return _of_origin(origin, sex).set_index("destination")["stock"].astype(float)


@lru_cache(maxsize=1)
def countries() -> pd.DataFrame:
    """The table of countries by code."""
    return data.load("countries").set_index("iso3")


# E1 ------------------------------------------------------------------------------------------------------------------


def matrix_cells(cells: pd.Series) -> pd.DataFrame:
    """The 72 cells of the nine countries as a frame of one column; a cell that is not given is NaN."""
    pairs = pd.MultiIndex.from_tuples(permutations(NINE, 2), names=["origin", "destination"])
    return cells.reindex(pairs).to_frame("stock")


def nine_matrix(_: Corridor) -> pd.DataFrame:
    """Migrant stock of each pair of the nine, 2024, both sexes."""
    return matrix_cells(named().set_index(["origin", "destination"])["stock"].astype(float))


def nine_with_totals(_: Corridor) -> pd.DataFrame:
    """T1: men, women and total added."""
    return matrix_cells(named("all").groupby(["origin", "destination"])["stock"].sum().astype(float))


def nine_mean_of_sexes(_: Corridor) -> pd.DataFrame:
    """T1: what ``pivot_table`` gives by itself, the mean of men, women and total."""
    return matrix_cells(named("all").groupby(["origin", "destination"])["stock"].mean().astype(float))


def nine_transposed(_: Corridor) -> pd.DataFrame:
    """T2: origins across, destinations down."""
    return matrix_cells(
        named()
        .rename(columns={"origin": "destination", "destination": "origin"})
        .set_index(["origin", "destination"])["stock"]
    )


def nine_with_zeros(corridor: Corridor) -> pd.DataFrame:
    """D9: a cell that is not given written as zero."""
    return nine_matrix(corridor).fillna(0)


# E2, E3 --------------------------------------------------------------------------------------------------------------


def top_destinations(corridor: Corridor) -> tuple[str, ...]:
    """The destination with most persons born in the origin; several where they tie."""
    stock = emigrants(corridor.origin)
    return tuple(stock[stock == stock.max()].index)


def top_share(corridor: Corridor) -> float:
    """Share of the first destination in the named emigrants of the origin, per cent."""
    stock = emigrants(corridor.origin)
    return float(stock.max() / stock.sum() * 100)


def top_share_of_immigrants(corridor: Corridor) -> float:
    """K4: share of the origin in all immigrants of its first destination, per cent."""
    return _share_of_immigrants(corridor.origin, top_destinations(corridor)[0])


def top_share_of_named_immigrants(corridor: Corridor) -> float:
    """K4: the same, in the immigrants of known origin."""
    return _share_of_named_immigrants(corridor.origin, top_destinations(corridor)[0])


def _share_of_immigrants(origin: str, destination: str) -> float:
    return float(emigrants(origin)[destination] / _immigrants()[destination] * 100)


def _share_of_named_immigrants(origin: str, destination: str) -> float:
    return float(emigrants(origin)[destination] / _named_immigrants()[destination] * 100)


def hhi(corridor: Corridor) -> float:
    """Σ s² over the destinations of the origin, shares 0–1."""
    shares = emigrants(corridor.origin) / emigrants(corridor.origin).sum()
    return float((shares**2).sum())


def hhi_with_totals(corridor: Corridor) -> float:
    """T1: each sex and the total taken as corridors of their own."""
    stock = _of_origin(corridor.origin, "all")["stock"].astype(float)
    return float(((stock / stock.sum()) ** 2).sum())


def hhi_of_the_world(_: Corridor) -> float:
    """H3: origin not filtered, every pair of the world."""
    shares = named()["stock"] / named()["stock"].sum()
    return float((shares**2).sum())


def destinations(corridor: Corridor) -> float:
    """H4: destinations counted, none weighted."""
    return float(len(emigrants(corridor.origin)))


# E4 ------------------------------------------------------------------------------------------------------------------


def concentration_table(_: Corridor) -> pd.DataFrame:
    """CR1 and CR3 in per cent, HHI 0–1 and rank (1 = highest HHI) of the assignable origins."""
    rows = {}
    for origin in ORIGINS:
        shares = (emigrants(origin) / emigrants(origin).sum()).sort_values(ascending=False)
        rows[origin] = {"cr1": shares.iloc[0] * 100, "cr3": shares.iloc[:3].sum() * 100, "hhi": (shares**2).sum()}
    table = pd.DataFrame.from_dict(rows, orient="index")
    table["rank"] = table["hhi"].rank(ascending=False)
    return table.rename_axis("origin")


def concentration_with_totals(_: Corridor) -> pd.DataFrame:
    """T1: the total kept beside men and women, so that every share is of twice the persons."""
    rows = {}
    for origin in ORIGINS:
        table = named("all")
        stock = table.loc[table["origin"] == origin, "stock"].astype(float).sort_values(ascending=False)
        shares = stock / stock.sum()
        rows[origin] = {
            "cr1": shares.iloc[0] * 100,
            "cr3": shares.iloc[:3].sum() * 100,
            "hhi": (shares**2).sum(),
            "rank": np.nan,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("origin")


def concentration_halved(corridor: Corridor) -> pd.DataFrame:
    """T1: persons of both sexes over a denominator that adds men, women and total."""
    table = concentration_table(corridor)
    return table.assign(cr1=table["cr1"] / 2, cr3=table["cr3"] / 2, hhi=table["hhi"] / 4)


def concentration_not_squared(corridor: Corridor) -> pd.DataFrame:
    """H2: shares added without squaring, always 1."""
    return concentration_table(corridor).assign(hhi=1.0)


def concentration_of_percentages(corridor: Corridor) -> pd.DataFrame:
    """H1: per cent squared, 0–10 000."""
    table = concentration_table(corridor)
    return table.assign(hhi=table["hhi"] * 1e4)


def concentration_ranked_upwards(corridor: Corridor) -> pd.DataFrame:
    """O1: rank 1 for the lowest HHI."""
    table = concentration_table(corridor)
    return table.assign(rank=table["hhi"].rank())


def concentration_as_shares(corridor: Corridor) -> pd.DataFrame:
    """U1: CR1 and CR3 between 0 and 1."""
    table = concentration_table(corridor)
    return table.assign(cr1=table["cr1"] / 100, cr3=table["cr3"] / 100)


# E5 ------------------------------------------------------------------------------------------------------------------


def _born_in(codes: "pd.Index[str]") -> pd.DataFrame:
    return named()[named()["origin"].isin(codes)]


def _within(origins: "pd.Index[str]", destinations: "pd.Index[str]") -> float:
    born = _born_in(origins)
    return float(born.loc[born["destination"].isin(destinations), "stock"].sum())


def the_33() -> "pd.Index[str]":
    """The 33 independent states of Latin America and the Caribbean."""
    return countries().index[countries()["lac33"].astype(bool)]


def the_course_region() -> "pd.Index[str]":
    """The same with the territories of the region."""
    return countries().index[countries()["course_region"] == "LAC"]


def intraregional_share(_: Corridor) -> float:
    """Persons born in the 33 states who live in another of them, per cent of all their named emigrants."""
    return _within(the_33(), the_33()) / float(_born_in(the_33())["stock"].sum()) * 100


def share_of_regional_immigrants(_: Corridor) -> float:
    """K5: the same persons over all immigrants of the 33 states, of any origin."""
    table = _year()[(_year()["origin"] == "WLD") & (_year()["sex"] == "total")]
    return _within(the_33(), the_33()) / float(table.loc[table["destination"].isin(the_33()), "stock"].sum()) * 100


def share_of_named_regional_immigrants(_: Corridor) -> float:
    """K5: over the immigrants of a named origin."""
    table = named()
    return _within(the_33(), the_33()) / float(table.loc[table["destination"].isin(the_33()), "stock"].sum()) * 100


def share_beside_the_usa(_: Corridor) -> float:
    """K6: denominator of the region and the United States alone."""
    within = _within(the_33(), the_33())
    return within / (within + _within(the_33(), pd.Index(["USA"]))) * 100


def intraregional_share_with_territories(_: Corridor) -> float:
    """K7: territories counted as countries of the region, on both sides."""
    region = the_course_region()
    return _within(region, region) / float(_born_in(region)["stock"].sum()) * 100


def intraregional_share_into_territories(_: Corridor) -> float:
    """K7: territories counted among the destinations only."""
    return _within(the_33(), the_course_region()) / float(_born_in(the_33())["stock"].sum()) * 100


# E7 ------------------------------------------------------------------------------------------------------------------


def women(corridor: Corridor) -> float:
    """Women of the corridor, persons."""
    return float(emigrants(corridor.origin, "female")[corridor.destination])


def womens_share(corridor: Corridor) -> float:
    """Women among the persons of the corridor, per cent."""
    return women(corridor) / float(emigrants(corridor.origin)[corridor.destination]) * 100


def women_per_man(corridor: Corridor) -> float:
    """G2: women over men."""
    return women(corridor) / float(emigrants(corridor.origin, "male")[corridor.destination])


def womens_share_of_all(corridor: Corridor) -> float:
    """Women among all named emigrants of the origin, persons pooled, per cent."""
    return float(emigrants(corridor.origin, "female").sum() / emigrants(corridor.origin).sum() * 100)


def womens_ratio(corridor: Corridor) -> float:
    """Women's share of the corridor over that of all emigrants."""
    return womens_share(corridor) / womens_share_of_all(corridor)


def ratio_of_counts(corridor: Corridor) -> float:
    """G1: women of the corridor over all emigrated women, a ratio of counts."""
    return women(corridor) / float(emigrants(corridor.origin, "female").sum())


def ratio_to_mean_of_shares(corridor: Corridor) -> float:
    """G9: over the plain mean of the destinations' shares, each destination weighing the same."""
    shares = emigrants(corridor.origin, "female") / emigrants(corridor.origin) * 100
    return womens_share(corridor) / float(shares.mean())


def ratio_of_ratios(corridor: Corridor) -> float:
    """G2: women per man of the corridor over women per man of all."""
    everyone = emigrants(corridor.origin, "female").sum() / emigrants(corridor.origin, "male").sum()
    return women_per_man(corridor) / float(everyone)


def share_of_emigrants(corridor: Corridor) -> float:
    """Share of the corridor in the named emigrants of the origin, per cent."""
    stock = emigrants(corridor.origin)
    return float(stock[corridor.destination] / stock.sum() * 100)


def share_of_immigrants(corridor: Corridor) -> float:
    """K4: share of the corridor in the destination's immigrants, per cent."""
    return _share_of_immigrants(corridor.origin, corridor.destination)


def share_of_named_immigrants(corridor: Corridor) -> float:
    """K4: the same, in the immigrants of known origin."""
    return _share_of_named_immigrants(corridor.origin, corridor.destination)
