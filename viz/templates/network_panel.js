"use strict";

// What the right-hand panel says. `go(id)` selects; `visible(id)` tells what the filters leave; `showDeduced(id)` turns
// on the roles read in actions.
function makePanel(data, ties, { go, visible, reset, clear, showDeduced, departure, pairs }) {
  const panel = byId("detail");
  const axes = Object.fromEntries(data.axes.map((axis) => [axis.id, axis]));
  const { said, place } = makeSentences(data);
  const more = makeMorePanels(data, { button, said, place });
  let shown = showHelp;

  const axisOf = (objective) => axes[data.objectives[objective].axis];

  function button(id, note, colour) {
    const objective = data.objectives[id];
    const label = (objective || data.actors[id] || data.actions[id] || data.sources[id] || data.funded[id]).label;
    return element("button", { type: "button", class: "row", "data-go": id, colour: colour || (objective ? axisOf(id).fill : null), onclick: () => go(id) },
      label, note ? element("small", {}, note) : null);
  }

  function mentionsOf(id) {
    return [data.actors[id].label, ...data.actors[id].aliases];
  }

  function tieRow(tie, other) {
    const notes = [];
    if (!tie.stated) notes.push(tie.basis);
    if (tie.co) notes.push("copilote");
    if (!isEmpty(tie.via)) notes.push(`par ${tie.via.join(", ")}`);
    const whole = other === tie.actor ? data.actors[other].above.map((id) => data.actors[id].label) : [];
    if (!isEmpty(whole)) notes.push(`fait partie de\u00a0: ${whole.join(", ")}`);
    const row = button(other, notes.join(" · "), axisOf(tie.objective).fill);
    row.classList.toggle("deduced", !tie.stated);
    return [row, tie.sources.map((source) => said(source, mentionsOf(tie.actor)))];
  }

  function tieSections(found, end, titles) {
    const reach = (tie) => ties.objectives(tie.actor).length;
    const order = (a, b) => end === "objective" ? data.order.indexOf(a.objective) - data.order.indexOf(b.objective)
      : b.stated - a.stated || reach(b) - reach(a) || data.actors[a.actor].label.localeCompare(data.actors[b.actor].label, "fr");
    const sorted = [...found].sort(order);
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
    if (visible(id) || isEmpty(ties.of(id)) && data.actors[id]) return [];
    return notice("Masqué par les filtres sur la carte. ", "Tout afficher", reset);
  }

  function absentNotice(id) {
    if (!ties.onlyDeduced(id) || !isEmpty(ties.of(id))) return [];
    return notice("Absent de la carte\u00a0: ses rôles sont lus dans des actions. ", "Les afficher", () => showDeduced(id));
  }

  // Roles that the box leaves out are told, and one click away; nothing is hidden without a word.
  function keptLine(id) {
    const kept = ties.kept(id).length;
    if (kept === 0) return [];
    const text = kept === 1 ? "Un rôle lu dans une action n’est pas affiché. " : `${kept} rôles lus dans des actions ne sont pas affichés. `;
    return element("p", { class: "quiet kept" }, text, element("button", { type: "button", class: "link", onclick: () => showDeduced(id) }, kept === 1 ? "L’afficher" : "Les afficher"));
  }

  // Actions where an actor is named, but for those whose roles stand with its ties already.
  function named(id) {
    const role = { PILOTS: "pilote", PARTNERS: "partenaire" };
    const rows = [
      ...ties.kept(id).map((tie) => [button(tie.objective, `${role[tie.type]} · ${tie.basis}`), tie.sources.map((source) => said(source, mentionsOf(id)))]),
      ...data.actors[id].cited.map((row) => [button(row.objective, "cité"), row.sources.map((source) => said(source, mentionsOf(id)))]),
    ];
    if (isEmpty(rows)) return [];
    if (isEmpty(ties.of(id))) return section("Nommé dans des actions", rows);
    return [element("h3", {}, "Nommé dans des actions"), folded(counted(rows.length, "objectif concerné", "objectifs concernés"), rows, "rows")];
  }

  function notice(text, label, onclick) {
    return [element("p", { class: "notice" }, text, element("button", { type: "button", class: "link", onclick }, label))];
  }

  function showObjective(id) {
    shown = () => showObjective(id);
    const objective = data.objectives[id];
    const axis = axisOf(id);
    const found = ties.of(id);
    const unled = objective.noun === "objectif" && !found.some((tie) => tie.type === "PILOTS" && tie.stated);
    const total = objective.actions.reduce((sum, group) => sum + group.items.length, 0);
    fill(
      element("div", { class: "tags" }, [axis.label, objective.theme, data.plans > 1 ? objective.plan : null].filter(Boolean).map((text) => tag(text))),
      element("h2", {}, objective.label), hiddenNotice(id),
      objective.sources.map((source) => element("p", { class: "quiet" }, `Source\u00a0: ${[source.document, source.place].filter(Boolean).join(", ")}`)),
      unled ? element("p", { class: "notice" }, "Aucun pilote n’est écrit pour cet objectif.") : [],
      tieSections(found, "actor", { PILOTS: "Pilotes", PARTNERS: "Partenaires" }), keptLine(id),
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

  function showActor(id) {
    shown = () => showActor(id);
    const actor = data.actors[id];
    const found = ties.of(id);
    const quiet = (label, text) => text ? element("p", { class: "quiet" }, `${label}\u00a0: ${text}`) : null;
    const stated = found.some((tie) => tie.stated);
    fill(
      element("div", { class: "tags" }, tag(kindLabel(actor)), actor.generic ? tag("générique") : null),
      element("h2", {}, actor.label), hiddenNotice(id), departure(id), more.together(id, pairs()),
      quiet("Écrit aussi", actor.aliases.join(" · ")), quiet("SIRET", actor.siret), quiet("Source", found.length && data.documents.length === 1 ? data.documents[0] : ""),
      stated ? [] : element("p", {}, "Aucun engagement écrit sur un objectif."), absentNotice(id),
      found.length ? element("p", {}, stated ? "" : "Dans les actions, ", summary(id)) : [],
      section("Fait partie de", actor.above.map((other) => button(other))),
      section(`Services et membres (${actor.below.length})`, actor.below.map((other) => button(other, ties.reach(other)))),
      tieSections(found, "objective", { PILOTS: "Pilote", PARTNERS: "Partenaire" }),
      section("Financements écrits", actor.funding.map(given), "plain"),
      named(id),
    );
  }

  function kindLabel(actor) {
    return data.kinds[actor.kind] || actor.kind.replace(/^./u, (first) => first.toUpperCase()) || "Type non précisé";
  }

  // Answers whether there is such a thing to tell of.
  function show(id) {
    const found = [[data.objectives, showObjective], [data.actors, showActor], [data.actions, plainly(more.action)], [data.sources, plainly(more.source)], [data.funded, plainly(more.funded)]]
      .find(([things]) => Object.hasOwn(things, id));
    if (found) found[1](id);
    return found !== undefined;
  }

  function plainly(parts) {
    return function shownAgain(id) {
      shown = () => shownAgain(id);
      fill(element("span", { hidden: true }), parts(id));
    };
  }

  function summary(id) {
    const number = (type) => ties.of(id).filter((tie) => tie.type === type).length;
    return `${ties.reach(id)}\u00a0: pilote de ${number("PILOTS")}, partenaire de ${number("PARTNERS")}.`;
  }

  function showHelp() {
    shown = showHelp;
    fill(...helpPanel(data, ties, button, summary));
  }

  function fill(...children) {
    const isHelp = children[0].tagName === "H2";
    const close = element("div", { class: "buttons close" }, element("button", { type: "button", "aria-label": "Fermer le détail", title: "Fermer (Échap)", onclick: clear }, "✕"));
    panel.replaceChildren(...(isHelp ? [] : [close]), ...children.flat(Infinity).filter(Boolean));
    panel.scrollTop = 0;
  }

  return { show, showHelp, refresh: () => shown() };
}
