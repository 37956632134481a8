"""Several plans as one graph."""

from graph.model import Graph, Node, Relationship, merged


def plan(name: str, mention: str, kind: str | None) -> Graph:
    """A plan whose document names the State, in its own words."""
    nodes = [Node("Plan", name, {"name": name}), Node("Actor", "etat", {"name": "État", "kind": kind, "aliases": []})]
    said = {"document": f"{name}/d.txt", "locators": ["ligne 1"], "quotes": [mention]}
    return Graph(nodes, [Relationship("STATED_IN", "etat", f"{name}/d.txt", said)])


def test_an_actor_of_two_plans_is_one_with_the_mentions_of_both() -> None:
    whole = merged([plan("lac", "Etat", None), plan("pré", "L'État", "État")])
    assert [(node.label, node.id) for node in whole.nodes] == [("Plan", "lac"), ("Actor", "etat"), ("Plan", "pré")]
    [state] = whole.by_label("Actor")
    assert (state.properties["aliases"], state.properties["kind"]) == (["Etat", "L'État"], "État")
    assert len(whole.relationships) == 2


def test_nothing_merged_is_an_empty_graph() -> None:
    assert merged([]) == Graph()
