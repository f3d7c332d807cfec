"""What is known of ISCO-08, of ESCO and of the way from SOC-2010, and how the tables must agree."""

from dataclasses import dataclass

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Values, first
from datasets.recipes.checks.publications import ESCO_OCCUPATIONS, ISCO_LEVELS
from datasets.recipes.declaration import N_

CROSSWALK = "cran/iscoCrosswalks@0b24ad24"
CODES = N_("El número de códigos de este nivel es el de la CIUO-08.")


@dataclass(frozen=True)
class NotInOccupations:
    """The first row of a table whose ISCO code ``occupations`` does not have."""

    table: str

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        table = tables[self.table]
        return first(table.loc[~table["isco"].isin(tables["occupations"]["isco"])])


def without_parent(tables: Tables) -> Found:
    """Return the first code whose group, the same without its last digit, is missing."""
    occupations = tables["occupations"]
    group = occupations["isco"].str[:-1]
    return first(occupations[(group != "") & ~group.isin(occupations["isco"])])


def unlike_its_level(tables: Tables) -> Found:
    """Return the first code with more or fewer digits than its level."""
    occupations = tables["occupations"]
    return first(occupations[occupations["isco"].str.len() != occupations["level"]])


def lists_apart(tables: Tables) -> Found:
    """Return the first pair of one list of the crosswalk that the other does not have."""
    crosswalk = tables["occupation_crosswalk"]
    pairs = crosswalk.assign(group=crosswalk["isco"].str[:3])
    levels = pairs.groupby(["soc", "group"])["level"].nunique()
    return first(levels[levels < 2].reset_index().rename(index=str))


def orders_without_crosswalk(tables: Tables) -> Found:
    """Return the SOC codes of job orders, cut to seven characters, that the crosswalk does not have."""
    codes = tables["job_orders"]["soc_code"].dropna().str[:7]
    return Found(" ".join(sorted(set(codes) - set(tables["occupation_crosswalk"]["soc"]))))


def suffixed(tables: Tables) -> Found:
    """Return how many job orders print a SOC code with a suffix."""
    return Found(int(tables["job_orders"]["soc_code"].str.contains(".", regex=False, na=False).sum()))


def units_without_titles(tables: Tables) -> Found:
    """Return how many unit groups have no title in ESCO."""
    occupations = tables["occupations"]
    units = occupations.loc[occupations["level"] == 4, "isco"]
    return Found(int((~units.isin(tables["occupation_titles"]["isco"])).sum()))


CHECKS = (
    Check("occupations.codes", "occupations", N_("La CIUO-08 tiene 619 códigos."), 619, Count("occupations"),
          ISCO_LEVELS),
    *(
        Check(
            f"occupations.level.{level}",
            "occupations",
            CODES,
            number,
            Count("occupations", {"level": level}),
            ISCO_LEVELS,
        )
        for level, number in ((1, 10), (2, 43), (3, 130), (4, 436))
    ),
    Check("occupations.parents", "occupations", N_("Cada código está dentro de otro más corto."), NONE, without_parent),
    Check("occupations.digits", "occupations", N_("El nivel es el número de cifras."), NONE, unlike_its_level),
    Check("occupations.zero", "occupations", N_("El cero inicial se conserva."), "Oficiales de las fuerzas armadas",
          Values("occupations", "name_es", {"isco": "0110"})),
    Check("occupation_crosswalk.45-2092", "occupation_crosswalk",
          N_("La ocupación 45-2092 va a cinco grupos primarios."), "6310 6330 9211 9213 9214",
          Values("occupation_crosswalk", "isco", {"soc": "45-2092", "level": 4}), CROSSWALK),
    Check("occupation_crosswalk.pairs", "occupation_crosswalk", N_("La lista a cuatro cifras tiene 1 131 pares."),
          1_131, Count("occupation_crosswalk", {"level": 4}), CROSSWALK),
    Check("occupation_crosswalk.soc", "occupation_crosswalk", N_("Hay 839 ocupaciones SOC."), 839,
          Count("occupation_crosswalk", column="soc"), CROSSWALK),
    Check("occupation_crosswalk.lists", "occupation_crosswalk", N_("Las dos listas dicen los mismos pares."), NONE,
          lists_apart),
    Check("occupation_crosswalk.isco", "occupation_crosswalk", N_("Cada código CIUO está en occupations."), NONE,
          NotInOccupations("occupation_crosswalk")),
    Check("occupation_crosswalk.orders", "occupation_crosswalk",
          N_("De los códigos de job_orders, sin sufijo, solo falta uno."), "45-4092", orders_without_crosswalk),
    Check("job_orders.suffixes", "job_orders", N_("278 pedidos traen un código SOC con sufijo."), 278,
          suffixed),
    Check("occupation_titles.isco", "occupation_titles", N_("Cada código CIUO está en occupations."), NONE,
          NotInOccupations("occupation_titles")),
    Check("occupation_titles.rows.all", "occupation_titles", N_("Hay 2 942 ocupaciones."), 2_942,
          Count("occupation_titles"), ESCO_OCCUPATIONS),
    Check("occupation_titles.units", "occupation_titles", N_("Diez grupos primarios no tienen nombre en ESCO."), 10,
          units_without_titles, "European Commission, ESCO v1.0"),
)  # fmt: skip
