"""Words gathered into paragraphs, as a reader comes upon them."""

from typing import Final

from attrs import define, field

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.encoding import decode, tidy
from kz_civil_positions.sources.readers.limits import MAX_TEXT
from kz_civil_positions.sources.transcript import Piece, Prose

__all__ = ["Gatherer", "raised"]

_RAISED: Final = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")


@define
class Gatherer:
    """The pieces of a document read so far, and the words of the paragraph still open.

    Attributes:
        done: what was read.
        words: of the open paragraph, as they come.
        place: where the open paragraph begins.
        letters: how many letters came in all, blanks included.
    """

    done: list[Piece] = field(factory=list)
    words: list[str] = field(factory=list)
    place: str = ""
    letters: int = 0

    def add(self, words: str, place: str) -> None:
        """Words of the open paragraph; the first that are not blank tell where it begins."""
        if not self.place and words.strip():
            self.place = place
        self.letters += len(words)
        if self.letters > MAX_TEXT:
            count = self.letters
            raise BadInputError("documents.too-long", where=place, count=count, most=MAX_TEXT)
        self.words.append(words)

    def begin(self, words: str, place: str) -> None:
        """Words before all others of the open paragraph, such as its number."""
        self.place = self.place or place
        self.words.insert(0, words)

    def close(self) -> None:
        """The open paragraph ends, if there is one."""
        text = _plain("".join(self.words), self.place)
        if text:
            self.done.append(Prose(text, self.place))
        self.words, self.place = [], ""

    def cut(self, start: int) -> tuple[str, ...]:
        """The paragraphs of a cell: all that were read since then, taken out again."""
        self.close()
        taken = self.done[start:]
        del self.done[start:]
        return tuple(piece.text for piece in taken if isinstance(piece, Prose))


def raised(words: str) -> str:
    """Answers: how does this superscript read in a line of plain text?

    A small figure is written with the figures that Unicode has for it: ``1<sup>1</sup>`` is
    neither eleven nor a level 1-1, and what it is meant to be is not for a reader to say.

    Example:
        >>> "1" + raised("1"), "1" + raised("-й")
        ('1¹', '1-й')
    """
    return words.translate(_RAISED) if any(letter.isdigit() for letter in words) else words


def _plain(words: str, place: str) -> str:
    """One line of composed letters; what is no letter at all is refused, not passed over."""
    text = tidy(words)
    if text.isascii() and text.isprintable():
        return text
    try:
        return tidy(decode(text.encode("utf-8", "surrogatepass")))
    except BadInputError as error:
        raise BadInputError(error.key, where=place, **error.facts) from None
