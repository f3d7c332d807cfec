"""Formulas of the course, one function each: formula, unit, range, interpretation, source and limits.

Scales differ, as in the field, and no name says which; each docstring does:

- 0 to 1: ``shares``, ``concentration_ratio``, ``herfindahl``, ``vacancy_rate``, ``duncan_index``, ``mismatch_index``,
  ``match_score``, ``item_difficulty``; -1 to 1: ``normalised_gain`` (below -1 where much was lost),
  ``item_discrimination``, ``weighted_kappa``.
- Ratios around 1: ``location_quotient``, ``preference_index``, ``selectivity``, ``selection_rate_ratio``,
  ``disposable_income_ppp``; from 0 upward, ``tightness`` and ``effective_number``.
- Per 1,000: ``net_migration_rate``, ``complaints_per_thousand``. Months: ``recruitment_cost``, ``months_to_recover``,
  ``months_to_repay``. Persons, jobs or money: ``net_migration``, ``net_stock``, ``shift_share``,
  ``remittances_per_capita``, ``allocate_remittances``. Standard deviations: ``shortage_index``.
- Per cent: all others, so ``unemployment_rate`` 5.2 stands beside ``vacancy_rate`` 0.03.

Rows are matched, and totals, sexes and years found out, by the index: give the columns of a table their countries (and
``year``) with ``set_index``. What only its place tells apart is refused. Not guarded: a bare list or number, and years
where only countries name the rows.
"""

from corredores.indicators.age_structure import dependency_ratio, replacement_ratio
from corredores.indicators.agreements import complaints_per_thousand, fill_rate, treaty_coverage
from corredores.indicators.allocation import allocate_remittances
from corredores.indicators.balance import aggregate_net_migration_rate, migration_effectiveness, net_stock
from corredores.indicators.composition import intraregional_share, womens_share
from corredores.indicators.concentration import concentration_ratio, effective_number, herfindahl, shares
from corredores.indicators.decent_work import informality_rate, neet_rate
from corredores.indicators.dissimilarity import duncan_index, mismatch_index
from corredores.indicators.evaluation import normalised_gain, weighted_kappa
from corredores.indicators.industries import location_quotient, shift_share
from corredores.indicators.item_analysis import item_difficulty, item_discrimination
from corredores.indicators.labour_force import employment_population_ratio, participation_rate, unemployment_rate
from corredores.indicators.matching import match_score, selection_rate_ratio
from corredores.indicators.migration import emigration_rate, immigrant_share
from corredores.indicators.mobility_costs import disposable_income_ppp, recruitment_cost
from corredores.indicators.pay import factor_weighted_pay_gap, pay_gap
from corredores.indicators.population_change import annual_growth_rate, net_migration, net_migration_rate
from corredores.indicators.preference import preference_index
from corredores.indicators.recovery import months_to_recover, months_to_repay
from corredores.indicators.refusals import (
    IndicatorError,
    MixedYears,
    NegativeStock,
    NotGiven,
    OutOfRange,
    PartAboveWhole,
    TotalAmongParts,
    UnknownOption,
    UnsuitableTable,
    ZeroDenominator,
)
from corredores.indicators.remittances import (
    real_growth,
    remittances_per_capita,
    remittances_to_gdp,
    sending_cost,
)
from corredores.indicators.shortages import shortage_index
from corredores.indicators.skilled_emigration import selectivity, tertiary_emigration_rate
from corredores.indicators.underutilisation import lu2, lu3, lu4
from corredores.indicators.vacancies import tightness, vacancy_rate

__all__ = [
    "IndicatorError",
    "MixedYears",
    "NegativeStock",
    "NotGiven",
    "OutOfRange",
    "PartAboveWhole",
    "TotalAmongParts",
    "UnknownOption",
    "UnsuitableTable",
    "ZeroDenominator",
    "aggregate_net_migration_rate",
    "allocate_remittances",
    "annual_growth_rate",
    "complaints_per_thousand",
    "concentration_ratio",
    "dependency_ratio",
    "disposable_income_ppp",
    "duncan_index",
    "effective_number",
    "emigration_rate",
    "employment_population_ratio",
    "factor_weighted_pay_gap",
    "fill_rate",
    "herfindahl",
    "immigrant_share",
    "informality_rate",
    "intraregional_share",
    "item_difficulty",
    "item_discrimination",
    "location_quotient",
    "lu2",
    "lu3",
    "lu4",
    "match_score",
    "migration_effectiveness",
    "mismatch_index",
    "months_to_recover",
    "months_to_repay",
    "neet_rate",
    "net_migration",
    "net_migration_rate",
    "net_stock",
    "normalised_gain",
    "participation_rate",
    "pay_gap",
    "preference_index",
    "real_growth",
    "recruitment_cost",
    "remittances_per_capita",
    "remittances_to_gdp",
    "replacement_ratio",
    "selection_rate_ratio",
    "selectivity",
    "sending_cost",
    "shares",
    "shift_share",
    "shortage_index",
    "tertiary_emigration_rate",
    "tightness",
    "treaty_coverage",
    "unemployment_rate",
    "vacancy_rate",
    "weighted_kappa",
    "womens_share",
]
