"""`corredores data refresh` from the command line, against the publishers' own rows and against changed ones."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.package import DESCRIPTOR
from datasets.recipes.refresh.edition import Edition, derive, examine
from datasets.recipes.refresh.report import page
from datasets.recipes.refresh.services import ilostat, world_bank
from tests.datasets.refresh.documented import WorldBank, packed
from tests.datasets.refresh.local_services import NOT_FOUND, Answer, LocalServices, serving

pytestmark = pytest.mark.xdist_group("refresh")
COMMAND = [sys.executable, "-c", "from corredores.cli import main; main()", "data", "refresh"]


class Remembered:
    """The same answers, made once."""

    def __init__(self, respond: WorldBank) -> None:
        self.respond, self.made = respond, dict[str, Answer]()

    def __call__(self, path: str, query: Mapping[str, str]) -> Answer:
        if path not in self.made:
            self.made[path] = self.respond(path, query)
        return self.made[path]


@dataclass
class Refreshed:
    """A refresh that was interrupted and then went on, against the edition in force."""

    folder: Path  #: of the tables
    before: dict[str, tuple[int, int]]
    stopped: subprocess.CompletedProcess[str]
    after_the_stop: dict[str, tuple[int, int]]
    there_after_the_stop: list[str]
    asked: list[str]
    asked_then: list[str]
    done: subprocess.CompletedProcess[str]
    answers: Remembered

    @property
    def newer(self) -> Path:
        return self.folder.parent / "newer"


@pytest.fixture(scope="module")
def panel(sources: Path) -> pd.DataFrame:
    return pd.read_csv(sources / world_bank.PANEL, keep_default_na=False, na_values=[""])


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    return linked(project, tmp_path)


def linked(project: Path, beside: Path) -> Path:
    """The committed tables, linked: a table is replaced by another file and never written into."""
    copied = beside / "datasets"
    copied.mkdir()
    for path in [*(project / "datasets").glob("*.csv"), project / "datasets" / DESCRIPTOR]:
        os.link(path, copied / path.name)
    return copied


@pytest.fixture(scope="module")
def refreshed(
    panel: pd.DataFrame, project: Path, sources: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Refreshed]:
    folder = linked(project, tmp_path_factory.mktemp("refresh"))
    before = state(folder)
    with serving() as local:
        local.respond = answers = Remembered(WorldBank(panel))
        command = arguments(local, folder, sources, "--only", "world_bank")
        stopped = interrupted(command, local, after=12)
        after, there, asked = state(folder), sorted(os.listdir(folder.parent)), local.asked.copy()
        done = run(command)
        then = local.asked[len(asked) :]
    yield Refreshed(folder, before, stopped, after, there, asked, then, done, answers)


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()}


def arguments(local: LocalServices, folder: Path, sources: Path, *more: str) -> list[str]:
    to = str(folder.parent / "newer")
    addresses = [f"--world-bank={local.base}", f"--ilostat={local.base}", f"--unhcr={local.base}"]
    return [*COMMAND, *addresses, "--folder", str(folder), "--from", str(sources), "--to", to, *more]


def environment() -> dict[str, str]:
    return {**os.environ, "CORREDORES_LANG": "es", "NO_PROXY": "127.0.0.1"}


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment())


def heed_interrupts() -> None:
    """Let the child hear Ctrl+C also where these tests run in the background of a script, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(command: list[str], local: LocalServices, after: int) -> subprocess.CompletedProcess[str]:
    """Run the command and press Ctrl+C once it has asked ``after`` times."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, env=environment(), preexec_fn=heed_interrupts, **pipes)
    deadline = time.monotonic() + 60
    while len(local.asked) < after and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def figures(newer: Path) -> dict[str, dict[str, int]]:
    said = json.loads((newer / "changes.json").read_text())
    return {name: {kind: one[kind] for kind in ("added", "revised", "removed")} for name, one in said["tables"].items()}


NOTHING = {"added": 0, "revised": 0, "removed": 0}


def test_an_interrupt_leaves_nothing_half_and_the_next_run_goes_on(refreshed: Refreshed) -> None:
    assert refreshed.stopped.returncode == 130, refreshed.stopped.stderr
    assert "Interrumpido: las tablas no cambiaron." in refreshed.stopped.stderr
    assert refreshed.after_the_stop == refreshed.before
    assert refreshed.there_after_the_stop == ["datasets", "newer.partial"]
    assert refreshed.done.returncode == 0, refreshed.done.stderr
    again = set(refreshed.asked) & set(refreshed.asked_then)
    assert len(again) <= 1, "at most the answer that was under way"
    assert len(set(refreshed.asked + refreshed.asked_then)) == 1 + len(world_bank.INDICATORS)


def test_the_edition_in_force_changes_nothing(refreshed: Refreshed) -> None:
    found = figures(refreshed.newer)
    assert {"population", "economy", "remittances", "labour"} <= set(found)
    assert found == dict.fromkeys(found, NOTHING)
    assert "No se reemplazó nada." in refreshed.done.stdout
    assert state(refreshed.folder) == refreshed.before
    assert sorted(os.listdir(refreshed.folder.parent)) == ["datasets", "newer"]
    assert "Las tablas nuevas pasan todas las comprobaciones." in (refreshed.newer / "CHANGES.md").read_text()
    for name in found:
        derived, committed = (place / f"{name}.csv" for place in (refreshed.newer / "tables", refreshed.folder))
        assert derived.read_bytes() == committed.read_bytes(), name


def test_the_package_says_the_edition_and_where_it_came_from(refreshed: Refreshed) -> None:
    package = json.loads((refreshed.newer / "tables" / DESCRIPTOR).read_text())
    entries = {entry["name"]: entry for entry in package["resources"]}
    assert entries["population"]["edition"] == "World Development Indicators 2026-07-01"
    assert entries["population"]["obtained"] == f"http://127.0.0.1{entries['population']['obtained'][16:]}"
    assert entries["remittances"]["edition"].startswith("World Development Indicators 2026-07-01; ")


def test_an_edited_edition_is_not_put_in(refreshed: Refreshed, local: LocalServices, folder: Path) -> None:
    shutil.copytree(refreshed.newer, folder.parent / "newer")
    edited = folder.parent / "newer" / "tables" / "population.csv"
    edited.write_text(edited.read_text().replace("SLV", "SVL"))
    before = state(folder)
    done = run(arguments(local, folder, folder, "--replace"))
    assert done.returncode == 1
    assert "population.csv no es el que se trajo" in done.stderr
    assert state(folder) == before


def test_a_published_figure_that_moves_and_lost_rows_forbid_to_replace(
    refreshed: Refreshed, tmp_path: Path, project: Path
) -> None:
    table = pd.read_csv(refreshed.newer / "tables" / "remittances.csv", keep_default_na=False, na_values=[""])
    mexico = (table["iso3"] == "MEX") & (table["year"] == 2024)
    table.loc[mexico, "received"] *= 2
    (tmp_path / "tables").mkdir()
    table[mexico | (table["year"] < 2015)].to_csv(tmp_path / "tables" / "remittances.csv", index=False)
    changes, missed = examine(tmp_path, project / "datasets")
    refusals = "\n".join(Edition(tmp_path, {}, (), changes, {}, missed, {}).refusals)
    assert re.search(r"«remittances» pasa de \d+ a \d+ filas: parece una respuesta a medias", refusals)
    assert re.search(r"remittances.*: se esperaba .*; se halla .* Fuente: ", refusals)


def test_without_the_file_that_no_service_gives_the_table_is_named(refreshed: Refreshed, tmp_path: Path) -> None:
    service = world_bank.SERVICE
    (tmp_path / "sources" / "wdi").mkdir(parents=True)
    os.link(refreshed.newer / "sources" / world_bank.PANEL, tmp_path / "sources" / world_bank.PANEL)
    names = {"world_bank": "WDI"}
    underived = derive([service], names, tmp_path, None)
    assert underived["remittances"].startswith("wdi/API_BM")
    assert underived["labour"] == "ilostat/unemployment_rate_national_sdg852.csv"
    assert not (tmp_path / "tables" / "remittances.csv").exists()
    assert (tmp_path / "tables" / "population.csv").exists()
    lines = "\n".join(page(Edition(tmp_path, names, (service,), (), underived, (), {})))
    assert "«remittances» no se derivó: falta wdi/API_BM" in lines


@pytest.fixture
def revised(panel: pd.DataFrame, refreshed: Refreshed) -> Remembered:
    """A panel in which a product is revised, a figure of remittances is given and another not; jobs come and go."""
    changed = panel.copy()
    at = {(iso3, year): row for row, iso3, year in zip(changed.index, changed["iso3"], changed["year"], strict=True)}
    changed.loc[at["ABW", 1995], ["NY_GDP_MKTP_CD", "NY_GDP_PCAP_CD"]] *= 2
    changed.loc[at["ASM", 1995], "BX_TRF_PWKR_CD_DT"] = 1_000_000.0
    changed.loc[at["XKX", 2024], "BX_TRF_PWKR_CD_DT"] = float("nan")
    changed.loc[at["ABW", 1995], "SL_EMP_TOTL_SP_ZS"] = 50.0
    changed.loc[at["SLV", 1995], "SL_EMP_TOTL_SP_ZS"] = float("nan")
    answers = Remembered(WorldBank(changed))
    moved = ("NY.GDP.MKTP.CD", "NY.GDP.PCAP.CD", "BX.TRF.PWKR.CD.DT", "SL.EMP.TOTL.SP.ZS")
    answers.made |= {path: made for path, made in refreshed.answers.made.items() if not path.endswith(moved)}
    return answers


def test_changes_are_reported_and_put_in_only_when_told(
    revised: Remembered, local: LocalServices, folder: Path, sources: Path
) -> None:
    local.respond = revised
    before = state(folder)
    done = run(arguments(local, folder, sources, "--only", "world_bank"))
    assert done.returncode == 0, done.stderr
    newer = folder.parent / "newer"
    found = figures(newer)
    assert found["remittances"] == {"added": 0, "revised": 3, "removed": 0}, "with the share of the product revised"
    assert found["labour"] == {"added": 1, "revised": 0, "removed": 1}
    assert "labour: filas añadidas 1, revisadas 0, retiradas 1." in done.stdout
    assert found["economy"] == {"added": 0, "revised": 1, "removed": 0}
    assert found["population"] == NOTHING
    assert state(folder) == before
    economy = pd.read_csv(newer / "changes" / "economy.csv")
    assert economy[["change", "iso3", "year", "column", "relative"]].to_numpy().tolist() == [
        ["revised", "ABW", 1995, "gdp", 100.0],
        ["revised", "ABW", 1995, "gdp_per_head", 100.0],
    ]
    assert re.search(r"\| ABW \| 1995 \| gdp \| .* \| 100 \|", (newer / "CHANGES.md").read_text())

    asked = len(local.asked)
    again = run(arguments(local, folder, sources))
    assert (again.returncode, "Ya existe" in again.stderr) == (2, True)
    replaced = run(arguments(local, folder, sources, "--replace"))
    assert len(local.asked) == asked, "what was reviewed is what is put in"
    assert replaced.returncode == 0, replaced.stderr
    assert "corredores data verify" in replaced.stdout
    for name in found:
        assert (newer / "tables" / f"{name}.csv").read_bytes() == (folder / f"{name}.csv").read_bytes(), name
    assert {name for name, was in before.items() if state(folder)[name] != was} == {
        DESCRIPTOR, *(f"{name}.csv" for name in found)
    }  # fmt: skip
    entries = {entry["name"]: entry for entry in json.loads((folder / DESCRIPTOR).read_text())["resources"]}
    assert entries["economy"]["edition"] == "World Development Indicators 2026-07-01"


def test_an_edition_with_few_countries_is_shown_and_not_put_in(
    panel: pd.DataFrame, local: LocalServices, folder: Path, sources: Path
) -> None:
    local.respond = WorldBank(panel[panel["iso3"].isin(["MEX", "SLV", "WLD"])])
    before = state(folder)
    done = run(arguments(local, folder, sources, "--only", "world_bank", "--replace"))
    assert done.returncode == 1
    assert re.search(r"✗ «population» pasa de \d+ a \d+ filas: parece una respuesta a medias", done.stderr)
    assert "No se reemplazó nada: la edición de" in done.stderr
    assert state(folder) == before
    assert "no puede reemplazar las tablas" in (folder.parent / "newer" / "CHANGES.md").read_text()


def raw(file: Path, indicator: ilostat.Indicator) -> list[dict[str, str]]:
    """The rows as ILOSTAT gives them: the columns and codes of the service."""
    codes = {meaning: code for code, meaning in ilostat.SEXES.items()}
    with file.open(encoding="utf-8", newline="") as opened:
        rows = [{indicator.columns[name]: cell for name, cell in row.items()} for row in csv.DictReader(opened)]
    return [row | ({"sex": codes[row["sex"]]} if "sex" in row else {}) for row in rows]


def test_the_rows_of_ilostat_in_force_change_nothing(local: LocalServices, folder: Path, sources: Path) -> None:
    files = {indicator.id: raw(sources / indicator.file, indicator) for indicator in ilostat.INDICATORS}
    local.respond = lambda path, query: packed(files[query["id"]])
    done = run(arguments(local, folder, sources, "--only", "ilostat"))
    assert done.returncode == 0, done.stderr
    found = figures(folder.parent / "newer")
    assert {"labour", "informality", "neet", "earnings_occupation", "earnings_monthly"} <= set(found)
    assert found == dict.fromkeys(found, NOTHING)


def test_a_refusal_names_publisher_address_and_next_step_and_leaves_nothing(
    local: LocalServices, folder: Path, sources: Path
) -> None:
    local.respond = lambda path, query: NOT_FOUND
    before = state(folder)
    done = run(arguments(local, folder, sources, "--replace"))
    assert done.returncode == 1
    assert f"Banco Mundial: de {local.base}/country?format=json" in done.stderr
    assert "llegó el código HTTP 404. Se esperaba una respuesta completa. Repita la misma orden" in done.stderr
    assert state(folder) == before
    assert not (folder.parent / "newer").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            ["--only", "ilo"],
            "No hay un servicio «ilo». Existen: world_bank, ilostat, unhcr. El más parecido es «ilostat».",
        ),
        (["--unhcr", "http://example.org"], "«http://example.org» no es una dirección https. Escríbala completa."),
        (["--unhcr", "https://[api.unhcr.org"], "«https://[api.unhcr.org» no es una dirección https."),
    ],
)
def test_what_is_written_wrong_is_answered(more: list[str], said: str, tmp_path: Path) -> None:
    done = run([*COMMAND, "--to", str(tmp_path / "newer"), *more])
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []
