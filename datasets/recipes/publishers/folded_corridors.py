"""``folded_corridors``: corridors of 2020 that the revision of 2020 names and that of 2024 folds into OTH."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers import un_desa

YEAR = 2020
BEFORE, AFTER = 2020, 2024
PAIR = ["origin", "destination"]


def folded_corridors(sources: Path) -> pd.DataFrame:
    """Return the corridors with somebody in them that the later revision does not name, both sexes together.

    ``share`` is their part, per cent, of all emigrants of the origin in the earlier revision.
    """
    before, after = (_corridors(sources, revision) for revision in (BEFORE, AFTER))
    everybody = before.groupby("origin")["stock"].sum()
    named = before.merge(after[PAIR], on=PAIR, how="left", indicator=True)
    folded = named[(named["_merge"] == "left_only") & (named["stock"] > 0)].drop(columns="_merge")
    return folded.assign(share=(100 * folded["stock"] / folded["origin"].map(everybody)).round(4))


def _corridors(sources: Path, revision: int) -> pd.DataFrame:
    table = un_desa.revision(sources, revision)
    table = table[(table["year"] == YEAR) & ~table["origin"].isin(["WLD", "OTH"])]
    return table[[*PAIR, "total"]].rename(columns={"total": "stock"}).astype({"stock": int})
