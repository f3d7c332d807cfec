"""What happens to notebooks without any malice, or with it, before they arrive: broken, edited, misnamed, huge."""

import copy
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.attacks.attack import ALL, Attack, Notebook, cell, code_cell, markdown_cell, place

Arrive = Callable[[Path, bytes], None]
_UNREADABLE = "no es un cuaderno|UTF-8"


def _as(change: Callable[[bytes], bytes], name: str = "m03.ipynb") -> Arrive:
    """Hand in what ``change`` makes of the bytes."""

    def arrive(folder: Path, content: bytes) -> None:
        (folder / name).write_bytes(change(content))

    return arrive


def _named(*names: str) -> Arrive:
    def arrive(folder: Path, content: bytes) -> None:
        for name in names:
            (folder / name).write_bytes(content)

    return arrive


def _with(change: Callable[[Notebook], Any]) -> Arrive:
    """Hand in a notebook that nbformat itself might refuse to write."""

    def edit(content: bytes) -> bytes:
        notebook: Notebook = json.loads(content)
        changed = change(notebook)
        return json.dumps(notebook if changed is None else changed).encode()

    return _as(edit)


def _without(key: str) -> Arrive:
    return _with(lambda notebook: {name: value for name, value in notebook.items() if name != key})


def _old_format(notebook: Notebook) -> Notebook:
    cells = []
    for one in notebook["cells"]:
        kind = one["cell_type"]
        source = "".join(one["source"])
        cells.append(
            {
                "cell_type": "code",
                "language": "python",
                "collapsed": False,
                "prompt_number": 1,
                "metadata": one["metadata"],
                "outputs": [],
                "input": source,
            }
            if kind == "code"
            else {"cell_type": kind, "metadata": one["metadata"], "source": source}
        )
    return {
        "metadata": {"name": "m03"},
        "nbformat": 3,
        "nbformat_minor": 0,
        "worksheets": [{"cells": cells, "metadata": {}}],
    }


def _hundred_megabytes(folder: Path, content: bytes) -> None:
    notebook = json.loads(content)
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 100_000_000}]
    (folder / "m03.ipynb").write_bytes(json.dumps(notebook).encode())


def _sparse_terabyte(folder: Path, content: bytes) -> None:
    with open(folder / "m03.ipynb", "wb") as file:
        file.write(content)
        file.truncate(1 << 40)


def _surplus_terabyte(folder: Path, content: bytes) -> None:
    """The notebook is there, and beside it what nobody asked for."""
    (folder / "m03.ipynb").write_bytes(content)
    with open(folder / "video.mp4", "wb") as file:
        file.truncate(1 << 40)
    for number in range(2000):
        (folder / f"basura-{number}.txt").write_text("x")
    (folder / "m03.check.json").write_text("{}")
    (folder / "corredores.py").write_text("raise SystemExit")
    (folder / "sitecustomize.py").write_text("raise SystemExit")


