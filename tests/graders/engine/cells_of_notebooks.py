"""The cells of ``cells.md``, by group and name, and the files that lie beside the notebook."""

import re
from pathlib import Path

FILES = {
    "guion.py": b"import sys\nprint('guion', __name__, sys.argv[1:])\nvalor = 7\n",
    "roto.py": b"def f():\n    return 1 / 0\nf()\n",
    "datos.csv": "año,país\n2020,México\n".encode(),
    "modulo.py": b'"""Un modulo."""\ndef doble(x):\n    """Dobla."""\n    return 2 * x\n',
}
_CELL = re.compile(r"^### (.+?)\n\n```python\n(.*?)\n?```$", re.MULTILINE | re.DOTALL)


def read_cells() -> dict[str, dict[str, str]]:
    """The groups of cells, in the order of the file."""
    groups: dict[str, dict[str, str]] = {}
    for part in Path(__file__).with_name("cells.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        title, rest = part.split("\n", 1)
        groups[title] = dict(_CELL.findall(rest))
    return groups


GROUPS = read_cells()
CELLS = {name: source for group in GROUPS.values() for name, source in group.items()}
TIMES = "Times"
