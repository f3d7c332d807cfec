"""What ESDC Canada prints of assessments and of its seasonal programme, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, Values, first, rows_of
from datasets.recipes.checks.kinds import CELL_OF_FILE, ROWS_OF_FILE
from datasets.recipes.declaration import N_

LISTS = "ESDC Canada, Positive LMIA Employers List"
ANNUAL = "ESDC Canada, TFWP 2023, annual table"
POSITIONS = N_("Puestos autorizados en el año.")


def annual(table: int, year: int, outcome: str, expected: int, item: str = "Total") -> Check:
    """Return the check of a cell of Canada in an annual table."""
    where = {"table": table, "province": "Canada", "year": year, "outcome": outcome, "item": item}
    name = f"sawp.{table}.{item}.{year}.{outcome}"
    return Check(name, "sawp", CELL_OF_FILE, expected, Figure("sawp", "value", where), f"{ANNUAL} {table}")


def listed(year: int, expected: int) -> Check:
    """Return the check of the positions of the lists of a year."""
    periods = (str(year), *(f"{year}Q{quarter}" for quarter in ("1", "2", "3", "4", "1-Q2")))
    return Check(f"lmia.{year}", "lmia", POSITIONS, expected, Figure("lmia", "positions", {"period": periods}), LISTS)


def repeated_lmia(tables: Tables) -> Found:
    """Return the first row that repeats period, province, stream and occupation."""
    lmia = tables["lmia"]
    return first(lmia[lmia.duplicated(["period", "province", "stream", "noc"])])


def periods_without_stream(tables: Tables) -> Found:
    """Return the periods that print no stream."""
    lmia = tables["lmia"]
    return Found(" ".join(sorted(lmia.loc[lmia["stream"].isna(), "period"].unique())))


def employers_above_positions(tables: Tables) -> Found:
    """Return how many rows have more employers than positions."""
    lmia = tables["lmia"]
    return Found(int((lmia["employers"] > lmia["positions"]).sum()))


def items_apart(tables: Tables) -> Found:
    """Return the first province of tables 25 and 26 whose regions do not add up to its total."""
    keys = ["table", "province", "year", "outcome"]
    regional = rows_of(tables["sawp"], {"table": (25, 26)})
    total = regional[regional["item"] == "Total"].set_index(keys)["value"]
    parts = regional[regional["item"] != "Total"].groupby(keys)["value"].sum()
    return first(parts[parts.ne(total.reindex(parts.index))].reset_index().rename(index=str))


def provinces_apart(tables: Tables) -> Found:
    """Return the first total or occupation of tables 13 and 25 to 27 whose provinces do not add up to Canada."""
    keys = ["table", "item", "year", "outcome"]
    rows = rows_of(tables["sawp"], {"table": (13, 25, 26, 27)})
    canada = rows[rows["province"] == "Canada"].set_index(keys)["value"]
    parts = rows[rows["province"] != "Canada"].groupby(keys)["value"].sum()
    return first(canada[canada.ne(parts.reindex(canada.index))].reset_index().rename(index=str))


def streams_apart(tables: Tables) -> Found:
    """Return how many totals of table 13 its five streams do not add up to."""
    rows = rows_of(tables["sawp"], {"table": 13})
    keys = ["province", "year"]
    total = rows[rows["item"] == "Total"].set_index(keys)["value"]
    apart = total - rows[rows["item"] != "Total"].groupby(keys)["value"].sum()
    return Found(int((apart != 0).sum()))


def occupations_unlike_regions(tables: Tables) -> Found:
    """Return the first province of table 27 whose occupations do not add up to its positions in table 26."""
    keys = ["province", "year", "outcome"]
    sawp = tables["sawp"]
    occupations = rows_of(sawp, {"table": 27}).groupby(keys)["value"].sum()
    regions = rows_of(sawp, {"table": 26, "item": "Total"}).set_index(keys)["value"]
    return first(occupations[occupations.ne(regions.reindex(occupations.index))].reset_index().rename(index=str))


CHECKS = (
    Check("lmia.rows.all", "lmia", ROWS_OF_FILE, 33_141, Count("lmia"), LISTS),
    Check("lmia.periods", "lmia", N_("Son 28 períodos."), 28, Count("lmia", column="period"), LISTS),
    Check("lmia.repeated", "lmia", N_("Período, provincia, vía y ocupación no se repiten."), NONE, repeated_lmia),
    Check("lmia.streams", "lmia", N_("Solo 2016 va sin vía."), "2016", periods_without_stream, LISTS),
    Check("lmia.blank", "lmia", N_("16 filas dicen «(blank)» en la ocupación, como en la fuente."), 16,
          Count("lmia", {"occupation": "(blank)"}), LISTS),
    Check("lmia.employers_above", "lmia", N_("6 filas tienen más empleadores que puestos, como en la fuente."), 6,
          employers_above_positions, LISTS),
    listed(2016, 77_346),
    listed(2017, 87_560),
    listed(2023, 227_675),
    annual(26, 2016, "positive", 40_238),
    annual(26, 2023, "positive", 55_552),
    annual(26, 2016, "negative", 1_530),
    annual(26, 2023, "negative", 10),
    annual(25, 2016, "positive", 5_408),
    annual(25, 2023, "positive", 5_395),
    annual(27, 2023, "positive", 43_866, "General farm workers"),
    annual(11, 2023, "untold", 52_995),
    annual(12, 2023, "untold", 277_095),
    annual(13, 2023, "untold", 239_646),
    annual(13, 2023, "untold", 101_069, "Primary Agriculture"),
    Check("sawp.regions", "sawp", N_("Las regiones suman el total de su provincia (cuadros 25 y 26)."), NONE,
          items_apart),
    Check("sawp.provinces", "sawp", N_("Las provincias suman Canadá (cuadros 13 y 25 a 27)."), NONE, provinces_apart),
    Check("sawp.occupations", "sawp", N_("Las ocupaciones del cuadro 27 suman los puestos del 26."), NONE,
          occupations_unlike_regions),
    Check("sawp.streams", "sawp", N_("En 6 totales del cuadro 13 las vías no suman, como en la fuente."), 6,
          streams_apart, f"{ANNUAL} 13"),
    Check("sawp.accents", "sawp", N_("El cuadro 25 recupera sus acentos."), "Montréal",
          Values("sawp", "item", {"table": 25, "code": "2440", "year": 2023, "outcome": "positive"})),
)  # fmt: skip
