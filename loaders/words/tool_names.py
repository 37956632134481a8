"""Names of programmes, plans and schemes as plans print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.text import fold, is_acronym
from loaders.words.programmes import TOOL, programmes
from loaders.words.spellings import Spellings, plain

_SHORTEST_AS_WORD = 4
_ENLISTED = re.compile(
    r"^(?:(?:inscrit|éligible|financé|prévu|retenu|relevant|mobilisé)(?:\(?e\)?)?(?:\(?s\)?)?\s+)?"
    r"(?:dans|au titre de|au titre du|par|au|à|du|de)\s+(?:la |le |les |l['’])?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:dispositifs?|programmes?|plans?|labels?|projets?|démarches?|appels? à projets?|opérations?|parcours)\s+"
    r"(?:[\"«“]\s*(?P<quoted>\w[^\"»”]{1,60}?)\s*[\"»”]|(?P<named>[A-ZÀ-Þ]{2}[\w+-]*|[A-ZÀ-Þ]\w+[A-ZÀ-Þ]\w*))"
)


def tool_of_column(label: str) -> str:
    """The programme that crosses in a column stand for: "Inscrit dans protocole PERR" → "protocole PERR"."""
    return _ENLISTED.sub("", label).strip() or label


@dataclass(frozen=True)
class NamedTool:
    """A tool that a sentence names, and where its name ends in the plain text."""

    name: str
    start: int
    end: int


class ToolNames:
    """Finds tools in sentences: those known by name, and those that a word announces ("le dispositif « … »")."""

    def __init__(self, known: Iterable[str]) -> None:
        self._names = {fold(spelling): name for name, spelling in _spellings(known)}
        self._spellings = Spellings(self._names)

    def find(self, sentence: str) -> list[NamedTool]:
        """Each tool once, in the order of the sentence."""
        text = plain(sentence)
        found = [
            NamedTool(_capitalised(match["quoted"] or match["named"]), *match.span())
            for match in _ANNOUNCED.finditer(text)
        ]
        known = [NamedTool(self._names[m.folded], m.start, m.end) for m in self._spellings.find(text)]
        found += [tool for tool in known if _as_name(tool, text) and not any(_overlap(tool, other) for other in found)]
        once = {fold(tool.name): tool for tool in sorted(found, key=lambda tool: -tool.start)}
        return sorted(once.values(), key=lambda tool: tool.start)


def _as_name(tool: NamedTool, text: str) -> bool:
    """True for words with a capital or a figure; a short acronym has only capitals ("CIE", not "Cie")."""
    printed = text[tool.start : tool.end]
    if len(printed) < _SHORTEST_AS_WORD and is_acronym(tool.name):
        return is_acronym(printed)
    return any(sign.isupper() or sign.isdigit() for sign in printed)


def _overlap(tool: NamedTool, other: NamedTool) -> bool:
    return tool.start < other.end and other.start < tool.end


def _spellings(known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names with the forms they take; a document's own spelling of a national programme is that programme."""
    for name in known:
        yield name, name
    for programme in programmes():
        if programme.kind == TOOL:
            yield from ((programme.name, spelling) for spelling in programme.spellings)


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
