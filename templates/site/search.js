// The search box of the archive. What a reader types is folded as the index was: FOLDING stands above,
// made of the data of the language. Opened as a file there is no search, and the list is whole.
"use strict";

const letterKey = (letter) => FOLDING.keys[letter] ?? letter.toLowerCase();
const fold = (text) => Array.from(text, letterKey).join("");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
const length = (text) => Array.from(text).length;

function* chain(word, shorter) {
  for (let form = word; form !== undefined; form = shorter(form)) yield form;
}

function beheaded(word) {
  for (const [affixes, least] of [[FOLDING.articles, FOLDING.least], [FOLDING.particles, FOLDING.least_bare]]) {
    const worn = affixes.find((affix) => word.startsWith(affix) && length(word) - length(affix) >= least);
    if (worn !== undefined) return word.slice(worn.length);
  }
  return undefined;
}

function shortened(word) {
  const worn = FOLDING.endings.find((end) => word.endsWith(end) && length(word) - length(end) >= FOLDING.least);
  return worn === undefined ? undefined : word.slice(0, -worn.length);
}

// The word, and with ever less written onto it, the longest first.
function formsOf(word) {
  const found = new Set();
  for (const head of chain(word, beheaded)) for (const form of chain(head, shortened)) found.add(form);
  return [...found].sort((one, other) => length(other) - length(one));
}

const APART = "\u241E";
const WITHIN = "\u241F";
const MOST_SHOWN = 20;
const MOST_HITS = 2;

// Which issues hold a word: in which of its forms the longest, and how late they are.
async function holders(pagefind, forms, isTyped) {
  const asked = forms.map((form) => `"${form}"`);
  if (isTyped) asked.push(forms[0]); // without quotes: words that begin so
  const best = new Map();
  for (const [depth, question] of asked.entries()) {
    const answer = await pagefind.search(question, { sort: { date: "desc" } });
    for (const one of answer.results) if (!best.has(one.id)) best.set(one.id, { one, depth });
  }
  return best;
}

async function issuesFor(pagefind, asked) {
  const sets = [];
  for (const [at, forms] of asked.entries()) sets.push(await holders(pagefind, forms, at === asked.length - 1));
  const [first, ...others] = sets;
  return [...first.entries()]
    .filter(([id]) => others.every((set) => set.has(id)))
    .map(([id, { one, depth }]) => ({ one, depth: others.reduce((sum, set) => sum + set.get(id).depth, depth) }))
    .sort((one, other) => one.depth - other.depth || other.one.score - one.one.score);
}

// Which of the asked words a word is, -1 where it is none.
function askedFor(word, asked) {
  const forms = formsOf(word);
  const typed = asked.length - 1;
  return asked.findIndex((wanted, at) => wanted.some((form) => forms.includes(form)) || (at === typed && word.startsWith(wanted[0])));
}

// The pieces of a text, each told which asked word it is, if any.
function pieces(text, asked) {
  return text.split(/(\s+)/u).map((piece) => {
    const hit = wordsOf(piece).map((word) => askedFor(word, asked)).find((at) => at >= 0);
    return { piece, hit: hit ?? -1 };
  });
}

function hitsOf(told, asked) {
  return told.split(APART).map((passage, place) => {
    const [part, title, text] = passage.split(WITHIN);
    const shown = pieces(text ?? "", asked);
    const count = new Set(shown.map(({ hit }) => hit).filter((at) => at >= 0)).size;
    return { part, title, shown, count, place };
  }).filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.place - other.place)
    .slice(0, MOST_HITS);
}

function made(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

function link(href, ...inside) {
  const element = made("a", "", ...inside);
  element.href = href;
  return element;
}

// The word without the signs around it.
function marked(piece) {
  const [, before, word, after] = piece.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/u);
  return [before, made("mark", "", word), after];
}

function hitShown(hit, meta) {
  const text = hit.shown.flatMap(({ piece, hit: at }) => (at < 0 ? [piece] : marked(piece)));
  const line = made("span", "", ...text);
  line.dir = "auto";
  const href = meta.page ? `${meta.page}#${hit.part}` : meta.issue;
  return made("p", "hit", link(href, made("span", "hit-part", hit.title), line));
}

function resultShown(meta, asked, said) {
  const title = link(meta.issue, meta.title);
  const head = made("p", "result-title", title);
  if (meta.withdrawn) title.append(made("span", "badge", said.withdrawn));
  title.append(made("span", "result-date", meta.date));
  return made("li", "result", head, ...hitsOf(meta.told, asked).map((hit) => hitShown(hit, meta)));
}

function start(form) {
  const [found, list, count, results] = ["found", "list", "count", "results"].map((id) => document.getElementById(id));
  const said = form.dataset;
  const box = form.elements.namedItem("q");
  const bundle = new URL("../pagefind/pagefind.js", document.currentScript.src).href;
  let loaded;
  let asking = 0;
  let waiting;

  const load = () => (loaded ??= import(bundle));

  function show(isSearch) {
    found.hidden = !isSearch;
    list.hidden = isSearch;
  }

  async function ask() {
    const now = ++asking;
    const asked = wordsOf(box.value).map(formsOf);
    history.replaceState(null, "", asked.length ? `?q=${encodeURIComponent(box.value.trim())}` : location.pathname);
    if (!asked.length) return show(false);
    try {
      const issues = await issuesFor(await load(), asked);
      const shown = await Promise.all(issues.slice(0, MOST_SHOWN).map(({ one }) => one.data()));
      if (now !== asking) return undefined;
      count.textContent = issues.length ? said.found.replace("{n}", String(issues.length)) : said.none;
      results.replaceChildren(...shown.map(({ meta }) => resultShown(meta, asked, said)));
      results.dataset.asked = box.value;
      return show(true);
    } catch (error) {
      loaded = undefined;
      count.textContent = said.failed;
      results.replaceChildren();
      show(true);
      list.hidden = false;
      throw error;
    }
  }

  form.hidden = false;
  box.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.value = "";
    void ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void ask();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    box.value = asked;
    void ask();
  }
}

if (location.protocol.startsWith("http")) start(document.getElementById("search"));
