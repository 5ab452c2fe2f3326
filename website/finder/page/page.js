// The whole finder: what is asked, from fields and address, and the answer below.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;
  const PAUSE = 150; // milliseconds after the last key, before an answer is given

  /** A page that each register has, in the reader's language. */
  kz.placeIn = (register, page) => kz.address((register === "register" ? "" : `${register}/`) + page);

  kz.mountWhole = (mount, register, data) => {
    const editions = new Map(data.editions.map((one) => [one.key, one]));
    const pageOf = ({ key }, anchor = "") => {
      const { page: place } = editions.get(key);
      return place && kz.address(place, anchor);
    };
    const page = { register, days: data.days, editions, pageOf, ask };
    const fields = (kz.form = kz.makeForm());
    const status = element("p", { class: "kz-status", role: "status", tabindex: "-1" });
    const results = element("div", { class: "kz-results" });
    const last = editions.get(data.days.last);
    let asked = {};
    let waiting = 0;

    function show(next, problems) {
      asked = next;
      const { heard, wrong, shown, place: found, edition } = kz.answerTo(page, asked, problems);
      status.textContent = heard;
      status.classList.toggle("kz-status--wrong", wrong);
      results.replaceChildren(...shown);
      Object.assign(results.dataset, { right: found.right, edition: found.edition || "" });
      kz.fillForm(fields, asked, edition && edition.held ? edition : last);
    }

    function answer(next, problems) {
      clearTimeout(waiting);
      show(next, problems);
      const address = location.pathname + kz.writeAddress(asked) + location.hash;
      history.replaceState(history.state, "", address);
    }

    /** Ask this, which a button of the answer offered, and go to the new answer. */
    function ask(next) {
      answer(next, []);
      status.focus();
    }

    function fromForm() {
      const { asked: next, problems } = kz.readForm(fields, asked.edition || "");
      // Another day is another question: no edition is looked into for it.
      if (["on", "from", "to"].some((name) => next[name] !== asked[name])) next.edition = "";
      answer(next, problems);
    }

    fields.form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(fromForm, PAUSE);
    });
    fields.form.addEventListener("submit", (event) => {
      event.preventDefault();
      fromForm();
    });
    fields.form.addEventListener("reset", () => setTimeout(() => {
      fields.filters.open = false;
      asked = {};
      fromForm();
      fields.query.focus();
    }));
    kz.walkable(fields.query, results, fromForm);
    mount.replaceChildren(fields.form, status, results);
    const begun = kz.readAddress(location.search);
    show(begun.asked, begun.problems);
  };
})();
