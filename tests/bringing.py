"""Made-up orders, and ways of bringing them, for the tests of imports.

Every text here says that it is made up: "ойдан шығарылған" is "made up".
"""

import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result

from kz_civil_positions.cli import main
from kz_civil_positions.errors import DataError, RegisterError
from kz_civil_positions.importing.result import Imported, Request
from kz_civil_positions.importing.run import import_document
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.storage.folders import STAGE

NAME: Final = "Ойдан шығарылған агенттік лауазымдарының тізілімін бекіту туралы"
HEADER: Final = (
    "Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығы. Қазақстан "
    "Республикасының Әділет министрлігінде 2020 жылғы 15 қаңтарда № 90101 болып тіркелді"
)
CLAUSE: Final = (
    "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
    "қолданысқа енгізіледі."
)
TABLE: Final = """
Буын\tДеңгей\tЛауазымдар атауы
А блогы (басқарушылық персонал)\t\t
А1\t1\tБұлт орталығының басшысы:
\t\tжел бөлімінің;
\t\tжаңбыр бөлімінің.
\t2\tБас бухгалтер.
D блогы (қосалқы персонал)\t\t
D\t\tЖүргізуші.
\t\tКүзетші.

Аббревиатуралардың толық жазылуы:
БО – бұлт орталығы.
"""
BASE: Final = f"""{NAME}

{HEADER}

БҰЙЫРАМЫН:
1. Қоса беріліп отырған ойдан шығарылған тізілім бекітілсін.
2. {CLAUSE}
Төраға Ә. Қиялұлы
{TABLE}"""
AMENDED: Final = (
    f'"{NAME}" Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 101 бұйрығына'
)
AMENDING: Final = f"""{AMENDED} өзгерістер енгізу туралы

{
    HEADER.replace("2020 жылғы 10 қаңтардағы № 101", "2021 жылғы 1 наурыздағы № 7").replace(
        "2020 жылғы 15 қаңтарда № 90101", "2021 жылғы 5 наурызда № 90202"
    )
}

БҰЙЫРАМЫН:
1. {AMENDED} (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 90101 болып \
тіркелген, "Ойдан шығарылған банк" жүйесінде 2020 жылғы 20 қаңтарда жарияланған) мынадай \
өзгерістер енгізілсін:
көрсетілген бұйрықпен бекітілген тізілімде:
"Бас бухгалтер." деген сөздер "Бас есепші." деген сөздермен ауыстырылсын;
ойдан шығарылған нәрсе ойдан шығарылсын.
2. {CLAUSE}
Төраға Ә. Қиялұлы
"""
NOTE: Final = (
    "Ескерту. Өзгеріс енгізілді – Ойдан шығарылған агенттік төрағасының 01.03.2021 № 7 бұйрығымен."
)
CONSOLIDATED: Final = BASE.replace("БҰЙЫРАМЫН:", f"{NOTE}\n\nБҰЙЫРАМЫН:").replace(
    "Бас бухгалтер.", "Бас есепші."
)
RUSSIAN: Final = """Об утверждении реестра должностей вымышленного агентства

Приказ Председателя вымышленного агентства от 10 января 2020 года № 101. Зарегистрирован в \
Министерстве юстиции Республики Казахстан 15 января 2020 года № 90101

ПРИКАЗЫВАЮ:
1. Утвердить прилагаемый вымышленный реестр должностей.
2. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его \
первого официального опубликования.
Председатель А. Вымыслов

Звено\tСтупень\tНаименования должностей
Блок А (управленческий персонал)\t\t
А1\t1\tРуководитель центра облаков:
\t\tотдела ветра;
\t\tотдела дождя.
Блок D (вспомогательный персонал)\t\t
D\t\tВодитель.
"""
JUNE: Final = datetime.date(2021, 6, 1)
BANK: Final = "Ойдан шығарылған банк"


def bring(root: Path, text: str | bytes, **more: Any) -> Imported:  # noqa: ANN401
    """Answers: what comes of bringing this text?"""
    data = text if isinstance(text, bytes) else text.encode()
    return import_document(data, "made-up.txt", root, Request(**more))


def state(root: Path) -> dict[str, bytes]:
    """Answers: which files are there, with what in them?"""
    files = (path for path in root.rglob("*") if path.is_file() and STAGE not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def refusal(root: Path, text: str | bytes, **more: Any) -> RegisterError:  # noqa: ANN401
    """Answers: with which error is this text refused, nothing being written?"""
    before = state(root)
    with pytest.raises(RegisterError) as caught:
        bring(root, text, **more)
    assert state(root) == before
    assert not (root / STAGE).exists()
    assert caught.value.exit_code == 2
    said = {caught.value.text(language) for language in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    return caught.value


def keys(error: RegisterError) -> list[str]:
    """Answers: by which keys is it told what is wrong?"""
    return [one.key for one in error.problems] if isinstance(error, DataError) else [error.key]


def command(*words: str) -> Result:
    """Answers: what does the command print?"""
    return CliRunner().invoke(main, ["import", *words])


def file(folder: Path, text: str | bytes, name: str = "made-up.txt") -> str:
    """Answers: where is a file that holds this?"""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)
