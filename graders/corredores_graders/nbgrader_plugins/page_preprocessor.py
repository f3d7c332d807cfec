"""What prepares a notebook for a page."""

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List


class PagePreprocessor(NbGraderPreprocessor):  # type: ignore[misc]
    """A preprocessor under an HTML exporter, which sets this trait and warns where a class lacks it."""

    display_data_priority = List(["text/html", "image/png", "image/jpeg", "text/markdown", "text/plain"]).tag(
        config=True
    )
