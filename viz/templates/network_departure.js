"use strict";

// "Et si cet acteur part ?": what was computed for each actor, told in the panel and drawn on the map.
function makeDeparture(data, go) {
  const FATES = [["sans pilote", "pilote"], ["sans acteur", "acteur"], ["sous objectif", "pilote"], ["à un acteur", "seul"], ["sans source", "argent"], ["sans prêteur", "argent"], ["détaché", "coupé"]];

  // Which nodes lose what; the worst of several counts.
  function lost(id) {
    const found = new Map();
    for (const row of data.departures[id]?.rows || []) {
      const fate = FATES.find(([words]) => row.nature.includes(words))[1];
      if (!found.has(row.id)) found.set(row.id, fate);
    }
    return found;
  }

  function name(id) {
    return (data.objectives[id] || data.actions[id] || data.sources[id] || data.actors[id])?.label;
  }

  function row(item) {
    const note = item.note ? element("small", {}, item.note) : null;
    if (!name(item.id)) return element("div", { class: "row" }, item.title, note);
    return element("button", { type: "button", class: "row", "data-go": item.id, onclick: () => go(item.id) }, name(item.id), note);
  }

  function groups(rows) {
    const natures = [...new Set(rows.map((item) => item.nature))];
    return natures.flatMap((nature) => {
      const found = rows.filter((item) => item.nature === nature);
      return folded(`${nature.replace(/^./u, (first) => first.toUpperCase())} (${found.length})`, found.map(row), "rows");
    });
  }

  function key() {
    return element("p", { class: "quiet" }, "Sur la carte\u00a0: ", element("span", { class: "fate worst" }, "bord rouge en tirets"), ", plus de pilote, plus d’acteur, ou coupé du reste\u00a0; ",
      element("span", { class: "fate single" }, "bord brun en pointillés"), ", un seul acteur reste\u00a0; lignes rouges pointillées, les liens qui partent.");
  }

  // The button, and what happens where it is pressed.
  function part(id, pressed, toggle) {
    const told = data.departures[id];
    if (!told) return [];
    const button = element("button", { type: "button", id: "leave", "aria-pressed": String(pressed), onclick: toggle }, "Et si cet acteur part\u00a0?");
    const buttons = element("div", { class: "buttons" }, button);
    if (!pressed) return [buttons];
    return [buttons, element("div", { class: "departure" }, element("ul", { class: "plain" }, told.says.map((text) => element("li", {}, text))), groups(told.rows), isEmpty(told.rows) ? [] : key())];
  }

  return { part, lost };
}
