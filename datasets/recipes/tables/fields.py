"""Columns that several tables have."""

from datasets.recipes.declaration import N_, Field

PERSONS = N_("personas")
PERCENT = N_("%")
DEGREES = N_("grados")
DOLLARS = N_("dólares de los EE. UU.")
SEXES = ("total", "male", "female")

ORIGIN = Field(
    "origin",
    "string",
    N_("País de nacimiento (ISO3); WLD es el total y OTH los orígenes sin nombrar"),
    place=True,
    totals=("WLD", "OTH"),
)
DESTINATION = Field("destination", "string", N_("País donde viven (ISO3)"), place=True)
YEAR = Field("year", "integer", N_("Año"), minimum=1900, maximum=2100)
UN_YEAR = Field("year", "integer", N_("Año; la ONU refiere las existencias al 1 de julio"), minimum=1900, maximum=2100)
SEX = Field("sex", "string", N_("total, male (hombres) o female (mujeres)"), values=SEXES)
STOCK = Field("stock", "integer", N_("Personas nacidas en el origen que viven en el destino"), PERSONS, minimum=0)
ISO3 = Field("iso3", "string", N_("Código ISO 3166-1 de tres letras"), place=True)
