"""What a notebook of the course loads, loaded before the first submission arrives."""

import sys

from ipykernel.zmqshell import ZMQInteractiveShell

from .shell import make_shell

_LEFT_BY_CELLS = ("last_type", "last_value", "last_traceback", "last_exc")


def warm(draw: bool = True) -> ZMQInteractiveShell:
    """Return the shell, as new, with all imported that notebooks import; with ``draw``, tables and figures tried."""
    import plotly.graph_objects
    import plotly.io  # noqa: F401

    import corredores.checking  # noqa: F401
    from corredores import charts, data, explorers, indicators  # noqa: F401

    shell = make_shell()
    if draw:
        year = data.latest("stock")
        data.load("stock", year=year, sex="total")
        data.load("stock", year=year, origin="NIC")
        data.load("stock_vintages", origin="NIC", destination="CRI")
        for picture in (
            charts.corridor_map("NIC"),
            charts.corridor_flows(["NIC", "CRI", "PAN"]),
            charts.concentration("NIC"),
            charts.womens_share("NIC"),
        ):
            picture.caption("")
        for code in ("1 + 1", "import pandas\npandas.DataFrame({'a': [1]})", "raise ValueError('x')"):
            shell.run_cell(code, store_history=True)
        shell.reset(new_session=True)
        shell.execution_count = 1
        for name in _LEFT_BY_CELLS:
            if hasattr(sys, name):
                delattr(sys, name)
    return shell
