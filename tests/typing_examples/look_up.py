"""Loading, looking up, finding: what an answer is, a type checker knows without a hint."""

from datetime import date
from typing import assert_type

import kz_civil_positions as kz

register = assert_type(kz.load(), kz.Register)
assert_type(kz.__version__, str)
assert_type(kz.__data_edition__, str)

# An edition and what stands in it.
edition = assert_type(register.edition("2019-920"), kz.Edition)
level = assert_type(edition["A3-2-1"], kz.Level)
assert_type(edition[kz.Code.parse("A3-2-1")], kz.Level)
entry = assert_type(level.entries[0], kz.Entry)
assert_type([item.text for item in entry.items], list[str])
assert_type(entry.lines.first if entry.lines else None, int | None)
assert_type(edition.doubts_about(level), tuple[kz.Doubt, ...])

# The text of 2015 is not held: the content may be missing, the strict form gives it or raises.
assert_type(edition.content, kz.Content | None)
assert_type(edition.text, kz.Content)

# As of a day.
assert_type(register.as_of(date(2021, 1, 1)), kz.Edition)
status = assert_type(register.status(date(2019, 11, 20)), kz.Status)
assert_type(status.state, kz.State)
assert_type(status.edition, kz.Edition | None)
assert_type(status.candidates, tuple[kz.Edition | None, ...])
assert_type(status.answer("kk"), str)

order = assert_type(register.order("920"), kz.Order)
assert_type(order.dates.adopted, date)
