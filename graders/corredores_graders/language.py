"""The graders' own sentences, in the language that :mod:`corredores.language` says is in force."""

import gettext
from functools import lru_cache
from pathlib import Path

from corredores.language import current


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("corredores_graders", Path(__file__).parent / "locale", [language], fallback=True)


def text(sentence: str, /, **values: object) -> str:
    """Return ``sentence`` (Spanish) in the current language, its ``{placeholders}`` filled with ``values``."""
    translated = _catalogue(current()).gettext(sentence)
    return translated.format(**values) if values else translated
