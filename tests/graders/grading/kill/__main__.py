"""Kill the grading as often as wanted: `python -m tests.graders.grading.kill --rounds 200`.

Each round draws from its seed a condition of the class, a moment and a victim; after the kill a second run takes up the
rest, and gradebook and files must be those of a class that nobody disturbed. What went wrong is printed with its seed,
and `--seed N --rounds 1` plays that round again.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.graders.grading.kill.classes import conditions, make_classes
from tests.graders.grading.kill.rounds import Coverage, Hit, Plan, draw, play, series, topped_up


def main() -> int:
    """Play the rounds that the command line asks for; return 1 where one went wrong or a stage was never hit."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--seed", type=int, default=0, help="of the first round; the others count on from it")
    asked.add_argument("--jobs", type=int, default=2, help="rounds at a time")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="corredores-kill-") as folder:
        classes = Path(folder) / "classes"
        make_classes(classes)
        known = conditions(classes)

        def played(plan: Plan) -> Hit:
            hit = play(plan, known, Path(folder))
            print(hit, flush=True)
            return hit

        begin = time.monotonic()
        plans = [draw(options.seed)] if options.rounds == 1 else series(options.rounds, options.seed)
        with ThreadPoolExecutor(options.jobs) as threads:
            coverage = Coverage(list(threads.map(played, plans)))
        if options.rounds > 1:
            topped_up(coverage, known, Path(folder))
        print(coverage.table())
        print(f"in all {time.monotonic() - begin:.0f} s")
    missed = coverage.lacking if options.rounds > 1 else []
    for sentence in coverage.wrong + [f"never killed in: {stage}" for stage in missed]:
        print(sentence, file=sys.stderr)
    return bool(coverage.wrong or missed)


if __name__ == "__main__":
    sys.exit(main())
