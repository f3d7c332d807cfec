"""What is known of the labour agreements, their texts and the Convention of 1990, and how the tables must agree."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, first, rows_of
from datasets.recipes.checks.kinds import ROWS_OF_FILE
from datasets.recipes.checks.publications import AGREEMENTS, CONVENTION, CONVENTION_UNESCO
from datasets.recipes.declaration import N_

CODED = "Chilton & Woda (2022), Bilateral Labor Agreements Dataset, coding_provisions"
KNOWN = "Chilton & Woda (2022), Bilateral Labor Agreements Dataset, formation_1945_2020"
TREATIES = "United Nations Treaty Collection, IV-13, as compiled by the World Politics Data Lab, August 2022"
SHARE = N_("El porcentaje de los 570 textos que la mencionan es el del mapa del curso.")
YEAR = N_("El año en que el Estado se hizo parte es el publicado.")

#: Per cent of the 570 texts that mention the clause; the course map asks for them in M10.
SHARES = {
    "info_exch": 60.35,
    "joint_commit": 39.12,
    "contract_req": 41.75,
    "social_security": 30.53,
    "remittances": 19.30,
    "disputes_emp_mig": 20.70,
    "reintegration": 7.19,
    "prot_women": 1.23,
}
PARTIES = {"EGY": 1993, "COL": 1995, "BOL": 2000, "BLZ": 2001, "ECU": 2002, "GTM": 2003, "SLV": 2003, "CHL": 2005,
           "HND": 2005, "ARG": 2007, "JAM": 2008, "GUY": 2010}  # fmt: skip
PARTIES_IN_THE_COPY = {"PHL": 1995, "MEX": 1999, "TLS": 2004, "PER": 2005, "NIC": 2005, "PRY": 2008}


@dataclass(frozen=True)
class Between:
    """How many agreements two countries have, in whichever order."""

    one: str
    other: str

    def __call__(self, tables: Tables) -> Found:
        """Return the number."""
        table, pair = tables["agreements"], [self.one, self.other]
        both = table["country_a"].isin(pair) & table["country_b"].isin(pair)
        return Found(int(both.sum()))


@dataclass(frozen=True)
class WithRegion:
    """How many rows of a table name one of the 33 states of Latin America and the Caribbean."""

    table: str

    def __call__(self, tables: Tables) -> Found:
        """Return the number."""
        region = list(rows_of(tables["countries"], {"lac33": True})["iso3"])
        return Found(int(tables[self.table][["country_a", "country_b"]].isin(region).any(axis="columns").sum()))


def youth_titles(tables: Tables) -> Found:
    """Return how many titles speak of youth, young people or holidays."""
    return Found(int(tables["agreement_provisions"]["title"].str.contains("youth|young|holiday", case=False).sum()))


def unlike_agreement(tables: Tables) -> Found:
    """Return the first text whose countries or year are not those of its agreement."""
    shared = ["treaty", "country_a", "country_b", "name_a", "name_b", "year"]
    joined = tables["agreement_provisions"][shared].merge(tables["agreements"][shared], how="left", indicator=True)
    return first(joined[joined["_merge"] != "both"].drop(columns="_merge"))


def former_states(tables: Tables) -> Found:
    """Return the codes that are no country of today."""
    both = pd.concat([tables["agreements"]["country_a"], tables["agreements"]["country_b"]]).dropna()
    return Found(" ".join(sorted(set(both) - set(tables["countries"]["iso3"]))))


def without_code(tables: Tables) -> Found:
    """Return the names that the source gives no code for."""
    table = tables["agreements"]
    names = pd.concat([table.loc[table[f"country_{one}"].isna(), f"name_{one}"] for one in "ab"])
    return Found(", ".join(sorted(set(names))))


def party_without_year(tables: Tables) -> Found:
    """Return the first state that is party without a year, or has a year and is not party."""
    table = tables["conventions"]
    return first(table[(table["status"] == "state party") != table["year"].notna()])


def duration_without_years(tables: Tables) -> Found:
    """Return the first text said to be valid for a number of years whose number is missing, or the other way round."""
    table = tables["agreement_provisions"]
    fixed = table["bla_duration"] == "The BLA is valid for a specified number of years"
    return first(table.loc[fixed != table["bla_duration_years"].notna(), ["treaty", "bla_duration"]])


def in_force(tables: Tables) -> Found:
    """Return the year in which the twentieth state became party, on which the Convention entered into force."""
    years = rows_of(tables["conventions"], {"status": "state party"})["year"].sort_values()
    return Found(int(years.iloc[19]) if len(years) > 19 else NONE)


def shares() -> tuple[Check, ...]:
    """Return the check of each clause of M10."""
    return tuple(
        Check(f"agreement_provisions.{clause}", "agreement_provisions", SHARE, share,
              Figure("agreement_provisions", clause, {}, scale=5.70, decimals=2), f"{CODED}, {clause}; course map, M10")
        for clause, share in SHARES.items()
    )  # fmt: skip


def parties() -> tuple[Check, ...]:
    """Return the check of the year of each of these states."""
    return tuple(
        Check(f"conventions.{iso3}", "conventions", YEAR, year, Figure("conventions", "year", {"iso3": iso3}), source)
        for years, source in ((PARTIES, CONVENTION), (PARTIES_IN_THE_COPY, CONVENTION_UNESCO))
        for iso3, year in years.items()
    )


CHECKS = (
    Check("agreements.number", "agreements", ROWS_OF_FILE, 1222, Count("agreements"), KNOWN),
    Check("agreements.texts", "agreements", N_("Se halló copia de más de 800 textos."), 819,
          Count("agreements", {"copy_available": 1}), f"{KNOWN}, copy_available; {AGREEMENTS}"),
    Check("agreements.region", "agreements", N_("160 acuerdos nombran a uno de los 33 Estados."), 160,
          WithRegion("agreements"), KNOWN),
    Check("agreements.GTM.MEX", "agreements", N_("Entre Guatemala y México la fuente no trae ninguno."), 0,
          Between("GTM", "MEX"), KNOWN),
    Check("agreements.former", "agreements", N_("Solo dos Estados anteriores conservan su código."), "CSK YUG",
          former_states, KNOWN),
    Check("agreements.uncoded", "agreements", N_("Solo Alemania Oriental queda sin código."), "East Germany",
          without_code, KNOWN),
    Check("agreement_provisions.number", "agreement_provisions", ROWS_OF_FILE, 570,
          Count("agreement_provisions"), CODED),
    Check("agreement_provisions.region", "agreement_provisions",
          N_("97 textos leídos son de uno de los 33 Estados."), 97, WithRegion("agreement_provisions"), CODED),
    Check("agreement_provisions.youth", "agreement_provisions",
          N_("109 títulos hablan de jóvenes o vacaciones."), 109, youth_titles, CODED),
    Check("agreement_provisions.agreement", "agreement_provisions",
          N_("Cada texto leído es de un acuerdo de agreements, con sus países y su año."), NONE, unlike_agreement),
    Check("agreement_provisions.duration", "agreement_provisions",
          N_("Los años de vigencia están donde el texto los fija, y solo allí."), NONE, duration_without_years),
    *shares(),
    Check("conventions.members", "conventions", N_("Están los 193 miembros de las Naciones Unidas."), 193,
          Count("conventions", column="iso3"), TREATIES),
    Check("conventions.parties", "conventions", N_("57 Estados eran parte en agosto de 2022."), 57,
          Count("conventions", {"status": "state party"}), TREATIES),
    Check("conventions.signatories", "conventions", N_("11 Estados habían firmado sin ratificar."), 11,
          Count("conventions", {"status": "signatory"}), TREATIES),
    Check("conventions.years", "conventions", N_("Tiene año quien es parte, y solo quien es parte."), NONE,
          party_without_year),
    Check("conventions.in_force", "conventions",
          N_("El vigésimo Estado se hizo parte en 2003; entró en vigor ese año."),
          2003, in_force, f"{CONVENTION}: art. 87"),
    Check("conventions.Namibia", "conventions", N_("El código «NA» de Namibia no se perdió."), 1,
          Count("conventions", {"iso3": "NAM"}), TREATIES),
    *parties(),
)  # fmt: skip
