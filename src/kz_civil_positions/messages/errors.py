"""Errors: what is wrong, why, and what to do."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "where": {"kk": "{place}: {text}", "ru": "{place}: {text}", "en": "{place}: {text}"},
    "date": {"kk": "{day}", "ru": "{day}", "en": "{day}"},
    # ── arguments ────────────────────────────────────────────────────────────────────
    "not-a-code": {
        "kk": '"{code}" – код емес. Код блок әрпінен, буын және деңгей нөмірінен тұрады: '
        "A1-2, A3-2-1, health/B2-1, C1, D.",
        "ru": '"{code}" – не код. Код состоит из буквы блока, номера звена и ступени: '
        "A1-2, A3-2-1, health/B2-1, C1, D.",
        "en": '"{code}" is no code. A code is a block letter, a link number and a level: '
        "A1-2, A3-2-1, health/B2-1, C1, D.",
    },
    "not-an-address": {
        "kk": '"{address}" – мекенжай емес. Мысалы: register, level:A2-1, entry:<id>, '
        "abbreviation:ММ.",
        "ru": '"{address}" – не адрес. Например: register, level:A2-1, entry:<id>, '
        "abbreviation:ММ.",
        "en": '"{address}" is no address. For example: register, level:A2-1, entry:<id>, '
        "abbreviation:ММ.",
    },
    "no-such-code": {
        "kk": "{edition} редакциясында {code} коды жоқ. Жақын кодтар: {near}.",
        "ru": "В редакции {edition} нет кода {code}. Близкие коды: {near}.",
        "en": "The edition {edition} has no code {code}. Did you mean: {near}?",
    },
    "code-fits-several": {
        "kk": "{code} коды бірнеше орынға сәйкес келеді: {codes}. Біреуін көрсетіңіз.",
        "ru": "Код {code} подходит нескольким местам: {codes}. Назовите одно.",
        "en": "The code {code} fits several places: {codes}. Name one of them.",
    },
    "no-such-id": {
        "kk": '{edition} редакциясында "{id}" идентификаторы жоқ. Жақындары: {near}.',
        "ru": 'В редакции {edition} нет идентификатора "{id}". Близкие: {near}.',
        "en": 'The edition {edition} has no id "{id}". Did you mean: {near}?',
    },
    "never-in-register": {
        "kk": "{address} мәтіні бізде бар редакциялардың ешқайсысында болмаған. Жақын кодтар: {near}.",
        "ru": "{address} нет и не было ни в одной из имеющихся редакций. Близкие коды: {near}.",
        "en": "{address} never stood in any edition whose text is held. Did you mean: {near}?",
    },
    "no-such-order": {
        "kk": '"{order}" бұйрығы жоқ. Бар бұйрықтар: {near}.',
        "ru": 'Нет приказа "{order}". Имеются: {near}.',
        "en": 'There is no order "{order}". Did you mean: {near}?',
    },
    "order-fits-several": {
        "kk": '"{order}" бірнеше бұйрыққа сәйкес келеді: {orders}. Біреуін көрсетіңіз.',
        "ru": '"{order}" подходит нескольким приказам: {orders}. Назовите один.',
        "en": '"{order}" fits several orders: {orders}. Name one of them.',
    },
    "language-not-held": {
        "kk": "{edition}: «{language}» тіліндегі мәтіні бізде жоқ. Бар тілдері: {held}.",
        "ru": "{edition}: текста на языке «{language}» у нас нет. Имеются: {held}.",
        "en": '{edition}: its text in "{language}" is not held. Held: {held}.',
    },
    "languages-apart": {
        "kk": "Редакциялардың тілдері бөлек ({old}, {new}): екі тілдегі мәтін сөзбе-сөз "
        "салыстырылмайды. Бір тілдегі мәтіндерін салыстырыңыз.",
        "ru": "Редакции на разных языках ({old}, {new}): тексты на двух языках дословно не "
        "сличаются. Сравнивайте тексты на одном языке.",
        "en": "The editions are in two languages ({old}, {new}): texts in two languages are not "
        "compared word by word. Compare texts in one.",
    },
    "parallel-elsewhere": {
        "kk": "Басқа тілдегі мәтін {found} қалтасында тұр, ал орны {expected} болуға тиіс.",
        "ru": "Текст на другом языке лежит в {found}, а его место – {expected}.",
        "en": "The text in another language stands in {found}; its place is {expected}.",
    },
    "parallel-of-none": {
        "kk": "«{edition}» редакциясының мәтіні бұл қалтада жоқ, сондықтан басқа тілдегі мәтіні де "
        "бола алмайды. Алдымен сол редакцияны қосыңыз.",
        "ru": "Текста редакции «{edition}» в этой папке нет, поэтому не может быть и её текста на "
        "другом языке. Сначала добавьте эту редакцию.",
        "en": "The text of the edition “{edition}” is not in this folder, so it cannot have one in "
        "another language. Add that edition first.",
    },
    "parallel-same-language": {
        "kk": "Редакцияның өз мәтіні де осы тілде ({language}). Тілін тексеріңіз.",
        "ru": "Собственный текст редакции на том же языке ({language}). Проверьте язык.",
        "en": "The edition's own text is in that very language ({language}). Check the language.",
    },
    "other-register": {
        "kk": "{edition} редакциясы басқа тізілімдікі: бұл тізілімнің негізгі бұйрығы – {base}. "
        "Бір тізілімнің редакцияларын салыстырыңыз.",
        "ru": "Редакция {edition} из другого реестра: основной приказ этого – {base}. "
        "Сравнивайте редакции одного реестра.",
        "en": "The edition {edition} is of another register; the base order of this one is {base}. "
        "Compare editions of one register.",
    },
    "no-such-published": {
        "kk": "{order} жарияланған редакциясы жоқ. Барлары: {near}.",
        "ru": "Опубликованной редакции {order} нет. Имеются: {near}.",
        "en": "There is no published edition {order}. Did you mean: {near}?",
    },
    "never-in-effect": {
        "kk": "{order} бұйрығы қолданысқа енгізілмейді (күші жойылған немесе шарты орындалмаған), "
        "сондықтан оның редакциясы жоқ.",
        "ru": "Приказ {order} не вводится в действие (отменён до того или его условие не "
        "наступило), поэтому его редакции нет.",
        "en": "The order {order} never takes effect (it was repealed before, or its condition is "
        "not met), so there is no edition of it.",
    },
    "no-validity": {
        "kk": "{edition} – осы тізілімнің белгілі редакциясы емес немесе ықтимал нұсқалардың бірі, "
        "сондықтан қай күннен бастап қолданыста екені айтылмайды.",
        "ru": "{edition} – не известная редакция этого реестра или лишь одна из возможных, поэтому "
        "нельзя сказать, с какого дня она действует.",
        "en": "{edition} is no known edition of this register, or only one of several that may "
        "have been in effect, so nothing says from which day.",
    },
    "not-a-date": {
        "kk": '"{value}" – күн емес. Күн ЖЖЖЖ-АА-КК түрінде жазылады, мысалы 2021-01-01.',
        "ru": '"{value}" – не дата. Дата пишется ГГГГ-ММ-ДД, например 2021-01-01.',
        "en": '"{value}" is no date of the calendar. Write YYYY-MM-DD, such as 2021-01-01.',
    },
    "not-a-publication": {
        "kk": '"{value}" түсініксіз. Бұйрық пен күнді былай жазыңыз: 2019-920=2019-11-06.',
        "ru": '"{value}" непонятно. Приказ и день пишутся так: 2019-920=2019-11-06.',
        "en": '"{value}" is not understood. Write the order and the day: 2019-920=2019-11-06.',
    },
    "edition-and-day": {
        "kk": "--edition және --as-of бірге берілмейді: біреуін таңдаңыз.",
        "ru": "--edition и --as-of вместе не задаются: выберите одно.",
        "en": "--edition and --as-of do not go together: give one of them.",
    },
    "empty-query": {
        "kk": "Сұрауда бірде-бір сөз жоқ. Лауазым немесе мекеме атауынан сөз жазыңыз.",
        "ru": "В запросе нет ни одного слова. Введите слово из названия должности или учреждения.",
        "en": "The query has no word in it. Type a word of a position's or institution's name.",
    },
    "query-too-long": {
        "kk": "Сұрау тым ұзын: {length} таңба; ең көбі {most}.",
        "ru": "Запрос слишком длинный: {length} знаков; не более {most}.",
        "en": "The query is too long: {length} characters; at most {most}.",
    },
    "needs-docx": {
        "kk": "DOCX үшін қосымша керек: pip install 'kz-civil-positions[docx]'.",
        "ru": "Для DOCX нужно дополнение: pip install 'kz-civil-positions[docx]'.",
        "en": "For DOCX an extra is needed: pip install 'kz-civil-positions[docx]'.",
    },
    "docx-needs-output": {
        "kk": "DOCX экранға шығарылмайды: файлын --output арқылы атаңыз.",
        "ru": "DOCX не выводится на экран: назовите файл через --output.",
        "en": "DOCX is not printed to a terminal: name a file with --output.",
    },
    "unknown-format": {
        "kk": '"{suffix}" пішімі белгісіз. Белгілілері: {known}. Пішімді --format арқылы беріңіз.',
        "ru": 'Неизвестный формат "{suffix}". Известны: {known}. Задайте формат через --format.',
        "en": 'Unknown format "{suffix}". Known: {known}. Give the format with --format.',
    },
    "needs-holidays": {
        "kk": "Жұмыс күндерін санау үшін қосымша керек: pip install 'kz-civil-positions[holidays]'.",
        "ru": "Для счёта рабочих дней нужно дополнение: "
        "pip install 'kz-civil-positions[holidays]'.",
        "en": "To count working days an extra is needed: "
        "pip install 'kz-civil-positions[holidays]'.",
    },
    # ── honest answers ───────────────────────────────────────────────────────────────
    "text-not-held": {
        "kk": "{edition} редакциясының мәтіні бізде жоқ, сондықтан мазмұны туралы ештеңе "
        "айтылмайды. Ресми мәтін табылса, енгізіңіз: kz-civil-positions import FILE --order {order}.",
        "ru": "Текста редакции {edition} у нас нет, поэтому о её содержании ничего не "
        "утверждается. Если официальный текст найдётся, внесите его: kz-civil-positions import FILE --order {order}.",
        "en": "The text of the edition {edition} is not held, so nothing is said of what it "
        "contains. If the official text is found, bring it: kz-civil-positions import FILE --order {order}.",
    },
    "base-not-known": {
        "kk": "{day} күні негізгі бұйрықтың өзі де белгілі бола алмаған.",
        "ru": "На день {day} не мог быть известен и сам основной приказ.",
        "en": "On {day} not even the base order could have been known.",
    },
    "nothing-found": {
        "kk": '"{query}" бойынша {edition} редакциясында ештеңе табылмады.',
        "ru": 'По запросу "{query}" в редакции {edition} ничего не найдено.',
        "en": 'Nothing was found for "{query}" in the edition {edition}.',
    },
    # ── files and folders ────────────────────────────────────────────────────────────
    "no-such-folder": {
        "kk": "Мұндай қалта жоқ. Тізілімдер қалтасының жолын тексеріңіз (--data).",
        "ru": "Такой папки нет. Проверьте путь к папке реестров (--data).",
        "en": "There is no such folder. Check the path of the registers folder (--data).",
    },
    "no-data": {
        "kk": "Кітапхананың деректері табылмады: пакет толық орнатылмаған. Қайта орнатыңыз.",
        "ru": "Данные библиотеки не найдены: пакет установлен не полностью. Установите его снова.",
        "en": "The library's data was not found: the package is incomplete. Install it again.",
    },
    "no-orders": {
        "kk": "Қалтада бірде-бір бұйрық жоқ: әр бұйрық өз қалтасында order.yaml файлымен тұруы "
        "керек.",
        "ru": "В папке нет ни одного приказа: каждый должен стоять в своей папке с файлом "
        "order.yaml.",
        "en": "The folder holds no order: each must stand in a folder of its own with an "
        "order.yaml.",
    },
    "no-repairs": {
        "kk": "{order} бұйрығының түзетулер файлы жоқ.",
        "ru": "У приказа {order} нет файла исправлений.",
        "en": "The order {order} has no file of repairs.",
    },
    "redraft-needs-data": {
        "kk": "Қай қалтаның файлдары қайта жазылатынын --data арқылы атаңыз.",
        "ru": "Назовите через --data папку, файлы которой записать заново.",
        "en": "Name the folder whose files are to be written again with --data.",
    },
    "no-source": {
        "kk": "{order} бұйрығының мәтіні бізде жоқ, сондықтан одан ештеңе шығарылмайды.",
        "ru": "Текста приказа {order} у нас нет, поэтому вывести из него нечего.",
        "en": "The text of the order {order} is not held, so nothing can be derived from it.",
    },
    "compiled-stale": {
        "kk": "Құрастырылған көшірме ескірген: YAML оқылды. Содан бері өзгерген файлдар: {changed}. "
        "Көшірмені жойыңыз немесе қайта жасаңыз: python -m kz_civil_positions.storage.compiled.",
        "ru": "Скомпилированная копия устарела: прочитан YAML. С тех пор изменились файлы: "
        "{changed}. Удалите копию или создайте её заново: "
        "python -m kz_civil_positions.storage.compiled.",
        "en": "The compiled copy is stale: the YAML was read. Files changed since: {changed}. "
        "Delete the copy or make it again: python -m kz_civil_positions.storage.compiled.",
    },
    "compiled-damaged": {
        "kk": "Құрастырылған деректер бүлінген. Пакетті қайта орнатыңыз немесе YAML қалтасын "
        "--data арқылы беріңіз.",
        "ru": "Скомпилированные данные повреждены. Установите пакет заново или укажите папку с "
        "YAML через --data.",
        "en": "The compiled data is damaged. Install the package again, or name the folder with "
        "the YAML by --data.",
    },
    "compiled-for-other-code": {
        "kk": "Құрастырылған деректер кодтың {code} нұсқасына арналған, ал код – {own}. Пакетті қайта "
        "орнатыңыз.",
        "ru": "Скомпилированные данные созданы для версии кода {code}, а код – {own}. Установите "
        "пакет заново.",
        "en": "The compiled data was made for version {code} of the code, and this is {own}. "
        "Install the package again.",
    },
    "unreadable": {
        "kk": "Файл оқылмайды: {reason}.",
        "ru": "Файл не читается: {reason}.",
        "en": "The file cannot be read: {reason}.",
    },
    "not-a-file": {
        "kk": "Бұл кәдімгі файл емес (қалта, құбыр немесе құрылғы), сондықтан оқылмайды.",
        "ru": "Это не обычный файл (папка, канал или устройство), поэтому он не читается.",
        "en": "This is no regular file but a folder, a pipe or a device, so it is not read.",
    },
    "file-too-large": {
        "kk": "Файл тым үлкен: ең көбі {most} байт.",
        "ru": "Файл слишком большой: не более {most} байт.",
        "en": "The file is too large: at most {most} bytes.",
    },
    "too-many-orders": {
        "kk": "Қалтада бұйрық қалталары тым көп; ең көбі {most}.",
        "ru": "В папке слишком много папок приказов; не более {most}.",
        "en": "The folder holds too many folders of orders; at most {most}.",
    },
    "too-many-files": {
        "kk": "Қалтада файлдар тым көп; ең көбі {most}.",
        "ru": "В папке слишком много файлов; не более {most}.",
        "en": "The folder holds too many files; at most {most}.",
    },
    "too-much-data": {
        "kk": "Қалтаның YAML файлдары бірге тым үлкен; ең көбі {most} байт.",
        "ru": "Файлы YAML этой папки вместе слишком велики; не более {most} байт.",
        "en": "The YAML files of this folder are too large together; at most {most} bytes.",
    },
    "names-collide": {
        "kk": "Екі қалтаның аты тек бас әрпімен не жазылу түрімен ерекшеленеді: {names}. Кейбір "
        "жүйеде бұл – бір қалта. Бірінің атын өзгертіңіз.",
        "ru": "Имена двух папок различаются только регистром или формой букв: {names}. В некоторых "
        "системах это одна папка. Переименуйте одну из них.",
        "en": "The names of two folders differ only in the case or form of letters: {names}. On "
        "some systems they are one folder. Rename one of them.",
    },
    "link-out-of-folder": {
        "kk": "Мұнда қалтадан тыс жерге апаратын сілтеме (symlink) тұр; ол арқылы ештеңе оқылмайды.",
        "ru": "Здесь стоит ссылка (symlink), ведущая за пределы папки; по ней ничего не читается.",
        "en": "A link stands here that leads out of the folder; nothing is read through it.",
    },
    "changing": {
        "kk": "Қалта оқылып жатқанда өзгере берді. Өзгерту біткен соң қайталаңыз.",
        "ru": "Папка изменялась, пока её читали. Повторите, когда изменения закончатся.",
        "en": "The folder kept changing while it was read. Try again when the changes are done.",
    },
    "not-utf-8": {
        "kk": "Файл UTF-8 кодында емес. Оны UTF-8 етіп сақтаңыз.",
        "ru": "Файл не в кодировке UTF-8. Сохраните его в UTF-8.",
        "en": "The file is not UTF-8. Save it as UTF-8.",
    },
    "cannot-print": {
        "kk": "Жауап шығарылмады: {reason}.",
        "ru": "Ответ не выведен: {reason}.",
        "en": "The answer could not be printed: {reason}.",
    },
    "cannot-write": {
        "kk": "Файл жазылмады: {reason}. Бұрынғы файл өзгерген жоқ.",
        "ru": "Файл не записан: {reason}. Прежний файл не изменён.",
        "en": "The file was not written: {reason}. Whatever was there is unchanged.",
    },
    "link-in-the-way": {
        "kk": "Жолда сілтеме (symlink) тұр, ол қалтадан тыс жерге апаруы мүмкін. Ештеңе жазылмады.",
        "ru": "На пути стоит ссылка (symlink), она может вести за пределы папки. Ничего не записано.",
        "en": "A link stands in the way and could lead out of the folder. Nothing was written.",
    },
    "interrupted-import": {
        "kk": "Жазу жартысында үзілген, қалталардың бір бөлігі ғана орнында; қалғанын осы жерде "
        "аяқтау мүмкін болмады. Қалтаға жазуға рұқсат беріп, қайталаңыз.",
        "ru": "Запись прервана на середине, на месте лишь часть папок; завершить её здесь не "
        "удалось. Разрешите запись в эту папку и повторите.",
        "en": "Writing was interrupted half-way, and only some folders are in place; it could not "
        "be finished here. Allow writing in this folder and try again.",
    },
    "bad-data": {
        "kk": "Деректерде қате бар ({count}). Оларды түзетіп, қайталаңыз:",
        "ru": "В данных есть ошибки ({count}). Исправьте их и повторите:",
        "en": "The data has errors ({count}). Mend them and try again:",
    },
    "broken-yaml": {
        "kk": "YAML дұрыс емес: {reason}.",
        "ru": "Неверный YAML: {reason}.",
        "en": "This is not sound YAML: {reason}.",
    },
    "yaml-alias": {
        "kk": "YAML-да бүркеншік ат (&, *, <<) бар. Деректерде ол болмайды: мәнді толық жазыңыз.",
        "ru": "В YAML стоит псевдоним (&, *, <<). В данных их не бывает: запишите значение "
        "полностью.",
        "en": "This YAML uses an anchor or alias (&, *, <<). Data files have none: write the value "
        "out.",
    },
    "yaml-tag": {
        "kk": "YAML-да тип белгісі (!) бар. Деректерде ол болмайды: оны алып тастаңыз.",
        "ru": "В YAML стоит тег типа (!). В данных их не бывает: уберите его.",
        "en": "This YAML uses a tag (!). Data files have none: take it away.",
    },
    "yaml-directive": {
        "kk": "YAML нұсқама жолынан (%) басталады. Деректерде ол болмайды: оны алып тастаңыз.",
        "ru": "YAML начинается с директивы (%). В данных их не бывает: уберите её.",
        "en": "This YAML begins with a directive (%). Data files have none: take it away.",
    },
    "yaml-too-deep": {
        "kk": "YAML тым терең: бірінің ішінде бірі {most} қабаттан артық болмауы керек.",
        "ru": "YAML слишком глубок: вложенность не может быть больше {most}.",
        "en": "This YAML is too deep: at most {most} things within things.",
    },
    "yaml-too-much": {
        "kk": "YAML-да мәндер тым көп; ең көбі {most}.",
        "ru": "В YAML слишком много значений; не более {most}.",
        "en": "This YAML holds too many values; at most {most}.",
    },
    "yaml-too-many-keys": {
        "kk": "Мұнда кілттер тым көп; ең көбі {most}.",
        "ru": "Здесь слишком много ключей; не более {most}.",
        "en": "There are too many keys here; at most {most}.",
    },
    "control-sign": {
        "kk": "Мәтінде көрінбейтін басқару таңбасы бар: {sign}. Оны алып тастаңыз.",
        "ru": "В тексте есть невидимый управляющий знак: {sign}. Уберите его.",
        "en": "The text holds a control sign that nobody can see: {sign}. Take it away.",
    },
    "more-problems": {
        "kk": "Бұл файлда бұдан да көп қате бар; алғашқы {most} қате аталды. Алдымен соларды "
        "түзетіңіз.",
        "ru": "Ошибок в этом файле больше; названы первые {most}. Сначала исправьте их.",
        "en": "This file has more errors; the first {most} are told. Mend those first.",
    },
    "wrong-type": {
        "kk": "Күтілген түрі: {expected}; жазылғаны: {found} ({value!r}).",
        "ru": "Ожидается {expected}, записано: {found} ({value!r}).",
        "en": "Expected {expected}, found {found} ({value!r}).",
    },
    "unknown-value": {
        "kk": '"{value}" мәні белгісіз. Рұқсат етілгендері: {allowed}.',
        "ru": 'Неизвестное значение "{value}". Допустимы: {allowed}.',
        "en": 'Unknown value "{value}". Allowed: {allowed}.',
    },
    "unknown-key": {
        "kk": '"{name}" кілті белгісіз. Мүмкін: {near}.',
        "ru": 'Неизвестный ключ "{name}". Возможно: {near}.',
        "en": 'Unknown key "{name}". Did you mean: {near}?',
    },
    "missing-key": {
        "kk": '"{name}" кілті жоқ, ал ол міндетті.',
        "ru": 'Нет обязательного ключа "{name}".',
        "en": 'The key "{name}" is missing and must be there.',
    },
    "unfit": {
        "kk": "Мән сәйкес келмейді: {reason}.",
        "ru": "Значение не подходит: {reason}.",
        "en": "The value does not fit: {reason}.",
    },
    "not-a-span": {
        "kk": "{value!r} – жолдар аралығы емес. Бірінші және соңғы жолды жазыңыз: [29, 32].",
        "ru": "{value!r} – не строки источника. Укажите первую и последнюю: [29, 32].",
        "en": "{value!r} is no span of lines. Write the first and the last: [29, 32].",
    },
    "other-order": {
        "kk": "Мұнда {found} деп жазылған, ал ол {expected} ішінде тұр. Екеуі бірдей болуы керек.",
        "ru": "Здесь записано {found}, но стоит это в {expected}. Они должны совпадать.",
        "en": "This says {found}, but stands in {expected}. The two must agree.",
    },
    "not-of-base": {
        "kk": "Жарияланған редакция тек негізгі бұйрықтың қалтасында тұра алады, ал {order} – "
        "өзгертуші бұйрық.",
        "ru": "Опубликованная редакция может стоять лишь в папке основного приказа, а {order} – "
        "изменяющий.",
        "en": "A published edition can stand only in the base order's folder; {order} amends.",
    },
    "outside-folder": {
        "kk": '"{name}" файлы бұйрықтың өз қалтасында емес.',
        "ru": 'Файл "{name}" лежит вне папки приказа.',
        "en": 'The file "{name}" is not in the order\'s own folder.',
    },
    "id-of-two": {
        "kk": '"{id}" тұрақты атауы екі нәрсеге берілген: тармаққа да, оның бөлігіне де болмайды.',
        "ru": 'Постоянное имя "{id}" дано двум вещам; у каждой записи и у каждой её части оно своё.',
        "en": 'The permanent id "{id}" is given to two things; each entry and item has its own.',
    },
    "no-base-order": {
        "kk": "Негізгі бұйрық дәл біреу болуы керек (amends кілтінсіз); табылғаны: {found}.",
        "ru": "Основной приказ (без ключа amends) должен быть ровно один; найдено: {found}.",
        "en": "There must be exactly one base order (without the key amends); found: {found}.",
    },
    "amends-unknown": {
        "kk": "{order} бұйрығы бізде жоқ {target} бұйрығына сілтейді.",
        "ru": "Приказ {order} ссылается на приказ {target}, которого у нас нет.",
        "en": "The order {order} refers to the order {target}, which we do not have.",
    },
    "changes-later-order": {
        "kk": "{order} бұйрығы өзінен кейін қабылданған {target} бұйрығын өзгерте алмайды.",
        "ru": "Приказ {order} не может менять приказ {target}, принятый после него.",
        "en": "The order {order} cannot change the order {target}, which was adopted after it.",
    },
    "ring-of-orders": {
        "kk": "Бұйрықтар бір-бірімен бірге қолданысқа енгізіледі де, шеңбер құрайды: {ring}.",
        "ru": "Приказы вводятся в действие вместе друг с другом и образуют круг: {ring}.",
        "en": "The orders take effect together with one another, in a ring: {ring}.",
    },
    "overlapping-commencement": {
        "kk": "{order} бұйрығында бір нәрсеге қолданысқа енгізудің екі ережесі берілген: {point}.",
        "ru": "В приказе {order} одному и тому же даны два правила введения в действие: {point}.",
        "en": "The order {order} gives one thing two rules of commencement: {point}.",
    },
    # ── source texts ─────────────────────────────────────────────────────────────────
    "reading-not-anchored": {
        "kk": 'Қолмен жазылған оқылым осы жолда "{stood}" тұр дейді, ал онда "{found}" тұр.',
        "ru": 'Чтение, записанное вручную, говорит, что здесь стоит "{stood}", а стоит "{found}".',
        "en": 'A reading made by hand says that "{stood}" stands here, but "{found}" does.',
    },
    "outside-block": {
        "kk": 'Мәтін ешбір блокқа жатпайды: "{text}".',
        "ru": 'Текст не принадлежит ни одному блоку: "{text}".',
        "en": 'The text belongs to no block: "{text}".',
    },
    "outside-link": {
        "kk": 'Мәтін ешбір буынға жатпайды: "{text}".',
        "ru": 'Текст не принадлежит ни одному звену: "{text}".',
        "en": 'The text belongs to no link: "{text}".',
    },
    "no-heading-above": {
        "kk": 'Ішкі тақырыптың үстінде тақырып жоқ: "{text}".',
        "ru": 'Над подзаголовком нет заголовка: "{text}".',
        "en": 'No heading stands above this subheading: "{text}".',
    },
    "unknown-sector": {
        "kk": 'Сала тақырыбы белгісіз: "{text}".',
        "ru": 'Неизвестный заголовок сферы: "{text}".',
        "en": 'Unknown sector heading: "{text}".',
    },
    "link-of-other-block": {
        "kk": 'Буын белгісі басқа блоктікі: "{text}".',
        "ru": 'Обозначение звена из другого блока: "{text}".',
        "en": 'The link label belongs to another block: "{text}".',
    },
    "level-out-of-order": {
        "kk": 'Деңгейлер ретімен емес: "{text}". Буын белгісі жоғалған болса, оны repairs.yaml '
        "файлына lost-label деп жазыңыз.",
        "ru": 'Ступени не по порядку: "{text}". Если утрачено обозначение звена, запишите его в '
        "repairs.yaml как lost-label.",
        "en": 'The levels are out of order: "{text}". If a link label is lost, record it in '
        "repairs.yaml as lost-label.",
    },
}
