"""``python -m datasets.recipes --from FOLDER [--to FOLDER]``."""

import argparse
import sys
from pathlib import Path

from datasets.recipes.package import build
from datasets.recipes.source import SourceError


def main() -> int:
    """Derive the tables; a source that is not what a recipe expects ends with its name and code 1."""
    parser = argparse.ArgumentParser(prog="python -m datasets.recipes", description="Derive the tables of the course.")
    parser.add_argument("--from", dest="sources", type=Path, required=True, help="folder of the publishers' files")
    parser.add_argument("--to", dest="target", type=Path, default=Path(__file__).parents[1], help="folder to write to")
    arguments = parser.parse_args()
    try:
        for path in build(arguments.sources, arguments.target):
            print(path)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
