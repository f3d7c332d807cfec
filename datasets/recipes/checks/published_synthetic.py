"""What the course asks of its invented tables, so that an exercise on them can be told right from mistaken."""

from collections.abc import Callable

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, PartAbove, first
from datasets.recipes.declaration import N_
from datasets.recipes.synthetic.vacancy_register import COUNTRIES, OCCUPATIONS, OUTWARD

REGISTER = "vacancy_register"
MAP = "Course map, M05"
UNIT = ["country", "isco2"]


def yearly(tables: Tables) -> pd.DataFrame:
    """Return a row a country and occupation.

    Columns: ``theta``, the sum of vacancies over the sum of job seekers; ``mean_of_ratios`` of the months; ``days``
    three ways (mean, median, mean weighted by hires) and how far each is from the median of the country's occupations.
    """
    register = tables[REGISTER]
    months = register.assign(
        ratio=register["vacancies"] / register["job_seekers"], filled=register["days_to_fill"] * register["hires"]
    ).groupby(UNIT)
    sums = months[["vacancies", "job_seekers", "hires", "filled"]].sum()
    days = pd.DataFrame(
        {
            "mean": months["days_to_fill"].mean(),
            "median": months["days_to_fill"].median(),
            "weighted": sums["filled"] / sums["hires"],
        }
    )
    apart = (days - days.groupby("country").transform("median")).add_prefix("apart_")
    theta = sums["vacancies"] / sums["job_seekers"]
    return pd.concat([theta.rename("theta"), months["ratio"].mean().rename("mean_of_ratios"), apart], axis="columns")


def near_one(year: pd.DataFrame) -> pd.Series:
    """Return which tightness is less than 10 per cent off 1."""
    return (year["theta"] - 1).abs() < 0.10


def near_median(year: pd.DataFrame) -> pd.Series:
    """Return where the days to fill, however summed up, are less than 3 off the median of the country's occupations."""
    return year.filter(like="apart_").abs().min(axis="columns") < 3


def ways_disagree(year: pd.DataFrame) -> pd.Series:
    """Return where the three ways of summing up the days fall on different sides of the median."""
    above = year.filter(like="apart_") > 0
    return above.any(axis="columns") != above.all(axis="columns")


def ratios_alike(year: pd.DataFrame) -> pd.Series:
    """Return where the mean of the monthly ratios is 5 per cent or less off the ratio of the yearly sums."""
    return (year["mean_of_ratios"] / year["theta"] - 1).abs() <= 0.05


def first_unit(wrong: Callable[[pd.DataFrame], pd.Series]) -> Callable[[Tables], Found]:
    """Return the finding of the first country and occupation that is ``wrong``."""

    def find(tables: Tables) -> Found:
        year = yearly(tables)
        return first(year[wrong(year)].round(3).reset_index())

    return find


def diagnoses(tables: Tables) -> pd.Series:
    """Return the diagnosis of each country and occupation: tight or loose, slow or fast."""
    year = yearly(tables)
    tight = (year["theta"] >= 1).map({True: "tight", False: "loose"})
    return tight + "-" + (year["apart_mean"] > 0).map({True: "slow", False: "fast"})


def fewest_in_a_cell(tables: Tables) -> Found:
    """Return the smallest number of occupations with one of the four diagnoses in a country."""
    cells = pd.crosstab(diagnoses(tables).index.get_level_values("country"), diagnoses(tables).to_numpy())
    return Found(int(cells.min().min()) if cells.shape[1] == 4 else 0)


def no_corridor(tables: Tables) -> Found:
    """Return the first occupation without a country that is short of it and another that has plenty."""
    found = diagnoses(tables).groupby("isco2").agg(set)
    return first(found[[not {"tight-slow", "loose-fast"} <= cells for cells in found]].reset_index())


def curve(tables: Tables) -> pd.DataFrame:
    """Return the rates in per cent, a row a country and month: ``v`` of vacancies, ``u`` of job seekers."""
    sums = tables[REGISTER].groupby(["country", "month"])[["vacancies", "job_seekers", "employed"]].sum()
    v = 100 * sums["vacancies"] / (sums["vacancies"] + sums["employed"])
    u = 100 * sums["job_seekers"] / (sums["job_seekers"] + sums["employed"])
    rates = pd.DataFrame({"v": v, "u": u, "product": v * u}).reset_index()
    return rates.assign(half=rates["month"].gt(6).map({False: 1, True: 2}))


