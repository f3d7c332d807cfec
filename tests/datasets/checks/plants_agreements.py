"""Violations planted for the checks on agreements, their texts and the Convention of 1990."""

from tests.datasets.checks.planting import Plant, add, change, drop

PLANTS: dict[str, Plant] = {
    "agreements.region": add("agreements", treaty=9001, country_a="SLV", country_b="ESP"),
    "agreements.GTM.MEX": add("agreements", treaty=9001, country_a="MEX", country_b="GTM"),
    "agreements.former": change("agreements", "country_a", "SUN", treaty=1),
    "agreements.uncoded": add("agreements", treaty=9001, country_a=None, name_a="Yugoslavia", country_b="FRA"),
    "agreement_provisions.region": drop("agreement_provisions", country_b="MEX", treaty=4),
    "agreement_provisions.youth": change("agreement_provisions", "title", "Young workers", treaty=4),
    "agreement_provisions.agreement": change("agreement_provisions", "year", 1950, treaty=4),
    "agreement_provisions.duration": change("agreement_provisions", "bla_duration_years", 3, treaty=4),
    "conventions.years": change("conventions", "year", 2001, iso3="USA"),
    "conventions.in_force": drop("conventions", year=(1999, 2000)),
}
