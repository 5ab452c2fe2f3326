"""The look-up: what was found, why, what tells it apart, and what could not be read."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "no-such-institution": {
        "kk": '{edition} редакциясында "{id}" мекемесі жоқ. Жақындары: {near}.',
        "ru": 'В редакции {edition} нет учреждения "{id}". Близкие: {near}.',
        "en": 'The edition {edition} has no institution "{id}". Did you mean: {near}?',
    },
}
