"""An act from a local git corpus: every edition of it, or nothing, and why.

The clones are made here, in the layout of the public corpus of ministerial orders. Every act
in them is made up, and says so: "ойдан шығарылған" and "вымышленный" are "made up".
"""

import datetime
import json
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.errors import DataError, OutputError, RegisterError
from kz_civil_positions.importing import corpus, corpus_editions, corpus_git
from kz_civil_positions.importing.corpus import TONGUES, CorpusImported, import_corpus
from kz_civil_positions.importing.result import Request, Role
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.storage.folders import STAGE
from kz_civil_positions.verification import verify
from kz_civil_positions.verification.verdict import Verdict

CODE: Final = "90001"
PLACE: Final = "07-ministerial/1-oidan-shygarylgan/2020/0110-reestr-90001"
OLD_PLACE: Final = "07-ministerial/1-oidan-shygarylgan/20200110-reestr-90001"
FIRST: Final = datetime.date(2020, 2, 26)
SECOND: Final = datetime.date(2021, 4, 1)
THIRD: Final = datetime.date(2022, 5, 1)
LAST: Final = datetime.date(2023, 6, 1)
TABLE: Final = """<table>
<tr><th>Буын</th><th>Деңгей</th><th>Лауазымдар атауы</th></tr>
<tr><td colspan="3">А блогы (басқарушылық персонал)</td></tr>
<tr><td rowspan="2">А1</td><td>1</td><td>
Бұлт орталығының басшысы:
жел бөлімінің;
жаңбыр бөлімінің.
</td></tr>
<tr><td>2</td><td>Бас бухгалтер.</td></tr>
<tr><td colspan="3">D блогы (қосалқы персонал)</td></tr>
<tr><td>D</td><td></td><td>
Жүргізуші.
Күзетші.
</td></tr>
</table>
"""
KAZ: Final = f"""# Ойдан шығарылған агенттік лауазымдарының тізілімін бекіту туралы

БҰЙЫРАМЫН:

1. Қоса беріліп отырған ойдан шығарылған тізілім бекітілсін.

2. Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа \
енгізіледі.

**Төраға**

**Ә. Қиялұлы**

{TABLE}"""
RUS: Final = """# Об утверждении реестра должностей вымышленного агентства

ПРИКАЗЫВАЮ:

1. Утвердить прилагаемый вымышленный реестр.

2. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его \
первого официального опубликования.

**Председатель**

**А. Вымыслов**

<table>
<tr><th>Звено</th><th>Ступень</th><th>Наименования должностей</th></tr>
<tr><td colspan="3">Блок А (управленческий персонал)</td></tr>
<tr><td>А1</td><td>1</td><td>Руководитель вымышленного центра.</td></tr>
<tr><td colspan="3">Блок D (вспомогательный персонал)</td></tr>
<tr><td>D</td><td></td><td>Водитель.</td></tr>
</table>
"""
NOTE: Final = (
    "> *Ескерту. Өзгеріс енгізілді – Ойдан шығарылған агенттік төрағасының 01.03.2021 № 7 "
    "бұйрығымен.*\n\n"
)
AMENDED: Final = KAZ.replace("БҰЙЫРАМЫН", f"{NOTE}БҰЙЫРАМЫН").replace("бухгалтер", "есепші")
META: Final = """act_code: '90001'
requisite: Приказ Председателя вымышленного агентства от 10 января 2020 года № 101. \
Зарегистрирован в Министерстве юстиции Республики Казахстан 15 января 2020 года № 90101
title:
  rus: Об утверждении реестра должностей вымышленного агентства
  kaz: Ойдан шығарылған агенттік лауазымдарының тізілімін бекіту туралы
approved_on: 2020-01-10
version_date:
  kaz: 2020-01-10
  rus: 2020-01-10
source:
  kaz: https://zan.gov.kz/client/#!/doc/90001/kaz/10.01.2020
  rus: https://zan.gov.kz/client/#!/doc/90001/rus/10.01.2020
"""
CAUSE: Final = "Приказ Председателя вымышленного агентства от {day} года № {number}"
SEVENTH: Final = CAUSE.format(day="1 марта 2021", number=7)
NINTH: Final = CAUSE.format(day="1 мая 2023", number=9)

Files = Mapping[str, str | bytes]


def caused(requisite: str) -> str:
    """What a commit says that an act brought about."""
    return f"Made up\n\nCause-Act-Code: 90007\nCause-Act-Requisite: {requisite}\n"


def act(text: str = KAZ, meta: str = META, place: str = PLACE, **more: str) -> Files:
    """The files of the act as the newer layout has them."""
    others = {f"{place}/{name}.md": words for name, words in more.items()}
    return {f"{place}/kaz.md": text, f"{place}/meta.yaml": meta, **others}


OPEN: Final[list[Repo]] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """What a test opened is closed after it."""
    yield
    while OPEN:
        OPEN.pop().close()


