"use strict";

// What the boxes on the left leave: objectives, actors and ties.
function makeFilters(data, ties) {
  function checked(group) {
    const boxes = [...document.querySelectorAll(`[data-filter=${group}]`)];
    return { any: boxes.length === 0, values: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) };
  }

  function objectiveFilter() {
    const axis = checked("axis"), theme = checked("theme"), status = checked("status");
    const statuses = (objective) => isEmpty(objective.actions) ? ["aucune"] : objective.actions.map((group) => group.status);
    return (id) => {
      const objective = data.objectives[id];
      return axis.values.has(objective.axis) && (theme.any || theme.values.has(objective.theme || ""))
        && (status.any || statuses(objective).some((value) => status.values.has(value)));
    };
  }

  function actorFilter() {
    const kind = checked("kind"), single = checked("single").values.size, generic = checked("generic").values.size;
    return (id) => {
      const actor = data.actors[id];
      return (kind.any || kind.values.has(actor.kind)) && (single || ties.objectives(id).length !== 1) && (generic || !actor.generic);
    };
  }

  function kept() {
    const objectives = new Set(data.order.filter(objectiveFilter()));
    const types = checked("type").values;
    const keepActor = actorFilter();
    const ranks = data.ties.flatMap((tie, rank) =>
      ties.counts(tie) && types.has(tie.type) && objectives.has(tie.objective) && keepActor(tie.actor) ? [rank] : []);
    return { objectives: [...objectives], actors: [...new Set(ranks.map((rank) => data.ties[rank].actor))], ties: new Set(ranks) };
  }

  // Back to what the page opened with, which is not every box: roles read in actions may be off.
  function reset() {
    document.querySelectorAll("[data-filter]").forEach((box) => { box.checked = box.defaultChecked; });
  }

  return { kept, reset };
}
