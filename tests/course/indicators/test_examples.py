"""The example of every docstring runs and gives what it says, and no docstring leaves out what a reader needs."""

import doctest
import importlib
import pkgutil

import pytest

from corredores import indicators

MODULES = [
    "data.countries",
    "data.loading",
    *(f"indicators.{module.name}" for module in pkgutil.iter_modules(indicators.__path__)),
]
WITHOUT_EXAMPLE = {
    f"indicators.{module}" for module in ("figures", "labels", "matrices", "numbers", "positions", "refusals")
}
FORMULAS = [name for name in indicators.__all__ if name.islower()]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"corredores.{name}"))
    assert bool(result.attempted) == (name not in WITHOUT_EXAMPLE)
    assert not result.failed


@pytest.mark.parametrize("name", FORMULAS)
def test_every_indicator_says_formula_range_reading_limit_source_and_example(name: str) -> None:
    said = getattr(indicators, name).__doc__ or ""
    for part in (
        ".. math::",
        "Parameters\n",
        "Returns\n",
        "Raises\n",
        "Interpretation:",
        "Limit",
        "Examples\n",
        ">>> ",
    ):
        assert part in said, part
    assert "Source:" in said or "References\n" in said


def test_the_course_map_is_complete() -> None:
    """Every function of the catalogue, section 6 of the course map; ``corridor_shares`` is ``shares``."""
    catalogue = """immigrant_share emigration_rate annual_growth_rate net_migration net_migration_rate shares
    concentration_ratio herfindahl effective_number migration_effectiveness aggregate_net_migration_rate
    preference_index dependency_ratio replacement_ratio remittances_to_gdp remittances_per_capita real_growth
    sending_cost allocate_remittances unemployment_rate participation_rate employment_population_ratio lu2 lu3 lu4
    neet_rate informality_rate vacancy_rate tightness mismatch_index location_quotient shift_share shortage_index
    pay_gap factor_weighted_pay_gap duncan_index tertiary_emigration_rate selectivity match_score selection_rate_ratio
    recruitment_cost disposable_income_ppp months_to_recover fill_rate complaints_per_thousand treaty_coverage
    normalised_gain weighted_kappa item_difficulty item_discrimination"""
    assert set(catalogue.split()) <= set(FORMULAS)
