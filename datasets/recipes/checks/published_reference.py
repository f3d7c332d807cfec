"""What is published of countries, and what an outline must be like to be drawn."""

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Values, first
from datasets.recipes.declaration import N_

WITHOUT_POINT = N_("Solo Gibraltar y dos territorios sin población permanente quedan sin punto central.")


def repeated_codes(tables: Tables) -> Found:
    """Return the first country whose number or code of two letters another has."""
    countries = tables["countries"]
    repeated = countries.duplicated("m49") | (countries.duplicated("iso2") & countries["iso2"].notna())
    return first(countries.loc[repeated, ["iso3", "iso2", "m49"]])


def without_point(tables: Tables) -> Found:
    """Return the countries that lack a central point."""
    countries = tables["countries"]
    missing = countries.loc[countries[["lat", "lon"]].isna().any(axis="columns"), "iso3"]
    return Found(" ".join(missing) or NONE, NONE)


def point_outside(tables: Tables) -> Found:
    """Return the first country whose central point lies outside of the box around its outline."""
    borders = tables["borders"].groupby("iso3").agg({"lon": ["min", "max"], "lat": ["min", "max"]})
    points = tables["countries"].set_index("iso3")[["lon", "lat"]].loc[borders.index]
    outside = ~(
        points["lon"].between(borders["lon", "min"], borders["lon", "max"])
        & points["lat"].between(borders["lat", "min"], borders["lat", "max"])
    )
    return first(points[outside].reset_index().rename(index=str))


def open_rings(tables: Tables) -> Found:
    """Return the first ring whose last point is not its first."""
    rings = tables["borders"].groupby(["iso3", "ring"])[["lon", "lat"]]
    apart = rings.first().ne(rings.last()).any(axis="columns")
    return first(apart[apart].index.to_frame(index=False).rename(index=str))


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
    Check("countries.lac33", "countries", N_("América Latina y el Caribe tiene 33 Estados."), 33,
          Count("countries", {"lac33": True}), "CELAC"),
    Check("countries.SEA", "countries", N_("Asia Sudoriental tiene once países."), 11,
          Count("countries", {"course_region": "SEA"}), "UN M49"),
    Check("countries.NA", "countries", N_("«NA» es Namibia."), "NAM", Values("countries", "iso3", {"iso2": "NA"}),
          "ISO 3166-1"),
    Check("countries.repeated", "countries", N_("Ningún país comparte su número o su código de dos letras con otro."),
          NONE, repeated_codes, "ISO 3166-1"),
    Check("countries.points", "countries", WITHOUT_POINT, "BVT GIB UMI", without_point, "Natural Earth"),
    Check("countries.outside", "countries", N_("El punto central de cada país cae dentro del marco de su contorno."),
          NONE, point_outside, "Natural Earth"),
    decimal_mark("MEX", ".", N_("En México se escribe punto decimal.")),
    decimal_mark("CRI", ",", N_("En Costa Rica se escribe coma decimal.")),
    decimal_mark("PRY", ",", N_("En Paraguay se escribe coma decimal.")),
    Check("borders.closed", "borders", N_("Cada anillo termina donde empieza."), NONE, open_rings),
    Check("borders.jumps", "borders", N_("Ninguna línea cruza el mapa de lado a lado."), NONE, jumps),
    Check("borders.countries", "borders", N_("El mapa dibuja 175 países y territorios."), 175,
          Count("borders", column="iso3"), "Natural Earth"),
)  # fmt: skip
