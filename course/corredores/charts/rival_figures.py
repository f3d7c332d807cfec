"""Every figure that the course's tables have of one corridor, each with its source, date and definition."""

import pandas as pd

from corredores import data
from corredores.language import text

EDITIONS = ("UN 2019", "UN 2020", "UN 2024", "World Bank")
REFUGEES, ASYLUM_SEEKERS, PROTECTED = OF_UNHCR = ("refugees", "asylum_seekers", "oip")
OECD, EUROSTAT, OTHERS, CITIZENS = "OECD", "Eurostat", "others", "citizens"
BY_BIRTH = (*EDITIONS, OECD, EUROSTAT, OTHERS)
SERIES = (*BY_BIRTH, CITIZENS, *OF_UNHCR)

# What `stock_by_source` calls the populations that are not counted by country of birth.
_CONCEPTS = {
    "foreign_citizens": CITIZENS,
    "refugees": REFUGEES,
    "asylum_seekers": ASYLUM_SEEKERS,
    "other_in_need_of_protection": PROTECTED,
}
_PUBLISHERS = {"OECD": OECD, "Eurostat": EUROSTAT, "WorldBank": "World Bank"}


def names() -> dict[str, str]:
    """Return the name of each series in the current language, in the order of the legend."""
    return {
        "UN 2019": text("ONU, revisión 2019"),
        "UN 2020": text("ONU, revisión 2020"),
        "UN 2024": text("ONU, revisión 2024"),
        "World Bank": text("Banco Mundial"),
        OECD: text("OCDE"),
        EUROSTAT: text("Eurostat"),
        OTHERS: text("Censos y otras fuentes"),
        CITIZENS: text("Por nacionalidad (toda fuente)"),
        REFUGEES: text("ACNUR: personas refugiadas"),
        ASYLUM_SEEKERS: text("ACNUR: solicitantes de asilo"),
        PROTECTED: text("ACNUR: otras personas con protección"),
    }


def rival_figures(origin: str, destination: str) -> pd.DataFrame:
    """Return every figure of the corridor, both sexes together, ordered by series and date.

    Columns: ``series`` (one of :data:`SERIES`), ``source`` (the publisher's own label), ``date`` (in years, with
    fraction), ``year`` (the one that the figure speaks of), ``when`` (year and month) and ``persons``. A series that
    never counts anybody in the corridor has no row.
    """
    parts = [_editions(origin, destination), _displaced(origin, destination), _collected(origin, destination)]
    figures = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    # The collection repeats figures of the World Bank and of UNHCR, which stand in tables of their own.
    repeated = figures.duplicated(["series", "date"]) & figures["series"].isin(["World Bank", *OF_UNHCR])
    figures = figures[~repeated]
    counted = figures.groupby("series")["persons"].transform("max") > 0
    places = {series: place for place, series in enumerate(SERIES)}
    return (
        figures[counted]
        .sort_values(
            ["series", "date", "source"], key=lambda column: column.map(places) if column.name == "series" else column
        )
        .reset_index(drop=True)
    )


def furthest_apart(figures: pd.DataFrame) -> pd.DataFrame | None:
    """Return the two figures of one year that lie most persons apart, the smaller first; None where no year has two.

    Compared are those that count by country of birth; a category of UNHCR, which is a part of the migrants, only where
    it is larger than such a whole.
    """
    best, widest = None, -1.0
    for _, year in figures.groupby("year"):
        births = year[year["series"].isin(BY_BIRTH) & (year["persons"] > 0)]
        if births.empty:
            continue
        least = births.sort_values("persons", kind="stable").iloc[0]
        larger = year["series"].isin(OF_UNHCR) & (year["persons"] > least["persons"])
        rivals = pd.concat([births.drop(least.name), year[larger]])
        if len(rivals) and rivals["persons"].max() - least["persons"] > widest:
            most = rivals.sort_values("persons", kind="stable").iloc[-1]
            best, widest = pd.DataFrame([least, most]), most["persons"] - least["persons"]
    return best


def _of(name: str, origin: str, destination: str, **filters: object) -> pd.DataFrame:
    """Return the corridor's rows of a table; none where the table never names one of the two countries."""
    try:
        return data.load(name, origin=origin, destination=destination, **filters)
    except data.UnknownName:
        return data.load(name, **filters).iloc[:0]


def _editions(origin: str, destination: str) -> pd.DataFrame:
    """Read the editions: the United Nations' figures refer to the first of July, the World Bank's to the year."""
    table = _of("stock_vintages", origin, destination, sex="total")
    midyear = table["edition"] != "World Bank"
    when = table["year"].astype(str).where(~midyear, table["year"].astype(str) + "-07")
    return pd.DataFrame(
        {
            "series": table["edition"],
            "source": table["edition"],
            "date": table["year"] + midyear * 0.5,
            "year": table["year"],
            "when": when,
            "persons": table["stock"].astype(float),
        }
    )


def _displaced(origin: str, destination: str) -> pd.DataFrame:
    """Read UNHCR's figures, which refer to the end of the year: drawn at the beginning of the next."""
    table = _of("displaced", origin, destination, category=list(OF_UNHCR))
    return pd.DataFrame(
        {
            "series": table["category"],
            "source": "UNHCR",
            "date": table["year"] + 1.0,
            "year": table["year"],
            "when": table["year"].astype(str) + "-12",
            "persons": table["persons"].astype(float),
        }
    )


def _collected(origin: str, destination: str) -> pd.DataFrame:
    """Read the collection of censuses, registers and estimates; there too UNHCR's year ends at the next one's start."""
    table = _of("stock_by_source", origin, destination, sex="total")
    by_publisher = table["source"].map(_PUBLISHERS).fillna(OTHERS)
    series = table["concept"].map(_CONCEPTS).fillna(by_publisher)
    whole = table["ref_date"] % 1 == 0
    year_end = series.isin(OF_UNHCR) & whole
    year = table["ref_date"].astype(int) - year_end
    month = (table["ref_date"] % 1 * 12).astype(int) + 1
    dated = year.astype(str) + "-" + month.where(~year_end, 12).astype(str).str.zfill(2)
    return pd.DataFrame(
        {
            "series": series,
            "source": table["source"],
            "date": table["ref_date"],
            "year": year,
            "when": dated.where(~whole | year_end, year.astype(str)),
            "persons": table["stock"].astype(float),
        }
    )
