"""Five signals of shortage in one figure an occupation."""

import pandas as pd

from corredores.indicators.labels import refuse_repeated
from corredores.indicators.numbers import as_numbers
from corredores.indicators.positions import refuse_unnamed_rows
from corredores.indicators.refusals import require_columns

#: The signals of :func:`shortage_index`, with their sign: more unemployment is less shortage.
SIGNALS = {
    "wage_growth": 1,
    "employment_growth": 1,
    "hours_growth": 1,
    "unemployment_rate": -1,
    "under_qualification_growth": 1,
}


def shortage_index(signals: pd.DataFrame) -> pd.Series:
    r"""Return a composite index of shortage for each occupation.

    .. math:: I_o = \frac{1}{5} \sum_{k=1}^{5} \sigma_k \, z_{ko}, \qquad z_{ko} = \frac{x_{ko} - \bar x_k}{s_k}

    with :math:`\bar x_k` and :math:`s_k` the mean and the standard deviation (dividing by the number of occupations) of
    signal :math:`k` over the occupations, :math:`z_{ko} = 0` where the signal does not vary, and
    :math:`\sigma_k = -1` for unemployment, 1 for the others.

    Parameters
    ----------
    signals : pandas.DataFrame
        One row an occupation, with the columns ``wage_growth``, ``employment_growth``, ``hours_growth``,
        ``unemployment_rate`` and ``under_qualification_growth``, each in any unit; other columns are left out.

    Returns
    -------
    pandas.Series
        Standard deviations, any sign, by occupation; their mean is 0.

    Raises
    ------
    UnsuitableTable, NotGiven, TotalAmongParts
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: above 0, more signs of shortage than in the mean occupation of the table; it ranks, it does not
    count missing workers. Limit: relative, so it changes with the occupations compared; a teaching simplification of
    the index of the OECD, which sets signals against the whole economy and its long-run trend and weighs them.

    References
    ----------
    .. [1] OECD (2017), *Getting Skills Right: Skills for Jobs Indicators*, OECD Publishing.

    Examples
    --------
    Invented figures, in per cent:

    >>> import pandas as pd
    >>> signals = pd.DataFrame(
    ...     {
    ...         "wage_growth": [6, 2],
    ...         "employment_growth": [4, 0],
    ...         "hours_growth": [1, 1],
    ...         "unemployment_rate": [3, 9],
    ...         "under_qualification_growth": [2, 1],
    ...     },
    ...     index=["nurses", "clerks"],
    ... )
    >>> shortage_index(signals).to_dict()
    {'nurses': 0.8, 'clerks': -0.8}
    """
    require_columns(signals, tuple(SIGNALS))
    refuse_unnamed_rows(signals, "signals")
    refuse_repeated(signals.index)
    standardised = [sign * _standardised(signals[name], name) for name, sign in SIGNALS.items()]
    return pd.concat(standardised, axis="columns").mean(axis="columns")


def _standardised(signal: pd.Series, name: str) -> pd.Series:
    figures = as_numbers(name, signal)
    if figures.min() == figures.max():
        return figures * 0.0
    return (figures - figures.mean()) / figures.std(ddof=0)
