"""Writes what the sentence of an action says of itself: who does what, who pays, with which tools, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.statements import ActorMention
from graph.text import slug
from loaders.forms.actors import ActorWriter, unsaid_funding
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.words.funding import european_funds
from loaders.words.names import is_generic, is_public
from loaders.words.organisations import Organisations
from loaders.words.places import PlaceFinder, gazetteer
from loaders.words.programmes import programmes
from loaders.words.roles import FUNDS, MENTIONED, PARTNERS, PILOTS, Citation, citations
from loaders.words.spellings import plain
from loaders.words.tool_names import ToolNames
from loaders.writer import Writer

SECTION = "actions"
_LONGEST_TEXT = 10_000
_BEHIND = re.compile(r"[\"»”]?\s*\([^()]*\)|[\"»”]?,? (?:co-?)?pilotée?s? par [^,;.]*")


@dataclass(frozen=True)
class SentenceWriter:
    """Turns the words of one action into statements about it."""

    writer: Writer
    actors: ActorWriter
    organisations: Organisations
    places: PlaceFinder
    tools: ToolNames
    info: PlanInfo

    def write(self, target: str, text: str, line: Line) -> None:
        """Write all that the words say; every tie has the whole sentence for its quote."""
        text = self._bounded(text, line)
        for funder in european_funds(text):
            self.actors.fund(funder, target, line.locator, text)
        cited = citations(text, self.organisations)
        for citation in cited:
            self._cite(citation, target, line.locator, text)
        self._use(target, text, line, cited)
        self.locate(target, text, line)

    def _bounded(self, text: str, line: Line) -> str:
        """What is searched of a text: no sentence is as long as that, and the time grows faster than the words."""
        if len(text) <= _LONGEST_TEXT:
            return text
        message = f"cellule de {len(text)} signes : acteurs, outils et lieux cherchés dans les {_LONGEST_TEXT} premiers"
        self.writer.finding("texte-long", "attention", line.locator, message)
        return text[:_LONGEST_TEXT]

    def _cite(self, cited: Citation, target: str, locator: str, text: str) -> None:
        mention = _mention(cited)
        if cited.role == FUNDS:
            given = {"amount": cited.amount, "share": cited.share}
            said = {key: value for key, value in given.items() if value is not None}
            self.actors.funds(unsaid_funding(mention), target, locator, text, **said)
        elif cited.role == MENTIONED:
            self.writer.tie(mention, MENTIONED, target, locator, text, section=SECTION)
        else:
            properties = {"co": cited.co} if cited.role == PILOTS else {}
            self.writer.tie(mention, cited.role, target, locator, text, basis="inferred", **properties)

    def _use(self, target: str, text: str, line: Line, cited: Sequence[Citation]) -> None:
        """Write the tools of a sentence, and who operates them: those named right behind, between parentheses."""
        words = plain(text)
        for tool in self.tools.find(text):
            id_ = f"{self.info.id}/outil/{slug(tool.name)}"
            self.writer.node("Tool", id_, tool.name, line.locator, text)
            self.writer.tie(target, "USES", id_, line.locator, text)
            behind = _BEHIND.match(words, tool.end)
            for citation in filter(_acts, cited):
                if behind and behind.start() < citation.start < behind.end():
                    self.writer.tie(_mention(citation), "OPERATES", id_, line.locator, text)

    def locate(self, target: str, text: str, line: Line) -> None:
        """Write the places that a title or a sentence names."""
        for found in self.places.find(text):
            place = found.place
            id_ = place.code or f"{self.info.scope}/lieu/{place.slug}"
            self.writer.node("Place", id_, place.name, line.locator, found.quote, kind=place.kind, code=place.code)
            self.writer.tie(target, "LOCATED_IN", id_, line.locator, found.quote)


def _mention(cited: Citation) -> ActorMention:
    """Who a sentence names: with a capital, someone in particular ("Infirmiers sans frontières")."""
    name = cited.name
    return ActorMention(
        name, acronym=cited.acronym, generic=is_public(name) if name[:1].isupper() else is_generic(name)
    )


def _acts(cited: Citation) -> bool:
    return cited.role in (PILOTS, PARTNERS)


def sentence_writer(
    writer: Writer,
    info: PlanInfo,
    actors: ActorWriter,
    known: frozenset[str],
    tools: Iterable[str],
    texts: Sequence[str],
) -> SentenceWriter:
    """For one document: whom its sentences may name is in its lists and `known`; `texts` show its places."""
    listed = {mention.text for mention in actors.mentions if not (mention.service or mention.generic)}
    places = PlaceFinder(gazetteer(info.places, texts), {mention.text for mention in actors.mentions} | known)
    national = (spelling for programme in programmes() for spelling in programme.spellings)
    tools = tuple(tools)
    named = Organisations(listed | known, [*tools, *places.spellings, *national], texts)
    return SentenceWriter(writer, actors, named, places, ToolNames(tools), info)
