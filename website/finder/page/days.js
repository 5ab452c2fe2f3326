// The time line: which answer a day has, and which editions it leads to.
"use strict";

(() => {
  const kz = window.kzFinder;

  /** What is said of this day. */
  kz.segmentAt = (days, day) =>
    days.segments.findLast((one) => one.from === null || one.from <= day);

  /** The editions that may be in effect then; null among them: possibly none is. */
  kz.editionsOf = (segment) => {
    if (segment.edition) return [segment.edition];
    return segment.candidates.length ? segment.candidates : [null];
  };

  /** Every two editions that an earlier and a later day may lead to. */
  kz.pairsOf = (days, earlier, later) => {
    const order = Object.keys(days.editions);
    const found = [];
    for (const old of kz.editionsOf(earlier)) {
      for (const next of kz.editionsOf(later)) {
        if (old && next && order.indexOf(old) > order.indexOf(next)) continue;
        found.push([old, next]);
      }
    }
    return found;
  };

  /**
   * Which edition is looked into for what is asked, and by what right.
   *
   * `right`: "day" (in effect on the day), "last" (no day given), "chosen" (no day, an edition
   * named), "into" (the day does not lead to it for certain, the reader looks all the same), or
   * "none" (the day leads to no single edition).
   */
  kz.placeOf = (days, asked) => {
    const day = asked.to || asked.on;
    if (!day) {
      const edition = asked.edition || days.last;
      return { day: "", segment: null, edition, right: asked.edition ? "chosen" : "last" };
    }
    const segment = kz.segmentAt(days, day);
    const certain = segment.state === "in-effect" ? segment.edition : null;
    if (asked.edition && asked.edition !== certain) {
      return { day, segment, edition: asked.edition, right: "into" };
    }
    return { day, segment, edition: certain, right: certain ? "day" : "none" };
  };
})();
