// Finds where the page wants the finder, and brings what it needs: the whole finder at once, the
// small one when its reader turns to it. Everything comes by scripts, so that a page opened from
// disk can do the same.
"use strict";

(() => {
  const kz = (window.kzFinder = window.kzFinder || {});
  const here = new URL(document.currentScript.src);
  const language = document.documentElement.lang;
  const brought = new Map();
  // In the order in which they need each other.
  const ENGINE = ["rules", "letters", "reading", "index", "finder"];
  const VIEW = [
    "words", "address", "days", "look", "keys", "answers", "apart", "day-view", "changes-view", "form",
    "answer", "page", "small",
  ];

  kz.changes = {};

  /** The root of the site, on a server or on disk. */
  kz.root = new URL("../../", here);

  /** Bring a script of the finder, once; its name is asked again only after it failed. */
  kz.bring = (name) => {
    if (!brought.has(name)) {
      const coming = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(name, here);
        script.async = false;
        script.onload = done;
        script.onerror = () => {
          script.remove();
          brought.delete(name);
          failed(Object.assign(new Error(name), { key: "not-loaded", facts: { file: name } }));
        };
        document.head.append(script);
      });
      brought.set(name, coming);
    }
    return brought.get(name);
  };

  /** Where a page of the site stands, in the language of this one. */
  kz.address = (place, anchor = "") => {
    const at = new URL((language === "kk" ? "" : `${language}/`) + place, kz.root);
    if (at.protocol === "file:") at.pathname += "index.html";
    at.hash = anchor;
    return at.href;
  };

  const bringAll = (names) => Promise.all(names.map((name) => kz.bring(`${name}.js`)));

  async function begin(place) {
    const name = place.dataset.kzRegister || "register";
    const small = place.dataset.kzFinder === "compact";
    const view = bringAll([`texts-${language}`, ...VIEW]);
    const data = async () => {
      await bringAll([...ENGINE, name]);
      return kz[name];
    };
    if (small) {
      await view;
      kz.mountSmall(place, name, data);
    } else {
      const [found] = await Promise.all([data(), view]);
      kz.mountWhole(place, name, found);
    }
  }

  document.querySelectorAll("[data-kz-finder]").forEach((place) => {
    begin(place).catch((problem) => {
      const said = kz.say ? kz.say(problem.key || "not-loaded", problem.facts) : problem.message;
      place.append(Object.assign(document.createElement("p"), { textContent: said }));
      if (!problem.key) throw problem;
    });
  });
})();
