"""Population, economy and remittances of a country."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.world_bank import population
from datasets.recipes.tables.fields import PERSONS, SEX, YEAR

TABLES = (
    Table(
        name="population",
        recipe=population,
        title=N_("Población por sexo"),
        publisher=N_("Banco Mundial"),
        edition=N_("World Development Indicators, julio de 2026"),
        obtained="datasets/world-development-indicators@4ebec5a2",
        licence="CC BY 4.0",
        limits=(
            N_(
                "El Banco Mundial da el total y el porcentaje de mujeres: mujeres y hombres se derivan aquí, "
                "redondeados a personas."
            ),
            N_("Población a mitad de año; los años posteriores al último censo son estimaciones."),
        ),
        key=("iso3", "year", "sex"),
        files=("wdi/wdi_panel_1990_2025.csv",),
        places=("iso3",),
        time="year",
        core=True,
        fields=(
            Field("iso3", "string", N_("Código ISO 3166-1 de tres letras; WLD es el mundo"), place=True),
            YEAR,
            SEX,
            Field("population", "integer", N_("Habitantes a mitad de año"), PERSONS, minimum=0),
        ),
    ),
)
