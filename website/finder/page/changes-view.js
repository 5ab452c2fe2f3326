// Two days: what changed from the edition of the one to that of the other.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;

  const fileOf = (name, old, next) =>
    `${name}/${`${old}--${next}`.replaceAll("#", ".")}.${kz.texts.language}`;

  async function bringInto(section, register, old, next) {
    const name = fileOf(register, old, next);
    section.setAttribute("aria-busy", "true");
    section.append(element("p", { class: "kz-loading" }, kz.say("loading")));
    try {
      await kz.bring(`changes/${name}.js`);
    } catch (problem) {
      section.querySelector(".kz-loading").replaceWith(kz.problemView(problem));
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

  function pairView(register, old, next, several) {
    const section = element("section", {
      class: "kz-pair", "data-old": old || "", "data-new": next || "",
    });
    if (several) section.append(element("h3", {}, kz.say("pair", {
      old: old || kz.say("reports.no-edition"), new: next || kz.say("reports.no-edition"),
    })));
    if (!old || !next) section.append(element("p", {}, kz.say("nothing-to-compare")));
    else if (old === next) section.append(element("p", {}, kz.say("same-edition", { edition: old })));
    else section.ready = bringInto(section, register, old, next);
    return section;
  }

  /** What changed between two days, the earlier first; each pair where a day has several. */
  kz.changesView = (register, days, earlier, later) => {
    const segments = [earlier, later].map((day) => kz.segmentAt(days, day));
    const pairs = kz.pairsOf(days, ...segments);
    const heading = kz.say("between", { old: kz.longDay(earlier), new: kz.longDay(later) });
    return element("section", { class: "kz-changes" },
      element("h2", {}, heading),
      pairs.length > 1 ? element("p", { class: "kz-note" }, kz.say("each-pair")) : null,
      pairs.map(([old, next]) => pairView(register, old, next, pairs.length > 1)));
  };
})();
