"""The tables of the course, in the order of the data package."""

from datasets.recipes.declaration import Table
from datasets.recipes.tables import (
    agreements,
    displacement,
    economy,
    labour,
    migration,
    reference,
    remittances,
    synthetic,
)

TABLES: tuple[Table, ...] = (
    *reference.TABLES,
    *migration.TABLES,
    *displacement.TABLES,
    *economy.TABLES,
    *remittances.TABLES,
    *labour.TABLES,
    *agreements.TABLES,
    *synthetic.TABLES,
)
