"""Operations: what they are called, and why one is refused.

The names use the verbs of the orders themselves. A refusal says what was found and what
to do; order, point and operation stand before it.
"""

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "point": {"kk": "{point}-тармақ", "ru": "пункт {point}", "en": "point {point}"},
    # What operations are called.
    "name-restate": {
        "kk": "жаңа редакцияда жазу",
        "ru": "изложить в новой редакции",
        "en": "restate",
    },
    "name-insert": {"kk": "толықтыру", "ru": "дополнить", "en": "insert"},
    "name-remove": {"kk": "алып тастау", "ru": "исключить", "en": "remove"},
    "name-replace": {"kk": "ауыстыру", "ru": "заменить", "en": "replace"},
    "name-replace-words": {
        "kk": "сөздерді ауыстыру",
        "ru": "заменить слова",
        "en": "replace words",
    },
    "name-insert-words": {
        "kk": "сөздермен толықтыру",
        "ru": "дополнить словами",
        "en": "insert words",
    },
    "name-remove-words": {
        "kk": "сөздерді алып тастау",
        "ru": "исключить слова",
        "en": "remove words",
    },
    "name-move": {"kk": "басқа орынға көшіру", "ru": "переместить", "en": "move"},
    "name-relabel": {
        "kk": "нөмірін өзгерту",
        "ru": "изменить нумерацию",
        "en": "relabel",
    },
    "name-repeal": {
        "kk": "күші жойылды деп тану",
        "ru": "признать утратившим силу",
        "en": "repeal",
    },
    "name-suspend": {
        "kk": "қолданысын тоқтата тұру",
        "ru": "приостановить действие",
        "en": "suspend",
    },
    "name-restate-point": {
        "kk": "қолданысқа енгізілмеген бұйрықтың тармағын өзгерту",
        "ru": "изменить пункт приказа, не введённого в действие",
        "en": "change a point of an order not yet in effect",
    },
    "name-recommence": {
        "kk": "қолданысқа енгізу тәртібін өзгерту",
        "ru": "изменить порядок введения в действие",
        "en": "change the commencement",
    },
    # Why an operation is refused.
    "text-not-held-for-operation": {
        "kk": "тізілімнің мәтіні бізде жоқ, сондықтан операцияның шарттарын тексеру мүмкін емес. "
        "Алдымен тізілімнің толық мәтінін беріңіз.",
        "ru": "текста реестра у нас нет, и условия операции проверить нельзя. "
        "Сначала дайте полный текст реестра.",
        "en": "the text of the register is not held, so what the operation needs cannot be "
        "checked. Supply the whole text first.",
    },
    "no-such-target": {
        "kk": "тізілімде {target} жоқ. Мекенжайды тексеріңіз.",
        "ru": "в реестре нет {target}. Проверьте адрес.",
        "en": "there is no {target} in the register. Check the address.",
    },
    "place-taken": {
        "kk": "орын бос емес: {target} қазірдің өзінде {found} ішінде тұр. "
        "Басқа код немесе id беріңіз.",
        "ru": "место занято: {target} уже стоит в {found}. Дайте другой код или id.",
        "en": "the place is taken: {target} already stands in {found}. Give another code or id.",
    },
    "kind-does-not-fit": {
        "kk": "түрі сәйкес емес: {target} үшін «{found}» жарамайды. "
        "Нысананы, орынды және мазмұнды тексеріңіз.",
        "ru": "вид не подходит: для {target} не годится «{found}». "
        "Проверьте цель, место и содержание.",
        "en": "the kind does not fit: {found} will not do for {target}. "
        "Check target, place and content.",
    },
    "code-does-not-fit": {
        "kk": "{found} коды {target} ішінде тұра алмайды. Кодты немесе орынды түзетіңіз.",
        "ru": "код {found} не может стоять в {target}. Исправьте код или место.",
        "en": "the code of {found} cannot stand in {target}. Correct the code or the place.",
    },
    "address-changes": {
        "kk": "{target} жаңа редакцияда {found} деп аталған, ал ол сол күйінде қалуға тиіс. "
        "Басқа нәрсе келсе, ауыстыру операциясын алыңыз.",
        "ru": "{target} в новой редакции назван {found}, а должен остаться собой. "
        "Если приходит другое, возьмите операцию замены.",
        "en": "the new wording of {target} calls it {found}, but it must stay the same thing. "
        "If another thing comes, replace it.",
    },
    "address-kept": {
        "kk": "{target} өзінің бұрынғы атауын алады. Мәтін өзгерсе, жаңа редакцияда жазу "
        "операциясын алыңыз.",
        "ru": "{target} получает своё же прежнее имя. Если меняется текст, "
        "возьмите операцию изложения в новой редакции.",
        "en": "{target} would get the name it has. If its text changes, restate it.",
    },
    "words-count": {
        "kk": "«{words}» {target} ішінде дәл {count} рет кездесуге тиіс, табылғаны: {found}. "
        "Сөздерді, нысананы немесе санын түзетіңіз.",
        "ru": "«{words}» в {target} должно встретиться ровно столько раз: {count}; "
        "найдено: {found}. Исправьте слова, цель или число.",
        "en": "“{words}” must occur in {target} exactly this often: {count}; found: {found}. "
        "Correct the words, the target or the count.",
    },
    "words-unclear": {
        "kk": "{target} үшін сөздер толық берілмеген: сөздер бос болмауы, саны 1-ден кем болмауы "
        "тиіс; соңына қосқанда тірек сөз болмайды.",
        "ru": "слова для {target} даны неполно: слова не могут быть пустыми, число – меньше 1; "
        "при добавлении в конец опорных слов нет.",
        "en": "the words for {target} are not fully given: words cannot be empty nor the count "
        "less than 1; at the end there is no anchor.",
    },
    "nothing-left": {
        "kk": "{target} мәтінінен («{found}») ештеңе қалмайды. Элементтің өзін алып тастаңыз.",
        "ru": "от текста {target} («{found}») ничего не останется. Исключите сам элемент.",
        "en": "nothing would be left of the text of {target} (“{found}”). Remove the thing itself.",
    },
    "abbreviation-torn": {
        "kk": "сөздер {target} аббревиатурасының өзіне тиіп тұр: «{found}». "
        "Оны толық жазыңыз немесе ауыстырыңыз.",
        "ru": "слова задевают само сокращение {target}: «{found}». "
        "Изложите строку целиком или замените её.",
        "en": "the words cut into the short form of {target}: “{found}”. "
        "Restate the line or replace it.",
    },
    "no-one-end": {
        "kk": "{target} мәтінінің бір ғана соңы жоқ. Тармақтарсыз жазбаны немесе оның бір бөлігін "
        "көрсетіңіз.",
        "ru": "у {target} нет одного конца текста. Укажите запись без перечня или один её пункт.",
        "en": "the text of {target} has no one end. Name an entry without items, or an item.",
    },
    "place-within-target": {
        "kk": "{target} өзінің ішіне көшіріле алмайды: {found}. Басқа орын көрсетіңіз.",
        "ru": "{target} нельзя переместить внутрь себя: {found}. Укажите другое место.",
        "en": "{target} cannot be moved into itself: {found}. Name another place.",
    },
    "id-retired": {
        "kk": "{found} бұрын алып тасталған, нөмірлер мен id қайта пайдаланылмайды. "
        "Жаңасын беріңіз.",
        "ru": "{found}: исключено раньше, номера и id повторно не используются. Дайте новые.",
        "en": "{found} was removed earlier, and numbers and ids are not used again. Give new ones.",
    },
    "order-breaks-structure": {
        "kk": "бұйрықтан кейін {target} ішіндегі кодтар өсу ретімен тұрмайды: {found}. "
        "Орындарды немесе кодтарды түзетіңіз.",
        "ru": "после приказа коды в {target} идут не по возрастанию: {found}. "
        "Исправьте места или коды.",
        "en": "after the order the codes in {target} do not ascend: {found}. "
        "Correct the places or the codes.",
    },
    "changed-outside-scope": {
        "kk": "операция өзі жариялаған шектен тыс өзгертті: {found}. "
        "Бұл – бағдарламаның қатесі, ол туралы хабарлаңыз.",
        "ru": "операция изменила то, чего не объявляла: {found}. "
        "Это ошибка программы, сообщите о ней.",
        "en": "the operation changed what it did not declare: {found}. "
        "This is an error of the program; please report it.",
    },
}
