"use strict";

// The map as it stands (view, filters, selection) as a picture to keep: title, legend, filters in words, source, date.
function makeImage(data, source) {
  const WIDTH = 2400, MARGIN = 50;
  const font = getComputedStyle(document.body).fontFamily;
  const legend = makeLegend(data, font);

  // `seen`: view, title, network, nodes and edges that are shown, and sentences for the foot.
  function compose(seen) {
    const bounds = extent(seen.network, seen.nodes.map((node) => node.id));
    const room = WIDTH - 2 * MARGIN;
    const scale = Math.min(room / bounds.width, 1.15 * WIDTH / bounds.height, 4);
    const title = legend.wrapped(seen.title, room, 40, 600);
    const head = 50 + 48 * title.length, tall = Math.max(bounds.height * scale, 240) + 2 * MARGIN;
    const foot = legend.draw(seen.view, [...seen.texts, source], room);
    const height = Math.round(head + tall + foot.height + 20);
    const middle = `translate(${WIDTH / 2} ${fixed(head + tall / 2)}) scale(${scale.toFixed(4)}) translate(${fixed(-bounds.x)} ${fixed(-bounds.y)})`;
    return svgNode("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, "font-family": font.replaceAll('"', "'"), role: "img" },
      svgNode("title", {}, seen.title), svgNode("desc", {}, [...seen.texts, source].filter(Boolean).join(" ")),
      svgNode("rect", { width: WIDTH, height, fill: "#fff" }), svgNode("rect", { width: WIDTH, height: head, fill: "#16334d" }),
      title.map((line, rank) => svgText(line, MARGIN, 62 + 48 * rank, 40, { fill: "#fff", "font-weight": 600 })),
      svgNode("g", { transform: middle }, svgMap(seen)),
      svgNode("line", { x1: MARGIN, x2: WIDTH - MARGIN, y1: fixed(head + tall), y2: fixed(head + tall), stroke: "#d5dce4", "stroke-width": 2 }),
      svgNode("g", { transform: `translate(${MARGIN} ${fixed(head + tall + 10)})` }, foot.group));
  }

  async function png(svg) {
    const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = element("canvas", { width: image.width, height: image.height });
    canvas.getContext("2d").drawImage(image, 0, 0);
    URL.revokeObjectURL(url);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  async function save(seen, kind) {
    const svg = new XMLSerializer().serializeToString(compose(seen));
    const blob = kind === "png" ? await png(svg) : new Blob([svg], { type: "image/svg+xml" });
    const name = fold(seen.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80) || "carte";
    const link = element("a", { href: URL.createObjectURL(blob), download: `${name}.${kind}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  return { save, compose };
}
