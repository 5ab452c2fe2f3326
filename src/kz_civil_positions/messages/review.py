"""The review of an import: the page, and what a second copy of the text says."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── a second copy of the text ────────────────────────────────────────────────────
    "witness-found": {
        "kk": "Екінші данада табылған жазбалар: {found} / {all}.",
        "ru": "Во втором экземпляре найдено записей: {found} из {all}.",
        "en": "Entries found in the second copy: {found} of {all}.",
    },
    "witness-same": {
        "kk": "Екінші дана дәл соны айтады: айырма жоқ.",
        "ru": "Второй экземпляр говорит то же самое: различий нет.",
        "en": "The second copy says the same: no differences.",
    },
    "witness-differences": {
        "kk": "Айырмалар: {count}, олардың тек басылымға қатыстысы: {in_print}.",
        "ru": "Различий: {count}, из них только в печати: {in_print}.",
        "en": "Differences: {count}, of them in print alone: {in_print}.",
    },
    "witness-settled": {
        "kk": "Екінші дана шешкен күмәндар: {count}",
        "ru": "Сомнений, разрешённых вторым экземпляром: {count}",
        "en": "Doubts that the second copy settles: {count}",
    },
    "witness-open": {
        "kk": "Ашық қалған күмәндар: {count}",
        "ru": "Сомнений, оставшихся открытыми: {count}",
        "en": "Doubts left open: {count}",
    },
    "witness-held": {"kk": "бізде", "ru": "у нас", "en": "held"},
    "witness-brought": {
        "kk": "екінші данада",
        "ru": "во втором экземпляре",
        "en": "second copy",
    },
    "witness-seen": {
        "kk": "екінші данада «{words}» белгісі басылған ({lines}; {about})",
        "ru": "во втором экземпляре напечатано обозначение «{words}» ({lines}; {about})",
        "en": 'the second copy prints the label "{words}" ({lines}; {about})',
    },
    "difference-words": {"kk": "сөздері басқа", "ru": "другие слова", "en": "other words"},
    "difference-typography": {
        "kk": "тек басылымы басқа",
        "ru": "отличается только печать",
        "en": "print alone differs",
    },
    "difference-only-held": {
        "kk": "тек бізде бар",
        "ru": "есть только у нас",
        "en": "only in the text held",
    },
    "difference-only-brought": {
        "kk": "тек екінші данада бар",
        "ru": "есть только во втором экземпляре",
        "en": "only in the second copy",
    },
    "difference-place": {
        "kk": "басқа жерде тұр",
        "ru": "стоит в другом месте",
        "en": "stands elsewhere",
    },
    "difference-order": {"kk": "реті басқа", "ru": "другой порядок", "en": "in another order"},
    "difference-label": {
        "kk": "белгісі басқа",
        "ru": "другое обозначение",
        "en": "another label",
    },
    "difference-reading": {
        "kk": "сөздері бірдей, біздің оқылымымыз басқа",
        "ru": "слова те же, наше чтение иное",
        "en": "the same words, read otherwise by us",
    },
    "outcome-confirmed": {"kk": "расталды", "ru": "подтверждено", "en": "confirmed"},
    "outcome-refuted": {"kk": "теріске шығарылды", "ru": "опровергнуто", "en": "refuted"},
    "silence-lost-too": {
        "kk": "белгі екінші данада да басылмаған",
        "ru": "обозначение не напечатано и во втором экземпляре",
        "en": "the label is not printed in the second copy either",
    },
    "silence-displaced-too": {
        "kk": "екінші данада да белгі қатардың басында басылмаған",
        "ru": "и во втором экземпляре обозначение напечатано не в начале ряда",
        "en": "in the second copy too the label is not printed at the start of its row",
    },
    "silence-not-found": {
        "kk": "күмән айтылған жазбалар екінші данада толық табылмады",
        "ru": "записи, о которых сомнение, найдены во втором экземпляре не все",
        "en": "the entries in doubt were not all found in the second copy",
    },
    "silence-no-borders": {
        "kk": "екінші дана оқылымға қайшы келмейді, бірақ белгі онда да жоғалған болуы мүмкін: "
        "ұяшық шекараларын адам қарауы керек",
        "ru": "второй экземпляр чтению не противоречит, но обозначение могло быть утрачено и в "
        "нём: границы ячеек должен посмотреть человек",
        "en": "the second copy does not contradict the reading, but the label may be lost there "
        "too: a person must look at its cell borders",
    },
    "silence-untouched": {
        "kk": "басылған белгілер бұл күмәнді шешпейді: адам қарауы керек",
        "ru": "напечатанные обозначения этого сомнения не разрешают: должен посмотреть человек",
        "en": "printed labels cannot settle this doubt: a person must look",
    },
    # ── the page ─────────────────────────────────────────────────────────────────────
    "title": {
        "kk": "Импортты тексеру: {title}",
        "ru": "Проверка импорта: {title}",
        "en": "Review of an import: {title}",
    },
    "status": {"kk": "Парақтың мәртебесі", "ru": "Статус страницы", "en": "Status of this page"},
    "skip-to-lines": {
        "kk": "Жол-жол салыстыруға өту",
        "ru": "Перейти к построчному сравнению",
        "en": "Skip to the comparison line by line",
    },
    "notice": {
        "kk": "Бұл – адам тексеретін жоба. Ресми мәтін емес: ресми мәтін жарияланған жерінде ғана.",
        "ru": "Это черновик, который проверяет человек. Не официальный текст: официален только "
        "текст там, где он опубликован.",
        "en": "This is a draft for a person to review. It is not an official text: only the text "
        "as published is.",
    },
    "fictional": {
        "kk": "Ойдан шығарылған үлгі: мұндай бұйрық болған емес.",
        "ru": "Вымышленный образец: такого приказа не было.",
        "en": "A fictional specimen: there was never such an order.",
    },
    "first": {
        "kk": "Алдымен қараңыз",
        "ru": "Посмотреть прежде всего",
        "en": "What to look at first",
    },
    "nothing-first": {
        "kk": "Назар аударатын ештеңе табылмады; жол-жол қарап шығыңыз.",
        "ru": "Ничего, что требовало бы внимания, не найдено; просмотрите построчно.",
        "en": "Nothing was found that asks for attention; go through the lines.",
    },
    "first-unread": {
        "kk": "ештеңе оқылмаған жолдар: {count}",
        "ru": "строк, из которых ничего не прочитано: {count}",
        "en": "lines from which nothing was read: {count}",
    },
    "first-facts": {
        "kk": "мәтіннен табылмаған мәліметтер: {count}",
        "ru": "сведений, не найденных в тексте: {count}",
        "en": "facts not found in the text: {count}",
    },
    "first-doubts": {"kk": "күмәндар: {count}", "ru": "сомнений: {count}", "en": "doubts: {count}"},
    "first-suggested": {
        "kk": "ережелер ұсынған, ешкім растамаған оқылымдар: {count}",
        "ru": "чтений, предложенных правилами и никем не подтверждённых: {count}",
        "en": "readings that rules suggest and nobody has confirmed: {count}",
    },
    "first-hand": {
        "kk": "қолмен жазылған оқылымдар: {count}",
        "ru": "чтений, записанных человеком: {count}",
        "en": "readings recorded by hand: {count}",
    },
    "first-pairs": {
        "kk": "сенімсіз сәйкестіктер: {count}",
        "ru": "ненадёжных соответствий: {count}",
        "en": "uncertain matches: {count}",
    },
    "first-unexpressed": {
        "kk": "операциямен берілмеген нұсқамалар: {count}",
        "ru": "указаний, не выраженных операцией: {count}",
        "en": "instructions that no operation expresses: {count}",
    },
    "first-witness": {
        "kk": "екінші данадан айырмалар: {count}",
        "ru": "различий со вторым экземпляром: {count}",
        "en": "differences from the second copy: {count}",
    },
    "counts": {"kk": "Не оқылды", "ru": "Что прочитано", "en": "What was read"},
    "count-lines": {
        "kk": "бастапқы мәтіннің жолдары",
        "ru": "строки источника",
        "en": "lines of the source",
    },
    "count-paragraphs": {
        "kk": "бұйрықтың өз абзацтары",
        "ru": "абзацы самого приказа",
        "en": "paragraphs of the order itself",
    },
    "count-block": {"kk": "блоктар", "ru": "блоки", "en": "blocks"},
    "count-link": {"kk": "буындар", "ru": "звенья", "en": "links"},
    "count-level": {"kk": "деңгейлер", "ru": "ступени", "en": "levels"},
    "count-entry": {"kk": "жазбалар", "ru": "записи", "en": "entries"},
    "count-item": {"kk": "тармақтар", "ru": "пункты", "en": "items"},
    "count-abbreviation": {"kk": "аббревиатуралар", "ru": "аббревиатуры", "en": "abbreviations"},
    "count-rule": {
        "kk": "ереже бойынша түзетулер",
        "ru": "исправления по правилам",
        "en": "repairs by rule",
    },
    "column-what": {"kk": "Не", "ru": "Что", "en": "What"},
    "column-count": {"kk": "Саны", "ru": "Сколько", "en": "How many"},
    "column-value": {"kk": "Мәтін бойынша", "ru": "По тексту", "en": "As the text says"},
    "facts": {
        "kk": "Бұйрық туралы мәліметтер",
        "ru": "Сведения о приказе",
        "en": "Facts about the order",
    },
    "not-found": {
        "kk": "мәтінде табылмады",
        "ru": "в тексте не найдено",
        "en": "not found in the text",
    },
    "fact-number": {"kk": "нөмірі", "ru": "номер", "en": "number"},
    "fact-adopted": {"kk": "қабылданған күні", "ru": "дата принятия", "en": "adopted"},
    "fact-registration": {
        "kk": "мемлекеттік тіркеу нөмірі",
        "ru": "номер государственной регистрации",
        "en": "number of state registration",
    },
    "fact-registered": {
        "kk": "мемлекеттік тіркеу күні",
        "ru": "дата государственной регистрации",
        "en": "day of state registration",
    },
    "fact-rule": {
        "kk": "қолданысқа енгізілуі",
        "ru": "введение в действие",
        "en": "putting into effect",
    },
    "fact-signed_by": {"kk": "қол қойған", "ru": "подписал", "en": "signed by"},
    "fact-agreed_with": {"kk": "келісілген", "ru": "согласован", "en": "agreed with"},
    "fact-issuer": {"kk": "шығарған", "ru": "издал", "en": "issued by"},
    "fact-title": {"kk": "тақырыбы", "ru": "заглавие", "en": "title"},
    "fact-form": {"kk": "нысаны", "ru": "форма акта", "en": "form"},
    "fact-language": {"kk": "мәтіннің тілі", "ru": "язык текста", "en": "language of the text"},
    "fact-publications": {
        "kk": "ресми жариялануы",
        "ru": "официальное опубликование",
        "en": "official publication",
    },
    "fact-point_rules": {
        "kk": "жекелеген тармақтардың қолданысқа енгізілуі",
        "ru": "введение в действие отдельных пунктов",
        "en": "putting into effect of single points",
    },
    "fact-unread": {
        "kk": "қолданысқа енгізу туралы ережемен берілмеген сөздер",
        "ru": "слова о введении в действие, не выраженные правилом",
        "en": "words on commencement that no rule expresses",
    },
    "fact-amends": {
        "kk": "өзгертетін бұйрықтары",
        "ru": "изменяемые приказы",
        "en": "orders amended",
    },
    "fact-repeals": {
        "kk": "күшін жоятын бұйрықтары",
        "ru": "приказы, признаваемые утратившими силу",
        "en": "orders repealed",
    },
    "fact-repealed_by": {
        "kk": "күшін жойған бұйрық",
        "ru": "приказ, которым признан утратившим силу",
        "en": "repealed by",
    },
    "first-commencement": {
        "kk": "қолданысқа енгізу туралы оқылмаған сөздер: {count}",
        "ru": "непрочитанных слов о введении в действие: {count}",
        "en": "words on commencement that were not read: {count}",
    },
    # ── accepting and correcting ─────────────────────────────────────────────────────
    "how": {
        "kk": "Қалай қабылдауға не түзетуге болады",
        "ru": "Как принять или исправить",
        "en": "How to accept or correct",
    },
    "how-accept": {
        "kk": "Бәрі дұрыс болса, ештеңе өзгертпеңіз. Кез келген түзетуден кейін verify "
        "командасын орындаңыз: ол қалғанын дәлелдейді және келіспейтін жерін атайды.",
        "ru": "Если всё верно, ничего не меняйте. После любого исправления выполните команду "
        "verify: она докажет остальное и назовёт, что не сходится.",
        "en": "If all is right, change nothing. After any correction run the command verify: it "
        "proves the rest and names what does not agree.",
    },
    "column-wrong": {"kk": "Не дұрыс емес", "ru": "Что неверно", "en": "What is wrong"},
    "column-file": {"kk": "Файл", "ru": "Файл", "en": "File"},
    "column-key": {"kk": "Кілт", "ru": "Ключ", "en": "Key"},
    "how-line": {
        "kk": "Жол немесе белгі қате оқылған. Оқылымды жазып, --readings және --replace "
        "параметрлерімен қайта импорттаңыз",
        "ru": "Строка или обозначение прочитаны неверно. Запишите чтение и импортируйте снова с "
        "--readings и --replace",
        "en": "A line or a label is read wrongly. Record the reading and import again with "
        "--readings and --replace",
    },
    "how-id": {
        "kk": "Идентификатор басқа жазбаға тиесілі немесе сәтсіз",
        "ru": "Идентификатор принадлежит другой записи или неудачен",
        "en": "An id belongs to another entry, or is ill chosen",
    },
    "how-kind": {
        "kk": "Тармақтың түрі қате",
        "ru": "Вид пункта неверен",
        "en": "The kind of an item is wrong",
    },
    "how-doubt": {
        "kk": "Күмән шешілді, не күмән жетіспейді",
        "ru": "Сомнение разрешено или недостаёт сомнения",
        "en": "A doubt is settled, or a doubt is missing",
    },
    "how-fault": {
        "kk": "Басылым қатесі белгіленбеген",
        "ru": "Опечатка источника не отмечена",
        "en": "A fault of print is not noted",
    },
    "how-fact": {
        "kk": "Бұйрық туралы мәлімет қате не жоқ",
        "ru": "Сведение о приказе неверно или отсутствует",
        "en": "A fact about the order is wrong or missing",
    },
    "how-instruction": {
        "kk": "Нұсқама операциямен берілмеген не қате берілген",
        "ru": "Указание не выражено операцией или выражено неверно",
        "en": "An instruction is not expressed by an operation, or wrongly",
    },
    # ── lists ────────────────────────────────────────────────────────────────────────
    "hand": {
        "kk": "Қолмен жазылған және ұсынылған оқылымдар",
        "ru": "Чтения, записанные человеком и предложенные",
        "en": "Readings recorded by hand, and suggested",
    },
    "doubts": {"kk": "Күмәндар", "ru": "Сомнения", "en": "Doubts"},
    "about": {"kk": "Қатысты", "ru": "Касается", "en": "About"},
    "about-whole": {"kk": "бүкіл редакция", "ru": "вся редакция", "en": "the whole edition"},
    "pairs": {
        "kk": "Сенімсіз сәйкестіктер",
        "ru": "Ненадёжные соответствия",
        "en": "Uncertain matches",
    },
    "pairs-why": {
        "kk": "Бұл жерлерде ескі идентификатор сақталды, бірақ негізі әлсіз. Қате болса, жаңа "
        "идентификатор беріңіз.",
        "ru": "Здесь сохранён прежний идентификатор, но основание слабое. Если это ошибка, дайте "
        "новый идентификатор.",
        "en": "Here the earlier id was kept, but on weak ground. Where that is wrong, give a new id.",
    },
    "column-address": {"kk": "Мекенжай", "ru": "Адрес", "en": "Address"},
    "column-change": {"kk": "Бұрын және қазір", "ru": "Было и стало", "en": "Before and now"},
    "column-ground": {"kk": "Негіз", "ru": "Основание", "en": "Ground"},
    "ground-id": {"kk": "идентификаторы бір", "ru": "один идентификатор", "en": "the same id"},
    "ground-text": {"kk": "мәтіні бір", "ru": "один текст", "en": "the same text"},
    "ground-heading": {"kk": "тақырыбы бір", "ru": "один заголовок", "en": "the same heading"},
    "ground-entries": {"kk": "жазбалары бір", "ru": "одни записи", "en": "the same entries"},
    "ground-label": {"kk": "белгісі бір", "ru": "одно обозначение", "en": "the same label"},
    "ground-structure": {
        "kk": "көршілері не тізбесі бір",
        "ru": "одни соседи или один перечень",
        "en": "the same neighbours, or the same list",
    },
    "ground-likeness": {
        "kk": "сөздердің ұқсастығы",
        "ru": "сходство слов",
        "en": "likeness of words",
    },
    "ground-move": {
        "kk": "басқа деңгейге ауысуы",
        "ru": "перемещение на другую ступень",
        "en": "a move to another level",
    },
    "ground-position": {"kk": "орны ғана", "ru": "одно лишь положение", "en": "position alone"},
    "pair-mark": {
        "kk": "сенімсіз сәйкестік",
        "ru": "ненадёжное соответствие",
        "en": "uncertain match",
    },
    "unexpressed": {
        "kk": "Операциямен берілмеген нұсқамалар",
        "ru": "Указания, не выраженные операцией",
        "en": "Instructions that no operation expresses",
    },
    "witness": {"kk": "Екінші дана", "ru": "Второй экземпляр", "en": "The second copy"},
    # ── legend ───────────────────────────────────────────────────────────────────────
    "legend": {"kk": "Белгілер", "ru": "Обозначения", "en": "Legend"},
    "legend-stood": {
        "kk": "бастапқы мәтінде тұрғаны (сызылған не «→» белгісінің алдында; ␣ – бос орын)",
        "ru": "что стояло в источнике (зачёркнуто или перед «→»; ␣ – пробел)",
        "en": 'what stood in the source (struck out, or before "→"; ␣ is a blank)',
    },
    "legend-read": {
        "kk": "оның орнына оқылғаны (асты сызылған)",
        "ru": "что читается вместо этого (подчёркнуто)",
        "en": "what is read instead (underlined)",
    },
    "legend-fix": {
        "kk": "түзету: ереже бойынша, қолмен не ұсыныс; түрі, қолмен не ұсыныс болса себебі",
        "ru": "исправление: по правилу, вручную или предложенное; вид, в двух последних и причина",
        "en": "a repair: by rule, by hand or suggested; its kind, and for the last two the reason",
    },
    "legend-doubt": {
        "kk": "шығарылған не белгісіз оқылым",
        "ru": "выведенное или неизвестное чтение",
        "en": "a reading that is inferred or unknown",
    },
    "legend-pair": {
        "kk": "сенімсіз сәйкестік",
        "ru": "ненадёжное соответствие",
        "en": "an uncertain match",
    },
    "legend-aside": {
        "kk": "сұр жолдар тізілімге де, бұйрыққа да кірмейді",
        "ru": "серые строки не входят ни в реестр, ни в приказ",
        "en": "grey lines belong neither to the register nor to the order",
    },
    "legend-tab": {
        "kk": "кесте ұяшықтарының шекарасы",
        "ru": "граница ячеек таблицы",
        "en": "the border of two cells of a table",
    },
    "sample": {"kk": "мысал", "ru": "пример", "en": "sample"},
    # ── line by line ─────────────────────────────────────────────────────────────────
    "lines": {"kk": "Жол-жол", "ru": "Построчно", "en": "Line by line"},
    "column-source": {"kk": "Бастапқы мәтін", "ru": "Источник", "en": "Source"},
    "column-read": {"kk": "Оқылғаны", "ru": "Прочитано", "en": "What was read"},
    "place-page": {"kk": "{number}-бет", "ru": "страница {number}", "en": "page {number}"},
    "place-line": {"kk": "{number}-жол", "ru": "строка {number}", "en": "line {number}"},
    "place-paragraph": {"kk": "{number}-абзац", "ru": "абзац {number}", "en": "paragraph {number}"},
    "place-table": {"kk": "{number}-кесте", "ru": "таблица {number}", "en": "table {number}"},
    "place-row": {"kk": "{number}-қатар", "ru": "ряд {number}", "en": "row {number}"},
    "no-place": {
        "kk": "Бастапқы мәтінде орны жоқ",
        "ru": "Без места в источнике",
        "en": "Without a place in the source",
    },
    "unread": {
        "kk": "бұл жолдан ештеңе оқылмады",
        "ru": "из этой строки ничего не прочитано",
        "en": "nothing was read from this line",
    },
    "aside-note": {
        "kk": "жариялаушының ескертпесі",
        "ru": "сноска издателя",
        "en": "a note of the publisher",
    },
    "aside-elsewhere": {
        "kk": "пайдаланылмады: осы тізілімге қатысты емес",
        "ru": "не использовано: к этому реестру не относится",
        "en": "not used: it does not belong to this register",
    },
    "is-link": {"kk": "буын", "ru": "звено", "en": "link"},
    "is-level": {"kk": "деңгей", "ru": "ступень", "en": "level"},
    "label-printed": {"kk": "басылған", "ru": "напечатано", "en": "printed"},
    "label-inferred": {
        "kk": "басылмаған, шығарылған",
        "ru": "не напечатано, выведено",
        "en": "not printed, inferred",
    },
    "label-none": {"kk": "белгісі жоқ", "ru": "без обозначения", "en": "without a label"},
    "label-of": {
        "kk": "«{label}» белгісі осында басылған, бірақ қатары басқа жерде басталады: {place}",
        "ru": "обозначение «{label}» напечатано здесь, но его ряд начинается в другом месте: {place}",
        "en": 'the label "{label}" is printed here, but its row begins elsewhere: {place}',
    },
    "doubt": {"kk": "күмән", "ru": "сомнение", "en": "doubt"},
    "role-title": {"kk": "тақырыбы", "ru": "заглавие", "en": "title"},
    "role-header": {"kk": "деректемелері", "ru": "реквизиты", "en": "particulars"},
    "role-enacting": {"kk": "қаулы сөзі", "ru": "постановляющая часть", "en": "enacting words"},
    "role-point": {"kk": "тармақ", "ru": "пункт", "en": "point"},
    "role-subpoint": {"kk": "тармақша", "ru": "подпункт", "en": "subpoint"},
    "role-clause": {"kk": "абзац", "ru": "абзац", "en": "clause"},
    "role-quotation": {"kk": "тырнақша", "ru": "кавычка", "en": "quotation mark"},
    "role-columns": {"kk": "бағандар", "ru": "графы", "en": "columns"},
    "role-list-heading": {
        "kk": "тізбе тақырыбы",
        "ru": "заголовок перечня",
        "en": "heading of a list",
    },
    "role-signature": {"kk": "қолы", "ru": "подпись", "en": "signature"},
    "role-agreement": {"kk": "келісу", "ru": "согласование", "en": "agreement"},
    "role-annex": {"kk": "қосымша деректемелері", "ru": "реквизиты приложения", "en": "annex"},
    "item-institution": {"kk": "мекеме", "ru": "учреждение", "en": "institution"},
    "item-speciality": {"kk": "мамандық", "ru": "специальность", "en": "speciality"},
    "item-unit": {"kk": "бөлімше", "ru": "подразделение", "en": "unit"},
    "item-subheading": {"kk": "ішкі тақырып", "ru": "подзаголовок", "en": "subheading"},
    # ── repairs ──────────────────────────────────────────────────────────────────────
    "by-rule": {"kk": "ереже:", "ru": "правило:", "en": "rule:"},
    "by-hand": {"kk": "қолмен:", "ru": "вручную:", "en": "by hand:"},
    "by-suggestion": {"kk": "ұсыныс:", "ru": "предложено:", "en": "suggested:"},
    "row-begins": {
        "kk": "{line}-жолдан оқылады",
        "ru": "читается со строки {line}",
        "en": "read from line {line}",
    },
    "repair-leading-blank": {
        "kk": "жол басындағы бос орын",
        "ru": "пробел в начале строки",
        "en": "blank at the head of a line",
    },
    "repair-letter-spacing": {
        "kk": "әріптері ажыратылған",
        "ru": "разрядка",
        "en": "letter-spacing",
    },
    "repair-half-spacing": {
        "kk": "әріптері ішінара ажыратылған",
        "ru": "частичная разрядка",
        "en": "letters spaced in part",
    },
    "repair-doubled-blank": {"kk": "қос бос орын", "ru": "двойной пробел", "en": "doubled blank"},
    "repair-wrapped-line": {
        "kk": "жол келесіде жалғасады",
        "ru": "строка продолжается в следующей",
        "en": "the line goes on in the next",
    },
    "repair-page-break": {"kk": "бет ауысқан жер", "ru": "разрыв страницы", "en": "page break"},
    "repair-label-in-line": {
        "kk": "жол басындағы белгі",
        "ru": "обозначение в начале строки",
        "en": "label at the head of a line",
    },
    "repair-split-label": {
        "kk": "белгі бірнеше ұяшыққа бөлінген",
        "ru": "обозначение разделено между ячейками",
        "en": "label divided between cells",
    },
    "repair-run-together": {
        "kk": "бір абзацқа қосылған жазбалар бөлінді",
        "ru": "слитые в один абзац записи разделены",
        "en": "entries run together in one paragraph, divided here",
    },
    "repair-displaced-words": {
        "kk": "орнынан ауысқан сөздер",
        "ru": "слова не на своём месте",
        "en": "words out of place",
    },
    "repair-displaced-label": {
        "kk": "орнынан ауысқан белгі",
        "ru": "обозначение не на своём месте",
        "en": "label out of place",
    },
    "repair-lost-label": {
        "kk": "жоғалған белгі",
        "ru": "утраченное обозначение",
        "en": "lost label",
    },
    "repair-goes-on": {
        "kk": "тақырып жалғасады",
        "ru": "заголовок продолжается",
        "en": "the heading goes on",
    },
    "repair-subheading": {"kk": "ішкі тақырып", "ru": "подзаголовок", "en": "subheading"},
    "repair-title": {
        "kk": "жеке лауазым",
        "ru": "отдельная должность",
        "en": "a position of its own",
    },
    "repair-one-item": {"kk": "бір тармақ", "ru": "один пункт", "en": "one item"},
}
