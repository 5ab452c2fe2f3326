// What is asked, as the address of the page has it: shared, kept and read again.
"use strict";

(() => {
  const kz = window.kzFinder;
  const QUESTIONS = ["q", "on", "from", "to", "block", "sector", "institution", "edition"];
  const DAYS = ["on", "from", "to"];
  // What others put into an address: the site's search marks its words with this.
  const FOREIGN = new Set(["h"]);

  /** Does the calendar have this day, written YYYY-MM-DD? */
  kz.isDay = (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001") return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  };

  // Nobody asks for a day outside of these; the year of a day half typed in is.
  kz.FIRST_DAY = "1900-01-01";
  kz.LAST_DAY = "2099-12-31";

  /** The days that can be asked for, by name; those that cannot be are empty, and said. */
  kz.checkDays = (given) => {
    const days = { ...given };
    const problems = [];
    for (const [name, day] of Object.entries(given)) {
      const known = !day || kz.isDay(day);
      if (known && (!day || (day >= kz.FIRST_DAY && day <= kz.LAST_DAY))) continue;
      days[name] = "";
      problems.push(known ? { key: "day-too-far", facts: { first: kz.FIRST_DAY, last: kz.LAST_DAY } }
        : { key: "not-a-date", facts: { value: cut(day) } });
    }
    return { days, problems };
  };

  /** What an address asks, and what of it cannot be read. */
  kz.readAddress = (search) => {
    const given = new URLSearchParams(search);
    const asked = Object.fromEntries(QUESTIONS.map((name) => [name, (given.get(name) || "").trim()]));
    const problems = [];
    for (const name of new Set(given.keys())) {
      if (!QUESTIONS.includes(name) && !FOREIGN.has(name)) {
        problems.push({ key: "unknown-question", facts: { value: cut(name), known: QUESTIONS.join(", ") } });
      }
    }
    const read = kz.checkDays(Object.fromEntries(DAYS.map((name) => [name, asked[name]])));
    problems.push(...read.problems);
    Object.assign(asked, read.days);
    if (asked.on && (asked.from || asked.to)) {
      problems.push({ key: "day-and-days", facts: {} });
      asked.from = asked.to = "";
    }
    return { asked: settled(asked), problems };
  };

  /** The address of what is asked. */
  kz.writeAddress = (asked) => {
    const written = new URLSearchParams();
    for (const name of QUESTIONS) if (asked[name]) written.set(name, asked[name]);
    const search = written.toString();
    return search && `?${search}`;
  };

  /** One day is asked under one name, however it came. */
  const settled = (asked) =>
    asked.from && !asked.to ? { ...asked, on: asked.from, from: "" } : asked;

  const cut = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
  kz.cut = cut;
})();
