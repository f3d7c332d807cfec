"""The corridors that a revision of the United Nations no longer names, against both revisions."""

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Figure, first, rows_of
from datasets.recipes.declaration import N_

TABLE = "folded_corridors"
UN_2020, BOTH = "UN DESA, 2020", "UN DESA, 2020; UN DESA, International Migrant Stock 2024"


def printed(origin: str, destination: str, persons: int) -> Check:
    """Return the check of one corridor, against what the revision of 2020 prints."""
    find = Figure(TABLE, "stock", {"origin": origin, "destination": destination})
    statement = N_("Las personas del corredor son las de la revisión 2020.")
    return Check(f"{TABLE}.{origin}.{destination}", TABLE, statement, persons, find, UN_2020)


def from_the_region(tables: Tables) -> Found:
    """Return the persons of the 33 states in the table."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    return Found(int(tables[TABLE].loc[tables[TABLE]["origin"].isin(region), "stock"].sum()))


def unlike_revisions(tables: Tables) -> Found:
    """Return the first row that the revision of 2020 has not with these persons, or that of 2024 has."""
    pair, cells = ["origin", "destination"], rows_of(tables["stock_vintages"], {"year": 2020, "sex": "total"})
    before, after = (rows_of(cells, {"edition": name}).set_index(pair)["stock"] for name in ("UN 2020", "UN 2024"))
    pairs = pd.MultiIndex.from_frame(tables[TABLE][pair])
    return first(tables[TABLE][(before.reindex(pairs).to_numpy() != tables[TABLE]["stock"]) | pairs.isin(after.index)])


CHECKS = (
    printed("CRI", "USA", 96_903),
    printed("CHL", "USA", 89_714),
    printed("BLZ", "USA", 42_970),
    printed("BHS", "USA", 46_921),
    Check(f"{TABLE}.region", TABLE, N_("Personas de los 33 países que la revisión 2024 deja de nombrar, en 2020."),
          1_575_999, from_the_region, BOTH),
    Check(f"{TABLE}.revisions", TABLE,
          N_("Cada corredor está en la revisión 2020 con esas personas, y no en la de 2024."), NONE, unlike_revisions,
          BOTH),
)  # fmt: skip
