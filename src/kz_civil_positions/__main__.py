"""``python -m kz_civil_positions``."""

from kz_civil_positions.cli import main

if __name__ == "__main__":
    main()
