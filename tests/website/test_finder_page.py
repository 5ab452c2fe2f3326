"""The finder's page in a browser: the library's answers, by mouse, keyboard and address."""

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

import kz_civil_positions as kz
from browsing import Visit
from kz_civil_positions.changes import Lane
from kz_civil_positions.history.status import Status
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.messages.dates import long_date
from page_faults import LACKS, PALE
from website.finder.days import days_of, editions_of, pairs_of
from website.finder.texts import TEXTS
from website.languages import ROOTS

SPECIMEN: Final = Path(__file__).parent.parent.parent / "examples" / "specimen"
PHONE: Final = {"width": 390, "height": 844}
ONE_DAY: Final = datetime.timedelta(days=1)
REGISTERS: Final = {"": kz.load(), "specimen/": kz.load(SPECIMEN)}
Visits = Callable[..., Visit]


def text(key: str, language: Language = "kk", **facts: object) -> str:
    """Answers: what does the page say here?"""
    return TEXTS[key][language].format(**facts)


def opened(visit: Visits, address: str, **options: Any) -> Tab:  # noqa: ANN401 - a context's own
    """Answers: the finder's page at this address, when its first answer is there."""
    one = visit(**options)
    one.open(address)
    expect(one.page.locator(".kz-status")).not_to_be_empty()
    return one.page


def codes(tab: Tab) -> list[str]:
    """Answers: which codes do the answers have?"""
    return tab.locator(".kz-answer .kz-code").all_text_contents()


def answers(tab: Tab) -> list[str]:
    """Answers: what do the answers say?"""
    return tab.locator(".kz-answer").all_text_contents()


# ── days ─────────────────────────────────────────────────────────────────────────────────


def asked_days(register: kz.Register) -> Iterator[datetime.date]:
    """Every day on which an answer can change, the days around, and days far off."""
    checked = register.checked_until
    turns = (*register.turning_days, *((checked,) if checked else ()))
    near = {day + one * ONE_DAY for day in turns for one in (-1, 0, 1)}
    far = {datetime.date(1900, 1, 1), datetime.date(2010, 6, 1), datetime.date(2099, 12, 31)}
    yield from sorted(near | far)


def told_of(status: Status, language: Language) -> dict[str, object]:
    """Answers: what must the page say of this day?"""
    named = [say("reports.no-edition", language) if one is None else one.key
             for one in status.candidates]  # fmt: skip
    return {
        "heading": f"{long_date(status.day, language)}: "
        + say(f"history.state-{status.state}", language),
        "state": str(status.state),
        "certainty": say(f"calendar.certainty-{status.certainty}", language),
        "edition": status.edition.key if status.edition else None,
        "held": status.held,
        "candidates": named,
        "reason": status.reason(language),
    }


READ: Final = """([days, words]) => {
  const kz = window.kzFinder;
  const inside = (view, name) => [...view.querySelectorAll("dt")]
    .find((one) => one.textContent === words[name])?.nextElementSibling;
  return days.map((day) => {
    kz.form.day.value = day;
    kz.form.form.requestSubmit();
    const view = document.querySelector(".kz-day");
    const edition = inside(view, "edition");
    return {
      heading: view.querySelector("h2").textContent,
      state: view.dataset.state,
      certainty: inside(view, "certainty").textContent,
      edition: edition ? edition.querySelector("a").textContent : null,
      held: Boolean(edition && edition.textContent.endsWith(`: ${words.yes})`)),
      candidates: (inside(view, "candidates")?.textContent || "").split(", ").filter(Boolean)
        .map((one) => one.replace(/ \\(.*/, "")),
      reason: inside(view, "reason").textContent,
    };
  });
}"""


