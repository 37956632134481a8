"use strict";

// What the panel says of actions, of sources of money, of what they fund, and of who works with an actor.
function makeMorePanels(data, { button, said, place }) {
  const quiet = (label, text) => text ? element("p", { class: "quiet" }, `${label}\u00a0: ${text}`) : null;
  const tags = (...texts) => element("div", { class: "tags" }, texts.filter(Boolean).map((text) => element("span", { class: "tag" }, text)));
  const roles = { PILOTS: ["Pilotes", "Pilote"], PARTNERS: ["Partenaires", "Partenaire"] };

  function mentions(id) {
    return [data.actors[id].label, ...data.actors[id].aliases];
  }

  function tieRow(tie, end) {
    const notes = [tie.written ? "" : tie.basis, tie.co ? "copilote" : "", isEmpty(tie.via) ? "" : `par ${tie.via.join(", ")}`];
    return [button(tie[end], notes.filter(Boolean).join(" · ")), tie.sources.map((source) => said(source, mentions(tie.actor)))];
  }

  function rolesOf(found, end, plural) {
    return ["PILOTS", "PARTNERS"].flatMap((type) => {
      const kept = found.filter((tie) => tie.type === type);
      return section(`${roles[type][plural ? 0 : 1]} (${kept.length})`, kept.map((tie) => tieRow(tie, end)));
    });
  }

  function action(id) {
    const row = data.actions[id];
    return [
      tags("Action", row.state), element("h2", {}, row.label),
      row.sources.map((source) => quiet("Source", place(source))),
      section("Objectif", [button(row.objective)]),
      rolesOf(data.action_ties.filter((tie) => tie.action === id), "actor", true),
      section("Lieux", row.places, "plain"),
    ];
  }

  function fundRow(fund, end) {
    return [button(fund[end], [fund.text, fund.note].filter(Boolean).join(" · ")), fund.sources.map((source) => said(source, []))];
  }

  function source(id) {
    const row = data.sources[id];
    const found = data.funds.filter((fund) => fund.source === id);
    return [
      tags("Source de financement", row.kind), element("h2", {}, row.label),
      row.counted ? element("p", {}, `Montant compté\u00a0: ${row.counted}.`) : element("p", {}, "Aucun montant de cette source n’est compté."),
      section("Apportée par", row.providers.map((other) => button(other))),
      section(`Finance (${found.length})`, found.map((fund) => fundRow(fund, "funded"))),
    ];
  }

  function funded(id) {
    const row = data.funded[id];
    const found = data.funds.filter((fund) => fund.funded === id);
    return [
      tags(row.noun), element("h2", {}, row.label),
      row.announced ? element("p", {}, `Montant annoncé\u00a0: ${row.announced}.`) : null,
      section(`Sources (${found.length})`, found.map((fund) => fundRow(fund, "source"))),
      section("Sert aux objectifs", row.objectives.filter((goal) => goal !== id).map((goal) => button(goal))),
    ];
  }

  // Those with whom an actor shares most objectives among the pairs that are drawn.
  function together(id, pairs) {
    const rows = pairs.filter((pair) => pair.from === id || pair.to === id).sort((a, b) => b.shared.length - a.shared.length);
    return section(`Acteurs reliés sur la carte (${rows.length})`, rows.map((pair) => [
      button(pair.from === id ? pair.to : pair.from, counted(pair.shared.length, "objectif commun", "objectifs communs")),
      folded("Lesquels", pair.shared.map((goal) => data.objectives[goal].label)),
    ]));
  }

  function actionsOf(id) {
    const found = data.action_ties.filter((tie) => tie.actor === id);
    return rolesOf(found, "action", false);
  }

  return { action, source, funded, together, actionsOf };
}
