"""Kazakh words of the register with their Russian and English counterparts.

Attested pairs stand in official bilingual texts; every other pair is our own translation,
unofficial, and marked so wherever it helps to find something.
"""

from typing import Final

from kz_civil_positions.things import frozen

__all__ = ["TERMS", "Term"]


@frozen
class Term:
    """A Kazakh term and its counterparts.

    Attributes:
        kk: in base form, as it is searched for.
        ru: Russian counterparts.
        en: English counterparts.
        attested: whether official bilingual texts attest the pair.
    """

    kk: str
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    attested: bool = False


def _unofficial(table: str) -> tuple[Term, ...]:
    rows = [line.split("|") for line in table.strip().splitlines()]
    return tuple(Term(kk.strip(), _listed(ru), _listed(en)) for kk, ru, en in rows)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


_ATTESTED: Final = (
    Term("ММ", ("ГУ", "государственное учреждение"), ("state institution",), attested=True),
    Term("республикалық маңызы бар", ("республиканского значения",), (), attested=True),
    Term("ІІМ", ("МВД",), ("Ministry of Internal Affairs", "MIA"), attested=True),
    Term("ТЖД", ("ДЧС",), (), attested=True),
    Term("ПД", ("ДП",), ("police department",), attested=True),
    Term("азаматтық қызметші", ("гражданский служащий",), ("civil servant",), attested=True),
    Term("басқарушылық персонал", ("управленческий персонал",), (), attested=True),
)

# Kazakh | Russian, … | English, …
_PEOPLE: Final = """
бас | главный | chief
басшы | руководитель | head, director
бастық | начальник | chief, head
орынбасар | заместитель, зам | deputy
басшының орынбасары | заместитель руководителя | deputy head
меңгеруші | заведующий, заведующая, зав | manager, head
бухгалтер | бухгалтер | accountant
аға | старший, старшая | senior
жетекші | ведущий, руководитель | leading
сарапшы | эксперт | expert
ғылыми қызметкер | научный сотрудник | research fellow, researcher
оқытушы | преподаватель | teacher, lecturer
әдіскер | методист | methodologist
әдістемеші | методист | methodologist
кеңесші | советник, консультант | adviser, advisor, counsellor
доцент | доцент | associate professor
профессор | профессор | professor
дәрігер | врач | doctor, physician
медициналық бике | медицинская сестра, медсестра | nurse
медбике ісі | сестринское дело | nursing
акушерка | акушерка | midwife
емдәм бикесі | диетическая сестра, диетсестра | diet nurse, dietitian nurse
тіс дәрігері | зубной врач | dentist
тіс технигі | зубной техник | dental technician
емдеу дене шынықтыру нұсқаушысы | инструктор лечебной физкультуры | physiotherapy instructor
зертханашы | лаборант | laboratory assistant
медициналық зертханашы | медицинский лаборант | medical laboratory assistant
рентген зертханашысы | рентгенолаборант, рентген лаборант | radiographer
санитарлық фельдшер | санитарный фельдшер | sanitary feldsher
санитарлық дәрігердің көмекшісі | помощник санитарного врача | assistant of sanitary doctor
фармацевт | фармацевт | pharmacist
провизор | провизор | pharmacist
фельдшер | фельдшер | feldsher, paramedic
ветеринарлық фельдшер | ветеринарный фельдшер | veterinary feldsher
мал дәрігері | ветеринарный врач, ветврач | veterinarian, veterinary
қоғамдық денсаулық сақтау маманы | специалист общественного здравоохранения |
қоғамдық денсаулық сақтау маманы | | public health specialist
статистик | статистик | statistician
тәрбиеші | воспитатель | tutor, educator
гидротехник | гидротехник | hydraulic engineer
гидролог | гидролог | hydrologist
инспектор | инспектор | inspector
инженер | инженер | engineer
механик | механик | mechanic
психолог | психолог | psychologist
жұмыс өндірушісі | производитель работ, прораб | works superintendent, foreman
солист | солист | soloist
құтқарушы | спасатель | rescuer, rescue worker
техник | техник | technician
диспетчер | диспетчер | dispatcher
автомобильді тасымалдау диспетчері | диспетчер автомобильных перевозок | road transport dispatcher
экономист | экономист | economist
энергетик | энергетик | power engineer
дирижер | дирижер, дирижёр | conductor
мұрағатшы | архивист | archivist
архивариус | архивариус | archive keeper
библиограф | библиограф | bibliographer
кітапханашы | библиотекарь | librarian
музыкалық жетекші | музыкальный руководитель | music director
мәдени ұйымдастырушы | культорганизатор | culture organiser, culture organizer
мастер | мастер | master
менеджер | менеджер | manager
аудармашы | переводчик | translator, interpreter
бағдарламашы | программист | programmer, software developer
редактор | редактор | editor
референт | референт | referent
технолог | технолог | technologist
бапкер | тренер | coach, trainer
хормейстер | хормейстер | choirmaster
мұражай қорын сақтаушы | хранитель музейных фондов, хранитель фондов | museum collections keeper
суретші | художник | artist
штурман | штурман | navigator
экскурсия жетекшісі | экскурсовод | tour guide, guide
заңгер | юрист | lawyer
заңгер консультант | юрисконсульт | legal adviser, legal consultant
корректор | корректор | proofreader
баспасөз хатшысы | пресс секретарь | press secretary
әкімші | администратор | administrator
ассистент | ассистент | assistant
кезекші | дежурный | officer on duty
кезекші әкімші | дежурный администратор | administrator on duty
рұқсаттама бюросының кезекшісі | дежурный бюро пропусков | pass office attendant
іс жүргізуші | делопроизводитель | clerk, records clerk
комендант | комендант | commandant
бақылаушы | контролер, контролёр | controller
көшіруші | копировщик | copyist
машинистка | машинистка | typist
медициналық тіркеуші | медицинский регистратор, медрегистратор | medical registrar
нарядшы | нарядчик | work assigner
күзетші | сторож | guard, watchman
оператор | оператор | operator
тіркеуші | регистратор | registrar
хатшы | секретарь | secretary
есепке алушы | учетчик, учётчик | tallyman, record keeper
экспедитор | экспедитор | forwarder, forwarding agent
"""

