"""Violations planted for the checks on job orders, visas and permits that have a finding of their own."""

from typing import Any

from datasets.recipes.checks.check import Tables
from tests.datasets.checks.planting import Plant, Planted, add, change

FARM = {"visa": "H-2A", "fiscal_year": 2017}
SEASONAL = {"province": "Ontario", "year": 2023, "outcome": "positive"}
RIDES = {"fiscal_year": 2019, "soc_code": "39-3091", "pay_unit": "Hourly"}
MOWING = {"fiscal_year": 2019, "soc_code": "37-3011", "pay_unit": "Hourly"}


def every(column: str, value: str, **where: Any) -> Plant:
    """Give every job order with these values another one."""

    def plant(tables: Tables) -> Planted:
        orders = tables["job_orders"].copy()
        chosen = (orders[list(where)] == list(where.values())).all(axis="columns")
        orders.loc[chosen, column] = value
        return {**tables, "job_orders": orders}

    return plant


PLANTS: dict[str, Plant] = {
    "job_orders.45-2092": every("soc_code", "45-2093", soc_code="45-2092", fiscal_year=2017),
    "job_orders.dollars": change("job_orders", "pay_rate", "$12.00", fiscal_year=2019),
    "job_orders.39-3091.hourly": every("pay_unit", "Week", **RIDES),
    "job_orders.39-3091.weekly": every("pay_rate", "12", **RIDES),
    "job_orders.37-3011.median": every("pay_rate", "15.00", **MOWING),
    "job_orders.above_requested": change("job_orders", "workers_certified", 9_999, **FARM),
    "job_orders.above_order": change("job_orders", "workers_certified", 9_999, primary_sub="SUB", **FARM),
    "job_orders.contacts": change("job_orders", "worksite_city", "call 555-123-4567"),
    "visas.classes": change("visas", "issued", 10**8, visa_class="H-2A", iso3="MEX", fiscal_year=2024),
    "visas.nationalities": add("visas", fiscal_year=2024, iso3="MEX", nationality="Mexique", visa_class="H-2A",
                               issued=1),
    "visas.groups": change("visas", "iso3", None, iso3="MEX"),
    "visas.H-2R": change("visas", "issued", 1, visa_class="H-2R", fiscal_year=2004),
    "visas.per_position": change("visas", "issued", 0, visa_class="H-2A", iso3="MEX", fiscal_year=2017),
    "lmia.repeated": add("lmia", period="2023Q4", province="Alberta", row=999, stream="Low Wage", noc="6311"),
    "lmia.streams": change("lmia", "stream", None, period="2023Q4"),
    "lmia.employers_above": change("lmia", "employers", 10**6),
    "sawp.regions": change("sawp", "value", 1, table=26, item="Toronto", **SEASONAL),
    "sawp.provinces": change("sawp", "value", 1, table=26, item="Total", **SEASONAL),
    "sawp.occupations": change("sawp", "value", 1, table=27, item="General farm workers", **SEASONAL),
    "sawp.streams": change("sawp", "value", 1, table=13, item="Low-Wage", province="Ontario", year=2023),
}  # fmt: skip
