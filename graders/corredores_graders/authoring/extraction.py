"""What a translator gets: extractors, in the form that Babel asks for, of the texts that are no Python."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from corredores_graders.authoring.blocks import code_comments, markdown_blocks
from corredores_graders.authoring.code_strings import code_strings
from corredores_graders.authoring.instruments import sentences
from corredores_graders.authoring.module_text import read_module

#: What Babel's extractors yield: line, function, sentence or (context, sentence), comments.
Found = tuple[int, str, str | tuple[str, str], list[str]]
Extractor = Callable[..., Iterator[Found]]

#: The keywords for extractors that give each sentence its context.
WITH_CONTEXT = {"pgettext": ((1, "c"), 2)}


def extract_module(file: BinaryIO, _keywords: Any, _tags: Any, options: Any) -> Iterator[Found]:
    """Yield the prose of a `module.md` by blocks, and the comments and sentences of its code, each with its context."""
    path = Path(file.name)
    for cell in read_module(path, path.parent.name.split("-")[0]).cells:
        if cell.kind == "markdown":
            for block in markdown_blocks(cell.source):
                if block.translatable:
                    yield _found(cell.line + block.line, cell.context, block.text)
        else:
            for comment in code_comments(cell.source):
                yield _found(cell.line + comment.first, cell.context, comment.text)
            for string in code_strings(cell.source):
                yield _found(cell.line + string.line, cell.context, string.text)


def extract_markdown(file: BinaryIO, _keywords: Any, _tags: Any, options: Any) -> Iterator[Found]:
    """Yield the blocks of a plain Markdown page, with the file's stem as their context."""
    path = Path(file.name)
    for block in markdown_blocks(path.read_text(encoding="utf-8")):
        if block.translatable:
            yield _found(block.line + 1, path.stem, block.text)


def extract_instrument(file: BinaryIO, _keywords: Any, _tags: Any, options: Any) -> Iterator[Found]:
    """Yield the sentences of an instrument (`I-03.toml`), with the instrument's id as their context."""
    path = Path(file.name)
    source = path.read_text(encoding="utf-8")
    for sentence in sentences(tomllib.loads(source)):
        yield _found(_line_of(source, sentence), path.stem, sentence)


def _line_of(source: str, sentence: str) -> int:
    """Return the line of a TOML file where ``sentence`` begins (its first words, since TOML may escape the rest)."""
    opening = re.escape(sentence[:30].split("\n")[0].split('"')[0])
    match = re.search(opening, source)
    return source.count("\n", 0, match.start()) + 1 if match else 1


def _found(line: int, context: str, sentence: str) -> Found:
    return line, "pgettext", (context, sentence), []
