// The finder of one edition, a query in and ranked positions out: the twin of
// kz_civil_positions/lookup/finder.py, finding.py, reasons.py and words.py.
"use strict";

(function (kz) {
  const SAME = 1e-9;
  const WORD = /[\p{L}\p{N}_]+/gu;

  /** What cannot be looked up, and why: a key as in the library's catalogue of errors. */
  class BadQuery extends Error {
    constructor(key, facts) {
      super(key);
      this.key = key;
      this.facts = facts;
    }
  }

  /** A score with one digit behind the point; of two as near, the even one, as Python has it. */
  function rounded(score) {
    const twice = score * 20;
    if (Number.isInteger(twice) && twice % 2) return (2 * Math.round(twice / 4)) / 10;
    return Number(score.toFixed(1));
  }

  function codeOf(text) {
    const { latin, dashes, form } = kz.rules.code;
    const whole = kz.translate(text.trim(), dashes);
    const cut = whole.lastIndexOf("/") + 1;
    const place = kz.translate(whole.slice(cut).trim(), latin).toUpperCase();
    const sector = whole.slice(0, Math.max(0, cut - 1)).trim().toLowerCase();
    const match = new RegExp(`^${form}$`).exec(sector + (cut ? "/" : "") + place);
    if (!match || (match.groups.level && !match.groups.link)) throw new BadQuery("not-a-code", { code: text });
    const { sector: named, block, link, level } = match.groups;
    return { sector: named || "", block, link: link || "", level };
  }

  /** Does the one place lie within the other, or is it the same? */
  function covers(wide, code) {
    const place = codeOf(code);
    return ["block", "sector", "link", "level"].every(
      (part) => wide[part] === place[part] || (part !== "block" && !wide[part]),
    );
  }

  class Finder {
    constructor(edition) {
      this.edition = edition;
      this.index = new kz.Index(edition);
      this.placed = new Map();
      for (const one of edition.institutions) {
        for (const item of one.items) this.placed.set(item, [...(this.placed.get(item) || []), one.id]);
      }
    }

    // ── finding ─────────────────────────────────────────────────────────────────────

    /** Which positions fit this query, and how well? Best first. */
    fits(query, least) {
      const best = new Map();
      for (const tokens of kz.readings(query, this.edition.longForms)) {
        for (const [number, fit] of this.index.fits(tokens, least)) {
          if (!best.has(number) || fit.score > best.get(number).score + SAME) best.set(number, fit);
        }
      }
      return [...best.values()].sort((a, b) => b.score - a.score || a.row - b.row);
    }

    /** Which positions does this query mean? */
    find(query, { block = null, sector = null, institution = null, limit = null } = {}) {
      checkQuery(query);
      const only = institution === null ? null : this.itemsOfInstitution(institution);
      const wanted = this.filter(block, sector, only);
      const fits = this.fits(query, kz.rules.least).filter((fit) => wanted(fit.row));
      const places = this.places(fits, only);
      const found = places.map(([fit, item]) => this.finding(fit, item));
      return {
        query,
        edition: this.edition.key,
        total: found.length,
        matches: limit === null ? found : found.slice(0, limit),
        nearest: found.length ? [] : this.nearest(query, wanted, only),
        apart: questions(found),
      };
    }

    /** Which positions does this institution have, in the order of the register? */
    positionsOf(institution) {
      const items = this.itemsOfInstitution(institution);
      return this.index.rows.flatMap((row, number) =>
        row.places.filter((item) => items.has(item)).map((item) => this.finding(bareFit(number), item)),
      );
    }

    /** At which levels does this block, link or level stand? By their numbers. */
    levelsAt(block) {
      const code = codeOf(block);
      const found = new Set(this.edition.levels.flatMap((one, at) => (covers(code, one.code) ? [at] : [])));
      if (!found.size) throw new BadQuery("no-such-code", { code: block });
      return found;
    }

    filter(block, sector, only) {
      const { levels } = this.edition;
      const { rows } = this.index;
      const at = block === null ? null : this.levelsAt(block);
      const sectors = levels.map((level) => codeOf(level.code).sector);
      if (sector !== null && !(sector && sectors.includes(sector))) throw new BadQuery("no-such-sector", { sector });
      return (number) => {
        const row = rows[number];
        return (
          (at === null || at.has(row.level)) &&
          (sector === null || sector === sectors[row.level]) &&
          (only === null || row.places.some((item) => only.has(item)))
        );
      };
    }

    itemsOfInstitution(id) {
      const one = this.edition.institutions.find((each) => each.id === id);
      if (!one) throw new BadQuery("no-such-institution", { id });
      return new Set(one.items);
    }

    places(fits, only) {
      return fits.flatMap((fit) => this.itemsOf(fit, only).map((item) => [fit, item]));
    }

    /** Which items answer this: the one that names the position, or places? */
    itemsOf(fit, only) {
      const row = this.index.rows[fit.row];
      const named = only === null ? new Set(fit.items) : only;
      const places = row.places.filter((item) => named.has(item));
      return places.length ? places : [row.item];
    }

    /** What fits a little, or has words that begin so. */
    nearest(query, wanted, only) {
      let fits = this.fits(query, kz.rules.leastNear).filter((fit) => wanted(fit.row));
      if (!fits.length) fits = this.byPrintedWords(query, wanted);
      const places = this.places(fits, only).slice(0, kz.rules.mostNear);
      return places.map(([fit, item]) => this.finding(fit, item));
    }

    // ── printed words ───────────────────────────────────────────────────────────────

    /** Printed words or beginnings of words that stand one after another. */
    byPrintedWords(query, wanted) {
      const fits = [];
      for (const [entry, item] of this.standing(query)) {
        this.index.rows.forEach((row, number) => {
          const named = item === null || item === row.item || row.places.includes(item);
          if (row.entry !== entry || !named || !wanted(number)) return;
          const items = item !== null && row.places.includes(item) ? [item] : [];
          fits.push({ ...bareFit(number), score: 0, items });
        });
      }
      return fits;
    }

    /** Where do these words stand? [entry, item]; the item is null for a heading. */
    standing(query) {
      const exact = this.standingBy(exactWords, query);
      return exact.length ? exact : this.standingBy(plainWords, query);
    }

    standingBy(wordsOf, query) {
      const wanted = wordsOf(query);
      const found = [];
      for (const [id, entry] of Object.entries(this.edition.entries)) {
        if (stands(wanted, wordsOf(entry.heading))) found.push([id, null]);
        for (const item of entry.items) if (stands(wanted, wordsOf(item.text))) found.push([id, item.id]);
      }
      return found;
    }

    // ── answers ─────────────────────────────────────────────────────────────────────

    /** One fit as an answer. */
    finding(fit, item) {
      const row = this.index.rows[fit.row];
      const { code, anchor } = this.edition.levels[row.level];
      const entry = this.edition.entries[row.entry];
      const own = entry.items.find((one) => one.id === item) || null;
      return {
        code,
        anchor,
        entry: row.entry,
        item,
        position: row.names[0],
        names: row.names,
        text: own ? own.text : entry.heading,
        lines: own ? own.lines : entry.lines,
        institutions: (own && this.placed.get(item)) || [],
        scope: row.scope,
        grade: row.grade,
        conditions: row.conditions,
        doubts: entry.doubts,
        score: rounded(fit.score),
        why: this.reasons(fit, own),
      };
    }

    /** What became of each word of the query in this match? */
    reasons(fit, item) {
      const row = this.index.rows[fit.row];
      const printed = this.printed(row, item);
      return fit.tokens.map((token) => {
        const [matched, how] = this.matched(token, printed, fit.row);
        const why = { asked: token.text, how, matched, attested: null };
        if (matched !== null && token.term !== null && how !== "same") {
          return { ...why, how: "glossary", attested: kz.rules.terms[token.term][1] };
        }
        return matched !== null && token.short ? { ...why, how: "abbreviation" } : why;
      });
    }

    /** The words that stand in or around the position, under their stems. */
    printed(row, item) {
      const entry = this.edition.entries[row.entry];
      const texts = [...row.names, ...row.conditions, entry.heading];
      texts.push(this.edition.levels[row.level].heading || "");
      const own = entry.items.find((one) => one.id === row.item);
      for (const one of [item, own]) if (one) texts.push(one.text);
      const found = new Map();
      for (const word of texts.flatMap(kz.queryWords)) {
        const stem = kz.stem(kz.key(word));
        if (!found.has(stem)) found.set(stem, word);
      }
      return found;
    }

    matched(token, printed, number) {
      if (token.facet && (this.edition.facets[token.facet] || []).includes(number)) {
        const words = token.stems.filter((one) => printed.has(one)).map((one) => printed.get(one));
        return [words.join(" ") || token.text, "other-form"];
      }
      const stem = token.stems.find((one) => printed.has(one));
      if (stem !== undefined) {
        const same = kz.casefold(printed.get(stem)) === kz.casefold(token.text);
        return [printed.get(stem), same ? "same" : "other-form"];
      }
      const near = this.index.near(token.stems).find(([one]) => printed.has(one));
      return near ? [printed.get(near[0]), "typo"] : [null, "nothing"];
    }
  }

  const exactWords = kz.remembered((text) => kz.fold(text).match(WORD) || []);
  const plainWords = kz.remembered((text) => kz.foldPlain(text).match(WORD) || []);

  const bareFit = (row) => ({ row, score: 100, items: [], name: null, tokens: [] });

  function stands(wanted, words) {
    const last = words.length - wanted.length;
    for (let at = 0; at <= last; at += 1) {
      if (wanted.every((want, place) => words[at + place].startsWith(want))) return true;
    }
    return false;
  }

  function checkQuery(query) {
    const length = kz.lengthOf(query);
    const most = kz.rules.longestQuery;
    if (length > most) throw new BadQuery("query-too-long", { length, most });
    if (!kz.queryWords(query).length) throw new BadQuery("empty-query", {});
  }

  /** What would tell the best of these apart? Nothing is asked where they share one level. */
  function questions(found) {
    const best = found.filter((one) => one.score >= found[0].score - kz.rules.asGood);
    if (new Set(best.map((one) => one.code)).size < 2) return {};
    const asked = Object.entries(QUESTIONS).map(([name, ask]) => [name, [...new Set(best.map(ask))]]);
    return Object.fromEntries(asked.filter(([, values]) => values.length > 1));
  }

  const QUESTIONS = {
    block: (one) => codeOf(one.code).block,
    sector: (one) => codeOf(one.code).sector,
    significance: (one) => (one.scope ? one.scope.significance : ""),
    branch: (one) => (one.scope ? (one.scope.branch ? "yes" : "no") : ""),
    category: (one) => (one.grade && one.grade.category) || "",
    qualification: (one) => (one.grade && one.grade.qualification) || "",
    position: (one) => one.position,
    condition: (one) => one.conditions.join("; "),
  };

  kz.BadQuery = BadQuery;

  /** The finder of this edition, whose text must be held. */
  kz.open = (edition) => new Finder(edition);
})(window.kzFinder);
