"""Rows whose figures must not be added: a total among its parts, several years, one row twice."""

import pandas as pd

from corredores.indicators.refusals import MixedYears, TotalAmongParts, row_name
from corredores.language import text

WORLD = "WLD"
UNNAMED = "OTH"
BOTH_SEXES = "total"


def refuse_repeated(labels: pd.Index) -> None:
    """Raise :class:`TotalAmongParts` when a label comes twice: sexes with their total, or several years."""
    repeated = labels[labels.duplicated()]
    if len(repeated):
        raise TotalAmongParts(
            text(
                "«{label}» aparece {times} veces: quizá sumó total, mujeres y hombres, o varios años. "
                'Deje una sola fila por país, por ejemplo con sex="total" y un año.',
                label=row_name("", repeated[0]),
                times=int((labels == repeated[0]).sum()),
            )
        )


def refuse_world(labels: pd.Index) -> None:
    """Raise :class:`TotalAmongParts` when the world's total stands among countries."""
    if WORLD in labels and len(labels) > 1:
        raise TotalAmongParts(text("WLD es la suma de los demás países: quítelo, o los contará dos veces."))


def refuse_years(years: pd.Index) -> None:
    """Raise :class:`MixedYears` when there is more than one year."""
    several = sorted(set(years))
    if len(several) > 1:
        raise MixedYears(
            text(
                "Hay cifras de varios años ({years}) y la fórmula necesita uno solo: si no, la misma persona contaría "
                "una vez por año. Elija un año.",
                years=", ".join(map(str, several)),
            )
        )


def refuse_totals(labels: pd.Index) -> None:
    """Refuse labels whose figures are to be added, and some of which hold the others.

    Levels named ``year`` and ``sex`` are read; of the others, the world's total and repeated rows are refused.
    """
    for level in range(labels.nlevels):
        values = labels.get_level_values(level).unique()
        if values.name == "year":
            refuse_years(values)
        elif values.name == "sex":
            refuse_sexes_with_total(values)
        else:
            refuse_world(values)
    refuse_repeated(labels)


def refuse_sexes_with_total(sexes: pd.Index) -> None:
    """Raise :class:`TotalAmongParts` when both sexes stand beside one of them."""
    if BOTH_SEXES in sexes and len(sexes) > 1:
        raise TotalAmongParts(
            text('El total de ambos sexos está junto a mujeres u hombres y se contaría dos veces. Deje sex="total".')
        )
