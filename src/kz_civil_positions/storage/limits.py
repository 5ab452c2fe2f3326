"""What is the most that a registers folder may hold: past these it is refused, never cut.

A registers folder may come from anybody. The largest that is known has some thirty thousand
lines; each limit is far above that and far below what a machine cannot bear.
"""

from typing import Final

__all__ = [
    "MAX_DEPTH",
    "MAX_FILE",
    "MAX_FILES",
    "MAX_KEYS",
    "MAX_NAME",
    "MAX_NODES",
    "MAX_ORDERS",
    "MAX_PLAN",
    "MAX_PROBLEMS",
    "MAX_SHOWN",
    "MAX_TOTAL",
    "MAX_YAML",
    "TRIES",
]

# Bytes of any file: a source text, or an original that was brought.
MAX_FILE: Final = 32 * 1024 * 1024
# Bytes of a YAML file.
MAX_YAML: Final = 4 * 1024 * 1024
# Bytes of all YAML files together.
MAX_TOTAL: Final = 64 * 1024 * 1024
# Values, lists and mappings of a YAML file, all counted.
MAX_NODES: Final = 100_000
# Things within things in a YAML file.
MAX_DEPTH: Final = 64
# Keys of one mapping.
MAX_KEYS: Final = 256
# Bytes of the name of a file that the data names: no common system takes more.
MAX_NAME: Final = 255
# Folders of orders.
MAX_ORDERS: Final = 2_000
# Files and folders of all orders together.
MAX_FILES: Final = 50_000
# Bytes of the plan that a killed run left.
MAX_PLAN: Final = 1024 * 1024
# Problems that are told of one file; how many more there are is said instead.
MAX_PROBLEMS: Final = 100
# Signs of a value that a message shows.
MAX_SHOWN: Final = 80
# How often a folder that changes while it is read is read again.
TRIES: Final = 10
