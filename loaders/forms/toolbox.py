"""Writes the section of tools: USES and OPERATES, actors cited there, programmes and who pays for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.french import euros
from graph.text import slug
from loaders.forms.actors import ActorWriter, funding_of, unsaid_funding
from loaders.forms.section import Section
from loaders.forms.tools import Known, ListedActor, ListedTool, Programme, read_tools
from loaders.lines import Line
from loaders.words.funding import named_funders
from loaders.words.lists import mention_of
from loaders.words.money import Money, source_of
from loaders.writer import Writer

SECTION = "outils"


class ToolWriter:
    """Turns sections of tools into statements about objectives; each is read once, at the start."""

    def __init__(
        self, writer: Writer, plan: str, actors: ActorWriter, known: Known, sections: Iterable[Section]
    ) -> None:
        self.writer = writer
        self.actors = actors
        self._plan = plan
        self._read = {id(section): read_tools(section.lines, known, actors.standalone) for section in sections}

    @property
    def names(self) -> list[str]:
        """Every tool of every section."""
        return [tool.name for section in self._read.values() for tool in section.tools]

    def write(self, objective: str, section: Section) -> None:
        """Write one section."""
        read = self._read[id(section)]
        for tool in read.tools:
            self._write_tool(objective, tool)
        for actor in read.actors:
            self._write_actor(objective, actor)
        for programme in read.programmes:
            self._write_programme(objective, programme)

    def _tool(self, name: str, locator: str, quote: str, announced: int | None = None) -> str:
        id_ = f"{self._plan}/outil/{slug(name)}"
        properties = {} if announced is None else {"announced_amount": announced}
        return self.writer.node("Tool", id_, name, locator, quote, **properties)

    def _write_tool(self, objective: str, tool: ListedTool) -> None:
        id_ = self._tool(tool.name, tool.locator, tool.quote)
        self.writer.tie(objective, "USES", id_, tool.locator, tool.quote)
        for operator in tool.operators:
            self.writer.tie(mention_of(operator), "OPERATES", id_, tool.locator, tool.quote)
        for funder in tool.funders:
            self.actors.fund(funder, id_, tool.locator, tool.quote)

    def _write_actor(self, objective: str, actor: ListedActor) -> None:
        mention = mention_of(actor.name)
        self.writer.tie(mention, "MENTIONED_IN", objective, actor.locator, actor.quote, section=SECTION)
        if actor.funds:
            self.actors.funds(unsaid_funding(mention), objective, actor.locator, actor.quote)

    def _write_programme(self, objective: str, programme: Programme) -> None:
        total = programme.announced[0].euros if programme.announced else None
        id_ = self._tool(programme.name, programme.locator, programme.quote, total)
        self.writer.tie(objective, "USES", id_, programme.locator, programme.quote)
        if programme.announced:
            line = programme.announced[1]
            self.writer.tie(id_, "STATED_IN", self.writer.document, line.locator, line.text)
        for money, line in programme.parts:
            self._write_part(objective, id_, programme.name, money, line)
        for money, line in programme.sources:
            self._write_source(id_, money, line)
        self._check_sums(programme)

    def _write_part(self, objective: str, whole: str, name: str, money: Money, line: Line) -> None:
        """A part of a programme: "120 M€ pour les Hauts avec le soutien de l'ANRU"."""
        funders = named_funders(money.rest)
        about = money.rest[: funders[0].span[0]].strip() if funders else money.rest
        part = self._tool(f"{name} – {about}", line.locator, line.body, money.euros)
        self.writer.tie(part, "PART_OF", whole, line.locator, line.body)
        self.writer.tie(objective, "USES", part, line.locator, line.body)
        for funder in funders:
            self.actors.fund(funder, part, line.locator, line.body)

    def _write_source(self, programme: str, money: Money, line: Line) -> None:
        """One amount of one source; a "dont 93 % X" is a share of it, not one more amount."""
        found = source_of(money.rest)
        if found is None:
            self.writer.unread(line)
            return
        source = funding_of(found)
        self.actors.funds(source, programme, line.locator, line.body, amount=money.euros)
        if found.share:
            share, who = found.share
            part = replace(source, provider=mention_of(who))
            self.actors.funds(part, programme, line.locator, line.body, share=share, of=source)

    def _check_sums(self, programme: Programme) -> None:
        if programme.announced is None:
            return
        announced, line = programme.announced[0].euros, programme.announced[1]
        for what, amounts in (("parties", programme.parts), ("sources", programme.sources)):
            total = sum(money.euros for money, _ in amounts)
            if amounts and total != announced:
                message = (
                    f"{programme.name} : {euros(announced)} annoncés, mais la somme des {len(amounts)} {what} "
                    f"fait {euros(total)} ; {euros(abs(announced - total))} d'écart, que rien n'attribue"
                )
                self.writer.finding("somme-differente", "attention", line.locator, message)
