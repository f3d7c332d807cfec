"""What the tables are known to say: figures that the publishers print, and properties that every row has."""

from datasets.recipes.check import NONE, Check, Finding
from datasets.recipes.declaration import N_
from datasets.recipes.findings import (
    folded,
    jumps,
    named_origins,
    negative_counts,
    open_rings,
    origins_apart,
    repeated_keys,
    sexes_apart,
    total_of,
    unknown_codes,
    unlike_stock,
    value_of,
)


def cell(name: str, origin: str, destination: str, year: int, expected: Finding, edition: str = "") -> Check:
    """Return the check of one cell, both sexes; `NONE` expects that it is not given."""
    which = {"edition": edition} if edition else {"sex": "total"}
    label = ".".join([name, *edition.split(), origin, destination, str(year)])
    statement = N_("La celda dice lo publicado.") if expected != NONE else N_("La celda no está dada.")
    return Check(label, statement, expected, total_of(name, origin=origin, destination=destination, year=year, **which))


PROPERTIES = (
    Check("keys", N_("Ninguna fila repite la clave de otra."), NONE, repeated_keys),
    Check("codes", N_("Todo código de país está en countries."), NONE, unknown_codes),
    Check("counts", N_("Ninguna cantidad de personas es negativa ni está en blanco."), NONE, negative_counts),
    Check("stock.sexes", N_("Mujeres y hombres suman el total en cada celda."), NONE, sexes_apart("stock")),
    Check("population.sexes", N_("Mujeres y hombres suman el total en cada celda."), NONE, sexes_apart("population")),
    Check("stock.origins", N_("Los orígenes de cada destino suman WLD."), NONE, origins_apart),
    Check("stock_vintages.UN.2024", N_("La edición 2024 coincide con stock."), NONE, unlike_stock),
    Check("borders.closed", N_("Cada anillo termina donde empieza."), NONE, open_rings),
    Check("borders.jumps", N_("Ninguna línea cruza el mapa de lado a lado."), NONE, jumps),
)

COUNTRIES = (
    Check(
        "countries.lac33",
        N_("América Latina y el Caribe tiene 33 Estados."),
        33,
        lambda tables: int(tables["countries"]["lac33"].sum()),
    ),
    Check("countries.NA", N_("«NA» es Namibia."), "NAM", value_of("countries", "iso3", iso2="NA")),
    Check(
        "countries.MEX",
        N_("En México se escribe punto decimal."),
        ".",
        value_of("countries", "decimal_mark", iso3="MEX"),
    ),
    Check(
        "countries.CRI",
        N_("En Costa Rica se escribe coma decimal."),
        ",",
        value_of("countries", "decimal_mark", iso3="CRI"),
    ),
    Check(
        "countries.PRY",
        N_("En Paraguay se escribe coma decimal."),
        ",",
        value_of("countries", "decimal_mark", iso3="PRY"),
    ),
)

STOCK = (
    Check(
        "stock.world.2024",
        N_("Personas migrantes en el mundo en 2024."),
        304_021_813,
        total_of("stock", origin="WLD", year=2024, sex="total"),
    ),
    Check(
        "stock.unnamed.2024",
        N_("Personas migrantes de origen sin nombrar en 2024."),
        22_065_614,
        total_of("stock", origin="OTH", year=2024, sex="total"),
    ),
    cell("stock", "MEX", "USA", 2024, 11_279_561),
    cell("stock", "VEN", "COL", 2024, 2_904_873),
    cell("stock", "BLZ", "DOM", 2024, NONE),
    cell("stock", "CRI", "USA", 2024, NONE),
    Check(
        "stock.USA.origins",
        N_("La revisión 2024 nombra 61 orígenes para los Estados Unidos, contando WLD y OTH."),
        61,
        named_origins("stock", "USA"),
    ),
)

VINTAGES = (
    Check(
        "stock_vintages.world.2020",
        N_("Personas migrantes en el mundo en 2020, según la revisión 2020."),
        280_598_105,
        total_of("stock_vintages", edition="UN 2020", origin="WLD", year=2020),
    ),
    cell("stock_vintages", "MEX", "USA", 2020, 10_853_105, "UN 2020"),
    cell("stock_vintages", "MEX", "USA", 2020, 11_177_052, "UN 2024"),
    cell("stock_vintages", "MEX", "USA", 2020, 11_416_180, "World Bank"),
    cell("stock_vintages", "MEX", "USA", 2019, 11_489_684, "UN 2019"),
    cell("stock_vintages", "MEX", "USA", 1960, 610_912, "World Bank"),
    cell("stock_vintages", "PRY", "ARG", 2020, 685_714, "UN 2020"),
    cell("stock_vintages", "PRY", "ARG", 2020, 527_081, "UN 2024"),
    cell("stock_vintages", "BOL", "ARG", 2020, 423_136, "UN 2020"),
    cell("stock_vintages", "BOL", "ARG", 2020, 339_423, "UN 2024"),
    cell("stock_vintages", "VEN", "COL", 2015, 55_893, "UN 2020"),
    cell("stock_vintages", "VEN", "COL", 2020, 1_780_486, "UN 2020"),
    cell("stock_vintages", "VEN", "COL", 2015, 33_080, "UN 2024"),
    cell("stock_vintages", "VEN", "COL", 2020, 1_796_066, "UN 2024"),
    cell("stock_vintages", "DOM", "USA", 2020, 1_167_738, "UN 2020"),
    cell("stock_vintages", "DOM", "USA", 2020, 1_167_738 + 121_567, "UN 2024"),
    cell("stock_vintages", "CRI", "USA", 2020, 96_903, "UN 2020"),
    cell("stock_vintages", "CHL", "USA", 2020, 89_714, "UN 2020"),
    cell("stock_vintages", "BOL", "USA", 2020, 80_028, "UN 2020"),
    Check(
        "stock_vintages.folded.2020",
        N_("Personas emigrantes de la región que la revisión 2024 deja de nombrar, en 2020."),
        1_575_999,
        folded,
    ),
)

CHECKS = (*PROPERTIES, *COUNTRIES, *STOCK, *VINTAGES)
