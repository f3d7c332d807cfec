"""The ILO's English names of countries, and the ISO 3166-1 alpha-3 code of each."""

from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.publishers import country_ref
from datasets.recipes.source import SourceError, line_of

# Names that the ILO writes otherwise than `countries`; every other one is looked up there.
WRITTEN_OTHERWISE = {
    "Bolivia (Plurinational State of)": "BOL",
    "Cabo Verde": "CPV",
    "Congo": "COG",
    "Congo, Democratic Republic of the": "COD",
    "Czechia": "CZE",
    "Côte d'Ivoire": "CIV",
    "Gambia": "GMB",
    "North Macedonia": "MKD",
    "Occupied Palestinian Territory": "PSE",
    "Republic of Korea": "KOR",
    "Republic of Moldova": "MDA",
    "Tanzania, United Republic of": "TZA",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "Venezuela (Bolivarian Republic of)": "VEN",
    "Viet Nam": "VNM",
}


def codes_of(names: pd.Series, sources: Path, publisher: str, path: Path) -> pd.Series:
    """Return the ISO 3166-1 alpha-3 codes of the names in a column of the file ``path``.

    Raises
    ------
    SourceError
        At the first name that is neither in ``countries`` nor in :data:`WRITTEN_OTHERWISE`: with publisher, file and
        line.
    """
    countries = country_ref.coded(sources)
    known = dict(zip(countries["name_en"], countries["iso3"], strict=True)) | WRITTEN_OTHERWISE
    unknown = ~names.isin(known)
    if unknown.any():
        place = int(unknown.to_numpy().argmax())
        raise SourceError(
            text(
                "{publisher}: en el archivo {path}, línea {line}, la columna {column} trae «{found}». Se esperaba el "
                "nombre en inglés de un país. Si es otra manera de escribirlo, anótela con su código en ilo_names.py.",
                publisher=publisher,
                path=path,
                line=line_of(path, place),
                column=names.name,
                found=names.iloc[place],
            )
        )
    return names.map(known)
