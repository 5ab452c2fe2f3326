"""The look-up: what was found, why, what tells it apart, and what could not be read."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "no-such-sector": {
        "kk": '"{sector}" саласы жоқ. Барлары: {near}.',
        "ru": 'Нет сферы "{sector}". Имеются: {near}.',
        "en": 'There is no sector "{sector}". Did you mean: {near}?',
    },
    "no-such-institution": {
        "kk": '{edition} редакциясында "{id}" мекемесі жоқ. Жақындары: {near}.',
        "ru": 'В редакции {edition} нет учреждения "{id}". Близкие: {near}.',
        "en": 'The edition {edition} has no institution "{id}". Did you mean: {near}?',
    },
    "nearest": {
        "kk": "Ең жақындары:",
        "ru": "Ближайшее:",
        "en": "Nearest:",
    },
    "apart": {
        "kk": "Оларды мыналар ажыратады:",
        "ru": "Их различает:",
        "en": "What would tell them apart:",
    },
    "ask-block": {
        "kk": "блок",
        "ru": "блок",
        "en": "block",
    },
    "ask-sector": {
        "kk": "сала",
        "ru": "сфера",
        "en": "sector",
    },
    "ask-significance": {
        "kk": "мекеменің маңызы",
        "ru": "значение учреждения",
        "en": "significance of the institution",
    },
    "ask-branch": {
        "kk": "филиал ма",
        "ru": "филиал ли",
        "en": "branch or not",
    },
    "ask-category": {
        "kk": "санат",
        "ru": "категория",
        "en": "category",
    },
    "ask-qualification": {
        "kk": "біліктілік деңгейі",
        "ru": "уровень квалификации",
        "en": "level of qualification",
    },
    "ask-position": {
        "kk": "лауазым",
        "ru": "должность",
        "en": "position",
    },
    "ask-condition": {
        "kk": "шарт",
        "ru": "условие",
        "en": "condition",
    },
    "significance-republican": {
        "kk": "республикалық маңызы бар",
        "ru": "республиканского значения",
        "en": "of republican significance",
    },
    "significance-oblast": {
        "kk": "облыстық маңызы бар",
        "ru": "областного значения",
        "en": "of oblast significance",
    },
    "significance-district": {
        "kk": "аудандық маңызы бар",
        "ru": "районного значения",
        "en": "of district significance",
    },
    "branch": {
        "kk": "филиал",
        "ru": "филиал",
        "en": "branch",
    },
    "not-branch": {
        "kk": "филиал емес",
        "ru": "не филиал",
        "en": "not a branch",
    },
    "category-highest": {
        "kk": "жоғары санат",
        "ru": "высшая категория",
        "en": "highest category",
    },
    "category-first": {
        "kk": "бірінші санат",
        "ru": "первая категория",
        "en": "first category",
    },
    "category-second": {
        "kk": "екінші санат",
        "ru": "вторая категория",
        "en": "second category",
    },
    "category-without": {
        "kk": "санаты жоқ",
        "ru": "без категории",
        "en": "without category",
    },
    "qualification-high": {
        "kk": "біліктілігі жоғары деңгей",
        "ru": "высший уровень квалификации",
        "en": "high level of qualification",
    },
    "qualification-middle": {
        "kk": "біліктілігі орташа деңгей",
        "ru": "средний уровень квалификации",
        "en": "middle level of qualification",
    },
    "kind-single": {
        "kk": "бір мекеме",
        "ru": "одно учреждение",
        "en": "one institution",
    },
    "kind-class": {
        "kk": "мекемелер тобы",
        "ru": "класс учреждений",
        "en": "a class of institutions",
    },
    "institutions": {
        "kk": "{edition} редакциясындағы мекемелер: {count}",
        "ru": "Учреждений в редакции {edition}: {count}",
        "en": "Institutions in the edition {edition}: {count}",
    },
    "positions-in": {
        "kk": "{edition} редакциясындағы лауазымдары: {count}",
        "ru": "Должностей в редакции {edition}: {count}",
        "en": "Positions in the edition {edition}: {count}",
    },
    "not-held": {
        "kk": "мәтіні бізде жоқ",
        "ru": "текста у нас нет",
        "en": "its text is not held",
    },
    "not-there": {
        "kk": "бұл мекеме аталмаған",
        "ru": "это учреждение не названо",
        "en": "does not name this institution",
    },
    "printed": {
        "kk": "Басылған мәтін",
        "ru": "Напечатано",
        "en": "Printed",
    },
    "noted": {
        "kk": "Біздің түсіндірмеміз (бейресми)",
        "ru": "Наша аннотация (неофициально)",
        "en": "Our annotation (unofficial)",
    },
    "source": {
        "kk": "Бастапқы мәтін {file}, SHA-256 {sha256}:",
        "ru": "Источник {file}, SHA-256 {sha256}:",
        "en": "Source {file}, SHA-256 {sha256}:",
    },
    "repairs": {
        "kk": "Түзетулер",
        "ru": "Исправления",
        "en": "Repairs",
    },
    "no-repairs": {
        "kk": "Түзетулер жоқ",
        "ru": "Исправлений нет",
        "en": "No repairs",
    },
    "how-same": {
        "kk": "дәл өзі",
        "ru": "то же слово",
        "en": "the same word",
    },
    "how-other-form": {
        "kk": "басқа тұлғасы",
        "ru": "другая форма",
        "en": "another form",
    },
    "how-typo": {
        "kk": "жазу қатесі",
        "ru": "опечатка",
        "en": "typing error",
    },
    "how-abbreviation": {
        "kk": "қысқарту",
        "ru": "сокращение",
        "en": "abbreviation",
    },
    "how-glossary": {
        "kk": "сөздік",
        "ru": "словарь",
        "en": "glossary",
    },
    "how-nothing": {
        "kk": "сәйкестік жоқ",
        "ru": "ничему не соответствует",
        "en": "matches nothing",
    },
    "attested": {
        "kk": "расталған",
        "ru": "засвидетельствовано",
        "en": "attested",
    },
    "unofficial": {
        "kk": "бейресми",
        "ru": "неофициально",
        "en": "unofficial",
    },
    "read-as": {
        "kk": "{file}: {encoding} кодтауымен оқылды.",
        "ru": "{file}: прочитано в кодировке {encoding}.",
        "en": "{file}: read as {encoding}.",
    },
    "no-column": {
        "kk": "{file} файлында «{column}» бағаны жоқ. Барлары: {columns}.",
        "ru": "В файле {file} нет столбца «{column}». Есть: {columns}.",
        "en": 'The file {file} has no column "{column}". It has: {columns}.',
    },
    "empty-table": {
        "kk": "{file} файлы бос: тақырып жолы керек.",
        "ru": "Файл {file} пуст: нужна строка заголовков.",
        "en": "The file {file} is empty: a header row is needed.",
    },
    "not-text": {
        "kk": "{file} – UTF-8 немесе Windows-1251 мәтіні емес. CSV (UTF-8) ретінде сақтаңыз.",
        "ru": "{file} – не текст в UTF-8 или Windows-1251. Сохраните как CSV (UTF-8).",
        "en": "{file} is no text in UTF-8 or Windows-1251. Save it as CSV (UTF-8).",
    },
    "broken-row": {
        "kk": "{file}, {row}-жол бүлінген: {reason}. Қалғаны өңделді.",
        "ru": "{file}, строка {row} испорчена: {reason}. Остальное обработано.",
        "en": "{file}, row {row} is broken: {reason}. The rest was done.",
    },
    "row-length": {
        "kk": "{expected} ұяшықтың орнына {found}",
        "ru": "{found} ячеек вместо {expected}",
        "en": "{found} cells instead of {expected}",
    },
    "row-unreadable": {
        "kk": "CSV ретінде оқылмайды",
        "ru": "не читается как CSV",
        "en": "it cannot be read as CSV",
    },
    "needs-xlsx": {
        "kk": 'XLSX жазу үшін: pip install "kz-civil-positions[xlsx]", немесе .csv атауын беріңіз.',
        "ru": 'Чтобы писать XLSX: pip install "kz-civil-positions[xlsx]", или дайте имя .csv.',
        "en": 'To write XLSX: pip install "kz-civil-positions[xlsx]"; or name a .csv file.',
    },
    "interrupted": {
        "kk": "Тоқтатылды: {done} жол өңделіп, жазылды.",
        "ru": "Прервано: обработано и записано строк: {done}.",
        "en": "Interrupted: {done} rows were done and are written.",
    },
    "not-a-threshold": {
        "kk": "Шек 0 мен 100 аралығында болуы керек: {value}.",
        "ru": "Порог – число от 0 до 100: {value}.",
        "en": "A threshold lies between 0 and 100: {value}.",
    },
    "state-match": {
        "kk": "сәйкес",
        "ru": "соответствует",
        "en": "match",
    },
    "state-several": {
        "kk": "бірнешеуі",
        "ru": "несколько",
        "en": "several",
    },
    "state-no-match": {
        "kk": "сәйкестік жоқ",
        "ru": "нет соответствия",
        "en": "no match",
    },
    "state-unreadable": {
        "kk": "оқылмайды",
        "ru": "не читается",
        "en": "unreadable",
    },
    "tally": {
        "kk": "{total} атау: сәйкес – {match}, бірнешеуі – {several}, сәйкестік жоқ – {none}, оқылмайды – {unreadable} (шек {threshold})",
        "ru": "Названий {total}: соответствует – {match}, несколько – {several}, нет соответствия – {none}, не читается – {unreadable} (порог {threshold})",
        "en": "{total} titles: match – {match}, several – {several}, no match – {none}, unreadable – {unreadable} (threshold {threshold})",
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
