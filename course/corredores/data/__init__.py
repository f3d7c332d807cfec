"""The tables of the course, each with its provenance, and the names of countries."""

from corredores.data.compiled import AbsentTable, DamagedTable
from corredores.data.countries import country_code, country_name, require_country
from corredores.data.fields import fields
from corredores.data.loading import latest, load, tables
from corredores.data.provenance import Provenance, provenance
from corredores.data.sources import source_line, sources
from corredores.data.unknown import UnknownName

__all__ = [
    "AbsentTable",
    "DamagedTable",
    "Provenance",
    "UnknownName",
    "country_code",
    "country_name",
    "fields",
    "latest",
    "load",
    "provenance",
    "require_country",
    "source_line",
    "sources",
    "tables",
]
