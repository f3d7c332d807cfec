"""What the publishers print of population, economy and remittances, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check
from datasets.recipes.checks.findings import PartsApart
from datasets.recipes.declaration import N_

CHECKS = (
    Check(
        "population.sexes",
        "population",
        N_("Mujeres y hombres suman el total en cada celda."),
        NONE,
        PartsApart("population", "population", "sex", ("male", "female"), "total", ("iso3", "year")),
    ),
)
