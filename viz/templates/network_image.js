"use strict";

// The map as it stands (filters and selection), drawn large, with its title, its legend and its source.
function makeImage(data, title, source) {
  const note = byId("notice")?.textContent;
  const WIDTH = 2400, HEAD = 96, FOOT = note ? 274 : 240;

  function draw(nodes, edges, options, seen, height) {
    const box = element("div");
    box.style.cssText = `position:fixed;left:-9999px;top:0;width:${WIDTH}px;height:${height}px`;
    document.body.append(box);
    return new Promise((done) => {
      const network = new vis.Network(box, { nodes, edges }, { ...options, autoResize: false });
      if (seen.ids.length) network.moveTo({ ...framing(seen.network, seen.ids, box), animation: false });
      network.once("afterDrawing", () => setTimeout(() => {
        const picture = compose(box.querySelector("canvas"), height);
        network.destroy();
        box.remove();
        done(picture);
      }));
      network.redraw();
    });
  }

  function compose(map, height) {
    const canvas = element("canvas", { width: WIDTH, height: height + HEAD + FOOT });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, WIDTH, canvas.height);
    pen.drawImage(map, 0, HEAD, WIDTH, height);
    pen.fillStyle = "#16334d";
    pen.fillRect(0, 0, WIDTH, HEAD);
    write(pen, title, 40, 60, 40, "#fff", "600", WIDTH - 80);
    legend(pen, HEAD + height + 40);
    return canvas;
  }

  function legend(pen, top) {
    const step = (WIDTH - 80) / Math.max(data.axes.length, 1);
    data.axes.forEach((axis, rank) => {
      pen.strokeStyle = pen.fillStyle = axis.fill;
      pen.lineWidth = 4;
      if (!axis.hollow) pen.fillRect(40 + rank * step, top - 20, 24, 24);
      pen.strokeRect(42 + rank * step, top - 18, 20, 20);
      write(pen, shorten(pen, axis.label, step - 60, 22), 74 + rank * step, top, 22, "#1b2733", "400");
    });
    line(pen, 40, top + 40, 6, [], "pilote");
    line(pen, 260, top + 40, 3, [10, 8], "partenaire");
    line(pen, 530, top + 40, 7, [26, 8], "pilote et partenaire");
    deduced(pen, 900, top + 40);
    kinds(pen, top + 88);
    write(pen, `${byId("count").textContent}. ${source}`, 40, top + 174, 22, "#51606f", "400", WIDTH - 80);
    if (note) write(pen, note, 40, top + 208, 22, "#51606f", "400", WIDTH - 80);
  }

  // Said only where such ties are drawn, in the words of the page's own legend.
  function deduced(pen, x, y) {
    if (!byId("deduced")?.checked) return;
    line(pen, x, y - 7, 7, [7, 14], "");
    line(pen, x, y + 7, 4, [4, 14], byId("deduced-legend").textContent.trim(), 1);
  }

  // The shapes are those of the page's own legend.
  function kinds(pen, y) {
    const labels = [...document.querySelectorAll("#tools .check")].filter((label) => label.querySelector(".symbol"));
    const columns = Math.max(Math.ceil(labels.length / 2), 1);
    const step = (WIDTH - 80) / columns;
    labels.forEach((label, rank) => {
      const left = 54 + (rank % columns) * step, middle = y + Math.floor(rank / columns) * 38;
      const path = label.querySelector("path");
      pen.save();
      pen.translate(left, middle - 7);
      pen.scale(1.5, 1.5);
      pen.lineWidth = 1.4;
      pen.fillStyle = path.getAttribute("fill");
      pen.strokeStyle = path.getAttribute("stroke");
      pen.fill(new Path2D(path.getAttribute("d")));
      pen.stroke(new Path2D(path.getAttribute("d")));
      pen.restore();
      write(pen, shorten(pen, label.textContent.trim(), step - 60, 22), left + 22, middle, 22, "#1b2733", "400");
    });
  }

  function line(pen, x, y, width, dashes, label, below = 8) {
    pen.strokeStyle = "#44546a";
    pen.lineWidth = width;
    pen.setLineDash(dashes);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 80, y);
    pen.stroke();
    pen.setLineDash([]);
    write(pen, label, x + 94, y + below, 22, "#1b2733", "400");
  }

  function write(pen, text, x, y, size, colour, weight, width) {
    pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y, width);
  }

  function shorten(pen, text, width, size) {
    pen.font = `400 ${size}px ${getComputedStyle(document.body).fontFamily}`;
    if (pen.measureText(text).width <= width) return text;
    let end = text.length;
    while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
    return `${text.slice(0, end).trimEnd()}…`;
  }

  // `seen`: the network on screen, which alone knows how large its labels are, and the ids that it shows.
  async function save(nodes, edges, options, seen) {
    const height = Math.round(WIDTH * Math.min(1.1, Math.max(0.4, extent(seen.network, seen.ids).ratio)));
    const canvas = await draw(nodes, edges, options, seen, height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const name = fold(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80) || "carte";
    const link = element("a", { href: URL.createObjectURL(blob), download: `${name}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  return { save };
}
