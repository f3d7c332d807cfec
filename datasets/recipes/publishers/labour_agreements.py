"""``agreements`` and ``agreement_provisions``: bilateral labour agreements and what is coded of their texts.

Quirks: the year 9999 is "unknown"; East Germany has no code, West Germany has that of Germany; a few yes-or-no columns
are written 0.0 and 1.0; "Original langauge" is misspelt.
"""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import TEXT, Kind, read_csv

PUBLISHER = "Chilton & Woda, Bilateral Labor Agreements"
UNKNOWN_YEAR = 9999

COUNTRY = Kind(pattern="[A-Z]{3}")
NUMBER_OF_TREATY = Kind(number=True, minimum=1, maximum=9999)
YEAR_OR_UNKNOWN = Kind(pattern=r"(19|20)\d\d|9999")
YES_OR_NO = Kind(values=("0", "1", "0.0", "1.0"))
YEARS_VALID = Kind(number=True, minimum=0, maximum=99)

PAIR = {
    "treatyID": NUMBER_OF_TREATY,
    "isoA": COUNTRY,
    "isoB": COUNTRY,
    "countryA": TEXT,
    "countryB": TEXT,
    "year": YEAR_OR_UNKNOWN,
}
NAMES = {
    "treatyID": "treaty",
    "isoA": "country_a",
    "isoB": "country_b",
    "countryA": "name_a",
    "countryB": "name_b",
    "datesigned": "signed",
    "dataset_original": "compiled_from",
    "agreement_title": "title",
    "coded_orig_lang": "language",
    "coded_google_translation": "text_read",
}
TEXT_READ = {"Original langauge": "original", "Translation": "translation"}

#: The clauses coded yes (1) or no (0), in the order of the file.
CLAUSES = (
    "autorenew", "past_bla_amend", "past_bla_replace", "quota", "intl_instr", "info_exch", "info_dissem",
    "govt_agencies", "joint_commit", "recruit_cost_mig", "recruit_auth", "labor_union_orig",
    "labor_union_dest", "labor_union_join", "emp_orgs", "ngos", "migrant_info", "prot_equal", "prot_women",
    "prot_women_det", "prot_other", "contract_req", "contract_standard", "contract_terms", "wage_prot",
    "housing_req", "housing_cond", "housing_monitor", "work_monitor", "passport", "social_security",
    "disputes_emp_mig", "mig_human_cap", "credentials", "remittances", "reintegration", "contract_renewal",
    "perm_resid",
)  # fmt: skip
DURATIONS = (
    "The BLA is valid for a specified number of years",
    "The BLA is valid until terminated",
    "The BLA does not mention when it terminates",
    "Other",
)
PRIOR = ("No prior BLA", "One prior BLA", "More than one prior BLA")


def agreements(sources: Path) -> pd.DataFrame:
    """Return one row an agreement known to the compilers, with or without a copy of its text."""
    columns = {
        **PAIR,
        "datesigned": TEXT,
        "ratified": TEXT,
        "copy_available": YES_OR_NO,
        "evidence_available": YES_OR_NO,
        "dataset_original": TEXT,
        "copy_spanish": YES_OR_NO,
    }
    table = _tidy(read_csv(sources / "bla" / "bla_formation_1945_2020.csv", PUBLISHER, columns))
    dates = {name: table[name].str.strip() for name in ("signed", "ratified")}
    codes = {name: _whole(table[name]) for name in ("copy_available", "evidence_available", "copy_spanish")}
    return table.assign(**dates, **codes)


def agreement_provisions(sources: Path) -> pd.DataFrame:
    """Return one row a text read by the compilers, with the 44 columns that they coded."""
    columns = {
        **PAIR,
        "agreement_title": TEXT,
        "coded_orig_lang": TEXT,
        "coded_google_translation": Kind(values=tuple(TEXT_READ)),
        **dict.fromkeys(CLAUSES, YES_OR_NO),
        "bla_duration": Kind(values=DURATIONS),
        "bla_duration_other": TEXT,
        "bla_duration_years": YEARS_VALID,
        "past_bla_ref": Kind(values=PRIOR),
        "quota_num": TEXT,
        "recruit_auth_who": TEXT,
    }
    table = _tidy(read_csv(sources / "bla" / "bla_coding_provisions.csv", PUBLISHER, columns))
    codes = {name: _whole(table[name]) for name in (*CLAUSES, "bla_duration_years")}
    return table.assign(**codes, text_read=table["text_read"].map(TEXT_READ))


def _tidy(table: pd.DataFrame) -> pd.DataFrame:
    year = _whole(table["year"])
    return table.rename(columns=NAMES).assign(treaty=_whole(table["treatyID"]), year=year.mask(year == UNKNOWN_YEAR))


def _whole(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column).astype("Int64")
