"""How large the tables are and how long a filter takes: ``uv run python benchmarks/data.py``.

Loads the largest table fifty times, each with another filter, with every cache emptied before, and the same rows with
plain ``pandas.read_csv``. Prints Markdown; exits with 1 where a bound is missed. :func:`filter_times` needs only the
course, so the browser kernel is measured with the same lines.
"""

import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import pandas as pd

from corredores import data
from corredores.data import compiled, countries

DATASETS = Path(__file__).parents[1] / "datasets"
FILTERS, SEED = 50, 2026
LARGEST_MS, ALL_BYTES, CORE_BYTES = 50, 15_000_000, 2_500_000  # the bounds of the project


def different_filters(name: str, how_many: int = FILTERS) -> list[dict[str, Any]]:
    """Return filters as modules use them: one to three columns of a row drawn with a fixed seed, all different."""
    rows, draw = data.load(name), random.Random(SEED)
    columns = [column for column in rows.columns if rows[column].nunique() < 1000]
    found: dict[str, dict[str, Any]] = {}
    while len(found) < how_many:
        row = rows.iloc[draw.randrange(len(rows))]
        given = [column for column in columns if pd.notna(row[column])]
        chosen = {column: row[column] for column in draw.sample(given, draw.randint(1, min(3, len(given))))}
        found[str(sorted(chosen.items()))] = chosen
    return list(found.values())


def forget() -> None:
    """Empty every cache of :mod:`corredores.data`, as in a kernel that has just started."""
    for module in (compiled, countries):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


def filter_times(name: str, how_many: int = FILTERS) -> list[float]:
    """Return the milliseconds of each load of ``name``, a filter each, caches empty."""
    times = []
    for wanted in different_filters(name, how_many):
        forget()
        start = time.perf_counter()
        data.load(name, **wanted)
        times.append(1000 * (time.perf_counter() - start))
    return times


def read_csv_times(name: str, how_many: int = 5) -> list[float]:
    """Return the milliseconds of reading the CSV and keeping the same rows, for the first few filters."""
    times = []
    for wanted in different_filters(name, how_many):
        start = time.perf_counter()
        rows = pd.read_csv(DATASETS / f"{name}.csv", keep_default_na=False, na_values=[""])
        for column, value in wanted.items():
            rows = rows[rows[column] == value]
        times.append(1000 * (time.perf_counter() - start))
    return times


def sizes() -> pd.DataFrame:
    """Return rows and bytes of every table, as CSV and compiled, and whether the browser kernel carries it."""
    described = compiled.descriptors()
    tables = Path(compiled.__file__).parents[1] / "tables"
    return pd.DataFrame(
        {
            "table": name,
            "rows": described[name]["rows"],
            "csv": (DATASETS / f"{name}.csv").stat().st_size,
            "compiled": (tables / f"{name}.columns").stat().st_size,
            "core": described[name]["core"],
        }
        for name in data.tables()
    )


def in_words(times: list[float]) -> str:
    """Return median, least and greatest."""
    return f"{statistics.median(times):.1f} | {min(times):.1f} | {max(times):.1f}"


def main() -> int:
    """Print the sizes and the times; return 1 where a bound is missed."""
    table = sizes()
    largest = str(table.loc[table["rows"].idxmax(), "table"])
    ours, plain = filter_times(largest), read_csv_times(largest)
    every, core = int(table["compiled"].sum()), int(table.loc[table["core"], "compiled"].sum())
    print("| table | rows | CSV, kB | compiled, kB | core |\n|---|--:|--:|--:|---|")
    for row in table.sort_values("compiled", ascending=False).itertuples():
        print(f"| {row.table} | {row.rows} | {row.csv / 1000:.0f} | {row.compiled / 1000:.0f} | {'yes' * row.core} |")
    print(f"\nAll compiled: {every / 1e6:.2f} MB (bound {ALL_BYTES / 1e6:.0f}); core: {core / 1e6:.2f} MB (2.5)\n")
    print(f"| {largest}, pandas {pd.__version__} | median, ms | least | greatest |\n|---|--:|--:|--:|")
    print(f"| load, {len(ours)} different filters, no caches | {in_words(ours)} |")
    print(f"| read_csv of the file, then the same filter, {len(plain)} times | {in_words(plain)} |")
    missed = statistics.median(ours) > LARGEST_MS or every > ALL_BYTES or core > CORE_BYTES
    print("\nA bound is missed." if missed else "\nEvery bound holds.")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
