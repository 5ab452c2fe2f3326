// How the page speaks: sentences with facts in their places, days written out, elements.
"use strict";

(() => {
  const kz = window.kzFinder;

  /** A sentence by its key, with the facts in their places. */
  kz.say = (key, facts = {}) => {
    const told = kz.texts[key] ?? kz.texts[`errors.${key}`] ?? kz.texts[`lookup.${key}`];
    if (told === undefined) throw new Error(`no sentence: ${key}`);
    return told.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? "–"));
  };

  /** A day as orders write it. */
  kz.longDay = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    const name = kz.texts.months[month - 1];
    if (kz.texts.language === "kk") return `${year} жылғы ${date} ${name}`;
    if (kz.texts.language === "ru") return `${date} ${name} ${year} года`;
    return `${date} ${name} ${year}`;
  };

  /** An element with its attributes (a function is a listener) and what stands in it. */
  kz.element = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === "function") made.addEventListener(name, value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...inside.flat(2).filter((one) => one !== null && one !== undefined && one !== ""));
    return made;
  };

  /** Words of the register: always Kazakh. */
  kz.printed = (words, tag = "span", attributes = {}) =>
    kz.element(tag, { lang: "kk", ...attributes }, words);
})();
