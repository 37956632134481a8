"use strict";

// What the right-hand panel says. `go(id)` selects; `visible(id)` tells what the filters leave.
function makePanel(data, { go, visible, reset, clear }) {
  const panel = byId("detail");
  const axes = Object.fromEntries(data.axes.map((axis) => [axis.id, axis]));
  const tiesOf = (end) => data.ties.reduce((groups, tie) => ((groups[tie[end]] ||= []).push(tie), groups), {});
  const byActor = tiesOf("actor");
  const byObjective = tiesOf("objective");

  const axisOf = (objective) => axes[data.objectives[objective].axis];

  function button(id, note, colour) {
    const objective = data.objectives[id];
    const label = objective ? objective.label : data.actors[id].label;
    return element("button", { type: "button", class: "row", "data-go": id, colour: colour || (objective ? axisOf(id).fill : null), onclick: () => go(id) },
      label, note ? element("small", {}, note) : null);
  }

  // Long lists of partners are cut around the mention; the whole sentence unfolds.
  function excerpt(quote, mentions) {
    const [start, end] = find(quote, mentions);
    if (start < 0) return [quote.length > 150 ? `${quote.slice(0, 140)}…` : quote, quote.length > 150];
    const from = quote.length > 150 ? Math.max(0, start - 55) : 0;
    const to = quote.length > 150 ? Math.min(quote.length, end + 55) : quote.length;
    const parts = [from > 0 ? "…" : "", quote.slice(from, start), element("mark", {}, quote.slice(start, end)), quote.slice(end, to), to < quote.length ? "…" : ""];
    return [parts, from > 0 || to < quote.length];
  }

  function find(quote, mentions) {
    const sameLength = (text) => [...text].map((c) => fold(c)[0] || " ").join("");
    const whole = sameLength(quote);
    for (const mention of [...mentions].sort((a, b) => b.length - a.length)) {
      const at = whole.indexOf(sameLength(mention));
      if (at >= 0 && mention) return [at, at + mention.length];
    }
    return [-1, -1];
  }

  function place(source) {
    return [data.documents.length > 1 ? source.document : "", source.place].filter(Boolean).join(", ");
  }

  function said(source, mentions) {
    if (!source.quote) return element("div", { class: "said" }, place(source));
    const [short, cut] = excerpt(source.quote, mentions);
    const where = place(source);
    const line = ["«\u00a0", short, "\u00a0»", where && ` — ${where}`];
    if (!cut) return element("div", { class: "said" }, line);
    return element("details", { class: "said" }, element("summary", {}, line), source.quote);
  }

  function mentionsOf(actor) {
    return [actor.label, ...actor.aliases];
  }

  function tieRow(tie, other) {
    const notes = [];
    if (tie.co) notes.push("copilote");
    if (!isEmpty(tie.via)) notes.push(`par ${tie.via.join(", ")}`);
    const whole = other === tie.actor ? data.actors[other].above.map((id) => data.actors[id].label) : [];
    if (!isEmpty(whole)) notes.push(`fait partie de\u00a0: ${whole.join(", ")}`);
    const mentions = mentionsOf(data.actors[tie.actor]);
    return [button(other, notes.join(" · "), axisOf(tie.objective).fill), tie.sources.map((source) => said(source, mentions))];
  }

  function tieSections(ties, end, titles) {
    const order = end === "objective" ? data.order : null;
    const sorted = [...ties].sort((a, b) => order ? order.indexOf(a.objective) - order.indexOf(b.objective)
      : data.actors[b.actor].objectives - data.actors[a.actor].objectives || data.actors[a.actor].label.localeCompare(data.actors[b.actor].label, "fr"));
    return ["PILOTS", "PARTNERS"].flatMap((type) => {
      const kept = sorted.filter((tie) => tie.type === type);
      return section(`${titles[type]} (${kept.length})`, kept.map((tie) => tieRow(tie, tie[end])));
    });
  }

  function funding(row) {
    const giver = row.provider && data.actors[row.provider] ? button(row.provider, `${row.kind}\u00a0: ${row.amount}`)
      : element("span", {}, `${row.label} — ${row.kind}\u00a0: ${row.amount}`);
    return [giver, element("div", { class: "said" }, [row.note, row.target && `pour ${row.target}`, row.place].filter(Boolean).join(" · "))];
  }

  function given(row) {
    const notes = [row.note, row.target && `pour ${row.target}`, row.place].filter(Boolean).join(" · ");
    return [`${row.kind}\u00a0: ${row.amount}`, element("div", { class: "said" }, notes)];
  }

  function tool(item) {
    const parts = isEmpty(item.parts) ? [] : [element("ul", {}, item.parts.map((part) => element("li", {}, tool(part))))];
    return [item.label, item.amount ? element("div", { class: "said" }, item.amount) : null, ...parts];
  }

  function action(item) {
    return [item.text, element("div", { class: "said" }, item.sources.map(place).join(" · "))];
  }

  function hiddenNotice(id) {
    if (visible(id)) return [];
    const show = element("button", { type: "button", class: "link", onclick: reset }, "Tout afficher");
    return [element("p", { class: "notice" }, "Masqué par les filtres sur la carte. ", show)];
  }

  function showObjective(id) {
    const objective = data.objectives[id];
    const axis = axisOf(id);
    const ties = byObjective[id] || [];
    const none = ties.some((tie) => tie.type === "PILOTS") ? [] : [element("p", { class: "notice" }, "Aucun pilote n’est écrit pour cet objectif.")];
    const total = objective.actions.reduce((sum, group) => sum + group.items.length, 0);
    fill(
      element("div", { class: "tags" }, [axis.label, objective.theme, data.plans > 1 ? objective.plan : null].filter(Boolean).map((text) => tag(text))),
      element("h2", {}, objective.label), hiddenNotice(id),
      objective.sources.map((source) => element("p", { class: "quiet" }, `Source\u00a0: ${[source.document, source.place].filter(Boolean).join(", ")}`)), none,
      tieSections(ties, "actor", { PILOTS: "Pilotes", PARTNERS: "Partenaires" }),
      total ? element("h3", {}, `Actions (${total})`) : [],
      objective.actions.flatMap((group) => folded(`${group.items.length} ${group.label}`, group.items.map(action))),
      section(`Outils (${objective.tools.length})`, objective.tools.map(tool), "plain"),
      section("Financements écrits", objective.funding.map(funding)),
      section("Lieux", objective.places, "plain"),
    );
  }

  function tag(text) {
    return element("span", { class: "tag" }, text);
  }

  function showActor(id, kindLabel) {
    const actor = data.actors[id];
    const ties = byActor[id] || [];
    const quiet = (label, text) => text ? element("p", { class: "quiet" }, `${label}\u00a0: ${text}`) : null;
    const none = ties.length ? [] : [element("p", {}, "Aucun engagement écrit sur un objectif.")];
    fill(
      element("div", { class: "tags" }, tag(kindLabel), actor.generic ? tag("générique") : null),
      element("h2", {}, actor.label), ties.length ? hiddenNotice(id) : [],
      quiet("Écrit aussi", actor.aliases.join(" · ")), quiet("SIRET", actor.siret), quiet("Source", ties.length && data.documents.length === 1 ? data.documents[0] : ""), none,
      ties.length ? element("p", {}, summary(ties)) : [],
      section("Fait partie de", actor.above.map((other) => button(other))),
      section(`Services et membres (${actor.below.length})`, actor.below.map((other) => button(other, counted(data.actors[other].objectives, "objectif")))),
      tieSections(ties, "objective", { PILOTS: "Pilote", PARTNERS: "Partenaire" }),
      section("Financements écrits", actor.funding.map(given), "plain"),
      isEmpty(actor.named) ? [] : element("h3", {}, `Nommé dans des actions (${actor.named.length})`),
      folded("Voir ces actions", actor.named.map((row) => [`${row.role}\u00a0: ${row.text}`, button(row.objective, row.sources.map(place).join(" · "))])),
    );
  }

  function summary(ties) {
    const number = (type) => ties.filter((tie) => tie.type === type).length;
    const objectives = new Set(ties.map((tie) => tie.objective)).size;
    return `${counted(objectives, "objectif")}\u00a0: pilote de ${number("PILOTS")}, partenaire de ${number("PARTNERS")}.`;
  }

  function figure(number, noun) {
    return element("div", {}, element("b", {}, number.toLocaleString("fr-FR")), noun);
  }

  function showHelp() {
    const drawn = Object.keys(byActor);
    const number = (type) => data.ties.filter((tie) => tie.type === type).length;
    const single = drawn.filter((id) => data.actors[id].objectives === 1).length;
    const busiest = [...drawn].sort((a, b) => data.actors[b].objectives - data.actors[a].objectives || data.actors[a].label.localeCompare(data.actors[b].label, "fr")).slice(0, 5);
    const objectives = data.order;
    const pilots = (id) => new Set((byObjective[id] || []).filter((tie) => tie.type === "PILOTS").map((tie) => tie.actor)).size;
    fill(
      element("h2", {}, "Mode d’emploi"),
      element("p", {}, "Cliquez sur un acteur ou un objectif\u00a0: ses liens ressortent, le reste s’efface, et les phrases du document s’affichent ici."),
      element("p", {}, "La molette agrandit, la souris déplace. Les filtres de gauche s’ajoutent les uns aux autres. Échap revient à la carte entière."),
      element("p", {}, "Au clavier\u00a0: la recherche, les listes de ce panneau et le tableau donnent tout ce que montre la carte."),
      element("h3", {}, "Chiffres clés"),
      element("div", { class: "figures" },
        figure(objectives.length, objectives.length < 2 ? "objectif" : "objectifs"), figure(drawn.length, drawn.length < 2 ? "acteur engagé" : "acteurs engagés"),
        figure(number("PILOTS"), "liens de pilotage"), figure(number("PARTNERS"), "liens de partenariat"),
        figure(single, single < 2 ? "acteur lié à un seul objectif" : "acteurs liés à un seul objectif"), figure(objectives.filter((id) => pilots(id) === 1).length, "objectifs à pilote unique")),
      section("Acteurs les plus engagés", busiest.map((id) => button(id, summary(byActor[id])))),
      section("Objectifs sans pilote écrit", objectives.filter((id) => pilots(id) === 0).map((id) => button(id))),
      folded(`Tous les objectifs (${objectives.length})`, objectives.map((id) => button(id)), "rows"),
    );
  }

  function fill(...children) {
    const isHelp = children[0].tagName === "H2";
    const close = element("div", { class: "buttons close" }, element("button", { type: "button", "aria-label": "Fermer le détail", title: "Fermer (Échap)", onclick: clear }, "✕"));
    panel.replaceChildren(...(isHelp ? [] : [close]), ...children.flat(Infinity).filter(Boolean));
    panel.scrollTop = 0;
  }

  return { showObjective, showActor, showHelp };
}