class Clone:
    """A clone that grows by commits."""

    def __init__(self, path: Path, *, bare: bool = False) -> None:
        path.mkdir()
        self.path = path
        self.repo = Repo.init_bare(str(path)) if bare else Repo.init(str(path))
        OPEN.append(self.repo)

    def commit(
        self,
        day: datetime.date,
        files: Files,
        message: str = "Made up",
        *,
        modes: Mapping[str, int] | None = None,
        parents: tuple[ObjectID, ...] | None = None,
    ) -> ObjectID:
        """Add a commit with these files, half an hour after midnight in Kazakhstan."""
        zone = datetime.timezone(datetime.timedelta(hours=5))
        made = Commit()
        made.tree = self._tree({"README.md": "Made up", **files}, modes or {})
        try:
            made.parents = list(parents) if parents else [self.repo.head()]
        except KeyError:
            made.parents = []
        made.author = made.committer = b"Made Up <made.up@example.org>"
        moment = datetime.datetime(day.year, day.month, day.day, 0, 30, tzinfo=zone)
        made.author_time = made.commit_time = int(moment.timestamp())
        made.author_timezone = made.commit_timezone = 5 * 3600
        made.message = message.encode()
        self.repo.object_store.add_object(made)
        self.repo.refs[HEADREF] = made.id
        return made.id

    def head(self) -> Commit:
        """The last commit."""
        found = self.repo[self.repo.head()]
        assert isinstance(found, Commit)
        return found

    def _tree(self, files: Files, modes: Mapping[str, int]) -> ObjectID:
        tree = Tree()
        folders: dict[str, dict[str, str | bytes]] = {}
        inner: dict[str, dict[str, int]] = {}
        for path, data in files.items():
            head, _, rest = path.partition("/")
            if rest:
                folders.setdefault(head, {})[rest] = data
                inner.setdefault(head, {})
                if path in modes:
                    inner[head][rest] = modes[path]
                continue
            blob = Blob.from_string(data if isinstance(data, bytes) else data.encode())
            self.repo.object_store.add_object(blob)
            mode = modes.get(path, stat.S_IFREG | 0o644)
            tree.add(path.encode("utf-8", "surrogateescape"), mode, blob.id)
        for name, held in folders.items():
            sha = self._tree(held, inner[name])
            tree.add(name.encode("utf-8", "surrogateescape"), stat.S_IFDIR, sha)
        self.repo.object_store.add_object(tree)
        return tree.id


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """An empty clone."""
    return Clone(tmp_path / "clone")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registers folder that is not there yet."""
    return tmp_path / "registers"


def bring(clone: Clone, root: Path, code: str = CODE, **more: Any) -> CorpusImported:  # noqa: ANN401
    """Answers: what comes of the act in this clone?"""
    tongues = more.pop("tongues", TONGUES)
    return import_corpus(clone.path, code, root, Request(**more), tongues=tongues)


def state(root: Path) -> dict[str, bytes]:
    """Answers: which files are there, with what in them?"""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def refusal(clone: Clone, root: Path, code: str = CODE, **more: Any) -> RegisterError:  # noqa: ANN401
    """Answers: with which error is it refused, nothing being written?"""
    before = state(root)
    with pytest.raises(RegisterError) as caught:
        bring(clone, root, code, **more)
    assert state(root) == before
    assert not (root / STAGE).exists()
    assert caught.value.exit_code == 2
    assert len({caught.value.text(language) for language in LANGUAGES}) == len(LANGUAGES)
    return caught.value


def key(error: RegisterError) -> str:
    """Answers: by which key is it told what is wrong?"""
    return error.problems[0].key if isinstance(error, DataError) else error.key


def command(*words: str) -> Result:
    """Answers: what does the command line print?"""
    return CliRunner().invoke(main, list(words))


def grown(clone: Clone) -> Clone:
    """The clone of an act that was adopted, amended once, and repealed."""
    clone.commit(FIRST, act(rus=RUS))
    clone.commit(SECOND, act(AMENDED, rus=RUS), caused(SEVENTH))
    clone.commit(LAST, {}, caused(NINTH))
    return clone


# ---------------------------------------------------------------------- what is brought


def test_every_edition_is_brought_with_its_day_its_cause_and_its_source(
    clone: Clone, root: Path
) -> None:
    """A commit is an edition: its date the day, its text the words, its address the source."""
    found = bring(grown(clone), root, tongues=("kaz",))
    assert [one.role for one in found.imported] == [Role.SUPPLIED, Role.PUBLISHED, Role.PUBLISHED]
    assert found.failures == ()
    register = kz.load(root)
    base = register.base
    assert (base.id, base.registration, str(base.dates.registered)) == (
        "2020-101",
        "90101",
        "2020-01-15",
    )
    assert [one.date for one in register.published] == [FIRST, SECOND]
    assert [one.id for one in register.named_orders] == ["2021-7"]
    assert found.unnamed == ()
    original = register.published[0].original
    assert original is not None
    assert original.address == "https://zan.gov.kz/client/#!/doc/90001/kaz/10.01.2020"
    assert "zan.gov.kz" in register.published[0].publisher.en
    folder = root / "2020-101/editions"
    assert (folder / f"{FIRST}/original.md").read_text("utf-8") == KAZ
    assert (folder / f"{SECOND}/meta.yaml").read_text("utf-8") == META


def test_a_thing_keeps_its_id_from_edition_to_edition(clone: Clone, root: Path) -> None:
    """What stands in two editions is one thing; what is new in the later has an id of its own."""
    bring(grown(clone), root)
    first, second = (
        {node.id for node in one.content.walk() if isinstance(node, kz.Entry)}
        for one in kz.load(root).published
    )
    assert first - second == {"bas-bukhgalter"}
    assert second - first == {"bas-esepshi"}


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2020-01-20", "not in effect"),
        ("2020-03-01", "Edition: 2020-101 (held)"),
        ("2021-03-31", "Edition: 2020-101 (held)"),
        ("2021-04-01", f"2020-101@{SECOND}"),
        ("2023-05-31", f"2020-101@{SECOND}"),
        ("2023-06-01", "repealed"),
    ],
)
def test_each_day_is_answered_from_what_was_brought(whole: Path, day: str, says: str) -> None:
    """Before, between, after, and from the repeal on: the answer follows the commits' days."""
    told = command("--data", str(whole), "--lang", "en", "status", day)
    assert told.exit_code in (0, 3)
    assert says in told.output


