"""Persons who live in another country than the one of their birth."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.un_desa import stock
from datasets.recipes.publishers.vintages import stock_vintages
from datasets.recipes.tables.fields import DESTINATION, ORIGIN, SEX, STOCK, UN_YEAR

NOT_GIVEN = N_(
    "Una celda ausente no es cero: la ONU no da ese dato. Cada destino nombra solo algunos orígenes; "
    "los demás están en OTH."
)
LOWER_BOUND = N_("Por eso la suma por destinos de las personas emigrantes de un país es un mínimo.")
ESTIMATES = N_("Son estimaciones: entre censos la ONU interpola, y tras el último extrapola.")
BIRTH = N_("En la mayoría de los destinos cuenta por país de nacimiento; en algunos, por nacionalidad.")

TABLES = (
    Table(
        name="stock",
        recipe=stock,
        title=N_("Existencias de personas migrantes por origen, destino y sexo"),
        publisher=N_("ONU, Departamento de Asuntos Económicos y Sociales (UN DESA)"),
        edition=N_("International Migrant Stock, revisión 2024"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence="CC BY 3.0 IGO",
        limits=(NOT_GIVEN, LOWER_BOUND, ESTIMATES, BIRTH),
        key=("origin", "destination", "year", "sex"),
        files=("un_desa_ims/ims2024_bilateral_by_sex.csv",),
        places=("origin", "destination"),
        time="year",
        core=True,
        fields=(ORIGIN, DESTINATION, UN_YEAR, SEX, STOCK),
    ),
    Table(
        name="stock_vintages",
        recipe=stock_vintages,
        title=N_("La misma existencia según cuatro ediciones"),
        publisher=N_("UN DESA y Banco Mundial"),
        edition=N_("International Migrant Stock 2019, 2020 y 2024; Global Bilateral Migration 1960–2020"),
        obtained="kirillfandreev/migrantstock@6f8cd595; open-numbers/ddf--unpop--international_migrant_stock@e063d8e5",
        licence="CC BY 3.0 IGO; CC BY 4.0",
        limits=(
            NOT_GIVEN,
            N_("La revisión 2019 no trae filas WLD ni OTH; la edición del Banco Mundial omite los ceros."),
            N_("No se suman ni se empalman ediciones: cada una recalcula también los años anteriores."),
        ),
        key=("edition", "origin", "destination", "year", "sex"),
        files=(
            "un_desa_ims/ims2019_bilateral_by_sex.csv",
            "un_desa_ims/ims2020_bilateral_by_sex.csv",
            "un_desa_ims/ims2024_bilateral_by_sex.csv",
            "worldbank_gbmd/wb_bilateral_stock_1960_2020.csv",
        ),
        places=("origin", "destination"),
        time="year",
        fields=(
            Field(
                "edition",
                "string",
                N_("UN 2019, UN 2020, UN 2024 o World Bank"),
                values=("UN 2019", "UN 2020", "UN 2024", "World Bank"),
            ),
            ORIGIN,
            DESTINATION,
            UN_YEAR,
            SEX,
            STOCK,
        ),
    ),
)
