"""How a data page writes numbers, ranges and kinds of values, in the language in force."""

from corredores.charts.numbers import Numbers
from corredores.decimal_mark import OF_LANGUAGE
from corredores.language import current, text
from datasets.recipes.checks.check import Finding
from datasets.recipes.declaration import Field
from datasets.recipes.pages.model import FieldFound

YEARS = range(1900, 2101)  #: a whole number of these may be a year, which has no thousands mark


def numbers() -> Numbers:
    """Return how prose of the language in force writes numbers; a data page belongs to no class."""
    return Numbers(OF_LANGUAGE[current()])


def plain(value: float) -> str:
    """Return a figure with the decimals that it has, three at most."""
    if value in YEARS:
        return str(int(value))
    return numbers().write(value, len(f"{value:.3f}".rstrip("0").partition(".")[2]))


def finding(value: Finding) -> str:
    """Return what a check found."""
    return value if isinstance(value, str) else plain(value)


def kind(field: Field) -> str:
    """Return the type of a column in words."""
    words = {"string": text("texto"), "integer": text("entero"), "number": text("número"), "boolean": text("sí o no")}
    return words[field.type]


def allowed(field: Field) -> str:
    """Return which values may stand in a column."""
    if field.values:
        return " · ".join(field.values)
    if field.minimum is not None and field.maximum is not None:
        return text("de {minimum} a {maximum}", minimum=plain(field.minimum), maximum=plain(field.maximum))
    if field.minimum is not None:
        return text("desde {minimum}", minimum=plain(field.minimum))
    if field.maximum is not None:
        return text("hasta {maximum}", maximum=plain(field.maximum))
    if not field.place:
        return text("cualquiera")
    return " · ".join((text("códigos de countries"), *field.totals))


def holds(found: FieldFound) -> str:
    """Return what stands in a column."""
    if found.lowest is not None and found.highest is not None:
        return text("de {minimum} a {maximum}", minimum=plain(found.lowest), maximum=plain(found.highest))
    return text("valores distintos: {count}", count=plain(found.different))


def blanks(found: FieldFound, field: Field, rows: int) -> str:
    """Return whether a cell may be blank, and how many are."""
    if not field.blank:
        return text("no")
    share = 100 * found.blank / rows
    return text("sí: {count} ({share})", count=plain(found.blank), share=numbers().percent(share))
