"""What the United Nations and the World Bank print of migrants, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, PartsApart, first, rows_of
from datasets.recipes.checks.folded_origins import Folded, FoldedOrigins, FoldedShare
from datasets.recipes.checks.kinds import CELL_OF_FILE, cell_says
from datasets.recipes.checks.publications import DESTINATIONS_2024, LARGEST_GROUPS_2020, ORIGINS_2019, PORTAL
from datasets.recipes.declaration import N_

UN_2024, UN_2020, UN_2019 = "UN DESA, International Migrant Stock 2024", "UN DESA, 2020", "UN DESA, 2019"
WORLD_BANK = "World Bank, Global Bilateral Migration"
ABSENT = N_("La celda no está dada.")
SEXES = N_("Mujeres y hombres suman el total en cada celda.")
DESTINATION = N_("Personas migrantes en el destino, como se publicaron.")
ORIGIN = N_("Personas emigrantes del origen, en millones, como se publicó.")


def cell(origin: str, destination: str, year: int, expected: Finding) -> Check:
    """Return the check of one cell of ``stock``, both sexes; `NONE` expects that it is not given."""
    find = Figure("stock", "stock", {"origin": origin, "destination": destination, "year": year, "sex": "total"})
    statement = CELL_OF_FILE if expected != NONE else ABSENT
    return Check(f"stock.{origin}.{destination}.{year}", "stock", statement, expected, find, UN_2024)


def living_in(destination: str, persons: int) -> Check:
    """Return the check of all migrants in a destination in 2024."""
    where = {"origin": "WLD", "destination": destination, "year": 2024, "sex": "total"}
    find = Figure("stock", "stock", where)
    return Check(f"stock.living.in.{destination}.2024", "stock", DESTINATION, persons, find, DESTINATIONS_2024)


def born_in(origin: str, millions: float) -> Check:
    """Return the check of all emigrants of an origin in 2024."""
    find = Figure("stock", "stock", {"origin": origin, "year": 2024, "sex": "total"}, 1e6, 1)
    return Check(f"stock.born.in.{origin}.2024", "stock", ORIGIN, millions, find, PORTAL)


def vintage(edition: str, origin: str, destination: str, year: int, expected: Finding, source: str = "") -> Check:
    """Return the check of one cell of ``stock_vintages``, both sexes."""
    where = {"year": year, "destination": destination, "origin": origin, "edition": edition, "sex": "total"}
    publisher = WORLD_BANK if edition == "World Bank" else f"UN DESA, {edition[3:]}"
    name = f"stock_vintages.{edition.replace(' ', '.')}.{origin}.{destination}.{year}"
    find, source = Figure("stock_vintages", "stock", where), source or publisher
    return Check(name, "stock_vintages", cell_says(source), expected, find, source)


def born_in_2019(origin: str, millions: float) -> Check:
    """Return the check of all emigrants of an origin, according to the revision of 2019."""
    where = {"year": 2019, "origin": origin, "edition": "UN 2019", "sex": "total"}
    find = Figure("stock_vintages", "stock", where, 1e6, 1)
    return Check(f"stock_vintages.born.in.{origin}.2019", "stock_vintages", ORIGIN, millions, find, ORIGINS_2019)


def origins_apart(tables: Tables) -> Found:
    """Return the first destination, year and sex whose origins do not add up to WLD."""
    keys = ["destination", "year", "sex"]
    parts = tables["stock"][tables["stock"]["origin"] != "WLD"].groupby(keys)["stock"].sum()
    world = rows_of(tables["stock"], {"origin": "WLD"}).set_index(keys)["stock"]
    return first(parts[parts.ne(world.reindex(parts.index))].reset_index().rename(index=str))


def vintages_origins_apart(tables: Tables) -> Found:
    """Return the first destination, year and sex of the revision of 2020 whose origins do not add up to its WLD."""
    keys, edition = ["destination", "year", "sex"], rows_of(tables["stock_vintages"], {"edition": "UN 2020"})
    parts = edition[edition["origin"] != "WLD"].groupby(keys)["stock"].sum()
    world = rows_of(edition, {"origin": "WLD"}).set_index(keys)["stock"]
    return first(parts[parts.ne(world.reindex(parts.index))].reset_index().rename(index=str))


def unlike_stock(tables: Tables) -> Found:
    """Return the first cell in which the edition of 2024 differs from ``stock``."""
    keys = ["origin", "destination", "year", "sex"]
    vintages = rows_of(tables["stock_vintages"], {"edition": "UN 2024"})[[*keys, "stock"]]
    joined = vintages.merge(tables["stock"], on=keys, how="left", suffixes=("", "_2024"))
    return first(joined[joined["stock"] != joined["stock_2024"]].rename(index=str))


def cells_apart_by_one(tables: Tables) -> Found:
    """Return the number of cells of the revision of 2019 whose sexes do not add up to their total."""
    edition = rows_of(tables["stock_vintages"], {"edition": "UN 2019"})
    wide = edition.pivot(index=["origin", "destination", "year"], columns="sex", values="stock").dropna()
    return Found(int((wide["male"] + wide["female"] != wide["total"]).sum()))


def without_a_sex(tables: Tables) -> Found:
    """Return the number of cells of the revision of 2019 that lack men or women."""
    edition = rows_of(tables["stock_vintages"], {"edition": "UN 2019"})
    wide = edition.pivot(index=["origin", "destination", "year"], columns="sex", values="stock")
    return Found(int(wide[["male", "female"]].isna().any(axis="columns").sum()))


CHECKS = (
    Check("stock.sexes", "stock", SEXES, NONE,
          PartsApart("stock", "stock", "sex", ("male", "female"), "total", ("origin", "destination", "year"))),
    Check("stock.origins", "stock", N_("Los orígenes de cada destino suman WLD."), NONE, origins_apart),
    Check("stock.world.2024", "stock", N_("Personas migrantes en el mundo en 2024."), 304_021_813,
          Figure("stock", "stock", {"origin": "WLD", "year": 2024, "sex": "total"}), UN_2024),
    Check("stock.women.2024", "stock", N_("Mujeres migrantes en el mundo en 2024, en millones."), 146,
          Figure("stock", "stock", {"origin": "WLD", "year": 2024, "sex": "female"}, 1e6), PORTAL),
    Check("stock.unnamed.2024", "stock", N_("Personas migrantes de origen sin nombrar en 2024."), 22_065_614,
          Figure("stock", "stock", {"origin": "OTH", "year": 2024, "sex": "total"}), UN_2024),
    cell("MEX", "USA", 2024, 11_279_561),
    cell("VEN", "COL", 2024, 2_904_873),
    cell("VEN", "ESP", 2024, 602_539),
    cell("VEN", "PAN", 2024, 182_386),
    cell("VEN", "CHL", 2024, 427_821),
    cell("BLZ", "DOM", 2024, NONE),
    cell("CRI", "USA", 2024, NONE),
    Check("stock.USA.origins", "stock",
          N_("La revisión 2024 nombra 61 orígenes para los Estados Unidos, contando WLD y OTH."), 61,
          Count("stock", {"destination": "USA"}, "origin"), UN_2024),
    *(living_in(*figure) for figure in (
        ("USA", 52_375_047), ("DEU", 16_750_084), ("SAU", 13_683_841), ("GBR", 11_845_479), ("FRA", 9_186_757),
        ("ESP", 8_870_527), ("CAN", 8_805_839), ("ARE", 8_157_000), ("AUS", 8_111_404), ("RUS", 7_605_774),
        ("TUR", 7_083_501), ("ITA", 6_553_671))),
    *(born_in(*figure) for figure in (("IND", 18.5), ("CHN", 11.7), ("MEX", 11.6), ("UKR", 9.8), ("RUS", 9.1))),
    Check("stock_vintages.sexes", "stock_vintages", N_("Mujeres y hombres suman el total, salvo una persona."), NONE,
          PartsApart("stock_vintages", "stock", "sex", ("male", "female"), "total",
                     ("edition", "origin", "destination", "year"), tolerance=1, gaps=True)),
    Check("stock_vintages.apart.2019", "stock_vintages",
          N_("En dos celdas de la revisión 2019, mujeres y hombres difieren del total en una persona."), 2,
          cells_apart_by_one, UN_2019),
    Check("stock_vintages.blank.2019", "stock_vintages",
          N_("En 27 celdas de la revisión 2019 faltan las mujeres o los hombres."), 27, without_a_sex, UN_2019),
    Check("stock_vintages.origins.2020", "stock_vintages", N_("Los orígenes de cada destino suman WLD."), NONE,
          vintages_origins_apart, UN_2020),
    Check("stock_vintages.zeros", "stock_vintages", N_("La edición del Banco Mundial no trae totales de cero."), 0,
          Count("stock_vintages", {"stock": 0, "edition": "World Bank", "sex": "total"}), WORLD_BANK),
    Check("stock_vintages.UN.2024", "stock_vintages", N_("La edición 2024 coincide con stock."), NONE, unlike_stock),
    Check("stock_vintages.world.2020", "stock_vintages",
          N_("Personas migrantes en el mundo en 2020, según la revisión 2020."), 280_598_105,
          Figure("stock_vintages", "stock", {"year": 2020, "edition": "UN 2020", "origin": "WLD", "sex": "total"}),
          UN_2020),
    vintage("UN 2020", "MEX", "USA", 2020, 10_853_105, LARGEST_GROUPS_2020),
    vintage("UN 2020", "IND", "USA", 2020, 2_723_764, LARGEST_GROUPS_2020),
    vintage("UN 2020", "SLV", "USA", 2020, 1_410_659, LARGEST_GROUPS_2020),
    vintage("UN 2020", "POL", "DEU", 2020, 2_141_722, LARGEST_GROUPS_2020),
    vintage("UN 2020", "SYR", "DEU", 2020, 707_457, LARGEST_GROUPS_2020),
    vintage("UN 2020", "IDN", "SAU", 2020, 1_709_318, LARGEST_GROUPS_2020),
    vintage("UN 2024", "MEX", "USA", 2020, 11_177_052),
    vintage("World Bank", "MEX", "USA", 2020, 11_416_180),
    vintage("UN 2019", "MEX", "USA", 2019, 11_489_684),
    vintage("World Bank", "MEX", "USA", 1960, 610_912),
    vintage("UN 2020", "PRY", "ARG", 2020, 685_714),
    vintage("UN 2024", "PRY", "ARG", 2020, 527_081),
    vintage("UN 2020", "BOL", "ARG", 2020, 423_136),
    vintage("UN 2024", "BOL", "ARG", 2020, 339_423),
    vintage("UN 2020", "VEN", "COL", 2015, 55_893),
    vintage("UN 2020", "VEN", "COL", 2020, 1_780_486),
    vintage("UN 2024", "VEN", "COL", 2015, 33_080),
    vintage("UN 2024", "VEN", "COL", 2020, 1_796_066),
    vintage("UN 2020", "DOM", "USA", 2020, 1_167_738),
    vintage("UN 2024", "DOM", "USA", 2020, 1_167_738 + 121_567),
    vintage("UN 2020", "CRI", "USA", 2020, 96_903),
    vintage("UN 2020", "CHL", "USA", 2020, 89_714),
    vintage("UN 2020", "BOL", "USA", 2020, 80_028),
    *(vintage(edition, "HTI", "DOM", 2020, 496_112) for edition in ("UN 2020", "UN 2024", "World Bank")),
    *(born_in_2019(*figure) for figure in (
        ("IND", 17.5), ("MEX", 11.8), ("CHN", 10.7), ("RUS", 10.5), ("SYR", 8.2), ("BGD", 7.8), ("PAK", 6.3),
        ("UKR", 5.9), ("PHL", 5.4), ("AFG", 5.1))),
    Check("stock_vintages.folded.2020", "stock_vintages",
          N_("Personas emigrantes de la región que la revisión 2024 deja de nombrar, en 2020."), 1_575_999, Folded(),
          UN_2024),
    *(Check(f"stock_vintages.folded.{origin}", "stock_vintages",
            N_("Porcentaje de las personas emigrantes del país que la revisión 2024 deja de nombrar, en 2020."),
            percent, FoldedShare(origin), UN_2024)
      for origin, percent in (("BHS", 96), ("BLZ", 89), ("CRI", 72), ("CHL", 23), ("URY", 18), ("BOL", 11))),
    *(Check(f"stock_vintages.folded.into.{destination}", "stock_vintages",
            N_("Orígenes de la región que la revisión 2024 deja de nombrar en el destino, en 2020."), count,
            FoldedOrigins(destination), UN_2024)
      for destination, count in (("USA", 15), ("ESP", 14), ("GBR", 32))),
)  # fmt: skip
