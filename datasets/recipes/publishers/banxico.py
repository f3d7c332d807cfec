"""``remittances_mexico`` and ``prices_mexico``: Banco de México, what banks and firms report, not a model."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import AMOUNT, CODE, COUNT, TEXT, Kind, read_csv

PUBLISHER = "Banco de México"
FIRST_OF_MONTH = Kind(pattern="[12][0-9]{3}-(0[1-9]|1[0-2])-01")
FIRST_OF_QUARTER = Kind(pattern="[12][0-9]{3}-(01|04|07|10)-01")
FLOW = Kind(values=("Ingresos", "Egresos"))
FLOWS = {"Ingresos": "received", "Egresos": "paid"}
US_STATE = Kind(pattern="[A-Z]{2}")
STATE = Kind(pattern="[1-9]|[12][0-9]|3[0-2]")


def remittances_mexico(sources: Path) -> pd.DataFrame:
    """Return the monthly totals and the three breakdowns, which are quarterly and bear the quarter's first month.

    The files of states give what Mexico receives, and no flow; codes are the publisher's.
    """
    parts = [
        _read(sources, "mensuales", FIRST_OF_MONTH, {"FLUJO": FLOW, "OPERACIONES": COUNT}).assign(
            breakdown="total", place="WLD", place_name="Total", months=1
        ),
        _breakdown(sources, "pais", "country", {"ID_PAIS": CODE, "PAIS": TEXT, "FLUJO": FLOW}),
        _breakdown(sources, "usa", "us_state", {"ID_ESTADO": US_STATE, "ESTADO": TEXT}),
        _breakdown(sources, "entidad", "state", {"CVE_ENT": STATE, "ENTIDAD": TEXT}),
    ]
    table = pd.concat(parts, ignore_index=True)
    return table.astype({"operations": "Int64", "remittances": int})


def _breakdown(sources: Path, file: str, breakdown: str, columns: dict[str, Kind]) -> pd.DataFrame:
    code, name = list(columns)[:2]
    table = _read(sources, file, FIRST_OF_QUARTER, columns).rename(columns={code: "place", name: "place_name"})
    return table.assign(breakdown=breakdown, months=3)


def _read(sources: Path, file: str, period: Kind, columns: dict[str, Kind]) -> pd.DataFrame:
    path = sources / "banxico" / f"remesas_{file}.csv"
    table = read_csv(path, PUBLISHER, {"PERIODO": period} | columns | {"VALOR_USD": AMOUNT})
    table["flow"] = table["FLUJO"].map(FLOWS) if "FLUJO" in table else "received"
    table["month"] = table["PERIODO"].str[:7]
    return table.rename(columns={"OPERACIONES": "operations", "VALOR_USD": "remittances"})


def prices_mexico(sources: Path) -> pd.DataFrame:
    """Return the consumer price index and the exchange rate by month.

    The file of exchange rates begins with zeros, before the first quotation: they are not given.
    """
    names = {"GENERAL": "cpi", "SUBYACENTE": "cpi_core", "NO_SUBYACENTE": "cpi_non_core"}
    columns = {"PERIODO": FIRST_OF_MONTH} | dict.fromkeys(names, AMOUNT)
    prices = read_csv(sources / "banxico" / "IPC.csv", PUBLISHER, columns).rename(columns=names)
    columns = {"PERIODO": FIRST_OF_MONTH, "TIPO_CAMBIO": AMOUNT}
    rates = read_csv(sources / "banxico" / "USDMXN.csv", PUBLISHER, columns)
    rates["exchange_rate"] = rates["TIPO_CAMBIO"].where(rates["TIPO_CAMBIO"] > 0)
    table = prices.merge(rates, on="PERIODO", how="outer")
    return table.assign(month=table["PERIODO"].str[:7])