def test_a_day_between_two_commits_has_the_earlier_edition(clone: Clone, root: Path) -> None:
    """A commit's day is the first of its edition: by the publisher's word, and so it is said.

    When the base order itself took effect stays what its own clause says.
    """
    first = datetime.date(2020, 1, 30)
    clone.commit(first, act(rus=RUS))
    clone.commit(SECOND, act(AMENDED, rus=RUS), caused(SEVENTH))
    bring(clone, root)
    register = kz.load(root)
    for day in (first, datetime.date(2020, 2, 1), SECOND - datetime.timedelta(days=1)):
        status = register.status(day)
        assert register.as_of(day).key == f"2020-101@{first}"
        assert (status.held, str(status.certainty)) == (True, "presumed")
        assert "publisher" in status.reason("en")
        assert register.in_language(register.as_of(day), "rus").held
    own = register.in_effect(register.base)
    assert (str(own.earliest), str(own.latest)) == ("2020-01-26", "2020-02-25")
    assert str(register.status(first - datetime.timedelta(days=1)).state) == "undetermined"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registers folder with all that the grown clone holds."""
    folder = tmp_path_factory.mktemp("corpus")
    bring(grown(Clone(folder / "clone")), folder / "registers")
    return folder / "registers"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("diff", f"2020-101@{FIRST}", f"2020-101@{SECOND}"), "Бас есепші."),
        (("history", "bas-esepshi"), str(SECOND.year)),
        (("report", "chronology"), "№ 7"),
    ],
)
def test_the_other_commands_answer_from_it(whole: Path, words: tuple[str, ...], says: str) -> None:
    """What was brought is a register like any other: compared, traced, reported."""
    told = command("--data", str(whole), "--lang", "en", *words)
    assert told.exit_code == 0, told.output
    assert says in told.output


def test_every_edition_is_brought_in_both_languages(clone: Clone, root: Path) -> None:
    """The register is in Kazakh; beside each edition stands what the corpus has in Russian."""
    found = bring(grown(clone), root)
    assert found.failures == ()
    roles = [one.role for one in found.imported]
    assert roles == [
        Role.SUPPLIED,
        Role.PARALLEL,
        Role.PUBLISHED,
        Role.PARALLEL,
        Role.PUBLISHED,
        Role.PARALLEL,
    ]
    register = kz.load(root)
    assert {one.language for one in register.published} == {register.base.language} == {"kaz"}
    for name in ("2020-101", f"2020-101@{FIRST}", f"2020-101@{SECOND}"):
        assert register.languages(name) == ("kaz", "rus")
        assert register.in_language(name, "rus")["D"].entries[0].text == "Водитель."
    told = (root / f"2020-101/editions/{FIRST}/rus/parallel.yaml").read_text("utf-8")
    assert "rus/10.01.2020" in told


def test_a_change_of_either_text_is_an_edition_of_both(clone: Clone, root: Path) -> None:
    """An amendment may change the text in one language only: the other stands in effect with it."""
    clone.commit(FIRST, act(rus=RUS))
    clone.commit(SECOND, act(rus=RUS.replace("Водитель", "Сторож")))
    clone.commit(THIRD, act(meta=f"{META}# Made up\n", rus=RUS.replace("Водитель", "Сторож")))
    found = bring(clone, root)
    register = kz.load(root)
    assert [one.date for one in register.published] == [FIRST, SECOND]
    assert len(found.unchanged) == 1
    first, second = (f"2020-101@{day}" for day in (FIRST, SECOND))
    assert [one for one in register.diff(first, second) if one.lane.value == "law"] == []
    old, new = (register.in_language(name, "rus") for name in (first, second))
    assert "Сторож." in [one.new for one in register.diff(old, new)]


def test_a_text_that_the_corpus_lacks_is_told(clone: Clone, root: Path) -> None:
    """An edition in Kazakh alone is brought, and the answer says that the Russian text lacks."""
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(AMENDED, rus=RUS))
    found = bring(clone, root)
    assert found.alone == (str(FIRST),)
    register = kz.load(root)
    assert register.languages(f"2020-101@{FIRST}") == ("kaz",)
    assert register.languages(f"2020-101@{SECOND}") == ("kaz", "rus")


def test_one_language_alone_can_be_brought(clone: Clone, root: Path) -> None:
    """Then the register is in that language; the other can be brought beside it later."""
    found = bring(grown(clone), root, tongues=("rus",))
    register = kz.load(root)
    assert {one.language for one in register.published} == {register.base.language} == {"rus"}
    assert [one.date for one in register.published] == [FIRST]
    assert len(found.unchanged) == 1
    both = root.parent / "both"
    bring(clone, both, tongues=("kaz",))
    assert kz.load(both).parallel == ()
    again = bring(clone, both)
    assert {one.role for one in again.imported} == {Role.WITNESS, Role.PARALLEL}
    whole = root.parent / "whole"
    bring(clone, whole)
    assert state(both) == state(whole)


def test_a_text_of_one_language_that_cannot_be_read_stops_all(clone: Clone, root: Path) -> None:
    """Both languages of every edition, or nothing."""
    clone.commit(FIRST, act(rus=RUS))
    clone.commit(SECOND, act(AMENDED, rus="Вымышленный текст на русском языке, таблицы нет.\n"))
    error = refusal(clone, root)
    assert key(error) == "importing.no-table"
    assert "rus.md" in error.text("en")


def test_all_is_verified_once_however_many_editions(
    clone: Clone, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work grows with the number of editions, not with its square."""
    done: list[Path] = []

    def counted(stage: Path) -> Verdict:
        done.append(stage)
        return verify(stage)

    monkeypatch.setattr(corpus, "verify", counted)
    for number in range(6):
        day = FIRST + datetime.timedelta(days=number)
        clone.commit(day, act(KAZ.replace("бухгалтер", f"есепші {number}")))
    assert len(bring(clone, root).imported) == 7
    assert len(done) == 1


