"""Banco de México, on small files written as it writes them."""

from pathlib import Path

import pytest

from datasets.recipes.publishers import banxico
from datasets.recipes.source import SourceError

FILES = {
    "remesas_mensuales": "PERIODO,ID_FLUJO,FLUJO,OPERACIONES,VALOR_USD\n2025-01-01,1,Ingresos,10,700\n"
    "2025-01-01,2,Egresos,2,40\n",
    "remesas_pais": "PERIODO,ID_PAIS,PAIS,ID_FLUJO,FLUJO,VALOR_USD\n2025-01-01,PSE,Cisjordania,1,Ingresos,0\n"
    "2025-01-01,PSE,Palestina,1,Ingresos,7\n2025-01-01,ABK,República de Abjasia,2,Egresos,3\n",
    "remesas_usa": "PERIODO,ID_ESTADO,ESTADO,VALOR_USD\n2025-01-01,CA,California,500\n"
    "2025-01-01,XX,No Identificado,4\n",
    "remesas_entidad": "PERIODO,CVE_ENT,ENTIDAD,VALOR_USD\n2025-01-01,1,Aguascalientes,5\n",
    "IPC": "PERIODO,GENERAL,SUBYACENTE,NO_SUBYACENTE\n1991-10-01,1.0,1.1,1.2\n1991-11-01,1.5,1.6,1.7\n",
    "USDMXN": "PERIODO,TIPO_CAMBIO\n1991-10-01,0\n1991-11-01,3.0698\n",
}
REMITTANCES = [name for name in FILES if name.startswith("remesas")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "banxico").mkdir()
    for name, content in FILES.items():
        (tmp_path / "banxico" / f"{name}.csv").write_text(content, encoding="utf-8")
    return tmp_path


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "banxico" / f"{name}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_breakdowns_are_quarters_and_keep_the_publishers_codes(folder: Path) -> None:
    table = banxico.remittances_mexico(folder)
    rows = table[["month", "flow", "breakdown", "place", "place_name", "remittances", "months"]]
    assert rows.to_numpy().tolist() == [
        ["2025-01", "received", "total", "WLD", "Total", 700, 1],
        ["2025-01", "paid", "total", "WLD", "Total", 40, 1],
        ["2025-01", "received", "country", "PSE", "Cisjordania", 0, 3],
        ["2025-01", "received", "country", "PSE", "Palestina", 7, 3],
        ["2025-01", "paid", "country", "ABK", "República de Abjasia", 3, 3],
        ["2025-01", "received", "us_state", "CA", "California", 500, 3],
        ["2025-01", "received", "us_state", "XX", "No Identificado", 4, 3],
        ["2025-01", "received", "state", "1", "Aguascalientes", 5, 3],
    ]
    assert table["operations"].dropna().tolist() == [10, 2]


def test_zero_before_the_first_quotation_is_not_given(folder: Path) -> None:
    table = banxico.prices_mexico(folder).set_index("month")
    assert table["exchange_rate"].isna().tolist() == [True, False]
    assert list(table.loc["1991-11", ["cpi", "cpi_core", "cpi_non_core", "exchange_rate"]]) == [
        1.5,
        1.6,
        1.7,
        3.0698,
    ]


@pytest.mark.parametrize("name", REMITTANCES)
def test_renamed_column_is_named(name: str, folder: Path) -> None:
    rewrite(folder, name, "VALOR_USD", "VALOR")
    with pytest.raises(SourceError, match=rf"Banco de México: .*{name}\.csv le falta la columna VALOR_USD"):
        banxico.remittances_mexico(folder)


@pytest.mark.parametrize("name", REMITTANCES)
def test_cut_line_is_refused(name: str, folder: Path) -> None:
    path = folder / "banxico" / f"{name}.csv"
    path.write_text(path.read_text(encoding="utf-8") + '2025-04-01,"1', encoding="utf-8")
    with pytest.raises(SourceError, match=rf"Banco de México: .*{name}\.csv no se puede leer"):
        banxico.remittances_mexico(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("remesas_mensuales", "Egresos", "Salidas", r"línea 3, la columna FLUJO trae «Salidas».*Ingresos, Egresos"),
        ("remesas_mensuales", ",700", ",-700", r"línea 2, la columna VALOR_USD trae «-700».*no menor que 0"),
        ("remesas_pais", "2025-01-01", "2025-02-01", r"línea 2, la columna PERIODO trae «2025-02-01»"),
        ("remesas_usa", "CA,", "California,", r"línea 2, la columna ID_ESTADO trae «California»"),
        ("remesas_entidad", ",1,", ",33,", r"línea 2, la columna CVE_ENT trae «33»"),
    ],
)
def test_value_out_of_range_is_named_with_its_line(name: str, old: str, new: str, expected: str, folder: Path) -> None:
    rewrite(folder, name, old, new)
    with pytest.raises(SourceError, match=expected):
        banxico.remittances_mexico(folder)


def test_latin_1_is_refused_with_its_line(folder: Path) -> None:
    path = folder / "banxico" / "remesas_pais.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    with pytest.raises(SourceError, match=r"Banco de México: .*remesas_pais\.csv .*UTF-8 \(línea 4\)"):
        banxico.remittances_mexico(folder)


def test_absent_file_is_named(folder: Path) -> None:
    (folder / "banxico" / "IPC.csv").unlink()
    with pytest.raises(SourceError, match=r"Banco de México: no está el archivo .*IPC\.csv"):
        banxico.prices_mexico(folder)
