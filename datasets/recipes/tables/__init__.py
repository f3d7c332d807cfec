"""The tables of the course, in the order of the data package."""

from datasets.recipes.declaration import Table
from datasets.recipes.tables import economy, migration, reference

TABLES: tuple[Table, ...] = (*reference.TABLES, *migration.TABLES, *economy.TABLES)
