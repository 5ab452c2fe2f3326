// Asking the engine: a query and filters in, answers or one clear problem out.
"use strict";

(() => {
  const kz = window.kzFinder;
  const finders = new WeakMap();
  const OFFERED = 5;

  /** The engine for an edition whose text is held, made once. */
  kz.finderOf = (edition) => {
    if (!finders.has(edition)) finders.set(edition, kz.open(edition));
    return finders.get(edition);
  };

  const bare = (code) => code.split("/").pop();

  /** The blocks of an edition, by their letters. */
  kz.blocksOf = (edition) =>
    Object.fromEntries(edition.levels.map((one) => [bare(one.code)[0], bare(one.code)[0]]));

  /** The sectors of an edition, with their printed headings. */
  kz.sectorsOf = (edition) => Object.fromEntries(edition.levels
    .filter((one) => one.code.includes("/"))
    .map((one) => [one.code.split("/")[0], one.heading || one.code.split("/")[0]]));

  /** Does this block, link or level stand in the edition, in whatever letters it is written? */
  function hasBlock(edition, block) {
    try {
      return kz.finderOf(edition).levelsAt(block).size > 0;
    } catch (problem) {
      if (!problem.key) throw problem;
      return false;
    }
  }

  /** What is wrong with the filters in this edition, if anything. */
  kz.filterProblems = (edition, asked) => {
    const known = { block: Object.keys(kz.blocksOf(edition)), sector: Object.keys(kz.sectorsOf(edition)) };
    const fits = { block: (one) => hasBlock(edition, one), sector: (one) => known.sector.includes(one) };
    const found = Object.keys(known)
      .filter((field) => asked[field] && !fits[field](asked[field]))
      .map((field) => ({ key: "no-such-choice", facts: {
        value: kz.cut(asked[field]), field: kz.say(`reports.${field}`), known: known[field].join(", ") || "–",
      } }));
    const { institution } = asked;
    if (institution && !edition.institutions.some((one) => one.id === institution)) {
      const facts = { value: kz.cut(institution), edition: edition.key };
      found.push({ key: "no-such-institution", facts });
    }
    return found;
  };

  /** What the engine finds; an institution alone has all its positions. Null: nothing is asked. */
  kz.lookUp = (finder, asked) => {
    const { q, block, sector, institution } = asked;
    if (!q) {
      if (!institution) return null;
      const { levels } = finder.edition;
      const at = block && new Set([...finder.levelsAt(block)].map((number) => levels[number].code));
      const matches = finder.positionsOf(institution).filter((one) => (
        (!block || at.has(one.code)) && (!sector || one.code.startsWith(`${sector}/`))
      ));
      return { total: matches.length, matches, nearest: [], apart: {} };
    }
    return finder.find(q, {
      block: block || null, sector: sector || null, institution: institution || null,
    });
  };

  const PLAIN = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е" };
  const wordsOf = (text) => text.normalize("NFC").toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => PLAIN[letter]).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /** Institutions each word of the query begins a word of: the reader may mean one of them. */
  kz.institutionsLike = (edition, query) => {
    const asked = wordsOf(query);
    if (!asked.some((word) => word.length > 2)) return [];
    return edition.institutions.filter((one) => {
      const words = wordsOf(one.name);
      return asked.every((word) => words.some((known) => known.startsWith(word)));
    }).slice(0, OFFERED);
  };
})();
