"""What each of the two JupyterLabs offers: its server parts, its tabs, its language."""

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HOST = "127.0.0.1"
_NBGRADER = "nbgrader.server_extensions."
_TAB = "@jupyter/nbgrader:"
# Nothing here may ask the network, and nobody here edits with a language server or in jupytext's formats; without
# those server parts a lab also answers seconds sooner.
_UNUSED_SERVERS = ("jupyter_lsp", "jupytext", "jupyterlab_jupytext")
_UNUSED_TABS = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/lsp-extension",
    "jupyterlab-jupytext",
)
_QUIET = {
    "extension_manager": "readonly",
    "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    "news_url": None,
}
LANGUAGE_PACK = "jupyterlab_language_pack_es_ES"


@dataclass(frozen=True)
class Role:
    """A lab by whom it is for: the server parts it does without, and the tabs it does not show."""

    name: str
    servers_off: tuple[str, ...]
    tabs_off: tuple[str, ...]


PARTICIPANT = Role(
    "participante",
    (
        "notebook",
        *(f"{_NBGRADER}{part}" for part in ("formgrader", "validate_assignment", "assignment_list", "course_list")),
    ),
    tuple(
        f"{_TAB}{tab}"
        for tab in ("menu", "formgrader", "assignment-list", "course-list", "create-assignment", "validate-assignment")
    ),
)
# nbgrader's «Validate» stays away from the trainer too: it reports success on a wrong notebook.
TRAINER = Role(
    "docente",
    (f"{_NBGRADER}validate_assignment",),
    tuple(f"{_TAB}{tab}" for tab in ("assignment-list", "course-list", "create-assignment", "validate-assignment")),
)


def write_settings(config: Path, role: Role, root: Path, port: int, language: str) -> None:
    """Write Jupyter's settings for a lab into the folder ``config``, which is that lab's own."""
    server = {
        "ip": HOST,
        "port": port,
        "port_retries": 0,
        "root_dir": str(root),
        "open_browser": False,
        "jpserver_extensions": dict.fromkeys((*_UNUSED_SERVERS, *role.servers_off), False),
    }
    _write(config / "jupyter_server_config.json", {"ServerApp": server, "LabApp": _QUIET})
    disabled = dict.fromkeys((*role.tabs_off, *_UNUSED_TABS), True)
    _write(config / "labconfig" / "page_config.json", {"disabledExtensions": disabled})
    chosen = config / "lab" / "user-settings" / "@jupyterlab" / "translation-extension" / "plugin.jupyterlab-settings"
    if language == "es" and find_spec(LANGUAGE_PACK) and not chosen.exists():
        _write(chosen, {"locale": "es_ES"})


def _write(path: Path, settings: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings, indent=1), encoding="utf-8")