def off_the_curve(tables: Tables) -> Found:
    """Return the first country and half year in which the product of both rates varies by more than 10 per cent."""
    halves = curve(tables).groupby(["country", "half"])["product"]
    spread = halves.max() / halves.min() - 1
    return first(spread[spread > 0.10].reset_index())


def standing_still(tables: Tables) -> Found:
    """Return the first country whose vacancy rate does not vary by half of its lowest value within each half year."""
    halves = curve(tables).groupby(["country", "half"])["v"]
    moved = halves.max() / halves.min() - 1
    return first(moved[moved < 0.5].reset_index())


def moved_outward(tables: Tables) -> Found:
    """Return the countries whose product of both rates is at least 25 per cent higher from the seventh month on."""
    means = curve(tables).pivot_table(index="country", columns="half", values="product")
    return Found(" ".join(sorted(means.index[means[2] / means[1] >= 1.25])))


def women_alike(tables: Tables) -> Found:
    """Return whether the occupations' shares of women among the employed span from under 10 to over 70 per cent."""
    sums = tables[REGISTER].groupby("isco2")[["employed_women", "employed"]].sum()
    share = sums["employed_women"] / sums["employed"]
    return Found(NONE if share.min() < 0.10 and share.max() > 0.70 else f"{share.min():.2f}–{share.max():.2f}")


def left_before_hired(tables: Tables) -> Found:
    """Return the first month in which employment grew by more than were hired."""
    register = tables[REGISTER]
    grown = register.groupby(UNIT)["employed"].diff()
    return first(register.loc[grown > register["hires"], [*UNIT, "month"]])


def real_country(tables: Tables) -> Found:
    """Return the first invented country that has the code or the name of a real one."""
    real = tables["countries"][["iso3", "iso2", "name_es", "name_en", "name_pt", "name_fr"]].stack()
    register = tables[REGISTER][["country"]]
    return first(register[register["country"].str.casefold().isin(real.astype(str).str.casefold())])


def asked(name: str, statement: str, find: Callable[[Tables], Found], expected: int | str = NONE) -> Check:
    """Return the check of a constraint of the course map."""
    return Check(f"{REGISTER}.{name}", REGISTER, statement, expected, find, MAP)


CHECKS = (
    asked("number", N_("Hay una fila por país, ocupación y mes."), Count(REGISTER), len(COUNTRIES) * 12 * 12),
    asked("occupations", N_("Hay doce ocupaciones."), Count(REGISTER, column="isco2"), len(OCCUPATIONS)),
    asked("invented", N_("Ningún país inventado lleva el nombre o el código de uno real."), real_country),
    asked("tightness", N_("La tensión anual se aparta de 1 al menos un 10 %."), first_unit(near_one)),
    asked("days", N_("Los días se apartan de la mediana del país al menos 3."), first_unit(near_median)),
    asked("ways", N_("Media, mediana y media ponderada de los días dan el mismo lado."), first_unit(ways_disagree)),
    asked("ratios", N_("La media de razones se aparta más de 5 % de la razón de sumas."), first_unit(ratios_alike)),
    asked("cells", N_("Cada país tiene al menos dos ocupaciones en cada celda de tensión y días."),
          fewest_in_a_cell, 2),
    asked("corridor", N_("Cada ocupación escasea en un país y sobra en otro."), no_corridor),
    asked("along", N_("En cada semestre los meses se mueven a lo largo de una curva de Beveridge."), off_the_curve),
    asked("moving", N_("En cada semestre la tasa de vacantes varía al menos un 50 %."), standing_still),
    asked("outward", N_("En el mes 7 la curva se desplaza hacia afuera solo en los países declarados."), moved_outward,
          " ".join(sorted(OUTWARD))),
    asked("women_seeking", N_("Las mujeres que buscan empleo no son más que todas las personas."),
          PartAbove(REGISTER, "job_seekers_women", "job_seekers")),
    asked("women_employed", N_("Las mujeres ocupadas no son más que todas las personas."),
          PartAbove(REGISTER, "employed_women", "employed")),
    asked("women_shares", N_("La proporción de mujeres difiere según la ocupación."), women_alike),
    asked("hires", N_("La ocupación nunca crece más que las contrataciones."), left_before_hired),
)  # fmt: skip
