"use strict";

// Which ties count: those that a list states and, where the box says so, those that come from actions only.
function makeTies(data) {
  const box = byId("deduced");
  const byEnd = (end) => data.ties.reduce((groups, tie) => ((groups[tie[end]] ||= []).push(tie), groups), {});
  const byActor = byEnd("actor"), byObjective = byEnd("objective");

  const on = () => box !== null && box.checked;
  const counts = (tie) => tie.stated || on();
  const all = (id) => byActor[id] || byObjective[id] || [];
  const of = (id) => all(id).filter(counts);
  const objectives = (id) => [...new Set(of(id).map((tie) => tie.objective))];

  return {
    on, counts, of, objectives,
    turn: (yes) => { box.checked = yes; },
    turned: () => box !== null && box.checked !== box.defaultChecked,
    kept: (id) => all(id).filter((tie) => !counts(tie)),
    onlyDeduced: (id) => all(id).length > 0 && !all(id).some((tie) => tie.stated),
    actors: () => Object.keys(byActor).filter((id) => of(id).length > 0),
    reach: (id) => tally(data, objectives(id)),
  };
}

const plural = (noun) => noun.replace(/^\S+/, "$&s");

// "3 objectifs et 1 groupe d’actions": what these ids are, counted.
function tally(data, ids, joint = " et ") {
  const numbers = new Map(isEmpty(ids) ? [["objectif", 0]] : []);
  ids.forEach((id) => numbers.set(data.objectives[id].noun, (numbers.get(data.objectives[id].noun) || 0) + 1));
  return [...numbers].map(([noun, number]) => counted(number, noun, plural(noun))).join(joint);
}
