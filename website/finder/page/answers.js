// Answers of a look-up, as a list: where, what is printed, why it fits, what is doubtful.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element, printed } = kz;
  const AT_ONCE = 10;

  /** What narrows a position: significance, category, qualification, printed conditions. */
  const narrowing = (one) => [
    ...(one.scope ? [kz.say(`significance-${one.scope.significance}`)] : []),
    ...(one.scope && one.scope.branch ? [kz.say("branch")] : []),
    ...(one.grade && one.grade.category ? [kz.say(`category-${one.grade.category}`)] : []),
    ...(one.grade ? [kz.say(`qualification-${one.grade.qualification}`)] : []),
  ];

  function whyOf(why) {
    if (why.matched === null || why.matched === undefined) {
      return [printed(why.asked, "q"), ` – ${kz.say("how-nothing")}`];
    }
    const how = [kz.say(`how-${why.how}`)];
    if (why.attested !== null && why.attested !== undefined) {
      how.push(kz.say(why.attested ? "attested" : "unofficial"));
    }
    return [element("q", {}, why.asked), " → ", printed(why.matched, "q"), ` (${how.join(", ")})`];
  }

  /** A doubt about the place; what would settle it is said once, with the first answer. */
  function doubtOf(edition, id, first) {
    const told = edition.doubts[id];
    const language = kz.texts.language;
    return element("p", { class: "kz-doubt", "data-doubt": id },
      element("strong", {}, `${kz.say("doubt")}: `), told.statement[language],
      first ? [" ", kz.say("reports.settled-by", { what: told.settled[language] })] : null);
  }

  function sectorOf(edition, one) {
    const level = edition.levels.find((level) => level.anchor === one.anchor);
    return level && level.heading ? printed(level.heading, "span", { class: "kz-sector" }) : null;
  }

  const institutionNames = (edition, one) =>
    one.institutions.map((id) => edition.institutions.find((known) => known.id === id))
      .map((known) => (known ? printed(known.name, "p", { class: "kz-institution" }) : null));

  /** The entry's heading, and the item where one is meant: both as printed. */
  function printedText(edition, one) {
    const entry = edition.entries[one.entry];
    const item = one.item === null ? null : printed(`– ${one.text}`, "p", { class: "kz-printed" });
    return [printed(entry.heading, "p", { class: "kz-printed" }), item];
  }

  /** One answer; `scored` where a query was asked, `first` the doubts not yet told in full. */
  function answerOf(place, edition, one, scored, first) {
    const score = kz.say("score", { score: String(one.score) });
    const told = [...narrowing(one).map((words) => element("span", {}, words)),
      ...one.conditions.map((words) => printed(words))];
    return element("li", { class: "kz-answer", "data-entry": one.entry, "data-item": one.item },
      element("p", { class: "kz-answer__head" },
        element("a", { class: "kz-code", href: place(edition, one.anchor) }, one.code), " ",
        printed(one.names.join(" / "), "strong"), " ", sectorOf(edition, one)),
      printedText(edition, one),
      one.item === null || one.institutions.length === 1 && !scored ? null : institutionNames(edition, one),
      element("p", { class: "kz-facts" },
        told, one.lines ? element("span", { class: "kz-lines" }, one.lines) : null,
        scored ? element("span", { class: "kz-score" }, score) : null),
      one.why.length ? element("p", { class: "kz-why" },
        element("strong", {}, `${kz.say("why")}: `),
        one.why.flatMap((why, at) => [at ? "; " : "", ...whyOf(why)])) : null,
      one.doubts.map((id) => doubtOf(edition, id, first.has(id))));
  }

  /** The answers as a list; beyond the first ones, when asked. */
  kz.answerList = (place, edition, found, scored) => {
    const told = new Set();
    const views = (some) => some.map((one) => {
      const first = new Set(one.doubts.filter((id) => !told.has(id)));
      one.doubts.forEach((id) => told.add(id));
      return answerOf(place, edition, one, scored, first);
    });
    const list = element("ol", { class: "kz-answers" }, views(found.slice(0, AT_ONCE)));
    if (found.length <= AT_ONCE) return [list];
    const more = element("button", { type: "button", class: "md-button kz-more", click: () => {
      const rest = views(found.slice(AT_ONCE));
      list.append(...rest);
      more.remove();
      rest[0].querySelector("a").focus();
    } }, kz.say("show-all", { count: found.length }));
    return [list, more];
  };
})();