# ------------------------------------------------------------- what is said beside the texts


def test_facts_that_only_the_corpus_states_are_verified(clone: Clone, root: Path) -> None:
    """The file that states them is kept, sealed, cited, and read again."""
    bring(grown(clone), root)
    base = kz.load(root).base
    cited = {one.fact: one.file.file for one in base.facts_from if one.file}
    assert cited == dict.fromkeys(
        ("number", "dates.adopted", "issuer", "registration", "dates.registered"), "meta.yaml"
    )
    assert verify(root).ok
    order = root / "2020-101/order.yaml"
    text = order.read_text("utf-8")
    order.write_text(text.replace("registration: '90101'", "registration: '90102'"), "utf-8")
    assert [one.key for one in verify(root).failures] == ["verify.fact-not-attested"]
    order.write_text(text, "utf-8")
    meta = root / "2020-101/meta.yaml"
    meta.write_text(META.replace("№ 90101", "№ 90102"), "utf-8")
    assert {one.key for one in verify(root).failures} == {"verify.witness-not-held"}


def test_the_repealing_act_is_verified_by_its_commit(clone: Clone, root: Path) -> None:
    """All that is known of it is what the commit says that takes the act away."""
    bring(grown(clone), root)
    file = root / "2023-9/commit.txt"
    assert f"act {CODE} removed" in file.read_text("utf-8")
    assert verify(root).ok
    order = root / "2023-9/order.yaml"
    text = order.read_text("utf-8")
    order.write_text(text.replace(f"date: {LAST}", "date: 2023-06-02"), "utf-8")
    assert [one.path for one in verify(root).failures] == ["rule"]


def test_more_is_told_of_an_order_that_is_known(clone: Clone, root: Path) -> None:
    """The day of registration is added to what was known, with its own witness."""
    clone.commit(FIRST, act())
    early = Clone(clone.path.parent / "early")
    early.commit(SECOND, act(AMENDED, META.replace(" 15 января 2020 года", "")))
    bring(early, root)
    assert kz.load(root).base.dates.registered is None
    bring(clone, root)
    base = kz.load(root).base
    assert str(base.dates.registered) == "2020-01-15"
    assert {one.file.file for one in base.facts_from if one.file} == {"meta.yaml", "meta-2.yaml"}
    assert verify(root).ok


