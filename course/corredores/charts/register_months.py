"""The months of the synthetic vacancy register as rates, and whether they lie on one curve."""

import pandas as pd

from corredores import data, indicators
from corredores.charts.corridors import NothingToShow
from corredores.language import text


def monthly_rates(country: str, occupation: str | None) -> pd.DataFrame:
    """Return vacancies, employed and job seekers of each month, summed over occupations, and the two rates (per cent).

    A month that an occupation does not give is blank: a sum without it would be another register.

    Raises
    ------
    corredores.data.UnknownName
        When the register has no such country or occupation.
    corredores.charts.corridors.NothingToShow
        When fewer than two months of each half are given.
    """
    chosen = {"country": country} | ({} if occupation is None else {"isco2": occupation})
    counted = ["vacancies", "employed", "job_seekers"]
    register = data.load("vacancy_register", **chosen)
    months = register.groupby("month")[counted].sum(min_count=register["isco2"].nunique()).astype("Int64")
    given = months.dropna().astype("int64")
    months["vacancy_rate"] = 100 * indicators.vacancy_rate(given["vacancies"], given["employed"])
    labour_force = given["job_seekers"] + given["employed"]
    months["unemployment_rate"] = indicators.unemployment_rate(given["job_seekers"], labour_force)
    months = months.reset_index()
    if min(len(half.dropna()) for half in halves(months)) < 2:
        raise NothingToShow(
            text(
                "El registro sintético da {count} meses completos de {country}: la curva necesita dos en cada mitad.",
                count=len(given),
                country=country,
            )
        )
    return months


def halves(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the first half of the months and the second."""
    middle = len(table) // 2
    return table.iloc[:middle], table.iloc[middle:]


def moved(table: pd.DataFrame) -> float:
    """Return by how many per cent u · v of the second half differs from that of the first."""
    first, second = ((half["unemployment_rate"] * half["vacancy_rate"]).mean() for half in halves(table))
    return float(100 * (second / first - 1))
