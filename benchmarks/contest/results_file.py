"""``benchmarks/grading.md``, which the README quotes: a section a kind of run, each rewritten by its own run alone."""

import re
from pathlib import Path

FILE = Path(__file__).parents[1] / "grading.md"
HEAD = """\
# How fast grading is

Written by `benchmarks/grading.py`; each section by the command that it names, and only by that one.
"""
#: The order in which the sections stand.
ORDER = ("30 submissions", "300 submissions", "Growth", "Queue")
_SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n?)*)", re.MULTILINE)


def write_section(title: str, body: str, file: Path = FILE) -> None:
    """Put ``body`` under the heading ``title`` and leave every other section as it is."""
    sections = read_sections(file) | {title: body.strip()}
    places = {known: place for place, known in enumerate(ORDER)}
    ordered = sorted(sections, key=lambda known: (places.get(known, len(ORDER)), known))
    text = HEAD + "".join(f"\n## {known}\n\n{sections[known]}\n" for known in ordered)
    file.write_text(text, encoding="utf-8")


def read_sections(file: Path = FILE) -> dict[str, str]:
    """Return the text of each section by its heading."""
    if not file.exists():
        return {}
    found = _SECTION.finditer(file.read_text(encoding="utf-8"))
    return {section["title"]: section["body"].strip() for section in found}
