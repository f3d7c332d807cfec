"""``conventions``: who is party to the UN Convention on migrant workers of 1990.

Quirks: ISO codes of two letters, of which "NA" is Namibia and "TP" the withdrawn one of Timor-Leste; the status stands
once in words and three times as 0 or 1.
"""

from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.source import CODE, YEAR, Kind, SourceError, line_of, read_csv

PUBLISHER = "UN Treaty Collection, IV-13"
FILE = "hr_status_icmw.csv"
CONVENTION = "ICMW 1990"
STATUS = {"state party": "state party", "signatory state": "signatory", "no action": "no action"}
WITHDRAWN = {"TP": "TL"}
ISO2 = Kind(pattern="[A-Z]{2}")
MARK = Kind(values=("0", "1"))


def conventions(sources: Path) -> pd.DataFrame:
    """Return one row a member of the United Nations: its status and the year in which it became a party."""
    columns = {
        "iso2": ISO2,
        "state party": MARK,
        "year ratification or accession": YEAR,
        "signatory": MARK,
        "no action": MARK,
        "status": Kind(values=tuple(STATUS)),
    }
    path = sources / "treaties" / FILE
    table = read_csv(path, PUBLISHER, columns)
    iso3 = table["iso2"].replace(WITHDRAWN).map(_codes(sources))
    _refuse(iso3.isna(), table, path, text("un código ISO 3166-1 de dos letras"))
    party = table["year ratification or accession"].notna()
    apart = party != (table["status"] == "state party")
    for mark, status in zip(("state party", "signatory", "no action"), STATUS, strict=True):
        apart |= (table[mark] == "1") != (table["status"] == status)
    _refuse(apart, table, path, text("un estado que concuerde con sus marcas de 0 y 1 y con el año"))
    return pd.DataFrame(
        {
            "iso3": iso3,
            "convention": CONVENTION,
            "status": table["status"].map(STATUS),
            "year": table["year ratification or accession"].astype("Int64"),
        }
    )


def _codes(sources: Path) -> "pd.Series[str]":
    """Return the code of three letters for each of two."""
    columns = {"iso3": CODE, "iso2": ISO2}
    table = read_csv(sources / "country_ref" / "countries_multilingual.csv", "ISO 3166", columns)
    return table.dropna(subset="iso2").set_index("iso2")["iso3"]


def _refuse(wrong: pd.Series, table: pd.DataFrame, path: Path, expected: str) -> None:
    """Stop at the first row of the file that the publisher cannot have meant."""
    if not wrong.any():
        return
    row = int(wrong.to_numpy().argmax())
    raise SourceError(
        text(
            "{publisher}: en el archivo {path}, línea {line}, el Estado {code} trae «{status}». Se esperaba "
            "{expected}. Compare el archivo con el del publicador.",
            publisher=PUBLISHER,
            path=path,
            line=line_of(path, row),
            code=table["iso2"].iloc[row],
            status=table["status"].iloc[row],
            expected=expected,
        )
    )
