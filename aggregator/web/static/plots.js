// Draws each figure's table as an SVG above it; without this file the tables are the plots.
"use strict";

const INK = "currentColor";
const TONES = { positive: "var(--positive)", mixed: "var(--mixed)", negative: "var(--negative)" };
const POSITIVE_FROM = 60;
const NEGATIVE_BELOW = 40;
const FULL = [0, 100];
const NARROW = 480;
const LONGEST_NAME = 24;

const number = (text) => (text?.trim() ? Number(text.replace("−", "-").replaceAll(",", "")) : NaN);
const tone = (score) => (score >= POSITIVE_FROM ? TONES.positive : score < NEGATIVE_BELOW ? TONES.negative : TONES.mixed);
const tip = { fill: "var(--card)", stroke: "var(--line)", fontSize: 12 };

// The rows of the table behind a figure: the text of the heading, the numbers of the other cells.
function table(figure) {
  const named = figure.dataset.table;
  const place = named ? document.getElementById(named) : figure;
  return Array.from(place.querySelectorAll("tbody tr"), (row) => {
    const [head, ...cells] = row.cells;
    return {
      name: head.textContent.trim(),
      at: new Date(head.querySelector("time")?.dateTime ?? NaN),
      values: cells.map((cell) => number(cell.textContent)),
    };
  });
}

