"use strict";

// What the right-hand panel says where nothing is selected: how to use the map, and its key figures.
function helpPanel(data, ties, button, summary) {
  // Where a plan has no objective, its axes are what is counted.
  const goals = [data.order.filter((id) => data.objectives[id].noun === "objectif"), data.order].find((ids) => !isEmpty(ids)) || [];
  const noun = isEmpty(goals) ? "objectif" : data.objectives[goals[0]].noun;
  const pilots = (id, counts) => new Set(ties.of(id).filter((tie) => tie.type === "PILOTS" && counts(tie)).map((tie) => tie.actor)).size;
  const unstated = goals.filter((id) => pilots(id, (tie) => tie.stated) === 0);

  function figure(number, one, many) {
    return element("div", {}, element("b", {}, number.toLocaleString("fr-FR")), number < 2 ? one : many);
  }

  function figures(drawn) {
    const number = (type) => data.ties.filter((tie) => tie.type === type && ties.counts(tie)).length;
    const single = drawn.filter((id) => ties.objectives(id).length === 1).length;
    const alone = goals.filter((id) => pilots(id, () => true) === 1).length;
    return element("div", { class: "figures" },
      figure(goals.length, noun, plural(noun)), figure(drawn.length, "acteur engagé", "acteurs engagés"),
      figure(number("PILOTS"), "lien de pilotage", "liens de pilotage"), figure(number("PARTNERS"), "lien de partenariat", "liens de partenariat"),
      figure(single, `acteur lié à un seul ${noun}`, `acteurs liés à un seul ${noun}`), figure(alone, `${noun} à pilote unique`, `${plural(noun)} à pilote unique`));
  }

  // Where no objective has a pilot, one sentence says more than the list of them all.
  function withoutPilot() {
    if (unstated.length > 0 && unstated.length === goals.length) return [element("p", { class: "notice" }, `Aucun ${noun} n’a de pilote écrit.`)];
    return section(`${plural(noun).replace(/^./u, (first) => first.toUpperCase())} sans pilote écrit`, unstated.map((id) => button(id)));
  }

  const title = goals.length === data.order.length && noun === "objectif" ? `Tous les objectifs (${goals.length})` : `Tout parcourir (${tally(data, data.order, ", ")})`;
  const drawn = ties.actors();
  const reach = (id) => ties.objectives(id).length;
  const busiest = [...drawn].sort((a, b) => reach(b) - reach(a) || data.actors[a].label.localeCompare(data.actors[b].label, "fr")).slice(0, 5);
  return [
    element("h2", {}, "Mode d’emploi"),
    element("p", {}, "Cliquez sur un acteur ou un objectif\u00a0: ses liens ressortent, le reste s’efface, et les phrases du document s’affichent ici."),
    element("p", {}, "La molette agrandit, la souris déplace. Les filtres de gauche s’ajoutent les uns aux autres. Échap revient à la carte entière."),
    element("p", {}, "Au clavier\u00a0: la recherche, les listes de ce panneau et le tableau donnent tout ce que montre la carte."),
    element("h3", {}, "Chiffres clés"), figures(drawn),
    section("Acteurs les plus engagés", busiest.map((id) => button(id, summary(id)))),
    withoutPilot(),
    folded(title, data.order.map((id) => button(id)), "rows"),
  ];
}
