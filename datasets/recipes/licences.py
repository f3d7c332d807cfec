"""Licences and sources of a table in the words of the Data Package standard, for other readers of it."""

from datasets.recipes.declaration import Table

CREATIVE_COMMONS = "https://creativecommons.org/licenses"
KNOWN = {
    "CC BY 4.0": {"name": "CC-BY-4.0", "path": f"{CREATIVE_COMMONS}/by/4.0/"},
    "CC BY 3.0 IGO": {"name": "CC-BY-3.0-IGO", "path": f"{CREATIVE_COMMONS}/by/3.0/igo/"},
    "MIT": {"name": "MIT", "path": "https://opensource.org/license/mit"},
}


def licenses_of(table: Table) -> dict[str, list[dict[str, str]]]:
    """Return ``licenses``, or nothing where the standard has no name for a part of what is declared.

    A licence that is known of one part of a table alone would promise too much of the others.
    """
    parts = table.licence.removesuffix(" (declarada)").split("; ")
    if table.to_confirm or any(part not in KNOWN for part in parts):
        return {}
    return {"licenses": [{**KNOWN[part], "title": part} for part in parts]}


def sources_of(table: Table) -> list[dict[str, str]]:
    """Return ``sources``: who publishes what, and through which public copy it came."""
    return [{"title": f"{table.publisher}, {table.edition} ({table.obtained})"}]