const DRAW = {
  histogram(figure, width) {
    const read = table(figure);
    const bins = read.map(({ values: [count] }, at) => ({
      from: (100 * at) / read.length, to: (100 * (at + 1)) / read.length, count,
    }));
    const [mean, low, high] = ["mean", "low", "high"].map((name) => number(figure.dataset[name]));
    const marks = [
      Plot.rectY(bins, {
        x1: "from", x2: "to", y: "count", fill: (bin) => tone(bin.from), fillOpacity: 0.78, inset: 1.5, rx: 2,
        className: "bars",
      }),
      Plot.ruleY([0], { stroke: "var(--line)" }),
    ];
    if (low < high) marks.unshift(Plot.rectX([0], { x1: low, x2: high, fill: INK, fillOpacity: 0.09 }));
    if (mean >= 0) marks.push(Plot.ruleX([mean], { stroke: INK, strokeWidth: 1.5, strokeDasharray: "4 3" }));
    marks.push(
      Plot.text(bins, {
        filter: "count", x: (bin) => (bin.from + bin.to) / 2, y: "count", text: "count", dy: -7, fill: INK, fontWeight: 600,
        stroke: "var(--card)", strokeWidth: 4,
      }),
    );
    return Plot.plot({
      width, height: 190, marginTop: 22, marginBottom: 26, marginLeft: 10, marginRight: 16,
      x: { domain: FULL, ticks: width < NARROW ? 5 : 10, label: null, tickSize: 3 },
      y: { axis: null },
      marks,
    });
  },

  course(figure, width) {
    const points = table(figure).filter(({ at }) => !Number.isNaN(at.getTime()))
      .map(({ name, at, values: [score, mean] }) => ({ at, score, mean, label: `${name}: ${score}\nmean so far ${mean}` }));
    const many = points.length > 150;
    return Plot.plot({
      width, height: 240, marginLeft: 30, marginRight: 12, marginTop: 12, marginBottom: 36,
      x: { type: "utc", label: null, ticks: width < NARROW ? 4 : 8, tickSize: 3 },
      y: { domain: FULL, ticks: [0, 20, 40, 60, 80, 100], label: null, tickSize: 0 },
      marks: [
        Plot.gridY([0, 20, 40, 60, 80, 100], { stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.dot(points, { x: "at", y: "score", r: many ? 2.5 : 4, fill: ({ score }) => tone(score), fillOpacity: many ? 0.5 : 0.75, className: "dots" }),
        Plot.line(points, { x: "at", y: "mean", stroke: INK, strokeWidth: 2, curve: "step-after" }),
        Plot.tip(points, Plot.pointer({ x: "at", y: "score", title: "label", ...tip })),
      ],
    });
  },

  recorded(figure, width) {
    const days = table(figure).map(({ name, at, values: [mean, scored] }) => ({
      at, mean, label: `${name}: ${mean} of ${scored} scores`,
    })).filter(({ mean }) => mean >= 0);
    return Plot.plot({
      width, height: 160, marginLeft: 30, marginRight: 12, marginTop: 12, marginBottom: 36,
      x: { type: "utc", label: null, ticks: width < NARROW ? 4 : 8, tickSize: 3 },
      y: { domain: FULL, ticks: [0, 50, 100], label: null, tickSize: 0 },
      marks: [
        Plot.gridY([0, 50, 100], { stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.line(days, { x: "at", y: "mean", stroke: "var(--accent)", strokeWidth: 2, curve: "step-after" }),
        Plot.dot(days, { x: "at", y: "mean", fill: "var(--accent)", r: 3, className: "dots" }),
        Plot.tip(days, Plot.pointer({ x: "at", y: "mean", title: "label", ...tip })),
      ],
    });
  },

  scatter(figure, width) {
    const films = table(figure).map(({ name, values: [one, other] }) => ({ one, other, label: `${name}\n${one} and ${other}` }))
      .filter(({ one, other }) => one >= 0 && other >= 0);
    const side = Math.min(width, 440);
    return Plot.plot({
      width: side, height: side, marginLeft: 44, marginBottom: 40, marginTop: 14, marginRight: 14,
      x: { domain: FULL, label: `${figure.dataset.one} →`, labelAnchor: "center", ticks: 5, tickSize: 3 },
      y: { domain: FULL, label: `↑ ${figure.dataset.other}`, labelAnchor: "center", ticks: 5, tickSize: 3 },
      marks: [
        Plot.frame({ stroke: "var(--line)" }),
        Plot.line([[0, 0], [100, 100]], { stroke: INK, strokeDasharray: "4 3", strokeOpacity: 0.6 }),
        Plot.dot(films, { x: "one", y: "other", r: films.length > 200 ? 3 : 5, fill: "var(--accent)", fillOpacity: 0.6, className: "dots" }),
        Plot.tip(films, Plot.pointer({ x: "one", y: "other", title: "label", ...tip })),
      ],
    });
  },

  matrix(figure, width) {
    const read = table(figure);
    const names = read.map(({ name }) => name);
    const cells = read.flatMap(({ name, values }) => values.map((value, at) => ({
      one: name, other: names[at], value, label: `${name} and ${names[at]}: ${value}`,
    }))).filter(({ value }) => !Number.isNaN(value));
    const short = (name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
    const longest = 16 + 7 * Math.max(...names.map((name) => short(name).length));
    const side = Math.max(30, Math.min(52, (width - longest - 10) / names.length));
    return Plot.plot({
      width: longest + names.length * side + 10, height: longest + names.length * side + 10,
      marginLeft: longest, marginTop: longest, marginRight: 10, marginBottom: 10, padding: 0.06,
      x: { domain: names, tickFormat: short, axis: "top", tickRotate: -90, label: null, tickSize: 0 },
      y: { domain: names, tickFormat: short, label: null, tickSize: 0 },
      marks: [
        Plot.cell(cells, { x: "other", y: "one", fill: ({ value }) => (value < 0 ? TONES.negative : TONES.positive), fillOpacity: (cell) => 0.06 + 0.54 * Math.abs(cell.value), rx: 3 }),
        Plot.text(cells, { x: "other", y: "one", text: (cell) => cell.value.toFixed(1).replace("-", "−"), fill: INK }),
        Plot.tip(cells, Plot.pointer({ x: "other", y: "one", title: "label", ...tip })),
      ],
    });
  },
};

// Title and description are named from inside <defs>: there no browser shows them as a tooltip over the marks.
function named(svg, figure, key) {
  const make = (tag, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    element.id = `${key}-${tag}`;
    element.textContent = text;
    return element;
  };
  const parts = [make("title", figure.querySelector("figcaption").textContent.trim()), make("desc", figure.dataset.desc)];
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label"); // parts of one image
  const place = document.createElementNS("http://www.w3.org/2000/svg", "defs");
  place.append(...parts);
  svg.prepend(place);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", parts[0].id);
  svg.setAttribute("aria-describedby", parts[1].id);
  return svg;
}

function draw(figure, key) {
  const place = figure.querySelector(".canvas");
  const width = Math.floor(place.clientWidth);
  if (!width || place.dataset.width === String(width)) return;
  place.dataset.width = String(width);
  place.replaceChildren(named(DRAW[figure.dataset.plot](figure, width), figure, key));
}

for (const [index, figure] of document.querySelectorAll("figure[data-plot]").entries()) {
  const redraw = () => draw(figure, `plot-${index}`);
  new ResizeObserver(() => requestAnimationFrame(redraw)).observe(figure);
  redraw();
}
