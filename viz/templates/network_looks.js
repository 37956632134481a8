"use strict";

// How nodes and lines look: as they are, near what is selected, and when an actor leaves.
function makeLooks(data) {
  const LOST = "#B3261E", ALONE = "#9A6700", SLATE = "#44546A";
  const axes = Object.fromEntries(data.axes.map((axis) => [axis.id, axis]));
  const most = Math.max(1, ...data.funds.map((fund) => fund.group === "national" ? 0 : fund.amount || 0));
  const FUNDS = { local: false, loan: [12, 5], share: [3, 4], unknown: [2, 6], national: [10, 4, 2, 4] };

  // A role that only actions tell adds nothing to the line of one that a list states.
  function roleLine(links) {
    const sure = (link) => link.stated ?? link.written;
    const stated = links.filter(sure);
    const types = new Set((stated.length ? stated : links).map((link) => link.type));
    const line = data.lines[stated.length ? "stated" : "deduced"][types.size > 1 ? "both" : [...types][0]];
    return { ...line, colour: axes[data.objectives[links[0].objective].axis].fill };
  }

  const lines = {
    objectifs: roleLine,
    actions: roleLine,
    acteurs: ([pair]) => {
      const width = Math.min(1 + 0.75 * (pair.shared.length - 1), 10);
      return { width, active: width + 0.6, dashes: false, opacity: Math.min(0.25 + 0.07 * pair.shared.length, 0.8), colour: SLATE };
    },
    financeurs: (funds) => {
      const fund = funds[0];
      const width = fund.group === "national" ? 1.6 : 1.4 + 10 * Math.sqrt((fund.amount || 0) / most);
      return { width, active: width, dashes: FUNDS[fund.group], opacity: 0.6, colour: SLATE };
    },
  };

  function edge(view, id, links, { selected, near, leaving }) {
    if (links.length === 0) return { id, hidden: true };
    const line = lines[view](links);
    const [from, to] = [links[0].from, links[0].to];
    const gone = leaving !== null && (from === leaving || to === leaving);
    const active = near !== null && (gone || (leaving === null && (from === selected || to === selected)));
    const opacity = near === null ? line.opacity : active ? 1 : 0.05;
    return { id, hidden: false, width: active ? line.active : line.width, dashes: gone ? [2, 5] : line.dashes, color: { color: gone ? LOST : line.colour, opacity } };
  }

  // What a departure does to a node, or nothing: no pilot or nobody left, one actor left, cut off.
  function fate(lost, id) {
    const found = lost?.get(id);
    if (!found) return {};
    const worst = found !== "seul";
    return { borderWidth: 4, color: { background: worst ? "#FBE4E2" : "#FFF3D6", border: worst ? LOST : ALONE }, shapeProperties: { borderDashes: worst ? [7, 4] : [2, 3] } };
  }

  function node(look, { selected, near, lost, visible, hint }) {
    const faded = near !== null && !near.has(look.id);
    const font = faded ? { color: "rgba(27,39,51,0.16)", strokeColor: "rgba(255,255,255,0)" } : { color: look.font.color, strokeColor: look.font.strokeColor || "#fff" };
    const bare = { color: look.color, shapeProperties: look.shapeProperties };
    return { id: look.id, x: look.x, y: look.y, ...(look.size ? { size: look.size } : {}), title: hint, hidden: !visible, opacity: faded ? 0.13 : 1, ...bare, borderWidth: look.id === selected ? 4 : look.borderWidth || 0, font: { ...look.font, ...font }, ...fate(lost, look.id) };
  }

  return { edge, node, line: (view, links) => lines[view](links), LOST, ALONE };
}
