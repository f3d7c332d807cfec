"""What notebooks draw and load, tried or made once in the warm process instead of in each of its children."""

from collections.abc import Sequence
from typing import Any

#: What the third module draws and loads, whosever notebook it is.
_NINE = ["BLZ", "CRI", "DOM", "SLV", "GTM", "HTI", "HND", "MEX", "PAN"]
_TABLES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("countries", {}),
    ("stock", {"year": 2024, "sex": "total"}),
    ("stock", {"year": 2024, "origin": "URY"}),
    ("stock_vintages", {"origin": "CRI", "destination": "USA", "year": 2020, "sex": "total"}),
    ("stock_vintages", {"origin": "URY", "destination": "USA", "year": 2020, "sex": "total"}),
)


def try_course() -> None:
    """Load tables and draw pictures once, so that what they are made from lies in memory."""
    from corredores import charts, data, decimal_mark, language

    year = data.latest("stock")
    data.load("stock", year=year, sex="total")
    data.load("stock", year=year, origin="NIC")
    data.load("countries")
    data.load("stock_vintages", origin="NIC", destination="CRI")
    decimal_mark.of_country("NIC")
    for spoken in language.AVAILABLE:
        with language.use(spoken):
            data.country_name("NIC")
            language.text("")
    for picture in (
        charts.corridor_map("NIC"),
        charts.corridor_flows(["NIC", "CRI", "PAN"]),
        charts.concentration("NIC"),
        charts.womens_share("NIC"),
    ):
        picture.caption("")


def beforehand(languages: Sequence[str]) -> None:
    """Make what notebooks in these languages ask for, for every corridor that is assigned."""
    for spoken in languages:
        _pictures(spoken)
    if languages:
        _tables()


def _pictures(spoken: str) -> None:
    from corredores import decimal_mark, language
    from corredores.ahead import make_ahead
    from corredores.corridor import ORIGINS

    for origin in ORIGINS:
        mark = None if spoken == "en" else decimal_mark.of_country(origin)
        for picture, asked in (
            ("corridor_map", origin),
            ("concentration", origin),
            ("womens_share", origin),
            ("corridor_flows", _NINE),
        ):
            with language.use(spoken), decimal_mark.use(mark or decimal_mark.OF_LANGUAGE[spoken]):
                make_ahead(picture, asked)


def _tables() -> None:
    from corredores.ahead import make_ahead
    from corredores.corridor import ASSIGNABLE, ORIGINS

    for origin in ORIGINS:
        make_ahead("load", "stock", year=2024, origin=origin)
    for corridor in ASSIGNABLE:
        make_ahead("load", "stock", origin=corridor.origin, destination=corridor.destination, sex="total")
    for name, filters in _TABLES:
        make_ahead("load", name, **filters)
