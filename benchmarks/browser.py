"""How long a filter takes in the browser kernel: ``uv run python -m benchmarks.browser``.

Runs the filters of ``benchmarks/data.py`` in Pyodide, in a headless Chromium, with a wheel of the course that has all
tables: on the largest table of all and on the largest that the browser kernel carries; and the same filters here.
Prints Markdown; exits with 1 where the median in the browser misses the bound. Pyodide comes from PyPI once, as for the
tests of the browser kernel.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser, sync_playwright

from benchmarks.data import LARGEST_MS, filter_times, in_words, sizes
from tests.browser_kernel.lite_site import write_distribution
from tests.browser_kernel.serving import served
from tests.conftest import CHROMIUM_SWITCHES, PROJECT, find_chromium

IN_THE_PAGE = """async ([lines, tables]) => {
    const { loadPyodide } = await import("/pyodide/pyodide.mjs");
    const pyodide = await loadPyodide({ indexURL: "/pyodide/", packages: ["corredores"] });
    pyodide.FS.mkdirTree("/home/benchmarks");
    pyodide.FS.writeFile("/home/benchmarks/filters.py", lines);
    pyodide.globals.set("tables", pyodide.toPy(tables));
    return pyodide.runPython(`
        import json, sys
        sys.path.insert(0, "/home/benchmarks")
        import filters, pandas
        json.dumps([pandas.__version__, {table: filters.filter_times(table) for table in tables}])
    `);
}"""


def largest_tables() -> list[str]:
    """Return the largest table, and the largest of the core."""
    table = sizes()
    return [str(rows.nlargest(1, "rows")["table"].item()) for rows in (table, table[table["core"]])]


def times_in_browser(
    browser: Browser, folder: Path, wheel: Path, tables: list[str]
) -> tuple[str, dict[str, list[float]]]:
    """Return the version of pandas in the browser and the milliseconds of each filter of each table there."""
    write_distribution(folder / "pyodide", wheel)
    (folder / "index.html").write_text("<!doctype html><title>Pyodide</title>", encoding="utf-8")
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        lines = (PROJECT / "benchmarks" / "data.py").read_text(encoding="utf-8")
        version, times = json.loads(page.evaluate(IN_THE_PAGE, [lines, tables]))
        page.close()
    return version, times


def build_wheel(folder: Path) -> Path:
    """Build the course's wheel with all tables."""
    uv = os.environ.get("UV") or shutil.which("uv") or "uv"
    command = [uv, "build", "--quiet", "--wheel", "--package", "corredores", "--out-dir", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True)
    return next(folder.glob("*.whl"))


def main() -> int:
    """Print the times; return 1 where the bound is missed."""
    tables = largest_tables()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_SWITCHES)
        version, there = times_in_browser(browser, folder / "page", build_wheel(folder / "wheel"), tables)
        browser.close()
    print("| load, different filters, no caches | median, ms | least | greatest |\n|---|--:|--:|--:|")
    for table in tables:
        print(f"| {table}, Chromium, pandas {version} | {in_words(there[table])} |")
        print(f"| {table}, here, pandas {pd.__version__} | {in_words(filter_times(table))} |")
    missed = any(statistics.median(times) > LARGEST_MS for times in there.values())
    print("\nThe bound is missed." if missed else f"\nThe bound of {LARGEST_MS} ms holds.")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
