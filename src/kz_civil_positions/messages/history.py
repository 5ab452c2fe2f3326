"""What can be said of the register on a day, and why; how instructions ended."""

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    # ── states ───────────────────────────────────────────────────────────────────────
    "state-not-adopted": {
        "kk": "әлі қабылданбаған",
        "ru": "ещё не принят",
        "en": "not yet adopted",
    },
    "state-adopted": {
        "kk": "қабылданған, бірақ қолданысқа енгізілмеген",
        "ru": "принят, но не введён в действие",
        "en": "adopted but not in effect",
    },
    "state-in-effect": {"kk": "қолданыста", "ru": "действует", "en": "in effect"},
    "state-suspended": {
        "kk": "қолданысы тоқтатыла тұрған",
        "ru": "действие приостановлено",
        "en": "suspended",
    },
    "state-repealed": {"kk": "күші жойылған", "ru": "утратил силу", "en": "repealed"},
    "state-undetermined": {"kk": "анықталмаған", "ru": "не определено", "en": "undetermined"},
    "answer": {
        "kk": "{day}: {state} – {reason}",
        "ru": "{day}: {state} – {reason}",
        "en": "{day}: {state} – {reason}",
    },
    # ── reasons ──────────────────────────────────────────────────────────────────────
    "not-adopted": {
        "kk": "негізгі бұйрықтың қабылданған күні – {day}",
        "ru": "основной приказ принят {day}",
        "en": "the base order was adopted on {day}",
    },
    "adopted": {
        "kk": "{order} бұйрығы қабылданған, {when}",
        "ru": "приказ {order} принят, {when}",
        "en": "the order {order} is adopted, {when}",
    },
    "in-effect": {
        "kk": "соңғы өзгерісті енгізген – {order} бұйрығы, {when}",
        "ru": "последнее изменение внёс приказ {order}, {when}",
        "en": "the last change was made by the order {order}, {when}",
    },
    "approved": {
        "kk": "тізілімді бекіткен – {order} бұйрығы, {when}; кейінгі өзгерістері бізге белгісіз",
        "ru": "реестр утверждён приказом {order}, {when}; о позднейших изменениях неизвестно",
        "en": "the register was approved by the order {order}, {when}; later changes are not known",
    },
    "published": {
        "kk": "мәтін жариялаушының редакциясынан алынды: {order}, {when}",
        "ru": "текст взят из редакции, данной издателем: {order}, {when}",
        "en": "the text is that of the publisher's edition {order}, {when}",
    },
    "suspended": {
        "kk": "қолданысты тоқтата тұрған – {order} бұйрығы, {when}",
        "ru": "действие приостановил приказ {order}, {when}",
        "en": "it was suspended by the order {order}, {when}",
    },
    "repealed": {
        "kk": "күшін жойған – {order} бұйрығы, {when}",
        "ru": "силу отменил приказ {order}, {when}",
        "en": "it was repealed by the order {order}, {when}",
    },
    "undetermined": {
        "kk": "{order} бұйрығының осы күні қолданыста болғаны дереккөздерден анықталмайды: {when}",
        "ru": "источники не решают, действовал ли в этот день приказ {order}: {when}",
        "en": "the sources do not settle whether the order {order} was in effect on this day: {when}",
    },
    "undetermined-edition": {
        "kk": "{order} редакциясының осы күні қолданыста болғаны дереккөздерден анықталмайды: {when}",
        "ru": "источники не решают, действовала ли в этот день редакция {order}: {when}",
        "en": "the sources do not settle whether the edition {order} was in effect on this day: {when}",
    },
    "doubtful": {
        "kk": "{order} бұйрығы қолданысқа енгенге дейін {by} бұйрығымен өзгертілген не жойылған "
        "ба – дереккөздерден анықталмайды: {when}",
        "ru": "источники не решают, был ли приказ {order} изменён или отменён приказом {by} до "
        "введения в действие: {when}",
        "en": "the sources do not settle whether the order {order} was changed or repealed by the "
        "order {by} before it took effect: {when}",
    },
    "contested": {
        "kk": "бұйрықтардың қолданысқа енгізілу реті белгісіз, ал мәтін сол ретке байланысты: "
        "{order}, {when}",
        "ru": "порядок введения приказов в действие неизвестен, а текст от него зависит: {order}, "
        "{when}",
        "en": "the sequence in which the orders took effect is not known, and the text depends on "
        "it: {order}, {when}",
    },
    "but-not-held": {
        "kk": "оның мәтіні бізде жоқ",
        "ru": "его текст не имеется",
        "en": "its text is not held",
    },
    "but-by-user": {
        "kk": "жариялау күні пайдаланушының айтуы бойынша алынды",
        "ru": "день опубликования взят по заявлению пользователя",
        "en": "the day of publication is the user's statement",
    },
    "but-beyond": {
        "kk": "дереккөздер тек мына күнге дейін тексерілген: {day}",
        "ru": "источники проверены лишь по состоянию на {day}",
        "en": "the sources were checked only up to {day}",
    },
    "but-last-known": {
        "kk": "бұл – соңғы белгілі жағдай",
        "ru": "это последнее известное состояние",
        "en": "this is the last known state",
    },
    # ── events of a place or an entry ─────────────────────────────────────────────────
    "event-approved": {"kk": "бекітілді", "ru": "утверждено", "en": "approved"},
    "event-added": {"kk": "толықтырылды", "ru": "дополнено", "en": "added"},
    "event-removed": {"kk": "алып тасталды", "ru": "исключено", "en": "removed"},
    "event-restated": {
        "kk": "жаңа редакцияда жазылды",
        "ru": "изложено в новой редакции",
        "en": "restated",
    },
    "event-changed": {"kk": "өзгертілді", "ru": "изменено", "en": "changed"},
    "event-moved": {"kk": "орны ауыстырылды", "ru": "перемещено", "en": "moved"},
    "event-relabelled": {
        "kk": "белгісі өзгертілді",
        "ru": "обозначение изменено",
        "en": "relabelled",
    },
    "event-unknown": {
        "kk": "белгісіз: мәтін бізде жоқ",
        "ru": "неизвестно: текст не имеется",
        "en": "unknown: the text is not held",
    },
    # ── outcomes of instructions ─────────────────────────────────────────────────────
    "outcome-applied": {"kk": "орындалды", "ru": "исполнено", "en": "applied"},
    "outcome-refused": {"kk": "орындалмады", "ru": "отклонено", "en": "refused"},
    "outcome-not-expressible": {
        "kk": "операциямен өрнектелмейді",
        "ru": "не выражается операцией",
        "en": "not expressible",
    },
    "outcome-pending": {"kk": "күтілуде", "ru": "ожидает", "en": "pending"},
    "text-not-held": {
        "kk": "өзгертілетін мәтін бізде жоқ, сондықтан шарттарын тексеру мүмкін емес",
        "ru": "изменяемый текст не имеется, поэтому условия не могут быть проверены",
        "en": "the text it changes is not held, so its preconditions cannot be checked",
    },
    "order-failed": {
        "kk": "бұйрықтың бір нұсқауы орындалмады, сондықтан бұйрық ештеңе өзгертпейді",
        "ru": "одно из указаний приказа неисполнимо, поэтому приказ ничего не меняет",
        "en": "one instruction of the order cannot be carried out, so the order changes nothing",
    },
    "too-late": {
        "kk": "өзгертілетін бұйрық оған дейін қолданысқа енгізілген",
        "ru": "изменяемый приказ введён в действие раньше",
        "en": "the order it means to change was in effect before it",
    },
    "no-such-point": {
        "kk": "өзгертілетін бұйрықта мұндай тармақ жоқ",
        "ru": "в изменяемом приказе нет такого пункта",
        "en": "the order it means to change has no such point",
    },
    "point-restated": {
        "kk": "кейінгі бұйрық бұл тармақты ол қолданысқа енгізілгенге дейін өзгерткен",
        "ru": "этот пункт изменён позднейшим приказом до введения в действие",
        "en": "a later order changed this point before it took effect",
    },
    "stillborn": {
        "kk": "бұйрықтың күші ол қолданысқа енгізілгенге дейін жойылған",
        "ru": "приказ отменён до введения в действие",
        "en": "the order was repealed before it took effect",
    },
    "not-in-effect": {
        "kk": "бұйрық қолданысқа енгізілмеген",
        "ru": "приказ не введён в действие",
        "en": "the order is not in effect",
    },
    "unexpressed": {
        "kk": "бұл нұсқауды ешбір операция өрнектемейді",
        "ru": "это указание не выражается ни одной операцией",
        "en": "no operation expresses this instruction",
    },
}
