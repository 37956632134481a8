"use strict";

(() => {
  const data = readJson("data");
  const drawing = readJson("network");
  const options = JSON.parse(drawing.options);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  narrowLabels();
  const nodes = new vis.DataSet(drawing.nodes.map((node) => ({ ...node, title: hint(node.id) })));
  const edges = new vis.DataSet(drawing.edges.map((edge, id) => ({ ...edge, id })));
  const looks = new Map(drawing.nodes.map((node) => [node.id, node]));
  const tiesOfPair = groupTies();
  const network = new vis.Network(byId("canvas"), { nodes, edges }, options);
  const panel = makePanel(data, { go: select, visible: isVisible, reset, clear });
  const search = makeSearch(data, select);
  const image = makeImage(data, document.title, byId("source").textContent);
  let selected = null;
  let shown = { nodes: new Set(), ties: new Set() };
  let moved = false;
  let ready = false;

  function hint(id) {
    const objective = data.objectives[id];
    if (objective) return objective.label;
    const actor = data.actors[id];
    return `${actor.label}${actor.generic ? " (générique)" : ""}\n${counted(actor.objectives, "objectif")}`;
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

  function checked(group) {
    const boxes = [...document.querySelectorAll(`[data-filter=${group}]`)];
    return { any: boxes.length === 0, all: boxes.every((box) => box.checked), values: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) };
  }

  function objectiveFilter() {
    const axis = checked("axis"), theme = checked("theme"), status = checked("status");
    const statuses = (objective) => isEmpty(objective.actions) ? ["aucune"] : objective.actions.map((group) => group.status);
    return (id) => {
      const objective = data.objectives[id];
      return axis.values.has(objective.axis) && (theme.any || theme.values.has(objective.theme || ""))
        && (status.any || statuses(objective).some((value) => status.values.has(value)));
    };
  }

  function actorFilter() {
    const kind = checked("kind"), single = checked("single").values.size, generic = checked("generic").values.size;
    return (id) => {
      const actor = data.actors[id];
      return (kind.any || kind.values.has(actor.kind)) && (single || actor.objectives !== 1) && (generic || !actor.generic);
    };
  }

  function filter() {
    const objectives = data.order.filter(objectiveFilter());
    const keptObjectives = new Set(objectives);
    const types = checked("type").values;
    const keepActor = actorFilter();
    const ties = new Set();
    data.ties.forEach((tie, rank) => {
      if (types.has(tie.type) && keptObjectives.has(tie.objective) && keepActor(tie.actor)) ties.add(rank);
    });
    const actors = new Set([...ties].map((rank) => data.ties[rank].actor));
    shown = { nodes: new Set([...objectives, ...actors]), ties };
    byId("count").textContent = `${counted(objectives.length, "objectif")}, ${counted(actors.size, "acteur")}, ${counted(ties.size, "lien")} affichés`;
    byId("empty").hidden = shown.nodes.size > 0;
    document.querySelectorAll("tr[data-tie]").forEach((row) => { row.hidden = !ties.has(Number(row.dataset.tie)); });
    draw();
  }

  function isVisible(id) {
    return shown.nodes.has(id);
  }

  // Drawing

  function draw() {
    const near = neighbours();
    nodes.update(drawing.nodes.map((node) => nodeLook(node, near)));
    edges.update(drawing.edges.map((edge, id) => edgeLook(edge, id)));
    document.querySelectorAll("tr[data-tie]").forEach((row) => {
      const tie = data.ties[Number(row.dataset.tie)];
      row.classList.toggle("near", selected !== null && (tie.actor === selected || tie.objective === selected));
    });
  }

  function neighbours() {
    if (selected === null) return null;
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
    return { id: node.id, hidden: !isVisible(node.id), opacity: faded ? 0.13 : 1, borderWidth: node.id === selected ? 4 : look.borderWidth, font: { ...look.font, ...font } };
  }

  function edgeLook(edge, id) {
    const types = new Set(pairOf(edge).filter((rank) => shown.ties.has(rank)).map((rank) => data.ties[rank].type));
    const pilot = types.has("PILOTS"), partner = types.has("PARTNERS");
    const active = selected !== null && (edge.from === selected || edge.to === selected);
    const opacity = selected === null ? (pilot ? 0.9 : 0.5) : active ? 1 : 0.05;
    const width = pilot ? (partner ? 3.2 : 2.6) : active ? 1.9 : 1.1;
    return { id, hidden: types.size === 0, width, dashes: pilot ? (partner ? [14, 4] : false) : [4, 4], color: { color: edge.color, opacity } };
  }

  // Selection

  function kindLabel(actor) {
    const box = [...document.querySelectorAll("[data-filter=kind]")].find((input) => input.value === actor.kind);
    return box ? box.parentElement.textContent.trim() : actor.kind || "Type non précisé";
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
    document.querySelectorAll("[data-filter]").forEach((box) => { box.checked = true; });
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
    document.querySelectorAll("[data-filter]").forEach((box) => box.addEventListener("change", filter));
    document.querySelectorAll("[data-colour]").forEach((swatch) => { swatch.style.background = swatch.dataset.colour; });
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
