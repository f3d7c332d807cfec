"""What a country's jobs are in, against a larger region: location quotient and shift-share."""

import pandas as pd

from corredores.indicators.figures import Figures, divisor, parts_of_one_whole, proportion
from corredores.indicators.refusals import refuse_zero


def location_quotient(
    *, jobs: Figures, all_jobs: Figures, reference_jobs: Figures, reference_all_jobs: Figures
) -> Figures:
    r"""Return the location quotient of an industry.

    .. math:: LQ = \frac{e_{ic} / e_c}{e_{ir} / e_r}

    Parameters
    ----------
    jobs, all_jobs : float or pandas.Series
        Of the country, in the industry and in all, :math:`e_{ic}` and :math:`e_c`.
    reference_jobs, reference_all_jobs : float or pandas.Series
        Of the region it is compared with, in the same industry and in all, :math:`e_{ir}` and :math:`e_r`.

    Returns
    -------
    float or pandas.Series
        0 upward; 1 where the industry weighs the same in both.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 1.5 says that the industry weighs half as much again as in the region. Limit: a weight, not a size
    nor a strength; depends on the region chosen, which has to be named. Source: standard in regional economics.

    Examples
    --------
    Invented figures, in thousands:

    >>> round(location_quotient(jobs=300, all_jobs=1_000, reference_jobs=2_000, reference_all_jobs=10_000), 2)
    1.5
    """
    here = proportion(jobs=jobs, all_jobs=all_jobs)
    there = proportion(reference_jobs=reference_jobs, reference_all_jobs=reference_all_jobs)
    return here / divisor(reference_jobs=there)


def shift_share(
    *,
    jobs_before: pd.Series,
    jobs_after: pd.Series,
    reference_before: pd.Series,
    reference_after: pd.Series,
) -> pd.DataFrame:
    r"""Return the change of jobs in each industry, split into three effects.

    .. math:: \Delta e_i = \underbrace{e_{i0} \, G}_{\text{national}} + \underbrace{e_{i0} (g_i - G)}_{\text{mix}}
        + \underbrace{e_{i0} (c_i - g_i)}_{\text{competitive}}

    with :math:`c_i` the growth of the industry in the country, :math:`g_i` in the region it is compared with, and
    :math:`G` the growth of all industries there.

    Parameters
    ----------
    jobs_before, jobs_after : pandas.Series
        Jobs of the country by industry, at the beginning :math:`e_{i0}` and at the end.
    reference_before, reference_after : pandas.Series
        Jobs of the region in the same industries at the same dates.

    Returns
    -------
    pandas.DataFrame
        By industry, columns ``national``, ``mix`` and ``competitive``, in jobs; each row adds up to its change.

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`ZeroDenominator` when the region had no job in an industry.

    Notes
    -----
    Interpretation: what the industry would have gained had it grown as the whole region; what it gained or lost for
    being that industry; what is left, which is the country's own. Limit: arithmetic, not causes; depends on the region,
    the two years and how fine the industries are.

    References
    ----------
    .. [1] Dunn, E. S. (1960), "A statistical and analytical technique for regional analysis", *Papers of the Regional
       Science Association* 6, 97–112.

    Examples
    --------
    Invented figures, in thousands:

    >>> import pandas as pd
    >>> industries = ["agriculture", "services"]
    >>> shift_share(
    ...     jobs_before=pd.Series([100, 200], index=industries),
    ...     jobs_after=pd.Series([90, 260], index=industries),
    ...     reference_before=pd.Series([1_000, 3_000], index=industries),
    ...     reference_after=pd.Series([1_000, 3_400], index=industries),
    ... ).round(2)
                 national    mix  competitive
    agriculture      10.0 -10.00       -10.00
    services         20.0   6.67        33.33
    """
    before, after, there_before, there_after = parts_of_one_whole(
        jobs_before=jobs_before,
        jobs_after=jobs_after,
        reference_before=reference_before,
        reference_after=reference_after,
    )
    refuse_zero(float(there_before.sum()))
    growth_of_all = float(there_after.sum()) / float(there_before.sum()) - 1
    growth_there = there_after / divisor(reference_before=there_before) - 1
    return pd.DataFrame(
        {
            "national": before * growth_of_all,
            "mix": before * (growth_there - growth_of_all),
            "competitive": after - before * (1 + growth_there),
        }
    )
