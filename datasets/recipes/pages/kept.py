"""Keeping the pages until a table or a recipe changes: reading a million rows for each build of the book is slow."""

import hashlib
import pickle
from pathlib import Path

from datasets.recipes.pages.model import DataPages, read_pages

RECIPES = Path(__file__).parents[1]


def kept_pages(folder: Path, cache: Path) -> DataPages:
    """Return the pages of the tables in ``folder``, from ``cache`` where neither they nor the recipes changed."""
    kept = cache / f"{key_of(folder)}.pickle"
    if not kept.is_file():
        pages = read_pages(folder)
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("*.pickle"):
            old.unlink()
        kept.write_bytes(pickle.dumps(pages))
    found: DataPages = pickle.loads(kept.read_bytes())
    return found


def key_of(folder: Path) -> str:
    """Return the hash of everything that the pages depend on: the tables in ``folder`` and the recipes."""
    digest = hashlib.sha256()
    for path in (*sorted(folder.glob("*.csv")), *sorted(RECIPES.rglob("*.py"))):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]
