"""The teaching notes: their figures come from the tables, follow them, and are missed when they go."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from corredores.charts.numbers import Numbers
from corredores.language import use
from datasets.recipes.pages.notes import NOTES
from datasets.recipes.pages.notes.figures import NoteWithoutData
from datasets.recipes.pages.notes.note import Note
from datasets.recipes.pages.notes.values import Listed, Number
from datasets.recipes.tables import TABLES

pytestmark = pytest.mark.xdist_group("data_pages")

#: Digits that are part of a name.
NAMES = re.compile(r"H-2[AB]")
GAP = re.compile(r"{(\w+)}")

Tables = dict[str, pd.DataFrame]


def note(name: str) -> Note:
    return next(note for note in NOTES if note.name == name)


def said(name: str, tables: Tables, language: str = "en") -> str:
    mark = {"es": ",", "en": "."}[language]
    names = dict(zip(tables["countries"]["iso3"], tables["countries"][f"name_{language}"], strict=True))
    with use(language):
        return note(name).filled(tables).sentence(Numbers(mark), names)


def test_every_kind_of_mess_has_its_note() -> None:
    assert len(NOTES) >= 20 and len({note.name for note in NOTES}) == len(NOTES)
    assert {table for note in NOTES for table in note.tables} <= {table.name for table in TABLES}


@pytest.mark.parametrize("one", NOTES, ids=lambda note: note.name)
def test_no_figure_is_typed_in(one: Note) -> None:
    for sentence in (one.title, one.says, one.use):
        assert not re.search(r"\d", NAMES.sub("", GAP.sub("", sentence))), sentence
    assert GAP.search(one.says)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("one", NOTES, ids=lambda note: note.name)
def test_each_note_is_filled_in_both_languages(one: Note, language: str, tables: Tables) -> None:
    sentence = said(one.name, tables, language)
    assert not re.search(r"[{}]|\bnan\b|\binf\b", sentence)
    assert set(GAP.findall(one.says)) == set(one.filled(tables).values)


@pytest.mark.parametrize("one", NOTES, ids=lambda note: note.name)
def test_a_note_whose_figures_are_gone_is_not_printed(one: Note, tables: Tables) -> None:
    with pytest.raises(NoteWithoutData, match=one.name):
        one.filled({**tables, **{name: tables[name].head(0) for name in one.tables}})


def rows(project: Path, table: str) -> list[dict[str, str]]:
    with (project / "datasets" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rival_answers_are_those_of_the_files(project: Path, tables: Tables) -> None:
    pair = {"origin": "MEX", "destination": "USA", "sex": "total"}
    vintages = {
        row["edition"]: int(row["stock"])
        for row in rows(project, "stock_vintages")
        if row["year"] == "2020" and all(row[column] == value for column, value in pair.items())
    }
    sources = {
        row["source"]: int(row["stock"])
        for row in rows(project, "stock_by_source")
        if row["ref_date"] == "2020.0" and row["concept"] == "foreign_born" and row | pair == row
    }
    figures = [vintages["UN 2020"], vintages["UN 2024"], sources["OECD"], sources["WorldBank"]]
    sentence = said("rival_answers", tables)
    assert figures == [10_853_105, 11_177_052, 11_295_280, 11_416_180]  # SOURCES: 10.85, 11.18, 11.30, 11.42 M
    assert [f"{figure:,}" in sentence for figure in figures] == [True] * 4
    assert f"{max(figures) - min(figures):,}" in sentence


def test_unnamed_origins_are_those_of_the_file_and_follow_it(project: Path, tables: Tables) -> None:
    total = {"WLD": 0, "OTH": 0}
    for row in rows(project, "stock"):
        if row["year"] == "2024" and row["sex"] == "total" and row["origin"] in total:
            total[row["origin"]] += int(row["stock"])
    assert f"{total['OTH'] / 1e6:.1f} million" in said("unnamed_origin", tables)
    assert f"{100 * total['OTH'] / total['WLD']:.1f}%" in said("unnamed_origin", tables)
    more = tables["stock"].assign(stock=tables["stock"]["stock"].where(tables["stock"]["origin"] != "OTH", 0))
    assert said("unnamed_origin", {**tables, "stock": more}).startswith("In 2024, 0.0 million")


def test_the_double_count_is_that_of_the_file_and_follows_it(project: Path, tables: Tables) -> None:
    orders = [row for row in rows(project, "job_orders") if (row["visa"], row["fiscal_year"]) == ("H-2A", "2017")]
    every = sum(int(float(row["workers_certified"] or 0)) for row in orders)
    parts = sum(int(float(row["workers_certified"] or 0)) for row in orders if row["primary_sub"] == "SUB")
    assert f"{every - parts:,} without the SUB rows and {every:,} with them" in said("counted_twice", tables)
    without = tables["job_orders"][tables["job_orders"]["primary_sub"] != "SUB"]
    assert f"{every - parts:,} with them" in said("counted_twice", {**tables, "job_orders": without})


def test_blind_spots_name_who_has_no_figure(project: Path, tables: Tables) -> None:
    never = note("blind_spots").filled(tables).values["never"]
    region = {row["iso3"] for row in rows(project, "countries") if row["lac33"] == "True"}
    given = {row["iso3"] for row in rows(project, "remittances") if row["received"]}
    assert isinstance(never, Listed) and {code for code, _ in never.items} == region - given == {"CUB"}


def test_a_figure_without_value_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(NoteWithoutData):
            Number(value)
