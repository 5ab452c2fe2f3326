"""Bringing a document: what is refused and why, and what came of it."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── what is asked of an import ───────────────────────────────────────────────────
    "needs-folder": {
        "kk": "Орнатылған пакеттің өз деректеріне ештеңе жазылмайды. Тізілімдер қалтасын --into "
        "арқылы атаңыз; жоқ болса, ол жасалады.",
        "ru": "В данные установленного пакета ничего не записывается. Назовите папку реестров "
        "через --into; если её нет, она будет создана.",
        "en": "Nothing is written into the data of an installed package. Name a registers folder "
        "with --into; one that is not there is made.",
    },
    "two-folders": {
        "kk": "--into мен --data екі түрлі қалтаны атайды: біреуін беріңіз.",
        "ru": "--into и --data называют разные папки: задайте одну.",
        "en": "--into and --data name different folders: give one of them.",
    },
    "not-a-file": {
        "kk": "Бұл – құжат файлы емес (қалта, құрылғы немесе арна). Файлдың жолын беріңіз.",
        "ru": "Это не файл документа (папка, устройство или канал). Укажите путь к файлу.",
        "en": "This is no document file (a folder, a device or a pipe). Give the path of a file.",
    },
    "no-register": {
        "kk": "Қалтада әлі тізілім жоқ, сондықтан {edition} редакциясы да жоқ. --base параметрін "
        "алып тастаңыз.",
        "ru": "В папке ещё нет реестра, а значит, нет и редакции {edition}. Уберите --base.",
        "en": "The folder holds no register yet, so there is no edition {edition}. Leave out "
        "--base.",
    },
    "base-not-held": {
        "kk": "{edition} редакциясының мәтіні бізде жоқ, сондықтан одан идентификатор алынбайды. "
        "Мәтіні бар редакцияны атаңыз.",
        "ru": "Текста редакции {edition} у нас нет, поэтому взять из неё идентификаторы нельзя. "
        "Назовите редакцию, текст которой имеется.",
        "en": "The text of the edition {edition} is not held, so no ids can be taken from it. "
        "Name an edition whose text is held.",
    },
    "no-publisher": {
        "kk": "Біріктірілген мәтінді кім беретіні белгісіз. Оны --publisher арқылы атаңыз немесе "
        "--source арқылы мекенжайын беріңіз (белгілі хосттар: {hosts}).",
        "ru": "Неизвестно, кто даёт сводный текст. Назовите его через --publisher или укажите "
        "адрес через --source (известны хосты: {hosts}).",
        "en": "It is not known who gives the consolidated text. Name the publisher with "
        "--publisher, or give the address with --source (known hosts: {hosts}).",
    },
    "needs-day": {
        "kk": "Бұл – біріктірілген мәтін: онда жариялаушының ескертпелері бар ({count}): «{notes}» "
        "Қай күнгі редакция екенін --as-amended арқылы беріңіз.",
        "ru": "Это сводный текст: в нём есть примечания издателя ({count}): «{notes}» Укажите "
        "через --as-amended, на какой день эта редакция.",
        "en": "This is a consolidated text: it has notes of its publisher ({count}): “{notes}” "
        "Say with --as-amended for which day it is given.",
    },
    "before-base": {
        "kk": "Редакция {day} күніне берілген, ал негізгі бұйрық {adopted} күні ғана қабылданған. "
        "Күнді тексеріңіз.",
        "ru": "Редакция дана на {day}, а основной приказ принят лишь {adopted}. Проверьте день.",
        "en": "The edition is given for {day}, but the base order was adopted on {adopted} only. "
        "Check the day.",
    },
    "before-note": {
        "kk": "Редакция {day} күніне берілген, ал мәтінде {adopted} күні қабылданған бұйрық "
        "туралы ескертпе бар: «{note}». Күнді тексеріңіз.",
        "ru": "Редакция дана на {day}, а в тексте есть примечание о приказе от {adopted}: "
        "«{note}». Проверьте день.",
        "en": "The edition is given for {day}, but the text has a note on an order adopted on "
        "{adopted}: “{note}”. Check the day.",
    },
    # ── which order, which register ──────────────────────────────────────────────────
    "no-number": {
        "kk": "Мәтінде бұйрықтың нөмірі табылмады. Тақырыбы мен «… № … бұйрығы» деген жолы бар "
        "толық мәтінді әкеліңіз немесе белгілі бұйрықтың атын --order арқылы беріңіз.",
        "ru": "В тексте не найден номер приказа. Принесите полный текст с заголовком и строкой "
        "«Приказ … №…» или назовите известный приказ через --order.",
        "en": "The order's number was not found in the text. Bring the whole text with its title "
        "and the line that gives day and number, or name a known order with --order.",
    },
    "no-adopted": {
        "kk": "Мәтінде бұйрықтың қабылданған күні табылмады. Тақырыбы мен күні, нөмірі жазылған "
        "жолы бар толық мәтінді әкеліңіз.",
        "ru": "В тексте не найден день принятия приказа. Принесите полный текст с заголовком и "
        "строкой, где стоят день и номер.",
        "en": "The day on which the order was adopted was not found in the text. Bring the whole "
        "text with its title and the line that gives day and number.",
    },
    "no-title": {
        "kk": "Мәтінде бұйрықтың атауы табылмады. Толық мәтінді тақырыбымен бірге әкеліңіз.",
        "ru": "В тексте не найдено название приказа. Принесите полный текст вместе с заголовком.",
        "en": "The order's title was not found in the text. Bring the whole text, title included.",
    },
    "no-issuer": {
        "kk": "Мәтінде бұйрықты кім шығарғаны табылмады. Күні мен нөмірі жазылған жолы бар толық "
        "мәтінді әкеліңіз.",
        "ru": "В тексте не найдено, кем издан приказ. Принесите полный текст со строкой, где "
        "стоят день и номер.",
        "en": "The text does not say who issued the order. Bring the whole text with the line "
        "that gives day and number.",
    },
    "other-order": {
        "kk": "Мәтін өзін {said} бұйрығы дейді, ал --order арқылы {given} берілген. Қайсысы дұрыс "
        "екенін тексеріңіз.",
        "ru": "Текст называет себя приказом {said}, а через --order задан {given}. Проверьте, что "
        "верно.",
        "en": "The text calls itself the order {said}, but --order says {given}. Check which is "
        "right.",
    },
    "not-an-id": {
        "kk": '"{id}" қалтаның аты бола алмайды. Бұйрықтың аты – қабылданған жылы мен нөмірі: '
        "2019-920.",
        "ru": '"{id}" не может быть именем папки. Имя приказа – год принятия и номер: 2019-920.',
        "en": '"{id}" cannot be the name of a folder. An order is named by its year of adoption '
        "and its number: 2019-920.",
    },
    "fact-differs": {
        "kk": "Мәтін: «{said}»; белгілісі: «{known}» ({witness}). Не мәтін басқа бұйрықтікі, не "
        "біреуі қате: ештеңе жазылмады.",
        "ru": "В тексте: «{said}»; известно: «{known}» ({witness}). Либо это текст другого "
        "приказа, либо одно из двух неверно: ничего не записано.",
        "en": "The text says “{said}”; known is “{known}” ({witness}). Either the text is of "
        "another order, or one of the two is wrong: nothing was written.",
    },
    "second-base": {
        "kk": "Мәтін ешбір бұйрықты өзгертпейді, яғни жаңа тізілімді бекітеді, ал бұл қалтада "
        "{base} бұйрығының тізілімі бар. Жаңа тізілімге жаңа қалтаны --into арқылы атаңыз.",
        "ru": "Текст не изменяет никакого приказа, значит, утверждает новый реестр, а в этой "
        "папке уже реестр приказа {base}. Назовите для нового реестра новую папку через --into.",
        "en": "The text amends no order, so it approves a new register, but this folder holds "
        "that of the order {base}. Name a new folder for a new register with --into.",
    },
    "amends-other": {
        "kk": "Мәтін {named} бұйрығын өзгертеді, ал бұл қалтада ондай бұйрық жоқ: мұнда {base} "
        "бұйрығының тізілімі тұр. Сол тізілімнің қалтасын --into арқылы атаңыз.",
        "ru": "Текст изменяет приказ {named}, а в этой папке его нет: здесь реестр приказа "
        "{base}. Назовите папку того реестра через --into.",
        "en": "The text amends the order {named}, which this folder does not have: it holds the "
        "register of the order {base}. Name that register's folder with --into.",
    },
    "no-base": {
        "kk": "Біріктірілген мәтін {order} бұйрығынікі, ал бұл қалтаның негізгі бұйрығы: {base}. "
        "Алдымен негізгі бұйрықты әкеліңіз немесе оның қалтасын --into арқылы атаңыз.",
        "ru": "Сводный текст принадлежит приказу {order}, а основной приказ этой папки: {base}. "
        "Сначала принесите основной приказ или назовите его папку через --into.",
        "en": "The consolidated text is of the order {order}, but the base order of this folder "
        "is: {base}. Bring the base order first, or name its folder with --into.",
    },
    "base-not-named": {
        "kk": "Мәтін {base} бұйрығын өзгертеді, бірақ оның атауын немесе кім шығарғанын айтпайды. "
        "Алдымен сол бұйрықтың өз мәтінін әкеліңіз.",
        "ru": "Текст изменяет приказ {base}, но не называет его заголовка или того, кем он издан. "
        "Сначала принесите текст самого этого приказа.",
        "en": "The text amends the order {base} but does not give its title or who issued it. "
        "Bring that order's own text first.",
    },
    "no-table": {
        "kk": "Мәтінде тізілімнің кестесі жоқ: буын, деңгей, лауазымдар атауы деген үш баған керек.",
        "ru": "В тексте нет таблицы реестра: нужны три столбца – звено, ступень, наименования "
        "должностей.",
        "en": "The text has no table of a register: it takes three columns – link, level, "
        "position titles.",
    },
    "not-approved": {
        "kk": "Тізілімді бекітетін сөздер («… бекітілсін») табылмады. Бұйрықтың толық мәтінін, "
        "тармақтарымен бірге, әкеліңіз.",
        "ru": "Не найдены слова, которыми реестр утверждается («утвердить …»). Принесите полный "
        "текст приказа вместе с его пунктами.",
        "en": "The words that approve the register (“бекітілсін”, “утвердить”) were not found. "
        "Bring the whole text of the order, its points included.",
    },
    "other-language": {
        "kk": "{order} бұйрығының мәтіні бізде бар, тілі: {held}; әкелінгенінің тілі: {brought}. "
        "Басқа тілдегі мәтін тізілімді түгел келтіретін бұйрықтың немесе жарияланған редакцияның "
        "қасына ғана қойылады; оны басқа қалтаға әкеліңіз (--into).",
        "ru": "Текст приказа {order} имеется, его язык: {held}; язык принесённого: {brought}. "
        "Текст на другом языке помещается лишь рядом с приказом, который приводит реестр целиком, "
        "или с опубликованной редакцией; принесите его в другую папку (--into).",
        "en": "The text of the order {order} is held in {held}; the one brought is in {brought}. "
        "A text in another language is put only beside an order that brings a register whole, or "
        "beside a published edition; bring it into another folder (--into).",
    },
    "register-language": {
        "kk": "Тізілімнің тілі: {held}; әкелінген мәтіннің тілі: {brought}. Алдымен осы бұйрықтың "
        "тізілім тіліндегі мәтінін әкеліңіз; екіншісі соның қасына қойылады.",
        "ru": "Язык реестра: {held}; язык принесённого: {brought}. Сначала принесите текст этого "
        "приказа на языке реестра; второй будет помещён рядом с ним.",
        "en": "The register is in {held}; the text brought is in {brought}. Bring this order's text "
        "in the register's language first; the other is then put beside it.",
    },
    "no-edition-beside": {
        "kk": "Тізілімнің тілі: {held}; әкелінген мәтіннің тілі: {brought}. {day} күнгі редакцияның "
        "тізілім тіліндегі мәтіні жоқ: алдымен соны әкеліңіз, екіншісі соның қасына қойылады.",
        "ru": "Язык реестра: {held}; язык принесённого: {brought}. Редакции на {day} на языке "
        "реестра нет: сначала принесите её, второй текст будет помещён рядом.",
        "en": "The register is in {held}; the text brought is in {brought}. No edition of {day} is "
        "held in the register's language: bring that first, the other is then put beside it.",
    },
    # ── what came of it ──────────────────────────────────────────────────────────────
    "left": {
        "kk": "Мәтінде кесте бар (деңгейлер: {count}), бірақ оны келтіретін нұсқау түсінілмеді, сондықтан "
        "тізілім жазылған жоқ. Нұсқаудың сөздері орнынан ауысқан болса, оқылымды repairs.yaml файлына "
        "жазып, құжатты --readings және --replace параметрлерімен қайта әкеліңіз.",
        "ru": "В тексте есть таблица (ступеней: {count}), но указание, которым она вводится, не "
        "понято, поэтому реестр не записан. Если слова указания сместились, запишите чтение в "
        "repairs.yaml и принесите документ снова с --readings и --replace.",
        "en": "The text has a table (levels: {count}), but the instruction that brings it was not "
        "understood, so no register was written. If words of the instruction are out of place, "
        "record the reading in repairs.yaml and bring the document again with --readings and "
        "--replace.",
    },
    "more-failures": {
        "kk": "  … тағы {count}: бәрін verify көрсетеді.",
        "ru": "  … ещё {count}: все покажет verify.",
        "en": "  … and {count} more: verify shows them all.",
    },
    "role-base": {
        "kk": "жаңа негізгі бұйрық",
        "ru": "новый основной приказ",
        "en": "a new base order",
    },
    "role-amending": {
        "kk": "жаңа өзгертуші бұйрық",
        "ru": "новый изменяющий приказ",
        "en": "a new amending order",
    },
    "role-supplied": {
        "kk": "бұрын тек аты белгілі бұйрықтың мәтіні",
        "ru": "текст приказа, который был известен лишь по названию",
        "en": "the text of an order that was known by name only",
    },
    "role-replaced": {
        "kk": "бұрынғы мәтіннің орнына қойылған мәтін",
        "ru": "текст взамен имевшегося",
        "en": "a text in the place of the one that was held",
    },
    "role-witness": {
        "kk": "мәтіні бұрыннан бар: екінші дана ретінде салыстырылды",
        "ru": "текст уже имеется: сличён как второй экземпляр",
        "en": "the text is held already: compared as a second witness",
    },
    "role-parallel": {
        "kk": "редакцияның басқа тілдегі мәтіні, оның қасына қойылды",
        "ru": "текст редакции на другом языке, помещён рядом с ней",
        "en": "the text of an edition in another language, put beside it",
    },
    "role-published": {
        "kk": "біріктірілген мәтін, жарияланған редакция",
        "ru": "сводный текст, опубликованная редакция",
        "en": "a consolidated text, as a published edition",
    },
    "document": {
        "kk": "Құжат: {name} – {kind}, {tongue}",
        "ru": "Документ: {name} – {kind}, {tongue}",
        "en": "Document: {name} – {kind}, {tongue}",
    },
    "kind-html": {"kk": "веб-бет", "ru": "веб-страница", "en": "web page"},
    "kind-markdown": {"kk": "Markdown", "ru": "Markdown", "en": "Markdown"},
    "kind-docx": {"kk": "DOCX", "ru": "DOCX", "en": "DOCX"},
    "kind-pdf": {"kk": "PDF", "ru": "PDF", "en": "PDF"},
    "kind-text": {"kk": "таза мәтін", "ru": "чистый текст", "en": "clean text"},
    "kind-layout": {
        "kk": "басылған жолдар, белгілері бөлек жолдарда",
        "ru": "печатные строки, обозначения отдельными строками",
        "en": "printed lines, labels in lines of their own",
    },
    "tongue-kaz": {"kk": "қазақ тілінде", "ru": "на казахском", "en": "in Kazakh"},
    "tongue-rus": {"kk": "орыс тілінде", "ru": "на русском", "en": "in Russian"},
    "value": {"kk": "{value}", "ru": "{value}", "en": "{value}"},
    "fact-number": {"kk": "нөмірі", "ru": "номер", "en": "number"},
    "fact-adopted": {"kk": "қабылданған күні", "ru": "день принятия", "en": "adopted"},
    "fact-title": {"kk": "атауы", "ru": "название", "en": "title"},
    "fact-issuer": {"kk": "шығарған", "ru": "кем издан", "en": "issued by"},
    "fact-registration": {
        "kk": "мемлекеттік тіркеу нөмірі",
        "ru": "номер государственной регистрации",
        "en": "number of state registration",
    },
    "fact-registered": {
        "kk": "мемлекеттік тіркелген күні",
        "ru": "день государственной регистрации",
        "en": "day of state registration",
    },
    "fact-publications": {
        "kk": "ресми жарияланымдары",
        "ru": "официальные опубликования",
        "en": "official publications",
    },
    "fact-rule": {
        "kk": "қолданысқа енгізу ережесі",
        "ru": "правило введения в действие",
        "en": "rule of commencement",
    },
    "fact-signed-by": {"kk": "қол қойған", "ru": "подписал", "en": "signed by"},
    "fact-agreed-with": {"kk": "келісілген", "ru": "согласован с", "en": "agreed with"},
    "not-said": {
        "kk": "Мәтінде айтылмаған, белгісіз қалды: {facts}",
        "ru": "В тексте не сказано, осталось неизвестным: {facts}",
        "en": "Not said in the text, left unknown: {facts}",
    },
    "register": {
        "kk": "Тізілім: блок – {blocks}, буын – {links}, деңгей – {levels}, жазба – {entries}, "
        "тармақ – {items}, аббревиатура – {abbreviations}",
        "ru": "Реестр: блоков – {blocks}, звеньев – {links}, ступеней – {levels}, записей – "
        "{entries}, пунктов – {items}, аббревиатур – {abbreviations}",
        "en": "Register: blocks – {blocks}, links – {links}, levels – {levels}, entries – "
        "{entries}, items – {items}, abbreviations – {abbreviations}",
    },
    "ids": {
        "kk": "Идентификаторлар: сақталғаны – {kept}, жаңасы – {new}",
        "ru": "Идентификаторы: сохранено – {kept}, новых – {new}",
        "en": "Ids: kept – {kept}, new – {new}",
    },
    "repairs": {
        "kk": "Түзетулер: {repairs}",
        "ru": "Исправления: {repairs}",
        "en": "Repairs: {repairs}",
    },
    "notes": {
        "kk": "Жариялаушының ескертпелерінде аталған бұйрық: {count}; бұйрық аталмаған ескертпе: "
        "{nameless}",
        "ru": "В примечаниях издателя названо приказов: {count}; примечаний без приказа: "
        "{nameless}",
        "en": "Orders named in the publisher's notes: {count}; notes that name none: {nameless}",
    },
    "operations": {
        "kk": "Операциялар: {count}; операциямен берілмейтін нұсқамалар: {unexpressed}",
        "ru": "Операций: {count}; предписаний, не выраженных операциями: {unexpressed}",
        "en": "Operations: {count}; instructions that no operation expresses: {unexpressed}",
    },
    "doubts": {"kk": "Күмәндар: {count}", "ru": "Сомнения: {count}", "en": "Doubts: {count}"},
    "weak": {
        "kk": "Бұрынғымен бір деп алынғаны күмәнді жұптар: {count}. Қате болса, register.yaml "
        "ішінде жаңа идентификатор беріңіз.",
        "ru": "Пары, отождествлённые лишь с вероятностью: {count}. Если пара неверна, дайте в "
        "register.yaml новый идентификатор.",
        "en": "Pairs that are only probably the same thing: {count}. If one is wrong, give the "
        "thing a new id in register.yaml.",
    },
    "ground-likeness": {"kk": "ұқсастығы", "ru": "сходство", "en": "likeness"},
    "ground-move": {"kk": "басқа деңгейде", "ru": "на другой ступени", "en": "at another level"},
    "ground-position": {"kk": "орны", "ru": "место", "en": "position"},
    "to-translate": {
        "kk": "Бұйрықты шығарған органның атауы тек мәтіндегідей жазылды: order.yaml ішіндегі "
        "issuer өрісін үш тілде толтырыңыз.",
        "ru": "Кем издан приказ, записано лишь так, как в тексте: заполните в order.yaml поле "
        "issuer на трёх языках.",
        "en": "Who issued the order is written as the text has it only: fill in the field issuer "
        "of order.yaml in three languages.",
    },
    "apart": {
        "kk": "Бұйрықтың өз сөздеріндегі айырмалар: {count}",
        "ru": "Расхождений в словах самого приказа: {count}",
        "en": "Differences in the order's own words: {count}",
    },
    "nothing-written": {
        "kk": "Ештеңе жазылмады. Бұрынғының орнына қою үшін --replace қосыңыз.",
        "ru": "Ничего не записано. Чтобы заменить имеющееся, добавьте --replace.",
        "en": "Nothing was written. To put it in the place of what is held, add --replace.",
    },
    "written": {"kk": "Жазылған файлдар:", "ru": "Записаны файлы:", "en": "Files written:"},
    "failures": {
        "kk": "verify тапқан кемшіліктер ({count}), оларды түзету керек:",
        "ru": "verify нашла недостатки ({count}), их нужно исправить:",
        "en": "verify finds faults ({count}), which are to be mended:",
    },
    "next": {
        "kk": "Енді: review.html бетін оқып, YAML файлдарындағы қатені түзетіңіз, сосын іске "
        "қосыңыз: kz-civil-positions verify --data {folder}",
        "ru": "Дальше: прочтите review.html, исправьте неверное в файлах YAML и запустите: "
        "kz-civil-positions verify --data {folder}",
        "en": "Next: read review.html, correct what is wrong in the YAML files, then run: "
        "kz-civil-positions verify --data {folder}",
    },
}
