"""An nbgrader course opened from Python, with the configuration that its folder holds."""

import logging
from pathlib import Path

from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from corredores_graders.nbgrader_plugins import put_tools_on_path


def open_course(root: Path) -> NbGraderAPI:
    """Return nbgrader's interface to the course in ``root``, which is the working folder."""
    put_tools_on_path()
    app = NbGrader()
    app.load_config_file()
    app.config.CourseDirectory.root = str(root)
    app.config.NbGraderAPI.log_level = logging.INFO
    return NbGraderAPI(CourseDirectory(config=app.config), config=app.config)
