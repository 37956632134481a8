"use strict";

// Search over objectives and actors, with all the mentions of each; every word typed must be found.
function makeSearch(data, ties, go) {
  const SHOWN = 12;
  const field = byId("search");
  const list = byId("results");
  const status = byId("found");
  const entries = [
    ...Object.entries(data.objectives).map(([id, objective]) => ({ id, label: objective.label, kind: objective.noun, texts: [objective.label] })),
    ...Object.entries(data.actors).map(([id, actor]) => ({ id, label: actor.label, kind: "acteur", texts: [actor.label, ...actor.aliases] })),
    ...Object.entries(data.actions).map(([id, action]) => ({ id, label: action.label, kind: "action", texts: [action.label] })),
    ...Object.entries(data.sources).map(([id, source]) => ({ id, label: source.label, kind: "source de financement", texts: [source.label] })),
    ...Object.entries(data.funded).filter(([id]) => !data.objectives[id] && !data.actions[id] && !data.actors[id])
      .map(([id, found]) => ({ id, label: found.label, kind: found.noun, texts: [found.label] })),
  ].map((entry) => ({ ...entry, folded: entry.texts.map(fold) }));

  function match(entry, words) {
    const at = entry.folded.findIndex((text) => words.every((word) => text.includes(word)));
    if (at < 0) return null;
    const text = entry.folded[at];
    const rank = text.startsWith(words[0]) ? 0 : text.includes(` ${words[0]}`) ? 1 : 2;
    return { ...entry, rank, mention: at > 0 ? entry.texts[at] : null };
  }

  function search() {
    const words = fold(field.value).split(" ").filter(Boolean);
    status.hidden = words.length === 0;
    if (words.length === 0) return list.replaceChildren();
    const found = entries.map((entry) => match(entry, words)).filter(Boolean);
    const order = (entry) => data.objectives[entry.id] || data.actors[entry.id] ? 0 : 1;
    found.sort((a, b) => a.rank - b.rank || order(a) - order(b) || a.label.localeCompare(b.label, "fr", { numeric: true }));
    status.textContent = message(found.length);
    return list.replaceChildren(...found.slice(0, SHOWN).map(row));
  }

  function message(number) {
    if (number === 0) return `Aucun résultat pour «\u00a0${field.value.trim()}\u00a0»`;
    return counted(number, "résultat") + (number > SHOWN ? `, les ${SHOWN} premiers ci-dessous` : "");
  }

  function row(entry) {
    const notes = [entry.kind, entry.mention && `écrit «\u00a0${entry.mention}\u00a0»`, absence(entry.id)];
    const note = notes.filter(Boolean).join(", ");
    const button = element("button", { type: "button", class: "row", "data-go": entry.id, onclick: () => go(entry.id) }, entry.label, element("small", {}, note));
    return element("li", {}, button);
  }

  // Why an actor that is found is not on the map.
  function absence(id) {
    const actor = data.actors[id];
    if (!actor || !isEmpty(ties.of(id))) return "";
    return ties.onlyDeduced(id) ? "dans des actions seulement" : isEmpty(actor.cited) ? "" : "cité dans des actions";
  }

  function set(words) {
    field.value = words;
    search();
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector("button")?.click();
  });
  return { set, clear: () => set(""), refresh: search };
}
