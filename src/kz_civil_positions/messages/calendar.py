"""Commencement: the days, how sure they are, and the steps and articles they rest on.

A date stands where no Kazakh case ending is needed on it, and a number where neither
Kazakh nor Russian must agree with it.
"""

from typing import Final

__all__ = ["MESSAGES"]


def _law(article: int, point: int | None = None, item: int | None = None) -> dict[str, str]:
    """Answers: how is this place of the Law on legal acts cited, in each language?

    Example:
        >>> _law(42, 3, 4)["ru"].split(", ")[1]
        'подпункт 4) пункта 3 статьи 42'
        >>> _law(14, 2)["en"]
        ' (Law of 6 April 2016 No 480-V, Art. 14(2), edition of 9 January 2026)'
    """
    kk, ru, en = f"{article}-бабы", f"статья {article}", f"Art. {article}"
    if point is not None:
        kk, ru = f"{article}-бабының {point}-тармағы", f"пункт {point} статьи {article}"
        en += f"({point})"
    if item is not None:
        kk = f"{article}-бабының {point}-тармағының {item}) тармақшасы"
        ru = f"подпункт {item}) пункта {point} статьи {article}"
        en += f"({item})"
    return {
        "kk": f" (2016 жылғы 6 сәуірдегі № 480-V Заңның {kk}, 2026 жылғы 9 қаңтардағы редакция)",
        "ru": f" (Закон от 6 апреля 2016 года № 480-V, {ru}, редакция от 9 января 2026 года)",
        "en": f" (Law of 6 April 2016 No 480-V, {en}, edition of 9 January 2026)",
    }


def _under(law: dict[str, str], *, kk: str, ru: str, en: str) -> dict[str, str]:
    """Answers: how does the sentence read with its article behind it?"""
    return {
        "kk": f"{kk}{law['kk']}.",
        "ru": f"{ru}{law['ru']}.",
        "en": f"{en}{law['en']}.",
    }


