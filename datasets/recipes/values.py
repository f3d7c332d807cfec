"""Which rows hold a value that their field may not have."""

import pandas as pd

from datasets.recipes.declaration import Field


def wrong_rows(table: pd.DataFrame, field: Field) -> pd.DataFrame:
    """Return the rows whose cell is blank or outside of the field's values and range, against its declaration."""
    column = table[field.name]
    blank = column.isna()
    wrong = blank & (not field.blank)
    if field.values:
        wrong |= ~blank & ~column.astype(str).isin(field.values)
    if field.minimum is not None:
        wrong |= ~blank & (column < field.minimum).fillna(False)
    if field.maximum is not None:
        wrong |= ~blank & (column > field.maximum).fillna(False)
    return table[wrong.astype(bool)]
