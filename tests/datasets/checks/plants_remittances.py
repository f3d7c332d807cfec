"""Violations planted for the checks on remittances whose finding goes over several rows."""

from tests.datasets.checks.planting import Plant, add, change, drop

MEXICO_2023 = {"month": "2023-12", "flow": "received", "breakdown": "total"}
CALIFORNIA = {"month": "2025-01", "breakdown": "us_state", "place": "CA"}


def half_more(value: float) -> float:
    return value * 1.5


def half_more_dollars(value: int) -> int:
    return value * 3 // 2


PLANTS: dict[str, Plant] = {
    # A cell that is not given is planted as the zero that it must not become.
    "remittances.blind.VEN.2017": change("remittances", "received", 0.0, iso3="VEN", year=2020),
    "remittances.blind.BRB.2018": change("remittances", "received", 0.0, iso3="BRB", year=2020),
    "remittances.blind.GUY.2024": change("remittances", "received", 0.0, iso3="GUY", year=2024),
    "remittances.paid.ends": change("remittances", "paid", 0.0, iso3="MEX", year=2022),
    "remittances.share": change("remittances", "received_share", half_more, iso3="SLV", year=2023),
    "remittances.2023": change("remittances", "received_share", 0.0, iso3="CUB", year=2023),
    "remittances_bilateral.totals": drop("remittances_bilateral", year=2021, sender="USA", receiver="MEX"),
    "remittances_mexico.quarters": change("remittances_mexico", "remittances", half_more_dollars, **CALIFORNIA),
    "remittances_mexico.growth.dollars": change("remittances_mexico", "remittances", half_more_dollars, **MEXICO_2023),
    "remittances_mexico.growth.pesos": change("prices_mexico", "exchange_rate", half_more, month="2022-01"),
    "remittances_mexico.growth.real": change("prices_mexico", "cpi", half_more, month="2022-01"),
    "remittance_cost.corridors": add("remittance_cost", sender="SLV", receiver="USA", quarter="2020Q3", cost=5.0),
    "remittance_cost.region": drop("remittance_cost", sender="USA", receiver="SLV"),
    "remittance_cost.codes": change("remittance_cost", "receiver", "KSV", receiver="XKX"),
    "remittance_cost.negative": change("remittance_cost", "cost", -1.0, sender="USA", receiver="MEX"),
}
