"""What `datasets/README.md` says, in both languages, against the tables themselves."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from corredores.cli import build_app
from corredores.language import use
from datasets.recipes.checks import CHECKS
from datasets.recipes.pages.kept import key_of
from datasets.recipes.pages.model import CheckMissed, DataPages, TablePage, refuse_missed
from datasets.recipes.pages.rendering import READMES, TEMPLATES, readmes
from datasets.recipes.pages.view import views
from datasets.recipes.tables import TABLES

pytestmark = pytest.mark.xdist_group("data_pages")


def page(data: DataPages, table: str) -> TablePage:
    return next(page for page in data.pages if page.name == table)


def written(project: Path, table: str) -> list[dict[str, str]]:
    with (project / "datasets" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_committed_files_are_what_the_tables_give(project: Path, data: DataPages) -> None:
    for name, content in readmes(data).items():
        committed = (project / "datasets" / name).read_text(encoding="utf-8")
        assert committed == content, f"{name}: run «corredores data pages»"


def test_each_table_has_its_page_in_both_languages(data: DataPages) -> None:
    for content in readmes(data).values():
        assert re.findall(r"^## (.+)$", content, re.MULTILINE) == [table.name for table in TABLES]
        assert len(re.findall("^# ", content, re.MULTILINE)) == 1
        for table in TABLES:
            assert f"(#{table.name})" in content
            for field in table.fields:
                assert f"| `{field.name}` |" in content


def test_the_english_file_has_no_spanish_heading(data: DataPages) -> None:
    spanish, english = (readmes(data)[READMES[language]] for language in ("es", "en"))
    headings = [set(re.findall(r"^###+ ([^:\n]+)", content, re.MULTILINE)) for content in (spanish, english)]
    assert len(headings[0]) >= 5 and not headings[0] & headings[1]


@pytest.mark.parametrize("table", ["stock", "labour", "visas"])
def test_the_heat_map_counts_countries_as_an_independent_count_does(project: Path, data: DataPages, table: str) -> None:
    countries = {row["iso3"]: row for row in written(project, "countries")}
    found = page(data, table)
    heat = found.heat[0]
    measures = [field.name for field in found.table.fields if field.name not in found.table.key]
    rows = [row for row in written(project, table) if any(row[column] for column in measures)]
    for period, *counts in zip(heat.periods, *(row.counts for row in heat.rows), strict=True):
        codes = {row[heat.place] for row in rows if period.first <= int(row[heat.time]) <= period.last} & set(countries)
        lac = {code for code in codes if countries[code]["lac33"] == "True"}
        asia = {code for code in codes if countries[code]["course_region"] == "SEA"}
        africa = {code for code in codes if countries[code]["course_region"] == "SSA"}
        assert counts == [len(lac), len(asia), len(africa), len(codes - lac - asia - africa)], str(period)
    assert [row.all for row in heat.rows[:3]] == [33, 11, 53]


def test_a_table_without_countries_counts_its_rows(project: Path, data: DataPages) -> None:
    (heat,) = page(data, "job_orders").heat
    rows = written(project, "job_orders")
    expected = tuple(sum(int(row["fiscal_year"]) == period.first for row in rows) for period in heat.periods)
    assert heat.rows[0].counts == expected and sum(expected) == len(rows)


def test_a_field_tells_its_range_and_its_blanks(project: Path, data: DataPages) -> None:
    gini = [row["gini"] for row in written(project, "economy")]
    given = [float(value) for value in gini if value]
    found = next(field for field in page(data, "economy").fields if field.name == "gini")
    assert (found.blank, found.lowest, found.highest) == (len(gini) - len(given), min(given), max(given))
    assert found.blank > 0


def test_what_is_invented_or_not_confirmed_says_so(data: DataPages) -> None:
    for language, synthetic, confirm in (("es", "SINTÉTICOS", "por confirmar"), ("en", "SYNTHETIC", "to be confirmed")):
        with use(language):
            for view, table in zip(views(data), TABLES, strict=True):
                assert any(synthetic in warning for warning in view.warnings) == table.synthetic, view.name
                assert (confirm in view.licence) == table.to_confirm, view.name


def test_the_checks_of_figures_stand_on_their_page_with_what_they_found(data: DataPages) -> None:
    found = {name: value for name, _, value, _ in views(data)[[table.name for table in TABLES].index("stock")].checks}
    assert found["stock.MEX.USA.2024"] == "11.279.561" and found["stock.CRI.USA.2024"] == "—"
    assert sum(len(one.figures) + one.declared for one in data.pages) == len(CHECKS)


def test_a_page_is_not_written_where_a_check_fails(tables: dict[str, pd.DataFrame]) -> None:
    check = next(check for check in CHECKS if check.name == "countries.lac33")
    refuse_missed([check.run(tables)])
    short = {**tables, "countries": tables["countries"][tables["countries"]["iso3"] != "BRB"]}
    with pytest.raises(CheckMissed, match=r"countries\.lac33"):
        refuse_missed([check.run(short)])


def test_a_damaged_table_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text("iso3\nMEX\n", encoding="utf-8")
    done = CliRunner().invoke(build_app(), ["data", "pages", "--folder", str(tmp_path)])
    assert done.exit_code != 0 and "countries.csv" in done.output + str(done.exception)
    assert not list(tmp_path.glob("README*"))


def test_pages_are_kept_until_a_table_changes(tmp_path: Path) -> None:
    (tmp_path / "stock.csv").write_text("origin\nMEX\n", encoding="utf-8")
    before = key_of(tmp_path)
    assert key_of(tmp_path) == before
    (tmp_path / "stock.csv").write_text("origin\nCRI\n", encoding="utf-8")
    assert key_of(tmp_path) != before


def test_no_template_has_a_figure_in_it() -> None:
    for path in TEMPLATES.glob("*.jinja"):
        words = re.sub(r"{[{%].*?[}%]}|</?h\d>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\d", words.replace('tabindex="0"', "")), path.name
