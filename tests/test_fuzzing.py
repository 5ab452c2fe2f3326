"""Every place where something is parsed is fuzzed: a little here, by the thousand by hand."""

import re
from pathlib import Path
from typing import Final

import pytest

from fuzzing import data, readers, text_and_pdf, words
from fuzzing.harness import fuzz

TABLE: Final = Path(__file__).parent / "fuzzing" / "README.md"
DRIVERS: Final = {
    name: driver for driver in (data, words, readers, text_and_pdf) for name in driver.TARGETS
}
# The budget of each: those that load a folder, and verify it, take longest.
SLOW: Final = dict.fromkeys((*data.FILES, "git", "plan"), 30)


@pytest.mark.parametrize("name", [*data.TARGETS, *words.TARGETS])
def test_whatever_is_given_is_read_or_refused(name: str) -> None:
    """No damaged input ends in a traceback, or takes long; some are read, not all refused."""
    count = SLOW.get(name, 200)
    tally = fuzz(DRIVERS[name].TARGETS[name], seed=0, numbers=range(count))
    assert [(one.number, one.what) for one in tally.findings] == []
    assert tally.ends.total() == count
    assert tally.ends["read"] > 0


def test_the_table_lists_every_driver() -> None:
    """The table of what is parsed names each driver, and no other."""
    listed = re.findall(
        r"^\| .* \| `(\w+)\.py ([\w-]+)` \|", TABLE.read_text("utf-8"), re.MULTILINE
    )
    named = [(driver.__name__.rpartition(".")[2], name) for name, driver in DRIVERS.items()]
    assert sorted(listed) == sorted(named)
