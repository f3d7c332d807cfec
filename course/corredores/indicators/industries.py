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
    El Salvador against four countries of Central America, 2024 (jobs derived from modelled rates):

    >>> from corredores import data
    >>> sectors = ["agriculture_jobs", "industry_jobs", "services_jobs"]
    >>> region = ["GTM", "HND", "NIC", "SLV"]
    >>> rows = data.load("labour", indicator=sectors, iso3=region, year=2024, sex="total")
    >>> there = rows.groupby("indicator")["value"].sum()
    >>> here = rows[rows["iso3"] == "SLV"].set_index("indicator")["value"]
    >>> location_quotient(
    ...     jobs=here, all_jobs=here.sum(), reference_jobs=there, reference_all_jobs=there.sum()
    ... ).round(2).to_dict()
    {'agriculture_jobs': 0.55, 'industry_jobs': 1.08, 'services_jobs': 1.18}
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
    El Salvador in the same four countries, 2014 to 2024:

    >>> from corredores import data
    >>> sectors = ["agriculture_jobs", "industry_jobs", "services_jobs"]
    >>> region = ["GTM", "HND", "NIC", "SLV"]
    >>> rows = data.load("labour", indicator=sectors, iso3=region, year=[2014, 2024], sex="total")
    >>> there = rows.pivot_table(index="indicator", columns="year", values="value", aggfunc="sum")
    >>> here = rows[rows["iso3"] == "SLV"].pivot(index="indicator", columns="year", values="value")
    >>> shift_share(
    ...     jobs_before=here[2014],
    ...     jobs_after=here[2024],
    ...     reference_before=there[2014],
    ...     reference_after=there[2024],
    ... ).round(-3).astype("int64").loc["agriculture_jobs"].to_dict()
    {'national': 96000, 'mix': -26000, 'competitive': -135000}
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
    effects = {
        "national": before * growth_of_all,
        "mix": before * (growth_there - growth_of_all),
        "competitive": after - before * (1 + growth_there),
    }
    return pd.concat(effects.values(), axis="columns", keys=effects.keys())
