"""The tables of the course, in the order of the data package."""

from datasets.recipes.declaration import Table
from datasets.recipes.tables import (
    agreements,
    displacement,
    economy,
    employers,
    groups,
    labour,
    labour_market,
    mexico,
    migration,
    occupations,
    reference,
    remittances,
    synthetic,
)

TABLES: tuple[Table, ...] = (
    *reference.TABLES,
    *migration.TABLES,
    *displacement.TABLES,
    *economy.TABLES,
    *groups.TABLES,
    *remittances.TABLES,
    *mexico.TABLES,
    *labour.TABLES,
    *labour_market.TABLES,
    *employers.TABLES,
    *occupations.TABLES,
    *agreements.TABLES,
    *synthetic.TABLES,
)
