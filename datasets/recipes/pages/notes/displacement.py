"""Notes on displaced persons: definitions, dates, categories, small numbers."""

import pandas as pd

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.findings import rows_of
from datasets.recipes.checks.published_sources import UNHCR_CONCEPTS
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import cell, holds, percent, rows, total
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Country, Number, Plain, Value, share

PROTECTED = ("refugees", "asylum_seekers", "oip")
LATEST = 2024
SMALLEST = 5  #: nothing from 1 to 4 is printed, and this abounds


def exclusion(tables: Tables) -> Values:
    """Return what a census and UNHCR say of the same persons in the same year."""
    pair, year = {"origin": "VEN", "destination": "COL"}, 2018
    censuses = rows(tables, "stock_by_source", **pair, sex="total", concept="foreign_born")
    source = next(name for name in censuses["source"].unique() if name.startswith(f"Census{year}"))
    counted = cell(tables, "stock_by_source", "stock", **pair, sex="total", concept="foreign_born", source=source)
    registered = cell(tables, "displaced", "persons", **pair, year=year, category="oip")
    return {
        "origin": Country(pair["origin"]),
        "destination": Country(pair["destination"]),
        "year": Plain(year),
        "counted": Number(counted),
        "registered": Number(registered),
        "times": Number(percent(registered, counted) / 100),
    }


def dated(tables: Tables, later: int) -> tuple[int, int]:
    """Return how many figures of UNHCR at a whole date equal ``displaced`` that many years before, and of how many."""
    told = rows_of(rows(tables, "stock_by_source", source="UNHCR", sex="total"), {"concept": tuple(UNHCR_CONCEPTS)})
    told = told[told["ref_date"] % 1 == 0]
    told = told.assign(year=told["ref_date"].astype(int) - later, category=told["concept"].map(UNHCR_CONCEPTS))
    joined: pd.DataFrame = told.merge(tables["displaced"], on=["origin", "destination", "year", "category"])
    return int((joined["stock"] == joined["persons"]).sum()), len(joined)


def a_year_later(tables: Tables) -> Values:
    """Return how many figures agree when the date is read a year later, and when it is not."""
    (right, compared), (careless, with_same_year) = dated(tables, 1), dated(tables, 0)
    holds(right * with_same_year > careless * compared, N_("las fechas coinciden mejor con un año de diferencia"))
    return {
        "right": Number(right),
        "compared": Number(compared),
        "careless": share(percent(careless, with_same_year)),
    }


def refuge_against_birth(tables: Tables) -> Values:
    """Return UNHCR's and the United Nations' figures of one origin in three countries."""
    values: dict[str, Value] = {"origin": Country("VEN"), "year": Plain(LATEST)}
    for place, destination in (("first", "ESP"), ("second", "PAN"), ("third", "CHL")):
        pair = {"origin": "VEN", "destination": destination, "year": LATEST}
        values |= {
            place: Country(destination),
            f"{place}_registered": Number(total(tables, "displaced", "persons", **pair, category=PROTECTED)),
            f"{place}_stock": Number(cell(tables, "stock", "stock", **pair, sex="total")),
        }
    return values


def the_category(tables: Tables) -> Values:
    """Return the categories of one corridor in its latest year."""
    pair = {"origin": "VEN", "destination": "COL"}
    year = int(rows(tables, "displaced", **pair)["year"].max())
    persons = {name: cell(tables, "displaced", "persons", **pair, year=year, category=name) for name in PROTECTED}
    return {
        "origin": Country(pair["origin"]),
        "destination": Country(pair["destination"]),
        "year": Plain(year),
        **{name: Number(value) for name, value in persons.items()},
        "refugee_share": share(percent(persons["refugees"], sum(persons.values())), 2),
    }


def small_numbers(tables: Tables) -> Values:
    """Return how many cells carry the smallest number that is printed."""
    persons = rows(tables, "displaced")["persons"].dropna()
    persons = persons[persons > 0]
    fives = int((persons == SMALLEST).sum())
    holds(bool((persons >= SMALLEST).all()) and fives > 0, N_("ninguna cifra va de uno a cuatro"))
    return {
        "smallest": Plain(SMALLEST),
        "lowest": Plain(1),
        "below": Plain(SMALLEST - 1),
        "cells": Number(fives),
        "share": share(percent(fives, len(persons))),
    }


NOTES = (
    Note("exclusion", ("stock_by_source", "displaced"), N_("Quién queda fuera por definición"),
         N_("El censo de {year} de {destination} cuenta {counted} personas nacidas en {origin}, porque excluye a las "
            "refugiadas; el ACNUR contaba {registered} al final de ese año: {times} veces esa cifra."),
         N_("Lea en voz alta las dos cifras sin la fuente y pida que se adivine a quién cuenta cada una."),
         exclusion),
    Note("a_year_later", ("stock_by_source", "displaced"), N_("El final de un año con fecha del siguiente"),
         N_("Las cifras del ACNUR del final de un año llevan en ref_date el año siguiente: leídas así coinciden "
            "{right} de {compared} con displaced; leídas sin correr el año, solo el {careless}."),
         N_("Haga comparar dos tablas por año y que el grupo descubra el desfase antes de explicarlo."),
         a_year_later),
    Note("refuge_against_birth", ("displaced", "stock"), N_("Protección y nacimiento no cuentan lo mismo"),
         N_("Personas de {origin} en {year}, según el ACNUR y según la existencia de la ONU: {first}, "
            "{first_registered} y {first_stock}; {second}, {second_registered} y {second_stock}; {third}, "
            "{third_registered} y {third_stock}."),
         N_("Pregunte por qué la primera puede ser menor en un país y mayor en otro, y qué cifra pide cada trámite."),
         refuge_against_birth),
    Note("the_category", ("displaced", "asylum_applications", "displacement_flows"),
         N_("La categoría decide la cifra"),
         N_("De {origin} en {destination}, al final de {year}: {refugees} personas refugiadas, {asylum_seekers} "
            "solicitantes de asilo y {oip} con otra necesidad de protección. Quien filtra refugees ve el "
            "{refugee_share}."),
         N_("Dé a cada grupo una categoría y pida un titular; después póngalos uno junto a otro."),
         the_category),
    Note("small_numbers", ("displaced", "asylum_applications", "displacement_flows"),
         N_("Los números más pequeños no están"),
         N_("En displaced, {cells} celdas, el {share} de las que no son cero, dicen exactamente {smallest}, y ninguna "
            "va de {lowest} a {below}: por lo que se ve, las cifras más pequeñas llegan redondeadas."),
         N_("Pida sumar muchas celdas pequeñas y estimar cuánto puede errar la suma."),
         small_numbers),
)  # fmt: skip
