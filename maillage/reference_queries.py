"""A reference page for each pack of queries: headers, Cypher, and answers on the plans of `plans/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cypher.library import Query, library

if TYPE_CHECKING:
    from graph.store import Store

EXAMPLES = "exemples.toml"
_GENERATED = "<!-- Page produite par « make docs » : ne pas modifier à la main. -->"
_ROWS, _LONGEST = 8, 90


def read_examples(docs: Path) -> dict[str, Any]:
    """Values of parameters for the answers shown, by name; those of one query, under its name."""
    return tomllib.loads((docs / EXAMPLES).read_text(encoding="utf-8"))


def query_pages(store: Store, examples: Mapping[str, Any]) -> dict[str, str]:
    """Pages by file name, one a pack, with the answers of this base."""
    pages: dict[str, list[str]] = {}
    for query in library().values():
        page = pages.setdefault(f"requetes/{query.pack}.md", [_GENERATED, f"# {query.pack.capitalize()}"])
        page += _entry(query, store, _values(query, examples))
    return {name: "\n\n".join(parts) + "\n" for name, parts in pages.items()}


def _values(query: Query, examples: Mapping[str, Any]) -> dict[str, Any]:
    given = {**examples, **examples.get(query.name, {})}
    own = examples.get(query.name, {})
    named = [param.name for param in query.params if param.required or param.name in own]
    return {name: given[name] for name in named if name in given}


def _entry(query: Query, store: Store, values: dict[str, Any]) -> Iterable[str]:
    from maillage.commands.choices import actor_id

    actors = {param.name for param in query.params if param.names_an_actor}
    sent = {name: actor_id(store, value) if name in actors else value for name, value in values.items()}
    columns, rows = store.run(query.text, query.bind(sent))
    shown = "".join(f' -p {name}="{value}"' for name, value in values.items())
    more = f"\n\n… {len(rows)} lignes en tout." if len(rows) > _ROWS else ""
    return (
        f"## {query.title}",
        f"*{query.question}* {query.description}",
        f"```sh\nmaillage requete {query.name}{shown}\n```",
        (_table(columns, rows[:_ROWS]) + more) if rows else "Sur les plans de ce dépôt : aucune ligne.",
        f"<details><summary>La requête</summary>\n\n```cypher\n{_body(query)}\n```\n\n</details>",
    )


def _body(query: Query) -> str:
    """The Cypher without its header."""
    lines = query.text.strip().splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


def _table(columns: list[str], rows: list[list[Any]]) -> str:
    from maillage.headings import HEADINGS
    from maillage.output import shown

    header = [HEADINGS.get(column, column.replace("_", " ")) for column in columns]
    cells = [[_cut(shown(value)) for value in row] for row in rows]
    lines = [header, ["---"] * len(header), *cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cut(text: str) -> str:
    words = text.replace("|", "\\|").replace("\n", " ")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
