"""Where the figures come from is attached, said and shown, whatever is done with the table."""

from collections.abc import Callable
from html import escape

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from corredores import data
from corredores.language import use

Step = Callable[[pd.DataFrame, pd.DataFrame], object]


@pytest.mark.parametrize("name", data.tables())
def test_every_table_says_its_source_and_limits(name: str) -> None:
    source = data.provenance(name)
    with use("es"):
        assert source.line().startswith("Datos sintéticos" if source.synthetic else "Fuente: ")
        assert source.edition in source.line()
        assert source.synthetic or (source.publisher in source.line() and source.licence in source.line())
        assert ("por confirmar" in source.line()) == source.to_confirm
        for limit in source.limits:
            assert limit in str(source)
            assert escape(limit) in source._repr_html_()
    assert source.retrieved in str(source)


ONE_TABLE: dict[str, Step] = {
    "filter": lambda stock, _: stock[stock["year"] == 2024],
    "query": lambda stock, _: stock.query("year == 2024"),
    "loc": lambda stock, _: stock.loc[stock["stock"] > 0, ["destination", "stock"]],
    "column": lambda stock, _: stock["stock"],
    "row": lambda stock, _: stock.iloc[0],
    "assign": lambda stock, _: stock.assign(thousand=stock["stock"] / 1000),
    "arithmetic": lambda stock, _: stock["stock"] / stock["stock"].sum(),
    "sort": lambda stock, _: stock.sort_values("stock", ascending=False).head(3),
    "index": lambda stock, _: stock.set_index("destination").reset_index(),
    "rename": lambda stock, _: stock.rename(columns={"stock": "persons"}),
    "drop": lambda stock, _: stock.drop(columns="sex").drop_duplicates().dropna(),
    "astype": lambda stock, _: stock.astype({"stock": float}).round(),
    "copy": lambda stock, _: stock.copy(),
    "groupby sum": lambda stock, _: stock.groupby("destination")["stock"].sum(),
    "groupby frame": lambda stock, _: stock.groupby(["destination", "year"])[["stock"]].sum().reset_index(),
    "groupby agg": lambda stock, _: stock.groupby("year").agg(persons=("stock", "sum")),
    "groupby as_index": lambda stock, _: stock.groupby("year", as_index=False)["stock"].max(),
    "groupby transform": lambda stock, _: stock.groupby("year")["stock"].transform("sum"),
    "groupby apply": lambda stock, _: stock.groupby("year")[["stock"]].apply(lambda group: group.nlargest(1, "stock")),
    "pivot": lambda stock, _: stock.pivot(index="destination", columns="year", values="stock"),
    "pivot_table": lambda stock, _: stock.pivot_table(index="destination", columns="year", values="stock"),
    "unstack": lambda stock, _: stock.set_index(["destination", "year"])["stock"].unstack(),
    "stack": lambda stock, _: stock.pivot(index="destination", columns="year", values="stock").stack(),
    "melt": lambda stock, _: stock.melt(["destination", "year"], ["stock"]),
    "transpose": lambda stock, _: stock.pivot(index="destination", columns="year", values="stock").T,
    "concat": lambda stock, _: pd.concat([stock.head(2), stock.tail(2)], ignore_index=True),
    "concat columns": lambda stock, _: pd.concat([stock["stock"], stock["year"]], axis="columns"),
    "to_frame": lambda stock, _: stock["stock"].to_frame(),
    "cut": lambda stock, _: stock.assign(size=pd.cut(stock["stock"], 3)).groupby("size", observed=True).size(),
    "map": lambda stock, _: stock["destination"].map(str.lower),
    "where": lambda stock, _: stock["stock"].where(stock["stock"] > 10),
    "cumsum": lambda stock, _: stock["stock"].cumsum(),
    "rank": lambda stock, _: stock.rank(numeric_only=True),
}  # fmt: skip

TWO_TABLES: dict[str, Step] = {
    "merge": lambda stock, people: stock.merge(people, left_on="origin", right_on="iso3"),
    "function merge": lambda stock, people: pd.merge(stock, people, left_on="origin", right_on="iso3"),
    "merge outside": lambda stock, people: people.merge(stock, left_on="iso3", right_on="destination", how="left"),
    "merge then group": lambda stock, people: (
        stock.merge(people, left_on="origin", right_on="iso3").groupby("origin")["stock"].sum()
    ),
    "join": lambda stock, people: stock.set_index("origin").join(people.set_index("iso3")[["population"]]),
    "concat": lambda stock, people: pd.concat([stock, people]),
    "concat columns": lambda stock, people: pd.concat([stock["stock"], people["population"]], axis="columns"),
}  # fmt: skip


@pytest.fixture(scope="module")
def stock() -> pd.DataFrame:
    return data.load("stock", origin="SLV", sex="total")


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    return data.load("population", iso3="SLV", year=2024, sex="total")


@pytest.mark.parametrize("step", ONE_TABLE.values(), ids=ONE_TABLE)
def test_source_survives(step: Step, stock: pd.DataFrame, people: pd.DataFrame) -> None:
    assert [source.table for source in data.sources(step(stock, people))] == ["stock"]  # type: ignore[arg-type]


@pytest.mark.parametrize("step", TWO_TABLES.values(), ids=TWO_TABLES)
def test_both_sources_survive(step: Step, stock: pd.DataFrame, people: pd.DataFrame) -> None:
    assert {source.table for source in data.sources(step(stock, people))} == {"stock", "population"}  # type: ignore[arg-type]


def test_plain_table_on_the_left_takes_the_source_of_the_right(stock: pd.DataFrame) -> None:
    names = pd.DataFrame({"destination": ["USA"], "city": ["Los Ángeles"]})
    assert [source.table for source in data.sources(stock.merge(names))] == ["stock"]


def test_line_names_each_source_once(stock: pd.DataFrame, people: pd.DataFrame) -> None:
    both = stock.merge(people, left_on="origin", right_on="iso3")
    line = data.source_line(both, "stock", people)
    assert line == f"{data.provenance('stock').line()} {data.provenance('population').line()}"


def test_frame_without_provenance_says_so() -> None:
    with use("es"), pytest.raises(data.UnknownName, match="no trae su procedencia: pídala por su nombre"):
        data.sources(pd.DataFrame())
    with pytest.raises(data.UnknownName, match="stock"):
        data.provenance("stok")


def test_not_given_is_among_the_limits_of_the_stock() -> None:
    assert any("no es cero" in limit for limit in data.provenance("stock").limits)


def test_table_in_a_notebook_stands_above_its_source_line(stock: pd.DataFrame, people: pd.DataFrame) -> None:
    shell = InteractiveShell.instance()
    try:
        formatter = shell.display_formatter.formatters["text/html"]
        with use("es"):
            assert formatter(people).endswith(f"<p><small>{data.provenance('population').line()}</small></p>")
            grouped = stock.merge(people, left_on="origin", right_on="iso3").groupby("origin")[["stock"]].sum()
            assert data.source_line("stock", "population") in formatter(grouped)
        assert "small" not in formatter(pd.DataFrame({"a": [1]}))
        with pd.option_context("display.notebook_repr_html", False):
            assert formatter(people) is None
    finally:
        InteractiveShell.clear_instance()
