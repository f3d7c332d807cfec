"""Execute the built notebooks, model answers included, and keep their outputs for nbval: verdicts and figure data.

Run it when a change of text, key, data or chart is meant: ``uv run python -m tests.notebooks.make_reference``.
The difference of the written files is what a reviewer reads.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from corredores_graders.answer_keys import module_ids, module_key
from corredores_graders.authoring.build import module_source
from corredores_graders.judging.check_file import write_check_file

REFERENCE = Path(__file__).parent / "reference"
LANGUAGES = ("es", "en")


def reference_path(module: str, language: str) -> Path:
    """Return where the executed notebook of ``module`` in ``language`` is kept."""
    return REFERENCE / language / f"{module}.ipynb"


def executed(module: str, language: str) -> nbformat.NotebookNode:
    """Return the built notebook of ``module`` with its outputs, run beside its check file in a folder of its own."""
    notebook = module_source(module, language)
    with tempfile.TemporaryDirectory() as folder:
        write_check_file(module_key(module), language, Path(folder) / f"{module}.check.json")
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}}, record_timing=False).execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata.pop("language_info", None)
    return notebook


def main() -> None:
    """Write the reference of every module and language."""
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    for module in module_ids():
        for language in LANGUAGES:
            path = reference_path(module, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(executed(module, language), path)
            print(path, file=sys.stderr)


if __name__ == "__main__":
    main()
