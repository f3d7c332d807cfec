"""Violations planted for the checks on single sources and ages that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change

CENSUS = {"origin": "VEN", "destination": "COL", "ref_date": 2018.42}

PLANTS: dict[str, Plant] = {
    "stock_by_source.sexes": change("stock_by_source", "stock", lambda stock: stock + 1, sex="male", **CENSUS),
    "stock_by_source.UNHCR": change(
        "stock_by_source", "stock", lambda stock: stock + 1, origin="VEN", destination="COL", source="UNHCR"
    ),
    "stock_by_age.groups": change("stock_by_age", "age_to", 10, destination="USA", age_from=0),
    "stock_by_age.below": change(
        "stock_by_age", "stock", lambda stock: stock + 100_000_000, destination="USA", year=2020, sex="male"
    ),
}
