"""Source texts: what in a transcript cannot be read, and what the importer suggests."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── tables ───────────────────────────────────────────────────────────────────────
    "columns-missing": {
        "kk": "Кестенің мына бағандары табылмады: {missing}. Тізілімде үш баған болуы керек: "
        "буын (link), деңгей (level), лауазымдар атауы (titles). Басқа нұсқасын әкеліңіз немесе "
        "бағандардың атауларын түзетіңіз.",
        "ru": "В таблице не найдены столбцы: {missing}. В реестре их три: звено (link), "
        "ступень (level), наименования должностей (titles). Возьмите другой экземпляр текста или "
        "исправьте заголовки столбцов.",
        "en": "The table lacks these columns: {missing}. A register has three: link, level, "
        "position titles. Bring another copy of the text or mend the column headings.",
    },
    "cell-outside-columns": {
        "kk": 'Ұяшық буын, деңгей және лауазымдар атауы бағандарынан тыс тұр: "{text}". Артық '
        "бағанды алып тастаңыз немесе мәтінді өз бағанына көшіріңіз.",
        "ru": 'Ячейка стоит вне столбцов звена, ступени и наименований должностей: "{text}". '
        "Уберите лишний столбец или перенесите текст в его столбец.",
        "en": 'A cell stands outside the columns of links, levels and position titles: "{text}". '
        "Remove the surplus column or move the text to its own.",
    },
    "unknown-row": {
        "kk": "Кестенің ені бойынша тұрған жол – блок та, сала да, ескертпе де емес: "
        '"{text}". Лауазым атауы болса, оны үшінші бағанға көшіріңіз.',
        "ru": "Строка во всю ширину таблицы – не блок, не сфера и не примечание: "
        '"{text}". Если это наименование должности, перенесите его в третий столбец.',
        "en": "This row across the table is neither a block nor a sector nor a note: "
        '"{text}". If it is a position title, move it to the third column.',
    },
    "unknown-link": {
        "kk": 'Буын бағанында буын белгісі емес мәтін тұр: "{text}". Белгілер: А1, В2, С3, D.',
        "ru": 'В столбце звена стоит не обозначение звена: "{text}". Обозначения: А1, В2, С3, D.',
        "en": 'What stands in the column of links is no link label: "{text}". Labels are А1, В2, '
        "С3, D.",
    },
    "unknown-level": {
        "kk": 'Деңгей бағанында деңгей нөмірі емес мәтін тұр: "{text}". Нөмірлер: 1, 2, 2-1.',
        "ru": 'В столбце ступени стоит не номер ступени: "{text}". Номера: 1, 2, 2-1.',
        "en": 'What stands in the column of levels is no level number: "{text}". Numbers are 1, '
        "2, 2-1.",
    },
    # ── blocks, sectors, links, levels ───────────────────────────────────────────────
    "unknown-block": {
        "kk": '"{text}": {letter} блогы белгісіз. Тізілімнің блоктары: {known}. Әріпті түзетіңіз.',
        "ru": '"{text}": неизвестный блок {letter}. Блоки реестра: {known}. Исправьте букву.',
        "en": '"{text}": the block {letter} is unknown. A register has blocks {known}. Mend the '
        "letter.",
    },
    "block-out-of-order": {
        "kk": 'Блок ретімен емес немесе екінші рет тұр: "{text}"; оның алдындағысы – {above}. '
        "Мәтінде бірнеше тізілім болса, --annex арқылы біреуін таңдаңыз.",
        "ru": 'Блок стоит не по порядку или второй раз: "{text}"; предыдущий – {above}. '
        "Если в тексте несколько реестров, выберите один через --annex.",
        "en": 'The block is out of order or stands a second time: "{text}"; the one before it is '
        "at {above}. If the text has several registers, choose one with --annex.",
    },
    "sector-again": {
        "kk": 'Бұл сала осы блокта екінші рет тұр: "{text}"; біріншісі – {above}.',
        "ru": 'Эта сфера стоит в блоке второй раз: "{text}"; первый – {above}.',
        "en": 'This sector stands in its block a second time: "{text}"; the first is at {above}.',
    },
    "link-out-of-order": {
        "kk": 'Буын ретімен емес: "{text}" {above} буынынан кейін тұр. Белгі басқа жерде басылған '
        "болса, оны repairs.yaml файлына displaced-label деп жазыңыз.",
        "ru": 'Звено не по порядку: "{text}" стоит после {above}. Если обозначение напечатано не '
        "на своём месте, запишите его в repairs.yaml как displaced-label.",
        "en": 'The link is out of order: "{text}" stands after {above}. If the label is printed '
        "out of place, record it in repairs.yaml as displaced-label.",
    },
    "link-without-number": {
        "kk": 'Буын белгісінің нөмірі жоқ: "{text}". Нөмірі деңгей ұяшығында да табылмады. Оны '
        "repairs.yaml файлына displaced-words деп жазыңыз.",
        "ru": 'У обозначения звена нет номера: "{text}"; нет его и в ячейке ступени. Запишите '
        "чтение в repairs.yaml как displaced-words.",
        "en": 'The link label has no number: "{text}", nor is there one in the cell of the level. '
        "Record the reading in repairs.yaml as displaced-words.",
    },
    "level-expected": {
        "kk": 'Буынның деңгей белгісі жоқ басы бар, ал содан кейін "{text}" деңгейі тұр ({link}). '
        "Бірінші деңгейдің белгісі жоғалған болса, оны repairs.yaml файлына lost-label деп жазыңыз.",
        "ru": 'Начало звена {link} стоит без ступени, а дальше – ступень "{text}". Если '
        "обозначение первой ступени утрачено, запишите его в repairs.yaml как lost-label.",
        "en": 'The link {link} begins without a level, and then comes level "{text}". If the '
        "label of its first level is lost, record it in repairs.yaml as lost-label.",
    },
    "level-without-link": {
        "kk": '"{text}" деңгейі нөмірсіз {link} буынында тұра алмайды.',
        "ru": 'Ступень "{text}" не может стоять в звене {link} без номера.',
        "en": 'Level "{text}" cannot stand in the link {link}, which has no number.',
    },
    # ── annexes ──────────────────────────────────────────────────────────────────────
    "several-registers": {
        "kk": "Мәтінде бірнеше тізілім бар, қосымшалар: {annexes}. Біреуін --annex арқылы таңдаңыз.",
        "ru": "В тексте несколько реестров, приложения: {annexes}. Выберите одно через --annex.",
        "en": "The text has several registers, in the annexes {annexes}. Choose one with --annex.",
    },
    "no-such-annex": {
        "kk": "{annex}-қосымшада тізілім жоқ. Тізілімі бар қосымшалар: {annexes}.",
        "ru": "В приложении {annex} нет реестра. Приложения с реестром: {annexes}.",
        "en": "Annex {annex} has no register. Annexes with a register: {annexes}.",
    },
    # ── an order's own words ─────────────────────────────────────────────────────────
    "language-unknown": {
        "kk": "Мәтін қазақша да, орысша да емес. Бұйрықтың қазақша немесе орысша мәтінін беріңіз.",
        "ru": "Текст не на казахском и не на русском языке. Возьмите текст приказа на одном из них.",
        "en": "The text is neither Kazakh nor Russian. Bring the order's text in one of the two.",
    },
    "language-mixed": {
        "kk": "Құжатта қазақша да, орысша да мәтін бар: осы жерде тіл ауысады. Әр тілдегі мәтінді "
        "бөлек файл етіп беріңіз.",
        "ru": "В документе есть и казахский, и русский текст: здесь язык меняется. Возьмите текст на "
        "каждом языке отдельным файлом.",
        "en": "The document holds Kazakh and Russian text: here it turns from one to the other. "
        "Bring the text of each language as a file of its own.",
    },
    "facts-contradict": {
        "kk": 'Мәтін өзіне қайшы келеді ({fact}): {there} "{first}" дейді, ал мұнда "{second}" тұр. '
        "Ресми мәтінмен салыстырып, қатесін анықтаңыз.",
        "ru": 'Текст противоречит сам себе ({fact}): {there} говорит "{first}", а здесь – "{second}". '
        "Сверьте с официальным текстом, где ошибка.",
        "en": 'The text contradicts itself ({fact}): {there} says "{first}", and here it says '
        '"{second}". Compare with the official text to find the mistake.',
    },
    # ── readings that are suggested, and their grounds ───────────────────────────────
    "row-unknown": {
        "kk": '"{label}" белгісі өз қатарының ортасында басылған, ал қатар қай жерден басталатыны '
        "белгісіз: {rows}. Оны repairs.yaml файлына displaced-label деп, қатарын (row) көрсетіп "
        "жазыңыз да, --readings арқылы беріңіз.",
        "ru": 'Обозначение "{label}" напечатано в середине своего ряда, а где ряд начинается, '
        "неясно: {rows}. Запишите его в repairs.yaml как displaced-label с его рядом (row) и "
        "передайте через --readings.",
        "en": 'The label "{label}" is printed in the middle of its row, and where the row begins '
        "is open: {rows}. Record it in repairs.yaml as displaced-label with its row, and give the "
        "file with --readings.",
    },
    "settled-by-other-copy": {
        "kk": "Ресми мәтіннің ұяшық шекаралары көрінетін екінші данасы (DOCX, веб-бет немесе баспа "
        "бейнесі).",
        "ru": "Второй экземпляр официального текста, где видны границы ячеек (DOCX, веб-страница "
        "или вид печатной страницы).",
        "en": "A second copy of the official text in which the cell borders can be seen (DOCX, "
        "web page or image of the printed page).",
    },
    "lost-link-label": {
        "kk": '"{label}" буын белгісі бастапқы мәтінде басылмаған; буын деңгей нөмірлерінің қайта '
        "басталуынан шығарылды.",
        "ru": 'Обозначение звена "{label}" в источнике не напечатано; звено выведено из того, что '
        "нумерация ступеней начинается заново.",
        "en": 'The link label "{label}" is not printed in the source; the link is inferred from '
        "the level numbers starting again.",
    },
    "lost-link-label-evidence": {
        "kk": '{lines} жолында деңгей нөмірі қайтадан басталады, ал "{label}" белгісі басылмаған.',
        "ru": 'В {lines} нумерация ступеней начинается заново, а "{label}" не напечатано.',
        "en": 'At {lines} the level numbers start again, and no "{label}" is printed.',
    },
    "no-link-label": {
        "kk": "{label} буынының белгісі бастапқы мәтінде басылмаған; {label} блогында бір ғана буын "
        "бар, сондықтан қатарлар соған жатқызылды.",
        "ru": "Обозначение звена {label} в источнике не напечатано; в блоке {label} звено лишь "
        "одно, поэтому строки отнесены к нему.",
        "en": "The link label {label} is not printed in the source; block {label} has only one "
        "link, so its rows are read as standing in it.",
    },
    "no-link-label-evidence": {
        "kk": "{lines} жолындағы мәтін {label} блогының тақырыбынан кейін буын белгісінсіз "
        "басталады.",
        "ru": "Текст в {lines} начинается сразу после заголовка блока {label}, без обозначения "
        "звена.",
        "en": "The text at {lines} follows the heading of block {label} with no link label.",
    },
    "lost-level-label": {
        "kk": '"{label}" деңгей белгісі бастапқы мәтінде басылмаған; ол қолмен жазылған оқылымнан '
        "алынды.",
        "ru": 'Обозначение ступени "{label}" в источнике не напечатано; оно взято из чтения, '
        "записанного вручную.",
        "en": 'The level label "{label}" is not printed in the source; it comes from a reading '
        "recorded by hand.",
    },
    "lost-level-label-evidence": {
        "kk": '{lines} жолында "{label}" белгісі басылмаған.',
        "ru": 'В {lines} обозначение "{label}" не напечатано.',
        "en": 'At {lines} no label "{label}" is printed.',
    },
    "displaced-label": {
        "kk": '"{label}" белгісі өз қатарының ортасында басылған; қатары {row} жолынан басталады '
        "деп оқылды.",
        "ru": 'Обозначение "{label}" напечатано в середине своего ряда; ряд прочитан начиная со '
        "строки {row}.",
        "en": 'The label "{label}" is printed in the middle of its row; the row is read as '
        "beginning at {row}.",
    },
    "displaced-label-evidence": {
        "kk": '"{label}" белгісі {lines} жолында тұр, ал одан бұрын басталған тізбе әлі '
        "аяқталмаған; қатар {row} жолынан бұрын да, кейін де басталмайды.",
        "ru": 'Обозначение "{label}" стоит в {lines}, а перечень, начатый выше, ещё не окончен; '
        "иначе как с {row} ряд начаться не может.",
        "en": 'The label "{label}" stands at {lines}, while the list begun above is not yet '
        "closed; the row cannot begin anywhere but at {row}.",
    },
    "level-leap": {
        "kk": "Басылған {before} және {after} деңгейлерінің арасында деңгей белгілері жоғалған "
        "болуы мүмкін: біріншісі қай жерде аяқталатыны белгісіз.",
        "ru": "Между напечатанными ступенями {before} и {after} обозначения ступеней могли быть "
        "утрачены: где кончается первая, неизвестно.",
        "en": "Between the printed levels {before} and {after} level labels may be lost: where "
        "the first ends is unknown.",
    },
    "level-leap-evidence": {
        "kk": '"{before}" белгісінен кейінгі келесі деңгей белгісі – {after} ({lines}).',
        "ru": 'Следующее после "{before}" обозначение ступени – {after} ({lines}).',
        "en": 'The next level label after "{before}" is {after} ({lines}).',
    },
    "no-level-label": {
        "kk": '"{link}" буынында деңгей белгісі басылмаған; жоғалған ба, әлде мүлде жоқ па, '
        "белгісіз.",
        "ru": 'В звене "{link}" обозначение ступени не напечатано; утрачено ли оно или его нет '
        "вовсе, неизвестно.",
        "en": 'In the link "{link}" no level label is printed; whether it is lost or was never '
        "there is unknown.",
    },
    "no-level-label-evidence": {
        "kk": '"{link}" белгісінен кейін {lines} жолында бірден лауазым атауы тұр.',
        "ru": 'За обозначением "{link}" в {lines} сразу стоит наименование должности.',
        "en": 'After the label "{link}", a position title stands at once at {lines}.',
    },
    "goes-on": {
        "kk": 'Тақырыптың өзінде ";" белгісі бар деп оқылды: "{text}" сөздері келесі жолдағы '
        "тақырыптың басы.",
        "ru": 'Прочитано так, что знак ";" стоит внутри заголовка: слова "{text}" – начало '
        "заголовка следующей строки.",
        "en": 'Read as a heading with ";" inside it: the words "{text}" are the beginning of the '
        "heading in the next line.",
    },
    "goes-on-evidence": {
        "kk": 'Алдыңғы тізбе нүктемен аяқталған; {lines} жолындағы сөздер ";" белгісімен бітеді '
        "де, олардан кейін бірден тақырып тұр.",
        "ru": 'Предыдущий перечень окончен точкой; слова в {lines} кончаются знаком ";", и сразу '
        "за ними стоит заголовок.",
        "en": 'The list before is closed by a full stop; the words at {lines} end in ";", and a '
        "heading follows at once.",
    },
    "subheading": {
        "kk": '"{text}" жоғарыдағы тақырыптың ішкі тақырыбы деп оқылды.',
        "ru": '"{text}" прочитано как подзаголовок под заголовком выше.',
        "en": '"{text}" is read as a subheading under the heading above.',
    },
    "subheading-evidence": {
        "kk": "{lines} жолындағы тақырыптың алдында тізбе нүктемен аяқталмаған.",
        "ru": "Перед заголовком в {lines} перечень не окончен точкой.",
        "en": "Before the heading at {lines} no full stop has closed the list.",
    },
    "title": {
        "kk": '"{text}" жеке лауазым деп оқылды, алдыңғы тізбенің бөлігі емес.',
        "ru": '"{text}" прочитано как отдельная должность, а не часть перечня перед ней.',
        "en": '"{text}" is read as a position of its own, not as a part of the list before it.',
    },
    "title-evidence": {
        "kk": "Алдыңғы тізбе нүктемен аяқталған және түгел ілік септігінде, ал {lines} жолындағы "
        "сөздер ілік септігінде емес.",
        "ru": "Предыдущий перечень окончен точкой и весь стоит в родительном падеже, а слова в "
        "{lines} – нет.",
        "en": "The list before is closed by a full stop and stands in the genitive throughout; "
        "the words at {lines} do not.",
    },
    "list-not-closed": {
        "kk": '"{text}" тақырыбының алдында тізбе нүктемен аяқталмаған: бұл ішкі тақырып па, '
        "тақырыптың жалғасы ма, әлде баспа қатесі ме, белгісіз.",
        "ru": 'Перед заголовком "{text}" перечень не окончен точкой: подзаголовок это, '
        "продолжение заголовка или опечатка, неизвестно.",
        "en": 'Before the heading "{text}" the list is not closed by a full stop: whether it is a '
        "subheading, a heading that goes on, or a fault of print is unknown.",
    },
    "list-not-closed-evidence": {
        "kk": '{lines} жолындағы тақырыптың алдындағы сөздер ";" немесе "," белгісімен бітеді.',
        "ru": 'Слова перед заголовком в {lines} кончаются знаком ";" или ",".',
        "en": 'The words before the heading at {lines} end in ";" or ",".',
    },
    "list-divided": {
        "kk": '"{text}" тізбесі үтірлер бойынша бөлінді, бірақ оның бір бөлігі ілік септігінде: '
        "бір лауазым атауы бірнеше бөлікке бөлініп кеткен болуы мүмкін.",
        "ru": 'Перечень "{text}" разделён по запятым, но одна его часть стоит в родительном '
        "падеже: одно наименование должности могло распасться на несколько.",
        "en": 'The list "{text}" was divided at its commas, but a part of it stands in the '
        "genitive: one position title may have fallen into several.",
    },
    "list-divided-evidence": {
        "kk": "{lines} жолындағы тізбеде үтірмен аяқталған ілік септігіндегі сөз бар; бір лауазым "
        "болса, оны repairs.yaml файлына one-item деп жазыңыз.",
        "ru": "В перечне в {lines} есть слово в родительном падеже перед запятой; если это одна "
        "должность, запишите её в repairs.yaml как one-item.",
        "en": "In the list at {lines} a word in the genitive stands before a comma; if it is one "
        "position, record it in repairs.yaml as one-item.",
    },
    "displaced-words": {
        "kk": '"{text}" жолында қос бос орын бар: осы жерден сөздер жолдың соңына түсіп қалған '
        "болуы мүмкін.",
        "ru": 'В строке "{text}" есть двойной пробел: отсюда слова могли выпасть в конец строки.',
        "en": 'The line "{text}" has a doubled blank: words may have fallen from there to the '
        "line's end.",
    },
    "displaced-words-evidence": {
        "kk": "{lines} жолында қос бос орын бар; сөздер ауысқан болса, оқылымды "
        "repairs.yaml файлына displaced-words деп жазыңыз.",
        "ru": "В {lines} есть двойной пробел; если слова сместились, запишите чтение в "
        "repairs.yaml как displaced-words.",
        "en": "There is a doubled blank at {lines}; if words were displaced, record the "
        "reading in repairs.yaml as displaced-words.",
    },
    "guessed-row": {
        "kk": '"{label}" белгісі көрші қатардікі болуы мүмкін: бетте ұяшық сызықтары жоқ.',
        "ru": 'Обозначение "{label}" может относиться к соседнему ряду: на странице нет линий '
        "таблицы.",
        "en": 'The label "{label}" may belong to a neighbouring row: the page has no ruled lines.',
    },
    "guessed-row-evidence": {
        "kk": "{lines} жолындағы белгінің қатары оның беттегі орнына қарап алынды.",
        "ru": "Ряд обозначения в {lines} взят по его месту на странице.",
        "en": "The row of the label at {lines} was taken from its place on the page.",
    },
}
