"""python -m evaluation [--gold FILE] [--check | --raise] [--errors N] [--json]"""

import argparse
import json
import sys
from pathlib import Path

from evaluation import floors, gold, report
from evaluation.figures import figures, flat
from quoteservice.document.reader import load
from quoteservice.pipeline import Pipeline


def main() -> int:
    """Score the pipeline; returns 1 when --check finds a figure below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Score quoteservice on annotated articles."
    )
    parser.add_argument("--gold", type=Path, default=gold.GOLD, help="annotated articles, one JSON object a line")
    parser.add_argument("--model", default="", help="a spaCy model instead of the embedded one")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below its floor")
    parser.add_argument("--raise", dest="lift", action="store_true", help="move the floors up to the measured figures")
    parser.add_argument("--errors", type=int, default=40, help="how many of the worst errors to show (-1: all)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    if not args.gold.is_file():
        print(f"There are no annotated articles at {args.gold}.", file=sys.stderr)
        return 2
    docs = gold.articles(args.gold)
    given = gold.ask(Pipeline(load(args.model)), docs)
    tally = gold.tally(docs, given)
    measured = flat(figures(tally))
    if args.json:
        print(json.dumps(figures(tally), ensure_ascii=False, indent=1))
    else:
        report.show(docs, given, tally, args.errors if not args.check else 0)
    if args.lift:
        floors.save(floors.raised(measured, floors.load()))
    problems = floors.fallen(measured, floors.load()) if args.check else []
    for problem in problems:
        print(f"FLOOR: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
