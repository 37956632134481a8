"""What an action costs, as a rubric "Budget" or "Coût estimatif" prints it: integer euros, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.french import euros as printed_euros
from graph.model import Severity
from graph.text import fold
from loaders.forms.values.figures import Figure, bare_number, figures
from loaders.forms.values.rows import cells_of, flattened, unit_of
from loaders.forms.values.statuses import is_not_said
from loaders.lines import Line

Note = tuple[str, Severity, str]
"""A finding's code, its severity, and its French message."""

_TOTAL = re.compile(r"^(?:(?:cout|budget|montant) )?(?:total|global)|^ensemble\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PART = re.compile(r"\b(?:dont|soit)\b")
_EACH = re.compile(
    r"\s*(?:ht|ttc)?\s*(?:par (?!an\b|ans\b|année|exercice)[^\W\d_]|/\s*(?!an\b|ans\b|année)[^\W\d_]"
    r"|chacune?\b|l'unité\b)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s*(?:ht|ttc)?\s*(?:/\s*an\b|par an\b|par année|annuels?\b)", re.IGNORECASE)
_YEARLY_LABEL = re.compile(r"\bannuels?\b")
_LIMIT = re.compile(
    r"(?:moins|jusqu'a|plafond|plafonnee?s? a|minimum|maximum|(?:sup|inf)erieure?s? a|a partir|au-dela|entre)"
    r"\s*(?:de |d')?\s*$"
)
_SPENT = re.compile(r"(?:depensee?s?|reelle?s?|realisee?s?|consommee?s?|mandatee?s?|engagee?s?|n-1)\s*:?\s*$")
_DEMANDED = re.compile(r"(?:demandee?s?|sollicitee?s?|subventions?(?: \w+){0,3})\s*:?\s*$")
_SMALLEST = 500


@dataclass
class Budget:
    """The amount in integer euros (None where none is certain), what to say of it, and whether its words were read."""

    euros: int | None = None
    notes: list[Note] = field(default_factory=list)
    read: bool = True


@dataclass(frozen=True)
class _Post:
    """One amount of a budget, with the words before it."""

    euros: int
    label: str
    yearly: bool = False


def budget_of(label: str, lines: Sequence[Line]) -> Budget:
    """The budget that a rubric says: its total, else the sum of its years or posts, else its only amount."""
    texts = [text for line in flattened(lines) for text in _texts(line)]
    if not texts or all(is_not_said(text) for text in texts):
        return Budget()
    found = Budget()
    posts = [post for text in texts for post in _posts(text, found)]
    if not posts:
        posts = _bare(label, texts, found)
    if not posts:
        found.read = bool(found.notes)
        return found
    return _summed(label, posts, found)


def _texts(line: Line) -> list[str]:
    """The pieces of a line: cells of a row of a table, or parts between semicolons."""
    cells = [cell for cell in cells_of(line) if cell]
    if len(cells) > 1 and not figures(cells[0]) and all(figures(cell) for cell in cells[1:]):
        return [f"{cells[0]} : {cells[-1]}"] if _TOTAL.match(fold(cells[0])) else [" ".join(cells)]
    return [part.strip() for cell in cells for part in cell.split(";") if part.strip()]


def _posts(text: str, found: Budget) -> list[_Post]:
    """The amounts of one piece that count; those that don't are noted."""
    posts: list[_Post] = []
    start = 0
    for figure in figures(text):
        before, after = text[start : figure.start], text[figure.end :]
        start = figure.end
        parted = posts and (_PART.search(fold(text[: figure.start])) or _within(text[: figure.start]))
        if figure.euros is None or parted or _PART.search(fold(before)):
            continue
        if (why := _why_not(before, after, figure)) is not None:
            quote = text[figure.start : figure.end]
            found.notes.append(("montant-ecarte", "info", f"« {quote} » : {why}, non compté dans le budget"))
        else:
            yearly = bool(_YEARLY.match(after))
            posts.append(_Post(figure.euros, before.strip(" :;,–-("), yearly))
    return posts


def _within(before: str) -> bool:
    """True between parentheses: "30 000 € (État 15 000 €, Ville 15 000 €)" costs what stands before them."""
    return before.count("(") > before.count(")")


def _why_not(before: str, after: str, figure: Figure) -> str | None:
    """Why an amount is not what the action costs, if it is not."""
    folded = fold(before)
    if figure.span:
        return "fourchette"
    if _EACH.match(after):
        return "montant unitaire"
    if _LIMIT.search(folded):
        return "seuil ou plafond"
    if _SPENT.search(folded):
        return "montant déjà dépensé"
    return "subvention demandée" if _DEMANDED.search(folded) else None


def _bare(label: str, texts: Sequence[str], found: Budget) -> list[_Post]:
    """Numbers without a unit, in the unit of the rubric's label; without one, in euros, which is said."""
    unit = unit_of(label)
    numbers = [(text, bare_number(text, unit or "€")) for text in texts]
    read = [(text, number) for text, number in numbers if number is not None]
    if not read or (not unit and any(number < _SMALLEST or _YEAR.fullmatch(text) for text, number in read)):
        return []
    if not unit:
        message = f"« {read[0][0]} » est lu en euros : l'unité n'est pas écrite"
        found.notes.append(("unite-supposee", "attention", message))
    return [_Post(number, "") for _, number in read]


def _summed(label: str, posts: Sequence[_Post], found: Budget) -> Budget:
    totals = [post for post in posts if _TOTAL.match(fold(post.label))]
    others = [post for post in posts if post not in totals]
    found.euros = totals[-1].euros if totals else sum(post.euros for post in posts)
    if not totals and len(posts) > 1:
        what = "années" if all(_YEAR.search(post.label) for post in posts) else "montants"
        message = f"budget de {printed_euros(found.euros)} : somme des {len(posts)} {what} de la rubrique"
        found.notes.append(("budget-additionne", "info", message))
    if totals and len(others) > 1 and (summed := sum(post.euros for post in others)) != found.euros:
        message = f"total de {printed_euros(found.euros)}, mais ses {len(others)} postes font {printed_euros(summed)}"
        found.notes.append(("somme-differente", "attention", message))
    if any(post.yearly for post in posts) or _YEARLY_LABEL.search(fold(label)):
        message = f"{printed_euros(found.euros)} par an : le budget retenu est celui d'une année"
        found.notes.append(("budget-annuel", "attention", message))
    return found
