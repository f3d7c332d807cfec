"""The labour market of a country by sex: modelled, as countries measure it, and derived."""

from pathlib import Path

import pandas as pd

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import ilo_unemployment, wdi, wdi_labour
from datasets.recipes.publishers.wdi_indicators import RATES
from datasets.recipes.tables.fields import ISO3, YEAR

INDICATORS = (
    *dict.fromkeys(one.name for one in RATES),
    "unemployment_rate_national",
    "labour_force",
    *(f"{sector}_jobs" for sector in wdi_labour.SECTORS),
)


def labour(sources: Path) -> pd.DataFrame:
    """Return the modelled, derived and national indicators together, long."""
    return pd.concat([wdi_labour.labour(sources), ilo_unemployment.unemployment_national(sources)], ignore_index=True)


TABLES = (
    Table(
        name="labour",
        recipe=labour,
        title=N_("Mercado de trabajo por sexo: tasas, fuerza de trabajo y empleos por sector"),
        publisher=N_("OIT y Banco Mundial"),
        edition=N_("World Development Indicators, julio de 2026; ILOSTAT, ODS 8.5.2 hasta 2023"),
        obtained="datasets/world-development-indicators@4ebec5a2; dauphine-data-daniel/final-project-sdg8@b72ff59b",
        licence="CC BY 4.0",
        cite=N_(
            "Banco Mundial (2026). World Development Indicators, julio de 2026. OIT (2024). ILOSTAT, indicador "
            "8.5.2 de los ODS. CC BY 4.0."
        ),
        limits=(
            N_(
                "Lo que lleva la marca modelled es una estimación modelada de la OIT: también da cifras de años y "
                "países sin encuesta."
            ),
            N_(
                "unemployment_rate_national es lo que midió la encuesta de cada país: definiciones y cobertura "
                "cambian, y por eso B marca una ruptura de la serie y U un dato poco fiable. Donde hay U y el valor "
                "está en blanco, la OIT lo retiene."
            ),
            N_(
                "Los empleos por sector y la fuerza de trabajo por sexo se derivan aquí (marca derived): fuerza de "
                "trabajo × (1 − desempleo) × porcentaje del sector, cada sexo redondeado a personas y el total como su "
                "suma. Son tan seguros como las estimaciones de que salen."
            ),
            N_(
                "Por sexo solo, sin total, se dan la participación, el desempleo juvenil y los porcentajes del empleo; "
                "la relación empleo-población, solo en total."
            ),
            N_("Sin estimación modelada para Antigua y Barbuda, Dominica, Granada y San Cristóbal y Nieves."),
            N_("No dice nada por país de nacimiento, ocupación ni salario."),
        ),
        key=("indicator", "iso3", "sex", "age", "year"),
        files=(wdi.PANEL, ilo_unemployment.FILE),
        places=("iso3",),
        time="year",
        fields=(
            Field("indicator", "string", N_("Nombre del indicador"), values=INDICATORS),
            ISO3,
            Field(
                "sex",
                "string",
                N_("total, male (hombres), female (mujeres) u other (otro; lo dan India y Malta)"),
                values=ilo_unemployment.SEXES,
            ),
            Field("age", "string", N_("Edad en años cumplidos"), values=tuple(ilo_unemployment.AGES.values())),
            YEAR,
            Field("value", "number", N_("Valor; en blanco si la OIT lo retiene"), minimum=0, blank=True),
            Field("unit", "string", N_("percent (%) o persons (personas)"), values=("percent", "persons")),
            Field(
                "source",
                "string",
                N_("Código del indicador en el WDI, o de la encuesta en ILOSTAT; en lo derivado, WDI"),
            ),
            Field(
                "flag",
                "string",
                N_("modelled (modelado), derived (derivado aquí), B (ruptura), U (poco fiable); en blanco, sin marca"),
                values=(wdi_labour.MODELLED, wdi_labour.DERIVED, *ilo_unemployment.FLAGS),
                blank=True,
            ),
        ),
    ),
)
