"""``countries``: codes, names and regions (ISO 3166, UN M49, World Bank, CLDR)."""

from pathlib import Path

import pandas as pd
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from datasets.recipes.publishers.central_points import central_points
from datasets.recipes.source import CODE, COUNT, TEXT, Kind, read_csv

PUBLISHER = "ISO 3166, UN M49, World Bank"
COLUMNS = {
    "iso3": CODE, "iso2": Kind(pattern="[A-Z]{2}"), "m49": COUNT, "name_es": TEXT, "name_en": TEXT, "name_pt": TEXT,
    "name_fr": TEXT, "region": TEXT, "subregion": TEXT, "intermediate_region": TEXT,
    "course_region": Kind(values=("LAC", "SEA", "SSA", "OTH")), "wb_income": TEXT, "lac33": COUNT,
    "lat": Kind(number=True, minimum=-90, maximum=90), "lon": Kind(number=True, minimum=-180, maximum=180),
}  # fmt: skip

# Two places that the UN and the World Bank give figures for and ISO 3166 does not name.
OUTSIDE_ISO = (
    {"iso3": "CHI", "m49": 830, "name_es": "Islas del Canal", "name_en": "Channel Islands",
     "name_pt": "Ilhas do Canal", "name_fr": "Îles Anglo-Normandes", "region": "Europe",
     "subregion": "Northern Europe", "course_region": "OTH", "wb_income": "High income", "lac33": 0},
    {"iso3": "XKX", "iso2": "XK", "m49": 412, "name_es": "Kosovo", "name_en": "Kosovo",
     "name_pt": "Kosovo", "name_fr": "Kosovo", "region": "Europe",
     "subregion": "Southern Europe", "course_region": "OTH", "wb_income": "Upper middle income", "lac33": 0},
)  # fmt: skip

# CLDR has no number symbols of their own for these and falls back to the point of its root locale.
WITHOUT_NUMBER_SYMBOLS = frozenset({"gn", "pap"})


def countries(sources: Path) -> pd.DataFrame:
    """Return one row a country or territory; the points that the publisher leaves blank are Natural Earth's."""
    table = coded(sources)
    lon, lat = (
        table["iso3"].map({iso3: point[axis] for iso3, point in central_points(sources).items()}) for axis in (0, 1)
    )
    table["lon"], table["lat"] = table["lon"].fillna(lon.round(3)), table["lat"].fillna(lat.round(3))
    return table


def coded(sources: Path) -> pd.DataFrame:
    """Return the countries as the publisher gives them and the two outside of ISO 3166, sorted by code."""
    source = read_csv(sources / "country_ref" / "countries_multilingual.csv", PUBLISHER, COLUMNS)
    table = pd.concat([source, pd.DataFrame(list(OUTSIDE_ISO))], ignore_index=True)
    table["income"] = table["wb_income"]
    table["subregion"] = table["intermediate_region"].fillna(table["subregion"])
    table["m49"] = table["m49"].astype(int)
    table["lac33"] = table["lac33"].astype(bool)
    table["decimal_mark"] = table["iso2"].map(decimal_mark, na_action="ignore")
    columns = [
        "iso3", "iso2", "m49", "name_es", "name_en", "name_pt", "name_fr", "region", "subregion", "course_region",
        "income", "lac33", "lat", "lon", "decimal_mark",
    ]  # fmt: skip
    return table[columns].sort_values("iso3", ignore_index=True)


def decimal_mark(iso2: str) -> str | None:
    """Return the decimal mark that CLDR gives for the main official language of the territory."""
    for language in get_official_languages(iso2, regional=True, de_facto=True):
        if language in WITHOUT_NUMBER_SYMBOLS:
            continue
        try:
            locale = Locale.parse(f"{language}_{iso2}")
        except (UnknownLocaleError, ValueError):
            continue
        return str(locale.number_symbols["latn"]["decimal"])
    return None