def test_a_cause_that_no_note_names_is_kept_as_a_claim(clone: Clone, root: Path) -> None:
    """It makes the act known by name; the commit that says so is kept, sealed, and read again."""
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "есепші")), caused(SEVENTH))
    cause = CAUSE.format(day="2 марта 2022", number=9)
    clone.commit(THIRD, act(KAZ.replace("бухгалтер", "көмекші")), caused(cause))
    found = bring(clone, root)
    assert [one.id for one in found.unnamed] == ["2021-7", "2022-9"]
    register = kz.load(root)
    assert [one.id for one in register.named_orders] == ["2021-7", "2022-9"]
    note = register.published[1].notes[0]
    assert (note.text, note.file and note.file.file) == (SEVENTH, "commit.txt")
    assert found.failures == verify(root).failures == ()
    assert "2021-7" in command("--data", str(root), "--lang", "en", "orders").output
    file = root / f"2020-101/editions/{SECOND}/commit.txt"
    file.write_text(file.read_text("utf-8").replace("№ 7", "№ 8"), "utf-8")
    assert [one.key for one in verify(root).failures] == ["verify.seal-broken"]


def test_a_cause_of_later_days_is_refused(clone: Clone, root: Path) -> None:
    """An act that was adopted after the edition cannot have brought it about."""
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "есепші")), caused(NINTH))
    assert key(refusal(clone, root)) == "importing.before-note"


def test_a_claim_that_its_file_does_not_make_is_found(clone: Clone, root: Path) -> None:
    """A sealed file proves only what it says."""
    meta = META + f"caused_by:\n  - requisite: {SEVENTH}\n"
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "есепші"), meta))
    bring(clone, root)
    note = kz.load(root).published[1].notes[0]
    assert note.file is not None
    assert note.file.file == "meta.yaml"
    file = root / f"2020-101/editions/{SECOND}/edition.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("1 марта 2021 года № 7", "1 марта 2021 года № 8"), "utf-8")
    assert [one.key for one in verify(root).failures] == ["verify.claim-not-made"]


def test_the_older_layout_is_followed_into_the_newer(clone: Clone, root: Path) -> None:
    """A folder that is renamed is the same act, and its text without front matter the same."""
    source = "https://zan.gov.kz/client/#!/doc/90001/kaz/10.01.2020"
    old = f"---\nsource: {source}\n---\n\n"
    clone.commit(FIRST, {f"{OLD_PLACE}/kaz.md": old + f"{KAZ}"})
    clone.commit(SECOND, act(f"\n{KAZ}"))
    clone.commit(THIRD, act(AMENDED))
    found = bring(clone, root)
    assert found.folder == PLACE
    assert len(found.unchanged) == 1
    published = kz.load(root).published
    assert [one.date for one in published] == [FIRST, THIRD]
    assert published[0].original is not None
    assert published[0].original.address == source


def test_an_order_with_annexes_is_brought_as_corpora_print_it(clone: Clone, root: Path) -> None:
    """Day, number and issuer stand over each annex alone, and one annex is the register."""
    lines = (
        "Қазақстан Республикасы Ойдан шығарылған",
        "агенттігі төрағасының",
        "2020 жылғы 10 қаңтардағы",
        "№ 101 бұйрығына",
        "{number}-ҚОСЫМША",
    )
    over = "  \n".join(f"> *{line}*" for line in lines) + "\n\n## ТІЗІЛІМ\n\n"
    other = TABLE.replace("бухгалтер", "есепші")
    text = KAZ.replace(TABLE, over.format(number=1) + TABLE + over.format(number=2) + other)
    clone.commit(FIRST, act(text))
    assert key(refusal(clone, root)).endswith("several-registers")
    found = bring(clone, root, annex=2)
    assert found.failures == ()
    register = kz.load(root)
    assert register.base.issuer.kk == "Қазақстан Республикасы Ойдан шығарылған агенттігі төрағасы"
    assert register.base.issuer.ru == "Председатель вымышленного агентства"
    titles = [
        one.heading for one in register.published[0].content.walk() if isinstance(one, kz.Entry)
    ]
    assert "Бас есепші." in titles


def test_of_two_commits_on_one_day_the_last_stands(clone: Clone, root: Path) -> None:
    """An edition is what was in effect by the end of its day."""
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "көмекші")))
    clone.commit(SECOND, act(AMENDED))
    bring(clone, root)
    published = kz.load(root).published
    assert [one.date for one in published] == [FIRST, SECOND]
    assert (root / f"2020-101/editions/{SECOND}/original.md").read_text("utf-8") == AMENDED


def test_a_text_that_comes_back_is_an_edition(clone: Clone, root: Path) -> None:
    """An earlier wording restored is a change like any other."""
    for day, text in ((FIRST, KAZ), (SECOND, AMENDED), (THIRD, KAZ)):
        clone.commit(day, act(text))
    bring(clone, root)
    assert [one.date for one in kz.load(root).published] == [FIRST, SECOND, THIRD]


def test_a_commit_that_touches_other_acts_is_no_edition(clone: Clone, root: Path) -> None:
    """Only what changes the act counts, and a merge that leaves it alone is none of it."""
    first = clone.commit(FIRST, act())
    side = clone.commit(SECOND, {**act(), "other.md": "Made up"})
    clone.commit(THIRD, act(), parents=(first, side))
    assert len(bring(clone, root).imported) == 2


