"""A data page in words of the language in force, ready to be laid out by a template."""

from collections.abc import Mapping
from dataclasses import dataclass

from corredores.language import current, text
from datasets.recipes.checks.check import CheckResult
from datasets.recipes.checks.kinds import Kind
from datasets.recipes.pages.covered import PlacesCovered, RegionCovered
from datasets.recipes.pages.heat import HeatMap
from datasets.recipes.pages.model import DataPages, TablePage
from datasets.recipes.pages.periods import Period
from datasets.recipes.pages.writing import allowed, blanks, finding, holds, kind, numbers, plain

TO_CONFIRM = "por confirmar"  #: what some licences say themselves, in Spanish as they are declared


@dataclass(frozen=True)
class HeatView:
    """A heat map in words: a caption, headings, and for each row its name and cells (what is written, its shade)."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True)
class PageView:
    """The page of a table in words."""

    name: str
    title: str
    rows: str
    years: str
    licence: str
    warnings: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, ...], ...]
    span: str
    places: tuple[tuple[str, tuple[str, ...]], ...]
    heat: tuple[HeatView, ...]
    limits: tuple[str, ...]
    declared: str
    checks: tuple[tuple[str, str, str, str], ...]
    notes: tuple[tuple[str, str, str], ...]  #: title, what it says, what to do with it


def views(data: DataPages) -> tuple[PageView, ...]:
    """Return every page, in the language in force."""
    names = data.names[current()]
    return tuple(view(page, names) for page in data.pages)


def view(page: TablePage, names: Mapping[str, str]) -> PageView:
    """Return one page, in the language in force; ``names`` are those of the countries."""
    table = page.table
    return PageView(
        name=page.name,
        title=text(table.title),
        rows=numbers().write(page.rows),
        years=_years(page),
        licence=_licence(page),
        warnings=_warnings(page),
        facts=_facts(page),
        fields=_fields(page),
        span=_span(page),
        places=tuple(_places(place, names) for place in page.places),
        heat=tuple(_heat(heat) for heat in page.heat),
        limits=tuple(text(limit) for limit in table.limits),
        declared=text(
            "De lo que se declara arriba salen {count} comprobaciones (clave, orden, valores, códigos); todas se "
            "cumplen.",
            count=page.declared,
        ),
        checks=tuple(_check(result) for result in page.figures),
        notes=tuple((text(note.title), note.sentence(numbers(), names), text(note.use)) for note in page.notes),
    )


def _warnings(page: TablePage) -> tuple[str, ...]:
    said = []
    if page.table.synthetic:
        said.append(text("Datos SINTÉTICOS: inventados para el curso. No los cite como fuente."))
    if page.table.to_confirm:
        said.append(text("Licencia POR CONFIRMAR: abra la página de quien publica antes de difundir la tabla."))
    return tuple(said)


def _facts(page: TablePage) -> tuple[tuple[str, str], ...]:
    table = page.table
    cited = text(table.cite) if table.cite else ". ".join(map(text, (table.publisher, table.title, table.edition)))
    return (
        (text("Publica"), text(table.publisher)),
        (text("Edición"), text(table.edition)),
        (text("Obtenida por medio de"), text(table.obtained)),
        (text("Licencia"), _licence(page)),
        (text("Cómo citarla"), cited),
        (text("Archivo"), f"{table.name}.csv"),
        (text("Filas"), numbers().write(page.rows)),
        (text("Clave (lo que identifica una fila)"), ", ".join(table.key)),
    )


def _fields(page: TablePage) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            field.name,
            kind(field),
            text(field.unit) if field.unit else "—",
            text(field.description),
            allowed(field),
            holds(found),
            blanks(found, field, page.rows),
        )
        for field, found in zip(page.table.fields, page.fields, strict=True)
    )


def _licence(page: TablePage) -> str:
    licence = text(page.table.licence)
    if page.table.to_confirm and TO_CONFIRM not in page.table.licence:
        return text("{licence} (por confirmar con quien publica)", licence=licence)
    return licence


def _years(page: TablePage) -> str:
    return str(Period(page.heat[0].periods[0].first, page.heat[0].periods[-1].last)) if page.heat else "—"


def _span(page: TablePage) -> str:
    if not page.heat:
        return text("La tabla no tiene tiempo: cada fila vale para su edición.")
    heat = page.heat[0]
    first, last = heat.periods[0].first, heat.periods[-1].last
    return text("De {first} a {last} (columna {time}).", first=first, last=last, time=heat.time)


def _places(place: PlacesCovered, names: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    there = sum(len(region.there) for region in place.regions)
    heading = text("Países en la columna {column}: {count}", column=place.place, count=there)
    lines = [_region(region, names) for region in place.regions]
    if place.other_codes:
        codes = ", ".join(place.other_codes)
        lines.append(text("Códigos que no son un país ({count}): {codes}.", count=len(place.other_codes), codes=codes))
    return heading, tuple(lines)


def _region(region: RegionCovered, names: Mapping[str, str]) -> str:
    said = {"region": text(region.name), "there": len(region.there), "all": region.all}
    if not region.absent:
        return text("{region}: los {all}.", **said)
    if not region.there:
        return text("{region}: ninguno de {all}.", **said)
    if len(region.absent) <= len(region.there):
        absent = ", ".join(sorted(names[code] for code in region.absent))
        return text("{region}: {there} de {all}; faltan {absent}.", **said, absent=absent)
    listed = ", ".join(sorted(names[code] for code in region.there))
    return text("{region}: {there} de {all}: {listed}.", **said, listed=listed)


def _heat(heat: HeatMap) -> HeatView:
    if heat.place:
        caption = text(
            "Países de cada región con al menos una cifra: columna {place}, según {time}",
            place=heat.place,
            time=heat.time,
        )
        first = text("Región (todos sus países)")
    else:
        caption = text("Filas de la tabla, según {time}", time=heat.time)
        first = text("Lo que se cuenta")
    rows = tuple(
        (
            f"{text(row.name)} ({plain(row.all)})" if row.name else text("Filas"),
            tuple((plain(count), row.shade(count)) for count in row.counts),
        )
        for row in heat.rows
    )
    return HeatView(caption, (first, *(str(period) for period in heat.periods)), rows)


def _source(result: CheckResult) -> str:
    """Return what a check held the table against."""
    if result.kind is Kind.PUBLISHED:
        return text("Publicado: {source}", source=result.source)
    if result.kind is Kind.SOURCE:
        return text("Archivo de origen o mapa del curso: {source}", source=result.source)
    return text("Lo que la propia tabla debe cumplir")


def _check(result: CheckResult) -> tuple[str, str, str, str]:
    return (
        result.name,
        text(result.statement),
        finding(result.found.value),
        _source(result),
    )
