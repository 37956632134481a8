"use strict";

(() => {
  const data = readJson("data");
  const drawing = readJson("network");
  const options = JSON.parse(drawing.options);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  narrowLabels();
  const ties = makeTies(data);
  const nodes = new vis.DataSet(drawing.nodes.map((node) => ({ ...node, title: hint(node.id) })));
  const edges = new vis.DataSet(drawing.edges.map((edge, id) => ({ ...edge, id })));
  const looks = new Map(drawing.nodes.map((node) => [node.id, node]));
  const tiesOfPair = groupTies();
  const network = new vis.Network(byId("canvas"), { nodes, edges }, options);
  const filters = makeFilters(data, ties);
  const panel = makePanel(data, ties, { go: select, visible: isVisible, reset, clear, showDeduced });
  const search = makeSearch(data, ties, select);
  const image = makeImage(data, document.title, byId("source").textContent);
  let selected = null;
  let shown = { nodes: new Set(), ties: new Set() };
  let moved = false;
  let ready = false;

  function hint(id) {
    const objective = data.objectives[id];
    if (objective) return objective.label;
    const actor = data.actors[id];
    return `${actor.label}${actor.generic ? " (générique)" : ""}\n${ties.reach(id)}`;
  }

  // Places were computed for the widths of common fonts; where this computer's font is wider, labels are drawn smaller.
  function narrowLabels() {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `100px ${data.sample.font}`;
    const ratio = Math.min(1, data.sample.width / pen.measureText(data.sample.text).width);
    drawing.nodes.forEach((node) => { node.font.size = Math.floor(node.font.size * ratio * 10) / 10; });
  }

  function groupTies() {
    const groups = new Map();
    data.ties.forEach((tie, rank) => {
      const key = JSON.stringify([tie.actor, tie.objective]);
      groups.set(key, [...(groups.get(key) || []), rank]);
    });
    return groups;
  }

  const pairOf = (edge) => tiesOfPair.get(JSON.stringify([edge.from, edge.to]));

  // Filters

  function filter() {
    const kept = filters.kept();
    shown = { nodes: new Set([...kept.objectives, ...kept.actors]), ties: kept.ties };
    byId("count").textContent = `${tally(data, kept.objectives, ", ")}, ${counted(kept.actors.length, "acteur")}, ${counted(kept.ties.size, "lien")} affichés`;
    byId("empty").hidden = shown.nodes.size > 0;
    document.querySelectorAll("tr[data-tie]").forEach((row) => { row.hidden = !kept.ties.has(Number(row.dataset.tie)); });
    draw();
  }

  // Roles read in actions, on or off: actors come or go, so the whole is framed again.
  function turnDeduced() {
    filter();
    search.refresh();
    panel.refresh();
    fit(neighbours() ? [...neighbours()] : undefined);
  }

  function showDeduced(id) {
    ties.turn(true);
    turnDeduced();
    select(id);
  }

  function isVisible(id) {
    return shown.nodes.has(id);
  }

  // Drawing

  function draw() {
    const near = neighbours();
    nodes.update(drawing.nodes.map((node) => nodeLook(node, near)));
    edges.update(drawing.edges.map((edge, id) => edgeLook(edge, id, near)));
    document.querySelectorAll("tr[data-tie]").forEach((row) => {
      const tie = data.ties[Number(row.dataset.tie)];
      row.classList.toggle("near", selected !== null && (tie.actor === selected || tie.objective === selected));
    });
  }

  function neighbours() {
    if (selected === null || !isVisible(selected)) return null;
    const near = new Set([selected]);
    for (const rank of shown.ties) {
      const tie = data.ties[rank];
      if (tie.actor === selected) near.add(tie.objective);
      if (tie.objective === selected) near.add(tie.actor);
    }
    return near;
  }

  function nodeLook(node, near) {
    const look = looks.get(node.id);
    const faded = near !== null && !near.has(node.id);
    const font = faded ? { color: "rgba(27,39,51,0.16)", strokeColor: "rgba(255,255,255,0)" } : { color: look.font.color, strokeColor: look.font.strokeColor || "#fff" };
    const place = { x: look.x, y: look.y, size: look.size, ...(ties.turned() ? data.turned[node.id] : {}) };
    return { id: node.id, ...place, title: hint(node.id), hidden: !isVisible(node.id), opacity: faded ? 0.13 : 1, borderWidth: node.id === selected ? 4 : look.borderWidth, font: { ...look.font, ...font } };
  }

  // A role that only actions tell adds nothing to the line of one that a list states.
  function edgeLook(edge, id, near) {
    const kept = pairOf(edge).filter((rank) => shown.ties.has(rank)).map((rank) => data.ties[rank]);
    if (kept.length === 0) return { id, hidden: true };
    const stated = kept.filter((tie) => tie.stated);
    const types = new Set((stated.length ? stated : kept).map((tie) => tie.type));
    const line = data.lines[stated.length ? "stated" : "deduced"][types.size > 1 ? "both" : [...types][0]];
    const active = near !== null && (edge.from === selected || edge.to === selected);
    const opacity = near === null ? line.opacity : active ? 1 : 0.05;
    return { id, hidden: false, width: active ? line.active : line.width, dashes: line.dashes, color: { color: edge.color, opacity } };
  }

  // Selection

  function kindLabel(actor) {
    return data.kinds[actor.kind] || actor.kind.replace(/^./u, (first) => first.toUpperCase()) || "Type non précisé";
  }

  function select(id) {
    if (!data.objectives[id] && !data.actors[id]) return;
    selected = looks.has(id) ? id : null;
    if (data.objectives[id]) panel.showObjective(id);
    else panel.showActor(id, kindLabel(data.actors[id]));
    draw();
    if (selected !== null && isVisible(id)) fit([...neighbours()]);
    byId("detail").focus({ preventScroll: true });
  }

  function clear() {
    selected = null;
    panel.showHelp();
    draw();
    fit();
  }

  function reset() {
    search.clear();
    filters.reset();
    selected = null;
    filter();
    panel.showHelp();
    fit();
  }

  // View

  function fit(ids) {
    moved = ids !== undefined;
    const view = framing(network, (ids || [...shown.nodes]).filter(isVisible), byId("canvas"));
    if (view) network.moveTo({ ...view, animation: calm || !ready ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
  }

  function zoom(factor) {
    moved = true;
    network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: !calm && { duration: 150 } });
  }

  function showMap(yes) {
    byId("table").hidden = yes;
    byId("as-table").setAttribute("aria-pressed", String(!yes));
  }

  function sortTable(head) {
    const rows = [...document.querySelectorAll("tr[data-tie]")];
    const column = head.cellIndex;
    const descending = head.getAttribute("aria-sort") === "ascending";
    const text = (row) => row.cells[column].textContent.trim();
    rows.sort((a, b) => text(a).localeCompare(text(b), "fr", { numeric: true }) * (descending ? -1 : 1));
    document.querySelector("#table tbody").append(...rows);
    document.querySelectorAll("th[aria-sort]").forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  function listen() {
    network.on("click", (event) => (event.nodes.length ? select(event.nodes[0]) : selected !== null && clear()));
    network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
    network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
    network.on("zoom", () => { moved = true; });
    network.on("dragEnd", () => { moved = true; });
    network.on("resize", () => { if (!moved) setTimeout(fit); });
    document.querySelectorAll("[data-filter]").forEach((box) => box.addEventListener("change", box.id === "deduced" ? turnDeduced : filter));
    document.querySelectorAll("[data-colour]").forEach((swatch) => { swatch.style.color = swatch.dataset.colour; });
    document.querySelectorAll("#table [data-go]").forEach((link) => link.addEventListener("click", () => select(link.dataset.go)));
    document.querySelectorAll("th[aria-sort]").forEach((head) => head.firstElementChild.addEventListener("click", () => sortTable(head)));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { search.clear(); clear(); } });
    byId("reset").addEventListener("click", reset);
    byId("as-table").addEventListener("click", () => showMap(!byId("table").hidden));
    byId("as-image").addEventListener("click", () => image.save(nodes.get(), edges.get(), options, { network, ids: [...shown.nodes] }));
    byId("zoom-in").addEventListener("click", () => zoom(1.3));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", () => fit());
  }

  byId("canvas").firstElementChild.tabIndex = -1; // vis-network would take the focus and do nothing with it
  listen();
  filter();
  panel.showHelp();
  fit();
  network.once("afterDrawing", () => { fit(); ready = true; });
  window.maillage = { network, select, clear, reset, shown: () => ({ nodes: [...shown.nodes], ties: shown.ties.size }), selected: () => selected };
})();
