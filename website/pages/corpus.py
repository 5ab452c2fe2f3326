"""A register with the place of its data and the place of its pages."""

from pathlib import Path

from attrs import frozen

from kz_civil_positions import Register
from kz_civil_positions.messages import Language
from kz_civil_positions.model import Edition
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.yaml import read_text
from website.pages.texts import tell

__all__ = ["Corpus", "change_page", "edition_page", "order_page"]


@frozen(eq=False)
class Corpus:
    """What the pages of one register are made from.

    Attributes:
        register: the register.
        data: the folder of its data.
        under: the folder that its pages stand in: ``"specimen/"`` for the fictional one.
    """

    register: Register
    data: Path
    under: str = ""

    @property
    def fictional(self) -> bool:
        """Whether it is made up, which each of its pages says."""
        return self.register.base.fictional

    def menu(self, language: Language) -> str:
        """Answers: under which heading of the menu do its pages stand? Empty: under none."""
        return "" if self.under else tell("menu", language)

    def source(self, order: Order) -> str:
        """Answers: what is the text of this order's file, damage included? Empty if not held."""
        return read_text(self.data / order.id / order.source.file) if order.source else ""

    def repairs(self, order: Order) -> Repairs | None:
        """Answers: what was repaired in that text?"""
        return load_repairs(self.data / order.id, order) if order.repairs else None


def edition_page(key: str) -> str:
    """Answers: at which path does this edition stand, from the folder of its register's pages?

    Example:
        >>> edition_page("2019-920"), edition_page("2022-188#1")
        ('register/2019-920', 'register/2022-188.1')
    """
    return f"register/{_plain(key)}"


def order_page(name: str) -> str:
    """Answers: at which path does this order stand?"""
    return f"order/{name}"


def change_page(old: Edition, new: Edition) -> str:
    """Answers: at which path stands what changed between these editions?"""
    return f"changes/{_plain(old.key)}--{_plain(new.key)}"


def _plain(key: str) -> str:
    return key.replace("#", ".")
