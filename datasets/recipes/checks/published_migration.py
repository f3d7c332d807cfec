"""What the publishers print of migrants and countries, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, PartsApart, Values, first, rows_of
from datasets.recipes.declaration import N_

UN_2024, UN_2020, UN_2019 = "UN DESA, International Migrant Stock 2024", "UN DESA, 2020", "UN DESA, 2019"
WORLD_BANK = "World Bank, Global Bilateral Migration"
SAID = N_("La celda dice lo publicado.")
ABSENT = N_("La celda no está dada.")
SEXES = N_("Mujeres y hombres suman el total en cada celda.")


def cell(origin: str, destination: str, year: int, expected: Finding) -> Check:
    """Return the check of one cell of ``stock``, both sexes; `NONE` expects that it is not given."""
    find = Figure("stock", "stock", {"origin": origin, "destination": destination, "year": year, "sex": "total"})
    statement = SAID if expected != NONE else ABSENT
    return Check(f"stock.{origin}.{destination}.{year}", "stock", statement, expected, find, UN_2024)


def vintage(edition: str, origin: str, destination: str, year: int, expected: Finding) -> Check:
    """Return the check of one cell of ``stock_vintages``, both sexes."""
    where = {"edition": edition, "origin": origin, "destination": destination, "year": year, "sex": "total"}
    source = WORLD_BANK if edition == "World Bank" else f"UN DESA, {edition[3:]}"
    name = f"stock_vintages.{edition.replace(' ', '.')}.{origin}.{destination}.{year}"
    return Check(name, "stock_vintages", SAID, expected, Figure("stock_vintages", "stock", where), source)


def origins_apart(tables: Tables) -> Found:
    """Return the first destination and year whose origins do not add up to WLD."""
    both = rows_of(tables["stock"], {"sex": "total"}).drop(columns="sex")
    keys = ["destination", "year"]
    parts = both[both["origin"] != "WLD"].groupby(keys)["stock"].sum()
    world = both[both["origin"] == "WLD"].set_index(keys)["stock"]
    return first(parts[parts.ne(world.reindex(parts.index))].reset_index())


def unlike_stock(tables: Tables) -> Found:
    """Return the first cell in which the edition of 2024 differs from ``stock``."""
    keys = ["origin", "destination", "year", "sex"]
    vintages = rows_of(tables["stock_vintages"], {"edition": "UN 2024"})[[*keys, "stock"]]
    joined = vintages.merge(tables["stock"], on=keys, how="left", suffixes=("", "_2024"))
    return first(joined[joined["stock"] != joined["stock_2024"]])


def folded(tables: Tables) -> Found:
    """Return the emigrants of the 33 states in 2020 whose cell the revision of 2020 gives and that of 2024 does not."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    vintages = rows_of(tables["stock_vintages"], {"year": 2020, "sex": "total"})
    vintages = vintages[vintages["origin"].isin(region)].set_index(["origin", "destination"])
    before, after = (rows_of(vintages, {"edition": edition})["stock"] for edition in ("UN 2020", "UN 2024"))
    return Found(int(before[~before.index.isin(after.index)].sum()))


def open_rings(tables: Tables) -> Found:
    """Return the first ring whose last point is not its first."""
    rings = tables["borders"].groupby(["iso3", "ring"])[["lon", "lat"]]
    apart = rings.first().ne(rings.last()).any(axis="columns")
    return first(apart[apart].reset_index())


def jumps(tables: Tables) -> Found:
    """Return the first point from which a line would cross the map."""
    borders = tables["borders"]
    steps = borders.groupby(["iso3", "ring"])["lon"].diff().abs()
    return first(borders[(steps > 180) | (borders["lon"].abs() > 180) | (borders["lat"].abs() > 90)])


def decimal_mark(iso3: str, mark: str, statement: str) -> Check:
    """Return the check of the decimal mark of a country."""
    find = Values("countries", "decimal_mark", {"iso3": iso3})
    return Check(f"countries.{iso3}", "countries", statement, mark, find, "Unicode CLDR")


CHECKS = (
    Check("borders.closed", "borders", N_("Cada anillo termina donde empieza."), NONE, open_rings),
    Check("borders.jumps", "borders", N_("Ninguna línea cruza el mapa de lado a lado."), NONE, jumps),
    Check("countries.lac33", "countries", N_("América Latina y el Caribe tiene 33 Estados."), 33,
          Count("countries", {"lac33": True}), "CELAC"),
    Check("countries.NA", "countries", N_("«NA» es Namibia."), "NAM", Values("countries", "iso3", {"iso2": "NA"}),
          "ISO 3166-1"),
    decimal_mark("MEX", ".", N_("En México se escribe punto decimal.")),
    decimal_mark("CRI", ",", N_("En Costa Rica se escribe coma decimal.")),
    decimal_mark("PRY", ",", N_("En Paraguay se escribe coma decimal.")),
    Check("stock.sexes", "stock", SEXES, NONE,
          PartsApart("stock", "stock", "sex", ("male", "female"), "total", ("origin", "destination", "year"))),
    Check("stock.origins", "stock", N_("Los orígenes de cada destino suman WLD."), NONE, origins_apart),
    Check("stock.world.2024", "stock", N_("Personas migrantes en el mundo en 2024."), 304_021_813,
          Figure("stock", "stock", {"origin": "WLD", "year": 2024, "sex": "total"}), UN_2024),
    Check("stock.unnamed.2024", "stock", N_("Personas migrantes de origen sin nombrar en 2024."), 22_065_614,
          Figure("stock", "stock", {"origin": "OTH", "year": 2024, "sex": "total"}), UN_2024),
    cell("MEX", "USA", 2024, 11_279_561),
    cell("VEN", "COL", 2024, 2_904_873),
    cell("BLZ", "DOM", 2024, NONE),
    cell("CRI", "USA", 2024, NONE),
    Check("stock.USA.origins", "stock",
          N_("La revisión 2024 nombra 61 orígenes para los Estados Unidos, contando WLD y OTH."), 61,
          Count("stock", {"destination": "USA"}, "origin"), UN_2024),
    Check("stock_vintages.UN.2024", "stock_vintages", N_("La edición 2024 coincide con stock."), NONE, unlike_stock),
    Check("stock_vintages.world.2020", "stock_vintages",
          N_("Personas migrantes en el mundo en 2020, según la revisión 2020."), 280_598_105,
          Figure("stock_vintages", "stock", {"edition": "UN 2020", "origin": "WLD", "year": 2020, "sex": "total"}),
          UN_2020),
    vintage("UN 2020", "MEX", "USA", 2020, 10_853_105),
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
    Check("stock_vintages.folded.2020", "stock_vintages",
          N_("Personas emigrantes de la región que la revisión 2024 deja de nombrar, en 2020."), 1_575_999, folded,
          UN_2024),
)  # fmt: skip
