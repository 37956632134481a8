"""The dossier as one tagged PDF: A4 pages of text and tables, A3 pages of maps, by typst."""

from __future__ import annotations

from collections.abc import Iterator

from graph.french import grouped
from viz import french
from viz.dossier.model import Claim, Dossier, Drawn, Figure, Section, Table
from viz.dossier.theme import Theme
from viz.paper.press import compiled, quoted

KICKER = "Dossier du comité de pilotage"


def pdf(dossier: Dossier, theme: Theme) -> bytes:
    """The PDF (PDF/UA-1): title, bookmarks, alternative texts, tables with header rows; A4, and A3 for maps."""
    files = {f"{drawn.key}-{i}.svg": page for drawn in dossier.charts for i, page in enumerate(_pages(drawn))}
    if theme.logo:
        files[f"logo.{theme.logo.kind}"] = theme.logo.content
    return compiled(source(dossier, theme), files, "pdf")


def source(dossier: Dossier, theme: Theme) -> str:
    """The typst document that says it all."""
    told = [_head(dossier, theme), _cover(dossier, theme)]
    before: Section | None = None
    for part in dossier.sections:
        short = not part.charts or (len(part.claims) == 1 and not part.tables)
        goes_on = before is not None and not before.charts and short
        told.append(_section(part, "#v(12mm)" if goes_on else "#pagebreak(weak: true)"))
        before = part
    return "\n".join(told)


def _pages(drawn: Drawn) -> Iterator[bytes]:
    for page in drawn.charts["a3"].pages:
        yield page.svg().encode()


def _head(dossier: Dossier, theme: Theme) -> str:
    day = dossier.date
    date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    author = f", author: {quoted(theme.organisation)}" if theme.organisation else ""
    title = f"{KICKER}{french.NBSP}: {dossier.title}"
    return f"""#set document(title: {quoted(title)}, date: {date}{author})
#let main = rgb("{theme.colour}")
#let tint = rgb("{theme.tint}")
#let grey = rgb("#55606E")
#let foot = context [
  #set text(7.5pt, fill: grey)
  #line(length: 100%, stroke: 0.5pt + rgb("#C9D0D9"))
  #let number = [#counter(page).display() / #counter(page).final().first()]
  #grid(columns: (1fr, auto), column-gutter: 6mm, {_text(_short(dossier.source))}, number)
]
#set page("a4", margin: (x: 20mm, top: 18mm, bottom: 20mm), footer: foot)
#set text(10.5pt, hyphenate: true, fill: rgb("#1B2733"))
#set table.cell(breakable: false)
#set par(leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): it => block(below: 5mm, sticky: true,
  text(19pt, weight: 700, fill: main, hyphenate: false, it.body))
#show heading.where(level: 2): it => block(above: 6mm, below: 3mm, text(11pt, weight: 700, hyphenate: false, it.body))
#let lead(body) = block(width: 100%, breakable: false, sticky: true, fill: tint, stroke: (left: 3pt + main),
  inset: 11pt, below: 5mm, text(14pt, weight: 600, hyphenate: false, body))
#let proof(body) = block(above: 1.3mm, below: 0mm, text(7.5pt, fill: grey, body))
#let note(body) = block(above: 0mm, below: 2mm, sticky: true, text(8.5pt, fill: grey, body))
"""


def _short(words: str) -> str:
    """A foot of one line or two, whatever the number of documents."""
    return words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + "…"


def _text(words: str) -> str:
    return f"text({quoted(words)})"


def _cover(dossier: Dossier, theme: Theme) -> str:
    band = [f"#text(10pt, {quoted(theme.organisation or KICKER)})"]
    if theme.logo:
        alt = quoted(f"Logo{french.NBSP}: {theme.organisation}" if theme.organisation else "Logo")
        band = [f'#box(fill: white, inset: 5pt, image("logo.{theme.logo.kind}", height: 15mm, alt: {alt}))', *band]
    kicker = f"#text(10pt, {quoted(KICKER)}) #parbreak()" if theme.organisation else ""
    told = [f"#enum.item(text({quoted(part.lead.text)}))" for part in to_remember(dossier)]
    return f"""#block(width: 100%, fill: main, inset: 9mm, below: 7mm)[
  #set text(fill: rgb("{theme.ink}"), hyphenate: false)
  #grid(columns: {len(band)}, column-gutter: 5mm, align: horizon, {", ".join(f"[{part}]" for part in band)})
  #v(6mm) {kicker}
  #block(text(23pt, weight: 700, {quoted(dossier.title)}))
  #text(11pt, {quoted(_when(dossier))})
]
#heading(level: 1, "À retenir")
#set enum(spacing: 3.4mm)
#set text(11pt)
{chr(10).join(told)}
#heading(level: 2, outlined: false, "Dans ce dossier")
#outline(title: none, depth: 1, indent: 0mm)
"""


