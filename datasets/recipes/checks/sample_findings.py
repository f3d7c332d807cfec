"""What the course computes from the survey sample, weighted: pay, hours and the gap between men and women."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.checks.check import Found, Tables

MEN, WOMEN = 1, 2
SCHOOLING = {7: "low", 1: "low", 2: "low", 3: "low", 4: "medium", 5: "medium", 6: "high"}
FULL_WEEK = 35


@dataclass(frozen=True)
class Persons:
    """The number of rows of the sample for which a condition on its columns holds."""

    condition: str

    def __call__(self, tables: Tables) -> Found:
        """Return the number."""
        return Found(len(tables["survey_sample"].query(self.condition)))


@dataclass(frozen=True)
class PayGap:
    """What women's pay is short of men's, (m − f)/m, in %; the median is the lower weighted one."""

    pay: str  #: ``P21``, a month's, or ``hourly``
    median: bool = False

    def __call__(self, tables: Tables) -> Found:
        """Return the gap."""
        persons = employees(tables)
        of = weighted_median if self.median else weighted_mean
        return Found(round(gap(*(of(persons[persons["CH04"] == sex], self.pay) for sex in (MEN, WOMEN))), 2))


def employees(tables: Tables) -> pd.DataFrame:
    """Return the employees who told pay and hours, with their pay an hour: P21/(PP3E_TOT·52/12)."""
    sample = tables["survey_sample"]
    told = sample.query("ESTADO == 1 and CAT_OCUP == 3 and P21 > 0 and 1 <= PP3E_TOT <= 998")
    return told.assign(hourly=told["P21"] / (told["PP3E_TOT"] * 52 / 12))


def gap(men: float, women: float) -> float:
    """Return (m − f)/m in %."""
    return (men - women) / men * 100


def weighted_mean(persons: pd.DataFrame, column: str) -> float:
    """Return the mean with the weight of pay, PONDIIO."""
    return float((persons[column] * persons["PONDIIO"]).sum() / persons["PONDIIO"].sum())


def weighted_median(persons: pd.DataFrame, column: str) -> float:
    """Return the first value at which half of the weight is reached."""
    ranked = persons.sort_values(column)
    reached = ranked["PONDIIO"].cumsum() >= ranked["PONDIIO"].sum() / 2
    return float(ranked.loc[reached, column].iloc[0])


def hours_of_women(tables: Tables) -> Found:
    """Return women's mean weekly hours per 100 of men's."""
    persons = employees(tables)
    men, women = (weighted_mean(persons[persons["CH04"] == sex], "PP3E_TOT") for sex in (MEN, WOMEN))
    return Found(round(women / men * 100, 2))


def in_groups(tables: Tables) -> pd.DataFrame:
    """Return the employees with their group: schooling and whether they work a full week."""
    persons = employees(tables)
    week = persons["PP3E_TOT"].lt(FULL_WEEK).map({True: "part", False: "full"})
    return persons.assign(group=persons["NIVEL_ED"].map(SCHOOLING) + " " + week)


def factor_weighted_gap(tables: Tables) -> Found:
    """Return the hourly gap of six groups, weighted by the share of each in all employees."""
    persons = in_groups(tables)
    total = 0.0
    for _, group in persons.groupby("group"):
        means = (weighted_mean(group[group["CH04"] == sex], "hourly") for sex in (MEN, WOMEN))
        total += gap(*means) * group["PONDIIO"].sum() / persons["PONDIIO"].sum()
    return Found(round(total, 2))


def smallest_group(tables: Tables) -> Found:
    """Return how many men or women the smallest of the six groups has."""
    return Found(int(in_groups(tables).groupby(["group", "CH04"]).size().min()))


def persons_seen_twice(tables: Tables) -> Found:
    """Return how many persons were interviewed in both quarters."""
    return Found(int(tables["survey_sample"].duplicated(["CODUSU", "NRO_HOGAR", "COMPONENTE"]).sum()))
