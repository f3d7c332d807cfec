"""`corredores corridor`: the code of a corridor, from its countries as a person writes them."""

from rich.console import Console
from rich.table import Table

from corredores import data
from corredores.command_error import WrongUsage
from corredores.corridor import ASSIGNABLE, ORIGINS, Corridor
from corredores.language import text


def print_codes(origin: str, destination: str) -> None:
    """Print the codes of the corridors between ``origin`` and ``destination``; an empty text stands for any country.

    Raises
    ------
    WrongUsage
        When a country is unknown, or no corridor between the two is assigned.
    """
    found = _matching(_country(origin), _country(destination))
    table = Table(text("Código"), text("Origen"), text("Destino"))
    for pair in found:
        table.add_row(pair.code, pair.origin_name, pair.destination_name)
    Console().print(table)


def _country(written: str) -> str:
    if not written:
        return ""
    try:
        return data.require_country(written)
    except data.UnknownName as unknown:
        raise WrongUsage(str(unknown)) from None


def _matching(origin: str, destination: str) -> list[Corridor]:
    if origin and origin not in ORIGINS:
        existing = ", ".join(data.country_name(code) for code in ORIGINS)
        raise WrongUsage(
            text(
                "{country} no tiene corredores que se asignen: la fuente no nombra a su gente en los destinos "
                "principales. Hay corredores desde {existing}.",
                country=data.country_name(origin),
                existing=existing,
            )
        )
    from_origin = [pair for pair in ASSIGNABLE if origin in ("", pair.origin)]
    found = [pair for pair in from_origin if destination in ("", pair.destination)]
    if not found:
        raise WrongUsage(
            text(
                "No se asigna ningún corredor hacia {country} desde ahí. Existen: {existing}.",
                country=data.country_name(destination),
                existing=", ".join(str(pair) for pair in from_origin),
            )
        )
    return found
