"""Origins of the region that the revision of 2020 names in 2020 and that of 2024 folds into OTH."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.checks.check import Found, Tables
from datasets.recipes.checks.findings import rows_of


def folded(tables: Tables) -> pd.DataFrame:
    """Return the cells of the 33 states in the revision of 2020, each with whether that of 2024 has it too."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    cells = rows_of(tables["stock_vintages"], {"year": 2020, "sex": "total"})
    cells = cells[cells["origin"].isin(region)]
    pairs = ["origin", "destination"]
    after = rows_of(cells, {"edition": "UN 2024"})[pairs].assign(kept=True)
    before = rows_of(cells, {"edition": "UN 2020"}).merge(after, on=pairs, how="left")
    return before.assign(gone=before["kept"].isna())


@dataclass(frozen=True)
class Folded:
    """The persons in the cells that are gone."""

    def __call__(self, tables: Tables) -> Found:
        """Return the number of persons."""
        cells = folded(tables)
        return Found(int(cells.loc[cells["gone"], "stock"].sum()))


@dataclass(frozen=True)
class FoldedShare:
    """The per cent of an origin's emigrants whose cells are gone, rounded to a whole number."""

    origin: str

    def __call__(self, tables: Tables) -> Found:
        """Return the per cent."""
        cells = rows_of(folded(tables), {"origin": self.origin})
        return Found(round(100 * float(cells.loc[cells["gone"], "stock"].sum()) / float(cells["stock"].sum())))


@dataclass(frozen=True)
class FoldedOrigins:
    """The number of origins of the region that are gone from a destination."""

    destination: str

    def __call__(self, tables: Tables) -> Found:
        """Return the number of origins."""
        return Found(int(rows_of(folded(tables), {"destination": self.destination})["gone"].sum()))
