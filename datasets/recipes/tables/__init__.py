"""The tables of the course, in the order of the data package."""

from datasets.recipes.declaration import Table
from datasets.recipes.tables import agreements, economy, migration, reference, synthetic

TABLES: tuple[Table, ...] = (
    *reference.TABLES,
    *migration.TABLES,
    *economy.TABLES,
    *agreements.TABLES,
    *synthetic.TABLES,
)
