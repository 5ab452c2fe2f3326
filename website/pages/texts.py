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
    "cited-order": {
        "kk": "{issuer} {adopted} № {number} бұйрығы",
        "ru": "Приказ {issuer} от {adopted} № {number}",
        "en": "Order of the {issuer} of {adopted} № {number}",
    },
    "cited-registered": {
        "kk": "мемлекеттік тіркеу № {number}",
        "ru": "государственная регистрация № {number}",
        "en": "state registration № {number}",
    },
    "cited-edition": {
        "kk": "{adopted} № {number} бұйрықтың редакциясында",
        "ru": "в редакции приказа от {adopted} № {number}",
        "en": "in the edition of order № {number} of {adopted}",
    },
    "cited-published": {
        "kk": "{publisher} берген {day} редакциясында",
        "ru": "в редакции на {day}, которую даёт {publisher}",
        "en": "in the edition of {day} given by {publisher}",
    },
    "label-inferred": {
        "kk": '"{label}" белгісі басылмаған; ол шығарылған.',
        "ru": 'Обозначение "{label}" не напечатано; оно выведено.',
        "en": 'The label "{label}" is not printed; it is inferred.',
    },
    "doubtful": {
        "kk": "Бұл жазбаның қай деңгейде тұрғаны анық емес немесе оқылуы күмәнді.",
        "ru": "Ступень или прочтение этой записи сомнительны.",
        "en": "The level or the reading of this entry is doubtful.",
    },
    # ── the specimen ─────────────────────────────────────────────────────────────────────
    "fictional": {
        "kk": "Мұндай бұйрықтар, мекемелер мен лауазымдар жоқ және болған емес. Бұл бет бәрі қалай "
        "жұмыс істейтінін ғана көрсетеді; одан құқық туралы сұраққа жауап іздемеңіз.",
        "ru": "Таких приказов, учреждений и должностей нет и не было. Страница лишь показывает, "
        "как всё устроено; не ищите в ней ответа на вопрос о праве.",
        "en": "There are and were no such orders, institutions or positions. This page only shows "
        "how things work; do not look to it for an answer about law.",
    },
    "fictional-title": {
        "kk": "{title} (ойдан шығарылған)",
        "ru": "{title} (вымысел)",
        "en": "{title} (fictional)",
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
    "editions-text": {
        "kk": "Әр бұйрық тізілімнің жаңа редакциясын береді. Мұнда олардың бәрі қолданысқа "
        "енгізілу ретімен тұр.",
        "ru": "Каждый приказ даёт реестру новую редакцию. Здесь все они, в порядке введения в "
        "действие.",
        "en": "Each order gives the register a new edition. Here are all of them, in the order in "
        "which they take effect.",
    },
    "latest": {
        "kk": "соңғы белгілі",
        "ru": "последняя известная",
        "en": "the last one known",
    },
    "to-chronology": {
        "kk": "Барлық бұйрықтар мен олар не істегені: хронология",
        "ru": "Все приказы и что они сделали: хронология",
        "en": "All orders and what they did: the chronology",
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
    "orders": {"kk": "Бұйрықтар", "ru": "Приказы", "en": "Orders"},
    "before": {
        "kk": "Алдыңғы редакция: {edition}",
        "ru": "Предыдущая редакция: {edition}",
        "en": "The edition before: {edition}",
    },
    "after": {
        "kk": "Келесі редакция: {edition}",
        "ru": "Следующая редакция: {edition}",
        "en": "The edition after: {edition}",
    },
    "to-changes": {"kk": "не өзгерді", "ru": "что изменилось", "en": "what changed"},
    "to-level": {"kk": "Деңгейге өту", "ru": "К ступени", "en": "To a level"},
    # ── an edition that is not held ──────────────────────────────────────────────────────
    "lost-title": {
        "kk": "Тізілім: {edition} редакциясы (мәтіні бізде жоқ)",
        "ru": "Реестр: редакция {edition} (текста у нас нет)",
        "en": "Register: edition {edition} (text not held)",
    },
    "lost-described": {
        "kk": "{edition} редакциясының мәтіні бізде жоқ: не белгілі, не белгісіз және мұны не "
        "шешеді.",
        "ru": "Текста редакции {edition} у нас нет: что известно, что неизвестно и что это "
        "разрешит.",
        "en": "The text of the edition {edition} is not held: what is known, what is not, and what "
        "would settle it.",
    },
    "not-held-text": {
        "kk": "Бұл редакцияның мәтіні бізде жоқ, сондықтан тізілімнің бірде-бір сөзі мұнда "
        "келтірілмейді. Біз оны болжаммен қалпына келтірмейміз.",
        "ru": "Текста этой редакции у нас нет, поэтому ни одно слово реестра здесь не приводится. "
        "Мы не восстанавливаем его по догадке.",
        "en": "The text of this edition is not held, so not a word of the register is given here. "
        "It is not reconstructed by guessing.",
    },
    "known": {"kk": "Не белгілі", "ru": "Что известно", "en": "What is known"},
    "unknown": {"kk": "Не белгісіз", "ru": "Что неизвестно", "en": "What is not known"},
    "unknown-register": {
        "kk": "Тізілімнің осы редакциядағы мәтіні: блоктары, буындары, деңгейлері, лауазымдары.",
        "ru": "Текст реестра в этой редакции: его блоки, звенья, ступени, должности.",
        "en": "What the register said in this edition: its blocks, links, levels, positions.",
    },
    "unknown-others": {
        "kk": "Осы бұйрық пен келесі белгілі бұйрықтың арасында тізілімді басқа бұйрықтар "
        "өзгерткен-өзгертпегені.",
        "ru": "Изменяли ли реестр другие приказы между этим приказом и следующим известным.",
        "en": "Whether other orders amended the register between this one and the next one known.",
    },
    "settles": {
        "kk": "Мұны не шешеді",
        "ru": "Что это разрешит",
        "en": "What would settle it",
    },
    "settles-text": {
        "kk": "Бұйрықтың ресми мәтіні (мемлекеттік тіркеу № {registration}): adilet.zan.kz немесе "
        "zan.gov.kz сайтынан веб-бет, PDF, DOCX немесе көшірілген мәтін. Ол келтірілгенде осы бет, "
        "іздеу және салыстыру содан жасалады.",
        "ru": "Официальный текст приказа (государственная регистрация № {registration}): страница, "
        "PDF, DOCX или скопированный текст с adilet.zan.kz или zan.gov.kz. Когда его внесут, по "
        "нему будут построены эта страница, поиск и сравнение.",
        "en": "The official text of the order (state registration № {registration}): a web page, "
        "PDF, DOCX or pasted text from adilet.zan.kz or zan.gov.kz. Once it is brought, this page, "
        "the finder and the comparison are made from it.",
    },
    # ── evidence ─────────────────────────────────────────────────────────────────────────
    "more-entry": {
        "kk": "дәйексөз және дереккөз",
        "ru": "цитата и источник",
        "en": "citation and source",
    },
    "more-level": {
        "kk": "{code} деңгейі: дәйексөз және белгілері",
        "ru": "ступень {code}: цитата и обозначения",
        "en": "level {code}: citation and labels",
    },
    "cite": {"kk": "Дәйексөз келтіру:", "ru": "Цитировать так:", "en": "Cite this:"},
    "copy": {"kk": "көшіру", "ru": "копировать", "en": "copy"},
    "address": {
        "kk": "Осы жердің тұрақты мекенжайы",
        "ru": "Постоянный адрес этого места",
        "en": "Permanent address of this place",
    },
    "source-lines": {
        "kk": "Бастапқы мәтін ({order}, {file}), бүлінген күйінде",
        "ru": "Источник ({order}, {file}), как есть, с повреждениями",
        "en": "Source ({order}, {file}) as it stands, damage included",
    },
    "no-source-lines": {
        "kk": "Бұл мәтінге жол нөмірлері жазылмаған: бастапқы файл жоқ.",
        "ru": "Строк источника для этого текста не записано: файла нет.",
        "en": "No source lines are recorded for this text: there is no file.",
    },
    # ── orders ───────────────────────────────────────────────────────────────────────────
    "order-described": {
        "kk": "{order}: күндері, тармақтары, не істегені және мұны қайдан білетініміз.",
        "ru": "{order}: даты, пункты, что им сделано и откуда это известно.",
        "en": "{order}: its dates, points, what it did, and how we know.",
    },
    "facts": {
        "kk": "Деректері және істегені",
        "ru": "Сведения и действие",
        "en": "Facts and deeds",
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
        "kk": "Осы бұйрықтан кейінгі тізілім: {edition} редакциясы",
        "ru": "Реестр после этого приказа: редакция {edition}",
        "en": "The register after this order: edition {edition}",
    },
    "gives-none": {
        "kk": "Бұл бұйрық тізілімнің редакциясын бермейді.",
        "ru": "Редакции реестра этот приказ не даёт.",
        "en": "This order gives no edition of the register.",
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
    "positions-text": {
        "kk": "Лауазым атауы – басылған сөздерден біз шығарған түрі, ол ресми емес; жанында "
        "басылған сөздердің өзі тұр.",
        "ru": "Название должности выведено нами из напечатанных слов и неофициально; сами "
        "напечатанные слова стоят рядом.",
        "en": "The name of a position is ours, drawn from the printed words, and unofficial; the "
        "printed words themselves stand beside it.",
    },
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
