"""Which questions were hard, and which told those who know from those who do not."""

import pandas as pd

from corredores.indicators.labels import refuse_repeated
from corredores.indicators.refusals import (
    UnsuitableTable,
    refuse_not_given,
    refuse_outside,
    refuse_zero,
    require_columns,
)
from corredores.language import text


def item_difficulty(responses: pd.DataFrame) -> pd.Series:
    r"""Return the difficulty of each item: the share who answered it right.

    .. math:: p_i = \frac{R_i}{N_i}

    Parameters
    ----------
    responses : pandas.DataFrame
        One row an answer: ``trainee_id``, ``item`` and ``correct`` (1 or 0, or a share between), :math:`N_i` answers to
        item :math:`i`, of which :math:`R_i` right.

    Returns
    -------
    pandas.Series
        By item, 0 (nobody) to 1 (everybody): a *high* figure is an easy item.

    Raises
    ------
    OutOfRange, NotGiven, TotalAmongParts, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`TotalAmongParts` when a person answers an item twice.

    Notes
    -----
    Interpretation: 0.8 says that 80 of 100 got it right. Limit: of *these* persons after *this* lesson; who left it
    blank has to be given as 0, or left out and said. Source: classical test theory.

    Examples
    --------
    Invented answers:

    >>> import pandas as pd
    >>> responses = pd.DataFrame(
    ...     {"trainee_id": [1, 1, 2, 2], "item": ["a", "b", "a", "b"], "correct": [1, 0, 1, 1]}
    ... )
    >>> item_difficulty(responses).to_dict()
    {'a': 1.0, 'b': 0.5}
    """
    return _right(responses).mean(axis="index")


def item_discrimination(responses: pd.DataFrame) -> pd.Series:
    r"""Return the discrimination of each item: difficulty in the top third less in the bottom third.

    .. math:: D_i = p_{i, top} - p_{i, bottom}

    Parameters
    ----------
    responses : pandas.DataFrame
        As in :func:`item_difficulty`, every person with every item: thirds are of persons, by their total.

    Returns
    -------
    pandas.Series
        By item, -1 to 1. Who ties with the last of a third joins it, so that no order of rows decides.

    Raises
    ------
    UnsuitableTable
        When someone lacks an item, fewer than three answered, or ties leave no two groups apart.
    OutOfRange, NotGiven, TotalAmongParts, ZeroDenominator
        As :func:`item_difficulty`.

    Notes
    -----
    Interpretation: 0.4 says that the item is answered right by 40 points more of those who know than of those who do
    not; below 0, look for a wrong key or an ambiguous question. Limit: an item that everybody gets right cannot
    discriminate; with few persons it is unstable. Some take the outer 27 per cent instead of thirds.

    References
    ----------
    .. [1] Ebel, R. L. and Frisbie, D. A. (1991), *Essentials of Educational Measurement*, 5th edition, Prentice Hall.

    Examples
    --------
    Three invented persons:

    >>> import pandas as pd
    >>> responses = pd.DataFrame(
    ...     {
    ...         "trainee_id": [1, 1, 2, 2, 3, 3],
    ...         "item": ["a", "b"] * 3,
    ...         "correct": [1, 1, 1, 0, 0, 0],
    ...     }
    ... )
    >>> item_discrimination(responses).to_dict()
    {'a': 1.0, 'b': 1.0}
    """
    right = _right(responses)
    if right.isna().any(axis=None):
        raise UnsuitableTable(
            text("No todas las personas respondieron todos los ítems: sus totales no se comparan. Complete con 0 o 1.")
        )
    totals = right.sum(axis="columns")
    third = len(totals) // 3
    if not third:
        raise UnsuitableTable(
            text("Respondieron {count} personas: un tercio alto y uno bajo necesitan 3 o más.", count=len(totals))
        )
    ranked = totals.sort_values()
    bottom, top = totals <= ranked.iloc[third - 1], totals >= ranked.iloc[-third]
    if (bottom & top).any():
        raise UnsuitableTable(
            text("Casi todas las personas tienen el mismo total: no hay un tercio alto y uno bajo que comparar.")
        )
    discrimination: pd.Series = right[top].mean(axis="index") - right[bottom].mean(axis="index")
    return discrimination


def _right(responses: pd.DataFrame) -> pd.DataFrame:
    """Return a row a person and a column an item."""
    require_columns(responses, ("trainee_id", "item", "correct"))
    keyed = responses.set_index(["trainee_id", "item"])["correct"]
    refuse_repeated(keyed.index)
    refuse_not_given(keyed, "correct")
    refuse_zero(len(keyed))
    marks = keyed.astype("float64")
    refuse_outside(marks, "correct", lowest=0, highest=1)
    return marks.unstack("item")
