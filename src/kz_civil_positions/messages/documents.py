"""Documents as they are brought: why one cannot be read, and where."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── pages, Markdown, packed documents ────────────────────────────────────────────
    "tag-not-ended": {
        "kk": "Осы жерде басталған {tag} таңбасының соңы жоқ: құжат толық сақталмаған. Оны қайта сақтаңыз.",
        "ru": "У начатой здесь разметки {tag} нет конца: документ сохранён не полностью. Сохраните его заново.",
        "en": "The markup {tag} that begins here has no end: the document was not saved whole. Save it again.",
    },
    "too-many-tags": {
        "kk": "Құжатта {most} белгіден көп: мұндай құжат оқылмайды. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "В документе больше {most} тегов: такой документ не читается. Дайте только часть с реестром.",
        "en": "The document has more than {most} tags and is not read. Bring the part with the register only.",
    },
    "too-many-links": {
        "kk": "Мәтінде {most} сілтемеден ([) көп: мұндай Markdown оқылмайды. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "В тексте больше {most} ссылок ([): такой Markdown не читается. Дайте только часть с реестром.",
        "en": "The text has more than {most} links ([): such Markdown is not read. Bring the part with the register only.",
    },
    "too-deep": {
        "kk": "Мұнда элементтер бір-бірінің ішінде {most} деңгейден терең орналасқан: мұндай құжат оқылмайды.",
        "ru": "Элементы вложены здесь друг в друга глубже {most} уровней: такой документ не читается.",
        "en": "Elements stand within elements more than {most} deep here: such a document is not read.",
    },
    "span-too-large": {
        "kk": "Бұл кестенің ұяшығы {most} жолдан немесе бағаннан артық орын алады. Кестені түзетіп, қайта беріңіз.",
        "ru": "Ячейка этой таблицы занимает больше {most} строк или столбцов. Исправьте таблицу и дайте её снова.",
        "en": "A cell of this table spans more than {most} rows or columns. Mend the table and bring it again.",
    },
    "no-document": {
        "kk": "Бұл DOCX файлы емес: ішінде құжаттың өзі жоқ. Оны DOCX түрінде қайта сақтаңыз.",
        "ru": "Это не файл DOCX: самого документа в нём нет. Сохраните его заново как DOCX.",
        "en": "This is no DOCX file: the document itself is not in it. Save it again as DOCX.",
    },
    "packed-damaged": {
        "kk": "DOCX файлы бүлінген, оны ашу мүмкін емес. Түпнұсқасын қайта жүктеп алыңыз.",
        "ru": "Файл DOCX повреждён, его нельзя распаковать. Скачайте подлинник заново.",
        "en": "The DOCX file is damaged and cannot be unpacked. Download the original again.",
    },
    "packed-locked": {
        "kk": "DOCX файлы құпиясөзбен жабылған. Оны құпиясөзсіз сақтаңыз.",
        "ru": "Файл DOCX закрыт паролем. Сохраните его без пароля.",
        "en": "The DOCX file is under a password. Save it without one.",
    },
    "packed-path": {
        "kk": "Файлдың ішінде тыс жерді көрсететін немесе қайталанатын бөлік бар: {part}. Мұндай файл оқылмайды.",
        "ru": "Внутри файла есть часть, которая указывает наружу или повторяется: {part}. Такой файл не читается.",
        "en": "The file holds a part that points outside, or is there twice: {part}. Such a file is not read.",
    },
    "part-damaged": {
        "kk": "DOCX файлының бұл бөлігі бүлінген. Құжатты ашып, қайта сақтаңыз.",
        "ru": "Эта часть файла DOCX повреждена. Откройте документ и сохраните его заново.",
        "en": "This part of the DOCX file is damaged. Open the document and save it again.",
    },
    "part-declares": {
        "kk": "DOCX файлының бұл бөлігінде мәндер (entity) жарияланған: мұндай файл оқылмайды.",
        "ru": "В этой части файла DOCX объявлены сущности (entity): такой файл не читается.",
        "en": "This part of the DOCX file declares entities: such a file is not read.",
    },
    "document-within": {
        "kk": "Мұнда құжатқа басқа файл кірістірілген, оның мәтіні көрінбейді. Құжатты ашып, DOCX түрінде қайта сақтаңыз.",
        "ru": "Здесь в документ вставлен другой файл, и его текст не виден. Откройте документ и сохраните заново как DOCX.",
        "en": "Another file is embedded in the document here, and its text is not seen. Open the document and save it again as DOCX.",
    },
    "numbering-unknown": {
        "kk": "Мұндағы тізім нөмірін бағдарлама өзі қояды, оның түрін ({form}) біз жаза алмаймыз. Нөмірлерді мәтінге айналдырып, қайта сақтаңыз.",
        "ru": "Номер списка ставит здесь сама программа, и его вид ({form}) мы не умеем записать. Превратите номера в текст и сохраните заново.",
        "en": "The program numbers the list here by itself, in a form ({form}) that we cannot write. Turn the numbers into text and save again.",
    },
    # ── any document: what it is, its letters, its size ──────────────────────────────
    "empty": {
        "kk": "Файл бос. Мәтіні бар файл беріңіз.",
        "ru": "Файл пуст. Дайте файл с текстом.",
        "en": "The file is empty. Bring a file with a text.",
    },
    "too-large": {
        "kk": "Файл тым үлкен: {size} байт; ең көбі {most}. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "Файл слишком велик: {size} байт; не больше {most}. Дайте только часть с реестром.",
        "en": "The file is too large: {size} bytes; at most {most}. Bring the part with the register only.",
    },
    "too-long": {
        "kk": "Мұнда {count} әріп бар; ең көбі {most} оқылады. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "Здесь {count} букв; читается не больше {most}. Дайте только часть с реестром.",
        "en": "There are {count} letters here; at most {most} are read. Bring the part with the register only.",
    },
    "too-many-lines": {
        "kk": "Мәтінде {most} жолдан көп: мұндай мәтін оқылмайды. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "В тексте больше {most} строк: такой текст не читается. Дайте только часть с реестром.",
        "en": "The text has more than {most} lines and is not read. Bring the part with the register only.",
    },
    "too-many-cells": {
        "kk": "Кестелерде {most} ұяшықтан көп: мұндай құжат оқылмайды. Тізілімі бар бөлігін ғана беріңіз.",
        "ru": "В таблицах больше {most} ячеек: такой документ не читается. Дайте только часть с реестром.",
        "en": "The tables have more than {most} cells: such a document is not read. Bring the part with the register only.",
    },
    "unpacks-too-large": {
        "kk": "Файл ашылғанда {most} байттан асады: мұндай файл оқылмайды. Түпнұсқасын қайта жүктеп алыңыз.",
        "ru": "В распакованном виде файл больше {most} байт: такой файл не читается. Скачайте подлинник заново.",
        "en": "Unpacked, the file comes to more than {most} bytes: such a file is not read. Download the original again.",
    },
    "no-words": {
        "kk": "Құжатта бірде-бір сөз жоқ. Мәтіні бар файл беріңіз.",
        "ru": "В документе нет ни одного слова. Дайте файл с текстом.",
        "en": "There is not a word in the document. Bring a file with a text.",
    },
    "not-text": {
        "kk": "Бұл мәтін емес: мұнда нөлдік байт бар. Құжатты UTF-8 мәтіні, HTML, DOCX немесе PDF түрінде сақтаңыз.",
        "ru": "Это не текст: здесь стоит нулевой байт. Сохраните документ как текст UTF-8, HTML, DOCX или PDF.",
        "en": "This is no text: a zero byte stands here. Save the document as UTF-8 text, HTML, DOCX or PDF.",
    },
    "no-letter": {
        "kk": "Мұнда мәтінде болмайтын {code} таңбасы тұр: мәтін бүлінген. Оны қайта көшіріп алыңыз.",
        "ru": "Здесь стоит знак {code}, которого в тексте не бывает: текст повреждён. Скопируйте его заново.",
        "en": "The character {code} stands here, which no text has: the text is damaged. Copy it again.",
    },
    "heaped-marks": {
        "kk": "Мұнда бір әріпке тым көп үстеме белгі үйілген: бұл мәтін емес. Оны қайта көшіріп алыңыз.",
        "ru": "Здесь на одну букву нагромождено слишком много надстрочных знаков: это не текст. Скопируйте его заново.",
        "en": "Too many marks are heaped upon one letter here: this is no text. Copy it again.",
    },
    "unknown-encoding": {
        "kk": "Мәтіннің кодтамасы белгісіз: UTF-8 емес, ал Windows-1251 деп оқығанда орысша мәтін шықпайды. Оны UTF-8 түрінде сақтаңыз.",
        "ru": "Кодировка текста неизвестна: это не UTF-8, а как Windows-1251 русского текста не выходит. Сохраните его в UTF-8.",
        "en": "The text is in an unknown encoding: it is not UTF-8, and read as Windows-1251 it gives no Russian. Save it as UTF-8.",
    },
    "foreign": {
        "kk": "Файл {kind} сияқты, ондай файлдар оқылмайды. Құжатты DOCX, HTML, PDF немесе мәтін түрінде беріңіз.",
        "ru": "Похоже, это файл {kind}; такие не читаются. Дайте документ как DOCX, HTML, PDF или текст.",
        "en": "The file seems to be {kind}, which is not read. Bring the document as DOCX, HTML, PDF or text.",
    },
    "old-word": {
        "kk": "Файл Word 97–2003 (.doc) немесе басқа ескі Office құжаты сияқты. Оны DOCX түрінде сақтаңыз.",
        "ru": "Похоже, это документ Word 97–2003 (.doc) или другой старый документ Office. Сохраните его как DOCX.",
        "en": "The file seems to be a document of Word 97–2003 (.doc) or of another old Office program. Save it as DOCX.",
    },
    "under-password": {
        "kk": "Құжат құпиясөзбен жабылған немесе қорғалған. Оны қорғаусыз сақтаңыз.",
        "ru": "Документ закрыт паролем или защищён. Сохраните его без защиты.",
        "en": "The document is under a password, or protected. Save it without protection.",
    },
    # ── PDF ───────────────────────────────────────────────────────────────────────────
    "broken-pdf": {
        "kk": "PDF бүлінген, оны оқу мүмкін емес. Түпнұсқасын қайта жүктеп алыңыз.",
        "ru": "PDF повреждён, его нельзя прочесть. Скачайте подлинник заново.",
        "en": "The PDF is damaged and cannot be read. Download the original again.",
    },
    "needs-import": {
        "kk": "Мұндай құжатты оқу үшін қосымша керек: pip install 'kz-civil-positions[import]'.",
        "ru": "Для чтения такого документа нужно дополнение: pip install 'kz-civil-positions[import]'.",
        "en": "To read such a document an extra is needed: pip install 'kz-civil-positions[import]'.",
    },
    "needs-pdf": {
        "kk": "PDF оқу үшін қосымша керек: pip install 'kz-civil-positions[import]'.",
        "ru": "Для чтения PDF нужно дополнение: pip install 'kz-civil-positions[import]'.",
        "en": "To read PDF an extra is needed: pip install 'kz-civil-positions[import]'.",
    },
    "no-text-layer": {
        "kk": "Бұл бетте мәтін қабаты жоқ, ол — сурет (скан). Мәтіні бар PDF, DOCX немесе HTML беріңіз.",
        "ru": "На этой странице нет текстового слоя, она — изображение (скан). Дайте PDF с текстом, DOCX или HTML.",
        "en": "This page has no text layer, it is a picture (a scan). Bring a PDF with text, a DOCX or HTML.",
    },
    "unknown-glyphs": {
        "kk": "Бұл беттегі кейбір таңбалардың қандай әріп екенін PDF айтпайды. Құжатты DOCX немесе HTML түрінде беріңіз.",
        "ru": "PDF не говорит, какие буквы означают некоторые знаки этой страницы. Дайте документ как DOCX или HTML.",
        "en": "The PDF does not say which letters some signs on this page stand for. Bring the document as DOCX or HTML.",
    },
    "too-many-pages": {
        "kk": "Құжатта {count} бет бар; ең көбі {most} оқылады. Тізілімі бар беттерді ғана беріңіз.",
        "ru": "В документе {count} страниц; читается не больше {most}. Дайте только страницы с реестром.",
        "en": "The document has {count} pages; at most {most} are read. Bring the pages with the register only.",
    },
    "too-much-drawn": {
        "kk": "Бетке салынған сызықтар, суреттер мен командалар тым көп: ондай PDF оқылмайды. Құжатты DOCX немесе HTML түрінде беріңіз.",
        "ru": "На странице слишком много линий, рисунков и команд: такой PDF не читается. Дайте документ как DOCX или HTML.",
        "en": "A page has too many lines, pictures and drawing commands: such a PDF is not read. Bring the document as DOCX or HTML.",
    },
}
