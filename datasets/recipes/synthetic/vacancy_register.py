"""``vacancy_register``: an INVENTED register of vacancies, because the region has no open one.

Four invented countries, twelve occupations, twelve months. Each country and occupation has one of four diagnoses, so
that tightness and days to fill can be told apart; the months move along a Beveridge curve, and in two countries the
curve itself moves outward in the seventh month. Only :meth:`random.Random.random` is drawn, whose sequence Python
promises to keep, and no function whose last digit depends on the machine: the same bytes everywhere.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pandas as pd

SEED = 20261122
COUNTRIES = ("Auroria", "Brumaria", "Celidonia", "Dunaria")
OUTWARD = frozenset({"Brumaria", "Dunaria"})  #: where the Beveridge curve moves outward in the seventh month
OUTWARD_BY = 1.3  #: job seekers and vacancies alike, against the same point of the first curve

#: Job seekers against their mean, month by month; vacancies move the other way, by as much.
CYCLE = (1.38, 1.28, 1.14, 1.0, 0.86, 0.74, 0.68, 0.72, 0.84, 0.98, 1.12, 1.26)

LEVEL = {"Auroria": 900, "Brumaria": 1500, "Celidonia": 640, "Dunaria": 2100}  #: monthly pay, invented money
SIZE = {"Auroria": 1.0, "Brumaria": 2.2, "Celidonia": 0.7, "Dunaria": 3.1}
USUAL_DAYS = {"Auroria": 58, "Brumaria": 64, "Celidonia": 55, "Dunaria": 67}


class Occupation(NamedTuple):
    """What is invented of an ISCO-08 sub-major group."""

    diagnoses: str  #: a letter a country: Shortage (tight and slow), Plenty (neither), Tight only, sLow only
    employed: int
    women: float  #: share of the employed
    pay: float  #: times the country's level


OCCUPATIONS = {
    "22": Occupation("STPT", 52_000, 0.71, 2.1),
    "23": Occupation("PSTL", 96_000, 0.68, 1.6),
    "25": Occupation("TSSP", 21_000, 0.23, 2.6),
    "41": Occupation("LPST", 74_000, 0.66, 1.0),
    "51": Occupation("PTSS", 88_000, 0.57, 0.8),
    "53": Occupation("SPLS", 43_000, 0.88, 0.8),
    "71": Occupation("SLPS", 120_000, 0.04, 1.1),
    "72": Occupation("LSPP", 58_000, 0.05, 1.2),
    "75": Occupation("PPSL", 67_000, 0.44, 0.9),
    "83": Occupation("SPLP", 110_000, 0.03, 1.1),
    "91": Occupation("TLPS", 132_000, 0.79, 0.6),
    "92": Occupation("PSTP", 149_000, 0.27, 0.6),
}


def vacancy_register(_sources: Path) -> pd.DataFrame:
    """Return the invented register, one row a country, occupation and month; it reads no file.

    Columns: vacancies and job_seekers at the end of the month, those of them who are women, the employed likewise,
    hires in the month, median days to fill, mean monthly pay offered in invented money.
    """
    random = Random(SEED)
    rows = [
        {"country": country, "isco2": isco2, **month}
        for place, country in enumerate(COUNTRIES)
        for isco2, occupation in OCCUPATIONS.items()
        for month in _months(country, occupation, occupation.diagnoses[place], random)
    ]
    return pd.DataFrame(rows)


def _months(country: str, occupation: Occupation, diagnosis: str, random: Random) -> Iterator[dict[str, int]]:
    tight, slow = diagnosis in "ST", diagnosis in "SL"
    employed = occupation.employed * SIZE[country] * _between(random, 0.85, 1.15)
    tightness = _between(random, 1.15, 1.75) if tight else _between(random, 0.35, 0.86)
    vacancies = employed * (_between(random, 0.030, 0.050) if tight else _between(random, 0.012, 0.026))
    usual_days = USUAL_DAYS[country] + (_between(random, 7, 30) if slow else -_between(random, 7, 16))
    women = min(0.97, max(0.015, occupation.women + _between(random, -0.02, 0.02)))
    women_seeking = min(0.98, women * _between(random, 1.0, 1.25))
    pay = LEVEL[country] * occupation.pay * _between(random, 0.93, 1.07)
    rise = _between(random, 0.002, 0.008) if tight else _between(random, -0.001, 0.003)
    path = [slack * (OUTWARD_BY if outward(country, month) else 1) for month, slack in enumerate(CYCLE, 1)]
    opposite = [(OUTWARD_BY if outward(country, month) else 1) / slack for month, slack in enumerate(CYCLE, 1)]
    # The yearly tightness is a ratio of sums, so the sums are what is held to it.
    seeking = vacancies * sum(opposite) / tightness / sum(path)
    for month in range(1, 13):
        posted = round(vacancies * opposite[month - 1] * _between(random, 0.98, 1.02))
        sought = round(seeking * path[month - 1] * _between(random, 0.98, 1.02))
        days = round(usual_days * _between(random, 0.97, 1.03))
        # In a steady register half of the vacancies are filled in the median time: 30 ln 2 = 20.8 days' worth a month.
        hires = round(20.8 * posted / days)
        employed += hires - round(hires * _between(random, 0.85, 1.1))
        yield {
            "month": month,
            "vacancies": posted,
            "job_seekers": sought,
            "job_seekers_women": round(sought * min(0.99, women_seeking * _between(random, 0.98, 1.02))),
            "employed": round(employed),
            "employed_women": round(employed * women * _between(random, 0.995, 1.005)),
            "hires": hires,
            "days_to_fill": days,
            "wage_offer": round(pay * (1 + rise * month) * _between(random, 0.99, 1.01)),
        }


def outward(country: str, month: int) -> bool:
    """Whether the curve of the country has moved outward by that month."""
    return country in OUTWARD and month > 6


def _between(random: Random, low: float, high: float) -> float:
    return low + (high - low) * random.random()
