"""Reports and look-ups: headings, columns, notices."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── words of the register ────────────────────────────────────────────────────────
    "order": {"kk": "Бұйрық", "ru": "Приказ", "en": "Order"},
    "order-name": {
        "kk": "{issuer}, {adopted}, № {number} бұйрығы",
        "ru": "{issuer}, приказ от {adopted} № {number}",
        "en": "{issuer}, order No {number} of {adopted}",
    },
    "short-order": {
        "kk": "№ {number} ({adopted})",
        "ru": "№ {number} ({adopted})",
        "en": "No {number} ({adopted})",
    },
    "block": {"kk": "Блок", "ru": "Блок", "en": "Block"},
    "sector": {"kk": "Сала", "ru": "Сфера", "en": "Sector"},
    "link": {"kk": "Буын", "ru": "Звено", "en": "Link"},
    "level": {"kk": "Деңгей", "ru": "Ступень", "en": "Level"},
    "code": {"kk": "Код", "ru": "Код", "en": "Code"},
    "entries": {"kk": "Жазбалар", "ru": "Записи", "en": "Entries"},
    "items": {"kk": "Тармақтар", "ru": "Пункты", "en": "Items"},
    "lines": {"kk": "Жолдар", "ru": "Строки", "en": "Lines"},
    "doubts": {"kk": "Күмәндар", "ru": "Сомнения", "en": "Doubts"},
    "faults": {
        "kk": "Басылымдағы қателер (сақталған) [sic]",
        "ru": "Опечатки источника (сохранены) [sic]",
        "en": "Faults of print (kept) [sic]",
    },
    "evidence": {"kk": "Дәлел", "ru": "Основание", "en": "Evidence"},
    "settled-by": {
        "kk": "Шешетін нәрсе: {what}",
        "ru": "Разрешило бы: {what}",
        "en": "Would settle it: {what}",
    },
    "label-printed": {"kk": "басылған", "ru": "напечатано", "en": "printed"},
    "label-inferred": {"kk": "шығарылған", "ru": "выведено", "en": "inferred"},
    "label-none": {"kk": "жоқ", "ru": "нет", "en": "none"},
    "certitude-strong": {"kk": "сенімді тұжырым", "ru": "сильный вывод", "en": "strong inference"},
    "certitude-weak": {"kk": "әлсіз белгі", "ru": "слабый признак", "en": "weak sign"},
    "certitude-unknown": {"kk": "белгісіз", "ru": "неизвестно", "en": "unknown"},
    "yes": {"kk": "бар", "ru": "имеется", "en": "held"},
    "no": {"kk": "жоқ", "ru": "не имеется", "en": "not held"},
    "unknown": {"kk": "белгісіз", "ru": "неизвестно", "en": "unknown"},
    # ── columns of the orders table ──────────────────────────────────────────────────
    "adopted": {"kk": "Қабылданған күні", "ru": "Принят", "en": "Adopted"},
    "registration": {
        "kk": "Мемлекеттік тіркеу",
        "ru": "Государственная регистрация",
        "en": "State registration",
    },
    "publication": {
        "kk": "Алғашқы ресми жариялау",
        "ru": "Первое официальное опубликование",
        "en": "First official publication",
    },
    "effect": {
        "kk": "Қолданысқа енгізілуі",
        "ru": "Введение в действие",
        "en": "Put into effect",
    },
    "text": {"kk": "Мәтіні", "ru": "Текст", "en": "Text"},
    "instructions": {"kk": "Нұсқаулар", "ru": "Указания", "en": "Instructions"},
    "none": {"kk": "–", "ru": "–", "en": "–"},
    "by-user": {
        "kk": "{day} (пайдаланушының айтуы бойынша: {source})",
        "ru": "{day} (по заявлению пользователя: {source})",
        "en": "{day} (as the user says: {source})",
    },
    # ── notices ──────────────────────────────────────────────────────────────────────
    "unofficial": {
        "kk": "Ресми емес мәтін. Ресми мәтін – бұйрықтың өзі.",
        "ru": "Неофициальный текст. Официальным является сам приказ.",
        "en": "Unofficial text. The official text is the order itself.",
    },
    "fictional": {
        "kk": "ОЙДАН ШЫҒАРЫЛҒАН үлгі: мұндай бұйрықтар жоқ.",
        "ru": "ВЫМЫШЛЕННЫЙ образец: таких приказов не существует.",
        "en": "FICTIONAL specimen: no such orders exist.",
    },
    "edition-notice": {
        "kk": "Редакция: {edition}; {when}.",
        "ru": "Редакция: {edition}; {when}.",
        "en": "Edition: {edition}; {when}.",
    },
    "until": {
        "kk": "келесі өзгеріс – {order} бұйрығы, {when}",
        "ru": "следующее изменение – приказ {order}, {when}",
        "en": "the next change is the order {order}, {when}",
    },
    "checked-until": {
        "kk": "Дереккөздер {day} жағдайы бойынша тексерілген; кейінгі өзгерістер белгісіз.",
        "ru": "Источники проверены по состоянию на {day}; о позднейших изменениях неизвестно.",
        "en": "Sources checked up to {day}; later changes are not known.",
    },
    "source-notice": {
        "kk": "Дереккөз: {order}, {file}, SHA-256 {sha256}.",
        "ru": "Источник: {order}, {file}, SHA-256 {sha256}.",
        "en": "Source: {order}, {file}, SHA-256 {sha256}.",
    },
    "version-notice": {
        "kk": "kz-civil-positions {code}; терминдердің орыс және ағылшын аудармалары ресми емес.",
        "ru": "kz-civil-positions {code}; переводы терминов на русский и английский неофициальные.",
        "en": "kz-civil-positions {code}; Russian and English renderings of terms are unofficial.",
    },
    # ── comparison of editions ───────────────────────────────────────────────────────
    "comparison-title": {
        "kk": "Тізілімнің редакцияларын салыстыру: {old} → {new}",
        "ru": "Сравнение редакций реестра: {old} → {new}",
        "en": "Comparison of editions of the register: {old} → {new}",
    },
    "orders-heading": {"kk": "Бұйрықтар", "ru": "Приказы", "en": "Orders"},
    "title-of": {
        "kk": "№ {number} бұйрықтың атауы: {title}",
        "ru": "Название приказа № {number}: {title}",
        "en": "Title of the order No {number}: {title}",
    },
    "instruction-heading": {
        "kk": "{order} бұйрығы не істеді",
        "ru": "Что сделал приказ {order}",
        "en": "What the order {order} did",
    },
    "instruction-restates": {
        "kk": "{point}-тармақ ({lines}) тізілімді тұтас жаңа редакцияда жазады "
        "(«мынадай редакцияда жазылсын»):",
        "ru": "Пункт {point} ({lines}) излагает реестр целиком в новой редакции "
        "(«мынадай редакцияда жазылсын»):",
        "en": "Point {point} ({lines}) restates the whole register "
        "(«мынадай редакцияда жазылсын»):",
    },
    "contents-heading": {
        "kk": "{edition} редакциясының мазмұны",
        "ru": "Содержание редакции {edition}",
        "en": "What the edition {edition} contains",
    },
    "contents-total": {
        "kk": "Барлығы: деңгей – {levels}, жазба – {entries}, тармақ – {items}, "
        "аббревиатура – {abbreviations}.",
        "ru": "Всего: ступеней – {levels}, записей – {entries}, пунктов – {items}, "
        "аббревиатур – {abbreviations}.",
        "en": "In all: {levels} levels, {entries} entries, {items} items, "
        "{abbreviations} abbreviations.",
    },
    "doubtful-entries": {
        "kk": "{count} жазбаға қатысты",
        "ru": "касается записей: {count}",
        "en": "about {count} entries",
    },
    "unknown-heading": {
        "kk": "Не белгісіз және оны не толықтырады",
        "ru": "Что неизвестно и как это восполнить",
        "en": "What is not known, and how to supply it",
    },
    "cannot-compare": {
        "kk": "{edition} редакциясының мәтіні бізде ешбір тілде жоқ. Сондықтан жазбалар бойынша "
        "өзгерістерді айту мүмкін емес: не қосылғаны, не алып тасталғаны немесе не "
        "өзгертілгені белгісіз.",
        "ru": "Текста редакции {edition} у нас нет ни на одном языке. Поэтому изменения по записям "
        "назвать нельзя: что добавлено, исключено или изменено, неизвестно.",
        "en": "The text of the edition {edition} is not held in any language. So entry-by-entry "
        "changes cannot be stated: what was added, removed or reworded is not known.",
    },
    "others-unknown": {
        "kk": "Осы екі бұйрықтың арасында немесе одан кейін басқа өзгертуші бұйрықтардың "
        "болған-болмағаны да белгісіз.",
        "ru": "Неизвестно также, были ли между этими приказами или после них другие изменяющие "
        "приказы.",
        "en": "Whether other amending orders came between the two, or after them, is not known "
        "either.",
    },
    "supply": {
        "kk": "Ресми мәтінді ({order}, мемлекеттік тіркеу № {registration}) adilet.zan.kz немесе "
        "zan.gov.kz сайтынан алып, өзгертпей сақтаңыз да, мына командамен енгізіңіз: "
        "kz-civil-positions import FILE --order {order} --into DIR; сонда осы команда толық "
        "салыстыруды береді.",
        "ru": "Возьмите официальный текст ({order}, государственная регистрация № {registration}) "
        "на adilet.zan.kz или zan.gov.kz, сохраните его без правки и внесите командой "
        "kz-civil-positions import FILE --order {order} --into DIR; тогда эта же команда даст "
        "полное сравнение.",
        "en": "Take the official text ({order}, state registration No {registration}) from "
        "adilet.zan.kz or zan.gov.kz, save it unedited, and bring it with kz-civil-positions "
        "import FILE --order {order} --into DIR; the same command then gives the full comparison.",
    },
    "changes-heading": {"kk": "Өзгерістер", "ru": "Изменения", "en": "Changes"},
    "no-changes": {
        "kk": "Мәтінде өзгеріс жоқ.",
        "ru": "Изменений в тексте нет.",
        "en": "The text is the same.",
    },
    "place": {"kk": "Орны", "ru": "Место", "en": "Place"},
    "was": {"kk": "Болған", "ru": "Было", "en": "Was"},
    "became": {"kk": "Болды", "ru": "Стало", "en": "Became"},
    "kind-added": {"kk": "қосылды", "ru": "добавлено", "en": "added"},
    "kind-removed": {"kk": "алып тасталды", "ru": "исключено", "en": "removed"},
    "kind-changed": {"kk": "өзгертілді", "ru": "изменено", "en": "changed"},
    "kind-moved": {"kk": "ауыстырылды", "ru": "перемещено", "en": "moved"},
    "refused-instruction": {
        "kk": "{point}-тармақ ({state}): {reason}. {quote}",
        "ru": "Пункт {point} ({state}): {reason}. {quote}",
        "en": "Point {point} ({state}): {reason}. {quote}",
    },
    "named-orders": {
        "kk": "Тек атауы белгілі бұйрықтар (мазмұны бізде жоқ)",
        "ru": "Приказы, известные лишь по упоминанию (содержание не имеется)",
        "en": "Orders known only by name (their effect is not held)",
    },
    "published-editions": {
        "kk": "Жарияланған редакциялар",
        "ru": "Опубликованные редакции",
        "en": "Published editions",
    },
    "history-of": {
        "kk": "{address} тарихы",
        "ru": "История: {address}",
        "en": "History of {address}",
    },
    # ── look-ups ─────────────────────────────────────────────────────────────────────
    "found": {
        "kk": '"{query}": {count} орында, {edition} редакциясы',
        "ru": '"{query}": мест – {count}, редакция {edition}',
        "en": '"{query}": {count} places, edition {edition}',
    },
    "state": {"kk": "Күйі", "ru": "Состояние", "en": "State"},
    "certainty": {"kk": "Сенімділігі", "ru": "Достоверность", "en": "Certainty"},
    "candidates": {"kk": "Ықтимал редакциялар", "ru": "Возможные редакции", "en": "Candidates"},
    "no-edition": {"kk": "ешқайсысы", "ru": "никакая", "en": "none"},
    "edition": {"kk": "Редакция", "ru": "Редакция", "en": "Edition"},
    "reason": {"kk": "Себебі", "ru": "Почему", "en": "Why"},
    "day": {"kk": "Күні", "ru": "День", "en": "Day"},
    "previous": {"kk": "Алдыңғы өзгеріс", "ru": "Предыдущее изменение", "en": "Previous change"},
    "next": {"kk": "Келесі өзгеріс", "ru": "Следующее изменение", "en": "Next change"},
    "redrafted": {
        "kk": "Қайта жазылды: {files}. Енді verify орындаңыз.",
        "ru": "Записано заново: {files}. Теперь выполните verify.",
        "en": "Written again: {files}. Now run verify.",
    },
    "up-to-date": {
        "kk": "Бәрі де дереккөзге сай: ештеңе жазылған жоқ.",
        "ru": "Всё уже соответствует источнику: ничего не записано.",
        "en": "Everything is as the source gives it: nothing was written.",
    },
    "verified": {
        "kk": "Тексеру аяқталды: қате жоқ.",
        "ru": "Проверка окончена: ошибок нет.",
        "en": "Verified: no failure.",
    },
    "not-verified": {
        "kk": "Тексеру аяқталды: қате саны – {count}.",
        "ru": "Проверка окончена: ошибок – {count}.",
        "en": "Verified: {count} failures.",
    },
    "check": {"kk": "Тексеріс", "ru": "Проверка", "en": "Check"},
    "count": {"kk": "Саны", "ru": "Число", "en": "Count"},
    "failures": {"kk": "Қате", "ru": "Ошибки", "en": "Failures"},
}
