"""Violations planted for the checks on classifications that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change, drop

PLANTS: dict[str, Plant] = {
    "occupations.parents": drop("occupations", isco="921"),
    "occupations.digits": change("occupations", "level", 3, isco="9211"),
    "occupation_crosswalk.lists": drop("occupation_crosswalk", soc="45-2092", isco="6310"),
    "occupation_crosswalk.isco": change("occupation_crosswalk", "isco", "9999"),
    "occupation_crosswalk.orders": change("job_orders", "soc_code", "99-9999", fiscal_year=2019),
    "job_orders.suffixes": change("job_orders", "soc_code", "45-2092.09", soc_code="45-2092"),
    "occupation_titles.isco": change("occupation_titles", "isco", "9999"),
    "occupation_titles.units": drop("occupation_titles", isco="9211"),
}
