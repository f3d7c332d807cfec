"""``survey_sample``: 4,000 persons of Argentina's household survey (EPH), two quarters of 2016."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import TEXT, Kind, read_csv

PUBLISHER = "INDEC, EPH 2016"
WHOLE = Kind(number=True, pattern="-9|-1|[0-9]{1,7}")

# Codes that are written with letters or that name a class of a classification: text, not numbers.
CODES = ("CODUSU", "CH15_COD", "CH16_COD", "PP04B_COD", "PP04D_COD")
NUMBERS = (
    "NRO_HOGAR", "COMPONENTE", "ANO4", "TRIMESTRE", "REGION", "AGLOMERADO", "PONDERA", "CH03", "CH04", "CH06", "CH07",
    "CH12", "CH13", "CH14", "CH15", "CH16", "NIVEL_ED", "ESTADO", "CAT_OCUP", "CAT_INAC", "PP02E", "PP02H", "PP3E_TOT",
    "INTENSI", "PP04A", "PP04C", "PP05C_3", "PP07A", "PP07C", "PP07G1", "PP07G2", "PP07G3", "PP07G4", "PP07H", "PP07I",
    "P21", "PONDIIO", "P47T", "PONDII", "V5_M", "V12_M", "T_VI",
)  # fmt: skip


def survey_sample(sources: Path) -> pd.DataFrame:
    """Return the sample as published: every column, every code (-1, -9, 999), both quarters, all weights."""
    path = sources / "microdata_samples" / "eph_argentina_2016_t3_t4_sample.csv"
    columns = dict.fromkeys(CODES, TEXT) | dict.fromkeys(NUMBERS, WHOLE)
    columns |= {"PP04B_COD": Kind(pattern="[0-9]{2,4}"), "PP04D_COD": Kind(pattern="[0-9]{1,5}")}
    columns |= {"TRIMESTRE": Kind(values=("3", "4")), "CH04": Kind(values=("1", "2"))}
    columns |= {"CH06": Kind(number=True, minimum=-1, maximum=110), "ESTADO": Kind(values=tuple("01234"))}
    table = read_csv(path, PUBLISHER, columns)
    return table.astype(dict.fromkeys(NUMBERS, "Int64"))
