// From the field to the answers and back, by the keyboard.
"use strict";

(() => {
  const kz = window.kzFinder;

  /** Down goes from the field to the first answer and on, up goes back, escape to the field. */
  kz.walkable = (field, answers, now) => {
    const links = () => [...answers.querySelectorAll("a.kz-code")];
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") {
        now();
        const first = links()[0];
        if (first) {
          event.preventDefault();
          first.focus();
        }
      } else if (event.key === "Escape" && field.value) {
        event.preventDefault();
        field.value = "";
        now();
      }
    });
    answers.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        field.focus();
        return;
      }
      const all = links();
      const at = all.indexOf(document.activeElement);
      if (at < 0 || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
      event.preventDefault();
      const next = event.key === "ArrowDown" ? all[at + 1] : all[at - 1] || field;
      if (next) next.focus();
    });
  };
})();
