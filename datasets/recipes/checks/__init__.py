"""What `corredores data verify` asks of the tables: what their declarations say, and what the publishers print."""

from datasets.recipes.checks import published_agreements, published_economy, published_migration, published_synthetic
from datasets.recipes.checks.check import Check
from datasets.recipes.checks.declared import declared
from datasets.recipes.tables import TABLES

CHECKS: tuple[Check, ...] = (
    *declared(TABLES),
    *published_migration.CHECKS,
    *published_economy.CHECKS,
    *published_agreements.CHECKS,
    *published_synthetic.CHECKS,
)
