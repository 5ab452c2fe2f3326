"""The look-up: what was found, why, what tells it apart, and what could not be read."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "no-such-institution": {
        "kk": '{edition} редакциясында "{id}" мекемесі жоқ. Жақындары: {near}.',
        "ru": 'В редакции {edition} нет учреждения "{id}". Близкие: {near}.',
        "en": 'The edition {edition} has no institution "{id}". Did you mean: {near}?',
    },
    # ── verification ─────────────────────────────────────────────────────────────────
    "check-annotations": {
        "kk": "түсіндірмелер басылған сөздерге негізделген, ешбір сөз қалып қоймаған",
        "ru": "аннотации опираются на напечатанные слова, и ни одно слово не осталось без них",
        "en": "annotations rest on printed words, and no word is left over",
    },
    "note-about-nothing": {
        "kk": '"{id}" идентификаторы тізілімде жоқ. Түсіндірмедегі идентификаторды түзетіңіз.',
        "ru": 'Идентификатора "{id}" нет в реестре. Исправьте его в аннотации.',
        "en": 'The register has no id "{id}". Mend it in the annotation.',
    },
    "note-twice": {
        "kk": '"{id}" туралы екі түсіндірме бар. Біреуін қалдырыңыз.',
        "ru": 'О "{id}" сказано дважды. Оставьте одну аннотацию.',
        "en": '"{id}" is annotated twice. Keep one annotation.',
    },
    "entry-without-note": {
        "kk": '"{id}" жазбасының түсіндірмесі жоқ. Оны қосыңыз.',
        "ru": 'У записи "{id}" нет аннотации. Добавьте её.',
        "en": 'The entry "{id}" has no annotation. Add one.',
    },
    "quote-not-printed": {
        "kk": '"{quote}" сөздері "{id}" мәтінінде жоқ. Басылған сөздерді келтіріңіз.',
        "ru": 'Слов "{quote}" нет в тексте "{id}". Приведите напечатанные слова.',
        "en": 'The words "{quote}" do not stand in "{id}". Quote printed words.',
    },
    "name-not-from-words": {
        "kk": '"{name}" атауы келтірілген сөздерден құралмаған: жалғаулардан басқасы сәйкес болуы керек.',
        "ru": 'Название "{name}" состоит не из приведённых слов: различаться могут только окончания.',
        "en": 'The name "{name}" is not made of the words quoted: only endings may differ.',
    },
    "words-left-over": {
        "kk": '"{id}" мәтінінің "{words}" сөздері ешбір лауазымға, ауқымға, шартқа жатқызылмаған.',
        "ru": 'Слова "{words}" текста "{id}" не отнесены ни к должности, ни к охвату, ни к условию.',
        "en": 'The words "{words}" of "{id}" belong to no position, scope or condition.',
    },
}
