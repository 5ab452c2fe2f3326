// The whole answer to what is asked: what is heard, and what is shown below the form.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;

  /** The earlier day first, whichever field it stands in. */
  const inOrder = (asked) => (asked.from && asked.to && asked.from > asked.to
    ? { ...asked, from: asked.to, to: asked.from } : asked);

  /** What of the question does not fit this register. */
  function problemsOf({ editions }, asked, edition) {
    const found = asked.to && !asked.from ? [{ key: "no-first-day", facts: {} }] : [];
    if (asked.edition && !editions.has(asked.edition)) {
      const facts = { value: kz.cut(asked.edition), known: [...editions.keys()].join(", ") };
      return [...found, { key: "no-such-edition", facts }];
    }
    return edition.held ? [...found, ...kz.filterProblems(edition, asked)] : found;
  }

  function offered(edition, asked, ask) {
    const like = asked.institution ? [] : kz.institutionsLike(edition, asked.q);
    if (!like.length) return [];
    const positions = (id) => kz.finderOf(edition).positionsOf(id).length;
    return [element("section", { class: "kz-institutions" },
      element("p", { id: "kz-institutions" }, kz.say("institutions")),
      element("ul", { "aria-labelledby": "kz-institutions" }, like.map((one) => element("li", {},
        element("button", {
          type: "button", class: "kz-choice", lang: "kk", "data-institution": one.id,
          click: () => ask({ ...asked, q: "", institution: one.id }),
        }, one.name), ` (${positions(one.id)})`))))];
  }

  /** What the look-up in an edition found: a sentence, and what is shown. */
  function lookedUp({ pageOf, ask }, edition, asked) {
    const finder = kz.finderOf(edition);
    const found = kz.lookUp(finder, asked);
    if (!found) return { said: [], shown: [] };
    const scored = Boolean(asked.q);
    const first = offered(edition, asked, ask);
    if (found.matches.length) {
      return {
        said: [kz.say("answers", { count: found.total, edition: edition.key })],
        shown: [...first, kz.apartView(finder, edition, asked, found.apart, ask),
          ...kz.answerList(pageOf, edition, found.matches, scored)],
      };
    }
    const near = found.nearest.length
      ? [element("p", {}, kz.say("nearest")), ...kz.answerList(pageOf, edition, found.nearest, scored)] : [];
    const said = [kz.say("nothing-found", { query: kz.cut(asked.q), edition: edition.key })];
    return { said, shown: [...first, ...near] };
  }

  /** What is said of an edition wherever it is shown. */
  const noticesOf = ({ days }, edition) => element("aside", { class: "kz-said" },
    days.editions[edition.key].notices[kz.texts.language].map((line) => element("p", {}, line)));

  /** Which edition answers, in words, and what it answers. */
  function fromEdition(page, asked, place, edition) {
    const asks = asked.q || asked.institution;
    const two = asked.from && asked.to;
    const said = !two || asks ? [kz.placeSentence(place)] : [];
    if (two && asks) said.push(kz.say("answers-for", { day: kz.longDay(asked.to) }));
    if (!edition) return { said, shown: [] };
    if (!edition.held) {
      const mute = place.right === "day" && !asks;
      return { said: mute ? said : [...said, kz.say("not-held", { edition: edition.key })], shown: [] };
    }
    const found = lookedUp(page, edition, asked);
    const start = asks || place.day ? [] : [kz.say("start")];
    return { said: [...said, ...start, ...found.said], shown: found.shown };
  }

  /**
   * The answer to what is asked.
   *
   * `page` has the register's name, its days and editions, where an edition's page stands, and
   * how to ask further. The answer has what is heard, what is wrong, what is shown, and where
   * it was looked up.
   */
  kz.answerTo = (page, given, problems) => {
    const { days, editions, register, pageOf, ask } = page;
    const asked = inOrder(given);
    const known = editions.has(asked.edition) ? asked.edition : "";
    const place = kz.placeOf(days, { ...asked, edition: known });
    const edition = editions.get(place.edition);
    const two = asked.from && asked.to;
    const wrong = [...problems, ...problemsOf(page, asked, edition || { held: false })];
    const seen = (two ? [asked.from, asked.to] : [place.day].filter(Boolean))
      .map((day) => [day, kz.segmentAt(days, day)]);
    let found = { said: [], shown: [] };
    try {
      if (!wrong.length) found = fromEdition(page, asked, place, edition);
    } catch (problem) {
      if (!problem.key) throw problem;
      wrong.push(problem);
    }
    const order = asked === given ? [] : [kz.say("put-in-order")];
    const said = [...order, ...found.said].filter(Boolean);
    // With nothing more to say, who listens hears at least what stands above the answer.
    const heads = seen.map(([day, one]) => `${kz.longDay(day)}: ${one.told[kz.texts.language].state}.`);
    const heard = wrong.length ? wrong.map(({ key, facts }) => kz.say(key, facts)) : said.length ? said : heads;
    const away = place.right === "into" ? element("button", {
      type: "button", class: "kz-choice kz-away", click: () => ask({ ...asked, edition: "" }),
    }, kz.say("look-away")) : null;
    const shown = [
      seen.map(([day, one]) => kz.dayView(pageOf, days, day, one, asked, ask)),
      away, found.shown,
      two && !wrong.length ? kz.changesView(register, days, asked.from, asked.to) : null,
      edition && !wrong.length ? noticesOf(page, edition) : null,
    ].flat().filter(Boolean);
    return { heard: heard.join(" "), wrong: wrong.length > 0, shown, place, edition };
  };
})();
