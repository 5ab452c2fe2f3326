"""Changes: what each kind is called, and the words of change reports."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── kinds, in the words of amending orders ───────────────────────────────────────
    "block-added": {"kk": "блок толықтырылды", "ru": "блок дополнен", "en": "block added"},
    "block-removed": {
        "kk": "блок алып тасталды",
        "ru": "блок исключён",
        "en": "block removed",
    },
    "block-reordered": {
        "kk": "блоктың реті өзгерді",
        "ru": "порядок блока изменён",
        "en": "block reordered",
    },
    "sector-added": {"kk": "сала толықтырылды", "ru": "сфера дополнена", "en": "sector added"},
    "sector-removed": {
        "kk": "сала алып тасталды",
        "ru": "сфера исключена",
        "en": "sector removed",
    },
    "sector-reordered": {
        "kk": "саланың реті өзгерді",
        "ru": "порядок сферы изменён",
        "en": "sector reordered",
    },
    "link-added": {"kk": "буын толықтырылды", "ru": "звено дополнено", "en": "link added"},
    "link-removed": {
        "kk": "буын алып тасталды",
        "ru": "звено исключено",
        "en": "link removed",
    },
    "link-relabelled": {
        "kk": "буынның белгісі өзгерді",
        "ru": "обозначение звена изменено",
        "en": "link relabelled",
    },
    "link-reordered": {
        "kk": "буынның реті өзгерді",
        "ru": "порядок звена изменён",
        "en": "link reordered",
    },
    "level-added": {"kk": "деңгей толықтырылды", "ru": "ступень дополнена", "en": "level added"},
    "level-removed": {
        "kk": "деңгей алып тасталды",
        "ru": "ступень исключена",
        "en": "level removed",
    },
    "level-relabelled": {
        "kk": "деңгейдің нөмірі өзгерді",
        "ru": "номер ступени изменён",
        "en": "level relabelled",
    },
    "level-reordered": {
        "kk": "деңгейдің реті өзгерді",
        "ru": "порядок ступени изменён",
        "en": "level reordered",
    },
    "heading-reworded": {
        "kk": "тақырып өзгертілді",
        "ru": "заголовок изменён",
        "en": "heading reworded",
    },
    "entry-added": {"kk": "жазба толықтырылды", "ru": "запись дополнена", "en": "entry added"},
    "entry-removed": {
        "kk": "жазба алып тасталды",
        "ru": "запись исключена",
        "en": "entry removed",
    },
    "entry-moved": {
        "kk": "жазба ауыстырылды",
        "ru": "запись перемещена",
        "en": "entry moved",
    },
    "entry-reordered": {
        "kk": "жазбаның реті өзгерді",
        "ru": "порядок записи изменён",
        "en": "entry reordered",
    },
    "item-added": {"kk": "тармақ толықтырылды", "ru": "пункт дополнен", "en": "item added"},
    "item-removed": {
        "kk": "тармақ алып тасталды",
        "ru": "пункт исключён",
        "en": "item removed",
    },
    "item-moved": {"kk": "тармақ ауыстырылды", "ru": "пункт перемещён", "en": "item moved"},
    "item-reordered": {
        "kk": "тармақтың реті өзгерді",
        "ru": "порядок пункта изменён",
        "en": "item reordered",
    },
    "item-reworded": {
        "kk": "тармақ өзгертілді",
        "ru": "пункт изменён",
        "en": "item reworded",
    },
    "abbreviation-added": {
        "kk": "аббревиатура толықтырылды",
        "ru": "аббревиатура дополнена",
        "en": "abbreviation added",
    },
    "abbreviation-removed": {
        "kk": "аббревиатура алып тасталды",
        "ru": "аббревиатура исключена",
        "en": "abbreviation removed",
    },
    "abbreviation-reordered": {
        "kk": "аббревиатураның реті өзгерді",
        "ru": "порядок аббревиатуры изменён",
        "en": "abbreviation reordered",
    },
    "abbreviation-reworded": {
        "kk": "аббревиатура өзгертілді",
        "ru": "аббревиатура изменена",
        "en": "abbreviation reworded",
    },
    "id-given": {
        "kk": "біздегі идентификатор басқа",
        "ru": "наш идентификатор иной",
        "en": "our id differs",
    },
    "lines-changed": {
        "kk": "дереккөз жолдары басқа",
        "ru": "строки источника иные",
        "en": "source lines differ",
    },
    "label-read": {
        "kk": "белгінің оқылымы басқа",
        "ru": "чтение обозначения иное",
        "en": "label read differently",
    },
    "kind-read": {
        "kk": "тармақ түрінің оқылымы басқа",
        "ru": "вид пункта прочтён иначе",
        "en": "kind of item read differently",
    },
    "doubt-raised": {"kk": "күмән келтірілді", "ru": "возникло сомнение", "en": "doubt raised"},
    "doubt-settled": {"kk": "күмән шешілді", "ru": "сомнение снято", "en": "doubt settled"},
    "fault-noted": {
        "kk": "басылым қатесі белгіленді",
        "ru": "отмечена опечатка",
        "en": "fault of print noted",
    },
    "fault-dropped": {
        "kk": "басылым қатесінің белгісі алынды",
        "ru": "отметка об опечатке снята",
        "en": "note of a fault of print dropped",
    },
    # ── lanes ────────────────────────────────────────────────────────────────────────
    "lane-law": {"kk": "құқықтағы өзгеріс", "ru": "изменение права", "en": "change of law"},
    "lane-typographic": {
        "kk": "тек жазылу айырмашылығы",
        "ru": "лишь различие в написании",
        "en": "typographic difference only",
    },
    "lane-data": {
        "kk": "біздің деректеріміздегі айырмашылық",
        "ru": "различие наших данных",
        "en": "difference of our data",
    },
    # ── report ───────────────────────────────────────────────────────────────────────
    "summary": {"kk": "Жиынтық", "ru": "Сводка", "en": "Summary"},
    "kind": {"kk": "Өзгеріс", "ru": "Изменение", "en": "Change"},
    "number": {"kk": "Саны", "ru": "Число", "en": "Number"},
    "was": {"kk": "Болған", "ru": "Было", "en": "Was"},
    "became": {"kk": "Болды", "ru": "Стало", "en": "Became"},
    "ground": {"kk": "Негізі", "ru": "Основание", "en": "Ground"},
    "words": {"kk": "Сөздер", "ru": "Слова", "en": "Words"},
    "ground-instruction": {
        "kk": "{order} бұйрығы, {point}-тармақ; {when}",
        "ru": "приказ {order}, пункт {point}; {when}",
        "en": "order {order}, point {point}; {when}",
    },
    "ground-within": {
        "kk": "{order} бұйрығы, {point}-тармақ; өзгерістің өзі редакцияларды салыстыру арқылы "
        "белгілі; {when}",
        "ru": "приказ {order}, пункт {point}; само изменение известно из сравнения редакций; {when}",
        "en": "order {order}, point {point}; the change itself is known by comparison of the "
        "editions; {when}",
    },
    "ground-comparison": {
        "kk": "редакцияларды салыстыру арқылы белгілі",
        "ru": "известно из сравнения редакций",
        "en": "known by comparison of the editions",
    },
    "other-lanes": {
        "kk": "Құқықтағы өзгеріс емес айырмашылықтар",
        "ru": "Различия, не являющиеся изменениями права",
        "en": "Differences that are not changes of law",
    },
    "abbreviations": {"kk": "Аббревиатуралар", "ru": "Аббревиатуры", "en": "Abbreviations"},
    # ── comparative table ────────────────────────────────────────────────────────────
    "table-title": {
        "kk": "Салыстырма кесте: {old} → {new}",
        "ru": "Сравнительная таблица: {old} → {new}",
        "en": "Comparative table: {old} → {new}",
    },
    "column-number": {"kk": "Р/с №", "ru": "№ п/п", "en": "No"},
    "column-element": {
        "kk": "Құрылымдық элемент",
        "ru": "Структурный элемент",
        "en": "Structural element",
    },
    "column-old": {
        "kk": "Қолданыстағы редакция ({edition})",
        "ru": "Действующая редакция ({edition})",
        "en": "Edition in effect ({edition})",
    },
    "column-new": {
        "kk": "Жаңа редакция ({edition})",
        "ru": "Новая редакция ({edition})",
        "en": "New edition ({edition})",
    },
    "absent": {"kk": "Жоқ.", "ru": "Отсутствует.", "en": "None."},
    "excluded": {"kk": "Алып тасталсын.", "ru": "Исключить.", "en": "To be excluded."},
    "form-unknown": {
        "kk": "Салыстырма кестенің ресми нысаны бізде болған жоқ: бағандары заңда аталған "
        "бөліктер бойынша берілді (құрылымдық элемент, қолданыстағы редакция, ұсынылатын редакция, "
        "негіздеме).",
        "ru": "Официальной формы сравнительной таблицы у нас не было: столбцы даны по частям, "
        "названным в законе (структурный элемент, действующая редакция, предлагаемая редакция, "
        "обоснование).",
        "en": "The official form of the comparative table was not available to us: its columns "
        "follow the parts named in the law (structural element, current edition, proposed "
        "edition, justification).",
    },
}
