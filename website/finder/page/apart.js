// What tells equally good answers apart, each value a button that asks further.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element, printed } = kz;
  const FILTERS = ["block", "sector"];
  const SPOKEN = ["significance", "category", "qualification"];

  const values = {
    branch: (value) => kz.say(value === "yes" ? "branch" : "not-branch"),
    block: (value) => value,
  };

  function wordsOf(name, value, edition) {
    if (values[name]) return values[name](value);
    if (SPOKEN.includes(name)) return kz.say(`${name}-${value}`);
    if (name === "sector") return printed(kz.sectorsOf(edition)[value] || value);
    return printed(value);
  }

  /** What would be asked further with this value; null where words cannot say it. */
  function further(finder, asked, name, value) {
    if (FILTERS.includes(name)) return { ...asked, [name]: value };
    if (name === "position") return { ...asked, q: value };
    const words = name === "condition" ? value
      : name === "branch" ? (value === "yes" && kz.say("branch")) : kz.say(`${name}-${value}`);
    if (!words) return null;
    const next = { ...asked, q: `${asked.q} ${words}` };
    // Offered only if it does tell them apart.
    const found = kz.lookUp(finder, next);
    const still = found && found.apart[name];
    return found && found.matches.length && !(still && still.length > 1) ? next : null;
  }

  /** The questions worth asking, with their answers; `ask` asks further. */
  kz.apartView = (finder, edition, asked, apart, ask) => {
    const rows = Object.entries(apart);
    if (!rows.length) return null;
    return element("section", { class: "kz-apart" },
      element("p", { id: "kz-apart" }, kz.say("apart")),
      element("ul", { "aria-labelledby": "kz-apart" }, rows.map(([name, given]) =>
        element("li", {}, `${kz.say(`ask-${name}`)}: `, given.map((value) => {
          if (!value) return element("span", { class: "kz-choice" }, "–");
          const next = further(finder, asked, name, value);
          const words = wordsOf(name, value, edition);
          if (!next) return element("span", { class: "kz-choice" }, words);
          return element("button", {
            type: "button", class: "kz-choice", "data-question": name, "data-value": value,
            click: () => ask(next),
          }, words);
        })))));
  };
})();
