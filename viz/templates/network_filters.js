"use strict";

// What the boxes on the left leave.
function makeFilters(data) {
  const all = () => [...document.querySelectorAll("[data-filter]")];
  const boxes = (group) => all().filter((box) => box.dataset.filter === group);

  // A group whose boxes are all checked keeps what has no value too.
  function keeps(group) {
    const found = boxes(group);
    const values = new Set(found.filter((box) => box.checked).map((box) => box.value));
    const whole = values.size === found.length;
    return (wanted) => whole || [].concat(wanted).some((value) => values.has(value));
  }

  const orNone = (values) => isEmpty(values) ? [""] : values;

  function objective() {
    const axis = keeps("axis"), theme = keeps("theme"), status = keeps("status"), place = keeps("place");
    const statuses = (row) => isEmpty(row.actions) ? ["aucune"] : row.actions.map((group) => group.status);
    return (id) => {
      const row = data.objectives[id];
      return axis(row.axis) && theme(row.theme || "") && status(statuses(row)) && place(orNone(row.places));
    };
  }

  function action() {
    const axis = keeps("axis"), theme = keeps("theme"), status = keeps("status"), place = keeps("place");
    return (id) => {
      const row = data.actions[id], above = data.objectives[row.objective];
      return axis(above.axis) && theme(above.theme || "") && status(row.status) && place(orNone(row.places));
    };
  }

  // Money that no objective is said to use is of no axis, and stays.
  function funded() {
    const axis = keeps("axis");
    return (id) => {
      const goals = data.funded[id].objectives;
      return isEmpty(goals) || axis(goals.map((goal) => data.objectives[goal].axis));
    };
  }

  function told() {
    const keep = keeps("told");
    return (tie) => {
      const documents = tie.sources.map((source) => source.document).filter(Boolean);
      return isEmpty(documents) || keep(documents);
    };
  }

  function tie() {
    const type = keeps("type"), basis = keeps("basis"), document = told();
    return (row) => type(row.type) && basis(row.basis.startsWith("écrit") ? "oui" : "non") && document(row);
  }

  function actor() {
    const kind = keeps("kind"), generic = keeps("generic")("yes");
    return (id) => kind(data.actors[id].kind) && (generic || !data.actors[id].generic);
  }

  // Back to what the page opened with, which is not every box: roles read in actions may be off.
  function reset() {
    all().forEach((box) => { box.checked = box.defaultChecked; });
  }

  // What differs from what the page opened with: in its address, and in words.
  const changed = () => all().filter((box) => box.checked !== box.defaultChecked);
  const key = (box) => `${box.dataset.filter}:${box.value}`;
  const words = (box) => box.closest("label").textContent.trim().replace(/\s+/g, " ");

  return {
    objective, action, funded, tie, told, actor, reset,
    single: () => keeps("single")("yes"),
    group: () => keeps("group"),
    encode: () => changed().map(key),
    decode: (keys) => all().forEach((box) => { box.checked = box.defaultChecked !== keys.includes(key(box)); }),
    showSingle: () => boxes("single").forEach((box) => { box.checked = true; }),
    inWords: (relevant) => [
      ["sans", changed().filter((box) => !box.checked && relevant(box))],
      ["avec", changed().filter((box) => box.checked && relevant(box))],
    ].filter(([, found]) => found.length).map(([lead, found]) => `${lead}\u00a0: ${found.map(words).join(", ")}`).join("\u00a0; "),
  };
}
