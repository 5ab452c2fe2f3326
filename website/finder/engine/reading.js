// A query taken apart: the twin of kz_civil_positions/lookup/reading.py, glossary.py and facets.py.
//
// A token is a word of a query, or a few that say one thing:
// {text, stems, facet, term, short}, where term is the number of a term of the glossary.
"use strict";

(function (kz) {
  const joined = (words) => words.join(" ");
  const known = (name) => (kz.rules[name] instanceof Map ? kz.rules[name] : made(name));

  // Tables whose keys are several words, made when first asked.
  function made(name) {
    return (kz.rules[name] = new Map(kz.rules[name].map(([words, value]) => [joined(words), value])));
  }

  // ── glossary ────────────────────────────────────────────────────────────────────────

  function bare(word) {
    const small = kz.casefold(word).replaceAll("ё", "е");
    const ending = kz.isAscii(small) ? kz.rules.english : kz.rules.russian;
    return small.replace(kz.pattern(ending), "");
  }

  /** Which terms of the glossary stand in this query? [first, after, terms], the longest first. */
  function rendered(words) {
    const terms = known("known");
    const bared = words.map(bare);
    const found = [];
    let at = 0;
    while (at < bared.length) {
      let size = Math.min(kz.rules.longestTerm, bared.length - at);
      while (size > 0 && !terms.has(joined(bared.slice(at, at + size)))) size -= 1;
      if (size) found.push([at, at + size, terms.get(joined(bared.slice(at, at + size)))]);
      at += size || 1;
    }
    return found;
  }

  // ── facets ──────────────────────────────────────────────────────────────────────────

  function facetOf(words) {
    const facets = known("facets");
    return facets.get(joined(words)) || facets.get(joined([...words].reverse()));
  }

  /** Which facets do these stems name, and where? [first, after, facet], none twice. */
  function facetsIn(words) {
    const found = [];
    let at = 0;
    while (at < words.length) {
      let size = Math.min(kz.rules.longestFacet, words.length - at);
      while (size > 0 && !facetOf(words.slice(at, at + size))) size -= 1;
      if (size) found.push([at, at + size, facetOf(words.slice(at, at + size))]);
      at += size || 1;
    }
    return found;
  }

  // ── tokens ──────────────────────────────────────────────────────────────────────────

  const unique = (values) => [...new Set(values)];
  const isLow = (stem) => kz.rules.low.includes(stem);

  function token(text, stems, more) {
    return { text, stems, facet: null, term: null, short: null, ...more };
  }

  const plainToken = (word) => token(word, unique(kz.keys(word).map(kz.stem)));

  function translated(typed, term) {
    const [words] = kz.rules.terms[term];
    return kz.queryWords(words).map((word) => token(typed, plainToken(word).stems, { term }));
  }

  function* product(choices, at = 0) {
    if (at === choices.length) yield [];
    else for (const one of choices[at]) for (const rest of product(choices, at + 1)) yield [one, ...rest];
  }

  function replaced(plain, found, chosen) {
    const tokens = [];
    let at = 0;
    found.forEach(([first, after], number) => {
      tokens.push(...plain.slice(at, first), ...chosen[number]);
      at = after;
    });
    return [...tokens, ...plain.slice(at)];
  }

  function shortened(tokens, longForms) {
    const found = [];
    let at = 0;
    const stands = ([stems]) => {
      const here = tokens.slice(at, at + stems.length).map((one) => one.stems[0]);
      return here.length === stems.length && stems.every((stem, place) => stem === here[place]);
    };
    while (at < tokens.length) {
      const long = longForms.find(stands);
      if (long) {
        const here = tokens.slice(at, at + long[0].length);
        const more = { term: here[0].term, short: long[1] };
        found.push(token(joined(here.map((one) => one.text)), plainToken(long[1]).stems, more));
      } else {
        found.push(tokens[at]);
      }
      at += long ? long[0].length : 1;
    }
    return found;
  }

  function facetToken(tokens, facet) {
    const text = joined(unique(tokens.map((one) => one.text)));
    const told = tokens.map((one) => one.stems[0]).filter((stem) => !isLow(stem));
    return token(text, told, { facet, term: tokens[0].term });
  }

  function isSilent(one) {
    const left = one.stems[0];
    const short = kz.rules.particle;
    const whole = kz.lengthOf(left) > short || kz.lengthOf(one.text) <= short;
    return kz.rules.silent.includes(left) && whole;
  }

  /** Words that say one thing together become one token; what only asks goes. */
  function together(tokens, longForms) {
    const short = shortened(tokens, longForms);
    const found = [];
    let at = 0;
    for (const [start, stop, facet] of facetsIn(short.map((one) => one.stems[0]))) {
      found.push(...short.slice(at, start), facetToken(short.slice(start, stop), facet));
      at = stop;
    }
    found.push(...short.slice(at));
    return found.filter((one) => one.facet || !isSilent(one));
  }

  const stemsOf = (tokens) => JSON.stringify(tokens.map((one) => one.stems));

  /** How can this query be read? As Kazakh words; then as the counterparts of its terms. */
  function* readings(query, longForms) {
    const words = kz.queryWords(query);
    const plain = words.map(plainToken);
    yield together(plain, longForms);
    const found = rendered(words);
    if (!found.length) return;
    const choices = found.map(([first, after, terms]) =>
      terms.map((term) => translated(joined(words.slice(first, after)), term)),
    );
    let left = kz.rules.mostReadings;
    for (const chosen of product(choices)) {
      if (left-- === 0) return;
      const tokens = replaced(plain, found, chosen);
      if (stemsOf(tokens) !== stemsOf(plain)) yield together(tokens, longForms);
    }
  }

  Object.assign(kz, { readings, isLow });
})(window.kzFinder);
