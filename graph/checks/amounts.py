"""Money: funders without an amount, and figures that are amounts by the words around them but have no unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.checks.check import Check, Place
from graph.checks.french import quoted
from graph.checks.plan_text import PlanText
from graph.french import listed
from graph.model import Relationship

_FIGURE = re.compile(r"(?<![\w.,/°-])(?:\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d/])")
_EUROS = re.compile(r"\d\s?(?:[kM]|Md|(?:millions?|milliards?|milliers) d['’])?\s?(?:€|euros?\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TARGET = 120
_LEAST = 100
"""Below it, a whole number after a word of money is a count or an age more often than an amount."""
_WORD = (
    r"\b(?:budgets?|montants?|enveloppes?|dotations?|dot[ée]e?s?|subventions?|co[uû]ts?|cr[ée]dits?|(?:co)?financements?"
    r"|d[ée]penses?|forfaits?|tarifs?)\b"
)
_LED = r"(?:[^\d.;]{0,40}?(?:\b(?:de|à|environ)|[:=(]))?(?:\s+(?:19|20)\d\d\s*[:=(]?)?\s*$"
_MONEY, _MONEY_NEAR = (re.compile(_WORD + tail, re.IGNORECASE) for tail in (_LED, r"[^\d.;]{0,40}$"))
_ENDS = re.compile(r"\s*(?:$|[;)\]]|[,.:](?!\d)|(?:pour|par|en|sur|aux?|du|de la)\b(?!\s*\d)|de l['’])", re.IGNORECASE)
_FOR = re.compile(r"\s+pour\b(?!\s*(?:\d|cent\b|mille\b))", re.IGNORECASE)
_OF = re.compile(r"\s+(?:de|du|des|d['’])(?!\s*\d)", re.IGNORECASE)
_SCALE = re.compile(r"\s?(?:M|K|k|Md|Mds)(?![\w²³'’.]|\s?€|\s?euros?\b|\s?d['’]euros?\b)|\s+(?:HT|TTC)\b")
_WORD_SCALE = re.compile(r"\s+(?:millions?|milliards?|milliers)(?!\s*(?:€|euros?\b|d['’]|des?\b)|\w)", re.IGNORECASE)


def amounts(text: PlanText) -> Iterator[Check]:
    """All checks on money."""
    yield from _without_unit(text)
    yield from _without_amount(text)


def _without_unit(text: PlanText) -> Iterator[Check]:
    found = {(place, words): None for place in _written(text) for words in unitless(place.quote)}
    for place, words in sorted(found, key=lambda pair: pair[0].order):
        yield text.check("montant-sans-unite", (place,), f"{quoted(words)} semble un montant, sans unité", words)


def _written(text: PlanText) -> Iterator[Place]:
    """Every sentence of the plan, unread ones too; words quoted out of a longer sentence of their place are not."""
    for line in text.unread:
        yield Place(line.document, line.locator, line.text)
    for (document, locator), quotes in text.sentences.items():
        for position, quote in enumerate(quotes):
            if not any(quote in longer for longer in quotes[:position]):
                yield Place(document, locator, quote)


def unitless(sentence: str) -> list[str]:
    """The amounts of a sentence that have no unit, each with the words that make it one."""
    found = []
    for match in _FIGURE.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if (reach := _reach(match.group(), before, after)) is not None:
            begins, ends = reach
            found.append(" ".join(sentence[begins : match.end() + ends].split()))
    return found


def _reach(figure: str, before: str, after: str) -> tuple[int, int] | None:
    """Where the words that make a figure an amount begin, and how many signs after it they end; None for no amount."""
    scale = _SCALE.match(after) or _WORD_SCALE.match(after)
    if scale is not None:
        return len(before), scale.end()
    if _YEAR.fullmatch(figure):
        return None
    decimal = bool(re.search(r"[.,]\d{1,2}$", figure))
    head = _FOR.match(after) or (_OF.match(after) if decimal else None)
    if not before.strip() and head is not None:
        return 0, head.end()
    large = decimal or int(re.sub(r"\D", "", figure)) >= _LEAST
    grouped = len(figure) > len(re.sub(r"\D", "", figure)) and not decimal
    money, end = _MONEY.search(before) or (grouped and _MONEY_NEAR.search(before)), _ENDS.match(after)
    return (money.start(), end.end()) if money and end and large else None


def _without_amount(text: PlanText) -> Iterator[Check]:
    """Local funders named without an amount, unless the programme of which they fund a part has their amount.

    A sentence that gives an amount, whoever gives it, is left to those who read the sums.
    """
    ties = [tie for tie in text.by_type("FUNDS") if tie.properties.get("scope") != "national"]
    given = {(actor, tie.end) for tie in ties if _figures(tie) for actor in _who(text, tie)}
    wholes = {tie.start: tie.end for tie in text.by_type("PART_OF")}
    told: defaultdict[str, list[tuple[Relationship, str]]] = defaultdict(list)
    for tie in ties:
        for actor in _who(text, tie):
            if not _figures(tie) and (actor, wholes.get(tie.end, tie.end)) not in given:
                told[tie.end].append((tie, actor))
    for target, funders in told.items():
        names = listed(list(dict.fromkeys(text.nodes[actor].name for _, actor in funders)))
        message = f"{names} : financement sans montant, pour {quoted(text.nodes[target].name, _TARGET)}"
        places = text.places(tie for tie, _ in funders)
        if not any(_EUROS.search(place.quote) for place in places):
            yield text.check("financeur-sans-montant", places, message, names)


def _figures(tie: Relationship) -> bool:
    return tie.properties.get("amount") is not None or tie.properties.get("share") is not None


def _who(text: PlanText, tie: Relationship) -> list[str]:
    """Ids of the actors whose money it is; of the source itself where none is said to provide it."""
    return [actor.id for actor in text.tied_to(tie.start, "PROVIDES")] or [tie.start]
