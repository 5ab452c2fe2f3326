// How well a query fits each position of an edition: the twin of kz_civil_positions/lookup/index.py.
//
// The index itself is made by the library when the site is built. A fit is
// {row, score, items, name, tokens}: the number of the position, 0 to 100, the items of
// institutions that fit best, which of its names fits (null: none does), the reading of the query.
"use strict";

(function (kz) {
  const nothing = Object.freeze({ names: [], around: [], places: [] });

  /** The distance of two words in letters put in, left out, put in place of, or turned round. */
  function distance(one, other) {
    let above = [];
    let last = [...other, 0].map((_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1] ? 0 : 1;
        let least = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + same);
        const turned = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        if (turned) least = Math.min(least, above[at - 2] + 1);
        now.push(least);
      }
      above = last;
      last = now;
    }
    return last[other.length];
  }

  /** Which of these words are nearest to this one, of those with few enough wrong letters? */
  function closest(one, choices) {
    const letters = [...one];
    const { errors, typo } = kz.rules;
    const most = errors[Math.min(letters.length, errors.length - 1)];
    if (!most || kz.isNumber(one)) return [];
    const close = [];
    choices.forEach(([other, others], at) => {
      if (Math.abs(others.length - letters.length) > most) return;
      const wrong = distance(letters, others);
      if (wrong <= most) close.push([wrong, at, other]);
    });
    close.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return close.slice(0, MOST_NEAR).map(([wrong, , other]) => [other, 1 - (typo * wrong) / letters.length]);
  }

  class Index {
    constructor(edition) {
      // Items are said by their number among all items of the edition.
      const items = Object.values(edition.entries).flatMap((entry) => entry.items.map((one) => one.id));
      const named = (numbers) => numbers.map((number) => items[number]);
      this.rows = edition.rows.map((row) => ({ ...row, places: named(row.places) }));
      this.facets = edition.facets;
      this.named = edition.named;
      this.words = new Map();
      for (const [stem, names, around, places] of edition.words) {
        this.words.set(stem, { names, around, places: named(places) });
      }
      const choices = [...this.words.keys()].map((stem) => [stem, [...stem]]);
      this.closeTo = kz.remembered((one) => closest(one, choices));
      this.placeRows = new Map();
      this.rows.forEach((row, number) => {
        for (const item of row.places) {
          if (!this.placeRows.has(item)) this.placeRows.set(item, []);
          this.placeRows.get(item).push(number);
        }
      });
    }

    // ── words ───────────────────────────────────────────────────────────────────────

    /** Which words of the edition may this one be, and how much does it weigh? */
    hits(stems) {
      let found = stems.filter((one) => this.words.has(one)).map((one) => [this.words.get(one), 1]);
      if (!found.length) found = this.near(stems).map(([one, quality]) => [this.words.get(one), quality]);
      return [found, this.weight(stems, found)];
    }

    /** Which words of the edition differ from one of these by a typing error? */
    near(stems) {
      return stems.flatMap((one) => this.closeTo(one));
    }

    weight(stems, found) {
      const { weights } = kz.rules;
      if (kz.isLow(stems[0])) return weights.low;
      if (found.some(([word]) => word.names.length)) return weights.names;
      if (found.length) {
        const places = Math.max(...found.map(([word]) => word.places.length));
        return places > kz.rules.mostPlaces * this.placeRows.size ? weights.common : weights.narrows;
      }
      return kz.isNumber(stems[0]) ? weights.number : weights.names;
    }

    // ── fitting ─────────────────────────────────────────────────────────────────────

    /** Which positions does this reading of a query fit? The best fit under each number. */
    fits(tokens, least) {
      const asked = tokens.map((one) => this.asked(one));
      const whole = asked.reduce((sum, one) => sum + one.weight, 0);
      const found = new Map();
      if (!whole) return found;
      const facets = new Set(tokens.map((one) => one.facet));
      const { named, around, places } = accumulate(asked);
      const { exponent, surrounded } = kz.rules;
      for (const [at, { query, name, mask }] of named) {
        const [number, which, full] = this.named[at];
        const { more, items } = this.more(number, mask, around, places);
        const explained = Math.min(1, (query + more) / whole);
        let score = 100 * explained ** exponent * (0.5 + 0.5 * Math.min(1, name / full));
        score = comparable(score * this.unasked(number, facets));
        if (score >= least && (!found.has(number) || score > found.get(number).score)) {
          found.set(number, { row: number, score, items, name: which, tokens });
        }
      }
      const told = new Set([...named.keys()].map((at) => this.named[at][0]));
      for (const number of this.surrounded(around, places)) {
        if (told.has(number)) continue;
        const { more, items } = this.more(number, new Set(), around, places);
        let score = surrounded * Math.min(1, more / whole) ** exponent;
        score = comparable(score * this.unasked(number, facets));
        if (score >= least) found.set(number, { row: number, score, items, name: null, tokens });
      }
      return found;
    }

    /** A branch that nobody asked for comes after the institution itself. */
    unasked(number, facets) {
      const { scope } = this.rows[number];
      return scope && scope.branch && !facets.has("branch") ? kz.rules.unasked : 1;
    }

    /** What a token hits, its weight, and the positions that have its facet. */
    asked(token) {
      const [hits, weight] = this.hits(token.stems);
      if (!token.facet) return { hits, weight, faceted: [] };
      const places = hits.map(([word, quality]) => [{ ...nothing, places: word.places }, quality]);
      const bare = hits.flatMap(([word]) => word.around.filter((at) => !this.rows[at].noted));
      const faceted = [...(this.facets[token.facet] || []), ...bare];
      return { hits: places, weight: kz.rules.weights.facet, faceted };
    }

    /** What the words that name no part of the position explain around it. */
    more(number, mask, around, places) {
      const rest = around.map((_, bit) => bit).filter((bit) => !mask.has(bit));
      const base = new Map(rest.map((bit) => [bit, around[bit].get(number) || 0]));
      const near = [...base.values()].reduce((sum, one) => sum + one, 0);
      const told = rest.filter((bit) => places[bit].size);
      const own = this.rows[number].places;
      let best = 0;
      let items = [];
      for (const item of told.length ? own : []) {
        const values = told.map((bit) => Math.max(0, (places[bit].get(item) || 0) - base.get(bit)));
        const value = values.reduce((sum, one) => sum + one, 0);
        if (value > best + SAME) [best, items] = [value, [item]];
        else if (value && value > best - SAME) items.push(item);
      }
      if (items.length > 1 && items.length === own.length) items = []; // what fits all names none
      return { more: near + best, items };
    }

    surrounded(around, places) {
      const found = new Set(around.flatMap((near) => [...near.keys()]));
      for (const there of places) {
        for (const item of there.keys()) for (const number of this.placeRows.get(item)) found.add(number);
      }
      return found;
    }
  }

  /** A score without the last digits, in which two processors may differ. */
  function comparable(score) {
    const power = 10 ** kz.rules.scoreDigits;
    return Math.round(score * power) / power;
  }

  function accumulate(asked) {
    const named = new Map();
    const around = [];
    const places = [];
    asked.forEach(({ hits, weight, faceted }, bit) => {
      const near = new Map(faceted.map((number) => [number, weight]));
      const there = new Map();
      for (const [word, quality] of hits) {
        for (const [at, full] of word.names) {
          const one = named.get(at) || { query: 0, name: 0, mask: new Set() };
          named.set(at, one);
          if (one.mask.has(bit)) continue;
          one.query += weight * quality;
          one.name += full * quality;
          one.mask.add(bit);
        }
        for (const number of word.around) near.set(number, Math.max(near.get(number) || 0, weight * quality));
        for (const item of word.places) there.set(item, Math.max(there.get(item) || 0, weight * quality));
      }
      around.push(near);
      places.push(there);
    });
    return { named, around, places };
  }

  const SAME = 1e-9;
  const MOST_NEAR = 3;

  kz.Index = Index;
})(window.kzFinder);
