"""The program: ``kz-civil-positions``, or ``python -m kz_civil_positions``."""

import atexit
import gc
from typing import Final

__all__ = ["run"]

# A command makes some two hundred thousand objects and ends: looking for garbage among them
# every seven hundred, and once more at the end, would take a sixth of its time.
_SELDOM: Final = 100_000


def run() -> None:
    """Run the command line in a process that is there for nothing else."""
    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)
    from kz_civil_positions.cli import main  # noqa: PLC0415 - its import makes most of the objects

    main()


if __name__ == "__main__":
    run()
