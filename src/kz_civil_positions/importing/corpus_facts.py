"""What a corpus says of orders by their requisites alone: before their text, or without it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import evolve

from kz_civil_positions.calendar import ActDates, OnDate, UnknownRule
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.importing.corpus_editions import CorpusEdition, sealed
from kz_civil_positions.importing.corpus_git import Snapshot
from kz_civil_positions.importing.corpus_meta import Meta, meta_of
from kz_civil_positions.importing.folder import facts_folder, header_of, kept_in
from kz_civil_positions.importing.known import of_order
from kz_civil_positions.importing.reading import read
from kz_civil_positions.importing.result import Request
from kz_civil_positions.importing.run import register_in
from kz_civil_positions.model import Tongues
from kz_civil_positions.operations import Repeal
from kz_civil_positions.orders import FactSource, Order
from kz_civil_positions.sources.issuers import issuer_named
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.requisites import COMMIT_FILE, META_FILE, ActNamed
from kz_civil_positions.storage.folders import put_folders

__all__ = ["issuer_in", "repealing", "tell"]

# Of no order: only who issued it is asked.
_UNNAMED: Final = "0000-0"


def issuer_in(edition: CorpusEdition, request: Request) -> str | None:
    """Answers: who issued the order, as a Kazakh text says? None where none does.

    Raises:
        BadInputError: when the text is no such document.
        DataError: where it cannot be read.
    """
    if "kaz" not in edition.texts:
        return None
    name, text = edition.document("kaz"), edition.texts["kaz"].text
    found = read(name, text, read_document(text, name), _UNNAMED, request)
    return found.draft.facts.issuer if found.language == "kaz" else None


def tell(stage: Path, act: ActNamed, meta: Meta, issuer: str | None) -> None:
    """Put what the requisites say of the order before its text, which may not say it.

    What says so is kept in the order's folder, sealed, and cited for each fact.

    Args:
        stage: the registers folder.
        act: the order, as its requisites name it.
        meta: what says so.
        issuer: who issued it, in Kazakh, where its text says so.

    Raises:
        BadInputError: when something else is known of the order, or the folder is of another.
    """
    register = register_in(stage)
    known = next((one for one in register.orders if one.id == act.id), None) if register else None
    file = META_FILE, meta.beside[META_FILE]
    if known is not None:
        _check_known(act, known)
        _tell_more(stage, act, known, file)
        return
    if register is not None:
        facts = {"order": act.id, "base": register.base.id}
        raise BadInputError("importing.no-base", where="--act", **facts)
    header = f"# Order {act.number}: its text is not held; this is what a corpus says of it.\n"
    order = _cited(_order(act, meta.title or act.requisite, issuer), file)
    _put(stage, order, header, file)


_File = tuple[str, bytes]


def _cited(order: Order, file: _File, names: Iterable[str] | None = None) -> Order:
    """The order with that file as the witness of its facts, or of those named."""
    facts = of_order(order) if names is None else names
    seal, last = sealed(*file), file[1].count(b"\n") + (not file[1].endswith(b"\n"))
    new = tuple(FactSource(one, order.id, 1, last, seal) for one in facts)
    return evolve(order, facts_from=(*order.facts_from, *new))


def _put(stage: Path, order: Order, header: str, file: _File) -> None:
    kept = tuple(one for one in kept_in(stage / order.id, None) if one != file[0])
    folder = facts_folder(order, header, kept)
    put_folders(stage, (evolve(folder, files={**folder.files, file[0]: file[1]}),))


def _free(folder: Path, file: _File) -> _File:
    """The file under a name that no other witness has there, so that every seal stays whole."""
    name, data = file
    stem, _, ending = name.rpartition(".")
    number = 1
    while (folder / name).exists() and (folder / name).read_bytes() != data:
        number += 1
        name = f"{stem}-{number}.{ending}"
    return name, data


def _tell_more(stage: Path, act: ActNamed, known: Order, file: _File) -> None:
    """Registration and its day, where nobody has told of them before."""
    told = known
    if known.registration is None and act.registration is not None:
        told = evolve(told, registration=act.registration)
    if known.dates.registered is None and act.registered is not None:
        told = evolve(told, dates=evolve(told.dates, registered=act.registered))
    new = sorted(of_order(told).keys() - of_order(known).keys())
    if new:
        free = _free(stage / known.id, file)
        _put(stage, _cited(told, free, new), header_of(stage / known.id), free)


def _check_known(act: ActNamed, known: Order) -> None:
    said = {
        "registration": act.registration,
        "dates.registered": act.registered,
    }
    facts = of_order(known)
    for name, value in said.items():
        if value is not None and name in facts and facts[name] != value:
            told = {"field": name, "said": value, "other": facts[name]}
            raise BadInputError("corpus.contradicts", where=act.id, **told)


def _order(act: ActNamed, title: str, issuer: str | None = None) -> Order:
    if act.issuer is None:
        raise BadInputError(
            "corpus.not-understood", where=act.id, field="requisite", value=act.requisite[:200]
        )
    named = issuer_named(act.issuer, "rus")
    name = named.name
    if named.to_translate and issuer is not None:  # each language as its own source has it
        name = Tongues(issuer, act.issuer, act.issuer)
    return Order(
        id=act.id,
        number=act.number,
        issuer=name,
        title=title,
        dates=ActDates(act.adopted, act.registered),
        rule=UnknownRule(),
        registration=act.registration,
        language="rus",
    )


def repealing(stage: Path, base: str, last: Snapshot, code: str) -> Order | None:
    """Answers: which act took the order's force, where the corpus takes the order away?

    It is put into the folder with what its requisites say.

    Raises:
        BadInputError: when the corpus does not say.
    """
    if last.folder is not None:
        return None
    meta = meta_of(last, code, "")
    if not meta.causes:
        raise BadInputError("corpus.repeal-without-act", where=last.commit, day=last.day)
    act, _ = meta.causes[0]
    register = register_in(stage)
    if register and any(one.id == act.id for one in register.orders):
        return register.order(act.id)  # held already: what it does is for its own text to say
    order = evolve(
        _order(act, act.requisite),
        rule=OnDate(last.day),
        amends=base,
        operations=(Repeal(order=base),),
        fictional=bool(register and register.base.fictional),
    )
    file = COMMIT_FILE, meta.beside[COMMIT_FILE]
    order = _cited(order, file, (*of_order(order), "amends"))
    header = (
        f"# Order {act.number}, which repeals {base}. Its text is not held, and its title not "
        "known:\n# the title here is how a corpus names it, and the day is that of its commit.\n"
    )
    _put(stage, order, header, file)
    return order
