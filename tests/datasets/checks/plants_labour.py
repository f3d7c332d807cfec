"""Violations planted for the checks on the labour market that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change, drop

SLV_2024 = {"iso3": "SLV", "age": "15+", "year": 2024}


def more(value: float) -> float:
    return value + 1


def tenth_more(value: float) -> float:
    return value * 1.1


PLANTS: dict[str, Plant] = {
    "labour.sexes": change("labour", "value", more, indicator="services_jobs", sex="total", **SLV_2024),
    "labour.shares": change("labour", "value", more, indicator="services_share", sex="female", **SLV_2024),
    "labour.jobs": change("labour", "value", tenth_more, indicator="services_jobs", sex="total", **SLV_2024),
    "labour.percent": change("labour", "value", 100.5, indicator="participation_rate", **SLV_2024),
    "labour.blank": change("labour", "value", None, indicator="participation_rate", **SLV_2024),
    "labour.withheld": change("labour", "value", None, indicator="unemployment_rate_national"),
    "labour.modelled": change("labour", "flag", "B", indicator="participation_rate", **SLV_2024),
    "labour.without.model": drop("labour", iso3="SLV"),
}
