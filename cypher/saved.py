"""The stock queries as a file of saved queries, for the Query tool of Neo4j (Aura, Desktop) and Neo4j Browser.

The columns are those that the tool itself writes and reads: name, description, query, id, parentId, isFolder.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from cypher.library import Parameter, Query

COLUMNS = ("name", "description", "query", "id", "parentId", "isFolder")
FIRST = "paramètres (à lancer d'abord)"


def saved_queries(queries: Iterable[Query]) -> str:
    """CSV text: one folder a pack, one entry a query, and first what sets every parameter to its default."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(list(queries)))
    return stream.getvalue()


def _rows(queries: Sequence[Query]) -> Iterator[tuple[str, str, str, int, int | str, str]]:
    params = {param.name: param for query in queries for param in query.params}
    yield FIRST, "Changez les valeurs ; une valeur null ne restreint rien.", _settings(params.values()), 0, "", "false"
    folders: dict[str, int] = {}
    number = 1
    for query in queries:
        if query.pack not in folders:
            folders[query.pack] = number
            yield query.pack, "", "", number, "", "true"
            number += 1
        description = f"{query.question} {query.description}"
        yield query.title, description, query.text.strip(), number, folders[query.pack], "false"
        number += 1


def _settings(params: Iterable[Parameter]) -> str:
    values = ", ".join(f"{param.name}: {json.dumps(param.default, ensure_ascii=False)}" for param in params)
    return f":params {{{values}}}"
