"""Verification: what was checked, and what each failure means and asks for."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # What is checked; beside each name stands how many things were.
    "check-checkpoint": {
        "kk": "жарияланған редакция біздің бұйрықтар бойынша шыққан мәтінге сай",
        "ru": "опубликованная редакция совпадает с текстом, выведенным из приказов",
        "en": "the published edition says what the orders give when carried out",
    },
    "check-checkpoint-alone": {
        "kk": "жарияланған редакция: бұл күнге бұйрықтар бойынша мәтін жоқ, салыстыратын нәрсе жоқ",
        "ru": "опубликованная редакция: на этот день приказы текста не дают, сравнивать не с чем",
        "en": "published edition: the orders give no text for this day, nothing to compare with",
    },
    "check-checkpoint-publisher": {
        "kk": "айырмашылықтар жариялаушының мәтінінде деп танылған",
        "ru": "расхождения признаны ошибками издателя",
        "en": "divergences that a reviewer found to be the publisher's",
    },
    "diverges": {
        "kk": "жарияланған мәтін: «{theirs}», біздікі: «{ours}» (себебі: {cause}). Себебін анықтап, "
        "edition.yaml файлына resolutions деп жазыңыз",
        "ru": "опубликовано: «{theirs}», у нас: «{ours}» (причина: {cause}). Выясните причину и "
        "запишите её в edition.yaml под ключом resolutions",
        "en": "published: “{theirs}”, ours: “{ours}” (cause: {cause}). Find out the cause and "
        "record it in edition.yaml under the key resolutions",
    },
    "check-loads": {
        "kk": "деректер қалталары оқылады",
        "ru": "папки данных читаются",
        "en": "data folders can be read",
    },
    "check-not-held": {
        "kk": "бұйрықтың мәтіні бізде жоқ: салыстыратын ештеңе жоқ",
        "ru": "текста приказа у нас нет: сличать не с чем",
        "en": "text of the order not held: nothing to compare with",
    },
    "check-seals": {
        "kk": "файлдардың SHA-256 мәні тіркелгендей",
        "ru": "SHA-256 файлов совпадает с записанным",
        "en": "files have the recorded SHA-256",
    },
    "check-transcribed": {
        "kk": "әкелінген құжат қайта оқылғанда сілтеме жасалатын мәтінді дәл береді",
        "ru": "принесённый документ при новом чтении даёт именно тот текст, на который ссылаемся",
        "en": "the document as brought, read again, gives the very text that is cited",
    },
    "check-not-transcribed": {
        "kk": "әкелінген құжат қайта оқылған жоқ: оны оқитын кітапхана орнатылмаған",
        "ru": "принесённый документ заново не прочитан: не установлена библиотека для него",
        "en": "the document as brought was not read again: the library that reads it is missing",
    },
    "transcribed-otherwise": {
        "kk": "мұнда «{stored}» тұр, ал құжаттан «{derived}» оқылады. Файлды қалпына келтіріңіз "
        "немесе құжатты қайта әкеліңіз (import --replace)",
        "ru": "здесь стоит «{stored}», а из документа читается «{derived}». Восстановите файл "
        "или принесите документ заново (import --replace)",
        "en": "“{stored}” stands here, the document gives “{derived}”. Restore the file, or bring "
        "the document again (import --replace)",
    },
    "check-brought": {
        "kk": "операциялар әкелетін сөздер бастапқы мәтінде, көрсетілген жолдарында бар",
        "ru": "слова, которые вносят операции, стоят в источнике на указанных строках",
        "en": "the words that operations bring stand in the source at the lines given",
    },
    "brought-without-lines": {
        "kk": "бастапқы мәтіннің жолдары көрсетілмеген. Жолдарын жазыңыз",
        "ru": "не указаны строки источника. Запишите их",
        "en": "no lines of the source are given. Record them",
    },
    "brought-not-there": {
        "kk": "«{text}» сөздері {lines} жолдарында жоқ. Сөздерін немесе жолдарын түзетіңіз",
        "ru": "слов «{text}» нет на строках {lines}. Исправьте слова или строки",
        "en": "the words “{text}” do not stand at {lines}. Correct the words or the lines",
    },
    "check-parallel": {
        "kk": "басқа тілдегі мәтінде редакцияның сол деңгейлері бар",
        "ru": "в тексте на другом языке те же ступени, что в редакции",
        "en": "the text in another language has the levels of its edition",
    },
    "check-parallel-apart": {
        "kk": "екі тілдегі мәтіннің бірінде ғана бар деңгейлер (қате емес, хабарланады)",
        "ru": "ступени, которые есть лишь в одном из текстов на двух языках (не ошибка, сообщается)",
        "en": "levels that only one of the texts in two languages has (no failure, but told)",
    },
    "check-claims": {
        "kk": "тарих туралы мәлімдемелер оларды айтатын мөрленген файлдарда тұр",
        "ru": "утверждения об истории стоят в опечатанных файлах, которые их содержат",
        "en": "claims about history stand in the sealed files that make them",
    },
    "claim-not-made": {
        "kk": "{file} файлында «{value}» деген мәлімдеме жоқ. Мәлімдемені немесе файлды түзетіңіз",
        "ru": "В файле {file} нет утверждения «{value}». Исправьте утверждение или файл",
        "en": "The file {file} does not say “{value}”. Mend the claim or the file",
    },
    "check-notes": {
        "kk": "жариялаушының ескертпелері оның мәтініндегідей",
        "ru": "примечания издателя те же, что в его тексте",
        "en": "the publisher's notes are those of its text",
    },
    "check-readings": {
        "kk": "қолмен тіркелген оқылымдар бастапқы мәтінге сай және негізделген",
        "ru": "прочтения, записанные человеком, подходят к источнику и обоснованы",
        "en": "readings by hand fit the source and have reasons",
    },
    "check-paragraphs": {
        "kk": "бұйрықтың өз абзацтары бастапқы мәтіндегідей",
        "ru": "абзацы самого приказа те же, что в источнике",
        "en": "the order's own paragraphs are those of the source",
    },
    "check-facts": {
        "kk": "бұйрық туралы мәліметтер оның өз сөздерінде бар",
        "ru": "сведения о приказе стоят в его собственных словах",
        "en": "facts about the order stand in its own words",
    },
    "check-base-facts": {
        "kk": "өзгертілетін бұйрық туралы мәліметтер сол бұйрықтың қалтасындағыдай",
        "ru": "сведения об изменяемом приказе совпадают с его папкой",
        "en": "facts about the amended order agree with its folder",
    },
    "check-instructions": {
        "kk": "келтірілген нұсқамалар бұйрықта бар",
        "ru": "процитированные предписания стоят в приказе",
        "en": "quoted instructions stand in the order",
    },
    "check-content": {
        "kk": "тізілім бастапқы мәтіннен қайта шығарылғандай",
        "ru": "реестр тот же, что выводится из источника",
        "en": "the register is what the source gives when read again",
    },
    "check-sequence": {
        "kk": "тізілім бөліктерінің реті бастапқы мәтіндегідей",
        "ru": "порядок частей реестра тот же, что в источнике",
        "en": "the parts of the register stand in the order of the source",
    },
    "check-repairs": {
        "kk": "тіркелген ереже бойынша түзетулер қайта жасалғандай",
        "ru": "записанные исправления по правилам те же, что делаются заново",
        "en": "recorded repairs by rule are those that the rules make",
    },
    "check-lines": {
        "kk": "бастапқы мәтіннің бос емес әр жолы дәл бір рет ескерілген",
        "ru": "каждая непустая строка источника учтена ровно один раз",
        "en": "every source line that is not blank is accounted for exactly once",
    },
    "check-cells": {
        "kk": "деңгей ұяшықтары баспа мәтінімен бірдей",
        "ru": "ячейки ступеней совпадают с печатным текстом",
        "en": "the cells of the levels are as printed",
    },
    "check-attested": {
        "kk": "басқа бұйрықтан немесе мөрленген файлдан алынған мәліметтер сонда бар",
        "ru": "сведения, взятые из другого приказа или опечатанного файла, там стоят",
        "en": "facts taken from another order or a sealed file stand there",
    },
    "check-scripts": {
        "kk": "мәтін өрістерінде көзге көрінбейтін бөтен әріптер мен белгілер жоқ",
        "ru": "в полях текста нет невидимых чужих букв и знаков",
        "en": "fields of text have no unseen foreign letters or signs",
    },
    "check-ids": {
        "kk": "тұрақты атаулар дұрыс жазылған және қайталанбайды",
        "ru": "постоянные имена записаны верно и не повторяются",
        "en": "permanent ids are well formed and unique",
    },
    "check-codes": {
        "kk": "кодтар орындарына және басылған белгілерге сай",
        "ru": "коды согласны с местами и напечатанными обозначениями",
        "en": "codes agree with their places and printed labels",
    },
    "check-inferred": {
        "kk": "басылған белгіге ғана сүйенбейтін оқылымдардың күмәні жазылған",
        "ru": "при прочтениях не по одному печатному обозначению записано сомнение",
        "en": "readings that rest on more than a printed label carry a doubt",
    },
    "check-doubts": {
        "kk": "күмәндер бар нәрсеге қатысты, дәлелдері бастапқы мәтінде бар",
        "ru": "сомнения относятся к существующему, их основания стоят в источнике",
        "en": "doubts concern what exists, and their evidence stands in the source",
    },
    "check-faults": {
        "kk": "сақталған баспа қателері өз мәтіндерінде бар",
        "ru": "сохранённые опечатки стоят в своих текстах",
        "en": "faults of print that are kept stand in their texts",
    },
    "check-targets": {
        "kk": "операциялар бар нәрсені нысанаға алады",
        "ru": "операции называют существующее",
        "en": "operations name what exists",
    },
    # Files and readings.
    "seal-broken": {
        "kk": "файл өзгерген: SHA-256 мәні {found}, ал order.yaml ішінде {recorded} деп жазылған. "
        "Файлды қалпына келтіріңіз; өзгеріс әдейі жасалса, айырмасын қарап, жаңа мәнді жазыңыз",
        "ru": "файл изменён: его SHA-256 – {found}, а в order.yaml записан {recorded}. "
        "Восстановите файл; если изменение намеренное, просмотрите его и запишите новое значение",
        "en": "the file was changed: its SHA-256 is {found}, order.yaml records {recorded}. "
        "Restore the file; if the change is meant, review it and record the new value",
    },
    "seals-differ": {
        "kk": "түзетулер мен order.yaml бастапқы файлды әртүрлі атайды. Екеуін бірдей етіңіз",
        "ru": "исправления и order.yaml называют исходный файл по-разному. Согласуйте их",
        "en": "the repairs and order.yaml name the source file differently. Make them agree",
    },
    "reading-without-reason": {
        "kk": "{lines} жолының оқылымы негізделмеген. Негіздемесін үш тілде жазыңыз",
        "ru": "прочтение строки {lines} не обосновано. Запишите причину на трёх языках",
        "en": "the reading of {lines} has no reason. Write one in the three languages",
    },
    "reading-changes-letters": {
        "kk": "{lines} жолының оқылымында басқа әріптер тұр: қолмен тек бос орындар мен сөздердің "
        "реті қалпына келтіріледі. Баспадағыдай жазыңыз",
        "ru": "в прочтении строки {lines} другие буквы: рукой восстанавливаются лишь пробелы "
        "и порядок слов. Запишите как напечатано",
        "en": "the reading of {lines} has other letters: by hand only blanks and the order of "
        "words are restored. Write it as printed",
    },
    # The register and its source.
    "differs": {
        "kk": "{field}: сақталғаны – «{stored}», бастапқы мәтіннен шығатыны – «{derived}». "
        "Дерегін түзетіңіз немесе оқылымын repairs.yaml файлына жазыңыз",
        "ru": "{field}: записано «{stored}», из источника выходит «{derived}». "
        "Исправьте данные или запишите прочтение в repairs.yaml",
        "en": "{field}: stored is “{stored}”, the source gives “{derived}”. "
        "Correct the data, or record a reading in repairs.yaml",
    },
    "not-derived": {
        "kk": "деректе бар, бастапқы мәтіннің бұл жерінде жоқ: «{stored}». Жолдарын тексеріңіз "
        "немесе алып тастаңыз",
        "ru": "есть в данных, но не в этом месте источника: «{stored}». Проверьте строки "
        "или уберите",
        "en": "is in the data, but not at that place of the source: “{stored}”. Check its lines, "
        "or take it out",
    },
    "not-stored": {
        "kk": "бастапқы мәтінде бар, деректе жоқ: «{derived}». Қосыңыз",
        "ru": "есть в источнике, но не в данных: «{derived}». Добавьте",
        "en": "is in the source, but not in the data: “{derived}”. Add it",
    },
    "other-sequence": {
        "kk": "{number}-орында «{stored}» тұр, бастапқы мәтінде – «{derived}». "
        "Ретін бастапқы мәтіндегідей етіңіз",
        "ru": "на месте {number} стоит «{stored}», в источнике – «{derived}». "
        "Поставьте в порядке источника",
        "en": "at place {number} stands “{stored}”, in the source “{derived}”. "
        "Put them in the order of the source",
    },
    "repair-not-made": {
        "kk": "түзету жазылған, бірақ ережелер оны жасамайды. Алып тастаңыз немесе қолмен "
        "оқылым ретінде жазыңыз",
        "ru": "исправление записано, но правила его не делают. Уберите его или запишите "
        "как прочтение рукой",
        "en": "the repair is recorded, but the rules do not make it. Take it out, or record it "
        "as a reading by hand",
    },
    "repair-not-recorded": {
        "kk": "ережелер түзету жасайды, бірақ ол жазылмаған. Жазыңыз: үнсіз түзетуге болмайды",
        "ru": "правила делают исправление, но оно не записано. Запишите: молча ничего "
        "не исправляется",
        "en": "the rules make a repair that is not recorded. Record it: nothing is mended silently",
    },
    "repairs-unsorted": {
        "kk": "ереже бойынша түзетулер жасалу ретімен тұрған жоқ. Жолдары бойынша реттеңіз",
        "ru": "исправления по правилам стоят не в том порядке, в каком делаются. "
        "Расположите их по строкам",
        "en": "the repairs by rule do not stand in the order they are made. Sort them by line",
    },
    "line-not-accounted": {
        "kk": "жолдың әріптері дәл бір рет оқылмаған: басылғаны – «{stood}», оқылғаны – «{read}». "
        "Оқылымын repairs.yaml файлына жазыңыз",
        "ru": "знаки строки прочитаны не по одному разу: напечатано «{stood}», прочитано «{read}». "
        "Запишите прочтение в repairs.yaml",
        "en": "the line's letters were not read exactly once: printed “{stood}”, read “{read}”. "
        "Record a reading in repairs.yaml",
    },
    "line-without-owner": {
        "kk": "жол деректегі ешбір мәтінге жатпайды: «{stood}». Мәтінін немесе жолдарын түзетіңіз",
        "ru": "строка не принадлежит ни одному тексту в данных: «{stood}». Исправьте текст "
        "или строки",
        "en": "the line belongs to no text of the data: “{stood}”. Correct the text or its lines",
    },
    "line-owned-twice": {
        "kk": "жол бірнеше мәтінге жатады: {owners}. Жолдарын түзетіңіз",
        "ru": "строка принадлежит нескольким текстам: {owners}. Исправьте строки",
        "en": "the line belongs to several texts: {owners}. Correct their lines",
    },
    "no-such-line": {
        "kk": "оқылған жол бастапқы файлда жоқ. Түзетулердегі жол нөмірлерін тексеріңіз",
        "ru": "прочитанной строки в исходном файле нет. Проверьте номера строк в исправлениях",
        "en": "a line was read that the source does not have. Check the line numbers "
        "in the repairs",
    },
    "cell-without-lines": {
        "kk": "деңгей жазбаларының жолдары толық емес. Әр жазбаның жолдарын жазыңыз",
        "ru": "у записей ступени не все строки указаны. Запишите строки каждой записи",
        "en": "not all entries of the level have lines. Write the lines of each entry",
    },
    "cell-differs": {
        "kk": "жазбалардан құралған ұяшық басылғаннан өзгеше: «…{stored}…», баспада «…{derived}…». "
        "Жазбаларды баспадағыдай етіңіз",
        "ru": "ячейка, собранная из записей, не та, что напечатана: «…{stored}…», в печати "
        "«…{derived}…». Приведите записи к печатному виду",
        "en": "the cell made of the entries is not the one printed: “…{stored}…”, in print "
        "“…{derived}…”. Make the entries as printed",
    },
    # The order's own words, and what others say of it.
    "fact-differs": {
        "kk": "жазылғаны – «{stored}», бұйрықтың сөзінше – «{derived}». Бұйрықта қалай тұрса, "
        "солай жазыңыз немесе дереккөзін facts_from өрісінде көрсетіңіз",
        "ru": "записано «{stored}», по словам приказа – «{derived}». Запишите, как стоит "
        "в приказе, или назовите источник в facts_from",
        "en": "stored is “{stored}”, the order's words give “{derived}”. Write what stands in "
        "the order, or name its source under facts_from",
    },
    "id-differs": {
        "kk": "бұйрықтың атауы – «{stored}», жылы мен нөміріне қарай – «{derived}». "
        "Атауын немесе мәліметін түзетіңіз",
        "ru": "имя приказа – «{stored}», а по году и номеру – «{derived}». "
        "Исправьте имя или сведения",
        "en": "the order's id is “{stored}”, by its year and number “{derived}”. "
        "Correct the id or the facts",
    },
    "text-without-source": {
        "kk": "бұйрықтың мәтіні берілген, ал бастапқы файлы көрсетілмеген. Файлын қосып, source "
        "өрісіне жазыңыз немесе мәтінін алып тастаңыз",
        "ru": "текст приказа дан, а исходный файл не назван. Добавьте файл и запишите его "
        "в source или уберите текст",
        "en": "the order's text is given, but no source file is named. Add the file and record it "
        "under source, or take the text out",
    },
    "operation-without-quote": {
        "kk": "операция бұйрықтың нұсқамасын келтірмейді. Нұсқаманы жолдарымен жазыңыз",
        "ru": "операция не цитирует предписания приказа. Запишите предписание и его строки",
        "en": "the operation quotes no instruction of the order. Write the instruction "
        "and its lines",
    },
    "quote-without-lines": {
        "kk": "дәйексөздің жолдары көрсетілмеген. Жолдарын жазыңыз",
        "ru": "у цитаты не указаны строки. Запишите строки",
        "en": "the quotation has no lines. Write where it stands",
    },
    "quote-not-found": {
        "kk": "көрсетілген жолдарда мұндай сөздер жоқ: «{quote}». Дәйексөзін немесе жолдарын "
        "түзетіңіз",
        "ru": "в указанных строках таких слов нет: «{quote}». Исправьте цитату или строки",
        "en": "these words do not stand at the lines given: “{quote}”. Correct the quotation "
        "or its lines",
    },
    "quote-of-other-point": {
        "kk": "дәйексөз {point}-тармақта тұрған жоқ. Тармағын түзетіңіз",
        "ru": "цитата стоит не в пункте {point}. Исправьте пункт",
        "en": "the quotation does not stand in point {point}. Correct the point",
    },
    "fact-not-stated": {
        "kk": "order.yaml ішінде мұндай мәлімет жоқ. Мәліметтің атауын түзетіңіз",
        "ru": "в order.yaml нет такого сведения. Исправьте название сведения",
        "en": "order.yaml states no such fact. Correct the name of the fact",
    },
    "fact-not-attested": {
        "kk": "{order} бұйрығының {lines} жолдарында мұндай мәлімет жоқ: «{value}». Мәліметті "
        "немесе жолдарын түзетіңіз",
        "ru": "в строках {lines} приказа {order} этого сведения нет: «{value}». Исправьте "
        "сведение или строки",
        "en": "{lines} of order {order} do not state this: “{value}”. Correct the fact "
        "or the lines",
    },
    "fact-without-source": {
        "kk": "бұйрықтың мәтіні бізде жоқ, ал мәліметтің дереккөзі көрсетілмеген. Оны facts_from "
        "өрісіне жазыңыз немесе мәліметті алып тастаңыз",
        "ru": "текста приказа у нас нет, а источник сведения не назван. Запишите его "
        "в facts_from или уберите сведение",
        "en": "the order's text is not held, and no source of this fact is named. Name one under "
        "facts_from, or take the fact out",
    },
    "witness-not-held": {
        "kk": "{order} бұйрығының мәтіні бізде жоқ немесе оқылмайды, сондықтан ол мәліметті растай "
        "алмайды. Басқа дереккөз көрсетіңіз",
        "ru": "текста приказа {order} у нас нет, или он не читается, и подтвердить сведение он "
        "не может. Назовите другой источник",
        "en": "the text of order {order} is not held or cannot be read, so it attests nothing. "
        "Name another source",
    },
    # Letters and signs.
    "mixed-scripts": {
        "kk": "бір сөзде кирилл және латын әріптері аралас: {found}. Баспадағыдай жазыңыз",
        "ru": "в одном слове смешаны кириллица и латиница: {found}. Запишите как в печати",
        "en": "Cyrillic and Latin letters are mixed in one word: {found}. Write it as printed",
    },
    "look-alikes": {
        "kk": "сөз кириллицаға ұқсас латын әріптерімен жазылған: {found}. Кирилл әріптерімен "
        "жазыңыз",
        "ru": "слово набрано латинскими двойниками кириллицы: {found}. Наберите кириллицей",
        "en": "a word is written in Latin letters that look Cyrillic: {found}. Write it "
        "in Cyrillic",
    },
    "foreign-letters": {
        "kk": "қазақ, орыс және латын әліпбиінде жоқ әріптер: {found}. Баспадағыдай жазыңыз",
        "ru": "буквы не из казахского, русского или латинского алфавита: {found}. Запишите "
        "как в печати",
        "en": "letters of no Kazakh, Russian or Latin alphabet: {found}. Write it as printed",
    },
    "not-nfc": {
        "kk": "әріптер бөлшектеп жазылған (NFC емес): {found}. NFC түрінде жазыңыз",
        "ru": "буквы записаны по частям (не NFC): {found}. Запишите в форме NFC",
        "en": "letters are written in parts (not NFC): {found}. Write it in NFC",
    },
    "control-signs": {
        "kk": "мәтінде көрінбейтін белгілер бар: {found}. Алып тастаңыз",
        "ru": "в тексте невидимые знаки: {found}. Уберите их",
        "en": "the text has invisible signs: {found}. Take them out",
    },
    "blanks": {
        "kk": "мәтін бос немесе бос орындары артық: {found}. Сөздер арасында бір бос орын "
        "қалдырыңыз",
        "ru": "текст пуст, или в нём лишние пробелы: {found}. Оставьте между словами "
        "по одному пробелу",
        "en": "the text is empty or has needless blanks: {found}. Leave single blanks "
        "between words",
    },
    # Ids, codes, labels.
    "id-not-a-slug": {
        "kk": "тұрақты атау кіші латын әріптерінен, цифрлардан, сызықшалардан тұруға тиіс. "
        "Түзетіңіз",
        "ru": "постоянное имя должно состоять из малых латинских букв, цифр и дефисов. Исправьте",
        "en": "a permanent id has small Latin letters, digits and hyphens. Correct it",
    },
    "id-twice": {
        "kk": "бұл тұрақты атау басқа нәрсеге берілген. Жаңасын беріңіз",
        "ru": "это постоянное имя уже дано другому. Дайте новое",
        "en": "this permanent id is already another thing's. Give a new one",
    },
    "code-of-other-kind": {
        "kk": "код басқа түрдегі орынды білдіреді. Кодын түзетіңіз",
        "ru": "код называет место другого рода. Исправьте код",
        "en": "the code names a place of another kind. Correct the code",
    },
    "code-outside-parent": {
        "kk": "код тұрған орнына жатпайды. Кодын немесе орнын түзетіңіз",
        "ru": "код не относится к тому месту, где стоит. Исправьте код или место",
        "en": "the code does not belong where it stands. Correct the code or the place",
    },
    "codes-descend": {
        "kk": "код алдындағы {before} кодынан кейін тұра алмайды. Ретін түзетіңіз",
        "ru": "код не может стоять после {before}. Исправьте порядок",
        "en": "the code cannot stand after {before}. Correct the order",
    },
    "sector-without-heading": {
        "kk": "саланың коды мен тақырыбы бірге берілуге тиіс. Жетіспейтінін жазыңыз",
        "ru": "код и заголовок отрасли даются вместе. Допишите недостающее",
        "en": "a sector has a code and a heading, or neither. Write what is missing",
    },
    "label-not-whole": {
        "kk": "басылған белгінің мәтіні мен жолдары болуға тиіс, басылмағанның – болмауға. "
        "Түзетіңіз",
        "ru": "у напечатанного обозначения должны быть текст и строки, у прочих их быть не может. "
        "Исправьте",
        "en": "a printed label has a text and lines, any other has neither. Correct it",
    },
    "label-unlike-code": {
        "kk": "белгі кодқа сай емес. Белгісін немесе кодын түзетіңіз",
        "ru": "обозначение не отвечает коду. Исправьте обозначение или код",
        "en": "the label does not agree with the code. Correct one or the other",
    },
    # Doubts, faults, targets.
    "about-nothing": {
        "kk": "тізілімде {address} жоқ. Мекенжайын түзетіңіз",
        "ru": "в реестре нет {address}. Исправьте адрес",
        "en": "the register has no {address}. Correct the address",
    },
    "doubt-without-evidence": {
        "kk": "күмәннің негізі көрсетілмеген. Кемінде бір негізін жазыңыз",
        "ru": "у сомнения нет оснований. Запишите хотя бы одно",
        "en": "the doubt has no evidence. Write at least one ground",
    },
    "lines-outside-source": {
        "kk": "бастапқы файлда {lines} жолдары жоқ. Жол нөмірлерін түзетіңіз",
        "ru": "в исходном файле нет строк {lines}. Исправьте номера строк",
        "en": "the source has no {lines}. Correct the line numbers",
    },
    "fault-not-there": {
        "kk": "{address} мәтінінде «{quote}» сөздері жоқ. Сөздерін немесе мекенжайын түзетіңіз",
        "ru": "в тексте {address} нет слов «{quote}». Исправьте слова или адрес",
        "en": "the text of {address} does not have “{quote}”. Correct the words or the address",
    },
    "inferred-without-doubt": {
        "kk": "белгі басылмаған, бірақ ол туралы күмән жазылмаған. Күмәнді негіздерімен жазыңыз",
        "ru": "обозначение выведено, а сомнения о нём нет. Запишите сомнение с основаниями",
        "en": "the label is inferred, but no doubt says so. Write a doubt with its evidence",
    },
    "leap-without-doubt": {
        "kk": "буын белгісі жоғалған, {level} деңгейінен кейін нөмір аттап өткен: бұл жазбаның деңгейі күмәнді, бірақ "
        "күмән жазылмаған. Күмәнді негіздерімен жазыңыз",
        "ru": "обозначение звена утрачено, после ступени {level} номер пропущен: ступень этой записи под вопросом, а сомнения "
        "о нём нет. Запишите сомнение с основаниями",
        "en": "the link's label is lost and a level number is missing after {level}: the level of this entry is in question, "
        "but no doubt says so. Write a doubt with its evidence",
    },
    "restates-other-kind": {
        "kk": "операция {address} нысанын атайды, ал оған басқа түрдегі мәтін береді. Нысанасын "
        "немесе мазмұнын түзетіңіз",
        "ru": "операция называет {address}, а приносит содержание другого рода. Исправьте цель "
        "или содержание",
        "en": "the operation names {address}, but brings content of another kind. Correct the "
        "target or the content",
    },
}
