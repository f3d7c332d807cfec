"""The book's appendix: a page a table, made where the tables are made."""

from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.classroom.recipes import TABLES, reach_recipes


def appendix(cache: Path) -> dict[str, str]:
    """Return the Markdown pages by name, the index first, in the language in force (``corredores.language.use``).

    What is read from the tables is kept in ``cache`` until they or their recipes change.

    Raises
    ------
    CommandError
        When a page would say what the tables no longer say.
    """
    reach_recipes()
    from datasets.recipes.pages.kept import kept_pages
    from datasets.recipes.pages.model import REFUSALS
    from datasets.recipes.pages.rendering import book_pages

    try:
        return book_pages(kept_pages(TABLES, cache))
    except REFUSALS as error:
        raise CommandError(str(error)) from error
