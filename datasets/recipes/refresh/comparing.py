"""What changed in a table from one edition to the next: rows added, revised, removed."""

from dataclasses import dataclass

import pandas as pd
from pandas.api.types import is_numeric_dtype

from datasets.recipes.declaration import Table

ADDED, REVISED, REMOVED = "added", "revised", "removed"
MEASURES = ["column", "old", "new", "absolute", "relative"]
LEAST_SHARE = 0.9  #: of the rows of the table in force; a newer edition with fewer looks like half an answer


@dataclass(frozen=True)
class Changes:
    """The cells that differ, with the rows that came or went.

    ``cells`` has ``change``, the key of the table and ``column``, ``old``, ``new``, ``absolute`` (new − old) and
    ``relative`` (per cent of old; blank where old is zero or not given). Revised cells come by relative size, the
    largest first.
    """

    table: Table
    rows_before: int
    rows_after: int
    counts: dict[str, int]  #: rows by kind of change
    cells: pd.DataFrame

    @property
    def shrunk(self) -> bool:
        """Whether so many rows are gone that half an answer is likelier than a revision."""
        return self.rows_after < LEAST_SHARE * self.rows_before

    def revised(self) -> pd.DataFrame:
        """Return the revised cells, the largest revision first."""
        return self.cells[self.cells["change"] == REVISED]

    def rows_by(self, column: str) -> pd.DataFrame:
        """Return how many rows were added, revised and removed, by a column of the key."""
        rows = self.cells.drop_duplicates(["change", *self.table.key])
        counted = rows.groupby([column, "change"], dropna=False).size().unstack(fill_value=0)
        return counted.reindex(columns=[ADDED, REVISED, REMOVED], fill_value=0)


def compare(old: pd.DataFrame, new: pd.DataFrame, table: Table) -> Changes:
    """Return what changed from ``old`` to ``new``, both with the columns of ``table``."""
    key = list(table.key)
    measures = [field.name for field in table.fields if field.name not in key]
    both = old.merge(new, how="outer", on=key, suffixes=("__old", "__new"), indicator="change", validate="1:1")
    both["change"] = both["change"].astype(str).map({"left_only": REMOVED, "right_only": ADDED, "both": REVISED})
    parts = [_differing(both, key, measure) for measure in measures] or [_rows_only(both, key)]
    cells = pd.concat(parts, ignore_index=True)
    rows = cells.drop_duplicates(["change", *key])["change"].value_counts()
    counts = {kind: int(rows.get(kind, 0)) for kind in (ADDED, REVISED, REMOVED)}
    return Changes(table, len(old), len(new), counts, _largest_first(cells, key))


def _differing(both: pd.DataFrame, key: list[str], measure: str) -> pd.DataFrame:
    """Return the cells of one column that differ, and those of rows that came or went."""
    old, new = both[f"{measure}__old"], both[f"{measure}__new"]
    same = (old.isna() & new.isna()) | (old == new).fillna(False).astype(bool)
    cells = both.loc[~((both["change"] == REVISED) & same), ["change", *key]]
    old, new = old.loc[cells.index], new.loc[cells.index]
    absolute = relative = pd.Series(float("nan"), index=cells.index)
    if is_numeric_dtype(old) and is_numeric_dtype(new):
        absolute = new.astype(float) - old.astype(float)
        relative = (100 * absolute / old.astype(float).abs()).where(old != 0)
    cells = cells.assign(column=measure, old=old, new=new, absolute=absolute, relative=relative)
    return cells.astype({"old": object, "new": object})


def _rows_only(both: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """Return the rows of a table that is all key."""
    rows = both.loc[both["change"] != REVISED, ["change", *key]]
    return rows.reindex(columns=["change", *key, *MEASURES])


def _largest_first(cells: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    order = cells.assign(
        _kind=cells["change"].map({REVISED: 0, ADDED: 1, REMOVED: 2}),
        _relative=-cells["relative"].astype(float).abs().where(cells["change"] == REVISED),
        _absolute=-cells["absolute"].astype(float).abs().where(cells["change"] == REVISED),
    ).sort_values(["_kind", "_relative", "_absolute", *key, "column"], kind="stable")
    return order.drop(columns=["_kind", "_relative", "_absolute"]).reset_index(drop=True)
