"""What may be wrong with a page that stands in a browser: scripts that tell, for any page."""

from typing import Final

__all__ = ["LACKS", "PALE"]

# What a page lacks for who uses it without eyes or without a mouse. A control that the theme
# never shows is none.
LACKS: Final = """() => {
  const shown = (one) => one.checkVisibility();
  const named = (one) => one.labels?.length || one.textContent.trim()
    || ["aria-label", "aria-labelledby", "title"].some((name) => one.getAttribute(name));
  const called = (one) => one.outerHTML.slice(0, 80);
  const headings = document.querySelectorAll("h1").length;
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
    ...(wide > 0 ? [`${wide} pixels too wide`] : []),
    ...[...document.querySelectorAll("button, select, textarea, input")]
      .filter((one) => shown(one) && !named(one)).map((one) => `without a label: ${called(one)}`),
    ...[...document.querySelectorAll("a[href]")]
      .filter((one) => shown(one) && !named(one)).map((one) => `without words: ${called(one)}`),
    ...[...document.querySelectorAll("img:not([alt])")].map((one) => `no alt: ${called(one)}`),
    ...[...document.querySelectorAll("svg[role=img]")].filter((one) => !named(one))
      .map((one) => `a picture without words: ${called(one)}`),
  ];
}"""

# The ratio of the colours of each text of ours to what lies behind it, where it is low.
PALE: Final = """() => {
  const numbers = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const over = (top, under) => top.rgb.map((one, at) => one * top.a + under[at] * (1 - top.a));
  const behind = (one) => {
    if (!one) return [255, 255, 255];
    const own = numbers(getComputedStyle(one).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, behind(one.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255)
      .map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = [...document.querySelectorAll("[class*='kz-'], [class*='kz-'] *, article *")]
    .filter((one) => one.checkVisibility() && !one.closest(".headerlink, .md-code__nav, .highlight")
      && [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  return texts.map((one) => {
    const back = behind(one);
    const fore = over(numbers(getComputedStyle(one).color), back);
    const [high, low] = [light(fore), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    return [ratio, `${ratio.toFixed(2)} ${one.tagName} ${one.textContent.trim().slice(0, 60)}`];
  }).filter(([ratio]) => ratio < 4.5).map(([, told]) => told);
}"""
