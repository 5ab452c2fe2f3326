"""Legal dates written out, as orders write them."""

import datetime
from typing import Final

__all__ = ["MONTHS", "long_date"]

MONTHS: Final = {
    "kk": (
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def long_date(day: datetime.date, language: str) -> str:
    """Answers: how does an order write this day?

    Example:
        >>> [long_date(datetime.date(2019, 10, 23), language) for language in ("kk", "ru", "en")]
        ['2019 жылғы 23 қазан', '23 октября 2019 года', '23 October 2019']
    """
    month = MONTHS[language][day.month - 1]
    if language == "kk":
        return f"{day.year} жылғы {day.day} {month}"
    if language == "ru":
        return f"{day.day} {month} {day.year} года"
    return f"{day.day} {month} {day.year}"