def test_a_corpus_may_begin_with_a_consolidated_text(clone: Clone, root: Path) -> None:
    """Then the order's own text is not held, and its facts are those of its requisites."""
    clone.commit(SECOND, act(AMENDED))
    bring(clone, root)
    register = kz.load(root)
    assert register.base.source is None
    assert register.base.number == "101"
    assert [one.date for one in register.published] == [SECOND]


def test_what_is_held_gives_way_when_asked(clone: Clone, root: Path) -> None:
    """Texts, claims and what makes them are replaced together, in both languages."""
    clone.commit(FIRST, act(rus=RUS))
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "есепші"), rus=RUS), caused(SEVENTH))
    bring(clone, root)
    other = Clone(clone.path.parent / "other")
    other.commit(FIRST, act(rus=RUS))
    new = RUS.replace("Водитель", "Сторож")
    cause = CAUSE.format(day="2 марта 2021", number=9)
    other.commit(SECOND, act(KAZ.replace("бухгалтер", "көмекші"), rus=new), caused(cause))
    before = state(root)
    assert bring(other, root).differs
    assert state(root) == before
    found = bring(other, root, replace=True)
    assert found.failures == ()
    register = kz.load(root)
    assert [one.id for one in register.named_orders] == ["2021-9"]
    name = f"2020-101@{SECOND}"
    assert register.in_language(name, "rus")["D"].entries[0].text == "Сторож."
    assert verify(root).ok


def test_an_order_known_by_name_gets_its_text(clone: Clone, root: Path) -> None:
    """What is known already is held against the corpus, and stays."""
    clone.commit(SECOND, act(AMENDED))
    bring(clone, root)
    earlier = Clone(clone.path.parent / "earlier")
    earlier.commit(FIRST, act())
    found = bring(earlier, root)
    assert [one.role for one in found.imported] == [Role.SUPPLIED, Role.PUBLISHED]
    assert [one.date for one in kz.load(root).published] == [FIRST, SECOND]


def test_brought_again_nothing_is_written(clone: Clone, root: Path) -> None:
    """What is held is compared, and where it is the same nothing happens."""
    clone.commit(FIRST, act())
    bring(clone, root)
    before = state(root)
    again = bring(clone, root)
    assert (again.written, again.differs) == ((), False)
    assert {one.role for one in again.imported} == {Role.WITNESS}
    assert state(root) == before


def test_the_day_is_that_of_the_commits_own_time_zone(clone: Clone, root: Path) -> None:
    """Half past midnight in Kazakhstan is the day before in Greenwich."""
    clone.commit(FIRST, act())
    moment = datetime.datetime.fromtimestamp(clone.head().commit_time, datetime.UTC)
    assert moment.date() < FIRST
    bring(clone, root)
    assert kz.load(root).published[0].date == FIRST


def test_bare_packed_and_strangely_named_clones_are_read(tmp_path: Path, root: Path) -> None:
    """A clone without a working tree, with packs and packed refs, and a name that is no UTF-8."""
    clone = Clone(tmp_path / "bare", bare=True)
    clone.commit(FIRST, act(place="07/0110-\udcff-90001"))
    clone.repo.object_store.pack_loose_objects()
    head = clone.repo.head()
    clone.repo.refs.add_packed_refs({Ref(b"refs/heads/master"): head})
    assert not [one for one in clone.path.glob("objects/??/*") if one.is_file()]
    found = bring(clone, root)
    assert found.folder == "07/0110-\\xff-90001"


