"""M03's other texts agree with its module: minutes, sections, the corridor card blank and filled, the trainer guide."""

import re
import tomllib
from typing import Any

from tests.notebooks.m03_figures import FIGURE, FOLDER, QUOTED, computed, found, of_the_guide, stock, womens_share


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_minutes_add_up_and_agree_in_all_texts() -> None:
    sections = toml("module.toml")["sections"]
    assert sum(section["minutes"] for section in sections) == toml("module.toml")["minutes"] == 90
    plan = re.findall(r"^\| (\d+) \|", (FOLDER / "trainer.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sum(map(int, plan)) == 90
    text = (FOLDER / "module.md").read_text(encoding="utf-8")
    printed = re.findall(r"^## (.+)\n\n\*(\d+) minutos", text, flags=re.MULTILINE)
    assert printed == [(section["title"], str(section["minutes"])) for section in sections[1:]]


def test_the_notebook_asks_for_the_fields_of_the_card() -> None:
    text = (FOLDER / "module.md").read_text(encoding="utf-8")
    asked = re.findall(r'^    "(\w+)": None,$', text, flags=re.MULTILINE)
    assert asked == [field["key"] for field in toml("instruments/I-03.toml")["fields"]]
    assert asked == list(toml("instruments/I-03-ejemplo.toml")["card"])


def test_the_filled_card_is_true() -> None:
    card, pairs = toml("instruments/I-03-ejemplo.toml")["card"], stock(2024)
    assert card["stock"] == pairs["URY", "ARG"]
    assert card["womens_share"] == round(womens_share("URY", "ARG"), 1)
    assert card["share_of_emigrants"] == round(100 * pairs["URY", "ARG"] / pairs["URY"].sum(), 1)
    for fields in (card, toml("instruments/I-03-ejemplo.toml")["sources"]):
        figures = {figure for said in fields.values() for figure in FIGURE.findall(str(said))}
        women = f"{stock(2024, 'female')['URY', 'ARG']:,}".replace(",", "\u00a0")
        assert {figure for figure in figures if "." not in figure} - {women, "91485"} <= set(computed().values())


def test_the_texts_of_the_filled_card_are_long_enough() -> None:
    example = toml("instruments/I-03-ejemplo.toml")["card"]
    for field in toml("instruments/I-03.toml")["fields"]:
        for said in (example[field["key"]], field["example"]):
            assert said == "NO_DISPONIBLE" or len(str(said).split()) >= field.get("min_words", 1), field["key"]


def test_every_figure_of_the_trainer_guide_is_computed_or_quoted() -> None:
    known = {*computed().values(), *of_the_guide().values(), *QUOTED}
    assert found("trainer.md") - known == set()
    text = (FOLDER / "trainer.md").read_text(encoding="utf-8")
    assert {name: figure for name, figure in of_the_guide().items() if figure not in text} == {}


def test_the_model_note_keeps_to_its_length() -> None:
    note = re.findall(r"^> (.+)$", (FOLDER / "trainer.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert 120 <= len(" ".join(note).split()) <= 180
