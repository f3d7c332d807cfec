"""The figures that M03's texts print, computed from the tables by plain pandas: none is copied from the text."""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from corredores import data
from corredores.corridor import ORIGINS

FOLDER = Path(__file__).parents[2] / "notebooks" / "m03-corredores"
FOUR = ["BLZ", "GTM", "HND", "MEX"]
FIVE = ["BLZ", "CRI", "GTM", "HND", "PAN"]
NINE = [*FOUR, "CRI", "DOM", "SLV", "HTI", "PAN"]

# A figure of the prose: decimals after a comma, or thousands apart, or four digits that are no year.
FIGURE = re.compile(
    r"(?<![\w,.])−?(?:\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d+,\d+|(?!19\d\d|20\d\d)\d{4,})(?![\w\u00a0]\d)"
)

QUOTED = {
    "315\u00a0328": "US State Department, H-2A visas issued in fiscal year 2024",
    "187\u00a0756": "Census of Chile 2017, persons born in Peru",
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
    "0,5": "two equal shares",
    "0,50": "two equal shares, squared and summed",
    "10\u00a0000": "HHI of percentages",
    "2,7": "8 of 12 marks in points",
    "1,234": "a number that is asked back",
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
    table = data.load("stock_vintages", edition=edition, origin=origin, destination=destination, year=2020, sex="total")
    return table["stock"].item()


def matrix(countries: list[str]) -> pd.DataFrame:
    """Origin by destination in 2024."""
    return stock(2024).unstack().reindex(index=countries, columns=countries)


def herfindahl(people: pd.Series) -> float:
    """Sum of squared shares."""
    return float(((people / people.sum()) ** 2).sum())


def folded(origin: str) -> float:
    """Per cent of an origin's emigrants of 2020 (edition 2020) in pairs that edition 2024 does not name."""
    old = data.load("stock_vintages", edition="UN 2020", origin=origin, year=2020, sex="total")
    old = old.set_index("destination")["stock"]
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


def of_the_guide() -> dict[str, str]:
    """Return the figures that only the trainer guide prints: the matrix on paper, its answers, wrong answers of e5."""
    five = matrix(FIVE)
    cells = {f"{o}→{d}": written(five.loc[o, d]) for o in FIVE for d in FIVE if pd.notna(five.loc[o, d])}
    rows, columns = five.sum(axis=1), five.sum()
    of_honduras = five.loc["HND"].dropna() / rows["HND"]
    moved = (columns - rows).abs().sum()
    pairs = stock(2024)
    region = data.load("countries").query("lac33")["iso3"]
    emigrants, destination = pairs[region], pairs.index.get_level_values("destination")
    within = emigrants[emigrants.index.get_level_values("destination").isin(region)].sum()
    to_the_usa = emigrants.xs("USA", level="destination").sum()
    return {
        **cells,
        **{f"HND to {name}": written(share, 3) for name, share in of_honduras.items()},
        "GTM in five": written(rows["GTM"]),
        "GTM→BLZ in five": written(100 * five.loc["GTM", "BLZ"] / rows["GTM"], 1),
        "HND HHI in five": written((of_honduras**2).sum(), 3),
        "HND effective in five": written(1 / (of_honduras**2).sum(), 2),
        "BLZ in five": written(columns["BLZ"]),
        "BLZ elsewhere in five": written(rows["BLZ"]),
        "BLZ balance in five": written(columns["BLZ"] - rows["BLZ"]),
        "moved in five": written(moved),
        "both ways in five": written((columns + rows).sum()),
        "effectiveness of five": written(100 * moved / (columns + rows).sum(), 1),
        "e5": written(100 * within / emigrants.sum(), 1),
        "e5, K5": written(100 * within / pairs[destination.isin(region)].sum(), 1),
        "e5, K6": written(100 * within / (within + to_the_usa), 1),
        "URY→ARG women": written(womens_share("URY", "ARG"), 1),
    }


def prose(name: str) -> str:
    """Return a text of the module without header, code cells and code words."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    if text.startswith("---"):
        text = text.split("---\n", 2)[2]
    return re.sub(r"```\{code-cell\}.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def found(name: str) -> set[str]:
    """Return the figures that stand in a text of the module."""
    return set(FIGURE.findall(prose(name)))
