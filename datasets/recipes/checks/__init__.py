"""What `corredores data verify` asks of the tables: what is declared, the source files and publications."""

from datasets.recipes.checks import (
    published_agreements,
    published_canada,
    published_displacement,
    published_economy,
    published_employers,
    published_folded,
    published_labour,
    published_labour_market,
    published_migration,
    published_occupations,
    published_reference,
    published_remittances,
    published_sources,
    published_synthetic,
)
from datasets.recipes.checks.check import Check
from datasets.recipes.checks.declared import declared
from datasets.recipes.tables import TABLES

CHECKS: tuple[Check, ...] = (
    *declared(TABLES),
    *published_reference.CHECKS,
    *published_migration.CHECKS,
    *published_folded.CHECKS,
    *published_sources.CHECKS,
    *published_displacement.CHECKS,
    *published_economy.CHECKS,
    *published_remittances.CHECKS,
    *published_labour.CHECKS,
    *published_labour_market.CHECKS,
    *published_employers.CHECKS,
    *published_canada.CHECKS,
    *published_occupations.CHECKS,
    *published_agreements.CHECKS,
    *published_synthetic.CHECKS,
)