def to_remember(dossier: Dossier) -> list[Section]:
    """What the cover says: the first sentence of each section that speaks of the plan."""
    return [part for part in dossier.sections if not part.aside]


def _when(dossier: Dossier) -> str:
    day = french.day(dossier.date)
    return f"{dossier.subtitle} – dossier du {day}" if dossier.subtitle else f"Dossier du {day}"


def _section(part: Section, start: str) -> str:
    """A section; short ones that follow one another share pages."""
    told = [
        start,
        f"#heading(level: 1, {quoted(part.title)})",
        f"#lead[#{_text(part.lead.text)}]",
        _more(part.lead),
        *([_figures(part.figures)] if part.figures else []),
        *(_claim(claim) for claim in part.claims[1:]),
        *(_table(table) for table in part.tables),
        *(_map(drawn) for drawn in part.charts),
    ]
    return "\n".join(told)


def _more(claim: Claim) -> str:
    more = f"#par({_text(claim.more)})" if claim.more else ""
    return f"{more}\n#proof({_text(_proof(claim))})\n#v(2mm)"


def _proof(claim: Claim) -> str:
    words = claim.proof.words
    return f"D’où vient ce chiffre{french.NBSP}: {words}." if words else ""


def _claim(claim: Claim) -> str:
    more = f" #{_text(' ' + claim.more)}" if claim.more else ""
    words = f"#text(weight: 600, {quoted(claim.text)}){more}"
    return f"#block(below: 4.6mm, above: 4.6mm, breakable: false)[{words} #proof({_text(_proof(claim))})]"


def _figures(figures: tuple[Figure, ...]) -> str:
    cells = ", ".join(
        f"block(width: 100%, fill: tint, inset: 8pt)[#text(22pt, weight: 700, fill: main, {quoted(figure.value)})"
        f" #linebreak() #text(9.5pt, hyphenate: false, {quoted(figure.label)})]"
        for figure in figures
    )
    return f"#block(below: 5mm, grid(columns: (1fr,) * 4, gutter: 3mm, {cells}))"


def _table(table: Table) -> str:
    columns = ", ".join(f"{round(100 * wide)}fr" for wide in table.widths)
    right = [aligned_right(table, place) for place in range(len(table.columns))]
    aligns = ", ".join("right" if figures else "left" for figures in right)
    head = ", ".join(f"text(weight: 700, {quoted(_capital(name))})" for name in table.columns)
    rows = ",\n  ".join(", ".join(_text(cell(value)) for value in row) for row in table.rows)
    note = f"#note({_text(table.note)})" if table.note else ""
    return f"""#heading(level: 2, outlined: false, {quoted(table.title)})
{note}
#[#set text(8.5pt, hyphenate: true)
#table(columns: ({columns}), align: ({aligns},), inset: (x: 4pt, y: 3pt),
  stroke: (_, y) => (bottom: (if y == 0 {{ 1pt + main }} else {{ 0.5pt + rgb("#C9D0D9") }})),
  table.header({head}),
  {rows})]"""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def cell(value: object) -> str:
    """A cell as people read it."""
    return grouped(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)


def aligned_right(table: Table, place: int) -> bool:
    """Whether a column holds figures alone, or amounts: those line up on their right."""
    cells = [row[place] for row in table.rows]
    return all(isinstance(value, int) or value == "–" or str(value).endswith("€") for value in cells)


def _map(drawn: Drawn) -> str:
    """The pages of a map, one page of the PDF each, under one bookmark."""
    chart, told = drawn.charts["a3"], []
    for i, page in enumerate(chart.pages):
        size = f"width: {page.width}pt, height: {page.height}pt, margin: 0pt, footer: none"
        alt = quoted(f"{page.title}. {page.alt or chart.alt}".strip())
        mark = f"#heading(level: 2, outlined: false, bookmarked: true, {quoted(drawn.what)})"
        head = f"#place(top + left, dx: 40pt, dy: 14pt, [{mark}])"
        show = "#show heading.where(level: 2): it => text(9pt, fill: grey, weight: 400, it.body)"
        image = f'#place(top + left, image("{drawn.key}-{i}.svg", width: 100%, height: 100%, alt: {alt}))'
        told.append(f"#page({size})[{image}\n{show}\n{head if i == 0 else ''}]")
    return "\n".join(told)
