"""What single sources and the ages say, and what does not add up in them."""

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, PartsApart, first, rows_of
from datasets.recipes.checks.publications import YOUNG_MIGRANTS_2020
from datasets.recipes.declaration import N_

SAID = N_("La cifra de la fuente es la que trae la recopilación.")
COLLECTION = "kirillfandreev/migrantstock@6f8cd595"
UN_2020 = "UN DESA, International Migrant Stock 2020"
UNHCR_CONCEPTS = {
    "refugees": "refugees",
    "asylum_seekers": "asylum_seekers",
    "other_in_need_of_protection": "oip",
}


def said(origin: str, destination: str, date: float, source: str, concept: str, expected: Finding) -> Check:
    """Return the check of what one source says of a corridor, both sexes."""
    where = {
        "origin": origin, "destination": destination, "ref_date": date, "source": source, "concept": concept,
        "sex": "total",
    }  # fmt: skip
    name = f"stock_by_source.{origin}.{destination}.{date}.{source.split(' ')[0]}"
    return Check(name, "stock_by_source", SAID, expected, Figure("stock_by_source", "stock", where), source)


def sexes_apart(tables: Tables) -> Found:
    """Return the number of figures with both sexes that do not add up to their total."""
    keys = ["origin", "destination", "ref_date", "concept", "source"]
    wide = tables["stock_by_source"].pivot(index=keys, columns="sex", values="stock").dropna()
    return Found(int((wide["male"] + wide["female"] != wide["total"]).sum()))


def unlike_unhcr(tables: Tables) -> Found:
    """Return the number of UNHCR's figures at date t + 1 that differ from ``displaced`` at the end of year t."""
    collected = rows_of(tables["stock_by_source"], {"source": "UNHCR", "sex": "total"})
    collected = collected[collected["ref_date"] % 1 == 0]
    dated = collected.assign(
        year=collected["ref_date"].astype(int) - 1, category=collected["concept"].map(UNHCR_CONCEPTS)
    )
    joined = dated.merge(tables["displaced"], on=["origin", "destination", "year", "category"])
    return Found(int((joined["stock"] != joined["persons"]).sum()), f"{len(joined)}")


def ages_above_total(tables: Tables) -> Found:
    """Return the first destination, year and sex whose ages add up to more than the same revision's total."""
    keys = ["destination", "year", "sex"]
    ages = tables["stock_by_age"].groupby(keys, as_index=False)["stock"].sum()
    total = rows_of(tables["stock_vintages"], {"edition": "UN 2020", "origin": "WLD"})[[*keys, "stock"]]
    joined = ages.merge(total, on=keys, suffixes=("", "_all_ages"))
    return first(joined[joined["stock"] > joined["stock_all_ages"]].rename(index=str))


def uneven_groups(tables: Tables) -> Found:
    """Return the first row whose group is not of five ages."""
    ages = tables["stock_by_age"]
    return first(ages[ages["age_to"] - ages["age_from"] != 4])


def aged(name: str, statement: str, ages: tuple[int, ...], year: int, expected: float) -> Check:
    """Return the check of the migrants of a year in these groups of five ages, in millions."""
    find = Figure("stock_by_age", "stock", {"year": year, "sex": "total", "age_from": ages}, 1e6, 1)
    return Check(f"stock_by_age.{name}.{year}", "stock_by_age", statement, expected, find, YOUNG_MIGRANTS_2020)


CHECKS = (
    Check("stock_by_source.labels", "stock_by_source", N_("La recopilación trae 75 etiquetas de fuente."), 75,
          Count("stock_by_source", column="source"), COLLECTION),
    said("VEN", "COL", 2018.42, "Census2018 (excl. Venezuelan refugees)", "foreign_born", 31_783),
    said("VEN", "COL", 2019.0, "UNHCR", "other_in_need_of_protection", 1_171_552),
    said("MEX", "USA", 2020.0, "OECD", "foreign_born", 11_295_280),
    said("MEX", "USA", 2020.0, "WorldBank", "foreign_born", 11_416_180),
    Check("stock_by_source.sexes", "stock_by_source",
          N_("En 178 cifras con los dos sexos, mujeres y hombres no suman el total."), 178, sexes_apart, COLLECTION),
    Check("stock_by_source.UNHCR", "stock_by_source",
          N_("Las cifras del ACNUR en t+1 son las del final del año t, salvo cinco revisadas."), 5, unlike_unhcr,
          "UNHCR, Refugee Data Finder"),
    Check("stock_by_age.sexes", "stock_by_age", N_("Mujeres y hombres suman el total en cada celda."), NONE,
          PartsApart("stock_by_age", "stock", "sex", ("male", "female"), "total",
                     ("destination", "year", "age_from"))),
    Check("stock_by_age.groups", "stock_by_age", N_("Cada grupo es de cinco edades."), NONE, uneven_groups, UN_2020),
    Check("stock_by_age.below", "stock_by_age", N_("Las edades no pasan del total de la misma revisión."), NONE,
          ages_above_total, UN_2020),
    Check("stock_by_age.destinations", "stock_by_age", N_("La revisión 2020 da edades de 235 destinos."), 235,
          Count("stock_by_age", column="destination"), UN_2020),
    Check("stock_by_age.world.2020", "stock_by_age",
          N_("Personas migrantes de 0 a 74 años en 2020, en millones; la revisión cuenta 280,6 de toda edad."), 265.6,
          Figure("stock_by_age", "stock", {"year": 2020, "sex": "total"}, 1e6, 1), UN_2020),
    aged("under_20", N_("Personas migrantes menores de 20 años en 2020, en millones."), (0, 5, 10, 15), 2020, 40.9),
    aged("15_to_24", N_("Personas migrantes de 15 a 24 años en 2020, en millones."), (15, 20), 2020, 31.7),
    aged("15_to_24", N_("Personas migrantes de 15 a 24 años en 1990, en millones."), (15, 20), 1990, 22.1),
)  # fmt: skip
