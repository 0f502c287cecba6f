"""`python -m tests.fuzz [--inputs N] [--seed N]`: the whole fuzz; 100,000 requests to the real application."""

import argparse
import logging
import time

from tests.fuzz.drive import application, drive

BLOCK = 5_000


def main() -> None:
    """Drive, and print every few thousand requests what was answered so far."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--inputs", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    logging.disable()
    app, started, done = application(), time.monotonic(), 0
    while done < given.inputs:
        block = min(BLOCK, given.inputs - done)
        told = drive(app, given.seed * 1_000_000 + done, block)
        done += block
        print(f"{done} inputs in {time.monotonic() - started:.0f} s:", dict(sorted(told.items())), flush=True)


if __name__ == "__main__":
    main()
