"""Names of countries from their codes, and codes from whatever name a person writes."""

import re
import unicodedata
from functools import cache

from corredores import language as languages
from corredores.data import compiled
from corredores.data.unknown import UnknownName
from corredores.language import text

NAMED_IN = ("es", "en", "pt", "fr")

# How people write them, where the official names of the four languages are longer or other.
_ALSO = {
    "USA": ("EE. UU.", "EUA", "US of A", "Estados Unidos de América", "Estados Unidos de Norteamérica", "United States",
            "États-Unis"),
    "DOM": ("Rep. Dominicana", "R. Dominicana", "Dominicana", "Dominican Rep."),
    "GBR": ("UK", "Gran Bretaña", "Great Britain", "Inglaterra", "England"),
    "NLD": ("Holanda", "Holland"),
    "KOR": ("Corea del Sur", "South Korea", "República de Corea"),
    "PRK": ("Corea del Norte", "North Korea"),
    "BOL": ("Estado Plurinacional de Bolivia", "Bolivia (Estado Plurinacional de)", "Bolivia (Plurinational State of)"),
    "VEN": (
        "República Bolivariana de Venezuela", "Venezuela (República Bolivariana de)", "Venezuela, RB",
        "Venezuela (Bolivarian Republic of)",
    ),
    "LCA": ("St. Lucia", "Sta. Lucía"),
    "KNA": ("St. Kitts and Nevis", "San Cristóbal", "Saint Kitts"),
    "VCT": ("St. Vincent and the Grenadines", "San Vicente", "Saint Vincent"),
    "ATG": ("Antigua",),
    "MAF": ("St. Martin (French part)",),
    "SAU": ("Arabia Saudí",),
    "SWZ": ("Swaziland", "Suazilandia", "Swazilandia"),
    "MKD": ("Macedonia",),
    "MMR": ("Birmania", "Burma"),
    "EGY": ("Egypt, Arab Rep.",),
    "KGZ": ("Kyrgyz Republic",),
    "SVK": ("Slovak Republic",),
    "YEM": ("Yemen, Rep.",),
    "RUS": ("Rusia", "Russia"),
    "MEX": ("Méjico",),
    "CUW": ("Curazao",),
    "TTO": ("Trinidad", "Trinidad y Tabago", "Trinidad & Tobago"),
    "ARE": ("EAU", "UAE", "Emiratos Árabes", "Emirates"),
    "VAT": ("Vaticano", "Vatican"),
    "CZE": ("Chequia", "Czechia", "República Checa"),
    "TUR": ("Turquía", "Turkey"),
    "CIV": ("Costa de Marfil", "Ivory Coast"),
    "COD": ("República Democrática del Congo", "RD Congo", "DR Congo", "RDC"),
    "COG": ("República del Congo",),
    "BHS": ("Las Bahamas", "The Bahamas"),
    "GUF": ("Guayana Francesa",),
    "SUR": ("Surinam",),
    "LAO": ("Laos",),
    "SYR": ("Siria", "Syria"),
    "IRN": ("Irán", "Iran"),
    "MDA": ("Moldavia", "Moldova"),
    "TZA": ("Tanzania",),
    "VNM": ("Vietnam", "Viet Nam"),
    "WLD": ("Mundo", "World", "Total mundial"),
    "OTH": ("Otros", "Other", "Otros orígenes"),
}  # fmt: skip

_ARTICLE = re.compile(r"^(el|la|los|las|the|le|les|o|a|os|as)\s+")


def country_name(iso3: str, language: str | None = None) -> str:
    """Return the name of a country in ``language`` ("es", "en", "pt", "fr"; by default the current one).

    Raises
    ------
    UnknownName
        When no country has the code.

    Examples
    --------
    >>> country_name("DOM", "es")
    'República Dominicana'
    """
    spoken = language or languages.current()
    if iso3 in ("WLD", "OTH"):
        with languages.use(spoken):
            return text("Mundo") if iso3 == "WLD" else text("Orígenes sin nombrar")
    names = _names(spoken if spoken in NAMED_IN else languages.SOURCE)
    if iso3 not in names:
        raise UnknownName(text("Ningún país tiene el código «{code}».", code=iso3), iso3, names, known_names())
    return names[iso3]


def country_code(written: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a country named as a person writes it, or None.

    Codes of two or three letters and names in Spanish, English, Portuguese and French are read; capitals, accents,
    dots and a leading article do not matter.

    Examples
    --------
    >>> country_code("EE. UU."), country_code("republica dominicana"), country_code("na")
    ('USA', 'DOM', 'NAM')
    """
    plain = unicodedata.normalize("NFKC", written).strip().casefold()
    for candidate in (plain, _ARTICLE.sub("", plain)):
        code = _codes().get(_key(candidate))
        if code:
            return code
    return None


def require_country(written: str) -> str:
    """Return the code as :func:`country_code` does.

    Raises
    ------
    UnknownName
        When no country is called so: with the nearest one.
    """
    code = country_code(written)
    if code is None:
        sentence = text("Ningún país se llama «{written}» ni tiene ese código.", written=written)
        raise UnknownName(sentence, written, _names(languages.SOURCE), known_names())
    return code


@cache
def listed_codes() -> frozenset[str]:
    """Return the codes of the table of countries, without those of the world and of origins that have no name."""
    return frozenset(_names(languages.SOURCE))


@cache
def known_names() -> dict[str, str]:
    """Return every name and code that :func:`country_code` reads, with its country's code."""
    return dict(_named())


def _named() -> list[tuple[str, str]]:
    table = compiled.frame("countries")
    coded = table.dropna(subset=["iso2"])
    return [
        *((name, code) for spoken in NAMED_IN for code, name in _names(spoken).items()),
        *((name, code) for code, names in _ALSO.items() for name in names),
        *zip(coded["iso2"], coded["iso3"], strict=True),
        *((code, code) for code in [*table["iso3"], "WLD", "OTH"]),
    ]


@cache
def _codes() -> dict[str, str]:
    """Return the code of each name that means one country: in Portuguese, both halves of Saint Martin share theirs."""
    meant: dict[str, set[str]] = {}
    for name, code in _named():
        meant.setdefault(_key(name), set()).add(code)
    return {key: min(codes) for key, codes in meant.items() if len(codes) == 1}


@cache
def _names(spoken: str) -> dict[str, str]:
    table = compiled.frame("countries")
    return dict(zip(table["iso3"], table[f"name_{spoken}"], strict=True))


def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())
