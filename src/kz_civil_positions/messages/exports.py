"""Exports: columns of the tables, notices in them, and what can be wrong with what is read back."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── what can be wrong ────────────────────────────────────────────────────────────
    "broken-json": {
        "kk": "JSON дұрыс емес: {reason}. Файлды қайта экспорттаңыз.",
        "ru": "Это не правильный JSON: {reason}. Экспортируйте файл заново.",
        "en": "This is not sound JSON: {reason}. Export the file again.",
    },
    "other-format": {
        "kk": "Пішім нөмірі {found}, ал бұл нұсқа тек {known} пішімін оқиды. Файлды осы нұсқамен қайта экспорттаңыз.",
        "ru": "Номер формата {found}, а эта версия читает только {known}. Экспортируйте файл заново этой версией.",
        "en": "The number of the format is {found}; this version reads {known} only. Export the file again with this version.",
    },
    "twice": {
        "kk": "{name} екінші рет тұр. Әр бұйрық пен әр редакция бір рет қана тұрады; артығын алып тастаңыз.",
        "ru": "{name} стоит второй раз. Каждый приказ и каждая редакция стоят один раз; уберите лишнее.",
        "en": "{name} stands here a second time. Each order and each edition stands once; take one away.",
    },
    "too-many-orders": {
        "kk": "JSON ішінде бұйрық тым көп; ең көбі {most}.",
        "ru": "В JSON слишком много приказов; не более {most}.",
        "en": "The JSON holds too many orders; at most {most}.",
    },
    "contradicts": {
        "kk": "Мұнда {found} тұр, ал құжаттың қалған бөлігінен {expected} шығады. Файлды қайта экспорттаңыз.",
        "ru": "Здесь стоит {found}, а из остального документа следует {expected}. Экспортируйте файл заново.",
        "en": "This says {found}, but the rest of the document says {expected}. Export the file again.",
    },
    "no-list": {
        "kk": "Мұнда объектілер тізімі болуы керек.",
        "ru": "Здесь должен быть список объектов.",
        "en": "This must be a list of objects.",
    },
    "no-schema": {
        "kk": '"{name}" схемасы жоқ. Барлары: {known}.',
        "ru": 'Нет схемы "{name}". Имеются: {known}.',
        "en": 'There is no schema "{name}". There are: {known}.',
    },
    "no-table": {
        "kk": "Бұл кесте осы кітапхана экспорттаған түрде емес: {reason}. Оны қайта экспорттаңыз.",
        "ru": "Эта таблица не такова, как её экспортирует библиотека: {reason}. Экспортируйте её заново.",
        "en": "This table is not as the library exports it: {reason}. Export it again.",
    },
    "cell-too-long": {
        "kk": "{column} бағанындағы мәтінде {length} таңба бар, ал Excel ұяшығына ең көбі {most} сыяды. CSV немесе Parquet таңдаңыз.",
        "ru": "В столбце {column} текст из {length} знаков, а в ячейку Excel входит не больше {most}. Выберите CSV или Parquet.",
        "en": "A text in the column {column} has {length} characters, and a cell of Excel holds {most} at most. Choose CSV or Parquet.",
    },
    "too-many-rows": {
        "kk": "Жолдар саны {count}, ал Excel парағына ең көбі {most} сыяды. CSV немесе Parquet таңдаңыз.",
        "ru": "Строк {count}, а на лист Excel входит не больше {most}. Выберите CSV или Parquet.",
        "en": "There are {count} rows, and a sheet of Excel holds {most} at most. Choose CSV or Parquet.",
    },
    "not-for-xml": {
        "kk": "Мәтінде XML-ге жазуға болмайтын {code} таңбасы бар. JSON таңдаңыз.",
        "ru": "В тексте есть знак {code}, который нельзя записать в XML. Выберите JSON.",
        "en": "The text has the character {code}, which XML cannot hold. Choose JSON.",
    },
    "needs-extra": {
        "kk": "Бұл пішімге қосымша керек: pip install 'kz-civil-positions[{extra}]'.",
        "ru": "Для этого формата нужно дополнение: pip install 'kz-civil-positions[{extra}]'.",
        "en": "This format needs an extra: pip install 'kz-civil-positions[{extra}]'.",
    },
    "needs-output": {
        "kk": "{form} – екілік пішім, ол терминалға шығарылмайды. --output арқылы файл атын беріңіз.",
        "ru": "{form} – двоичный формат, в терминал он не выводится. Назовите файл через --output.",
        "en": "{form} is a binary format and is not printed to a terminal. Name a file with --output.",
    },
    "one-at-a-time": {
        "kk": "{form} пішімінде бір файлға бір редакция жазылады. --all орнына --edition беріңіз.",
        "ru": "В формате {form} в файл пишется одна редакция. Вместо --all дайте --edition.",
        "en": "In the format {form} a file holds one edition. Give --edition instead of --all.",
    },
    "all-and-edition": {
        "kk": "--all мен --edition бірге берілмейді: біреуін таңдаңыз.",
        "ru": "--all и --edition вместе не дают: выберите одно.",
        "en": "--all and --edition do not go together: choose one.",
    },
    "all-and-text": {
        "kk": "--text бір редакцияның мәтініне қатысты: --all мен JSON-LD барлық тілді береді. Оны "
        "алып тастаңыз.",
        "ru": "--text относится к тексту одной редакции: --all и JSON-LD дают все языки. Уберите его.",
        "en": "--text is about the text of one edition: --all and JSON-LD give all languages. Leave "
        "it out.",
    },
    # ── sheets and notices ───────────────────────────────────────────────────────────
    "sheet-notice": {"kk": "Ескерту", "ru": "Примечание", "en": "Notice"},
    "sheet-positions": {"kk": "Лауазымдар", "ru": "Должности", "en": "Positions"},
    "sheet-doubts": {"kk": "Күмәндар", "ru": "Сомнения", "en": "Doubts"},
    "sheet-columns": {"kk": "Бағандар", "ru": "Столбцы", "en": "Columns"},
    "not-held-editions": {
        "kk": "Мәтіні бізде жоқ, сондықтан жолы да жоқ редакциялар: {editions}.",
        "ru": "Редакции, текста которых у нас нет, а потому нет и строк: {editions}.",
        "en": "Editions whose text is not held, and which therefore have no rows: {editions}.",
    },
    "not-held-remark": {
        "kk": "Бұл редакцияның мәтіні бізде жоқ. Мұнда тізілімнің бірде-бір сөзі келтірілмейді.",
        "ru": "Текста этой редакции у нас нет. Ни одно слово реестра здесь не приводится.",
        "en": "The text of this edition is not held. Not a word of the register is given here.",
    },
    "nothing-said": {
        "kk": "Бұл редакцияда бірде-бір блок жоқ.",
        "ru": "В этой редакции нет ни одного блока.",
        "en": "This edition has no block at all.",
    },
    # ── columns ──────────────────────────────────────────────────────────────────────
    "column-edition": {
        "kk": "редакцияның аты",
        "ru": "название редакции",
        "en": "the edition's name",
    },
    "column-order": {
        "kk": "редакцияны жасаған бұйрық",
        "ru": "приказ, создавший редакцию",
        "en": "the order that made the edition",
    },
    "column-language": {
        "kk": "мәтіннің тілі (ISO 639-2)",
        "ru": "язык текста (ISO 639-2)",
        "en": "language of the text (ISO 639-2)",
    },
    "column-official": {
        "kk": "ресми мәтін бе: әрқашан false",
        "ru": "официальный ли текст: всегда false",
        "en": "whether the text is official: always false",
    },
    "column-fictional": {
        "kk": "ойдан шығарылған үлгі ме",
        "ru": "вымышленный ли это образец",
        "en": "whether it is a fictional specimen",
    },
    "column-in_effect_earliest": {
        "kk": "бұл күнге дейін қолданыста емес (анық)",
        "ru": "до этого дня не действует (достоверно)",
        "en": "not in effect before this day (certain)",
    },
    "column-in_effect_latest": {
        "kk": "ең кеш дегенде осы күннен қолданыста; бос болса, белгісіз",
        "ru": "самое позднее с этого дня действует; пусто – неизвестно",
        "en": "in effect from this day at the latest; empty where unknown",
    },
    "column-in_effect_certainty": {
        "kk": "соңғы күннің анықтығы: fact, presumed, unknown",
        "ru": "насколько надёжен поздний день: fact, presumed, unknown",
        "en": "how firmly the latest day stands: fact, presumed, unknown",
    },
    "column-ended_by": {
        "kk": "редакцияны тоқтатқан келесі бұйрық",
        "ru": "следующий приказ, которым редакция кончается",
        "en": "the next order, which ends the edition",
    },
    "column-ends_earliest": {
        "kk": "келесі редакция бұл күнге дейін қолданыста емес (анық)",
        "ru": "до этого дня следующая редакция не действует (достоверно)",
        "en": "the next edition is not in effect before this day (certain)",
    },
    "column-ends_latest": {
        "kk": "келесі редакция ең кеш дегенде осы күннен қолданыста",
        "ru": "самое позднее с этого дня действует следующая редакция",
        "en": "the next edition is in effect from this day at the latest",
    },
    "column-ends_certainty": {
        "kk": "ол күннің анықтығы: fact, presumed, unknown",
        "ru": "насколько надёжен тот день: fact, presumed, unknown",
        "en": "how firmly that day stands: fact, presumed, unknown",
    },
    "column-checked_until": {
        "kk": "дереккөздер осы күнге дейін тексерілген",
        "ru": "источники проверены по этот день",
        "en": "sources were checked up to this day",
    },
    "column-code": {
        "kk": "деңгейдің толық коды, саласымен",
        "ru": "полный код ступени, со сферой",
        "en": "the level's full code, with its sector",
    },
    "column-block": {"kk": "блок", "ru": "блок", "en": "block"},
    "column-block_heading": {
        "kk": "блоктың тақырыбы, басылғандай",
        "ru": "заголовок блока, как напечатан",
        "en": "the block's heading as printed",
    },
    "column-sector": {"kk": "сала", "ru": "сфера", "en": "sector"},
    "column-sector_heading": {
        "kk": "саланың тақырыбы, басылғандай",
        "ru": "заголовок сферы, как напечатан",
        "en": "the sector's heading as printed",
    },
    "column-link": {"kk": "буын", "ru": "звено", "en": "link"},
    "column-link_label": {
        "kk": "буын таңбасы, басылғандай",
        "ru": "метка звена, как напечатана",
        "en": "the link's label as printed",
    },
    "column-link_label_state": {
        "kk": "ол қайдан белгілі: printed, inferred, none",
        "ru": "откуда она известна: printed, inferred, none",
        "en": "how it is known: printed, inferred, none",
    },
    "column-level": {"kk": "деңгей", "ru": "ступень", "en": "level"},
    "column-level_label": {
        "kk": "деңгей таңбасы, басылғандай",
        "ru": "метка ступени, как напечатана",
        "en": "the level's label as printed",
    },
    "column-level_label_state": {
        "kk": "ол қайдан белгілі: printed, inferred, none",
        "ru": "откуда она известна: printed, inferred, none",
        "en": "how it is known: printed, inferred, none",
    },
    "column-entry": {
        "kk": "жазбаның тұрақты белгісі",
        "ru": "постоянный идентификатор записи",
        "en": "the entry's permanent id",
    },
    "column-heading": {
        "kk": "жазбаның тақырыбы, басылғандай",
        "ru": "заголовок записи, как напечатан",
        "en": "the entry's heading as printed",
    },
    "column-entry_first_line": {
        "kk": "жазбаның дереккөздегі бірінші жолы",
        "ru": "первая строка записи в источнике",
        "en": "the entry's first line in the source",
    },
    "column-entry_last_line": {
        "kk": "оның соңғы жолы",
        "ru": "её последняя строка",
        "en": "its last line",
    },
    "column-entry_source": {
        "kk": "сол дереккөз қай бұйрықтікі",
        "ru": "чей это источник: приказ",
        "en": "the order whose source that is",
    },
    "column-source_sha256": {
        "kk": "сол дереккөз файлының SHA-256",
        "ru": "SHA-256 файла этого источника",
        "en": "SHA-256 of that source's file",
    },
    "column-position": {
        "kk": "лауазымның негізгі түрдегі атауы (біздікі)",
        "ru": "название должности в начальной форме (наше)",
        "en": "the position in base form (ours)",
    },
    "column-other_names": {
        "kk": "лауазымның басқа атаулары",
        "ru": "другие названия должности",
        "en": "other names of the position",
    },
    "column-annotated": {
        "kk": "атау аннотациядан ба; болмаса, басылған сөздер",
        "ru": "взято ли название из аннотации; иначе – печатные слова",
        "en": "whether an annotation gives the name; else it is the printed words",
    },
    "column-category": {
        "kk": "санат: highest, first, second, without",
        "ru": "категория: highest, first, second, without",
        "en": "category: highest, first, second, without",
    },
    "column-qualification": {
        "kk": "біліктілік деңгейі: high, middle",
        "ru": "уровень квалификации: high, middle",
        "en": "level of qualification: high, middle",
    },
    "column-conditions": {
        "kk": "лауазымды тарылтатын басылған сөздер",
        "ru": "печатные слова, сужающие должность",
        "en": "printed words that narrow the position",
    },
    "column-significance": {
        "kk": "мекеменің маңызы: republican, oblast, district",
        "ru": "значение учреждения: republican, oblast, district",
        "en": "significance of the institution: republican, oblast, district",
    },
    "column-branch": {
        "kk": "филиал туралы ма",
        "ru": "о филиале ли речь",
        "en": "whether a branch is meant",
    },
    "column-scope_words": {
        "kk": "маңызын айтатын басылған сөздер",
        "ru": "печатные слова о значении",
        "en": "the printed words that say the significance",
    },
    "column-subheading": {
        "kk": "үстіндегі тақырыпшаның тұрақты белгісі",
        "ru": "постоянный идентификатор подзаголовка выше",
        "en": "the permanent id of the subheading above",
    },
    "column-subheading_text": {
        "kk": "сол тақырыпша, басылғандай",
        "ru": "этот подзаголовок, как напечатан",
        "en": "that subheading as printed",
    },
    "column-item": {
        "kk": "тармақтың тұрақты белгісі",
        "ru": "постоянный идентификатор строки перечня",
        "en": "the item's permanent id",
    },
    "column-item_kind": {
        "kk": "тармақ нені атайды: institution, speciality, unit, subheading",
        "ru": "что называет строка: institution, speciality, unit, subheading",
        "en": "what the item names: institution, speciality, unit, subheading",
    },
    "column-item_text": {
        "kk": "тармақтың мәтіні, басылғандай",
        "ru": "текст строки, как напечатан",
        "en": "the item's text as printed",
    },
    "column-item_first_line": {
        "kk": "тармақтың дереккөздегі бірінші жолы",
        "ru": "первая строка этого текста в источнике",
        "en": "the item's first line in the source",
    },
    "column-item_last_line": {
        "kk": "оның соңғы жолы",
        "ru": "её последняя строка",
        "en": "its last line",
    },
    "column-item_source": {
        "kk": "сол дереккөз қай бұйрықтікі",
        "ru": "чей это источник: приказ",
        "en": "the order whose source that is",
    },
    "column-institution": {
        "kk": "мекеменің тұрақты белгісі",
        "ru": "постоянный идентификатор учреждения",
        "en": "the institution's permanent id",
    },
    "column-institution_name": {
        "kk": "мекеменің атау септігіндегі аты (біздікі)",
        "ru": "название учреждения в именительном падеже (наше)",
        "en": "the institution's name in the nominative (ours)",
    },
    "column-institution_kind": {
        "kk": "бір мекеме ме, түр ме: single, class",
        "ru": "одно учреждение или вид: single, class",
        "en": "one institution or a class of them: single, class",
    },
    "column-doubts": {
        "kk": "осы орынға қатысты күмәндардың белгілері",
        "ru": "идентификаторы сомнений об этом месте",
        "en": "ids of the doubts that concern this place",
    },
    "column-faults": {
        "kk": "сақталған баспа қателері (sic)",
        "ru": "сохранённые ошибки печати (sic)",
        "en": "faults of print that are kept (sic)",
    },
    "doubt-id": {"kk": "белгісі", "ru": "идентификатор", "en": "id"},
    "doubt-certitude": {"kk": "сенімділігі", "ru": "надёжность", "en": "certitude"},
    "doubt-about": {"kk": "не туралы", "ru": "о чём", "en": "about"},
    "doubt-statement": {"kk": "мазмұны", "ru": "в чём состоит", "en": "statement"},
    "doubt-settled_by": {"kk": "не шешер еді", "ru": "что разрешило бы", "en": "settled by"},
}
