"""Violations planted for the checks on migration that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change, drop

MEX_USA = {"origin": "MEX", "destination": "USA", "year": 2024}

PLANTS: dict[str, Plant] = {
    "stock.origins": drop("stock", **MEX_USA),
    "stock_vintages.UN.2024": change(
        "stock_vintages", "stock", lambda stock: stock + 1, edition="UN 2024", sex="total", **MEX_USA
    ),
    "stock_vintages.folded.2020": drop(
        "stock_vintages", edition="UN 2024", origin="SLV", destination="USA", year=2020, sex="total"
    ),
    "borders.closed": change("borders", "lon", lambda lon: lon + 1, iso3="SLV", point=0),
    "borders.jumps": change("borders", "lon", lambda lon: lon + 360, iso3="SLV", point=3),
}
