"""Violations planted for the checks on displacement that have a finding of their own."""

from tests.datasets.checks.planting import Plant, change, drop

PLANTS: dict[str, Plant] = {
    **{
        f"{table}.origins": change(table, "origin", "UNK", origin="OTH")
        for table in ("displaced", "asylum_applications", "displacement_flows")
    },
    "displaced.asylum": drop("displaced", origin="VEN", destination="COL", year=2024, category="oip"),
    "displaced.origin": drop("displaced", origin="VEN", destination="ESP", year=2024, category="refugees"),
    "displaced.totals": change(
        "displaced", "persons", lambda persons: persons + 1, origin="WLD", year=2024, category="refugees"
    ),
}
