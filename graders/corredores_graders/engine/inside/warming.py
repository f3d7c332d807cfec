"""What a notebook of the course loads, loaded before the first submission arrives."""

import sys

from ipykernel.zmqshell import ZMQInteractiveShell

from .beforehand import try_course
from .shell import make_shell

_LEFT_BY_CELLS = ("last_type", "last_value", "last_traceback", "last_exc")
#: What brings in the modules that pandas and IPython load when they are first needed.
_CELLS = (
    "1 + 1",
    "import pandas\npandas.DataFrame({'a': [1]})",
    "import io\npandas.DataFrame({'a': ['x'], 'b': [1], 'c': [2]}).pivot(index='a', columns='b', values='c').to_csv(\n"
    "    io.BytesIO(), encoding='utf-8-sig')",
    "raise ValueError('x')",
)


def warm(draw: bool = True) -> ZMQInteractiveShell:
    """Return the shell, as new, with all imported that notebooks import; with ``draw``, tables and figures tried."""
    import plotly.graph_objects
    import plotly.io  # noqa: F401

    from corredores import charts, data, explorers, indicators  # noqa: F401

    shell = make_shell()
    if draw:
        try_course()
        for code in _CELLS:
            shell.run_cell(code, store_history=True)
        shell.reset(new_session=True)
        shell.execution_count = 1
        for name in _LEFT_BY_CELLS:
            if hasattr(sys, name):
                delattr(sys, name)
    return shell