_PLACES: Final = """
қаржы қызметі | финансовая служба | finance service
қызмет | служба | service
бөлім | отдел | department
бөлімше | отделение | unit, ward
медициналық бөлім | медицинский отдел | medical department
медициналық бөлік | медицинская часть, медчасть | medical section
хатшылық | секретариат | secretariat
зертхана | лаборатория | laboratory
дәріхана | аптека | pharmacy
аурухана | больница | hospital
госпиталь | госпиталь | hospital
Орталық госпиталі | центральный госпиталь | central hospital
емхана | поликлиника | polyclinic
филиал | филиал | branch
Қазселденқорғау | Казселезащита, Казселезащиты | Kazselezashchita
Апаттар медицинасы орталығы | центр медицины катастроф | Centre for Disaster Medicine
Кинологиялық орталық | кинологический центр | canine centre, canine center
оқу орталығы | учебный центр | training centre, training center
жоғары оқу орны | высшее учебное заведение, вуз | higher education institution, university
жедел-құтқару жасағы | оперативно-спасательный отряд | rescue detachment
арнайы мақсаттағы жасағы | отряд специального назначения | special purpose detachment
полиция полкі | полк полиции | police regiment
күзет қызметі басқармасы | управление службы охраны | guard service directorate
автокөліктік қызмет көрсету мекемесі | учреждение автотранспортного обслуживания |
автокөліктік қызмет көрсету мекемесі | | motor transport institution
өрт сөндіру | пожаротушение, тушение пожаров | firefighting, fire fighting
институт | институт | institute
академия | академия | academy
мекеме | учреждение | institution
полиция департаменті | департамент полиции | police department
әкімшілік-шаруашылық жұмыс жөніндегі | по административно хозяйственной работе |
әкімшілік-шаруашылық жұмыс жөніндегі | | for administrative work
әкімшілік-шаруашылық жұмыс жөніндегі | по административно хозяйственной части |
әкімшілік-шаруашылық жұмыс жөніндегі | по АХЧ |
ТЖК | КЧС, комитет по чрезвычайным ситуациям | Committee for Emergency Situations
ТЖД | департамент по чрезвычайным ситуациям | Department for Emergency Situations
ҚАЖК | КУИС, комитет уголовно исполнительной системы | Penal System Committee
ҚАЖД | ДУИС, департамент уголовно исполнительной системы | penal system department
ІІМ | министерство внутренних дел | interior ministry
мұрағат | архив | archive
монша | баня | bathhouse
монша-кір жуу кешені | банно прачечный комплекс | bath and laundry complex
кір жуу | прачечная | laundry
бассейн | бассейн | swimming pool
кітапхана | библиотека | library
ветеринарлық дәріхана | ветеринарная аптека | veterinary pharmacy
клуб | клуб | club
шеберхана | мастерская | workshop
мұражай | музей | museum
өндіріс | производство | production
жөндеу-құрылыс тобы | ремонтно строительная группа | repair and construction group
асхана | столовая | canteen
қойма | склад | warehouse, storehouse
техникалық бөлім | техническая часть, технический отдел | technical section
баспахана | типография | printing house
оқу кабинеті | учебный кабинет | study room
мәдени орталық | культурный центр | cultural centre, cultural center
бюро | бюро | bureau
кеңсе | канцелярия | chancery
қазандық | котельная | boiler house
шаруашылық | хозяйство | household
фотозертхана | фотолаборатория | photo laboratory
"""

_KINDS: Final = """
облыстық маңызы бар | областного значения, областной | of oblast significance, oblast, regional
аудандық маңызы бар | районного значения, районный | of district significance, district
республикалық | республиканский | republican
жоғары санат | высшая категория, высшей категории | highest category
бірінші санат | первая категория, первой категории, 1 категории | first category
екінші санат | вторая категория, второй категории, 2 категории | second category
санаты жоқ | без категории | without category
біліктілігі жоғары деңгейдегі | высшего уровня квалификации | higher qualification
біліктілігі орташа деңгейдегі | среднего уровня квалификации | middle qualification
маман | специалист | specialist
техникалық орындаушы | технический исполнитель | technical performer
денсаулық сақтау | здравоохранение | health care, healthcare
"""

TERMS: Final = (
    *_ATTESTED,
    *_unofficial(_PEOPLE),
    *_unofficial(_PLACES),
    *_unofficial(_KINDS),
)
