"""Pyramid of the migrants who live in a country, by sex and age."""

import math

import pandas as pd

from corredores import data
from corredores.charts.corridors import NothingToShow, code_of
from corredores.charts.drawing import Drawing
from corredores.charts.numbers import Numbers, class_numbers
from corredores.charts.picture import Picture
from corredores.charts.template import BLUE, INK, ORANGE, QUIET, dress
from corredores.language import text

ROW_HEIGHT, LABEL_ROOM, HEADING_ROOM, AXIS_ROOM = 24, 88, 20, 48
GAP = 0.06  # between the two halves, as a part of the width
THOUSANDS_FROM = 100_000
EDITION = "UN 2020"  # the revision whose ages these are: only its totals may be compared with them


def age_pyramid(destination: str, year: int = 2020) -> Picture:
    """Draw the migrants who live in ``destination`` by five-year age group: men to the left, women to the right.

    Persons, on two axes of the same reach. The publisher's file gives no age from 75 on: that group keeps its row,
    without bars, and is named as not given.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country, or the publisher has no such year.
    corredores.charts.corridors.NothingToShow
        When the publisher gives no ages for that country.
    """
    destination = code_of(destination)
    table = _table(destination, year)
    numbers = class_numbers()
    source = data.source_line("stock_by_age", "stock_vintages")
    words = _words(destination, year, table, numbers)
    figure = dress(
        _figure(table, numbers),
        title=text(
            "Personas migrantes en {country}: el grupo de edad más numeroso es el de {peak} años ({year})", **words
        ),
        note=text(
            "Izquierda: hombres. Derecha: mujeres. Estimaciones. Las edades de {open} años y más no están dadas: por "
            "diferencia con el total faltan {missing} de {total} personas.",
            **words,
        ),
        source=source,
        numbers=numbers,
        height=ROW_HEIGHT * len(table),
        left=LABEL_ROOM,
        above=HEADING_ROOM,
        below=AXIS_ROOM,
    )
    return Picture(figure, _alt(words, table, numbers), table, _headers(), source, numbers)


def _table(destination: str, year: int) -> pd.DataFrame:
    ages = data.load("stock_by_age", year=year, sex=["male", "female"])
    ages = ages[ages["destination"] == destination]
    if ages.empty or not ages["stock"].sum():
        raise NothingToShow(
            text(
                "Los datos no dan las edades de las personas migrantes en {country} ({year}). Elija otro destino.",
                country=data.country_name(destination),
                year=year,
            )
        )
    table = ages.pivot(index=["age_from", "age_to"], columns="sex", values="stock").reset_index()
    table.columns.name = None
    written = [f"{start}–{end}" for start, end in zip(table["age_from"], table["age_to"], strict=True)]
    table.insert(0, "age", written)
    open_from = int(table["age_to"].max()) + 1
    rest = pd.DataFrame({"age": [text("{age} y más", age=open_from)], "age_from": [open_from]})
    table = pd.concat([table, rest], ignore_index=True)
    whole = dict.fromkeys(["age_from", "age_to", "male", "female"], "Int64")
    return table[["age", "age_from", "age_to", "male", "female"]].astype(whole)


def _words(destination: str, year: int, table: pd.DataFrame, numbers: Numbers) -> dict[str, object]:
    persons = (table["male"] + table["female"]).astype(float)
    given = persons.sum()
    every = data.load("stock_vintages", edition=EDITION, origin="WLD", destination=destination, year=year, sex="total")
    total = float(every["stock"].sum())
    peak = table.iloc[int(persons.argmax())]
    return {
        "country": data.country_name(destination),
        "year": year,
        "peak": peak["age"],
        "peak_share": numbers.percent(100 * persons.max() / given),
        "given": numbers.write(given),
        "men": numbers.write(table["male"].sum()),
        "women": numbers.write(table["female"].sum()),
        "women_share": numbers.percent(100 * table["female"].sum() / given),
        "open": table["age_from"].iloc[-1],
        "total": numbers.write(total),
        "missing": numbers.write(total - given),
    }


