"""``stock_vintages``: what successive editions of two publishers say of the same cell."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers import global_bilateral_migration, un_desa


def stock_vintages(sources: Path) -> pd.DataFrame:
    """Return every edition, one row a cell and sex; a cell that an edition does not give has no row."""
    editions = [
        *(un_desa.revision(sources, year).assign(edition=f"UN {year}") for year in un_desa.REVISIONS),
        global_bilateral_migration.bilateral_stock(sources).assign(edition="World Bank"),
    ]
    table = pd.concat(editions).melt(["edition", "origin", "destination", "year"], un_desa.SEXES, "sex", "stock")
    return table.dropna(subset="stock").astype({"stock": int})
