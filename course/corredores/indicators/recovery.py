"""When the cost of moving is earned back, and when a debt is paid off."""

import numpy as np
import pandas as pd

from corredores.indicators.figures import Figures, column_of, like, quantities
from corredores.indicators.refusals import ZeroDenominator, row_name
from corredores.language import text


def months_to_recover(*, cost: Figures, net_pay: Figures, living_costs: Figures) -> Figures:
    r"""Return how many months of surplus pay back the cost of moving.

    .. math:: \frac{C}{w - v}

    Parameters
    ----------
    cost : float or pandas.Series
        What the worker paid to move, :math:`C`.
    net_pay, living_costs : float or pandas.Series
        A month's pay after deductions, :math:`w`, and all that living there costs, rent included, :math:`v`, in the
        currency of the cost.

    Returns
    -------
    float or pandas.Series
        Months, 0 upward.

    Raises
    ------
    ZeroDenominator
        When nothing is left over: the cost is never recovered, and no number of months says so.
    NegativeStock, NotGiven, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: months abroad before the first dollar is gained. Limit: no interest on what was borrowed
    (:func:`months_to_repay` has it), and nothing sent home meanwhile. Source: standard.

    Examples
    --------
    Invented figures:

    >>> months_to_recover(cost=3_000, net_pay=1_800, living_costs=1_200)
    5.0
    """
    spent, pay, living = quantities(cost=cost, net_pay=net_pay, living_costs=living_costs)
    surplus = pay - living
    _refuse_nothing_left(
        column_of(surplus),
        text("no queda excedente (pago neto menos gastos de vida): el costo no se recupera en ningún plazo"),
    )
    return spent / surplus


def months_to_repay(*, debt: Figures, payment: Figures, monthly_rate: Figures) -> Figures:
    r"""Return how many equal payments pay off a debt.

    .. math:: n = -\frac{\ln(1 - r D / M)}{\ln(1 + r)}, \qquad n = D / M \;\text{ where } r = 0

    Parameters
    ----------
    debt, payment : float or pandas.Series
        What is owed, :math:`D`, and what is paid each month, :math:`M`.
    monthly_rate : float or pandas.Series
        Compound interest, :math:`100\, r` (per cent a month).

    Returns
    -------
    float or pandas.Series
        Months, 0 upward; rounded up, whole payments, of which the last is smaller.

    Raises
    ------
    ZeroDenominator
        When the payment does not exceed the interest: the debt never ends.
    NegativeStock, NotGiven, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: how long work abroad serves the lender. Limit: interest constant, no payment missed. Source:
    standard, the number of payments of an annuity.

    Examples
    --------
    Invented figures, those of exercise 4 of module 9:

    >>> round(months_to_repay(debt=1_500, payment=150, monthly_rate=5), 1)
    14.2
    """
    owed, paid, per_cent = quantities(debt=debt, payment=payment, monthly_rate=monthly_rate)
    rate = per_cent / 100
    _refuse_nothing_left(
        column_of(paid - rate * owed), text("la cuota no supera los intereses del mes: la deuda no termina nunca")
    )
    growth, share = column_of(rate), column_of(owed) / column_of(paid)
    with_interest = -np.log1p(-growth * share) / np.log1p(growth.where(growth > 0, 1.0))
    return like(owed, with_interest.where(growth > 0, share))


def _refuse_nothing_left(surplus: pd.Series, reason: str) -> None:
    never = surplus[surplus <= 0]
    if len(never):
        row = row_name("", never.index[0])
        raise ZeroDenominator(
            text("En la fila «{row}» {reason}. Dígalo así, sin un número.", row=row, reason=reason)
            if row
            else text("Con estas cifras {reason}. Dígalo así, sin un número.", reason=reason)
        )
