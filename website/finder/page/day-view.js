// What can be said of a day: state, certainty, edition or candidates, and why.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;

  const row = (name, ...said) => [element("dt", {}, name), element("dd", {}, ...said)];

  function editionWords(place, days, key) {
    if (key === null) return kz.say("reports.no-edition");
    const { held } = days.editions[key];
    const state = held ? kz.say("reports.yes") : kz.say("reports.no");
    return [element("a", { href: place({ key }) }, key), ` (${kz.say("reports.text")}: ${state})`];
  }

  /** Buttons that look into a held edition to which the day does not lead for certain. */
  function intoButtons(days, segment, asked, ask) {
    const open = segment.state === "in-effect" ? [] : kz.editionsOf(segment);
    return open.filter((key) => key && days.editions[key].held && key !== asked.edition)
      .map((key) => element("button", {
        type: "button", class: "md-button kz-into", "data-edition": key,
        click: () => ask({ ...asked, edition: key }),
      }, kz.say("look-into", { edition: key })));
  }

  /** The answer for a day. */
  kz.dayView = (place, days, day, segment, asked, ask) => {
    const told = segment.told[kz.texts.language];
    const candidates = segment.candidates;
    return element("section", {
      class: "kz-day", "data-state": segment.state, "data-certainty": segment.certainty, "data-day": day,
    },
      element("h2", {}, `${kz.longDay(day)}: ${told.state}`),
      element("dl", {},
        segment.edition ? row(kz.say("reports.edition"), editionWords(place, days, segment.edition)) : null,
        candidates.length ? row(kz.say("reports.candidates"), candidates.map((key, at) =>
          [at ? ", " : "", ...[editionWords(place, days, key)].flat()]).flat()) : null,
        row(kz.say("reports.certainty"), told.certainty),
        row(kz.say("reports.reason"), told.reason),
        told.suspended.length ? row(kz.say("suspended-places"), told.suspended.join(", ")) : null),
      intoButtons(days, segment, asked, ask));
  };

  /** Why nothing, or something else, is looked into; nothing where the day answers for certain. */
  kz.placeSentence = ({ right, edition, segment }) => {
    if (right === "last") return kz.say("last-known", { edition });
    if (right === "chosen") return kz.say("chosen", { edition });
    if (right === "into") return kz.say("looked-into", { edition });
    if (right === "day") return "";
    if (segment.state === "undetermined") return kz.say("undetermined");
    if (segment.state === "suspended") return kz.say("suspended", { edition: segment.edition });
    return kz.say("none-in-effect");
  };
})();
