"""Choose a corridor and see how many persons each source counts in it."""

from typing import Any

from corredores import charts, data
from corredores.explorers.choices import CountryChoice
from corredores.explorers.panel import explorer, panel
from corredores.language import text


@explorer
def rival_sources(origin: str = "VEN", destination: str = "COL") -> Any:
    """Return a panel: choose a corridor; read the figures of every source, and which two lie furthest apart.

    Parameters
    ----------
    origin, destination
        The corridor shown first, by code or name.

    Returns
    -------
    ipywidgets.VBox
        Shown when it is the last line of a cell.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    """
    countries = data.load("countries")
    home = CountryChoice(text("Origen ({country}):"), countries.loc[countries["lac33"], "iso3"], origin)
    away = CountryChoice(text("Destino ({country}):"), countries["iso3"], destination)

    def draw() -> tuple[str, charts.Picture]:
        picture = charts.rival_sources(home.code, away.code)
        said = text(
            "{count} cifras, de {sources} fuentes o definiciones.",
            count=len(picture.table),
            sources=picture.table["series"].nunique(),
        )
        return f"{picture.title}. {said}", picture

    return panel([[home, away]], draw)
