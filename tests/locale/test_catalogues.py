"""A translation keeps every placeholder and every figure of its sentence, and is the one that is installed."""

import gettext
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import corredores
import corredores_graders
from corredores_graders.authoring.catalogue import po_path, read_catalogue
from corredores_graders.authoring.domains import domains
from corredores_graders.authoring.project import Project

PROJECT = Project()
DOMAINS = sorted(domains(PROJECT))
PLACEHOLDER = re.compile(r"(?<!\{)\{[A-Za-z_]\w*(?:[.\[][\w.\[\]]*)?(?::[^{}]*)?\}(?!\})")
SPANISH_FIGURE = re.compile(r"\d{1,3}(?:[\u00a0 ]\d{3})+(?:,\d+)?|\d+,\d+|\d+")
ENGLISH_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+")
#: Text about how numbers are written differs on purpose.
ABOUT_NUMBERS = ("El texto escribe los números así", "«1,234»")


def messages(domain: str) -> list[Message]:
    catalogue: Catalog = read_catalogue(po_path(PROJECT.locale, "en", domain), "en")
    return [message for message in catalogue if message.id]


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_agree(domain: str) -> None:
    for message in messages(domain):
        told = [sorted(PLACEHOLDER.findall(text)) for text in (message.id, message.string)]
        assert told[0] == told[1], message.id


@pytest.mark.parametrize("domain", [domain for domain in DOMAINS if domain.startswith("m")])
def test_figures_agree(domain: str) -> None:
    for message in messages(domain):
        if not any(words in message.id for words in ABOUT_NUMBERS):
            found = SPANISH_FIGURE.findall(message.id)
            spanish = [re.sub("[\u00a0 ]", "", figure).replace(",", ".") for figure in found]
            english = [figure.replace(",", "") for figure in ENGLISH_FIGURE.findall(message.string)]
            assert Counter(spanish) == Counter(english), message.id


@pytest.mark.parametrize("package", [corredores, corredores_graders])
def test_what_is_installed_was_compiled_from_the_catalogue(package: object) -> None:
    name, folder = package.__name__, Path(package.__file__).parent / "locale"
    compiled = gettext.translation(name, folder, ["en"])
    stale = [message.id for message in messages(name) if compiled.gettext(message.id) != message.string]
    assert stale == [], "run `uv sync`"
