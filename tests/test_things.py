"""Our classes are shown as attrs would show them, by one function for all."""

from typing import Any

import attrs
import pytest

from kz_civil_positions import things


def ours_and_theirs(**asked: Any) -> list[type]:  # noqa: ANN401 - what a decorator takes
    """The same class, made by our decorator and by that of attrs."""
    made: list[type] = []
    for decorate in (things.frozen, attrs.frozen):

        @decorate(**asked)
        class Thing:
            name: str
            inner: object = None
            unseen: int = attrs.field(default=1, repr=False)

        made.append(Thing)
    return made


@pytest.mark.parametrize("asked", [{}, {"kw_only": True}, {"order": True}, {"eq": False}])
def test_a_thing_is_shown_as_attrs_shows_it(asked: dict[str, bool]) -> None:
    """Its name and its fields, within one another too, but none that is not to be shown."""
    ours, theirs = (repr(one(name="қ", inner=one(name="x"))) for one in ours_and_theirs(**asked))
    assert ours == theirs
    assert "unseen" not in ours


def test_nothing_else_is_other_than_attrs_makes_it() -> None:
    """The same fields, slots and methods; only how it is shown is not written for each class."""
    ours, theirs = ours_and_theirs()
    assert [one.name for one in attrs.fields(ours)] == [one.name for one in attrs.fields(theirs)]
    assert vars(ours).keys() == vars(theirs).keys()
    assert vars(ours)["__repr__"] is things.shown


def test_a_class_that_says_how_it_is_shown_is_shown_so() -> None:
    """What a class writes itself stands."""

    @things.frozen
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    assert repr(Named("x")) == "<x>"