@pytest.mark.parametrize("under", REGISTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_of_every_day_what_the_library_says(
    served_site: str, visit: Visits, under: str, language: Language
) -> None:
    """State, edition, certainty, candidates and reason: around every turning day and far off."""
    register = REGISTERS[under]
    tab = opened(visit, f"{served_site}{ROOTS[language]}{under}find/")
    days = list(asked_days(register))
    assert len(days) > 12
    names = ("edition", "certainty", "candidates", "reason", "yes")
    words = {name: say(f"reports.{name}", language) for name in names}
    read = tab.evaluate(READ, [[day.isoformat() for day in days], words])
    assert read == [told_of(register.status(day), language) for day in days]


@pytest.mark.parametrize("under", REGISTERS)
def test_a_segment_ends_where_the_answer_changes_and_nowhere_else(under: str) -> None:
    """The time line as data has the library's answer for every single day of it."""
    register = REGISTERS[under]
    segments = days_of(register)["segments"]
    starts = [one["from"] for one in segments]
    first = datetime.date.fromisoformat(starts[1]) - ONE_DAY
    last = datetime.date.fromisoformat(starts[-1]) + ONE_DAY
    for number in range((last - first).days + 1):
        day = first + number * ONE_DAY
        one = next(s for s in reversed(segments) if (s["from"] or "") <= day.isoformat())
        status = register.status(day)
        assert one["told"]["ru"]["reason"] == status.reason("ru"), day
        assert one["edition"] == (status.edition.key if status.edition else None), day
        assert one["beyond"] == status.beyond_checked, day


def test_on_an_undetermined_day_nothing_is_answered_until_a_candidate_is_chosen(
    served_site: str, visit: Visits
) -> None:
    """The page says undetermined; who looks into a candidate is told that this is no answer."""
    tab = opened(visit, f"{served_site}ru/find/?q=главный бухгалтер&on=2019-11-20")
    assert codes(tab) == []
    expect(tab.locator(".kz-status")).to_have_text(text("undetermined", "ru"))
    assert tab.locator(".kz-into").all_text_contents() == [
        text("look-into", "ru", edition="2019-920")
    ]
    tab.locator(".kz-into").click()
    assert "A2-3" in codes(tab)
    expect(tab.locator(".kz-status")).to_contain_text(text("looked-into", "ru", edition="2019-920"))
    assert "edition=2019-920" in tab.url
    tab.locator(".kz-away").click()
    assert codes(tab) == []


def test_in_an_edition_that_is_not_held_nothing_is_looked_up(
    served_site: str, visit: Visits
) -> None:
    """A day of 2017 has an edition whose text is not there: said, and no answer is made up."""
    tab = opened(visit, f"{served_site}en/find/?q=chief accountant&on=2017-03-01")
    assert codes(tab) == []
    expect(tab.locator(".kz-status")).to_have_text(text("not-held", "en", edition="2015-1035"))


def test_what_is_suspended_on_a_day_is_said(served_site: str, visit: Visits) -> None:
    """Places that are not applied are named; a suspended register answers nothing by itself."""
    tab = opened(visit, f"{served_site}en/specimen/find/?on=2022-02-01")
    expect(tab.locator(".kz-day")).to_contain_text("sector B/health")
    tab = opened(visit, f"{served_site}en/specimen/find/?q=бухгалтер&on=2023-03-01")
    assert codes(tab) == []
    expect(tab.locator(".kz-status")).to_have_text(text("suspended", "en", edition="2023-118"))


# ── asking ───────────────────────────────────────────────────────────────────────────────


def test_typing_gives_answers(served_site: str, visit: Visits) -> None:
    """While a reader types, the answers of the library come, and the address keeps the question."""
    tab = opened(visit, f"{served_site}find/")
    tab.locator("#kz-q").press_sequentially("бас бухгалтер")
    expect(tab.locator(".kz-answer")).to_have_count(5)
    assert codes(tab) == [str(one.level.code) for one in kz.load().find("бас бухгалтер")]
    expect(tab.locator(".kz-status")).to_contain_text(text("answers", count=5, edition="2019-920"))
    tab.wait_for_url(re.compile(r"find/\?q=%D0%B1"))


def test_an_answer_shows_what_the_library_shows(served_site: str, visit: Visits) -> None:
    """Code with its place, printed words in Kazakh, score, why, doubts in words, lines."""
    tab = opened(visit, f"{served_site}en/find/?q=chief accountant of an oblast institution")
    best = kz.load().find("chief accountant of an oblast institution")[0]
    first = tab.locator(".kz-answer").first
    assert first.locator(".kz-code").get_attribute("href") == (
        f"{served_site}en/register/2019-920/#{str(best.level.code).lower()}"
    )
    assert first.locator("[lang=kk].kz-printed").first.text_content() == best.entry.heading
    told = first.text_content() or ""
    assert str(best.lines) in told
    assert f"{best.score}".removesuffix(".0") in told
    assert best.doubts
    for doubt in best.doubts:
        assert doubt.statement["en"] in told
    for why in best.why:
        assert why.asked in told
        assert why.matched is None or f"→ {why.matched}" in told
        assert say(f"lookup.how-{why.how}", "en") in told


def test_what_tells_answers_apart_asks_further(served_site: str, visit: Visits) -> None:
    """A value of the question narrows the answers to those that have it."""
    tab = opened(visit, f"{served_site}ru/find/?q=бас бухгалтер")
    tab.locator("[data-question=significance][data-value=district]").click()
    assert codes(tab)[0] == "A2-3"
    assert tab.locator(".kz-apart").count() == 0
    expect(tab.locator(".kz-status")).to_be_focused()


def test_an_institution_is_offered_with_its_positions(served_site: str, visit: Visits) -> None:
    """Who types an institution's name may have all its positions, as the library lists them."""
    tab = opened(visit, f"{served_site}find/?q=Қазселденқорғау")
    chosen = tab.locator("[data-institution]").first
    known = str(chosen.get_attribute("data-institution"))
    chosen.click()
    finder = kz.load().finder(kz.load().edition("2019-920"))
    expected = [str(one.level.code) for one in finder.positions_of(known)]
    assert expected
    if tab.locator(".kz-more").count():
        tab.locator(".kz-more").click()
    assert codes(tab) == expected
    assert tab.locator("#kz-institution").input_value() == known
    assert tab.locator("#kz-q").input_value() == ""


def test_filters_narrow_as_the_library_does(served_site: str, visit: Visits) -> None:
    """Block and sector, chosen by a reader, give what the library gives with them."""
    tab = opened(visit, f"{served_site}find/?q=маман")
    tab.locator(".kz-filters summary").click()
    tab.locator("#kz-block").select_option("B")
    tab.locator("#kz-sector").select_option("health")
    tab.wait_for_url(re.compile("block=B&sector=health"))
    found = kz.load().find("маман", block="B", sector="health")
    expect(tab.locator(".kz-status")).to_contain_text(
        text("answers", count=found.total, edition="2019-920")
    )
    assert codes(tab) == [str(one.level.code) for one in found][:10]


@pytest.mark.parametrize(
    ("query", "block"), [("бас", "а2"), ("басшы", "A2-1"), ("дәрігер", "health/B2−1")]
)
def test_an_address_narrows_to_what_the_library_calls_a_block(
    served_site: str, visit: Visits, query: str, block: str
) -> None:
    """A link or a level, in either script, is a block to the library, and so to the page."""
    tab = opened(visit, f"{served_site}find/?q={query}&block={block}")
    found = kz.load().find(query, block=block)
    assert found.total
    expect(tab.locator(".kz-status")).to_contain_text(
        text("answers", count=found.total, edition="2019-920")
    )
    assert codes(tab) == [str(one.level.code) for one in found][:10]


def test_an_institution_alone_is_narrowed_too(served_site: str, visit: Visits) -> None:
    """All positions of an institution, of one link alone where the reader says so."""
    institution = "kinologiyalyq-ortalyq"
    tab = opened(visit, f"{served_site}find/?institution={institution}&block=а3")
    positions = kz.load().finder(kz.load().edition("2019")).positions_of(institution)
    wanted = [str(one.level.code) for one in positions if str(one.level.code).startswith("A3")]
    assert len(wanted) in range(1, len(positions))
    assert codes(tab) == wanted[:10]


ADDRESSES: Final = (
    "find/?q=бас+бухгалтер",
    "ru/find/?q=врач&block=B&sector=health",
    "find/?institution=tzhd",
    "en/find/?q=chief accountant&on=2021-01-01",
    "en/find/?q=chief accountant&on=2019-11-20&edition=2019-920",
    "ru/find/?from=2016-05-01&to=2021-01-01",
    "specimen/find/?q=бас бухгалтер&on=2022-02-01",
    "ru/specimen/find/?from=2020-02-01&to=2023-06-01",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_gives_the_same_answer_to_whoever_opens_it(
    served_site: str, visit: Visits, address: str
) -> None:
    """What stands in the address is asked again: fields, answers and address are the same."""
    institution = kz.load().finder(kz.load().edition("2019-920")).institutions[0].id
    tab = opened(visit, served_site + address.replace("tzhd", institution))
    # The theme's own search keeps out of it.
    assert not tab.locator("#__search").is_checked()
    tab.locator(".kz-form").evaluate("one => one.requestSubmit()")
    asked, shown = tab.url, tab.locator(".kz-results").inner_text()
    again = opened(visit, asked)
    assert again.url == asked
    expect(again.locator(".kz-results")).to_have_text(
        tab.locator(".kz-results").text_content() or "", use_inner_text=False
    )
    assert shown
    values = "one => Object.fromEntries(new FormData(one))"
    assert again.locator(".kz-form").evaluate(values) == tab.locator(".kz-form").evaluate(values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("search", "key", "facts"),
    [
        ("on=2021-02-30", "errors.not-a-date", {"value": "2021-02-30"}),
        ("on=gestern", "errors.not-a-date", {"value": "gestern"}),
        ("on=0001-01-01", "day-too-far", {"first": "1900-01-01", "last": "2099-12-31"}),
        ("to=2021-01-01", "no-first-day", {}),
        ("on=2020-01-01&from=2020-01-02", "day-and-days", {}),
        ("q=" + "а" * 5000, "errors.query-too-long", {"length": 5000, "most": 1000}),
        ("q=!!!", "errors.empty-query", {}),
        ("q=врач&sector=x", "no-such-choice", {"value": "x", "known": "health, other"}),
        ("q=врач&block=Z", "no-such-choice", {"value": "Z", "known": "A, B, C, D"}),
        ("institution=x", "no-such-institution", {"value": "x", "edition": "2019-920"}),
        ("edition=1999-1", "no-such-edition", {"value": "1999-1", "known": "2015-1035, 2019-920"}),
        ("colour=red", "unknown-question", {"value": "colour"}),
    ],
)
def test_what_cannot_be_asked_gets_one_sentence(  # noqa: PLR0917 - pytest gives them by name
    served_site: str,
    visit: Visits,
    language: Language,
    search: str,
    key: str,
    facts: dict[str, object],
) -> None:
    """Bad input in an address: what is wrong, in the page's language, and no answer beside it."""
    tab = opened(visit, f"{served_site}{ROOTS[language]}find/?{search}")
    if search.startswith("q=врач"):
        field = search.rpartition("&")[2].partition("=")[0]
        facts = facts | {"field": say(f"reports.{field}", language)}
    if key == "unknown-question":
        facts = facts | {"known": "q, on, from, to, block, sector, institution, edition"}
    expected = say(key, language, **facts) if "." in key else text(key, language, **facts)
    expect(tab.locator(".kz-status")).to_have_text(expected)
    assert codes(tab) == []


def test_a_query_is_words_and_never_markup(served_site: str, visit: Visits) -> None:
    """What comes in by the address is shown as it is and run by nothing."""
    tab = opened(visit, f"{served_site}find/?q=<img src=x onerror=alert(1)>&on=<b>")
    assert tab.locator("article img, .kz-status b").count() == 0
    expect(tab.locator(".kz-status")).to_contain_text("<b>")


# ── two days ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("under", REGISTERS)
def test_between_any_two_editions_the_page_shows_the_changes_of_the_library(
    served_site: str, visit: Visits, under: str
) -> None:
    """Each pair that two days lead to: every change of law, in its place, with its texts."""
    register = REGISTERS[under]
    tab = opened(visit, f"{served_site}{under}find/")
    name = under.strip("/") or "register"
    read = """async ([name, old, next]) => {
      const view = kzFinder.pairView(name, old, next, false);
      await view.ready;
      const cells = (row) => [...row.cells].map((cell) => cell.innerText || cell.textContent);
      return { text: view.textContent, rows: [...view.querySelectorAll("table")].slice(1)
        .flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows].map(cells))) };
    }"""
    pairs = list(pairs_of(register))
    assert {one.key for pair in pairs for one in pair} == {e.key for e in editions_of(register)}
    for old, new in pairs:
        shown = tab.evaluate(read, [name, old.key, new.key])
        if not (old.held and new.held):
            assert say("reports.cannot-compare", "kk", edition=old.key) in shown["text"]
            assert say("operations.name-restate", "kk") in shown["text"]
            continue
        law = [one for one in register.diff(old, new) if one.lane is Lane.LAW]
        rows = [row for row in shown["rows"] if len(row) == 4]
        assert len(rows) == len(law), (old.key, new.key)
        for row, one in zip(rows, law, strict=True):
            assert row[0].startswith(say(f"changes.{one.kind}", "kk"))
            assert row[1].startswith(one.old or "–")
            assert row[2].startswith(one.new or "–")
        assert law or say("reports.no-changes", "kk") in shown["text"]


def test_two_days_show_what_changed_between_them(served_site: str, visit: Visits) -> None:
    """In whichever sequence they are given; with both days' states above."""
    one, two = "2020-02-01", "2020-04-01"
    for first, second in ((one, two), (two, one)):
        tab = opened(visit, f"{served_site}en/specimen/find/?from={first}&to={second}")
        assert [view.get_attribute("data-day") for view in tab.locator(".kz-day").all()] == [
            one,
            two,
        ]
        pair = tab.locator(".kz-pair")
        expect(pair.locator("table").first).to_be_visible()
        assert pair.get_attribute("data-old") == "2020-101"
        assert pair.get_attribute("data-new") == "2020-205"
        swapped = text("put-in-order", "en") in (tab.locator(".kz-status").text_content() or "")
        assert swapped == (first == two)


def test_on_a_desk_the_changes_are_read_without_scrolling(served_site: str, visit: Visits) -> None:
    """Where there is room for the whole table, its last column, the reason, is not cut off."""
    tab = opened(
        visit,
        f"{served_site}specimen/find/?from=2020-02-01&to=2020-04-01",
        viewport={"width": 1440, "height": 900},
    )
    expect(tab.locator(".kz-pair table").first).to_be_visible()
    wide = "all => all.map((one) => one.scrollWidth - one.clientWidth)"
    hidden = tab.locator(".kz-report .scroll").evaluate_all(wide)
    assert hidden == [0] * len(hidden)
    assert hidden


def test_a_day_with_candidates_is_compared_with_each(served_site: str, visit: Visits) -> None:
    """Each possible pair is offered, said to be one of several, and brought when opened."""
    tab = opened(visit, f"{served_site}ru/find/?from=2016-05-01&to=2019-11-20")
    expect(tab.locator(".kz-changes")).to_contain_text(text("each-pair", "ru"))
    pairs = tab.locator("details.kz-pair")
    assert pairs.count() == 2
    pairs.nth(0).locator("summary").click()
    expect(pairs.nth(0)).to_contain_text(text("same-edition", "ru", edition="2015-1035"))
    pairs.nth(1).locator("summary").click()
    expect(pairs.nth(1)).to_contain_text(say("reports.cannot-compare", "ru", edition="2015-1035"))


# ── without a mouse, without a server, on a phone ────────────────────────────────────────


def test_the_keyboard_is_enough(served_site: str, visit: Visits) -> None:
    """Typed, gone down into the answers and back, cleared: no mouse is needed."""
    tab = opened(visit, f"{served_site}find/")
    tab.locator("#kz-q").focus()
    tab.keyboard.type("бас бухгалтер")
    tab.keyboard.press("Enter")
    assert len(codes(tab)) == 5
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".kz-code").nth(0)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".kz-code").nth(1)).to_be_focused()
    ring = "one => getComputedStyle(one).outlineStyle"
    assert tab.locator(".kz-code").nth(1).evaluate(ring) == "solid"
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(tab.locator("#kz-q")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(tab.locator("#kz-q")).to_be_focused()
    tab.keyboard.press("Escape")
    assert codes(tab) == []
    assert tab.url.endswith("find/")


def test_the_finder_works_from_disk(built_site: Path, visit: Visits) -> None:
    """Without a server: answers, days, changes, and links that name the file of a page."""
    tab = opened(
        visit, (built_site / "en" / "find" / "index.html").as_uri() + "?q=chief+accountant"
    )
    assert "A2-3" in codes(tab)
    link = tab.locator(".kz-code").first.get_attribute("href") or ""
    assert "/en/register/2019-920/index.html#" in link
    tab = opened(
        visit,
        (built_site / "specimen" / "find" / "index.html").as_uri()
        + "?from=2020-02-01&to=2020-04-01",
    )
    expect(tab.locator(".kz-pair table").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_small_finder_answers_on_the_home_page(
    served_site: str, visit: Visits, language: Language
) -> None:
    """On each home page: first answers while typing, and enter leads to the whole finder."""
    one = visit(viewport=PHONE)
    one.open(f"{served_site}{ROOTS[language]}")
    tab = one.page
    query = TEXTS["example"][language]
    tab.locator("#kz-q").press_sequentially(query)
    expect(tab.locator(".kz-answer")).to_have_count(3)
    assert codes(tab) == [str(one.level.code) for one in kz.load().find(query)][:3]
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{served_site}{ROOTS[language]}find/?q=*")
    expect(tab.locator(".kz-answer")).to_have_count(5)


def test_a_home_page_brings_no_data_before_it_is_asked(served_site: str, visit: Visits) -> None:
    """The register's data come when a reader turns to the field, not before."""
    one = visit()
    asked: list[str] = []
    one.page.on("request", lambda request: asked.append(request.url))
    one.open(served_site)
    expect(one.page.locator("#kz-q")).to_be_visible()
    assert not [url for url in asked if url.endswith("/register.js")]
    one.page.locator("#kz-q").focus()
    one.page.wait_for_function("() => window.kzFinder.register")


@pytest.mark.parametrize("address", [*ADDRESSES, "", "ru/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_too_wide_too_pale_or_pushed_down(
    served_site: str, visit: Visits, address: str, scheme: str
) -> None:
    """390 pixels: no sideways scroll, readable in both colours, and what stands stays put."""
    one = visit(viewport=PHONE, color_scheme=scheme)
    one.page.add_init_script(
        """window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {
          if (!one.hadRecentInput) window.moved += one.value;
        })).observe({ type: "layout-shift", buffered: true });"""
    )
    one.open(served_site + address)
    expect(one.page.locator(".kz-status")).not_to_be_empty()
    for folded in one.page.locator("details.kz-pair summary").all():
        folded.click()
    assert one.page.evaluate(LACKS) == []
    assert one.page.evaluate(PALE) == []
    assert one.page.evaluate("() => window.moved") < 0.1


@pytest.mark.parametrize("under", REGISTERS)
def test_every_answer_leads_to_a_place_that_is_there(
    built_site: Path, served_site: str, visit: Visits, under: str
) -> None:
    """Each edition has its page, and each of its levels an anchor there."""
    tab = opened(visit, f"{served_site}{under}find/")
    data = under.strip("/") or "register"
    links = tab.evaluate(
        """(name) => kzFinder[name].editions.flatMap((edition) => [[edition.page, ""],
          ...(edition.levels || []).map((level) => [edition.page, level.anchor])])""",
        data,
    )
    pages = {page: (built_site / page / "index.html").read_text("utf-8") for page, _ in links}
    assert len(pages) == len(REGISTERS[under].editions)
    dead = [one for one in links if one[1] and f'id="{one[1]}"' not in pages[one[0]]]
    assert dead == []


def test_every_file_of_the_finder_is_brought() -> None:
    """No script of the engine or of the page is left out of what the page brings."""
    folder = Path(__file__).parent.parent.parent / "website" / "finder"
    start = (folder / "page" / "start.js").read_text("utf-8")
    lists = re.findall(r"const (?:ENGINE|VIEW) = \[(.*?)\];", start, flags=re.DOTALL)
    named = set(re.findall(r'"([\w-]+)"', "".join(lists)))
    files = {file.stem for file in folder.glob("*/*.js")}
    assert named - {"rules"} == files - {"start"}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_of_the_finder_is_there_in_three_languages(key: str) -> None:
    """Kazakh, Russian and English, none empty, and each with the same facts in it."""
    texts = TEXTS[key]
    assert list(texts) == list(LANGUAGES)
    assert all(one.strip() for one in texts.values())
    assert len({tuple(sorted(re.findall(r"{\w+}", one))) for one in texts.values()}) == 1
