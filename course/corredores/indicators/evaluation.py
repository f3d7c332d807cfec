"""Did they learn, and would two markers agree? Normalised gain and weighted kappa."""

from collections.abc import Iterable
from typing import Literal

import pandas as pd

from corredores.indicators.figures import column_of, divisor, given
from corredores.indicators.refusals import (
    UnsuitableTable,
    ZeroDenominator,
    refuse_outside,
    refuse_unknown_option,
)
from corredores.language import text

#: Power of the distance between two marks, by name of the weights.
WEIGHTS = {"quadratic": 2, "linear": 1, "none": 0}


def normalised_gain(before: float | pd.Series, after: float | pd.Series) -> float:
    r"""Return Hake's normalised gain of a class.

    .. math:: g = \frac{\overline{post} - \overline{pre}}{100 - \overline{pre}}

    Parameters
    ----------
    before, after : float or pandas.Series
        Scores in per cent, 0 to 100: one a person, whose means are taken, or the two class means themselves.

    Returns
    -------
    float
        1 where everybody learned all that was left to learn, 0 where nothing changed, below 0 where the class fell.

    Raises
    ------
    OutOfRange
        When a score is not between 0 and 100.
    ZeroDenominator
        When the class knew all before.
    NotGiven, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.42 says that the class learned 42 per cent of what it could still learn. It is a gain of class
    means: the mean of the persons' gains is another figure. Limit: needs the same persons and the same test before and
    after; depends on who dropped out.

    References
    ----------
    .. [1] Hake, R. R. (1998), "Interactive-engagement versus traditional methods", *American Journal of Physics* 66(1),
       64–74.

    Examples
    --------
    Invented class, that of exercise 8 of module 12:

    >>> import pandas as pd
    >>> before = pd.Series([30, 40, 50, 60, 20, 90])
    >>> after = pd.Series([65, 70, 60, 90, 50, 85])
    >>> round(normalised_gain(before, after), 3)
    0.419
    """
    first, last = given(before=column_of(before), after=column_of(after))
    for name, scores in {"before": first, "after": last}.items():
        refuse_outside(scores, name, lowest=0, highest=100)
    start, end = float(first.mean()), float(last.mean())
    return (end - start) / divisor(still_to_learn=100 - start)


def weighted_kappa(
    first: Iterable[float],
    second: Iterable[float],
    weights: Literal["quadratic", "linear", "none"] = "quadratic",
) -> float:
    r"""Return Cohen's weighted kappa: the agreement of two markers beyond chance.

    .. math:: \kappa = 1 - \frac{\sum_{i,j} w_{ij} \, o_{ij}}{\sum_{i,j} w_{ij} \, e_{ij}}, \qquad
        w_{ij} = \left( \frac{i - j}{k - 1} \right)^2

    with :math:`o_{ij}` the share of answers marked :math:`i` by one and :math:`j` by the other, :math:`e_{ij}` the
    product of their shares of each mark, and :math:`k` the number of marks, which cancels out.

    Parameters
    ----------
    first, second : iterable of numbers
        The marks of both for the same answers, in the same order (0 to 3, say).
    weights : {"quadratic", "linear", "none"}
        How disagreement grows with its distance: its square, the distance itself, or all alike (Cohen's kappa).

    Returns
    -------
    float
        1 where they always agree, 0 where they agree as by chance, below 0 where less than that.

    Raises
    ------
    ZeroDenominator
        When both gave one and the same mark to all: nothing can be told from chance.
    UnknownOption, NotGiven, UnsuitableTable
        See :mod:`corredores.indicators.refusals`; :class:`UnsuitableTable` when they marked different numbers of
        answers.

    Notes
    -----
    Interpretation: quadratic weights forgive a neighbouring mark and count a far one heavily, so they give the higher
    figure; say which weights. Limit: depends on how marks are spread; says that two markers agree, not that they are
    right.

    References
    ----------
    .. [1] Cohen, J. (1968), "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial
       credit", *Psychological Bulletin* 70(4), 213–220.
    .. [2] Fleiss, J. L. and Cohen, J. (1973), "The equivalence of weighted kappa and the intraclass correlation
       coefficient as measures of reliability", *Educational and Psychological Measurement* 33, 613–619.

    Examples
    --------
    The marks of exercise 4 of module 12, six answers by four criteria:

    >>> model = [int(mark) for mark in "322101332211230122311023"]
    >>> marker = [int(mark) for mark in "322100332210330123300033"]
    >>> round(weighted_kappa(model, marker), 3)
    0.884
    """
    refuse_unknown_option("weights", weights, tuple(WEIGHTS))
    ours, theirs = pd.Series(list(first)), pd.Series(list(second))
    if len(ours) != len(theirs):
        raise UnsuitableTable(
            text(
                "Una persona puso {first} notas y la otra {second}: el acuerdo se mide sobre las mismas respuestas.",
                first=len(ours),
                second=len(theirs),
            )
        )
    one, other = given(first=ours, second=theirs)
    observed = _distance(pd.DataFrame({"one": one, "other": other}), weights).mean()
    pairs = _shares(one, "one").merge(_shares(other, "other"), how="cross")
    by_chance = (_distance(pairs, weights) * pairs["share_one"] * pairs["share_other"]).sum()
    if not by_chance > 0:
        raise ZeroDenominator(
            text("Ambas personas pusieron siempre la misma nota: no se distingue el acuerdo del azar. Marque más.")
        )
    return 1 - float(observed) / float(by_chance)


def _shares(marks: pd.Series, name: str) -> pd.DataFrame:
    """Return each mark that was given, with its share."""
    return marks.value_counts(normalize=True).rename_axis(name).reset_index(name=f"share_{name}")


def _distance(pairs: pd.DataFrame, weights: str) -> pd.Series:
    apart = (pairs["one"] - pairs["other"]).abs()
    return (apart > 0).astype("float64") if weights == "none" else apart ** WEIGHTS[weights]
