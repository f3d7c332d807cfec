"""Every figure in the prose of M03 is computed here from the tables, or named with where it is quoted from."""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from corredores import data
from corredores.corridor import ORIGINS

MODULE = Path(__file__).parents[2] / "notebooks" / "m03-corredores" / "module.md"
FOUR = ["BLZ", "GTM", "HND", "MEX"]
NINE = [*FOUR, "CRI", "DOM", "SLV", "HTI", "PAN"]

# A figure of the prose: decimals after a comma, or thousands apart, or four digits that are no year.
FIGURE = re.compile(
    r"(?<![\w,.])−?(?:\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d+,\d+|(?!19\d\d|20\d\d)\d{4,})(?![\w\u00a0]\d)"
)

QUOTED = {
    "315\u00a0328": "US State Department, H-2A visas issued in fiscal year 2024",
    "31\u00a0783": "Census of Colombia 2018, persons born in Venezuela, refugees left out",
    "1\u00a0234\u00a0567": "how numbers are written here",
    "34,5": "how numbers are written here",
    "0,72": "exercise 8, invented",
    "0,55": "exercise 8, invented",
    "0,9": "arithmetic of two shares",
    "0,1": "arithmetic of two shares",
    "0,81": "0.9 squared",
    "0,01": "0.1 squared",
    "0,82": "0.9 squared and 0.1 squared",
    "0,25": "four equal shares",
}


def written(number: float, decimals: int = 0) -> str:
    """Write a number as the Spanish prose does: comma, thousands apart from five digits on, a true minus sign."""
    text = f"{number:,.{decimals}f}" if abs(number) >= 10_000 else f"{number:.{decimals}f}"
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


@cache
def stock(year: int, sex: str = "total") -> pd.Series:
    """Persons by origin and destination, without the totals and the unnamed origins."""
    table = data.load("stock", year=year, sex=sex)
    return table[~table["origin"].isin(["WLD", "OTH"])].set_index(["origin", "destination"])["stock"]


def printed(origin: str, destination: str) -> float:
    """A cell of 2024 as printed, totals (WLD) and unnamed origins (OTH) included."""
    return data.load("stock", origin=origin, destination=destination, year=2024, sex="total")["stock"].item()


def vintage(edition: str, origin: str, destination: str) -> float:
    """A cell of 2020 as another publication gives it."""
    table = data.load("stock_vintages", edition=edition, origin=origin, destination=destination, year=2020)
    return table["stock"].item()


def matrix(countries: list[str]) -> pd.DataFrame:
    """Origin by destination in 2024."""
    return stock(2024).unstack().reindex(index=countries, columns=countries)


def herfindahl(people: pd.Series) -> float:
    """Sum of squared shares."""
    return float(((people / people.sum()) ** 2).sum())


def folded(origin: str) -> float:
    """Per cent of an origin's emigrants of 2020 (edition 2020) in pairs that edition 2024 does not name."""
    old = data.load("stock_vintages", edition="UN 2020", origin=origin, year=2020).set_index("destination")["stock"]
    return float(100 * old[~old.index.isin(stock(2020)[origin].index)].sum() / old.sum())


def womens_share(origin: str, destination: str) -> float:
    """Women among the people of a corridor in 2024, in per cent."""
    return float(100 * stock(2024, "female")[origin, destination] / stock(2024)[origin, destination])


