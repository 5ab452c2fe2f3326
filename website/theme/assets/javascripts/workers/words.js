// The theme's search finds words by their beginnings. Begun by this script it finds them by
// their base forms too, in Kazakh, Russian and English, and from a keyboard without Kazakh
// letters. Beside each word the index gets its forms, each under a mark of its own; nobody sees
// them: what is found is told under the word that was asked for.
//
// `keyOf` and `stemOf` say of Cyrillic words what `key` and `stem` of lookup/keys.py say; a
// test holds them together.
"use strict";

importScripts(new URL(self.location).searchParams.get("theme"));

// ── Kazakh ────────────────────────────────────────────────────────────────────────────────

const CYRILLIC = /^[а-яёәғқңөұүһі]+$/;
const PLAIN = {
  ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и",
  й: "и", я: "иа", ю: "иу", ц: "с", ё: "е", э: "е", щ: "ш", ъ: "", ь: "",
};
const VOWEL = "аеиоуы";
const VOICED = "рлмнзжиу";
const VOICELESS = "пткшсчхфбвгд";
const ENDINGS = "(?:" + [
  `(?<=..[${VOWEL}р])л[ае]р`, "(?<=..[лмнзж])д[ае]р", `(?<=..[${VOICELESS}])т[ае]р`,
  `(?<=.[${VOWEL}мн])н[ыи]н`, "(?<=.[рлзжиу])д[ыи]н", `(?<=.[${VOICELESS}])т[ыи]н`,
  "(?<=..[ыи])нд[ае]г[ыи]", `(?<=..[${VOWEL}${VOICED}])д[ае]г[ыи]`,
  `(?<=..[${VOICELESS}])т[ае]г[ыи]`,
  "(?<=..[ыи])нд[ае]", `(?<=..[${VOWEL}${VOICED}])д[ае]`, `(?<=..[${VOICELESS}])т[ае]`,
  "(?<=..[ыи])н[ае]н", "(?<=..[мн])н[ае]н",
  `(?<=..[${VOWEL}${VOICED}])д[ае]н`, `(?<=..[${VOICELESS}])т[ае]н`,
  `(?<=..[${VOWEL}${VOICED}])мен`, "(?<=..[зж])бен", `(?<=..[${VOICELESS}])пен`,
  "(?<=..[ыи])н[ае]", `(?<=..[${VOWEL}${VOICED}])г[ае]`, `(?<=..[${VOICELESS}])к[ае]`,
  `(?<=..[${VOWEL}])н[ыи]`, `(?<=..[${VOICED}])д[ыи]`, `(?<=..[${VOICELESS}])т[ыи]`,
  "(?<=.[аеоуы])с[ыи]", "(?<=ши)си", `(?<=.[^${VOWEL}])[ыи]`, "(?<=[аеоуы]и)и",
  "(?<=с[ыи])н",
].join("|") + ")$";
const ENDING = ending();
const LAST = [["ст", "с"], ["г", "к"], ["б", "п"]];

// A browser that cannot look behind a letter finds words by their beginnings alone.
function ending() {
  try {
    return new RegExp(ENDINGS);
  } catch {
    return /(?!)/;
  }
}

function keyOf(word) {
  return [...word].map((letter) => PLAIN[letter] ?? letter).join("").replaceAll("ииа", "иа");
}

function stemOf(key) {
  for (let at = key.search(ENDING); at !== -1; at = key.search(ENDING)) key = key.slice(0, at);
  const last = LAST.find(([end]) => key.endsWith(end));
  return last ? key.slice(0, -last[0].length) + last[1] : key;
}

// ── forms of a word ───────────────────────────────────────────────────────────────────────

const KEY = "key:"; // plain letters, found by their beginnings
const FORMS = /^(?:key|kk|ru|en):/;

function stemmed(stemmer, word) {
  return stemmer(new lunr.Token(word, {})).toString();
}

const known = new Map(); // most words come again and again

function formsOf(word) {
  if (!known.has(word)) known.set(word, newForms(word));
  return known.get(word);
}

function newForms(word) {
  if (CYRILLIC.test(word)) {
    const key = keyOf(word);
    const russian = stemmed(lunr.ru.stemmer, word.replaceAll("ё", "е"));
    return [KEY + key, `kk:${stemOf(key)}`, `ru:${russian}`];
  }
  return /^[a-z]{3,}$/.test(word) ? [`en:${stemmed(lunr.stemmer, word)}`] : [];
}

// ── into the index ────────────────────────────────────────────────────────────────────────

function withForms(token) {
  return [token, ...formsOf(token.toString()).map((form) => token.clone(() => form))];
}

lunr.Pipeline.registerFunction(withForms, "forms-of-words");

const add = lunr.Builder.prototype.add;
lunr.Builder.prototype.add = function (...entry) {
  this.pipeline.remove(withForms); // so that it stands there once, and last
  this.pipeline.add(withForms);
  return add.apply(this, entry);
};

// ── out of the index ──────────────────────────────────────────────────────────────────────

lunr.Index.prototype.search = function (text) {
  const asked = new Map();
  const found = this.query((query) => {
    new lunr.QueryParser(text, query).parse();
    for (const { term, fields, presence } of [...query.clauses]) {
      const word = term.replaceAll("*", "");
      if (presence !== lunr.Query.presence.OPTIONAL) continue; // asked for letter by letter
      for (const form of formsOf(word)) {
        asked.set(form, [...(asked.get(form) ?? []), word]);
        const wildcard = lunr.Query.wildcard[form.startsWith(KEY) ? "TRAILING" : "NONE"];
        query.clause({ term: form, fields, wildcard, usePipeline: false, boost: 0.5 });
      }
    }
  });
  return found.map((one) => ({ ...one, matchData: { metadata: told(one.matchData, asked) } }));
};

// What was found, under the words that were asked for; each place once.
function told({ metadata }, asked) {
  const seen = new Set();
  const result = {};
  for (const [term, fields] of Object.entries(metadata)) {
    for (const word of FORMS.test(term) ? wordsFor(term, asked) : [term]) {
      result[word] ??= {};
      for (const [field, { position }] of Object.entries(fields)) {
        const places = position.filter((place) => !seen.has(`${field} ${place}`));
        places.forEach((place) => seen.add(`${field} ${place}`));
        result[word][field] ??= { position: [] };
        result[word][field].position.push(...places);
      }
    }
  }
  return result;
}

function wordsFor(term, asked) {
  const words = [...asked].filter(([form]) =>
    form.startsWith(KEY) ? term.startsWith(form) : term === form,
  );
  return [...new Set(words.flatMap(([, from]) => from))];
}
