// The form: what a reader asks, in fields.
"use strict";

(() => {
  const kz = window.kzFinder;
  const { element } = kz;

  const field = (name, label, control) => element("div", { class: `kz-field kz-field--${name}` },
    element("label", { for: control.id }, label), control);

  const dayField = (name, hint) => element("input", {
    type: "date", id: `kz-${name}`, name, min: kz.FIRST_DAY, max: kz.LAST_DAY,
    "aria-describedby": hint ? `kz-${name}-hint` : null,
  });

  const choice = (name) => element("select", { id: `kz-${name}`, name });

  /** The fields, and what is in them. */
  kz.makeForm = () => {
    const query = element("input", {
      type: "search", id: "kz-q", name: "q", autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search", placeholder: kz.say("example"),
    });
    const day = dayField("day", true);
    const second = dayField("second", false);
    const block = choice("block");
    const sector = choice("sector");
    const institution = choice("institution");
    const clear = element("button", { type: "reset", class: "kz-clear" }, kz.say("clear"));
    const filters = element("details", { class: "kz-filters" },
      element("summary", {}, kz.say("filters")),
      element("div", { class: "kz-row" },
        field("block", kz.say("reports.block"), block),
        field("sector", kz.say("reports.sector"), sector),
        field("institution", kz.say("institution"), institution)));
    const form = element("form", { class: "kz-form", role: "search", "aria-label": kz.say("name") },
      field("q", kz.say("query"), query),
      element("div", { class: "kz-row" },
        field("day", kz.say("day"), day), field("second", kz.say("second"), second)),
      element("p", { class: "kz-hint", id: "kz-day-hint" }, kz.say("day-hint")),
      filters, clear);
    return { form, query, day, second, block, sector, institution, filters };
  };

  /** The choices of a filter: all, and those that the edition has. */
  const fill = (control, of, choices, chosen) => {
    const options = [["", kz.say("any")], ...choices];
    if (chosen && !choices.some(([value]) => value === chosen)) options.push([chosen, chosen]);
    if (control.dataset.of === of && [...control.options].some((one) => one.value === chosen)) {
      control.value = chosen;
      return;
    }
    control.dataset.of = of;
    control.replaceChildren(...options.map(([value, words]) => element("option", {
      value, lang: value && words !== value ? "kk" : null,
    }, words)));
    control.value = chosen;
    control.disabled = options.length === 1;
  };

  /** Put what is asked into the fields; filters offer what the edition has. */
  kz.fillForm = (fields, asked, edition) => {
    if (fields.query.value.trim() !== asked.q) fields.query.value = asked.q;
    // A day half typed in is not taken away from who types.
    const put = (control, day) => {
      if (control.value !== day && !control.validity.badInput && control.validity.valid) control.value = day;
    };
    put(fields.day, asked.from || asked.on);
    put(fields.second, asked.to);
    const { key, held } = edition;
    const institutions = held ? edition.institutions.map((one) => [one.id, one.name]) : [];
    fill(fields.block, key, held ? Object.entries(kz.blocksOf(edition)) : [], asked.block);
    fill(fields.sector, key, held ? Object.entries(kz.sectorsOf(edition)) : [], asked.sector);
    fill(fields.institution, key, institutions, asked.institution);
    if (asked.block || asked.sector || asked.institution) fields.filters.open = true;
  };

  /** What the fields ask, and what of it cannot be read. */
  kz.readForm = (fields, edition) => {
    const { day, second } = fields;
    const asked = {
      q: fields.query.value.trim(), on: "", from: "", to: "",
      block: fields.block.value, sector: fields.sector.value, institution: fields.institution.value,
      edition,
    };
    const read = kz.checkDays({ first: day.value, second: second.value });
    const problems = [day, second].some((one) => one.validity.badInput)
      ? [{ key: "half-a-day", facts: {} }, ...read.problems] : read.problems;
    const { first, second: last } = read.days;
    return { asked: last ? { ...asked, from: first, to: last } : { ...asked, on: first }, problems };
  };
})();
