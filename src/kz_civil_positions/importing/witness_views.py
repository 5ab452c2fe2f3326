"""What a second witness says, for a terminal and as plain data."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kz_civil_positions.changes.model import Word, WordMark
from kz_civil_positions.importing.settling import Open, Seen, Settled
from kz_civil_positions.importing.witness import Difference, DifferenceKind, Witness
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import LabelState, Span

__all__ = [
    "as_said",
    "difference_head",
    "open_words",
    "settled_words",
    "witness_document",
    "witness_lines",
]

Json = dict[str, Any]

# Where a terminal shows no colours, words that went and came stand in these marks.
_MARKS: Final = {WordMark.KEPT: "{}", WordMark.DELETED: "[-{}-]", WordMark.INSERTED: "{{+{}+}}"}


def witness_lines(witness: Witness, language: Language) -> list[str]:
    """Answers: what does the second copy say otherwise, and which doubts does it settle?

    Returns:
        Lines for a terminal.

    Example:
        >>> witness_lines(Witness((), (), (), 3, 3), "en")
        ['Entries found in the second copy: 3 of 3.', 'The second copy says the same: no differences.']
    """  # noqa: E501
    return list(_lines(witness, language))


def _lines(witness: Witness, language: Language) -> Iterator[str]:
    facts = {"found": witness.found, "all": witness.entries}
    yield say("review.witness-found", language, **facts)
    yield _tally(witness, language)
    for one in witness.differences:
        yield f"  {difference_head(one, language)}"
        yield from (f"    {line}" for line in _texts(one, language))
    if witness.settled:
        yield say("review.witness-settled", language, count=len(witness.settled))
        yield from (f"  {settled_words(one, language)}" for one in witness.settled)
    if witness.open:
        yield say("review.witness-open", language, count=len(witness.open))
        yield from (f"  {open_words(one, language)}" for one in witness.open)


def _tally(witness: Witness, language: Language) -> str:
    if not witness.differences:
        return say("review.witness-same", language)
    in_print = sum(one.kind is DifferenceKind.TYPOGRAPHY for one in witness.differences)
    facts = {"count": len(witness.differences), "in_print": in_print}
    return say("review.witness-differences", language, **facts)


def difference_head(one: Difference, language: Language) -> str:
    """Answers: what differs, and where does it stand in either copy?"""
    places = [str(code) for code in (one.held_place, one.brought_place) if code is not None]
    place = " → ".join(dict.fromkeys(places))
    words = say(f"review.difference-{one.kind}", language)
    return " · ".join(part for part in (place, str(one.address), words) if part)


def _texts(one: Difference, language: Language) -> Iterator[str]:
    sides = (
        ("held", one.held, one.held_state, one.held_lines),
        ("brought", one.brought, one.brought_state, one.brought_lines),
    )
    for side, text, state, lines in sides:
        if text is not None:
            where = f" ({lines})" if lines else ""
            said = as_said(text, state)
            yield f"{say(f'review.witness-{side}', language)}{where}: {said}"
    if one.words:
        yield "".join(_MARKS[word.mark].format(word.text) for word in one.words)


def as_said(text: str, state: LabelState | None) -> str:
    """Answers: how is this text or label shown? In brackets, if it is a label not printed.

    Example:
        >>> as_said("A2", LabelState.INFERRED), as_said("А2", LabelState.PRINTED)
        ('[A2]', 'А2')
    """
    return f"[{text}]" if state is LabelState.INFERRED else text


def settled_words(one: Settled, language: Language) -> str:
    """Answers: which doubt is settled, how, and by which words of the second copy?"""
    outcome = say(f"review.outcome-{one.outcome}", language)
    seen = "; ".join(_seen(label, language) for label in one.seen)
    return f"{one.doubt.id}: {outcome} – {seen}"


def _seen(label: Seen, language: Language) -> str:
    facts = {"words": label.words, "lines": label.lines or "–", "about": label.about}
    return say("review.witness-seen", language, **facts)


def open_words(one: Open, language: Language) -> str:
    """Answers: which doubt is left open, and why?"""
    return f"{one.doubt.id}: {say(f'review.silence-{one.silence}', language)}"


# ── plain data ───────────────────────────────────────────────────────────────────────


def witness_document(witness: Witness) -> Json:
    """Answers: what does the second copy say, as plain data for JSON?

    Example:
        >>> document = witness_document(Witness((), (), (), 3, 3))
        >>> document["agrees"], document["entries"]
        (True, {'held': 3, 'found': 3})
    """
    return {
        "agrees": witness.agrees,
        "entries": {"held": witness.entries, "found": witness.found},
        "differences": [_difference(one) for one in witness.differences],
        "settled": [
            {
                "doubt": one.doubt.id,
                "outcome": str(one.outcome),
                "seen": [
                    {"words": label.words, "lines": _span(label.lines), "about": str(label.about)}
                    for label in one.seen
                ],
            }
            for one in witness.settled
        ],
        "open": [
            {
                "doubt": one.doubt.id,
                "silence": str(one.silence),
                "reason": _in_all(f"review.silence-{one.silence}"),
            }
            for one in witness.open
        ],
    }


def _difference(one: Difference) -> Json:
    return {
        "kind": str(one.kind),
        "what": str(one.what),
        "address": str(one.address),
        "held": _side(one.held, one.held_place, one.held_state, one.held_lines),
        "brought": _side(one.brought, one.brought_place, one.brought_state, one.brought_lines),
        "words": _words(one.words),
    }


def _side(
    text: str | None, place: object | None, state: LabelState | None, lines: Span | None
) -> Json | None:
    if text is None:
        return None
    return {
        "text": text,
        "place": str(place) if place is not None else None,
        "label": str(state) if state is not None else None,
        "lines": _span(lines),
    }


def _words(words: Iterable[Word]) -> list[Json]:
    return [{"mark": str(word.mark), "text": word.text} for word in words]


def _span(span: Span | None) -> list[int] | None:
    return [span.first, span.last] if span is not None else None


def _in_all(key: str) -> Json:
    return {language: say(key, language) for language in LANGUAGES}
