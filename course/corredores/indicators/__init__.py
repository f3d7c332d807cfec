"""Formulas of the course, one function each: formula, unit, range, interpretation, source and limits."""

from corredores.indicators.balance import migration_effectiveness, net_stock
from corredores.indicators.composition import intraregional_share, womens_share
from corredores.indicators.concentration import concentration_ratio, effective_number, herfindahl, shares
from corredores.indicators.refusals import (
    IndicatorError,
    NegativeStock,
    NotGiven,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
)

__all__ = [
    "IndicatorError",
    "NegativeStock",
    "NotGiven",
    "TotalAmongParts",
    "UnsuitableTable",
    "ZeroDenominator",
    "concentration_ratio",
    "effective_number",
    "herfindahl",
    "intraregional_share",
    "migration_effectiveness",
    "net_stock",
    "shares",
    "womens_share",
]
