"""Names of orders and editions as Akoma Ntoso and ELI have them: FRBR addresses.

They follow the Akoma Ntoso Naming Convention 1.0: country, kind and subtype of the act, the
day it was adopted and its number; of an edition, the language and a date after ``@``. That
date is the day of adoption of the order that made the edition: a fact, where the day of its
effect may be a presumption. What is fictional stands under ``zz``, which is no country.
"""

import re

from kz_civil_positions.history.register import Register
from kz_civil_positions.model import Edition
from kz_civil_positions.orders import Order

__all__ = ["country", "edition_date", "expression_uri", "order_uri", "quoted"]


def quoted(text: str) -> str:
    """Answers: how does this text stand in an address? As RFC 3986 has it.

    Example:
        >>> quoted("12-НҚ")
        '12-%D0%9D%D2%9A'
    """
    return re.sub(r"[^A-Za-z0-9._~-]", _octets, text)


def _octets(match: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in match[0].encode())


def country(order: Order) -> str:
    """Answers: under which country's code do this order's addresses stand?"""
    return "zz" if order.fictional else "kz"


def order_uri(order: Order) -> str:
    """Answers: what is the address of this order as a work?

    Example:
        >>> import kz_civil_positions as kz
        >>> order_uri(kz.load().order("1035"))
        '/akn/kz/act/order/2015-12-18/1035'
    """
    return f"/akn/{country(order)}/act/order/{order.adopted}/{quoted(order.number)}"


def edition_date(register: Register, edition: Edition) -> str:
    """Answers: which date tells this edition from others?

    The day of adoption of its order, or the day its publisher gives. Of several editions of
    one day the second and later have their number after a full stop.
    """
    keys = [one.key for one in register.editions]
    days = [_day(register, one) for one in register.editions]
    if edition.key not in keys:
        return _day(register, edition)
    at = keys.index(edition.key)
    number = days[: at + 1].count(days[at])
    return days[at] if number == 1 else f"{days[at]}.{number}"


def _day(register: Register, edition: Edition) -> str:
    published = {one.name: str(one.date) for one in register.published}
    return published.get(edition.key) or str(register.order(edition.order).adopted)


def expression_uri(register: Register, edition: Edition) -> str:
    """Answers: what is the address of the register in this edition?

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> expression_uri(register, register.edition("2019"))
        '/akn/kz/act/order/2015-12-18/1035/kaz@2019-10-23'
    """
    dated = f"{edition.language}@{edition_date(register, edition)}"
    return f"{order_uri(register.base)}/{dated}"
