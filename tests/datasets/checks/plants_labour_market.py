"""Violations planted for the checks on work and pay that have a finding of their own."""

import pandas as pd

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.published_labour_market import SAMPLE
from datasets.recipes.checks.sample_findings import Persons
from tests.datasets.checks.planting import Plant, Planted, change

GTM = {"iso3": "GTM", "year": 2022, "sex": "total"}
SURVEY = "survey_sample"


def once_more(condition: str) -> Plant:
    """Add the first person for whom the condition holds a second time."""

    def plant(tables: Tables) -> Planted:
        sample = tables[SURVEY]
        return {**tables, SURVEY: pd.concat([sample, sample.query(condition).head(1)], ignore_index=True)}

    return plant


def raised(column: str, factor: float, condition: str) -> Plant:
    """Multiply a column by a factor for the persons for whom the condition holds."""

    def plant(tables: Tables) -> Planted:
        sample = tables[SURVEY].copy()
        chosen = sample.query(condition).index
        sample[column] = sample[column].astype(float)
        sample.loc[chosen, column] *= factor
        return {**tables, SURVEY: sample}

    return plant


WOMEN = "CH04 == 2 and P21 > 0"
PLANTS: dict[str, Plant] = {
    "informality.blank": change("informality", "value", None, **GTM, activity="ECO_SECTOR_TOTAL"),
    "informality.between": change("informality", "value", 99.9, **GTM, activity="ECO_SECTOR_TOTAL"),
    "informality.totals": change("informality", "value", 99.9, **GTM, activity="ECO_AGNAG_TOTAL"),
    "informality_vintages.sdg": change("informality_vintages", "value", 99.9, **GTM, edition="SDG 8.3.1"),
    "informality_vintages.revised": change("informality_vintages", "value", 55.5, edition="SDG 8.3.1", iso3="GTM",
                                           year=2021, sex="total"),
    "informality_vintages.blank": change("informality_vintages", "value", None, **GTM, edition="2024-07-26"),
    "informality_vintages.between": change("informality_vintages", "value", 99.9, **GTM, edition="2024-07-26"),
    "neet.blank": change("neet", "value", None, **GTM),
    "neet.between": change("neet", "value", 99.9, **GTM),
    "earnings_occupation.totals": change("earnings_occupation", "value", 1e6, occupation="OCU_SKILL_TOTAL",
                                         iso3="MEX", year=2021, sex="total"),
    "earnings_occupation.between": change("earnings_occupation", "value", 1e6, occupation="OCU_SKILL_L2", iso3="MEX",
                                          year=2021, sex="total"),
    "earnings_monthly.between": change("earnings_monthly", "value", 1e6, iso3="MEX", year=2024, area="national",
                                       sex="total"),
    "survey_sample.twice": once_more("COMPONENTE == 1"),
    "survey_sample.weights": change(SURVEY, "PONDIIO", 7, P21=-9),
    "survey_sample.gap.hourly.mean": raised("P21", 1.01, WOMEN),
    "survey_sample.gap.hourly.median": raised("P21", 1.01, WOMEN),
    "survey_sample.gap.monthly.mean": raised("P21", 1.01, WOMEN),
    "survey_sample.gap.monthly.median": raised("P21", 1.01, WOMEN),
    "survey_sample.gap.factor_weighted": raised("P21", 1.01, WOMEN),
    "survey_sample.hours": raised("PP3E_TOT", 1.01, WOMEN),
    "survey_sample.smallest_group": raised("NIVEL_ED", 2, "CH04 == 1 and NIVEL_ED == 3 and P21 > 0"),
    **{check.name: once_more(check.find.condition) for check in SAMPLE if isinstance(check.find, Persons)},
}  # fmt: skip
