// Two days: what changed from the edition of the one to that of the other.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;

  const fileOf = (name, old, next) =>
    `changes/${name}/${`${old}--${next}`.replaceAll("#", ".")}.${kz.texts.language}`;

  async function bringInto(section, register, old, next) {
    const name = fileOf(register, old, next);
    section.setAttribute("aria-busy", "true");
    section.append(element("p", { class: "kz-loading" }, kz.say("loading")));
    try {
      await kz.bring(`${name}.js`);
    } catch (problem) {
      if (!problem.key) throw problem;
      section.querySelector(".kz-loading").textContent = kz.say(problem.key, problem.facts);
      return;
    } finally {
      section.removeAttribute("aria-busy");
    }
    const { orders, html } = kz.changes[name];
    const report = element("div", { class: "kz-report" });
    report.innerHTML = html; // the library's own report, made with the site
    section.querySelector(".kz-loading").replaceWith(...(orders.length ? [element("p", {},
      `${kz.say("orders-between")}: `, orders.map((one, at) => [at ? ", " : "",
        element("a", { href: kz.placeIn(register, `order/${one.id}/`) }, one.name)]))] : []), report);
  }

  const nameOf = (key) => key || kz.say("reports.no-edition");

  /** One pair in full. */
  function fill(section, register, old, next) {
    if (!old || !next) section.append(element("p", {}, kz.say("nothing-to-compare")));
    else if (old === next) section.append(element("p", {}, kz.say("same-edition", { edition: old })));
    else section.ready = bringInto(section, register, old, next);
  }

  /** A pair; one of several is opened, and only then brought, when its reader asks. */
  kz.pairView = (register, old, next, several) => {
    const marks = { class: "kz-pair", "data-old": old || "", "data-new": next || "" };
    if (!several) {
      const section = element("section", marks);
      fill(section, register, old, next);
      return section;
    }
    const words = kz.say("pair", { old: nameOf(old), new: nameOf(next) });
    const folded = element("details", marks, element("summary", {}, words));
    folded.addEventListener("toggle", () => fill(folded, register, old, next), { once: true });
    return folded;
  };

  /** What changed between two days, the earlier first; each pair where a day has several. */
  kz.changesView = (register, days, earlier, later) => {
    const segments = [earlier, later].map((day) => kz.segmentAt(days, day));
    const pairs = kz.pairsOf(days, ...segments);
    const heading = kz.say("between", { old: kz.longDay(earlier), new: kz.longDay(later) });
    return element("section", { class: "kz-changes" },
      element("h2", {}, heading),
      pairs.length > 1 ? element("p", { class: "kz-note" }, kz.say("each-pair")) : null,
      pairs.map(([old, next]) => kz.pairView(register, old, next, pairs.length > 1)));
  };
})();
