"""``country_groups`` and ``group_totals``: what the World Bank gives of groups of countries, not of countries."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers.wdi import PUBLISHER, paid, panel
from datasets.recipes.publishers.wdi_indicators import INDICATORS
from datasets.recipes.source import CODE, TEXT, read_csv

METADATA = "country_ref/wb_country_metadata_2026-04.csv"
PAID_IN_2021 = "paid_edition_2021"  # the groups had other members then: MEA no Pakistan, EMU no Bulgaria

# The World Bank names its groups in English; these are the course's translations.
SPANISH = {
    "AFE": "África oriental y meridional",
    "AFW": "África occidental y central",
    "ARB": "Mundo árabe",
    "CEB": "Europa central y el Báltico",
    "CSS": "Estados pequeños del Caribe",
    "EAP": "Asia oriental y el Pacífico (sin países de ingreso alto)",
    "EAR": "Dividendo demográfico temprano",
    "EAS": "Asia oriental y el Pacífico",
    "ECA": "Europa y Asia central (sin países de ingreso alto)",
    "ECS": "Europa y Asia central",
    "EMU": "Zona del euro",
    "EUU": "Unión Europea",
    "FCS": "Situaciones frágiles y afectadas por conflictos",
    "HIC": "Ingreso alto",
    "HPC": "Países pobres muy endeudados (PPME)",
    "IBD": "Solo BIRF",
    "IBT": "Total de AIF y BIRF",
    "IDA": "Total de AIF",
    "IDB": "AIF con acceso mixto",
    "IDX": "Solo AIF",
    "LAC": "América Latina y el Caribe (sin países de ingreso alto)",
    "LCN": "América Latina y el Caribe",
    "LDC": "Países menos adelantados: clasificación de la ONU",
    "LIC": "Ingreso bajo",
    "LMC": "Ingreso mediano bajo",
    "LMY": "Ingreso bajo y mediano",
    "LTE": "Dividendo demográfico tardío",
    "MEA": "Oriente Medio, Norte de África, Afganistán y Pakistán",
    "MIC": "Ingreso mediano",
    "MNA": "Oriente Medio, Norte de África, Afganistán y Pakistán (sin países de ingreso alto)",
    "NAC": "América del Norte",
    "OED": "Miembros de la OCDE",
    "OSS": "Otros Estados pequeños",
    "PRE": "Antes del dividendo demográfico",
    "PSS": "Pequeños Estados insulares del Pacífico",
    "PST": "Después del dividendo demográfico",
    "SAS": "Asia meridional",
    "SSA": "África al sur del Sahara (sin países de ingreso alto)",
    "SSF": "África al sur del Sahara",
    "SST": "Estados pequeños",
    "TEA": "Asia oriental y el Pacífico (países de AIF y BIRF)",
    "TEC": "Europa y Asia central (países de AIF y BIRF)",
    "TLA": "América Latina y el Caribe (países de AIF y BIRF)",
    "TMN": "Oriente Medio, Norte de África, Afganistán y Pakistán (países de AIF y BIRF)",
    "TSA": "Asia meridional (países de AIF y BIRF)",
    "TSS": "África al sur del Sahara (países de AIF y BIRF)",
    "UMC": "Ingreso mediano alto",
    "WLD": "Mundo",
}


def country_groups(sources: Path) -> pd.DataFrame:
    """Return the groups of the panel; English names as the World Bank's metadata of April 2026 print them."""
    groups = panel(sources).loc[lambda table: table["is_aggregate"], ["iso3"]].drop_duplicates()
    names = read_csv(sources / METADATA, PUBLISHER, {"Country Code": CODE, "TableName": TEXT})
    named = groups.merge(names, left_on="iso3", right_on="Country Code", how="left")
    named = named.rename(columns={"iso3": "group", "TableName": "name_en"})
    return named.assign(name_es=named["group"].map(SPANISH))


def group_totals(sources: Path) -> pd.DataFrame:
    """Return every indicator of every group, long; what is not given has no row."""
    table = panel(sources).loc[lambda table: table["is_aggregate"]].rename(columns={"iso3": "group"})
    long = table.melt(["group", "year"], [one.code for one in INDICATORS], "code", "value").dropna(subset="value")
    named = pd.DataFrame(
        [(one.code, one.group_name, one.unit) for one in INDICATORS], columns=["code", "indicator", "unit"]
    )
    outward = paid(sources).rename(columns={"iso3": "group", "paid": "value"})
    outward = outward[outward["group"].isin(table["group"])].assign(indicator=PAID_IN_2021, unit="USD")
    return pd.concat([long.merge(named, on="code"), outward], ignore_index=True)
