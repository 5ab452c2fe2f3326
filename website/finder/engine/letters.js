// Letters: the twin of kz_civil_positions/kazakh.py (fold, fold_plain) and lookup/keys.py.
// What is put in place of what is in kzFinder.rules, taken from the library when the site is built.
"use strict";
window.kzFinder = window.kzFinder || {};

(function (kz) {
  const LETTER = /^\p{L}$/u;
  const CYRILLIC = /^\p{Script=Cyrillic}$/u;
  const MOST_REMEMBERED = 8192;
  const PART = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f])*/gu;

  /** The same function, which remembers what it answered, as lru_cache does for Python. */
  function remembered(make) {
    const known = new Map();
    return (word) => {
      if (!known.has(word)) {
        if (known.size >= MOST_REMEMBERED) known.clear();
        known.set(word, make(word));
      }
      return known.get(word);
    };
  }

  /** How long is this text, in characters as Python counts them? */
  const lengthOf = (text) => [...text].length;

  /** This text with each letter of the table put in place of. */
  function translate(text, table) {
    let found = "";
    for (const letter of text) found += Object.hasOwn(table, letter) ? table[letter] : letter;
    return found;
  }

  /** This text without regard to case. */
  function casefold(text) {
    const table = kz.rules.casefold;
    let found = "";
    for (const letter of text) found += Object.hasOwn(table, letter) ? table[letter] : letter.toLowerCase();
    return found;
  }

  function withoutLookAlikes(word) {
    const table = kz.rules.lookAlike;
    const letters = [...word].filter((one) => LETTER.test(one));
    const mixed = letters.some((one) => CYRILLIC.test(one));
    if (mixed || letters.every((one) => Object.hasOwn(table, one))) return translate(word, table);
    return word;
  }

  /** Under which key do spellings meet that a reader takes for the same? */
  function fold(text) {
    const decomposed = translate(text, kz.rules.alike).normalize("NFD");
    const small = casefold(decomposed).normalize("NFC");
    const cyrillic = small.replace(PART, withoutLookAlikes);
    return cyrillic.normalize("NFC").trim().split(/\s+/).join(" ");
  }

  /** Under which key is this found from a keyboard without Kazakh letters? */
  const foldPlain = (text) => translate(fold(text), kz.rules.plain).normalize("NFC");

  /** Which words, without marks, did a person write? A hyphen parts words. */
  function queryWords(text) {
    return translate(text, kz.rules.unseen).normalize("NFC").match(PART) || [];
  }

  function fromLatin(word) {
    let bare = translate(word, kz.rules.latinWhole).normalize("NFD");
    bare = bare.replace(/(?!\u034f)\p{Mn}/gu, "");
    for (const [latin, cyrillic] of kz.rules.latinPairs) bare = bare.replaceAll(latin, cyrillic);
    return translate(bare, kz.rules.latinLetters);
  }

  const levelled = (text) => translate(text, kz.rules.levelled).replaceAll("ииа", "иа");
  const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

  /** Under which key is this word found, in whatever alphabet it is written? */
  const key = remembered((word) => {
    let plain = foldPlain(word);
    if (/[a-zşçŋı]/.test(plain)) plain = fromLatin(plain);
    return levelled(plain);
  });

  /** Under which keys may this word be found? Latin letters may be meant as Cyrillic ones. */
  function keys(word) {
    const first = key(word);
    const second = isAscii(word) ? translate(fromLatin(casefold(word)), kz.rules.levelled) : first;
    return first === second ? [first] : [first, second];
  }

  /** What is left of this key when its endings go? */
  const stem = remembered((word) => {
    const endings = pattern(kz.rules.endings);
    let left = word;
    for (let at = left.search(endings); at >= 0; at = left.search(endings)) left = left.slice(0, at);
    for (const [last, instead] of kz.rules.last) {
      if (left.endsWith(last)) return left.slice(0, -last.length) + instead;
    }
    return left;
  });

  /** The regular expression with this source. */
  const pattern = remembered((source) => new RegExp(source, "u"));

  const isDigit = (letter) => /\p{Nd}/u.test(letter) || kz.rules.digits.includes(letter);

  /** Is this word a number? A word of which no letter is left, as of "ъ", is none. */
  kz.isNumber = (word) => word !== "" && [...word].every(isDigit);

  Object.assign(kz, { remembered, pattern, lengthOf, translate, casefold, fold, foldPlain });
  Object.assign(kz, { queryWords, isAscii, key, keys, stem });
})(window.kzFinder);
