"""``borders``: outlines of countries, from the TopoJSON of Natural Earth (1:110 million)."""

from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.publishers import country_ref
from datasets.recipes.publishers.antimeridian import Ring
from datasets.recipes.publishers.topojson import PUBLISHER, Shape, atlas_shapes
from datasets.recipes.source import SourceError

# Natural Earth draws who holds the ground and gives these no number; the course files them as the UN counts them.
WITHOUT_NUMBER = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
# Natural Earth's own ISO_A3 is -99 for France and Norway; the atlas carries their UN numbers, which are read instead.
MID_ATLANTIC = -30.0
ANTARCTICA = "ATA"  # nobody is counted there, and its outline would have to be cut at the pole


def borders(sources: Path) -> pd.DataFrame:
    """Return one row a point, rings closed and numbered within each country."""
    countries = country_ref.coded(sources)
    codes = dict(zip(countries["m49"], countries["iso3"], strict=True))
    outlines: dict[str, list[Ring]] = {}
    path = sources / "geo" / "world-atlas-2.0.2_countries-110m.json"
    for shape, rings in atlas_shapes(path):
        iso3 = code_of(shape, codes, path)
        for ring in rings:
            outlines.setdefault(counted_as(iso3, ring), []).append(ring)
    rows = [
        (iso3, number, place, lon, lat)
        for iso3 in sorted(outlines.keys() - {ANTARCTICA})
        for number, ring in enumerate(outlines[iso3])
        for place, (lon, lat) in enumerate(ring)
    ]
    return pd.DataFrame(rows, columns=["iso3", "ring", "point", "lon", "lat"]).round({"lon": 3, "lat": 3})


def code_of(shape: Shape, codes: dict[int, str], path: Path) -> str:
    """Return the ISO 3166-1 alpha-3 code of a shape of the atlas.

    Raises
    ------
    SourceError
        When neither its number nor its name is known.
    """
    name = shape["properties"]["name"]
    if "id" in shape and int(shape["id"]) in codes:
        return codes[int(shape["id"])]
    if name in WITHOUT_NUMBER:
        return WITHOUT_NUMBER[name]
    raise SourceError(
        text(
            "{publisher}: en el archivo {path}, {name} trae el número {number}. Se esperaba uno de la ONU (M49).",
            publisher=PUBLISHER,
            path=path,
            name=name,
            number=shape.get("id"),
        )
    )


def counted_as(iso3: str, ring: Ring) -> str:
    """Return the code under which the UN counts the people of a ring: French Guiana apart from France."""
    return "GUF" if iso3 == "FRA" and max(lon for lon, _ in ring) < MID_ATLANTIC else iso3