def computed() -> dict[str, str]:
    """Return the figures of the prose, each with what it is."""
    pairs, four, nine = stock(2024), matrix(FOUR), matrix(NINE)
    uruguay = pairs["URY"]
    share = 100 * uruguay / uruguay.sum()
    trial = pd.concat([uruguay, pd.Series({"USA": vintage("UN 2020", "URY", "USA")})])
    with_usa = 100 * trial / trial.sum()
    balance = nine.sum() - nine.sum(axis=1)
    both_ways = (nine.sum() + nine.sum(axis=1)).sum()
    women_of_uruguay = 100 * stock(2024, "female")["URY"].sum() / uruguay.sum()
    argentina = pairs.xs("ARG", level="destination")
    figures = {
        "PRY→ESP": written(pairs["PRY", "ESP"]),
        "GTM→BLZ": written(four.loc["GTM", "BLZ"]),
        "BLZ→GTM": written(four.loc["BLZ", "GTM"]),
        "unnamed in the USA": written(printed("OTH", "USA")),
        "unnamed in the Dominican Republic": written(printed("OTH", "DOM")),
        "CRI→USA, edition 2020": written(vintage("UN 2020", "CRI", "USA")),
        "CRI→USA, World Bank": written(vintage("World Bank", "CRI", "USA")),
        "URY emigrants": written(uruguay.sum()),
        "URY→ARG": written(uruguay["ARG"]),
        "URY→ARG share": written(share["ARG"], 1),
        "URY→ESP share": written(share["ESP"], 1),
        "URY→BRA share": written(share["BRA"], 1),
        "URY CR3": written(share.nlargest(3).sum(), 1),
        "URY in Argentina's immigrants": written(100 * uruguay["ARG"] / argentina.sum(), 1),
        "URY HHI": written(herfindahl(uruguay), 3),
        "URY effective number": written(1 / herfindahl(uruguay), 2),
        "two corridors, effective number": written(1 / 0.82, 1),
        "URY→USA, edition 2020": written(vintage("UN 2020", "URY", "USA")),
        "URY→USA, World Bank": written(vintage("World Bank", "URY", "USA")),
        "trial: USA": written(with_usa["USA"], 1),
        "trial: Brazil": written(with_usa["BRA"], 1),
        "trial: HHI": written(herfindahl(trial), 3),
        "trial: CR3": written(with_usa.nlargest(3).sum(), 1),
        "SLV→GTM, rounded": written(round(pairs["SLV", "GTM"], -3)),
        "CUB→BRA, rounded": written(round(pairs["CUB", "BRA"], -3)),
        "SLV→GTM": written(pairs["SLV", "GTM"]),
        "SLV→GTM women": written(womens_share("SLV", "GTM"), 1),
        "CUB→BRA": written(pairs["CUB", "BRA"]),
        "CUB→BRA women": written(womens_share("CUB", "BRA"), 1),
        "URY→ESP women": written(womens_share("URY", "ESP"), 1),
        "URY women": written(women_of_uruguay, 1),
        "URY→ESP ratio": written(womens_share("URY", "ESP") / women_of_uruguay, 3),
        "most folded of the assignable": written(max(folded(origin) for origin in ORIGINS), 1),
        "BLZ column": written(four["BLZ"].sum()),
        "BLZ row": written(four.loc["BLZ"].sum()),
        "BLZ balance": written(four["BLZ"].sum() - four.loc["BLZ"].sum()),
        "HTI balance in nine": written(balance["HTI"]),
        "MEX balance in nine": written(balance["MEX"]),
        "effectiveness of nine": written(100 * balance.abs().sum() / both_ways, 1),
        "1 / 0.55": written(1 / 0.55, 1),
        "1 / 0.72": written(1 / 0.72, 1),
        "URY→ARG, 1990": written(stock(1990)["URY", "ARG"]),
        "URY→ARG, change": written(stock(1990)["URY", "ARG"] - uruguay["ARG"]),
        "URY→ARG in 2020, edition 2020": written(vintage("UN 2020", "URY", "ARG")),
        "URY→ARG in 2020, edition 2024": written(stock(2020)["URY", "ARG"]),
    }
    for year in (2010, 2020):
        honduras = stock(year)["HND"]
        figures[f"HND HHI {year}"] = written(herfindahl(honduras), 3)
        figures[f"HND emigrants {year}"] = written(honduras.sum())
        figures[f"HND→USA {year}"] = written(honduras["USA"])
        figures[f"HND→ESP {year}"] = written(honduras["ESP"])
    return figures


def prose() -> str:
    """Return the module without its header and code cells."""
    text = MODULE.read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.sub(r"```\{code-cell\}.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def test_every_computed_figure_stands_in_the_prose() -> None:
    found = set(FIGURE.findall(prose()))
    assert {name: figure for name, figure in computed().items() if figure not in found} == {}


def test_every_figure_of_the_prose_is_computed_or_quoted() -> None:
    assert set(FIGURE.findall(prose())) - set(computed().values()) - set(QUOTED) == set()


def test_a_wrong_figure_would_be_found() -> None:
    wrong = prose().replace("29\u00a0643", "29\u00a0634")
    assert set(FIGURE.findall(wrong)) - set(computed().values()) - set(QUOTED) == {"29\u00a0634"}


def test_small_counts_and_orders_of_the_prose() -> None:
    text, pairs = prose(), stock(2024)
    assert f"nombra {pairs.xs('USA', level='destination').size}; la edición 2020 nombraba 150" in text
    assert f"nombra {pairs['URY'].size} destinos" in text
    assert int(matrix(NINE).isna().sum().sum()) - len(NINE) == 10
    assert round(pairs["GTM", "BLZ"] / pairs["BLZ", "GTM"]) == 27
    assert pairs["URY", "LIE"] == 0
    assert pairs["URY", "SVN"] == 15
    assert round(100 * pairs["URY"].nlargest(3).sum() / pairs["URY"].sum()) == 79
    assert len(ORIGINS) == 20
    assert int(data.load("countries")["lac33"].sum()) == 33
    assert max(ORIGINS, key=folded) == "BOL"


def test_the_pairs_that_the_prose_calls_unnamed_are_unnamed() -> None:
    pairs = stock(2024)
    assert not any((origin, "USA") in pairs.index for origin in ("CRI", "CHL", "URY", "BOL"))
    assert ("BLZ", "DOM") not in pairs.index


def test_what_edition_2024_folds_lived_outside_the_region() -> None:
    countries = data.load("countries")
    region = countries[countries["lac33"]]["iso3"]
    old = data.load("stock_vintages", edition="UN 2020", year=2020)
    old = old[old["origin"].isin(region)].set_index(["origin", "destination"])["stock"]
    lost = old[~old.index.isin(stock(2020).index)].groupby("destination").sum()
    assert list(lost.nlargest(3).index) == ["USA", "GBR", "DEU"]
    assert lost[lost.index.isin(region)].sum() < 0.001 * lost.sum()
