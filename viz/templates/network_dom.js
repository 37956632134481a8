"use strict";

// Every text goes into the page through here as text, never as markup.
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (name === "colour") node.style.borderLeftColor = value;
    else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const byId = (id) => document.getElementById(id);

const readJson = (id) => JSON.parse(byId(id).textContent);

// Texts that come back are written once, and referred to by their rank.
function unpack({ texts, value }) {
  function whole(part) {
    if (part === null || typeof part !== "object") return part;
    if (Array.isArray(part)) return part.map(whole);
    if (typeof part.$ === "number") return texts[part.$];
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, whole(inner)]));
  }
  return whole(value);
}

// The form under which texts are compared: no accent, case, ligature, or kind of apostrophe or dash.
function fold(text) {
  const plain = text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/[’‘ʼ´]/g, "'").replace(/[‐‑–—]/g, "-");
  return plain.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

// In French, 0 and 1 are singular.
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("fr-FR")}\u00a0${number < 2 ? one : many}`;
}

const isEmpty = (list) => !list || list.length === 0;

// A list under a heading; nothing where there is nothing to list.
function section(title, items, className = "rows") {
  if (isEmpty(items)) return [];
  return [element("h3", {}, title), element("ul", { class: className }, items.map((item) => element("li", {}, item)))];
}

function folded(title, items, className = "plain") {
  if (isEmpty(items)) return [];
  const list = element("ul", { class: className }, items.map((item) => element("li", {}, item)));
  return [element("details", {}, element("summary", {}, title), list)];
}

// Where to look from so that these nodes, with their labels, fill the frame; vis-network's own fit leaves wide margins.
function framing(network, ids, frame) {
  if (ids.length === 0) return null;
  const MARGIN = 14, LARGEST = 1.6;
  const { x, y, width, height } = extent(network, ids);
  const largest = LARGEST * Math.max(1, frame.clientWidth / 1400);
  const scale = Math.min((frame.clientWidth - 2 * MARGIN) / width, (frame.clientHeight - 2 * MARGIN) / height, largest);
  return { position: { x, y }, scale: Math.max(scale, 0.05) };
}

// Middle and size of what these nodes take up, labels included.
function extent(network, ids) {
  if (ids.length === 0) return { x: 0, y: 0, width: 1, height: 1, ratio: 0.6 };
  const boxes = ids.map((id) => network.getBoundingBox(id));
  const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const width = Math.max(right - left, 1), height = Math.max(bottom - top, 1);
  return { x: (left + right) / 2, y: (top + bottom) / 2, width, height, ratio: height / width };
}