def _figure(table: pd.DataFrame, numbers: Numbers) -> Drawing:
    rows = list(range(1, len(table) + 1))
    most = int(table[["male", "female"]].max().max())
    halves = (
        ("male", "x", text("Hombres"), BLUE, [0, 0.5 - GAP / 2], [1.08 * most, 0]),
        ("female", "x2", text("Mujeres"), ORANGE, [0.5 + GAP / 2, 1], [0, 1.08 * most]),
    )
    hatched = {"shape": "/", "size": 6, "solidity": 0.2, "fillmode": "overlay"}
    figure = Drawing()
    for sex, axis, heading, colour, domain, reach in halves:
        figure.add(
            "bar",
            x=[None if pd.isna(persons) else int(persons) for persons in table[sex]],
            y=rows,
            xaxis=axis,
            orientation="h",
            name=heading,
            marker={"color": colour, "pattern": hatched if sex == "female" else None},
            hovertext=[
                f"{heading}, {age}: {numbers.write(n)}" for age, n in zip(table["age"], table[sex], strict=True)
            ],
            hoverinfo="text",
        )
        figure.update_layout(**{f"{axis[0]}axis{axis[1:]}": _axis(domain, reach, most, numbers)})
        figure.annotate(**_heading(heading, domain))
    figure.annotate(
        text=text("no dado"), xref="paper", x=0.5, y=rows[-1], showarrow=False, font={"color": INK}, bgcolor="white"
    )
    figure.update_yaxis(
        tickvals=rows, ticktext=table["age"].tolist(), title={"text": text("Edad (años)")}, showgrid=False
    )
    figure.update_layout(bargap=0.12)
    return figure


def _axis(domain: list[float], reach: list[float], most: int, numbers: Numbers) -> dict[str, object]:
    unit, title = (1000, text("Personas (miles)")) if most >= THOUSANDS_FROM else (1, text("Personas"))
    step = _step(most)
    marks = [0, step, 2 * step]
    decimals = 1 if step < unit else 0
    return {
        "domain": domain,
        "range": reach,
        "anchor": "y",
        "title": {"text": title, "standoff": 8},
        "tickvals": marks,
        "ticktext": [numbers.write(mark / unit, decimals if mark else 0) for mark in marks],
        "tickangle": 0,
    }


def _step(most: int) -> int:
    """Return the largest of 1, 2, 5, 10, 20 … of which two fit into ``most``."""
    half = max(most / 2, 1)
    power = 10 ** math.floor(math.log10(half))
    return next(int(step * power) for step in (5, 2, 1) if step * power <= half)


def _heading(heading: str, domain: list[float]) -> dict[str, object]:
    return {
        "text": f"<b>{heading}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": sum(domain) / 2,
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": QUIET},
    }


def _headers() -> dict[str, str]:
    return {"age": text("Edad (años)"), "male": text("Hombres (personas)"), "female": text("Mujeres (personas)")}


def _alt(words: dict[str, object], table: pd.DataFrame, numbers: Numbers) -> str:
    persons = (table["male"] + table["female"]).astype(float)
    working = persons[(table["age_from"] >= 15) & (table["age_to"] <= 64)].sum()
    shares = {
        "young": numbers.percent(100 * persons[table["age_to"] < 15].sum() / persons.sum()),
        "working": numbers.percent(100 * working / persons.sum()),
    }
    return " ".join(
        [
            text(
                "Pirámide de edades de las personas migrantes que viven en {country}, {year}: {men} hombres y {women} "
                "mujeres ({women_share}) con edad dada.",
                **words,
            ),
            text(
                "El grupo más numeroso tiene {peak} años ({peak_share} de las edades dadas). Menos de 15 años: "
                "{young}; de 15 a 64: {working}.",
                **words,
                **shares,
            ),
            text(
                "Las edades de {open} años y más no están dadas, lo cual no es cero: por diferencia con el total de la "
                "misma revisión faltan {missing} de {total} personas.",
                **words,
            ),
        ]
    )