def _folder(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").mkdir()


def _pipe(folder: Path, content: bytes) -> None:
    """To open it would wait for ever."""
    os.mkfifo(folder / "m03.ipynb")


def _pipe_beside(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").write_bytes(content)
    os.mkfifo(folder / "m03.check.json")
    os.mkfifo(folder / "datos.csv")
    os.mkfifo(folder / "timestamp.txt")


def _socket(folder: Path, content: bytes) -> None:
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("m03.ipynb")
    finally:
        os.chdir(here)


def _loop(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").symlink_to("m03.ipynb")


def _endless(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").symlink_to("/dev/zero")


def _nested_folders(folder: Path, content: bytes) -> None:
    (folder / "m03").mkdir()
    (folder / "m03" / "m03.ipynb").write_bytes(content)


def _deep_folders(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").write_bytes(content)
    (folder / "/".join(["n"] * 300)).mkdir(parents=True)


def _odd_names(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").write_bytes(content)
    for name in (
        b"\xff\xfe.ipynb",
        b"con\nsalto.ipynb",
        "cuaderno de José Peña.ipynb".encode(),
        b"..\\..\\m03.ipynb",
        b"-rf.ipynb",
        b"<script>.ipynb",
        b"%s$(id)`id`.ipynb",
        b"m03.ipynb.ipynb",
        b" .ipynb",
        b"m03.ipynb\x7f",
    ):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(content)


def _stamp(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").write_bytes(content)
    (folder / "timestamp.txt").write_bytes(b"\xff\xfe 9999-99-99 <script>alert(1)</script>\n" * 1000)


def _deleted(notebook: Notebook) -> None:
    for grade_id in ("m03-e5-answer", "m03-e5", "m03-e4", "m03-e9-written"):
        del notebook["cells"][place(notebook, grade_id)]


def _duplicated(notebook: Notebook) -> None:
    notebook["cells"] = [copy.deepcopy(one) for one in notebook["cells"] for _ in range(2)]


def _reversed(notebook: Notebook) -> None:
    notebook["cells"].reverse()


def _same_ids(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        one["id"] = "uno"


def _same_grade_ids(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        if one["metadata"].get("nbgrader"):
            one["metadata"]["nbgrader"]["grade_id"] = "m03-e1"


def _other_ids(notebook: Notebook) -> None:
    """Cell ids of other cells: an answer claims to be a check and the reverse."""
    one, two = cell(notebook, "m03-e5-answer"), cell(notebook, "m03-e5")
    one["id"], two["id"] = two["id"], one["id"]


def _no_metadata(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        one["metadata"] = {}


def _old_schema(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        marks = one["metadata"].get("nbgrader")
        if marks:
            marks |= {"schema_version": 1, "points": -3, "extra": {"deep": [1] * 10}, "solution": "yes", "grade": None}
            del marks["locked"]


def _strange_metadata(notebook: Notebook) -> None:
    values: list[Any] = [
        None,
        [],
        "x",
        3,
        True,
        {"nbgrader": None},
        {"nbgrader": []},
        {"nbgrader": {"grade_id": ["m03-e5"]}},
        {"nbgrader": {"grade_id": {"x": 1}, "schema_version": "x"}},
    ]
    free = [one for one in notebook["cells"] if not one["metadata"].get("nbgrader")]
    for one, value in zip(free, values, strict=False):
        one["metadata"] = value


def _nested_metadata(depth: int) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        return content.replace(b'"metadata": {', b'"metadata": {"x": ' + b"[" * depth + b"]" * depth + b", ", 1)

    return change


def _kernel(notebook: Notebook) -> None:
    notebook["metadata"]["kernelspec"] = {
        "name": "../../../../@docente@/robo", "display_name": "x", "language": "bash", "argv": ["/bin/sh", "-c", "touch @docente@/robo"], "env": {"LD_PRELOAD": "/tmp/x.so"},
    }  # fmt: skip
    notebook["metadata"]["language_info"] = {"name": "bash", "version": 3, "codemirror_mode": None}


def _strange_cells(notebook: Notebook) -> None:
    notebook["cells"] += [
        {"cell_type": "code"}, {"cell_type": None, "source": None, "metadata": None}, {"source": 3, "cell_type": "markdown", "metadata": {}}, {"cell_type": "code", "source": [1, None, {"x": 2}], "metadata": {}, "outputs": "x", "execution_count": "y"},
        {"cell_type": "heading", "level": 1, "source": "x", "metadata": {}}, {"cell_type": "code", "source": "1", "metadata": {}, "outputs": [{"output_type": "x"}, None, 3], "execution_count": -1}, {},
    ]  # fmt: skip


def _many_cells(notebook: Notebook) -> None:
    notebook["cells"] += [code_cell("") for _ in range(3000)] + [markdown_cell("x") for _ in range(3000)]


def _long_cell(notebook: Notebook) -> None:
    notebook["cells"].append(code_cell("x = 1\n" * 300_000))
    notebook["cells"].append(code_cell("x = '" + "y" * 3_000_000 + "'"))
    notebook["cells"].append(code_cell("(" * 150_000))
    notebook["cells"].append(code_cell("-" * 90_000 + "1"))
    notebook["cells"].append(code_cell("+".join(["1"] * 60_000)))


def _long_prose(notebook: Notebook) -> None:
    """Markdown that takes a parser for ever."""
    for text in ("".join(f"[a{number}]: b\n" for number in range(20_000)) + "[a1]" * 1000, "|a" * 100 + "\n" + "|-" * 100 + "\n" + "|a\n" * 25_000, "*a_" * 60_000, "> " * 20_000 + "x", "[" * 100_000, "`" * 50_000, "$" + "{" * 20_000 + "$",
                 "$" + "\\frac{1}{" * 3000 + "$", "<a " * 60_000, "a\n" * 100_000, "- " * 3000 + "x", "![" * 50_000, "$\\begin{matrix}" * 3000 + "$", "&" * 200_000, "\\" * 100_000):  # fmt: skip
        notebook["cells"].append(markdown_cell(text))
    cell(notebook, "m03-e9-written")["source"] = "<b>" * 100_000


def _latin(content: bytes) -> bytes:
    text = json.dumps(json.loads(content), ensure_ascii=False)
    return text.encode("latin-1", "replace")


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


ATTACKS = [
    Attack("cut-in-half", "file", arrive=_as(_half), refused=_UNREADABLE, nbgrader=True),
    Attack("empty-file", "file", arrive=_as(lambda content: b""), refused=_UNREADABLE),
    Attack("no-json", "file", arrive=_as(lambda content: b"PK\x03\x04" + content), refused=_UNREADABLE),
    Attack("a-list", "file", arrive=_as(lambda content: b"[" + content + b"]"), refused=_UNREADABLE),
    Attack("null", "file", arrive=_as(lambda content: b"null"), refused=_UNREADABLE),
    Attack("no-cells", "notebook", arrive=_without("cells"), refused=_UNREADABLE),
    Attack(
        "cells-no-list", "notebook", arrive=_with(lambda notebook: notebook | {"cells": {"a": 1}}), refused=_UNREADABLE
    ),
    Attack(
        "cells-of-text",
        "notebook",
        arrive=_with(lambda notebook: notebook | {"cells": ["a", 1, None]}),
        refused=_UNREADABLE,
    ),
    Attack("empty-notebook", "notebook", arrive=_with(lambda notebook: notebook | {"cells": []}), lost=ALL),
    Attack("no-version", "notebook", arrive=_without("nbformat"), maybe=ALL),
    Attack("no-minor-version", "notebook", arrive=_without("nbformat_minor"), maybe=ALL),
    Attack("no-metadata", "notebook", arrive=_without("metadata"), maybe=ALL),
    Attack("format-3", "notebook", arrive=_with(_old_format), maybe=ALL),
    Attack(
        "format-5",
        "notebook",
        arrive=_with(lambda notebook: notebook | {"nbformat": 5, "nbformat_minor": 0}),
        maybe=ALL,
    ),
    Attack("minor-99", "notebook", arrive=_with(lambda notebook: notebook | {"nbformat_minor": 99}), nbgrader=True),
    Attack("minor-0", "notebook", arrive=_with(lambda notebook: notebook | {"nbformat_minor": 0}), nbgrader=True),
    Attack("minor-strange", "notebook", arrive=_with(lambda notebook: notebook | {"nbformat_minor": "5"}), maybe=ALL),
    Attack("latin-1", "file", arrive=_as(_latin), refused=_UNREADABLE),
    Attack("utf-16", "file", arrive=_as(lambda content: content.decode().encode("utf-16")), refused=_UNREADABLE),
    Attack("byte-order-mark", "file", arrive=_as(lambda content: b"\xef\xbb\xbf" + content), maybe=ALL),
    Attack("windows-lines", "file", arrive=_as(lambda content: content.replace(b"\n", b"\r\n"))),
    Attack("nul-bytes", "file", arrive=_as(lambda content: content + b"\x00" * 100), refused=_UNREADABLE),
    Attack("doubled", "file", arrive=_as(lambda content: content + content), refused=_UNREADABLE),
    Attack("nested-json", "size", arrive=_as(lambda content: b"[" * 200_000 + b"]" * 200_000), refused=_UNREADABLE),
    Attack("nested-metadata", "size", arrive=_as(_nested_metadata(500)), maybe=ALL),
    Attack("deeper-metadata", "size", arrive=_as(_nested_metadata(900)), maybe=ALL),
    Attack("hundred-megabytes", "size", arrive=_hundred_megabytes, refused="MB"),
    Attack("sparse-terabyte", "size", arrive=_sparse_terabyte, refused="MB"),
    Attack("surplus-files", "size", arrive=_surplus_terabyte, refused="más de 400 archivos"),
    Attack("no-notebook", "file", arrive=_named(), refused="ninguna entrega|no hay"),
    Attack("other-name", "file", arrive=_named("M03 (1).ipynb"), refused="se esperaba|llegó"),
    Attack("path-in-name", "file", arrive=_named("..\\m03.ipynb", "..m03.ipynb"), refused="se esperaba|llegó"),
    Attack(
        "surplus-notebooks",
        "file",
        arrive=_named("m03.ipynb", "m03-copia.ipynb", "Cuaderno de José Peña.ipynb"),
        nbgrader=True,
    ),
    Attack("deep-folders", "file", arrive=_deep_folders, refused="más de 400 archivos"),
    Attack("odd-names", "file", arrive=_odd_names),
    Attack("strange-time-stamp", "file", arrive=_stamp, refused="no es una fecha"),
    Attack("a-folder", "file", arrive=_folder, refused="no es un archivo|no hay"),
    Attack("a-pipe", "file", arrive=_pipe, refused="no es un archivo"),
    Attack("pipes-beside", "file", arrive=_pipe_beside),
    Attack("a-socket", "file", arrive=_socket, refused="no es un archivo"),
    Attack("link-to-itself", "file", arrive=_loop, refused="es un enlace"),
    Attack("link-without-end", "file", arrive=_endless, refused="es un enlace"),
    Attack("in-a-folder", "file", arrive=_nested_folders, refused="se esperaba"),
    Attack("cells-deleted", "notebook", edit=_deleted, lost="e5", nbgrader=True),
    Attack("cells-doubled", "notebook", edit=_duplicated, nbgrader=True),
    Attack("cells-reversed", "notebook", edit=_reversed, maybe=ALL),
    Attack("one-cell-id", "notebook", edit=_same_ids),
    Attack("one-grade-id", "notebook", edit=_same_grade_ids),
    Attack("cell-ids-swapped", "notebook", edit=_other_ids, maybe="e5"),
    Attack("metadata-gone", "notebook", edit=_no_metadata),
    Attack("old-schema", "notebook", edit=_old_schema, nbgrader=True),
    Attack("strange-metadata", "notebook", edit=_strange_metadata),
    Attack("kernel-is-a-command", "notebook", edit=_kernel, nbgrader=True),
    Attack("strange-cells", "notebook", edit=_strange_cells),
    Attack("six-thousand-cells", "size", edit=_many_cells),
    Attack("long-cells", "size", edit=_long_cell),
    Attack("long-prose", "size", edit=_long_prose),
]

#: Folders of people who are in no class list, with a notebook that is right.
STRANGERS = (
    "nadie",
    "José Peña",
    "dos palabras",
    "..ana-paz",
    "-rf",
    "<script>alert(1)<",
    "con\nsalto",
    "ana-paz ",
    "ANA-PAZ",
)
