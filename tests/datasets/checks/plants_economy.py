"""Violations planted for the checks on population, economy, prices and groups that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change


def half_more(value: float) -> float:
    return value * 1.5


WORLD_2024 = {"iso3": "WLD", "year": 2024, "sex": "total"}

PLANTS: dict[str, Plant] = {
    "population.net_migration.sexes": change("population", "net_migration", 5.0, iso3="SLV", year=2024, sex="female"),
    "population.world": change("population", "population", lambda persons: persons - 30_000_000, **WORLD_2024),
    "population.world.twice": change("population", "population", lambda persons: persons + 1, **WORLD_2024),
    "population.region": change("population", "population", 0, iso3="MEX", year=2024, sex="total"),
    "remittances.region": change("remittances", "received", 0.0, iso3="MEX", year=2024),
    "group_totals.levels": change("group_totals", "value", half_more, group="LMC", indicator="population"),
    "group_totals.regions": change("group_totals", "value", half_more, group="SAS", indicator="population"),
    "group_totals.names": change("group_totals", "group", "XYZ"),
    "group_totals.apart": change("economy", "iso3", "LCN", iso3="SLV"),
    "economy.per_head": change("economy", "gdp_per_head", half_more, iso3="SLV", year=2024),
    "economy.MEX.exchange_rate": change("economy", "exchange_rate", half_more, iso3="MEX", year=2023),
    "prices_mexico.inflation.2021": change("prices_mexico", "cpi", half_more, month="2021-12"),
    "prices_mexico.inflation.2022": change("prices_mexico", "cpi", half_more, month="2021-12"),
    "prices_mexico.inflation.2023": change("prices_mexico", "cpi", half_more, month="2023-12"),
    "prices_mexico.inflation.2024": change("prices_mexico", "cpi", half_more, month="2024-12"),
    "prices_mexico.core.2022": change("prices_mexico", "cpi_core", half_more, month="2022-12"),
    "prices_mexico.non_core.2022": change("prices_mexico", "cpi_non_core", half_more, month="2022-12"),
}
