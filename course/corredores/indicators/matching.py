"""Candidates and vacancies: a score anyone can check, and an audit of who gets through."""

from collections.abc import Collection

import pandas as pd

from corredores.indicators.figures import Figures, divisor, proportion
from corredores.indicators.labels import refuse_repeated
from corredores.indicators.numbers import as_numbers
from corredores.indicators.refusals import (
    refuse_negative,
    refuse_text,
    refuse_unknown_option,
    refuse_zero,
    require_columns,
)

KINDS = ("mandatory", "required", "optional")


def match_score(skills: Collection[str], vacancy: pd.DataFrame) -> float:
    r"""Return how much of what a vacancy asks for a candidate brings.

    .. math:: s = \frac{\sum_{i \in A \cap H} w_i}{\sum_{i \in A} w_i} \;\text{ if } B \subseteq H, \qquad
        s = 0 \;\text{ otherwise}

    with :math:`H` the skills held, :math:`A` the mandatory and required ones, :math:`B` the mandatory ones.

    Parameters
    ----------
    skills : collection of str
        What the candidate holds, :math:`H`: a list or a set, written as in the vacancy; empty when none.
    vacancy : pandas.DataFrame
        One row a skill of *one* vacancy: ``skill``, ``weight`` (:math:`w_i`) and ``kind``: mandatory, required or
        optional.

    Returns
    -------
    float
        0 to 1. 0 when a mandatory skill is missing; optional ones never count, for or against.

    Raises
    ------
    UnknownOption
        When a kind is none of the three.
    NegativeStock, NotGiven, TotalAmongParts, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`TotalAmongParts` when a skill comes twice.

    Notes
    -----
    Interpretation: 0.6 says that the candidate holds 60 per cent of what counts. Limit: weights are the employer's
    judgement, so ask for their reason; a skill not written down counts as not held. Source: this course.

    Examples
    --------
    An invented vacancy:

    >>> import pandas as pd
    >>> vacancy = pd.DataFrame(
    ...     {
    ...         "skill": ["weld", "read plans", "drive", "speak English"],
    ...         "weight": [5, 3, 2, 4],
    ...         "kind": ["mandatory", "required", "required", "optional"],
    ...     }
    ... )
    >>> match_score({"weld", "read plans"}, vacancy)
    0.8
    >>> match_score({"read plans", "drive", "speak English"}, vacancy)
    0.0
    """
    refuse_text("skills", skills)
    require_columns(vacancy, ("skill", "weight", "kind"))
    refuse_repeated(pd.Index(vacancy["skill"]))
    for kind in vacancy["kind"]:
        refuse_unknown_option("kind", kind, KINDS)
    refuse_zero(len(vacancy))
    weights = as_numbers("weight", vacancy.set_index("skill")["weight"])
    refuse_negative(weights, "weight")
    kinds, held = vacancy["kind"].to_numpy(), weights.index.isin(list(skills))
    asked = kinds != "optional"
    whole = float(weights[asked].sum())
    refuse_zero(whole)
    lacks_mandatory = ((kinds == "mandatory") & ~held).any()
    return 0.0 if lacks_mandatory else float(weights[asked & held].sum()) / whole


def selection_rate_ratio(*, selected_women: Figures, women: Figures, selected_men: Figures, men: Figures) -> Figures:
    r"""Return women's selection rate over men's.

    .. math:: \frac{s_f / n_f}{s_m / n_m}

    Parameters
    ----------
    selected_women, women, selected_men, men : float or pandas.Series
        Who was selected and who applied, :math:`s_f, n_f, s_m, n_m` (persons).

    Returns
    -------
    float or pandas.Series
        Ratio, 0 upward; 1 where both are selected at the same rate.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.75 says that of two equal numbers of applicants, three women are selected for four men. Below 0.8
    is the alarm of a rule of thumb of the United States (four fifths). Limit: an alarm is no proof, and no alarm no
    acquittal; with few persons one selection more turns it.

    References
    ----------
    .. [1] United States, *Uniform Guidelines on Employee Selection Procedures*, 29 CFR 1607.4(D).

    Examples
    --------
    Invented figures:

    >>> round(selection_rate_ratio(selected_women=9, women=30, selected_men=12, men=30), 2)
    0.75
    """
    hers = proportion(selected_women=selected_women, women=women)
    his = proportion(selected_men=selected_men, men=men)
    return hers / divisor(selected_men=his)
