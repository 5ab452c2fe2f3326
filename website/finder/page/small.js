// The small finder of a home page: a field, the first answers, and the way to the whole finder.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element, printed } = kz;
  const PAUSE = 150;
  const MOST = 3;

  kz.mountSmall = (place, register, bring) => {
    const query = element("input", {
      type: "search", id: "kz-q", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      placeholder: kz.say("example"),
    });
    const status = element("p", { class: "kz-status", role: "status" }, kz.say("start-small"));
    const results = element("div", { class: "kz-results" });
    const whole = element("a", { class: "kz-whole" }, kz.say("whole-finder"));
    const wholePage = (q) => {
      const at = new URL(kz.placeIn(register, "find/"));
      at.search = kz.writeAddress({ q });
      return at.href;
    };
    const form = element("form", { class: "kz-form", role: "search", "aria-label": kz.say("name") },
      element("div", { class: "kz-field kz-field--q" },
        element("label", { for: query.id }, kz.say("query")), query));

    const lineOf = (edition, one) => element("li", { class: "kz-answer" },
      element("a", { class: "kz-code", href: kz.address(edition.page, one.anchor) }, one.code),
      " ", printed(one.names.join(" / "), "strong"), " ",
      printed(edition.entries[one.entry].heading, "span", { class: "kz-heading" }));

    async function answer() {
      clearTimeout(waiting);
      const q = query.value.trim();
      whole.href = wholePage(q);
      if (!q) {
        status.textContent = kz.say("start-small");
        results.replaceChildren();
        return;
      }
      try {
        const data = await bring();
        if (q !== query.value.trim()) return; // asked anew meanwhile
        const edition = data.editions.find((one) => one.key === data.days.last);
        if (!edition.held) {
          status.textContent = kz.say("not-held", { edition: edition.key });
          return;
        }
        const found = kz.lookUp(kz.finderOf(edition), { q });
        const facts = { count: found.total, edition: edition.key, query: kz.cut(q) };
        status.textContent = found.total ? kz.say("answers", facts)
          : [kz.say("nothing-found", facts), found.nearest.length ? kz.say("nearest") : ""].join(" ");
        const lines = (found.total ? found.matches : found.nearest).slice(0, MOST);
        results.replaceChildren(element("ul", { class: "kz-answers" }, lines.map((one) => lineOf(edition, one))));
      } catch (problem) {
        if (!problem.key) throw problem;
        status.textContent = kz.say(problem.key, problem.facts);
        results.replaceChildren();
      }
    }

    let waiting = 0;
    query.addEventListener("focus", () => bring().catch(() => {}), { once: true });
    query.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(answer, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = wholePage(query.value.trim());
    });
    kz.walkable(query, results, answer);
    whole.href = wholePage("");
    place.replaceChildren(form, status, results, whole);
  };
})();
