// Light or dark as the reader chose, set before anything is painted; without a choice, as the system says.
"use strict";

const root = document.documentElement;
const system = window.matchMedia("(prefers-color-scheme: dark)");

function remembered(write) {
  try {
    if (write) localStorage.setItem("theme", write);
    return localStorage.getItem("theme");
  } catch {
    return null; // storage is switched off: the choice lasts for this page
  }
}

const known = remembered();
if (known === "dark" || known === "light") root.dataset.theme = known;

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remembered(root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
});
