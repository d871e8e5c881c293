// Suggestions below the search box while one types; without this file the box sends its words to /search.
"use strict";

const box = document.getElementById("q");
const list = document.getElementById("hits");
const WAIT = 120;
let timer = 0;
let asked = 0;
let chosen = -1;

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", "hits");
box.setAttribute("aria-expanded", "false");

function close() {
  list.hidden = true;
  list.replaceChildren();
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function choose(index) {
  const rows = list.children;
  if (!rows.length) return;
  chosen = (index + rows.length) % rows.length;
  for (const [at, row] of Array.from(rows).entries()) row.setAttribute("aria-selected", String(at === chosen));
  box.setAttribute("aria-activedescendant", rows[chosen].id);
}

function span(text, name) {
  const element = document.createElement("span");
  element.textContent = text;
  if (name) element.className = name;
  return element;
}

function show(hits) {
  close();
  for (const [at, hit] of hits.entries()) {
    const row = document.createElement("li");
    row.id = `hit-${at}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.path = hit.path;
    row.append(span(hit.name), span([hit.kind, hit.detail].filter(Boolean).join(", "), "note"));
    list.append(row);
  }
  list.hidden = !hits.length;
  box.setAttribute("aria-expanded", String(hits.length > 0));
}

async function ask() {
  const words = box.value.trim();
  const turn = ++asked;
  if (!words) return close();
  try {
    const answer = await fetch(`/api/v1/search?limit=8&q=${encodeURIComponent(words)}`);
    const found = answer.ok ? (await answer.json()).hits : [];
    if (turn === asked && document.activeElement === box) show(found);
  } catch {
    close();
  }
}

function go(row) {
  if (row && row.dataset.path.startsWith("/")) window.location.assign(row.dataset.path);
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (list.hidden) return;
    event.preventDefault();
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    go(list.children[chosen]);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close();
  }
});
box.addEventListener("blur", () => setTimeout(close, 150));
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => go(event.target.closest("li")));
