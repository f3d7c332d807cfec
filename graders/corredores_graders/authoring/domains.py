"""The catalogues of the course: which files each one speaks for, and how their sentences are found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from corredores_graders.authoring.extraction import (
    WITH_CONTEXT,
    Extractor,
    extract_instrument,
    extract_markdown,
    extract_module,
)
from corredores_graders.authoring.project import ModuleFolder, Project
from corredores_graders.authoring.python_sentences import extract_python

#: In Python, the first argument of ``text("…")`` and of ``N_("…")`` is a sentence.
IN_PYTHON: Mapping[str, Any] = {"text": (1,), "N_": (1,)}
KEY = re.compile(r"m\d+\.py")


@dataclass(frozen=True)
class Source:
    """A file with sentences and the extractor that finds them."""

    path: Path
    extractor: Extractor
    keywords: Mapping[str, Any]


def domains(project: Project) -> dict[str, list[Source]]:
    """Return the domains (`corredores`, `corredores_graders`, `book`, `m03` …) with their files."""
    graders = project.root / "graders" / "corredores_graders"
    course = project.root / "course" / "corredores"
    recipes = project.root / "datasets" / "recipes"  # what they write into the data package, `corredores.data` shows
    found = {
        "corredores": _python([*course.rglob("*.py"), *recipes.rglob("*.py")]),
        "corredores_graders": _python(path for path in graders.rglob("*.py") if not _is_key(path)),
        "book": [Source(path, extract_markdown, WITH_CONTEXT) for path in sorted(project.book.glob("*.md"))],
    }
    return found | {module.id: _module(module, graders) for module in project.modules()}


def _module(module: ModuleFolder, graders: Path) -> list[Source]:
    guide, key = module.trainer_guide, graders / "answer_keys" / f"{module.id}.py"
    return [
        Source(module.text, extract_module, WITH_CONTEXT),
        *([Source(guide, extract_markdown, WITH_CONTEXT)] if guide.is_file() else []),
        *(Source(path, extract_instrument, WITH_CONTEXT) for path in module.instrument_texts),
        *_python([key] if key.is_file() else []),
    ]


def _python(paths: Any) -> list[Source]:
    return [Source(path, extract_python, IN_PYTHON) for path in sorted(paths)]


def _is_key(path: Path) -> bool:
    return path.parent.name == "answer_keys" and bool(KEY.fullmatch(path.name))


def template(sources: list[Source], root: Path) -> Catalog:
    """Extract the sentences of ``sources`` as a template; locations are paths from ``root`` and line numbers."""
    catalogue = Catalog()
    for source in sources:
        name = source.path.relative_to(root).as_posix()
        for line, sentence, comments, context in _extract(source):
            catalogue.add(sentence, locations=[(name, line)], auto_comments=comments, context=context)
    for message in catalogue:
        # Babel guesses formats from signs: "34 % de" and the braces of TeX are neither.
        message.flags -= {"python-format", "python-brace-format"}
    return catalogue


def _extract(source: Source) -> Iterator[tuple[int, Any, list[str], str | None]]:
    with source.path.open("rb") as file:
        yield from extract(
            source.extractor,  # type: ignore[arg-type]  # Babel's annotation omits the function's name that it reads
            file,
            keywords=source.keywords,
            comment_tags=("i18n:",),
        )
