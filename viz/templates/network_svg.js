"use strict";

// SVG elements, and the map as it stands on screen drawn with them: the very places, looks and labels.
const svgNode = (tag, attributes, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== "") node.setAttribute(name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return node;
};

const svgText = (content, x, y, size, attributes = {}) => svgNode("text", { x, y, "font-size": size, fill: "#1b2733", ...attributes }, content);

const SHAPES = {
  square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  triangle: (r) => polygon([[0, -r * 1.1], [r, r * 0.78], [-r, r * 0.78]]),
  triangleDown: (r) => polygon([[0, r * 1.1], [r, -r * 0.78], [-r, -r * 0.78]]),
  diamond: (r) => polygon([[0, -r], [r, 0], [0, r], [-r, 0]]),
  hexagon: (r) => polygon([0, 1, 2, 3, 4, 5].map((k) => [r * Math.cos(k * Math.PI / 3), r * Math.sin(k * Math.PI / 3)])),
  star: (r) => polygon([...Array(10).keys()].map((k) => {
    const reach = r * 0.82 * (k % 2 ? 0.5 : 1.3);
    return [reach * Math.sin(k * Math.PI / 5), r * 0.1 - reach * Math.cos(k * Math.PI / 5)];
  })),
  dot: (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0 ${r} ${r} 0 1 1 ${-r} 0Z`,
};
const fixed = (number) => String(Math.round(number * 10) / 10);
const polygon = (points) => `M${points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join("L")}Z`;
const dashes = (pattern) => Array.isArray(pattern) ? pattern.join(" ") : null;

// `state`: network, nodes and edges as vis-network has them, only those that are shown.
function svgMap({ network, nodes, edges }) {
  const places = network.getPositions();

  function label(node, x, top, middle) {
    const lines = String(node.label).split("\n");
    const size = node.font.size;
    const halo = node.font.strokeWidth ? { stroke: "#fff", "stroke-width": node.font.strokeWidth, "paint-order": "stroke", "stroke-linejoin": "round" } : {};
    const first = top !== null ? top + size * 0.82 : middle - (lines.length - 1) * size / 2 + size * 0.34;
    return svgNode("text", { "font-size": size, "text-anchor": "middle", fill: "#1b2733", ...halo },
      lines.map((line, rank) => svgNode("tspan", { x: fixed(x), y: fixed(first + rank * size) }, line)));
  }

  function box(node, { x, y }) {
    const { width, height } = network.body.nodes[node.id].shape;
    const rect = svgNode("rect", { x: fixed(x - width / 2), y: fixed(y - height / 2), width: fixed(width), height: fixed(height),
      rx: node.shapeProperties.borderRadius ?? 6, fill: node.color.background, stroke: node.color.border, "stroke-width": node.borderWidth, "stroke-dasharray": dashes(node.shapeProperties.borderDashes) });
    return [rect, label(node, x, null, y)];
  }

  function mark(node, { x, y }) {
    const path = svgNode("path", { d: (SHAPES[node.shape] || SHAPES.dot)(node.size), transform: `translate(${fixed(x)} ${fixed(y)})`, fill: node.color.background,
      stroke: node.color.border, "stroke-width": node.borderWidth, "stroke-dasharray": dashes(node.shapeProperties.borderDashes) });
    return [path, label(node, x, y + node.size + 2, null)];
  }

  function drawn(node) {
    const place = places[node.id];
    const parts = node.shape === "text" ? label(node, place.x, null, place.y) : node.shape === "box" ? box(node, place) : mark(node, place);
    return svgNode("g", { opacity: node.opacity < 1 ? node.opacity : null }, parts);
  }

  function line(edge) {
    const [a, b] = [places[edge.from], places[edge.to]];
    const path = svgNode("line", { x1: fixed(a.x), y1: fixed(a.y), x2: fixed(b.x), y2: fixed(b.y), stroke: edge.color.color, "stroke-width": edge.width, "stroke-opacity": edge.color.opacity, "stroke-dasharray": dashes(edge.dashes) });
    if (!edge.label) return path;
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    return [path, svgText(edge.label, fixed(x), fixed(y + 4), 11, { "text-anchor": "middle", stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" })];
  }

  return svgNode("g", {}, edges.map(line), nodes.map(drawn));
}
