"""Why an instruction of an amending order is not turned into an operation."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # The order's words.
    "unknown-formula": {
        "kk": "Нұсқаудың мұндай тұжырымы белгісіз: ол не істеуді бұйыратынын адам оқып шешсін.",
        "ru": "Такая формула указания не известна: что оно предписывает, решает человек, прочитав его.",
        "en": "The formula of this instruction is not known: a person must read what it bids.",
    },
    "quotation-not-closed": {
        "kk": "Дәйексөздің жабылатын тырнақшасы табылмады, сондықтан оның қай жерде бітетіні белгісіз.",
        "ru": "Закрывающая кавычка не найдена, и где кончается приводимый текст, не известно.",
        "en": "The closing quotation mark is not found, so where the quoted text ends is not known.",
    },
    "new-wording-missing": {
        "kk": "Жаңа редакцияның мәтіні нұсқаудан кейін тырнақшада тұрған жоқ.",
        "ru": "Текста новой редакции в кавычках после указания нет.",
        "en": "No quoted new wording follows the instruction.",
    },
    "content-unclear": {
        "kk": "Келтірілген мәтіннің жолдары қалай бөлінетіні анық емес: «{words}».",
        "ru": "Как делится на строки приводимый текст, не ясно: «{words}».",
        "en": "How the quoted text divides into rows is not clear: «{words}».",
    },
    "no-table": {
        "kk": "Келтірілген мәтінде күтілген кесте немесе оның бөлігі жоқ.",
        "ru": "Ожидаемой таблицы или её части в приводимом тексте нет.",
        "en": "The quoted text does not hold the table, or the part of it, that is expected.",
    },
    "no-such-table": {
        "kk": "Келтірілген жолдар кесте ретінде оқылмады. {why}",
        "ru": "Приводимые строки не читаются как таблица. {why}",
        "en": "The quoted rows cannot be read as a table. {why}",
    },
    "case-forms": {
        "kk": "Сөз барлық септік тұлғаларында ауыстырылады, ал ол тұлғалар бұйрықта жазылмаған; оларды ойдан қосуға болмайды.",
        "ru": "Слово заменяется во всех падежных формах, а сами формы в приказе не выписаны; домысливать их нельзя.",
        "en": "The word is replaced in every case form, and the order does not write those forms out; they must not be guessed.",
    },
    "other-language": {
        "kk": "Өзгеріс тек екінші тілдегі мәтінге енгізіледі; осы тілдегі мәтін өзгермейді.",
        "ru": "Изменение вносится только в текст на другом языке; текст на этом языке не изменяется.",
        "en": "Only the text in the other language is changed; the text in this language stays as it is.",
    },
    "date-unclear": {
        "kk": "Нұсқау атаған күн анық емес: «{words}».",
        "ru": "День, названный в указании, не ясен: «{words}».",
        "en": "The day that the instruction names is not clear: «{words}».",
    },
    "commencement-apart": {
        "kk": "Бұйрықтың бір бөлігі басқа мерзімде қолданысқа енгізіледі, бірақ қай бөлігі және қашан екені оқылмады.",
        "ru": "Часть приказа вводится в действие в другой срок, но какая и когда, прочитать не удалось.",
        "en": "A part of the order takes effect at another time, but which part and when could not be read.",
    },
    # The order that is meant.
    "order-unclear": {
        "kk": "Нұсқау қай бұйрық туралы айтатыны күні мен нөмірінен анық емес.",
        "ru": "О каком приказе говорит указание, по дате и номеру не ясно.",
        "en": "Which order the instruction speaks of is not clear from its date and number.",
    },
    "other-order": {
        "kk": "Нұсқау басқа бұйрыққа қатысты: {order}.",
        "ru": "Указание относится к другому приказу: {order}.",
        "en": "The instruction concerns another order: {order}.",
    },
    "several-orders": {
        "kk": "Бұйрық бірнеше бұйрықты өзгертеді ({orders}); тізілім қайсысымен бекітілгені белгісіз.",
        "ru": "Приказ изменяет несколько приказов ({orders}); которым из них утверждён реестр, не известно.",
        "en": "The order amends several orders ({orders}); which of them approved the register is not known.",
    },
    "other-annex": {
        "kk": "Нұсқау басқа қосымшаға қатысты: {annex}-қосымша.",
        "ru": "Указание относится к другому приложению: приложение {annex}.",
        "en": "The instruction concerns another annex: annex {annex}.",
    },
    "outside-register": {
        "kk": "Нұсқау тізілім кестесіне емес, бұйрықтың басқа нормасына қатысты: «{words}».",
        "ru": "Указание относится не к таблице реестра, а к другой норме приказа: «{words}».",
        "en": "The instruction concerns another norm of an order, not the register's table: «{words}».",
    },
    # The place in the register.
    "base-not-held": {
        "kk": "Бұйрық өзгертетін тізілімнің мәтіні бізде жоқ, сондықтан орын одан табылмайды.",
        "ru": "Текста реестра, который изменяет приказ, у нас нет, и найти в нём место нельзя.",
        "en": "The register that the order amends is not held, so the place cannot be found in it.",
    },
    "place-unclear": {
        "kk": "Бұл сөздер қай орынды атайтыны түсініксіз: «{words}».",
        "ru": "Какое место называют эти слова, не понятно: «{words}».",
        "en": "Which place these words name is not understood: «{words}».",
    },
    "place-not-found": {
        "kk": "Тізілімде мұндай орын жоқ: {words}.",
        "ru": "Такого места в реестре нет: {words}.",
        "en": "The register has no such place: {words}.",
    },
    "place-several": {
        "kk": "Тізілімде мұндай орын біреу емес ({count}): {words}.",
        "ru": "Такое место в реестре не одно ({count}): {words}.",
        "en": "The register has not one such place but {count}: {words}.",
    },
    "row-not-found": {
        "kk": "Ол жерде мұндай жол жоқ: «{words}».",
        "ru": "Такой строки там нет: «{words}».",
        "en": "There is no such row there: «{words}».",
    },
    "row-several": {
        "kk": "Ол жерде мұндай жол біреу емес ({count}): «{words}».",
        "ru": "Такая строка там не одна ({count}): «{words}».",
        "en": "There is not one such row there but {count}: «{words}».",
    },
    "heading-alone": {
        "kk": "Тақырып қана аталған, ал оның астындағы жолдармен не болатыны айтылмаған: «{words}».",
        "ru": "Назван только заголовок, а что станет со строками под ним, не сказано: «{words}».",
        "en": "Only the heading is named, and not what becomes of the rows below it: «{words}».",
    },
    "words-not-found": {
        "kk": "Ол жерде мұндай сөздер жоқ: «{words}».",
        "ru": "Таких слов там нет: «{words}».",
        "en": "These words do not occur there: «{words}».",
    },
    "words-several": {
        "kk": "Бұл сөздер ол жерде {count} рет кездеседі, ал қайсысы екені айтылмаған: «{words}».",
        "ru": "Эти слова встречаются там не один раз ({count}), а которые из них, не сказано: «{words}».",
        "en": "These words occur there {count} times, and which are meant is not said: «{words}».",
    },
    "words-inside": {
        "kk": "Бұл сөздер ол жерде ұзынырақ сөздердің ішінде де тұр: «{words}».",
        "ru": "Эти слова стоят там и внутри более длинных слов: «{words}».",
        "en": "These words also stand inside longer words there: «{words}».",
    },
}