@pytest.mark.parametrize("name", ["../meta.yaml", "/etc/hosts", "linked.yaml"])
def test_a_witness_outside_of_the_folder_is_refused(
    clone: Clone, root: Path, tmp_path: Path, name: str
) -> None:
    """A file that is named as a witness stands in the folder, or nothing is loaded."""
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(KAZ.replace("бухгалтер", "есепші")), caused(SEVENTH))
    bring(clone, root)
    (tmp_path / "elsewhere.yaml").write_text("made up", "utf-8")
    folders = {"meta.yaml": root / "2020-101/order.yaml"}
    folders["commit.txt"] = root / f"2020-101/editions/{SECOND}/edition.yaml"
    for witness, file in folders.items():
        before = file.read_text("utf-8")
        assert f"file: {witness}" in before
        (file.parent / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
        file.write_text(before.replace(f"file: {witness}", f"file: {name}"), "utf-8")
        with pytest.raises(DataError) as caught:
            kz.load(root)
        assert {one.key for one in caught.value.problems} == {"outside-folder"}
        file.write_text(before, "utf-8")


# ---------------------------------------------------------------------- what is refused


def _merge(clone: Clone) -> None:
    first = clone.commit(FIRST, act())
    side = clone.commit(SECOND, act(AMENDED))
    clone.commit(THIRD, act(AMENDED), parents=(first, side))


def _came_back(clone: Clone) -> None:
    grown(clone).commit(datetime.date(2024, 1, 1), act())


def _linked(clone: Clone) -> None:
    clone.commit(FIRST, act(), modes={f"{PLACE}/kaz.md": stat.S_IFLNK})


def _module(clone: Clone) -> None:
    clone.commit(FIRST, {PLACE: "x"}, modes={PLACE: 0o160000})


def _days(*days: datetime.date) -> Callable[[Clone], None]:
    def build(clone: Clone) -> None:
        for day, text in zip(days, (KAZ, AMENDED), strict=True):
            clone.commit(day, act(text))

    return build


def _with(**more: str) -> Callable[[Clone], object]:
    return lambda clone: clone.commit(FIRST, act(**more))


def _meta(old: str, new: str) -> Callable[[Clone], object]:
    assert old in META
    return _with(meta=META.replace(old, new, 1))


def _gone(clone: Clone) -> None:
    clone.commit(FIRST, act())
    clone.commit(SECOND, {})


def _renumbered(clone: Clone) -> None:
    clone.commit(FIRST, act())
    clone.commit(SECOND, act(AMENDED, META.replace("№ 90101", "№ 90102")))


HEADER: Final = (
    "Ойдан шығарылған агенттік төрағасының 2020 жылғы 10 қаңтардағы № 102 бұйрығы\n\nБҰЙЫРАМЫН"
)


@pytest.mark.parametrize(
    ("build", "expected"),
    [
        (_days(SECOND, FIRST), "corpus.out-of-order"),
        (_came_back, "corpus.came-back"),
        (_merge, "corpus.merge"),
        (
            lambda clone: clone.commit(FIRST, {**act(), **act(place=OLD_PLACE)}),
            "corpus.two-folders",
        ),
        (lambda clone: clone.commit(FIRST, {f"{PLACE}/meta.yaml": META}), "corpus.no-text"),
        (_linked, "corpus.not-a-file"),
        (_module, "corpus.not-a-file"),
        (_gone, "corpus.repeal-without-act"),
        (_renumbered, "corpus.contradicts"),
        (_meta("'90001'", "'90002'"), "corpus.contradicts"),
        (_meta("approved_on: 2020-01-10", "approved_on: 2020-01-11"), "corpus.contradicts"),
        (_meta("  kaz: 2020-01-10", "  kaz: 2029-01-10"), "corpus.contradicts"),
        (_meta("  kaz: 2020-01-10", "  kaz: soon"), "corpus.not-understood"),
        (
            _meta(META.split("\n")[1], "requisite: Приказ вымышленного агентства"),
            "corpus.not-understood",
        ),
        (_meta("от 10 января", "от 40 января"), "corpus.not-understood"),
        (_meta("  rus: Об", "  rus: [Об]\n  # "), "corpus.not-understood"),
        (_meta("act_code: '90001'", "act_code: &a '90001'"), "errors.yaml-alias"),
        (_meta("act_code: '90001'", "act_code: ["), "errors.broken-yaml"),
        (_with(meta="- 1\n"), "corpus.not-understood"),
        (_with(text=KAZ.replace("БҰЙЫРАМЫН", HEADER)), "importing.other-order"),
        (_with(text="Ойдан шығарылған мәтін осы ғана, кестесі жоқ.\n"), "importing.no-table"),
        (_with(text=""), None),
    ],
)
def test_what_cannot_be_brought_is_refused(
    clone: Clone, root: Path, build: Callable[[Clone], object], expected: str | None
) -> None:
    """A history or a text that is not clear is refused with its place, and nothing is written."""
    build(clone)
    error = refusal(clone, root)
    found = key(error)
    assert expected is None or (found if "." in found else f"errors.{found}") == expected
    assert not root.exists()


def test_a_code_that_is_not_there_is_refused_with_near_ones(clone: Clone, root: Path) -> None:
    """Whoever mistypes a code is shown those that the corpus has."""
    clone.commit(FIRST, act())
    assert refusal(clone, root, "90010").facts["near"] == CODE
    assert key(refusal(clone, root, "../90001")) == "corpus.not-a-code"


def _alternates(clone: Clone) -> None:
    clone.repo.object_store.add_alternate_path(str(clone.path.parent / "elsewhere"))


def _moved_objects(clone: Clone) -> None:
    objects = clone.path / ".git/objects"
    objects.rename(clone.path.parent / "objects")
    objects.symlink_to(clone.path.parent / "objects")


def _lost_object(clone: Clone) -> None:
    name = clone.head().tree.decode()
    (clone.path / ".git/objects" / name[:2] / name[2:]).unlink()


def _broken_object(clone: Clone) -> None:
    name = clone.head().tree.decode()
    file = clone.path / ".git/objects" / name[:2] / name[2:]
    file.chmod(0o644)
    file.write_bytes(b"not an object")


def _pointer(clone: Clone) -> None:
    git = clone.path / ".git"
    git.rename(clone.path.parent / "elsewhere")
    git.write_text(f"gitdir: {clone.path.parent / 'elsewhere'}\n")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda clone: (clone.path / ".git/shallow").write_bytes(b"0" * 40), "corpus.shallow"),
        (_alternates, "corpus.objects-elsewhere"),
        (_moved_objects, "corpus.objects-elsewhere"),
        (_pointer, "corpus.not-a-clone"),
        (_lost_object, "corpus.not-whole"),
        (_broken_object, "corpus.broken"),
        (lambda clone: (clone.path / ".git/HEAD").write_bytes(b"ref: refs/heads/none\n"), None),
        (lambda clone: (clone.path / ".git/HEAD").unlink(), None),
    ],
)
def test_a_clone_that_is_not_whole_and_alone_is_refused(
    clone: Clone, root: Path, damage: Callable[[Clone], object], expected: str | None
) -> None:
    """Nothing outside the clone is read, and nothing is guessed of what it lacks."""
    clone.commit(FIRST, act())
    damage(clone)
    found = key(refusal(clone, root))
    assert found == expected or (expected is None and found.startswith("corpus."))


