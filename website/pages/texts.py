"""Every sentence of the generated pages, in Kazakh, Russian and English, side by side.

What the library says of a register itself is said by the library's own catalogues.
"""

import datetime
from typing import Final

from kz_civil_positions.messages import Language
from kz_civil_positions.messages.dates import long_date

__all__ = ["TEXTS", "tell"]

TEXTS: Final[dict[str, dict[Language, str]]] = {
    # ── citations ────────────────────────────────────────────────────────────────────────
    "order-of": {
        "kk": "{issuer}, {day}, № {number} бұйрық",
        "ru": "Приказ {issuer} от {day} № {number}",
        "en": "Order of the {issuer} of {day} № {number}",
    },
    "order-by": {
        "kk": "{issuer}, {day}, № {number} бұйрық",
        "ru": "{issuer}: приказ от {day} № {number}",
        "en": "{issuer}: order of {day} № {number}",
    },
    "registered": {
        "kk": "мемлекеттік тіркеу № {number}",
        "ru": "государственная регистрация № {number}",
        "en": "state registration № {number}",
    },
    "in-edition": {
        "kk": "{edition} редакциясы",
        "ru": "редакция {edition}",
        "en": "edition {edition}",
    },
    "inferred": {
        "kk": '"{label}" белгісі басылмаған; ол шығарылған.',
        "ru": 'Обозначение "{label}" не напечатано; оно выведено.',
        "en": 'The label "{label}" is not printed; it is inferred.',
    },
    # ── the register ─────────────────────────────────────────────────────────────────────
    "menu": {"kk": "Тізілім", "ru": "Реестр", "en": "The register"},
    "editions": {
        "kk": "Тізілімнің редакциялары",
        "ru": "Редакции реестра",
        "en": "Editions of the register",
    },
    "editions-described": {
        "kk": "Тізілімнің барлық белгілі редакциялары, бұйрықтары және өзгерістері.",
        "ru": "Все известные редакции реестра, приказы и изменения.",
        "en": "All known editions of the register, its orders and changes.",
    },
    "edition": {"kk": "Редакция", "ru": "Редакция", "en": "Edition"},
    "edition-title": {
        "kk": "{edition} редакциясы",
        "ru": "Редакция {edition}",
        "en": "Edition {edition}",
    },
    "edition-described": {
        "kk": "Тізілімнің {edition} редакциясы: кестесі, күмәндары, бастапқы мәтіннің жолдары.",
        "ru": "Реестр в редакции {edition}: таблица, сомнения, строки источника.",
        "en": "The register in edition {edition}: its table, doubts and source lines.",
    },
    "in-effect": {"kk": "Қолданысқа енгізілуі", "ru": "Введение в действие", "en": "In effect"},
    "text": {"kk": "Мәтіні", "ru": "Текст", "en": "Text"},
    "held": {"kk": "бар", "ru": "есть", "en": "held"},
    "not-held": {"kk": "бізде жоқ", "ru": "у нас нет", "en": "not held"},
    "changes-before": {
        "kk": "Алдыңғысынан айырмасы",
        "ru": "Отличие от предыдущей",
        "en": "What changed before it",
    },
    "order": {"kk": "Бұйрық", "ru": "Приказ", "en": "Order"},
    # ── an edition that is not held ──────────────────────────────────────────────────────
    "not-held-text": {
        "kk": "Бұл редакцияның мәтіні бізде жоқ, сондықтан тізілімнің бірде-бір сөзі мұнда "
        "келтірілмейді. Біз оны болжаммен қалпына келтірмейміз.",
        "ru": "Текста этой редакции у нас нет, поэтому ни одно слово реестра здесь не приводится. "
        "Мы не восстанавливаем его по догадке.",
        "en": "The text of this edition is not held, so not a word of the register is given here. "
        "It is not reconstructed by guessing.",
    },
    "known": {
        "kk": "Ол туралы не белгілі",
        "ru": "Что о ней известно",
        "en": "What is known of it",
    },
    "settles": {
        "kk": "Мұны не шешеді",
        "ru": "Что это разрешит",
        "en": "What would settle it",
    },
    "settles-text": {
        "kk": "Бұйрықтың ресми мәтіні (adilet.zan.kz немесе zan.gov.kz сайтынан веб-бет, PDF, DOCX "
        "немесе көшірілген мәтін). Ол келтірілгенде осы бет, іздеу және салыстыру автоматты түрде "
        "толығады.",
        "ru": "Официальный текст приказа (страница, PDF, DOCX или скопированный текст с "
        "adilet.zan.kz или zan.gov.kz). Когда его внесут, эта страница, поиск и сравнение "
        "заполнятся сами.",
        "en": "The official text of the order (a web page, PDF, DOCX or pasted text from "
        "adilet.zan.kz or zan.gov.kz). Once it is brought, this page, the finder and the "
        "comparison complete themselves.",
    },
    # ── evidence ─────────────────────────────────────────────────────────────────────────
    "evidence": {
        "kk": "Бастапқы мәтін жолдары және дәйексөздер",
        "ru": "Строки источника и ссылки для цитирования",
        "en": "Source lines and citations",
    },
    "evidence-text": {
        "kk": "Әр деңгейді ашсаңыз, оған және оның әр жазбасына қалай дәйексөз келтіру керегі, "
        "бастапқы файлдың жолдары бүлінген күйінде және олардың түзетулері көрсетіледі. Кестедегі "
        "жол нөмірлері де осында апарады.",
        "ru": "Раскройте ступень: здесь сказано, как цитировать её и каждую её запись, и показаны "
        "строки исходного файла как они есть, с повреждениями, и их исправления. Номера строк в "
        "таблице ведут сюда же.",
        "en": "Open a level to see how to cite it and each of its entries, the lines of the source "
        "file as they stand, damage included, and their repairs. The line numbers in the table "
        "lead here too.",
    },
    "cite": {"kk": "Дәйексөз", "ru": "Цитировать", "en": "Cite"},
    "address": {"kk": "Тұрақты мекенжай", "ru": "Постоянный адрес", "en": "Permanent address"},
    "lines": {"kk": "Файлдың жолдары", "ru": "Строки файла", "en": "Lines of the file"},
    "no-lines": {
        "kk": "Бастапқы файлдың жолдары жазылмаған.",
        "ru": "Строки исходного файла не записаны.",
        "en": "No lines of a source file are recorded.",
    },
    "repaired": {"kk": "түзетілді", "ru": "исправлено", "en": "repaired"},
    # ── orders ───────────────────────────────────────────────────────────────────────────
    "order-described": {
        "kk": "{order}: күндері, тармақтары, не істегені және мұны қайдан білетініміз.",
        "ru": "{order}: даты, пункты, что им сделано и откуда это известно.",
        "en": "{order}: its dates, points, what it did, and how we know.",
    },
    "points": {
        "kk": "Бұйрықтың өз сөздері",
        "ru": "Собственные слова приказа",
        "en": "The order's own words",
    },
    "points-text": {
        "kk": "Басылған ретімен, жол нөмірлерімен; тізілім кестесінің өзі редакция бетінде.",
        "ru": "В порядке печати, с номерами строк; сама таблица реестра – на странице редакции.",
        "en": "As printed, with the lines; the register's table stands on its edition's page.",
    },
    "order-doubts": {
        "kk": "Оқылымы күмәнді жерлер",
        "ru": "Сомнения в прочтении",
        "en": "Doubts about its reading",
    },
    "gives-edition": {
        "kk": "Осы бұйрықтан кейінгі редакция",
        "ru": "Редакция после этого приказа",
        "en": "The edition after this order",
    },
    # ── institutions ─────────────────────────────────────────────────────────────────────
    "institutions": {"kk": "Мекемелер", "ru": "Учреждения", "en": "Institutions"},
    "institutions-described": {
        "kk": "Тізілімде аталған мекемелер мен мекемелер топтары және олардың лауазымдары.",
        "ru": "Учреждения и группы учреждений, названные в реестре, и их должности.",
        "en": "The institutions and classes of institutions of the register, with their positions.",
    },
    "institutions-text": {
        "kk": "Атауы – біздің атау септігіндегі жазуымыз; басылған түрлері мекеменің бетінде. Топ "
        "өз мүшелері үшін тізілімде топ туралы айтылғанды ғана жауап етеді.",
        "ru": "Название дано нами в именительном падеже; печатные формы – на странице учреждения. "
        "Группа отвечает за своих членов лишь тем, что реестр говорит о группе.",
        "en": "The name is ours, in the nominative; the printed forms stand on the institution's "
        "page. A class answers for its members only with what the register says of the class.",
    },
    "institution-described": {
        "kk": "{name}: тізілімдегі лауазымдары және деңгейлері.",
        "ru": "{name}: должности и ступени в реестре.",
        "en": "{name}: its positions and levels in the register.",
    },
    "positions": {"kk": "Лауазымдары", "ru": "Должности", "en": "Positions"},
    "position": {"kk": "Лауазым", "ru": "Должность", "en": "Position"},
    "place": {"kk": "Орны", "ru": "Место", "en": "Place"},
    "printed": {"kk": "Басылған сөздері", "ru": "Напечатано", "en": "Printed words"},
    "doubts": {"kk": "Күмәндары", "ru": "Сомнения", "en": "Doubts"},
    "forms": {"kk": "Басылған түрлері", "ru": "Печатные формы", "en": "Printed forms"},
    "kind": {"kk": "Түрі", "ru": "Вид", "en": "Kind"},
    "name": {"kk": "Атауы", "ru": "Название", "en": "Name"},
    "count": {"kk": "Лауазым саны", "ru": "Число должностей", "en": "Number of positions"},
    # ── changes ──────────────────────────────────────────────────────────────────────────
    "changes-described": {
        "kk": "{old} және {new} редакцияларының арасында не өзгерді, қай бұйрықпен.",
        "ru": "Что изменилось между редакциями {old} и {new} и каким приказом.",
        "en": "What changed between the editions {old} and {new}, and by which order.",
    },
    "chronology-described": {
        "kk": "Барлық бұйрықтар қолданысқа енгізілу ретімен: әрқайсысы не істеді.",
        "ru": "Все приказы в порядке введения в действие и что сделал каждый.",
        "en": "All orders in the order of their effect, and what each did.",
    },
}


def tell(key: str, language: Language, **facts: object) -> str:
    """Answers: how is this said in that language?

    Example:
        >>> tell("edition-title", "ru", edition="2019-920")
        'Редакция 2019-920'
    """
    spoken = {
        name: long_date(value, language) if isinstance(value, datetime.date) else value
        for name, value in facts.items()
    }
    return TEXTS[key][language].format(**spoken)
