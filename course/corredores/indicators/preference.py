"""Which corridors are stronger than the size of origin and destination would make them."""

import pandas as pd

from corredores.indicators.matrices import corridors
from corredores.indicators.refusals import refuse_zero


def preference_index(matrix: pd.DataFrame, *, skip_not_given: bool = False) -> pd.DataFrame:
    r"""Return the index of preference of each corridor.

    .. math:: I_{od} = \frac{M_{od}}{M \, p_o \, p_d}, \qquad p_o = \frac{\sum_d M_{od}}{M}, \quad
        p_d = \frac{\sum_o M_{od}}{M}, \quad M = \sum_{o,d} M_{od}

    Parameters
    ----------
    matrix : pandas.DataFrame
        Persons :math:`M_{od}`, origins as index, destinations as columns; not necessarily the same countries.
    skip_not_given : bool
        Let a blank cell count as nobody in the sums, and stay blank in the result; by default it is refused.

    Returns
    -------
    pandas.DataFrame
        As the matrix: 0 upward, 1 where the corridor is as large as the shares of its origin and its destination make
        expect; blank on the diagonal and where nothing is expected.

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 3 says three times as many persons as the sizes alone would give. The shares :math:`p` are those
    *of the matrix*, rows and columns; Bachi and Shryock take shares of population instead, which gives other figures.
    Limit: where origins are destinations too, the diagonal is expected but empty, so other cells lie above 1 on the
    whole; relative to the countries in the matrix.

    References
    ----------
    .. [1] Bachi, R. (1956), "A statistical analysis of the revival of Hebrew in Israel", *Scripta Hierosolymitana* 3.
    .. [2] Shryock, H. S. and Siegel, J. S. (1976), *The Methods and Materials of Demography*, condensed edition,
       Academic Press.

    Examples
    --------
    Invented figures:

    >>> import pandas as pd
    >>> matrix = pd.DataFrame([[60, 10], [20, 10]], index=["HND", "NIC"], columns=["USA", "ESP"])
    >>> preference_index(matrix).round(2).to_dict("index")
    {'HND': {'USA': 1.07, 'ESP': 0.71}, 'NIC': {'USA': 0.83, 'ESP': 1.67}}
    """
    moved = corridors(matrix, skip_not_given)
    leaving, arriving = moved.sum(axis="columns"), moved.sum(axis="index")
    everybody = float(leaving.sum())
    refuse_zero(everybody)
    expected = pd.DataFrame({destination: leaving * persons / everybody for destination, persons in arriving.items()})
    return moved / expected.where(expected > 0)
