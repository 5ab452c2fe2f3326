"""Rendered reports: the edition as a table, the chronology, and the page around them."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── the page ─────────────────────────────────────────────────────────────────────
    "skip": {"kk": "Мәтінге өту", "ru": "Перейти к тексту", "en": "Skip to the text"},
    "contents": {"kk": "Мазмұны", "ru": "Содержание", "en": "Contents"},
    "notice": {
        "kk": "Мәтіннің мәртебесі",
        "ru": "Статус текста",
        "en": "Status of this text",
    },
    "table": {"kk": "Кесте", "ru": "Таблица", "en": "Table"},
    "footer": {
        "kk": "Ресми емес мәтін",
        "ru": "Неофициальный текст",
        "en": "Unofficial text",
    },
    # ── the edition ──────────────────────────────────────────────────────────────────
    "edition-title": {
        "kk": "Тізілім: {edition} редакциясы",
        "ru": "Реестр: редакция {edition}",
        "en": "The register: edition {edition}",
    },
    "register-heading": {
        "kk": "Тізілім кестесі",
        "ru": "Таблица реестра",
        "en": "The table of the register",
    },
    "table-caption": {
        "kk": "Азаматтық қызметшілер лауазымдарының тізілімі, {edition} редакциясы",
        "ru": "Реестр должностей гражданских служащих, редакция {edition}",
        "en": "Register of positions of civil servants, edition {edition}",
    },
    "legend-table": {
        "kk": "Мәтін дереккөзде басылғандай берілген. Тік жақшадағы белгі, мысалы [А2], "
        "дереккөзде басылмаған, ол жанама деректерден шығарылған.",
        "ru": "Текст приведён так, как напечатан в источнике. Обозначение в квадратных скобках, "
        "например [А2], в источнике не напечатано и выведено по косвенным данным.",
        "en": "The text stands as the source prints it. A label in square brackets, such as "
        "[А2], is not printed in the source; it is inferred.",
    },
    "legend-notes": {
        "kk": "[1] – күмән туралы ескертпенің, [sic 2] – басылымның сақталған қатесі туралы "
        "ескертпенің нөмірі; ескертпелер кестеден кейін берілген.",
        "ru": "[1] – номер примечания о сомнении, [sic 2] – о сохранённой опечатке источника; "
        "примечания следуют за таблицей.",
        "en": "[1] is the number of a note on a doubt, [sic 2] of one on a fault of print that "
        "is kept; the notes follow the table.",
    },
    "legend-lines": {
        "kk": "L29–32 – дереккөз файлының жолдары.",
        "ru": "L29–32 – строки файла источника.",
        "en": "L29–32 are lines of the source file.",
    },
    "legend-renderings": {
        "kk": "Көлбеу қаріппен ресми емес аударма берілген.",
        "ru": "Курсивом дан неофициальный перевод; официален только казахский текст приказа, "
        "имеющийся здесь.",
        "en": "Renderings in italics are unofficial; the text held is Kazakh.",
    },
    "column-1": {"kk": "Буын", "ru": "Звено", "en": "Link"},
    "column-2": {"kk": "Деңгей", "ru": "Ступень", "en": "Level"},
    "column-3": {
        "kk": "Лауазымдар атауы",
        "ru": "Наименования должностей",
        "en": "Position titles",
    },
    "block-A": {
        "kk": "А блогы (басқарушылық персонал)",
        "ru": "Блок А (управленческий персонал)",
        "en": "Block A (managerial personnel)",
    },
    "block-B": {
        "kk": "В блогы (негізгі персонал)",
        "ru": "Блок В (основной персонал)",
        "en": "Block B (main personnel)",
    },
    "block-C": {
        "kk": "С блогы (әкімшілік персонал)",
        "ru": "Блок С (административный персонал)",
        "en": "Block C (administrative personnel)",
    },
    "block-D": {
        "kk": "D блогы (қосалқы персонал)",
        "ru": "Блок D (вспомогательный персонал)",
        "en": "Block D (auxiliary personnel)",
    },
    "sector-health": {
        "kk": '"Денсаулық сақтау" саласында',
        "ru": 'В сфере "Здравоохранение"',
        "en": "In the field of health care",
    },
    "sector-other": {
        "kk": "өзге де салаларда",
        "ru": "В иных сферах",
        "en": "In other fields",
    },
    "abbreviations-heading": {
        "kk": "Аббревиатуралар",
        "ru": "Аббревиатуры",
        "en": "Abbreviations",
    },
    "notes-heading": {
        "kk": "Ескертпелер: күмәндар және басылымның қателері",
        "ru": "Примечания: сомнения и опечатки источника",
        "en": "Notes: doubts and faults of print",
    },
    # ── the chronology ───────────────────────────────────────────────────────────────
    "chronology-title": {
        "kk": "Тізілімнің хронологиясы",
        "ru": "Хронология реестра",
        "en": "Chronology of the register",
    },
    "sequence-heading": {
        "kk": "Қолданысқа енгізілу реті",
        "ru": "Порядок введения в действие",
        "en": "Order of effect",
    },
    "sequence-caption": {
        "kk": "Бұйрықтар қолданысқа енгізілу ретімен",
        "ru": "Приказы в порядке введения в действие",
        "en": "Orders in the sequence in which they take effect",
    },
    "sequence-number": {"kk": "№", "ru": "№", "en": "No"},
    "sequence-edition": {
        "kk": "Редакция және оның мәтіні",
        "ru": "Редакция и её текст",
        "en": "Edition and its text",
    },
    "sequence-order": {"kk": "Бұйрық", "ru": "Приказ", "en": "Order"},
    "sequence-effect": {
        "kk": "Қолданысқа енгізілуі",
        "ru": "Введение в действие",
        "en": "Put into effect",
    },
    "sequence-did": {
        "kk": "Не істеді (операция – саны)",
        "ru": "Что сделано (операция – число)",
        "en": "What it did (operation – number)",
    },
    "no-edition": {
        "kk": "редакция туындамайды",
        "ru": "редакции не создаёт",
        "en": "makes no edition",
    },
    "given-by-publisher": {
        "kk": "мәтін жариялаушыдан алынды: {who}",
        "ru": "текст дан издателем: {who}",
        "en": "the text is given by a publisher: {who}",
    },
    "did-unknown": {
        "kk": "мазмұны белгісіз: мәтіні бізде жоқ",
        "ru": "содержание неизвестно: текста у нас нет",
        "en": "not known: its text is not held",
    },
    "would-be": {
        "kk": "өз қағидасы бойынша: {when}",
        "ru": "по собственному правилу: {when}",
        "en": "by its own rule: {when}",
    },
    "fate-stillborn": {
        "kk": "Қолданысқа енгізілмейді: оған дейін {by} бұйрығымен күші жойылған.",
        "ru": "Не вводится в действие: до того утратил силу на основании приказа {by}.",
        "en": "Never takes effect: repealed before that by the order {by}.",
    },
    "fate-doubtful": {
        "kk": "Қолданысқа енгізілгенге дейін {by} бұйрығымен өзгертілген не күші жойылған ба – "
        "дереккөздерден анықталмайды.",
        "ru": "Был ли он изменён или отменён приказом {by} до введения в действие, источники не "
        "решают.",
        "en": "Whether the order {by} changed or repealed it before it took effect, the sources "
        "do not settle.",
    },
    "fate-awaiting": {
        "kk": "Қолданысқа енгізілу шартының орындалуын күтуде.",
        "ru": "Ожидает наступления условия введения в действие.",
        "en": "Awaits the condition of its commencement.",
    },
    "deeds-heading": {
        "kk": "Әр бұйрық не істеді",
        "ru": "Что сделал каждый приказ",
        "en": "What each order did",
    },
    "deeds-unknown": {
        "kk": "Бұл бұйрықтың мәтіні бізде жоқ, сондықтан оның нұсқаулары туралы ештеңе айтылмайды.",
        "ru": "Текста этого приказа у нас нет, поэтому о его указаниях ничего не утверждается.",
        "en": "The text of this order is not held, so nothing is said of its instructions.",
    },
    "tally": {
        "kk": "Нұсқаулардың орындалуы:",
        "ru": "Исход указаний:",
        "en": "How the instructions ended:",
    },
    "failed": {
        "kk": "Бұйрық ештеңе өзгертпейді, себебі:",
        "ru": "Приказ ничего не меняет, причина:",
        "en": "The order changes nothing, because:",
    },
    "effect-stage": {
        "kk": "жеке мерзімі бар тармақтар ({points}): {when}",
        "ru": "пункты с особым сроком ({points}): {when}",
        "en": "points with a term of their own ({points}): {when}",
    },
    "field-issuer": {"kk": "кім шығарғаны", "ru": "кем издан", "en": "issuer"},
    "field-title": {"kk": "атауы", "ru": "название", "en": "title"},
    "field-number": {"kk": "нөмірі", "ru": "номер", "en": "number"},
    "field-registration": {
        "kk": "мемлекеттік тіркеу нөмірі",
        "ru": "номер государственной регистрации",
        "en": "number of state registration",
    },
    "field-rule": {
        "kk": "қолданысқа енгізу қағидасы",
        "ru": "правило введения в действие",
        "en": "rule of commencement",
    },
    "field-dates-adopted": {
        "kk": "қабылданған күні",
        "ru": "дата принятия",
        "en": "day of adoption",
    },
    "field-dates-registered": {
        "kk": "мемлекеттік тіркелген күні",
        "ru": "дата государственной регистрации",
        "en": "day of state registration",
    },
    "field-dates-publications": {
        "kk": "жариялануы",
        "ru": "опубликование",
        "en": "publication",
    },
    "fact-issuer": {"kk": "Шығарған", "ru": "Издан", "en": "Issued by"},
    "fact-adopted": {"kk": "Қабылданған күні", "ru": "Принят", "en": "Adopted"},
    "fact-registration": {
        "kk": "Мемлекеттік тіркеу",
        "ru": "Государственная регистрация",
        "en": "State registration",
    },
    "fact-publication": {
        "kk": "Алғашқы ресми жариялау",
        "ru": "Первое официальное опубликование",
        "en": "First official publication",
    },
    "fact-also-published": {
        "kk": "Кейінгі жариялау",
        "ru": "Последующее опубликование",
        "en": "Later publication",
    },
    "fact-rule": {
        "kk": "Қолданысқа енгізу қағидасы",
        "ru": "Правило введения в действие",
        "en": "Rule of commencement",
    },
    "fact-signed": {"kk": "Қол қойған", "ru": "Подписан", "en": "Signed by"},
    "fact-agreed": {"kk": "Келісілген", "ru": "Согласован", "en": "Agreed with"},
    "fact-source": {"kk": "Дереккөз", "ru": "Источник", "en": "Source"},
    "fact-checked": {
        "kk": "Кейінгі өзгерістердің тексерілуі",
        "ru": "Проверка на позднейшие изменения",
        "en": "Checked for later changes",
    },
    "checked-on": {
        "kk": "{day} жағдайы бойынша. {basis}",
        "ru": "по состоянию на {day}. {basis}",
        "en": "up to {day}. {basis}",
    },
    "fact-attested": {
        "kk": "Басқа бұйрықтың мәтіні растайды",
        "ru": "Засвидетельствовано текстом другого приказа",
        "en": "Attested by another order's text",
    },
    "fact-edition": {"kk": "Редакция", "ru": "Редакция", "en": "Edition"},
    "fact-place": {"kk": "Орны", "ru": "Место", "en": "Place"},
    "day-unknown": {"kk": "күні белгісіз", "ru": "дата неизвестна", "en": "date unknown"},
    "text": {"kk": "Мәтіні:", "ru": "Текст:", "en": "Text:"},
    "text-changed": {
        "kk": "Мәтіндегі өзгеріс:",
        "ru": "Изменение текста:",
        "en": "Change of the text:",
    },
    "published-explained": {
        "kk": "Жариялаушылардың шоғырландырылған мәтіндері: олар белгілі бір күнгі редакция ретінде "
        "берілген.",
        "ru": "Сводные тексты издателей, данные как редакции на определённый день.",
        "en": "Consolidated texts given by publishers as the edition of a certain day.",
    },
    "published-line": {
        "kk": "күні: {day}; жариялаушы: {publisher}; {use}",
        "ru": "на {day}; издатель: {publisher}; {use}",
        "en": "of {day}; publisher: {publisher}; {use}",
    },
    "published-used": {
        "kk": "бұйрықтардың мәтіні жетіспейтіндіктен, тарихқа енгізілді",
        "ru": "включена в историю, так как текстов приказов недостаёт",
        "en": "taken up into the history, since texts of orders are wanting",
    },
    "published-compared": {
        "kk": "бұйрықтардан алынған мәтінді салыстырып тексеруге арналған",
        "ru": "служит для сверки с текстом, полученным из приказов",
        "en": "serves to check the text replayed from the orders",
    },
    # ── what an instruction does ─────────────────────────────────────────────────────
    "name-approve": {"kk": "бекіту", "ru": "утвердить", "en": "approve"},
    "new": {"kk": "{what}, {where}", "ru": "{what}, {where}", "en": "{what}, {where}"},
    "new-entry": {"kk": "жаңа жазба", "ru": "новая запись", "en": "a new entry"},
    "new-item": {"kk": "жаңа тармақ", "ru": "новый пункт", "en": "a new item"},
    "new-abbreviation": {
        "kk": "жаңа аббревиатура",
        "ru": "новая аббревиатура",
        "en": "a new abbreviation",
    },
    "by-point": {"kk": "{point}-тармақ:", "ru": "Пункт {point}:", "en": "Point {point}:"},
    "by-point-lines": {
        "kk": "{point}-тармақ ({lines}):",
        "ru": "Пункт {point} ({lines}):",
        "en": "Point {point} ({lines}):",
    },
    "by-comparison": {
        "kk": "Нұсқаудың сөздері бізде жоқ; салыстыру арқылы анықталды:",
        "ru": "Слов указания у нас нет; установлено сравнением:",
        "en": "The words of the instruction are not held; found by comparison:",
    },
    "came-instead": {"kk": "→ оның орнына: ", "ru": "→ вместо того: ", "en": "→ instead: "},
    "own-commencement": {
        "kk": "; жеке мерзімі бар: {rule}",
        "ru": "; особый срок: {rule}",
        "en": "; with a term of its own: {rule}",
    },
    "suspended-until": {
        "kk": "{target}, қайта қолданылатын күні – {day}",
        "ru": "{target}, вновь применяется с {day}",
        "en": "{target}, applied again from {day}",
    },
    "point-of-order": {
        "kk": "{order}, {point}-тармақ",
        "ru": "{order}, пункт {point}",
        "en": "{order}, point {point}",
    },
    "point-of-order-excluded": {
        "kk": "{order}, {point}-тармақ (алып тасталады)",
        "ru": "{order}, пункт {point} (исключается)",
        "en": "{order}, point {point} (excluded)",
    },
    "brings": {
        "kk": " (деңгей саны – {levels}, жазба саны – {entries})",
        "ru": " (ступеней – {levels}, записей – {entries})",
        "en": " (levels – {levels}, entries – {entries})",
    },
    "brings-abbreviations": {
        "kk": " (аббревиатура саны – {count})",
        "ru": " (аббревиатур – {count})",
        "en": " (abbreviations – {count})",
    },
    "words-before": {
        "kk": "«{anchor}» деген сөздердің алдына",
        "ru": "перед словами «{anchor}»",
        "en": "before the words “{anchor}”",
    },
    "words-after": {
        "kk": "«{anchor}» деген сөздерден кейін",
        "ru": "после слов «{anchor}»",
        "en": "after the words “{anchor}”",
    },
    "words-end": {"kk": "мәтіннің соңына", "ru": "в конце текста", "en": "at the end of the text"},
    "place-before": {
        "kk": "мынаның алдына: {place}",
        "ru": "перед: {place}",
        "en": "before {place}",
    },
    "place-after": {"kk": "мынадан кейін: {place}", "ru": "после: {place}", "en": "after {place}"},
    "place-first": {
        "kk": "мынаның басына: {place}",
        "ru": "в начало: {place}",
        "en": "at the beginning of {place}",
    },
    "place-last": {
        "kk": "мынаның соңына: {place}",
        "ru": "в конец: {place}",
        "en": "at the end of {place}",
    },
    "address-register": {"kk": "тізілім", "ru": "реестр", "en": "the register"},
    "address-block": {"kk": "{name} блогы", "ru": "блок {name}", "en": "block {name}"},
    "address-sector": {"kk": "{name} саласы", "ru": "сфера {name}", "en": "sector {name}"},
    "address-link": {"kk": "{name} буыны", "ru": "звено {name}", "en": "link {name}"},
    "address-level": {"kk": "{name} деңгейі", "ru": "ступень {name}", "en": "level {name}"},
    "address-entry": {
        "kk": "«{name}» жазбасы",
        "ru": "запись «{name}»",
        "en": "entry “{name}”",
    },
    "address-item": {"kk": "«{name}» тармағы", "ru": "пункт «{name}»", "en": "item “{name}”"},
    "address-abbreviations": {
        "kk": "аббревиатуралар тізімі",
        "ru": "список аббревиатур",
        "en": "the list of abbreviations",
    },
    "address-abbreviation": {
        "kk": "{name} аббревиатурасы",
        "ru": "аббревиатура {name}",
        "en": "abbreviation {name}",
    },
    "address-order": {"kk": "{name} бұйрығы", "ru": "приказ {name}", "en": "order {name}"},
    # ── rules of commencement ────────────────────────────────────────────────────────
    "rule-after-publication": {
        "kk": "алғашқы ресми жарияланған күнінен кейін күнтізбелік {days} күн өткен соң",
        "ru": "по истечении {days} календарных дней после дня первого официального опубликования",
        "en": "after {days} calendar days following the day of first official publication",
    },
    "rule-after-publication-working": {
        "kk": "алғашқы ресми жарияланған күнінен кейін {days} жұмыс күні өткен соң",
        "ru": "по истечении {days} рабочих дней после дня первого официального опубликования",
        "en": "after {days} working days following the day of first official publication",
    },
    "rule-on-date": {
        "kk": "бұйрықтың өзінде аталған күннен бастап: {day}",
        "ru": "со дня, названного в самом приказе: {day}",
        "en": "from the day that the order itself names: {day}",
    },
    "rule-on-publication": {
        "kk": "алғашқы ресми жарияланған күнінен бастап",
        "ru": "со дня первого официального опубликования",
        "en": "from the day of first official publication",
    },
    "rule-on-registration": {
        "kk": "мемлекеттік тіркелген күнінен бастап",
        "ru": "со дня государственной регистрации",
        "en": "from the day of state registration",
    },
    "rule-with-act": {
        "kk": "{order} бұйрығымен бір мезгілде",
        "ru": "одновременно с приказом {order}",
        "en": "together with the order {order}",
    },
    "rule-on-condition": {
        "kk": "«{condition}» деген шарт орындалғанда",
        "ru": "при наступлении условия «{condition}»",
        "en": "when the condition “{condition}” is met",
    },
    "rule-unknown": {
        "kk": "қолданысқа енгізу туралы тармақ белгісіз",
        "ru": "пункт о введении в действие неизвестен",
        "en": "the commencement clause is not known",
    },
}
