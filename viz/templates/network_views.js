"use strict";

// Each view: its links (`from`, `to`), which of them the filters leave, and how they are counted.
function makeViews(data, ties, filters) {
  const MOST_LINES = 150;
  const nouns = { objectifs: "objectif", actions: "action" };
  const links = {
    objectifs: data.ties.map((tie) => ({ ...tie, from: tie.actor, to: tie.objective })),
    actions: data.action_ties.map((tie) => ({ ...tie, from: tie.actor, to: tie.action })),
    financeurs: data.funds.map((fund) => ({ ...fund, from: fund.source, to: fund.funded })),
  };
  const threshold = byId("threshold");
  const usual = usualThreshold();

  function reachIn(rows) {
    const found = new Map();
    rows.forEach((row) => found.set(row.from, (found.get(row.from) || new Set()).add(row.to)));
    return (id) => found.get(id).size;
  }

  // Links of actors and targets, without the actors of one target where the box says so; `left` counts those.
  function roles(rows, keepTarget) {
    const keepActor = filters.actor(), keepTie = filters.tie();
    const reach = reachIn(rows);
    const kept = rows.filter((row) => keepTie(row) && keepTarget(row.to) && keepActor(row.from));
    if (filters.single()) return { rows: kept, left: 0 };
    const single = new Set(kept.map((row) => row.from).filter((id) => reach(id) === 1));
    return { rows: kept.filter((row) => !single.has(row.from)), left: single.size };
  }

  function objectifs() {
    const targets = data.order.filter(filters.objective());
    const within = new Set(targets);
    const { rows, left } = roles(links.objectifs.filter(ties.counts), (id) => within.has(id));
    return { links: rows, targets, left, actors: distinct(rows, "from") };
  }

  function actions() {
    const { rows, left } = roles(links.actions, filters.action());
    return { links: rows, targets: distinct(rows, "to"), left, actors: distinct(rows, "from") };
  }

  function distinct(rows, end) {
    return [...new Set(rows.map((row) => row[end]))];
  }

  // Every two actors that share a target, with the targets that they share.
  function pairs(rows) {
    const at = new Map(), found = new Map();
    const actors = distinct(rows, "from").sort();
    const rank = new Map(actors.map((id, place) => [id, place]));
    rows.forEach((row) => at.set(row.to, (at.get(row.to) || new Set()).add(rank.get(row.from))));
    for (const [target, together] of at) {
      const ranks = [...together].sort((a, b) => a - b);
      ranks.forEach((one, place) => {
        for (const other of ranks.slice(place + 1)) {
          const key = one * actors.length + other;
          if (found.has(key)) found.get(key).push(target);
          else found.set(key, [target]);
        }
      });
    }
    return [...found].map(([key, shared]) => ({ from: actors[Math.floor(key / actors.length)], to: actors[key % actors.length], shared }));
  }

  function usualThreshold() {
    const sizes = pairs(links.objectifs.filter(ties.counts)).map((pair) => pair.shared.length);
    let least = 1;
    while (sizes.filter((size) => size >= least).length > MOST_LINES) least += 1;
    return least;
  }

  function acteurs() {
    const least = Math.max(1, Number(threshold.value) || usual);
    const base = objectifs();
    const rows = pairs(base.links).filter((pair) => pair.shared.length >= least).sort((a, b) => a.shared.length - b.shared.length);
    const actors = [...new Set(rows.flatMap((pair) => [pair.from, pair.to]))];
    return { links: rows, targets: [], actors, left: base.actors.length - actors.length + base.left, least };
  }

  function financeurs() {
    const group = filters.group(), document = filters.told(), target = filters.funded();
    const rows = links.financeurs.filter((row) => group(row.group) && document(row) && target(row.to));
    return { links: rows, targets: distinct(rows, "to"), actors: distinct(rows, "from"), left: 0 };
  }

  const number = (kept) => [counted(kept.actors.length, "acteur"), counted(kept.links.length, "lien")].join(", ");
  const counts = {
    objectifs: (kept) => `${tally(data, kept.targets, ", ")}, ${number(kept)} affichés`,
    actions: (kept) => `${counted(kept.targets.length, "action")}, ${number(kept)} affichés`,
    acteurs: (kept) => `${number(kept)} affichés, à partir de ${counted(kept.least, "objectif commun", "objectifs communs")}`,
    financeurs: (kept) => `${counted(kept.actors.length, "source")}, ${counted(kept.links.length, "financement")} affichés`,
  };

  // What is not drawn though the filters would have it, in words.
  function leftOut(id, kept) {
    if (kept.left === 0) return "";
    const who = counted(kept.left, "acteur");
    const verb = kept.left < 2 ? "n’est pas dessiné" : "ne sont pas dessinés";
    if (id === "acteurs") return `${who} qui ne ${kept.left < 2 ? "partage" : "partagent"} pas tant d’objectifs avec un autre ${verb}.`;
    return `${who} d’${id === "actions" ? "une seule" : "un seul"} ${nouns[id]} ${verb}.`;
  }

  const kept = { objectifs, actions, acteurs, financeurs };
  return {
    usual, links,
    kept: (id) => {
      const found = kept[id]();
      return { ...found, nodes: new Set([...found.targets, ...found.actors]), count: counts[id](found), leftOut: leftOut(id, found) };
    },
    // All that a view can draw a line for: its lines are then shown and hidden; pairs of actors are made anew.
    all: (id) => id === "acteurs" ? null : links[id],
  };
}
