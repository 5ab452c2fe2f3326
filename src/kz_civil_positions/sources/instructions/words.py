"""Words that an instruction replaces, adds or excludes, counted where it says they stand."""

import re

from kz_civil_positions.amending.tree import ABBREVIATIONS, subtree
from kz_civil_positions.amending.wording import printed
from kz_civil_positions.codes import Address
from kz_civil_positions.model import Block, Content, Entry, Item, Node, Section
from kz_civil_positions.operations import (
    InsertWords,
    Operation,
    RemoveWords,
    ReplaceWords,
    Where,
    WordPlace,
)
from kz_civil_positions.sources.instructions.desk import Desk, Target, bare
from kz_civil_positions.sources.instructions.formulas import Deed
from kz_civil_positions.sources.instructions.reasons import Inexpressible

__all__ = ["at_end", "beside", "remove", "replace"]


def replace(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: which words give way to which, and how often?"""
    target, count = _occurring(deed, desk)
    return (ReplaceWords(target=target, old=deed.old, new=_new(deed), count=count),)


def remove(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: which words are excluded, and how often?"""
    target, count = _occurring(deed, desk)
    return (RemoveWords(target=target, words=deed.old, count=count),)


def beside(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: beside which words, that stand there once, do others come?"""
    target, count = _occurring(deed, desk)
    if count > 1:
        raise Inexpressible("words-several", words=deed.old, count=count)
    where = WordPlace.AFTER if deed.side is Where.AFTER else WordPlace.BEFORE
    return (InsertWords(target=target, words=_new(deed), where=where, anchor=deed.old),)


def at_end(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: at the end of which row do words come?"""
    target = desk.place(deed.steps)
    if not isinstance(target, Entry | Item):
        raise Inexpressible("unknown-formula")
    return (InsertWords(target=target.address, words=_new(deed), where=WordPlace.END),)


def _new(deed: Deed) -> str:
    if deed.new is None or not deed.new.single:
        raise Inexpressible("unknown-formula")
    return deed.new.text


def _occurring(deed: Deed, desk: Desk) -> tuple[Address, int]:
    """Where the words stand, and how often; whole words only.

    Raises:
        Inexpressible: when they do not, or stand within longer words as well.
    """
    if not deed.old:
        raise Inexpressible("words-not-found", words="")
    target = bare(desk.place(deed.steps))
    roots = target if isinstance(target, tuple) else (target,)
    nodes = [node for root in roots for node in subtree(root) if deed.old in printed(node)]
    count = sum(printed(node).count(deed.old) for node in nodes)
    if not count:
        raise Inexpressible("words-not-found", words=deed.old)
    whole = re.compile(rf"(?<![\w-]){re.escape(deed.old)}(?![\w-])")
    if not deed.old[0].isalnum() or not deed.old[-1].isalnum():
        whole = re.compile(re.escape(deed.old))
    if sum(len(whole.findall(printed(node))) for node in nodes) != count:
        raise Inexpressible("words-inside", words=deed.old)
    return _narrowed(target, nodes, desk), count


def _narrowed(target: Target, nodes: list[Node], desk: Desk) -> Address:
    """A wide place stands for the one entry in it that prints the words.

    Two orders that change other rows of one block do not contradict each other; a target as
    wide as the block would make it seem so.
    """
    if isinstance(target, tuple):
        return ABBREVIATIONS
    if not isinstance(target, Content | Block | Section):
        return target.address
    entries = {
        node.address if isinstance(node, Entry) else desk.bench.parents.get(node.address)
        for node in nodes
        if isinstance(node, Entry | Item)
    }
    others = any(not isinstance(node, Entry | Item) for node in nodes)
    only = entries.pop() if len(entries) == 1 and not others else None
    return only or target.address
