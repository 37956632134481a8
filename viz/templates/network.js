"use strict";

(() => {
  const data = unpack(readJson("data"));
  const drawing = readJson("network");
  const options = JSON.parse(drawing.options);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = window.matchMedia("(max-width: 900px)").matches;
  const stages = Object.fromEntries(data.views.map((view) => [view.id, view]));
  narrowLabels();
  const ties = makeTies(data);
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const network = new vis.Network(byId("canvas"), { nodes, edges }, options);
  const filters = makeFilters(data);
  const views = makeViews(data, ties, filters);
  const looks = makeLooks(data);
  const departure = makeDeparture(data, select);
  const panel = makePanel(data, ties, { go: select, visible: isVisible, reset, clear, showDeduced, departure: leavingPart, pairs: pairsOf });
  const search = makeSearch(data, ties, select);
  const image = makeImage(data, byId("source").textContent);
  const table = makeTable(data, select);
  const address = makeAddress(state, restore);
  let view = "objectifs", selected = null, leaving = null;
  let shown = { nodes: new Set(), links: [], count: "", leftOut: "" };
  let groups = [];
  let moved = false, ready = false;

  // Places were computed for the widths of common fonts; where this computer's font is wider, labels are drawn smaller.
  function narrowLabels() {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `100px ${data.sample.font}`;
    const ratio = Math.min(1, data.sample.width / pen.measureText(data.sample.text).width);
    data.views.forEach((stage) => stage.nodes.forEach((node) => { node.font.size = Math.floor(node.font.size * ratio * 10) / 10; }));
  }

  function hint(id) {
    const actor = data.actors[id];
    if (!actor) return (data.objectives[id] || data.actions[id] || data.sources[id] || data.funded[id])?.label;
    return `${actor.label}${actor.generic ? " (générique)" : ""}\n${ties.reach(id)}`;
  }

  // Views

  function group(links) {
    const found = new Map();
    links.forEach((link) => {
      const key = JSON.stringify([link.from, link.to]);
      if (found.has(key)) found.get(key).push(link);
      else found.set(key, [link]);
    });
    return [...found.values()];
  }

  // Stated ties last, and of these the pilots', so that their lines lie over the others.
  function layers(found) {
    const sure = (links) => links.some((link) => link.stated ?? link.written ?? true);
    const rank = (links) => 2 * sure(links) + links.some((link) => link.type === "PILOTS");
    return view === "acteurs" || view === "financeurs" ? found : found.sort((a, b) => rank(a) - rank(b));
  }

  function lay(links) {
    groups = layers(group(links));
    edges.clear();
    edges.add(groups.map((found, id) => ({ id, from: found[0].from, to: found[0].to, arrows: "", hidden: true, ...amount(found) })));
  }

  // An amount stands on a line only where its source has several; else the box of the source says it.
  function amount(found) {
    const fund = found[0];
    if (view !== "financeurs" || fund.amount === null || data.funds.filter((other) => other.source === fund.source && other.amount !== null).length < 2) return {};
    return { label: fund.text, font: { size: 11, align: "horizontal", color: "#1b2733", strokeWidth: 4, strokeColor: "#fff" } };
  }

  function show(id) {
    view = stages[id] ? id : "objectifs";
    nodes.clear();
    nodes.add(stages[view].nodes.map((node) => ({ ...node, hidden: true })));
    if (views.all(view)) lay(views.all(view));
    document.querySelectorAll("#views [data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === view)));
    document.querySelectorAll("[data-for]").forEach((part) => { part.hidden = !part.dataset.for.split(" ").includes(view); });
    byId("title").textContent = document.title = heading();
    byId("canvas").setAttribute("aria-label", `Carte\u00a0: ${stages[view].label}. Son contenu se lit aussi dans la recherche, le panneau de détail et le tableau.`);
  }

  const heading = () => `${stages[view].question}\u00a0? ${data.names}`.trim();

  function go(id) {
    show(id);
    filter();
    panel.refresh();
    fit();
    address.push();
  }

  // Filters

  function filter() {
    shown = views.kept(view);
    if (!views.all(view)) lay(shown.links);
    byId("count").textContent = shown.count;
    byId("empty").hidden = shown.nodes.size > 0;
    byId("left-out").hidden = !shown.leftOut;
    byId("left-out-text").textContent = shown.leftOut;
    byId("single-label").textContent = view === "actions" ? "Acteurs liés à une seule action" : "Acteurs liés à un seul objectif";
    draw();
  }

  function filtered() {
    filter();
    panel.refresh();
    address.push();
  }

  // Roles read in actions, on or off: actors come or go, so the whole is framed again.
  function turnDeduced() {
    filter();
    search.refresh();
    panel.refresh();
    fit(neighbours() ? [...neighbours()] : undefined);
    address.push();
  }

  function showDeduced(id) {
    ties.turn(true);
    turnDeduced();
    select(id);
  }

  function showLeftOut() {
    if (view === "acteurs" && filters.single()) byId("threshold").value = Math.max(1, shown.least - 1);
    filters.showSingle();
    filtered();
    fit();
  }

  function isVisible(id) {
    return shown.nodes.has(id);
  }

  // Drawing

  function draw() {
    const kept = new Set(shown.links.map(keyOf));
    const how = { selected, near: neighbours(), leaving, lost: leaving === null ? null : departure.lost(leaving) };
    nodes.update(stages[view].nodes.map((node) => node.heading ? headingLook(node) : looks.node(placed(node), { ...how, visible: isVisible(node.id), hint: hint(node.id) })));
    edges.update(groups.map((links, id) => looks.edge(view, id, links.filter((link) => kept.has(keyOf(link))), how)));
    if (!byId("table").hidden) table.show(view, shown.links, touches);
  }

  const keyOf = (link) => link.rank ??= newRank();
  let ranks = 0;
  const newRank = () => ranks++;
  const touches = (link) => selected !== null && (link.from === selected || link.to === selected);

  function placed(node) {
    return view === "objectifs" && ties.turned() ? { ...node, ...data.turned[node.id] } : node;
  }

  function headingLook(node) {
    const group = Object.keys(data.groups).find((id) => data.groups[id] === node.heading);
    return { id: node.id, hidden: !shown.links.some((link) => link.group === group), font: node.font };
  }

  function neighbours() {
    if (leaving !== null) return new Set([leaving, ...departure.lost(leaving).keys(), ...shown.links.filter(touches).flatMap((link) => [link.from, link.to])]);
    if (selected === null || !isVisible(selected)) return null;
    const near = new Set([selected]);
    shown.links.filter(touches).forEach((link) => near.add(link.from === selected ? link.to : link.from));
    return near;
  }

  function pairsOf() {
    return view === "acteurs" ? shown.links : [];
  }

  // Selection

  function select(id) {
    if (!panel.show(id)) return;
    selected = id;
    leaving = null;
    panel.refresh();
    draw();
    if (isVisible(id)) fit([...neighbours()]);
    byId("detail").focus({ preventScroll: !narrow });
    address.push();
  }

  function leavingPart(id) {
    return departure.part(id, leaving === id, () => {
      leaving = leaving === id ? null : id;
      selected = id;
      panel.refresh();
      draw();
      fit([...neighbours() || []].filter(isVisible));
      byId("leave").focus();
      address.push();
    });
  }

  function clear() {
    selected = leaving = null;
    panel.showHelp();
    draw();
    fit();
    address.push();
  }

  function reset() {
    search.clear();
    filters.reset();
    byId("threshold").value = views.usual;
    selected = leaving = null;
    filter();
    panel.showHelp();
    fit();
    address.push();
  }

  // Address

  function state() {
    const least = byId("threshold").value;
    return {
      vue: view === "objectifs" ? "" : view, choix: selected, depart: leaving !== null, cherche: byId("search").value, filtres: filters.encode(),
      seuil: Number(least) === views.usual ? "" : least, tableau: !byId("table").hidden,
    };
  }

  function restore(wanted) {
    filters.decode(wanted.filtres);
    byId("threshold").value = wanted.seuil || views.usual;
    search.set(wanted.cherche);
    byId("table").hidden = !wanted.tableau;
    byId("as-table").setAttribute("aria-pressed", String(wanted.tableau));
    show(wanted.vue || "objectifs");
    selected = wanted.choix !== null && panel.show(wanted.choix) ? wanted.choix : null;
    leaving = selected !== null && wanted.depart && data.departures[selected] ? selected : null;
    if (selected === null) panel.showHelp();
    filter();
    panel.refresh();
    fit(neighbours() ? [...neighbours()] : undefined);
  }

  // View

  function fit(ids) {
    moved = ids !== undefined && ids.length > 0;
    const wanted = (moved ? ids : [...shown.nodes]).filter(isVisible);
    const extra = moved ? [] : stages[view].nodes.filter((node) => node.heading).map((node) => node.id);
    const frame = framing(network, wanted.length ? [...wanted, ...extra] : [...shown.nodes], byId("canvas"));
    if (frame) network.moveTo({ ...frame, animation: calm || !ready ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
  }

  function zoom(factor) {
    moved = true;
    network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: !calm && { duration: 150 } });
  }

  function showMap(yes) {
    byId("table").hidden = yes;
    byId("as-table").setAttribute("aria-pressed", String(!yes));
    draw();
    if (!yes) byId("table").focus();
    address.push();
  }

  function save(kind) {
    const visible = (item) => !item.hidden;
    const relevant = (box) => !box.closest("[data-for]") || box.closest("[data-for]").dataset.for.includes(view);
    const who = selected === null ? "" : leaving === null ? `Mis en avant\u00a0: ${hint(selected).split("\n")[0]}.` : `Et si «\u00a0${hint(leaving).split("\n")[0]}\u00a0» part\u00a0: ${data.departures[leaving].says[0]}`;
    const told = filters.inWords(relevant);
    const texts = [who, `${shown.count}.`, told ? `Filtres – ${told}.` : "", shown.leftOut, byId("notice")?.textContent || ""];
    return image.save({ view, title: heading(), network, nodes: nodes.get().filter(visible), edges: edges.get().filter(visible), texts }, kind);
  }

  function listen() {
    network.on("click", (event) => {
      const id = event.nodes.find((found) => shown.nodes.has(found));
      if (id !== undefined) select(id);
      else if (selected !== null) clear();
    });
    network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
    network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
    network.on("zoom", () => { moved = true; });
    network.on("dragEnd", () => { moved = true; });
    network.on("resize", () => { if (!moved) setTimeout(fit); });
    document.querySelectorAll("[data-filter]").forEach((box) => box.addEventListener("change", box.id === "deduced" ? turnDeduced : filtered));
    document.querySelectorAll("[data-colour]").forEach((swatch) => { swatch.style.color = swatch.dataset.colour; });
    document.querySelectorAll("#views [data-view]").forEach((button) => button.addEventListener("click", () => go(button.dataset.view)));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { search.clear(); clear(); } });
    byId("threshold").addEventListener("change", () => { filtered(); fit(); });
    byId("search").addEventListener("input", () => address.replace());
    byId("left-out-show").addEventListener("click", showLeftOut);
    byId("reset").addEventListener("click", reset);
    byId("as-table").addEventListener("click", () => showMap(!byId("table").hidden));
    byId("as-image").addEventListener("click", () => save("png"));
    byId("as-svg").addEventListener("click", () => save("svg"));
    byId("zoom-in").addEventListener("click", () => zoom(1.3));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", () => fit());
  }

  byId("canvas").firstElementChild.tabIndex = -1; // vis-network would take the focus and do nothing with it
  byId("threshold").value = views.usual;
  byId("filters").open = !narrow;
  listen();
  restore(address.decode());
  network.once("afterDrawing", () => { fit(neighbours() ? [...neighbours()] : undefined); ready = true; performance.mark("maillage drawn"); });
  window.maillage = { network, select, clear, reset, go, shown: () => ({ nodes: [...shown.nodes], ties: shown.links.length }), selected: () => selected, links: () => shown.links, leaving: () => leaving };
})();