def test_without_the_library_the_extra_is_named(
    clone: Clone, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has not installed what reads git is told how."""
    clone.commit(FIRST, act())
    monkeypatch.setitem(sys.modules, "dulwich.repo", None)
    assert key(refusal(clone, root)) == "corpus.needs-git"


def test_hooks_of_the_clone_are_not_run(clone: Clone, root: Path, tmp_path: Path) -> None:
    """A clone may come from anybody: it is read, and nothing in it is carried out."""
    clone.commit(FIRST, act())
    hooks = clone.path / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "reference-transaction", "pre-commit"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
        (hooks / name).chmod(0o755)
    before = state(clone.path)
    bring(clone, root)
    assert not (tmp_path / "ran").exists()
    assert state(clone.path) == before


@pytest.mark.parametrize(
    ("limit", "most", "expected"),
    [
        ((corpus_git, "MAX_BYTES"), 10, "documents.too-large"),
        ((corpus_git, "MAX_COMMITS"), 1, "corpus.too-many-commits"),
        ((corpus_git, "_DEEPEST"), 1, "corpus.too-deep"),
        ((corpus_editions, "MAX_EDITIONS"), 1, "corpus.too-many-editions"),
    ],
)
def test_limits_are_kept(
    clone: Clone, root: Path, limit: tuple[ModuleType, str], most: int, expected: str
) -> None:
    """What is larger than any such corpus is refused, never cut."""
    grown(clone)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*limit, most)
        assert key(refusal(clone, root)) == expected


def test_a_failure_in_the_last_edition_leaves_all_as_it_was(clone: Clone, root: Path) -> None:
    """All editions are put in place, or none."""
    clone.commit(FIRST, act())
    bring(clone, root)
    clone.commit(SECOND, act(AMENDED))
    clone.commit(THIRD, act(AMENDED.replace("бекіту", "өзгерту")))
    assert key(refusal(clone, root)) == "importing.fact-differs"


def test_a_folder_that_cannot_be_written_is_told(clone: Clone, root: Path) -> None:
    """A link in the way is never followed."""
    clone.commit(FIRST, act())
    root.mkdir()
    (root / "2020-101").symlink_to(clone.path)
    with pytest.raises(OutputError):
        bring(clone, root)
    assert not (clone.path / "order.yaml").exists()


# ---------------------------------------------------------------------- the command


def test_the_command_tells_what_came_of_it(clone: Clone, root: Path) -> None:
    """Each text with its commit, the repeal, the files; the same as plain data."""
    grown(clone)
    words = ["import", "--git", str(clone.path), "--act", CODE, "--into", str(root)]
    told = command("--lang", "en", *words)
    assert told.exit_code == 0, told.output
    assert "2020-101: texts read from the corpus – 6" in told.output
    assert "Repealed from 1 June 2023" in told.output
    assert f"{root}/2020-101/editions/{SECOND}/edition.yaml" in told.output
    again = command("--json", *words)
    assert json.loads(again.output)["written"] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "either a document file"),
        (("--git", "x"), "either a document file"),
        (("--act", CODE), "either a document file"),
        (("file", "--git", "x", "--act", CODE), "either a document file"),
        (("--git", "x", "--act", CODE, "--as-amended", "2020-01-01"), "--as-amended"),
        (("--git", "x", "--act", CODE, "--source", "y"), "--source"),
        (("file", "--text", "rus"), "--text"),
        (("--git", "x", "--act", CODE), "no clone"),
    ],
)
def test_the_command_refuses_what_contradicts_itself(words: tuple[str, ...], says: str) -> None:
    """A document or an act of a corpus: one of the two, and whole."""
    told = command("--lang", "en", "import", *words, "--into", "nowhere")
    assert told.exit_code == 2
    assert says in told.output
    assert not Path("nowhere").exists()