MESSAGES: Final[dict[str, dict[str, str]]] = {
    # How sure a day is.
    "certainty-fact": {"kk": "дәл", "ru": "достоверно", "en": "certain"},
    "certainty-presumed": {"kk": "болжам бойынша", "ru": "предположительно", "en": "presumed"},
    "certainty-unknown": {"kk": "белгісіз", "ru": "неизвестно", "en": "unknown"},
    "stated-by-publisher": {
        "kk": "Жариялаушы бұл мәтінді мына күнгі редакция ретінде береді: {day}.",
        "ru": "Издатель даёт этот текст как редакцию на {day}.",
        "en": "The publisher gives this text as the edition of {day}.",
    },
    "from-day-by-publisher": {
        "kk": "Жариялаушы бұл мәтінді мына күннен бастап қолданыста болған редакция ретінде "
        "береді: {day}.",
        "ru": "Издатель даёт этот текст как редакцию, действующую с {day}.",
        "en": "The publisher gives this text as the edition in effect from {day}.",
    },
    # The answer in one line.
    "from": {
        "kk": "қолданысқа енгізілетін күні: {day} ({certainty})",
        "ru": "вводится в действие с {day} ({certainty})",
        "en": "in effect from {day} ({certainty})",
    },
    "between": {
        "kk": "қолданысқа енгізілетін күні: ең ертесі – {earliest} (дәл), "
        "ең кеші – {latest} ({certainty})",
        "ru": "вводится в действие не ранее {earliest} (достоверно) "
        "и не позднее {latest} ({certainty})",
        "en": "in effect from a day between {earliest} (certain) and {latest} ({certainty})",
    },
    "not-before": {
        "kk": "қолданысқа енгізілетін күні: ең ертесі – {earliest} (дәл), ең кеші белгісіз",
        "ru": "вводится в действие не ранее {earliest} (достоверно); крайний день неизвестен",
        "en": "in effect not before {earliest} (certain); the latest day is unknown",
    },
    "awaiting": {
        "kk": "қолданысқа енгізілмеген: шарттың орындалғаны белгісіз",
        "ru": "не введен в действие: о выполнении условия не известно",
        "en": "not in effect: its condition is not known to have been met",
    },
    # What is known of the act.
    "published": {
        "kk": "Алғашқы ресми жарияланған күні – {day} (дереккөзі: {source}).",
        "ru": "Первое официальное опубликование – {day} (источник: {source}).",
        "en": "First official publication: {day} (source: {source}).",
    },
    "published-by-user": {
        "kk": "Жарияланған күнін пайдаланушы көрсеткен; қолда бар дереккөздер оны растамайды.",
        "ru": "День опубликования указан пользователем; имеющимися источниками он не подтвержден.",
        "en": "The day of publication is the user's statement; the sources held do not show it.",
    },
    "registered": _under(
        _law(42, 1),
        kk="Мемлекеттік тіркелген күні – {day}; акт осы күннен бастап күшіне енеді",
        ru="Государственная регистрация – {day}; с этого дня акт вступает в силу",
        en="State registration: {day}; the act takes legal force from this day",
    ),
    # What is not known, and what the law says of it.
    "publication-not-before-adoption": {
        "kk": "Мемлекеттік тіркелген және ресми жарияланған күндері белгісіз; "
        "акт қабылданған күніне ({day}) дейін жариялана алмайды.",
        "ru": "Дни государственной регистрации и официального опубликования неизвестны; "
        "акт не мог быть опубликован до дня его принятия ({day}).",
        "en": "The days of state registration and official publication are not known; "
        "an act cannot be published before the day of its adoption ({day}).",
    },
    "publication-not-before-registration": _under(
        _law(37, 3),
        kk="Ресми жарияланған күні белгісіз; ресми жариялау акт күшіне енгеннен кейін жүзеге "
        "асырылады, сондықтан оның ең ерте мүмкін күні – {day}",
        ru="День официального опубликования неизвестен; официальное опубликование следует за "
        "вступлением акта в силу, поэтому его самый ранний возможный день – {day}",
        en="The day of official publication is not known; publication follows the taking of "
        "legal force, so its earliest possible day is {day}",
    ),
    "duty": _under(
        _law(37, 3),
        kk="Акт күшіне енгеннен кейін күнтізбелік {days} күн ішінде ресми жариялануға тиіс, яғни "
        "соңғы күні – {day}; бұл – міндет, анықталған факт емес, ал Заңның сол кездегі "
        "редакциясы қаралмады",
        ru="Официальное опубликование должно состояться в течение {days} календарных дней после "
        "вступления акта в силу, то есть не позднее {day}; это обязанность, а не установленный "
        "факт, и редакция Закона того времени не изучалась",
        en="Official publication must follow within {days} calendar days after the act takes "
        "legal force, that is, by {day}; this is a duty, not a fact, and the wording of the Law "
        "at that time was not seen",
    ),
    "registration-not-before-adoption": {
        "kk": "Мемлекеттік тіркелген күні белгісіз; "
        "акт қабылданған күніне ({day}) дейін тіркеле алмайды.",
        "ru": "День государственной регистрации неизвестен; "
        "акт не мог быть зарегистрирован до дня его принятия ({day}).",
        "en": "The day of state registration is not known; "
        "an act cannot be registered before the day of its adoption ({day}).",
    },
    "registration-not-after-publication": _under(
        _law(37, 3),
        kk="Ресми жариялау акт күшіне енгеннен кейін жүзеге асырылады, сондықтан мемлекеттік "
        "тіркеудің ең кеш мүмкін күні – {day}; бұл – болжам",
        ru="Официальное опубликование следует за вступлением акта в силу, поэтому самый поздний "
        "возможный день государственной регистрации – {day}; это предположение",
        en="Official publication follows the taking of legal force, so the latest possible day "
        "of state registration is {day}; this is a presumption",
    ),
    "clause-unknown": _under(
        _law(42, 3, 4),
        kk="Қолданысқа енгізу туралы тармақ белгісіз; актінің өзі кез келген мерзімді белгілей "
        "алады, сондықтан қабылданған күнінен ({day}) бастап бірде-бір күн жоққа шығарылмайды",
        ru="Пункт о введении в действие неизвестен; сам акт может установить любой срок, поэтому "
        "начиная со дня принятия ({day}) не исключен ни один день",
        en="The commencement clause is not known; the act itself may name any term, so from the "
        "day of its adoption ({day}) on no day is excluded",
    ),
    "no-retroactive-force": _under(
        _law(43),
        kk="Актінің өзінде көзделмесе, оның кері күші болмайды",
        ru="Акт не имеет обратной силы, если иное не предусмотрено в нем самом",
        en="An act has no retroactive force unless it says so itself",
    ),
    "default-rule": _under(
        _law(42, 3, 4),
        kk="Министрдің бұйрығы, егер онда өзге мерзім көрсетілмесе, алғашқы ресми жарияланған "
        "күнінен кейін күнтізбелік {days} күн өткен соң қолданысқа енгізіледі; онда өзге мерзім "
        "көрсетілмегені – болжам",
        ru="Приказ министра, если в нем не указан иной срок, вводится в действие по истечении "
        "{days} календарных дней после дня первого официального опубликования; то, что иной срок "
        "в нем не указан, – предположение",
        en="A minister's order that names no other term is put into effect after {days} calendar "
        "days following the day of first official publication; that it names no other is a "
        "presumption",
    ),
    "no-latest-day": {
        "kk": "Қолданысқа енгізілетін ең кеш күнді белгілеуге негіз жоқ.",
        "ru": "Оснований назвать крайний день введения в действие нет.",
        "en": "There is no ground to name a latest day of commencement.",
    },
    "law-younger": {
        "kk": "Келтірілген Заңның қабылданған күні – {day}; ол осы актіден ({adopted}) кейін "
        "қабылданған, ал оған дейін қолданыста болған нормалар қаралмады.",
        "ru": "Указанный Закон принят {day}, позднее этого акта ({adopted}); "
        "действовавшие до него нормы не изучались.",
        "en": "The Law cited was adopted on {day}, later than this act ({adopted}); "
        "the rules in force before it were not seen.",
    },
    # Terms counted in days.
    "term-calendar": _under(
        _law(14, 2),
        kk="Мерзім күнтізбелік күндермен: {days}; ол жарияланған күннен ({published}) кейінгі "
        "күннен бастап есептеледі: басталуы – {first}, аяқталуы – {last}",
        ru="Срок в календарных днях: {days}; он исчисляется со дня, следующего за днем "
        "опубликования ({published}): начало – {first}, окончание – {last}",
        en="Term in calendar days: {days}; it is counted from the day after publication "
        "({published}): first day {first}, last day {last}",
    ),
    "term-working": _under(
        _law(14, 2),
        kk="Мерзім жұмыс күндерімен: {days}; ол жарияланған күннен ({published}) кейінгі "
        "күннен бастап есептеледі: басталуы – {first}, аяқталуы – {last}",
        ru="Срок в рабочих днях: {days}; он исчисляется со дня, следующего за днем "
        "опубликования ({published}): начало – {first}, окончание – {last}",
        en="Term in working days: {days}; it is counted from the day after publication "
        "({published}): first day {first}, last day {last}",
    ),
    "shift": _under(
        _law(14, 3),
        kk="Мерзімнің соңғы күні ({last}) жұмыс күні емес, сондықтан таңдалған тәсіл бойынша ол "
        "келесі жұмыс күніне ауысады: {moved}; бұл норманың қолданысқа енгізуге қатысы "
        "бар-жоғы анықталмаған",
        ru="Последний день срока ({last}) – нерабочий, поэтому по выбранному способу он "
        "переносится на следующий рабочий день: {moved}; относится ли эта норма к введению в "
        "действие, не установлено",
        en="The last day of the term ({last}) is not a working day, so by the option chosen it "
        "moves to the next working day: {moved}; whether this rule applies to commencement is "
        "not settled",
    ),
    "day-after-term": {
        "kk": "Мерзім өткеннен кейінгі күн – {day}.",
        "ru": "День, следующий за окончанием срока, – {day}.",
        "en": "The day after the term: {day}.",
    },
    "day-after-publication": {
        "kk": "Жарияланған күннен кейінгі күн – {day}.",
        "ru": "День, следующий за днем опубликования, – {day}.",
        "en": "The day after publication: {day}.",
    },
    "working-calendar": {
        "kk": "Жұмыс күндері «holidays» пакетінің Қазақстанға арналған мереке және демалыс "
        "күндерінің күнтізбесі бойынша есептелді.",
        "ru": "Рабочие дни определены по календарю праздничных и выходных дней Казахстана "
        "из пакета «holidays».",
        "en": "Working days are those of the calendar of Kazakhstan in the package “holidays”.",
    },
    "calendar-not-final": {
        "kk": "Бұл күнтізбе мерзімнің барлық жылдары үшін түпкілікті емес: онда демалыс деп "
        "көрсетілген күн жұмыс күні болуы мүмкін; дәл белгілісі – ең ерте күн ғана: {earliest}.",
        "ru": "Не для всех лет срока этот календарь окончательный: указанный в нем выходной день "
        "может оказаться рабочим; достоверен только самый ранний день: {earliest}.",
        "en": "That calendar is not final for every year of the term: a day off in it may yet be "
        "worked; only the earliest day is certain: {earliest}.",
    },
    # Other rules.
    "on-date": {
        "kk": "Күнді актінің өзі белгілейді: {day}.",
        "ru": "День назван в самом акте: {day}.",
        "en": "The act itself names the day: {day}.",
    },
    "on-publication": {
        "kk": "Қолданысқа енгізілуі алғашқы ресми жариялаумен байланыстырылған: {day}.",
        "ru": "Введение в действие связано с первым официальным опубликованием: {day}.",
        "en": "Commencement is tied to first official publication: {day}.",
    },
    "on-registration": {
        "kk": "Қолданысқа енгізілуі мемлекеттік тіркеумен байланыстырылған: {day}.",
        "ru": "Введение в действие связано с государственной регистрацией: {day}.",
        "en": "Commencement is tied to state registration: {day}.",
    },
    "retroactive": _under(
        _law(43),
        kk="Бұл күн акт күшіне ене алатын күннен ({day}) бұрын; мұндай кері күш актінің өзінде "
        "көзделуі тиіс",
        ru="Этот день раньше дня, с которого акт мог вступить в силу ({day}); такая обратная "
        "сила должна быть предусмотрена самим актом",
        en="This is before the day from which the act could have legal force ({day}); such "
        "retroactive force the act itself must provide",
    ),
    "with-act": {
        "kk": "Мына актімен бірге қолданысқа енгізіледі: {order}.",
        "ru": "Вводится в действие одновременно с актом: {order}.",
        "en": "Put into effect together with the act: {order}.",
    },
    "other-act-unknown": {
        "kk": "Ол актінің қолданысқа енгізілетін күні белгісіз; "
        "осы акт қабылданған күніне ({day}) дейін қолданысқа енгізіле алмайды.",
        "ru": "День введения того акта в действие неизвестен; "
        "данный акт не мог быть введен в действие до дня его принятия ({day}).",
        "en": "When that act is put into effect is not known; "
        "this one cannot be before the day of its adoption ({day}).",
    },
    "condition-met": {
        "kk": "«{condition}» деген шарттың орындалған күні – {day}.",
        "ru": "Условие «{condition}» выполнено: {day}.",
        "en": "The condition “{condition}” was met: {day}.",
    },
    "condition-awaited": {
        "kk": "«{condition}» деген шарттың орындалғаны белгісіз.",
        "ru": "О выполнении условия «{condition}» не известно.",
        "en": "The condition “{condition}” is not known to have been met.",
    },
    # Dates that cannot stand together.
    "registered-before-adopted": {
        "kk": "Мемлекеттік тіркелген күні қабылданған күнінен бұрын; акт алдымен қабылданады: "
        "екі күнді де тексеріңіз.",
        "ru": "Дата государственной регистрации раньше даты принятия; сначала акт принимают: "
        "проверьте обе даты.",
        "en": "The day of state registration is before the day of adoption; an act is adopted "
        "first: check both dates.",
    },
    "published-before-adopted": {
        "kk": "Ресми жарияланған күні қабылданған күнінен бұрын; акт алдымен қабылданады: "
        "екі күнді де тексеріңіз.",
        "ru": "Дата официального опубликования раньше даты принятия; сначала акт принимают: "
        "проверьте обе даты.",
        "en": "The day of official publication is before the day of adoption; an act is adopted "
        "first: check both dates.",
    },
    "beyond-calendar": {
        "kk": "Күн тым кеш: одан кейін мерзім санауға күнтізбе жетпейді; жылын тексеріңіз.",
        "ru": "День слишком поздний: календаря не хватит, чтобы отсчитать от него срок; "
        "проверьте год.",
        "en": "The day is too late: the calendar has no room to count a term from it; check the "
        "year.",
    },
    "published-before-registered": {
        "kk": "Ресми жарияланған күні мемлекеттік тіркелген күнінен бұрын; ресми жариялау "
        "тіркеуден кейін жүзеге асырылады: екі күнді де тексеріңіз.",
        "ru": "Дата официального опубликования раньше даты государственной регистрации; "
        "официальное опубликование следует за регистрацией: проверьте обе даты.",
        "en": "The day of official publication is before the day of state registration; "
        "official publication follows registration: check both dates.",
    },
}
