// Suggestions below the search box while one types; without this file the box sends its words to /search.
"use strict";

const box = document.getElementById("q");
const list = document.getElementById("hits");
const said = document.getElementById("hits-said");
const WAIT = 90;
const MOST = 8;
let timer = 0;
let asking = null;
let chosen = -1;

for (const [name, value] of [
  ["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "hits"], ["aria-expanded", "false"], ["aria-haspopup", "listbox"],
]) box.setAttribute(name, value);

function close(words = "") {
  list.hidden = true;
  list.replaceChildren();
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
  said.textContent = words;
}

function choose(index) {
  const rows = list.children;
  if (!rows.length) return;
  chosen = (index + rows.length) % rows.length;
  for (const [at, row] of Array.from(rows).entries()) row.setAttribute("aria-selected", String(at === chosen));
  box.setAttribute("aria-activedescendant", rows[chosen].id);
  rows[chosen].scrollIntoView({ block: "nearest" });
}

function text(tag, words, name) {
  const element = document.createElement(tag);
  element.textContent = words;
  if (name) element.className = name;
  return element;
}

function marked(name, words) {
  const place = document.createElement("bdi");
  const at = name.toLocaleLowerCase().indexOf(words.toLocaleLowerCase());
  if (at < 0) {
    place.textContent = name;
  } else {
    place.append(name.slice(0, at), text("mark", name.slice(at, at + words.length)), name.slice(at + words.length));
  }
  return place;
}

function option(path, ...parts) {
  const row = document.createElement("li");
  row.id = `hit-${list.children.length}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  row.dataset.path = path;
  row.append(...parts);
  list.append(row);
  return row;
}

function show(hits, words) {
  close();
  for (const hit of hits) {
    option(hit.path, text("span", hit.kind, "kind"), marked(hit.name, words), text("span", hit.detail, "note"));
  }
  if (hits.length) option(`/search?q=${encodeURIComponent(words)}`, `All that is found for “${words}”`).className = "all";
  list.hidden = !hits.length;
  box.setAttribute("aria-expanded", String(hits.length > 0));
  said.textContent = hits.length ? `${hits.length} suggestions` : "Nothing is called anything like that";
}

async function ask() {
  const words = box.value.trim();
  asking?.abort();
  if (!words) return close();
  const turn = (asking = new AbortController());
  try {
    const answer = await fetch(`/api/v1/search?limit=${MOST}&q=${encodeURIComponent(words)}`, { signal: turn.signal });
    const found = answer.ok ? (await answer.json()).hits : [];
    if (turn === asking && document.activeElement === box) show(found, words);
  } catch (error) {
    if (error.name !== "AbortError") close("Suggestions cannot be had now; press Enter to search");
  }
}

function go(row) {
  if (row && /^\/(?!\/)/.test(row.dataset.path)) window.location.assign(row.dataset.path);
}

const KEYS = {
  ArrowDown: () => (list.hidden ? ask() : choose(chosen + 1)),
  ArrowUp: () => (list.hidden ? ask() : choose(chosen < 0 ? -1 : chosen - 1)),
  Escape: () => close(),
};

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    go(list.children[chosen]);
  } else if (event.key in KEYS && !(event.key === "Escape" && list.hidden)) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
box.addEventListener("blur", () => setTimeout(close, 150));
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => go(event.target.closest("li")));
