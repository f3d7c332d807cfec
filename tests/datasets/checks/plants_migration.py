"""Violations planted for the checks on migration that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change, drop

MEX_USA = {"origin": "MEX", "destination": "USA", "year": 2024}
IN_2020 = {"edition": "UN 2024", "year": 2020, "sex": "total"}


def one_more(figure: int) -> int:
    return figure + 1


PLANTS: dict[str, Plant] = {
    "stock.origins": drop("stock", **MEX_USA),
    "stock_vintages.UN.2024": change("stock_vintages", "stock", one_more, edition="UN 2024", sex="total", **MEX_USA),
    "stock_vintages.apart.2019": change(
        "stock_vintages", "stock", one_more, edition="UN 2019", origin="MEX", destination="USA", year=2019, sex="male"
    ),
    "stock_vintages.blank.2019": drop(
        "stock_vintages", edition="UN 2019", origin="MEX", destination="USA", year=2019, sex="male"
    ),
    "stock_vintages.origins.2020": drop(
        "stock_vintages", edition="UN 2020", origin="MEX", destination="USA", year=2020, sex="female"
    ),
    "stock_vintages.folded.2020": drop("stock_vintages", origin="SLV", destination="USA", **IN_2020),
    **{
        f"stock_vintages.folded.{origin}": drop("stock_vintages", origin=origin, **IN_2020)
        for origin in ("BHS", "BLZ", "CRI", "CHL", "URY", "BOL")
    },
    **{
        f"stock_vintages.folded.into.{destination}": drop(
            "stock_vintages", origin=origin, destination=destination, **IN_2020
        )
        for destination, origin in {"USA": "MEX", "ESP": "COL", "GBR": "JAM"}.items()
    },
    "folded_corridors.revisions": change("folded_corridors", "stock", one_more, origin="BLZ", destination="USA"),
    "folded_corridors.region": drop("folded_corridors", origin="BLZ", destination="USA"),
}
