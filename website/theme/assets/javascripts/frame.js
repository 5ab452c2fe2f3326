// Before the theme's own script: what it cannot know of the frame.
"use strict";

// What a reader has asked or come to stays asked in the other language: a twin has the same
// anchors and the same questions.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".kz-switch a[data-kz-twin]");
  if (link) {
    link.search = location.search;
    link.hash = location.hash;
  }
});

// Opened from disk, a page may not start the search; so none is offered.
if (location.protocol === "file:") {
  document.querySelectorAll("[data-md-component=search], .md-header [for=__search]")
    .forEach((one) => one.remove());
}

// The theme takes ?q= for a question to its own search, opens that over the page and strikes the
// question out of the address. On the page of the finder it is the finder's.
if (document.querySelector('[data-kz-finder="whole"]')) {
  const has = URLSearchParams.prototype.has;
  URLSearchParams.prototype.has = function (name, ...value) {
    return name !== "q" && has.call(this, name, ...value);
  };
  document.addEventListener("DOMContentLoaded", () => {
    URLSearchParams.prototype.has = has;
  });
}
