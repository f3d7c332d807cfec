"""What a figure of the labour tables is marked with: modelled, flagged by the ILO, or an error of the publisher."""

from dataclasses import replace

import pandas as pd

from corredores import data
from corredores.language import text

FLAGGED = ("U", "B")  # ILOSTAT: unreliable; break in the series
MODELLED, ERROR = "modelled", "E"  # the ILO's model; an error of the publisher that the course marks


def marks_note(table: pd.DataFrame) -> list[str]:
    """Say that the figures are modelled, and what a hollow mark is, where it is so."""
    said = []
    if table["flag"].eq(MODELLED).any():
        said.append(text("Son estimaciones modeladas de la OIT, también donde no hubo encuesta."))
    if table["flag"].isin(FLAGGED).any():
        said.append(text("Marca hueca: cifra que la OIT señala con reserva."))
    return said


def flagged(table: pd.DataFrame) -> list[str]:
    """Name the years of the hollow marks."""
    unreliable, broken = (table[table["flag"].eq(flag).fillna(False)] for flag in FLAGGED)
    said = []
    if len(unreliable):
        said.append(text("Cifras poco fiables: {list}.", list=listed(unreliable)))
    if len(broken):
        said.append(text("Ruptura de la serie: {list}.", list=listed(broken)))
    return said


def listed(rows: pd.DataFrame) -> str:
    """Return the years of each country once, in order."""
    years = rows.groupby("iso3", sort=False)["year"].unique()
    return "; ".join(
        f"{data.country_name(str(code))} {', '.join(map(str, sorted(own)))}" for code, own in years.items()
    )


def source_of(table: str) -> str:
    """Return the source line of ``table``; of the labour table only the edition that gives its modelled rates."""
    provenance = data.provenance(table)
    if table != "labour":
        return provenance.line()
    return replace(provenance, edition=text(provenance.edition).partition("; ")[0]).line()
