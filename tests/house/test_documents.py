"""What README and CONTRIBUTING say is there is there, and nothing that is there goes unsaid."""

import re
from pathlib import Path

import pytest
import typer

from corredores.cli import build_app

DOCUMENTS = ["README.md", "README.es.md", "CONTRIBUTING.md", "CHANGELOG.md"]
PACKAGES = ["course/corredores", "graders/corredores_graders"]
COMPILED = {"tables", "locale", "__pycache__"}


def fenced(document: str) -> list[str]:
    """The fenced blocks of a document, in order."""
    return re.findall(r"^```sh\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)


def code_of(document: str) -> str:
    """All that a document sets as code, in blocks or in the line."""
    blocks = re.compile(r"^(`{3,})(.*?)^\1", re.DOTALL | re.MULTILINE)
    return "\n".join(
        [block[1] for block in blocks.findall(document)] + re.findall(r"`([^`]+)`", blocks.sub("", document))
    )


def marked(document: str, name: str) -> str:
    """The block that the newcomer's tool would run."""
    found = re.findall(rf"<!-- newcomer: {name} -->\n```sh\n(.*?)```", document, re.DOTALL)
    assert len(found) == 1, f"README.md marks {len(found)} blocks for {name}"
    return str(found[0])


def test_readme_marks_its_two_commands(project: Path) -> None:
    readme = (project / "README.md").read_text()
    assert "corredores start" in marked(readme, "start")
    assert marked(readme, "test").endswith("uv run pytest\n")


def test_spanish_readme_gives_the_same_commands(project: Path) -> None:
    english, spanish = ((project / name).read_text() for name in ("README.md", "README.es.md"))
    assert fenced(spanish) == fenced(english)
    assert re.findall(r"^\| `(\w+)", spanish, re.MULTILINE) == re.findall(r"^\| `(\w+)", english, re.MULTILINE)
    assert spanish.count("\n## ") == english.count("\n## ")


def command_paths(group: typer.main.TyperGroup, before: str = "") -> set[str]:
    """Every command and group of the command line: {"start", "book", "book build", …}."""
    paths = set()
    for name, command in group.commands.items():
        paths.add(before + name)
        if hasattr(command, "commands"):
            paths |= command_paths(command, f"{before}{name} ")
    return paths


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_the_document_exist(document: str, project: Path) -> None:
    existing = command_paths(typer.main.get_command(build_app()))
    for line in re.findall(r"\bcorredores ([a-z][a-z ]*)", code_of((project / document).read_text())):
        words = line.split()
        said = " ".join(words[:2]) if any(path.startswith(f"{words[0]} ") for path in existing) else words[0]
        assert said in existing, f"{document} names `corredores {line.strip()}`"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_of_the_document_lead_somewhere(document: str, project: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (project / document).read_text()):
        assert (project / target).exists(), f"{document} links {target}"


def rooms(project: Path) -> set[str]:
    """The rooms of CONTRIBUTING's table."""
    return set(re.findall(r"^\| `([a-z_/]+)/` \|", (project / "CONTRIBUTING.md").read_text(), re.MULTILINE))


def test_every_room_of_contributing_exists_and_is_lived_in(project: Path) -> None:
    assert len(rooms(project)) > 10
    for room in rooms(project):
        assert any(path.is_file() for path in (project / room).rglob("*")), f"nothing lives in {room}/"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_room_of_the_packages_is_in_contributing(package: str, project: Path) -> None:
    folders = {path.parent for path in (project / package).glob("*/*.py")}
    unsaid = {str(folder.relative_to(project)) for folder in folders if folder.name not in COMPILED} - rooms(project)
    assert unsaid == set()


def test_glossary_explains_each_word_once(project: Path) -> None:
    glossary = (project / "CONTRIBUTING.md").read_text().partition("## Glossary")[2]
    words = re.findall(r"^\| ([a-z ]+) \| \S", glossary, re.MULTILINE)[1:]
    assert words == sorted(set(words)), "in order, and each once"
    assert len(words) >= 25
