"use strict";

// The table twin of each view: all its links, sorted by any column, with what the filters leave.
function makeTable(data, go) {
  const role = { PILOTS: "pilote", PARTNERS: "partenaire" };
  const axes = Object.fromEntries(data.axes.map((axis) => [axis.id, axis.short]));
  const body = document.querySelector("#table tbody"), head = document.querySelector("#table thead tr");
  let sorted = { column: -1, descending: false };
  let current = { view: null, links: [], near: () => false };

  const text = (value) => ({ content: value, sort: value });
  const link = (id, label) => ({ content: element("button", { type: "button", class: "link", "data-go": id, onclick: () => go(id) }, label), sort: label });
  const figure = (value, number) => ({ content: value, sort: number, className: "figure" });
  const actor = (id) => link(id, data.actors[id].label);
  const goal = (id) => link(id, data.objectives[id].label);
  const roleOf = (tie) => text(`${tie.co ? "co" : ""}${role[tie.type]}${isEmpty(tie.via) ? "" : ` (par ${tie.via.join(", ")})`}`);

  const lead = (source) => source.action === undefined ? "" : source.action ? `Action «\u00a0${source.action}\u00a0»\u00a0: ` : "Action\u00a0: ";

  function lines(parts) {
    return parts.flatMap((part, rank) => rank ? [element("br"), part] : [part]);
  }

  function sentences(link_) {
    const said = link_.sources.filter((source) => source.quote).map((source) => `${lead(source)}«\u00a0${source.quote}\u00a0»`);
    return { content: lines(said), sort: said.join(" ") };
  }

  function places(link_) {
    const told = link_.sources.map((source, rank) => {
      const again = rank > 0 && link_.sources[rank - 1].document === source.document;
      return [again ? "" : source.document, source.place].filter(Boolean).join(", ");
    });
    return { content: lines(told), sort: told.join(" ") };
  }

  const columns = {
    objectifs: {
      caption: "Tous les liens affichés entre acteurs et objectifs",
      names: ["Acteur", "Rôle", "Objectif", "Axe", "Fondement", "Phrase", "Emplacement"],
      cells: (tie) => [actor(tie.actor), roleOf(tie), goal(tie.objective), text(axes[data.objectives[tie.objective].axis]), text(tie.basis), sentences(tie), places(tie)],
    },
    actions: {
      caption: "Tous les liens affichés entre acteurs et actions",
      names: ["Acteur", "Rôle", "Action", "État", "Objectif", "Fondement", "Phrase", "Emplacement"],
      cells: (tie) => [actor(tie.actor), roleOf(tie), link(tie.action, data.actions[tie.action].label), text(data.actions[tie.action].state), goal(tie.objective), text(tie.basis), sentences(tie), places(tie)],
    },
    acteurs: {
      caption: "Tous les liens affichés entre acteurs",
      names: ["Acteur", "Avec", "Objectifs communs", "Lesquels"],
      cells: (pair) => [actor(pair.from), actor(pair.to), figure(String(pair.shared.length), pair.shared.length), text(pair.shared.map((id) => data.objectives[id].label).join("\u00a0; "))],
    },
    financeurs: {
      caption: "Tous les financements affichés",
      names: ["Source", "Apportée par", "Nature", "Finance", "Montant", "Précision", "Phrase", "Emplacement"],
      cells: (fund) => [link(fund.source, data.sources[fund.source].label), text(data.sources[fund.source].providers.map((id) => data.actors[id].label).join(", ")), text(data.sources[fund.source].kind),
        link(fund.funded, data.funded[fund.funded].label), figure(fund.text, fund.amount ?? -1), text([data.groups[fund.group], fund.note].filter(Boolean).join("\u00a0: ")), sentences(fund), places(fund)],
    },
  };

  function compare(a, b) {
    const [one, other] = [a.cells[sorted.column].sort, b.cells[sorted.column].sort];
    return typeof one === "number" ? one - other : one.localeCompare(other, "fr", { numeric: true });
  }

  function order(rows) {
    if (sorted.column < 0) return rows;
    const sign = sorted.descending ? -1 : 1;
    return [...rows].sort((a, b) => compare(a, b) * sign);
  }

  function cell({ content, className }, rank) {
    return rank === 0 ? element("th", { scope: "row" }, content) : element("td", className ? { class: className } : {}, content);
  }

  function heads(names) {
    head.replaceChildren(...names.map((name, rank) => {
      const state = rank !== sorted.column ? "none" : sorted.descending ? "descending" : "ascending";
      return element("th", { scope: "col", "aria-sort": state }, element("button", { type: "button", onclick: () => sort(rank) }, name));
    }));
  }

  function sort(column) {
    sorted = { column, descending: sorted.column === column && !sorted.descending };
    draw();
    head.children[column].firstElementChild.focus();
  }

  function draw() {
    const { caption, names, cells } = columns[current.view];
    heads(names);
    byId("caption").textContent = `${caption} (${current.links.length.toLocaleString("fr-FR")})`;
    const rows = order(current.links.map((found) => ({ found, cells: cells(found) })));
    body.replaceChildren(...rows.map((row) => element("tr", current.near(row.found) ? { class: "near" } : {}, row.cells.map(cell))));
  }

  function show(view, links, near) {
    if (view !== current.view) sorted = { column: -1, descending: false };
    current = { view, links, near };
    draw();
  }

  return { show };
}
