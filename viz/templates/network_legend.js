"use strict";

// The legend of a picture, row by row, in the words and signs of the page's own; each item says how wide it is.
function makeLegend(data, font) {
  const pen = element("canvas").getContext("2d");
  const SIZE = 21, ROW = 36, GAP = 34;

  function width(text, size = SIZE, weight = 400) {
    pen.font = `${weight} ${size}px ${font}`;
    return pen.measureText(text).width;
  }

  function wrapped(text, room, size, weight) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (lines.at(-1) && width(longer, size, weight) > room) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  const swatch = (axis) => ({ sign: svgNode("rect", { x: 2, y: -17, width: 20, height: 20, rx: 3, fill: axis.hollow ? "#fff" : axis.fill, stroke: axis.fill, "stroke-width": 4 }), wide: 34, text: axis.label });

  // What the boxes leave out of the map is not in its legend.
  function drawn(found) {
    if (found.querySelector("#deduced-legend")) return !byId("deduced").offsetParent || byId("deduced").checked;
    return found.querySelector("input")?.checked ?? true;
  }

  // The lines and shapes of the page's own legend, as far as this view has them.
  function signs(selector) {
    return [...document.querySelectorAll(selector)].filter((found) => !found.closest("[hidden]") && found.querySelector("svg") && drawn(found)).map((found) => {
      const picture = found.querySelector("svg");
      const [left, , across] = picture.getAttribute("viewBox").split(" ").map(Number);
      const box = picture.getAttribute("viewBox").split(" ").map(Number);
      const scale = picture.classList.contains("symbol") ? 1.4 : 1.8;
      const inner = [...picture.childNodes].map((node) => node.cloneNode(true));
      const sign = svgNode("g", { transform: `translate(${-left * scale} ${-7 - (box[1] + box[3] / 2) * scale}) scale(${scale})` }, inner);
      return { sign, wide: across * scale + 10, text: found.querySelector("span").textContent.trim() };
    });
  }

  function flow(items, room, top) {
    let x = 0, y = top;
    const drawn = items.map((item) => {
      const lines = wrapped(item.text, room - item.wide, SIZE);
      const across = item.wide + Math.max(...lines.map((line) => width(line)));
      if (x > 0 && x + across > room) [x, y] = [0, y + ROW];
      const part = svgNode("g", { transform: `translate(${fixed(x)} ${y})` }, item.sign, lines.map((line, rank) => svgText(line, item.wide, rank * 26, SIZE)));
      x += across + GAP;
      y += (lines.length - 1) * 26;
      return part;
    });
    return { drawn, bottom: items.length ? y + ROW : top };
  }

  // `texts`: sentences below the signs. Answers the group and its height.
  function draw(view, texts, room) {
    const parts = [];
    let y = 26;
    const rows = view === "financeurs" || view === "acteurs" ? [] : [data.axes.map(swatch)];
    for (const items of [...rows, signs("#tools [data-lines]"), view === "financeurs" ? [] : signs("#tools .kinds .check")]) {
      const found = flow(items, room, y);
      parts.push(found.drawn);
      y = found.bottom;
    }
    for (const text of texts.filter(Boolean)) {
      for (const line of wrapped(text, room, SIZE)) {
        parts.push(svgText(line, 0, y, SIZE, { fill: "#51606f" }));
        y += 29;
      }
    }
    return { group: svgNode("g", {}, parts), height: y };
  }

  return { draw, wrapped };
}
