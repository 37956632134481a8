"""The reference pages of `docs/`, generated from the schema, the commands and the queries' headers (`make docs`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from graph.schema import COMMON, NODES, PROVENANCE, RELATIONSHIPS, Property

_GENERATED = "<!-- Page produite par « make docs » : ne pas modifier à la main. -->"


def pages() -> dict[str, str]:
    """Reference pages by file name."""
    return {
        "schema.md": _schema(),
        "commandes.md": _commands(),
        "requetes.md": _queries(),
        "mesures.md": _measures(),
    }


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _properties(properties: tuple[Property, ...]) -> str:
    return ", ".join(f"`{p.name}` ({p.french}, {p.type.lower()})" for p in properties) or "–"


def _schema() -> str:
    nodes = ((f"`{node.label}`", node.french, _properties(node.properties)) for node in NODES)
    ties = (
        (
            f"`{tie.type}`",
            tie.french,
            ", ".join(f"{start} → {end}" for start, end in tie.ends),
            _properties(tie.properties),
        )
        for tie in RELATIONSHIPS
    )
    common = _properties(COMMON)
    provenance = _properties(PROVENANCE)
    return "\n\n".join(
        [
            _GENERATED,
            "# Le schéma du graphe",
            f"Tout nœud porte {common}. Toute relation porte sa preuve : {provenance}.",
            "## Nœuds",
            _table(("étiquette", "en français", "propriétés"), nodes),
            "## Relations",
            _table(("type", "en français", "de → vers", "propriétés"), ties) + "\n",
        ]
    )


def _commands() -> str:
    from maillage.__main__ import main

    parts = [_GENERATED, "# Les commandes"]
    for path, command in _walk("maillage", main):
        context = click.Context(command, info_name=path, terminal_width=100, **main.context_settings)
        parts += [f"## {path}", f"```\n{command.get_help(context)}\n```"]
    return "\n\n".join(parts) + "\n"


def _walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _walk(f"{path} {name}", inner)
    else:
        yield path, command


def _queries() -> str:
    from cypher.library import library

    parts = [_GENERATED, "# Les questions toutes prêtes"]
    pack = ""
    for query in library().values():
        if query.pack != pack:
            pack = query.pack
            parts += [
                f"## {pack.capitalize()}",
                f"[Leur Cypher, et leurs réponses sur les plans d'ici](requetes/{pack}.md)",
            ]
        parameters = ", ".join(f"`{p.name}` ({p.type}{'' if p.required else ', facultatif'})" for p in query.params)
        columns = ", ".join(f"`{column.name}`" for column in query.columns)
        parts += [
            f"### {query.title}",
            f"*{query.question}* {query.description}",
            f"`maillage requete {query.name}` · paramètres : {parameters or 'aucun'} · colonnes : {columns}",
        ]
    return "\n\n".join(parts) + "\n"


def _measures() -> str:
    from graph.network.measures.definitions import MEASURES

    parts = [
        _GENERATED,
        "# Les mesures",
        "Ce que chacune dit d'un plan : `maillage mesures --vue lectures`. Une *cible* est ce à quoi un acteur "
        "s'engage, objectif ou action selon le niveau choisi.",
    ]
    for measure in MEASURES.values():
        parts += [
            f"## {measure.label} (`{measure.name}`)",
            f"*{measure.question}* {measure.definition}",
            f"- Calcul : {measure.formula}\n- Unité : {measure.range}\n- Source : {measure.source}\n"
            f"- Mise en garde : {measure.caution}",
        ]
    return "\n\n".join(parts) + "\n"


def main(folder: Path) -> None:
    """Write the pages that need no base."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def answers(folder: Path, plans: Path) -> None:
    """Write the pages of the queries, with their answers on these plans, in the base that the environment names."""
    from graph.store import connect
    from maillage.pipeline import read_graphs
    from maillage.reference_queries import query_pages, read_examples

    with connect() as store:
        store.load(read_graphs([plans]))
        for name, text in query_pages(store, read_examples(folder)).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        answers(Path(sys.argv[1]), Path(sys.argv[2]))
