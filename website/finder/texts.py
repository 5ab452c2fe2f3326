"""Every sentence of the finder's page, in Kazakh, Russian and English, side by side.

A sentence that the library has is not said a second time here: it is taken from there.
"""

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.messages.dates import MONTHS

__all__ = ["TEXTS", "texts_files"]

TEXTS: Final[dict[str, dict[Language, str]]] = {
    # ── what is asked ────────────────────────────────────────────────────────────────
    "query": {
        "kk": "Лауазым немесе мекеме",
        "ru": "Должность или учреждение",
        "en": "Position or institution",
    },
    "example": {"kk": "бас бухгалтер", "ru": "главный бухгалтер", "en": "chief accountant"},
    "day": {"kk": "Қай күнге", "ru": "На какой день", "en": "On which day"},
    "day-hint": {
        "kk": "Бос болса – соңғы белгілі редакция.",
        "ru": "Пусто – последняя известная редакция.",
        "en": "Empty: the last known edition.",
    },
    "second": {
        "kk": "Екінші күн, салыстыру үшін",
        "ru": "Второй день, для сравнения",
        "en": "Second day, to compare",
    },
    "filters": {"kk": "Іріктеу", "ru": "Сузить", "en": "Narrow down"},
    "any": {"kk": "бәрі", "ru": "все", "en": "all"},
    "institution": {"kk": "Мекеме", "ru": "Учреждение", "en": "Institution"},
    "clear": {"kk": "Тазарту", "ru": "Очистить", "en": "Clear"},
    "name": {"kk": "Іздеу және уақыт машинасы", "ru": "Поиск и машина времени",
             "en": "Finder and time machine"},
    "start": {
        "kk": "Лауазымды немесе мекемені жазыңыз, не күнді таңдаңыз.",
        "ru": "Введите должность или учреждение либо выберите день.",
        "en": "Type a position or an institution, or choose a day.",
    },
    "start-small": {
        "kk": "Жауап жазған сайын шығады.",
        "ru": "Ответ появляется по мере ввода.",
        "en": "The answer comes as you type.",
    },
    "whole-finder": {
        "kk": "Күн, екі күннің айырмасы, іріктеу",
        "ru": "День, разница двух дней, отбор",
        "en": "A day, what differs between two, filters",
    },
    "loading": {"kk": "Жүктелуде…", "ru": "Загружается…", "en": "Loading…"},
    "not-loaded": {
        "kk": "{file} файлы жүктелмеді, сондықтан жауап жоқ. Бетті қайта ашып көріңіз.",
        "ru": "Файл {file} не загрузился, поэтому ответа нет. Попробуйте открыть страницу заново.",
        "en": "The file {file} did not load, so there is no answer. Try to open the page again.",
    },
    # ── what is answered ─────────────────────────────────────────────────────────────
    "answers": {
        "kk": "Жауап: {count}. Редакция: {edition}.",
        "ru": "Ответов: {count}. Редакция: {edition}.",
        "en": "Answers: {count}. Edition: {edition}.",
    },
    "show-all": {
        "kk": "Бәрін көрсету ({count})",
        "ru": "Показать все ({count})",
        "en": "Show all ({count})",
    },
    "score": {"kk": "баға {score}", "ru": "оценка {score}", "en": "score {score}"},
    "doubt": {"kk": "Күмән", "ru": "Сомнение", "en": "Doubt"},
    "why": {"kk": "Неліктен", "ru": "Почему", "en": "Why"},
    "institutions": {
        "kk": "Осылай аталатын мекемелер",
        "ru": "Учреждения с таким названием",
        "en": "Institutions of that name",
    },
    # ── which day, which edition ─────────────────────────────────────────────────────
    "last-known": {
        "kk": "Күн берілмеді: соңғы белгілі редакция – {edition}.",
        "ru": "День не задан: последняя известная редакция – {edition}.",
        "en": "No day is given: the last known edition is {edition}.",
    },
    "not-held": {
        "kk": "{edition} редакциясының мәтіні бізде жоқ, сондықтан одан іздеу мүмкін емес.",
        "ru": "Текста редакции {edition} у нас нет, поэтому искать в ней нельзя.",
        "en": "The text of the edition {edition} is not held, so nothing can be looked up in it.",
    },
    "none-in-effect": {
        "kk": "Бұл күні тізілімнің қолданыстағы редакциясы болған жоқ: іздейтін мәтін жоқ.",
        "ru": "В этот день не действовала ни одна редакция реестра: искать не в чем.",
        "en": "On this day no edition of the register was in effect: there is nothing to look up.",
    },
    "undetermined": {
        "kk": "Осы күнгі редакция анықталмаған, сондықтан жауап та анықталмаған.",
        "ru": "Редакция на этот день не определена, поэтому не определён и ответ.",
        "en": "The edition on this day is undetermined, and so is the answer.",
    },
    "suspended": {
        "kk": "Осы күні {edition} редакциясының қолданысы тоқтатыла тұрған.",
        "ru": "В этот день действие редакции {edition} приостановлено.",
        "en": "On this day the edition {edition} is suspended.",
    },
    "suspended-places": {
        "kk": "Осы күні қолданысы тоқтатыла тұрған орындар",
        "ru": "Приостановлено на этот день",
        "en": "Suspended on this day",
    },
    "look-into": {
        "kk": "{edition} редакциясынан қарау",
        "ru": "Посмотреть в редакции {edition}",
        "en": "Look into the edition {edition}",
    },
    "looked-into": {
        "kk": "Бұл – осы күнгі жауап емес: {edition} редакциясында не жазылғаны ғана көрсетілген.",
        "ru": "Это не ответ на этот день: показано лишь, что сказано в редакции {edition}.",
        "en": "This is no answer for the day: it only shows what the edition {edition} says.",
    },
    "chosen": {
        "kk": "Таңдалған редакция: {edition}.",
        "ru": "Выбрана редакция {edition}.",
        "en": "The edition chosen is {edition}.",
    },
    "look-away": {
        "kk": "Күнге қайту",
        "ru": "Вернуться к дню",
        "en": "Back to the day",
    },
    # ── two days ─────────────────────────────────────────────────────────────────────
    "between": {
        "kk": "Өзгерістер: {old} → {new}",
        "ru": "Изменения: {old} → {new}",
        "en": "Changes: {old} → {new}",
    },
    "put-in-order": {
        "kk": "Екінші күн біріншіден бұрын: күндердің орны ауыстырылды.",
        "ru": "Второй день раньше первого: дни переставлены.",
        "en": "The second day is before the first: the two were put in order.",
    },
    "same-edition": {
        "kk": "Екі күнде де бір редакция: {edition}. Бізге белгілісі бойынша мәтін өзгермеген.",
        "ru": "В оба дня – одна редакция: {edition}. Насколько известно, текст не менялся.",
        "en": "On both days the edition is {edition}. As far as is known the text did not change.",
    },
    "nothing-to-compare": {
        "kk": "Күндердің бірінде қолданыстағы редакция болмаған немесе болмауы мүмкін: ондай "
        "жағдайда салыстыратын мәтін жоқ.",
        "ru": "В один из дней редакции не было или могло не быть: в этом случае сравнивать нечего.",
        "en": "On one of the days there was no edition, or possibly none: then there is nothing to "
        "compare.",
    },
    "each-pair": {
        "kk": "Күннің редакциясы анықталмаған, сондықтан мүмкін жұптардың әрқайсысы көрсетіледі. "
        "Олардың біреуі ғана дұрыс; қайсысы екені белгісіз.",
        "ru": "Редакция дня не определена, поэтому показана каждая возможная пара. Верна лишь "
        "одна из них; какая – неизвестно.",
        "en": "The edition of a day is undetermined, so each possible pair is shown. Only one of "
        "them is right; which one is not known.",
    },
    "pair": {
        "kk": "Егер {old} → {new} болса",
        "ru": "Если {old} → {new}",
        "en": "If {old} → {new}",
    },
    "half-a-day": {
        "kk": "Күн толық жазылмаған немесе күнтізбеде жоқ.",
        "ru": "День введён не полностью, или его нет в календаре.",
        "en": "The day is not whole, or the calendar does not have it.",
    },
    "day-too-far": {
        "kk": "{first} мен {last} аралығындағы күнді беріңіз.",
        "ru": "Задайте день между {first} и {last}.",
        "en": "Give a day between {first} and {last}.",
    },
    "no-such-institution": {
        "kk": "{edition} редакциясында «{value}» мекемесі аталмаған. Тізімнен таңдаңыз.",
        "ru": "В редакции {edition} нет учреждения «{value}». Выберите из списка.",
        "en": "The edition {edition} names no institution “{value}”. Choose one of the list.",
    },
    "orders-between": {
        "kk": "Аралықтағы бұйрықтар",
        "ru": "Приказы между ними",
        "en": "Orders between them",
    },
    "answers-for": {
        "kk": "Төмендегі жауаптар кейінгі күнге берілген: {day}.",
        "ru": "Ответы ниже даны на более поздний день: {day}.",
        "en": "The answers below are for the later day, {day}.",
    },
    # ── what cannot be read ──────────────────────────────────────────────────────────
    "no-first-day": {
        "kk": "Салыстыру үшін бірінші күнді де беріңіз.",
        "ru": "Чтобы сравнить, задайте и первый день.",
        "en": "To compare, give the first day too.",
    },
    "day-and-days": {
        "kk": "Мекенжайда бір күн де, екі күн де бар. Тек «on» немесе «from» мен «to» беріңіз.",
        "ru": "В адресе есть и один день, и два. Оставьте либо «on», либо «from» и «to».",
        "en": "The address has one day and two days as well. Give either “on”, or “from” and “to”.",
    },
    "no-such-edition": {
        "kk": "«{value}» редакциясы жоқ. Барлары: {known}.",
        "ru": "Нет редакции «{value}». Имеются: {known}.",
        "en": "There is no edition “{value}”. There are: {known}.",
    },
    "no-such-choice": {
        "kk": "«{value}» деген таңдау жоқ ({field}). Барлары: {known}.",
        "ru": "Нет варианта «{value}» ({field}). Имеются: {known}.",
        "en": "There is no choice “{value}” ({field}). There are: {known}.",
    },
    "unknown-question": {
        "kk": "Мекенжайдағы «{value}» сұрағы белгісіз. Белгілілері: {known}.",
        "ru": "В адресе неизвестный вопрос «{value}». Известны: {known}.",
        "en": "The address asks “{value}”, which is not known. Known are: {known}.",
    },
}  # fmt: skip

