"""Bringing an act from a local git corpus: what is refused and why, and what came of it."""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── what is asked ────────────────────────────────────────────────────────────────
    "file-or-git": {
        "kk": "Не құжат файлын, не --git пен --act параметрлерін бірге беріңіз.",
        "ru": "Укажите либо файл документа, либо --git вместе с --act.",
        "en": "Give either a document file, or --git together with --act.",
    },
    "not-with-git": {
        "kk": "{option} параметрі --git параметрімен бірге берілмейді: мұны корпустың өзі айтады. "
        "Оны алып тастаңыз.",
        "ru": "{option} нельзя задавать вместе с --git: это говорит сам корпус. Уберите этот "
        "параметр.",
        "en": "{option} cannot be given with --git: the corpus itself says this. Leave it out.",
    },
    "only-with-git": {
        "kk": "--text параметрі тек --git параметрімен бірге беріледі: құжаттың тілін оның мәтіні "
        "көрсетеді. Оны алып тастаңыз.",
        "ru": "--text задаётся только вместе с --git: язык документа виден из его текста. "
        "Уберите этот параметр.",
        "en": "--text is given only with --git: a document's language is told by its text. Leave "
        "it out.",
    },
    "needs-git": {
        "kk": "Git қоймасын оқу үшін қосымша керек: pip install 'kz-civil-positions[git,import]'.",
        "ru": "Для чтения репозитория git нужно дополнение: "
        "pip install 'kz-civil-positions[git,import]'.",
        "en": "To read a git repository an extra is needed: "
        "pip install 'kz-civil-positions[git,import]'.",
    },
    "not-a-code": {
        "kk": "«{code}» – акт коды емес. Код әріптер мен цифрлардан тұрады: 135478.",
        "ru": "«{code}» не код акта. Код состоит из букв и цифр: 135478.",
        "en": "“{code}” is no code of an act. A code is made of letters and digits: 135478.",
    },
    "no-act": {
        "kk": "Корпуста коды {code} акт жоқ. Жақын кодтар: {near}.",
        "ru": "В корпусе нет акта с кодом {code}. Близкие коды: {near}.",
        "en": "The corpus has no act with the code {code}. Near codes: {near}.",
    },
    # ── the clone ────────────────────────────────────────────────────────────────────
    "not-a-clone": {
        "kk": "Бұл – git қоймасының көшірмесі емес. Көшірменің қалтасын беріңіз.",
        "ru": "Это не клон репозитория git. Укажите папку клона.",
        "en": "This is no clone of a git repository. Give the folder of a clone.",
    },
    "objects-elsewhere": {
        "kk": "Көшірменің деректері басқа қалтада тұр, ал одан тыс ештеңе оқылмайды. Дербес көшірме "
        "жасаңыз.",
        "ru": "Данные клона лежат в другой папке, а за его пределами ничего не читается. Сделайте "
        "самостоятельный клон.",
        "en": "The clone's data stand in another folder, and nothing outside it is read. Make a "
        "clone that stands alone.",
    },
    "shallow": {
        "kk": "Көшірме толық емес: тарихының басы кесілген, сондықтан алғашқы редакциялар жоқ. "
        "Бүкіл тарихы бар көшірме жасаңыз.",
        "ru": "Клон неполон: начало истории отрезано, поэтому первых редакций в нём нет. Сделайте "
        "клон со всей историей.",
        "en": "The clone is shallow: the beginning of its history was cut off, so the first "
        "editions are not in it. Make a clone with the whole history.",
    },
    "not-whole": {
        "kk": "Көшірмеде {object} нысаны жоқ. Толық көшірме жасаңыз.",
        "ru": "В клоне нет объекта {object}. Сделайте полный клон.",
        "en": "The clone lacks the object {object}. Make a whole clone.",
    },
    "broken": {
        "kk": "Көшірме оқылмайды ({reason}). Оны қайта жасаңыз.",
        "ru": "Клон не читается ({reason}). Сделайте его заново.",
        "en": "The clone cannot be read ({reason}). Make it again.",
    },
    "too-many-commits": {
        "kk": "Тарих тым ұзын: ең көбі {most} коммит.",
        "ru": "История слишком длинная: не больше {most} коммитов.",
        "en": "The history is too long: at most {most} commits.",
    },
    "too-deep": {
        "kk": "Қалталар тым терең: ең көбі {most} деңгей.",
        "ru": "Папки вложены слишком глубоко: не больше {most} уровней.",
        "en": "Folders stand too deep: at most {most} levels.",
    },
    "too-many-editions": {
        "kk": "Редакциялар немесе файлдар тым көп: ең көбі {most}.",
        "ru": "Слишком много редакций или файлов: не больше {most}.",
        "en": "There are too many editions or files: at most {most}.",
    },
    # ── its history ──────────────────────────────────────────────────────────────────
    "merge": {
        "kk": "Бұл коммит тармақтарды біріктіріп, актіні өзгертеді, сондықтан редакциялардың реті "
        "белгісіз. Тармақсыз тарихы бар көшірме керек.",
        "ru": "Этот коммит сливает ветви и меняет акт, поэтому порядок редакций неизвестен. Нужен "
        "клон с неразветвлённой историей.",
        "en": "This commit merges branches and changes the act, so the order of the editions is "
        "not known. A clone with a history in one line is needed.",
    },
    "two-folders": {
        "kk": "Бұл коммитте акт екі қалтада тұр: {folders}. Қайсысы дұрыс екені белгісіз.",
        "ru": "В этом коммите акт стоит в двух папках: {folders}. Какая верна, неизвестно.",
        "en": "In this commit the act stands in two folders: {folders}. Which is right is not "
        "known.",
    },
    "not-a-file": {
        "kk": "Мұнда кәдімгі файл емес, сілтеме немесе кіріктірілген қойма тұр. Ол оқылмайды.",
        "ru": "Здесь не обычный файл, а ссылка или вложенный репозиторий. Он не читается.",
        "en": "No ordinary file stands here, but a link or a repository within. It is not read.",
    },
    "no-day": {
        "kk": "Коммиттің күні күнтізбеде жоқ. Редакцияның күні белгісіз.",
        "ru": "Даты коммита нет в календаре. День редакции неизвестен.",
        "en": "The commit's date is in no calendar. The day of the edition is not known.",
    },
    "came-back": {
        "kk": "Акт {gone} коммитінде ({day}) алынып тасталған, ал мұнда қайта пайда болған. Күшін "
        "жою өз бетінше қайтпайды: тарихты тексеріңіз.",
        "ru": "Акт удалён коммитом {gone} ({day}), а здесь появился снова. Утрата силы сама не "
        "отменяется: проверьте историю.",
        "en": "The act was taken away by commit {gone} ({day}), and comes back here. A repeal does "
        "not undo itself: check the history.",
    },
    "out-of-order": {
        "kk": "Бұл редакцияның күні – {day}, ал алдындағы {commit} коммитінің күні – {before}. "
        "Коммиттер күн ретімен тұруы керек.",
        "ru": "День этой редакции – {day}, а предыдущего коммита {commit} – {before}. Коммиты "
        "должны идти по порядку дней.",
        "en": "The day of this edition is {day}, that of the commit before it, {commit}, is "
        "{before}. Commits must follow in the order of their days.",
    },
    "no-text": {
        "kk": "Бұл коммитте {file} файлы жоқ. Басқа тілдегі мәтінді --text арқылы сұраңыз.",
        "ru": "В этом коммите нет файла {file}. Запросите текст на другом языке через --text.",
        "en": "This commit has no file {file}. Ask for the text in the other language with --text.",
    },
    "not-understood": {
        "kk": "«{field}» өрісі түсініксіз: «{value}».",
        "ru": "Поле «{field}» не понято: «{value}».",
        "en": "The field “{field}” is not understood: “{value}”.",
    },
    "contradicts": {
        "kk": "«{field}»: мұнда {said}, ал басқа жерде {other}. Қайсысы дұрыс екенін тексеріңіз.",
        "ru": "«{field}»: здесь {said}, а в другом месте {other}. Проверьте, что верно.",
        "en": "“{field}”: here {said}, elsewhere {other}. Check which is right.",
    },
    "repeal-without-act": {
        "kk": "Коммит актіні {day} күні алып тастайды, бірақ оның күшін қандай акт жойғанын айтпайды "
        "(Cause-Act-Requisite). Тарихты тексеріңіз.",
        "ru": "Коммит удаляет акт {day}, но не говорит, каким актом он отменён "
        "(Cause-Act-Requisite). Проверьте историю.",
        "en": "The commit takes the act away on {day}, but does not say which act repealed it "
        "(Cause-Act-Requisite). Check the history.",
    },
    # ── what came of it ──────────────────────────────────────────────────────────────
    "done": {
        "kk": "{order}: корпустан {count} мәтін оқылды ({folder})",
        "ru": "{order}: из корпуса прочитано текстов – {count} ({folder})",
        "en": "{order}: texts read from the corpus – {count} ({folder})",
    },
    "unofficial": {
        "kk": "Корпус – ресми емес көшірме: әр мәтін өзі атаған мекенжаймен беріледі.",
        "ru": "Корпус – неофициальная копия: у каждого текста указан адрес, который он называет.",
        "en": "The corpus is an unofficial copy: each text is cited by the address it names.",
    },
    "alone": {
        "kk": "Екінші тілдегі мәтіні корпуста жоқ редакциялар: {days}",
        "ru": "Редакции, текста которых на другом языке в корпусе нет: {days}",
        "en": "Editions without a text in the other language in the corpus: {days}",
    },
    "unchanged": {
        "kk": "Мәтіндерді өзгертпейтін коммиттер: {commits}",
        "ru": "Коммиты, не меняющие текстов: {commits}",
        "en": "Commits that leave the texts as they were: {commits}",
    },
    "unnamed": {
        "kk": "Корпус себеп деп атайды, мәтіндегі ескертпелерде жоқ; корпустың мәлімдемесі ретінде "
        "сақталды: {requisite}",
        "ru": "Корпус называет причиной, в примечаниях текста нет; сохранено как утверждение "
        "корпуса: {requisite}",
        "en": "Named as a cause by the corpus, and by no note in the text; kept as a claim of the "
        "corpus: {requisite}",
    },
    "repealed": {
        "kk": "Күші {day} бастап жойылған: {title}",
        "ru": "Утратил силу с {day}: {title}",
        "en": "Repealed from {day}: {title}",
    },
}
