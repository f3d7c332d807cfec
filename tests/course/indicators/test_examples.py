"""The example of every docstring runs and gives what it says."""

import doctest
import importlib

import pytest

MODULES = ["data.countries", "data.loading", "indicators.balance", "indicators.composition", "indicators.concentration"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"corredores.{name}"))
    assert result.attempted
    assert not result.failed


def test_every_indicator_says_formula_range_reading_and_example() -> None:
    indicators = importlib.import_module("corredores.indicators")
    functions = [getattr(indicators, name) for name in indicators.__all__ if name.islower()]
    assert len(functions) == 8
    for function in functions:
        said = function.__doc__ or ""
        for part in (".. math::", "Parameters", "Returns", "Raises", "Interpretation:", "Examples"):
            assert part in said, f"{function.__name__}: {part}"
