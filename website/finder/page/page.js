// The whole finder: what is asked, from fields and address, and the answer below.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;
  const PAUSE = 150; // milliseconds after the last key, before an answer is given

  /** A page of this register, in the reader's language. */
  kz.placeIn = (register, page, anchor = "") =>
    kz.address((register === "specimen" ? "specimen/" : "") + page, anchor);

  kz.problemView = (problem) => {
    if (!problem.key) throw problem;
    return element("p", { class: "kz-problem" }, kz.say(problem.key, problem.facts));
  };

  kz.mountWhole = (place, register, data) => {
    const { days } = data;
    const editions = new Map(data.editions.map((one) => [one.key, one]));
    const fields = kz.makeForm();
    const status = element("p", { class: "kz-status", role: "status" });
    const results = element("div", { class: "kz-results" });
    const pageOf = ({ key, page }, anchor = "") =>
      kz.placeIn(register, page || editions.get(key)?.page || `register/${key}/`, anchor);
    let asked = {};

    /** The later of two days is looked into, whichever field it stands in. */
    const inOrder = (one) => (one.from && one.to && one.from > one.to
      ? [{ ...one, from: one.to, to: one.from }, true] : [one, false]);

    function problemsOf(one, edition) {
      const found = [];
      if (one.to && !one.from) found.push({ key: "no-first-day", facts: {} });
      if (one.edition && !editions.has(one.edition)) {
        const facts = { value: kz.cut(one.edition), known: [...editions.keys()].join(", ") };
        found.push({ key: "no-such-edition", facts });
      } else if (edition?.held) {
        found.push(...kz.filterProblems(edition, one));
      }
      return found;
    }

    function answersOf(edition, one) {
      const finder = kz.finderOf(edition);
      const found = kz.lookUp(finder, one);
      const like = one.institution ? [] : kz.institutionsLike(edition, one.q);
      const offered = like.length ? element("section", { class: "kz-institutions" },
        element("p", { id: "kz-institutions" }, kz.say("institutions")),
        element("ul", { "aria-labelledby": "kz-institutions" }, like.map((known) => element("li", {},
          element("button", {
            type: "button", class: "kz-choice", lang: "kk", "data-institution": known.id,
            click: () => ask({ ...one, q: "", institution: known.id }),
          }, known.name), ` (${finder.positionsOf(known.id).length})`)))) : null;
      if (!found) return { said: "", inside: [offered] };
      const scored = Boolean(one.q);
      if (found.matches.length) {
        const said = kz.say("answers", { count: found.total, edition: edition.key });
        return { said, inside: [offered, kz.apartView(finder, edition, one, found.apart, ask),
          ...kz.answerList(pageOf, edition, found.matches, scored)] };
      }
      const said = kz.say("nothing-found", { query: kz.cut(one.q), edition: edition.key });
      return { said, inside: [offered, ...(found.nearest.length
        ? [element("p", {}, kz.say("nearest")), ...kz.answerList(pageOf, edition, found.nearest, scored)] : [])] };
    }

    function noticesOf(key) {
      const told = days.editions[key]?.notices[kz.texts.language] || [];
      return element("aside", { class: "kz-said" }, told.map((line) => element("p", {}, line)));
    }

    function show(given, problems) {
      const [one, swapped] = inOrder(given);
      const found = kz.placeOf(days, { ...one, edition: editions.has(one.edition) ? one.edition : "" });
      const edition = editions.get(found.edition);
      const wrong = [...problems, ...problemsOf(one, edition)];
      const two = one.from && one.to;
      const sentences = [];
      const inside = [];
      for (const day of two ? [one.from, one.to] : [found.day].filter(Boolean)) {
        inside.push(kz.dayView(pageOf, days, day, kz.segmentAt(days, day), one, ask));
      }
      if (swapped) sentences.push(kz.say("put-in-order"));
      const asks = one.q || one.institution;
      if (!two || asks) sentences.push(kz.placeSentence(days, found));
      const notes = [];
      if (found.right === "into") {
        notes.push(element("button", {
          type: "button", class: "kz-choice kz-away", click: () => ask({ ...one, edition: "" }),
        }, kz.say("look-away")));
      }
      let said = "";
      if (two && asks) sentences.push(kz.say("answers-for", { day: kz.longDay(one.to) }));
      const answers = [];
      if (edition && !edition.held && (asks || found.right !== "day")) {
        sentences.push(kz.say("not-held", { edition: edition.key }));
      } else if (edition?.held && !wrong.length) {
        try {
          const answered = answersOf(edition, one);
          said = answered.said;
          answers.push(...answered.inside);
        } catch (problem) {
          if (!problem.key) throw problem;
          wrong.push(problem);
        }
      }
      if (!asks && !found.day && !wrong.length) sentences.push(kz.say("start"));
      const changes = two ? kz.changesView(register, days, one.from, one.to) : null;
      status.textContent = [...wrong.map((problem) => kz.say(problem.key, problem.facts)), said]
        .filter(Boolean).join(" ");
      status.classList.toggle("kz-status--wrong", wrong.length > 0);
      results.replaceChildren(...[
        ...inside, changes,
        element("div", { class: "kz-note" }, sentences.filter(Boolean).map((words) => element("p", {}, words)), notes),
        ...answers,
        edition ? noticesOf(edition.key) : null,
      ].flat().filter(Boolean));
      results.dataset.right = found.right;
      results.dataset.edition = found.edition || "";
      kz.fillForm(fields, given, edition?.held ? edition : editions.get(days.last));
    }

    /** Ask this, keep it in the address, and go to the answer. */
    function ask(next) {
      answer(next, []);
      status.focus();
    }

    function answer(next, problems) {
      asked = next;
      show(asked, problems);
      const address = location.pathname + kz.writeAddress(asked) + location.hash;
      history.replaceState(history.state, "", address);
    }

    function fromForm() {
      clearTimeout(waiting);
      const { asked: next, problems } = kz.readForm(fields, asked.edition || "");
      // Another day is another question: no edition is looked into for it.
      if (next.on !== asked.on || next.from !== asked.from || next.to !== asked.to) next.edition = "";
      answer(next, problems);
    }

    let waiting = 0;
    status.tabIndex = -1;
    fields.form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(fromForm, PAUSE);
    });
    fields.form.addEventListener("submit", (event) => {
      event.preventDefault();
      fromForm();
    });
    fields.form.addEventListener("reset", () => {
      asked = {};
      setTimeout(() => {
        fields.filters.open = false;
        fromForm();
        fields.query.focus();
      });
    });
    kz.walkable(fields.query, results, () => fromForm());
    place.replaceChildren(fields.form, status, results);
    const begun = kz.readAddress(location.search);
    asked = begun.asked;
    show(asked, begun.problems);
  };
})();
