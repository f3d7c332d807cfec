"""Violations planted for the checks on countries and their outlines that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change

PLANTS: dict[str, Plant] = {
    "countries.repeated": change("countries", "m49", 484, iso3="SLV"),
    "countries.points": change("countries", "lat", None, iso3="SLV"),
    "countries.outside": change("countries", "lat", -13.8, iso3="SLV"),
    "borders.closed": change("borders", "lon", lambda lon: lon + 1, iso3="SLV", point=0),
    "borders.jumps": change("borders", "lon", lambda lon: lon + 360, iso3="SLV", point=3),
}