# What the page says with the library's words: an area, and keys or beginnings of keys in it.
_LIBRARY: Final = {
    "errors": ("empty-query", "query-too-long", "nothing-found", "not-a-date"),
    "lookup": ("how-", "ask-", "significance-", "branch", "not-branch", "category-",
               "qualification-", "attested", "unofficial", "apart", "nearest", "positions-in"),
    "reports": ("block", "sector", "edition", "state", "certainty", "candidates", "no-edition",
                "reason", "text", "yes", "no", "fictional", "settled-by", "lines"),
}  # fmt: skip


def texts_files() -> Iterator[tuple[str, bytes]]:
    """Answers: which files give the page its texts, one a language?

    Example:
        >>> [path for path, _ in texts_files()]
        ['assets/finder/texts-kk.js', 'assets/finder/texts-ru.js', 'assets/finder/texts-en.js']
    """
    for language in LANGUAGES:
        told = json.dumps(_texts(language), ensure_ascii=False, indent=1)
        script = f"kzFinder.texts = {told};\n".replace("</", "<\\/")
        yield f"assets/finder/texts-{language}.js", script.encode()


def _texts(language: Language) -> dict[str, object]:
    own = {key: told[language] for key, told in TEXTS.items()}
    taken = {
        f"{area}.{key}": told[language]
        for area, wanted in _LIBRARY.items()
        for key, told in import_module(f"kz_civil_positions.messages.{area}").MESSAGES.items()
        if any(key == one or (one.endswith("-") and key.startswith(one)) for one in wanted)
    }
    return {"language": language, "months": MONTHS[language], **own, **taken}
