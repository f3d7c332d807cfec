"""Earnings that cannot be, as the ILO prints them: the value stays and the course marks it."""

import pandas as pd

ERROR = "E"  #: the course's own flag, beside the ILO's B and U


def with_errors_marked(table: pd.DataFrame, lowest: float) -> pd.DataFrame:
    """Return the table with the flag :data:`ERROR` where the value is below ``lowest`` and the ILO flags nothing."""
    wrong = (table["value"] < lowest) & table["flag"].isna()
    return table.assign(flag=table["flag"].mask(wrong, ERROR))
