"""National envelopes quoted in a measure: "Abondement du Fonds … de 10M€", "plan …, doté de 7 Milliards €"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.words import names
from loaders.words.money import Amount, amounts

STATE = "État"
_GIVES = re.compile(r"(?:,?\s*(?:dotée?s?|portée?s?|crédits?)?\s*(?:à hauteur|de|d['’]|à|pour)?|\s*[:(])\s*$", re.I)
_VERB = re.compile(
    rf"^(?:abondement|augmentation|dotation|doublement|lancement|mise en place|mobilisation|création|renforcement|"
    rf"déploiement|poursuite|reconduction|financement)\s+(?:{names.OF}|d['’]une?\s+)",
    re.IGNORECASE,
)
_VERB_ALONE = re.compile(r"^(?:abondement|augmentation|dotation|doublement|enveloppe|crédits)$", re.IGNORECASE)
_FOR = re.compile(r"\s*pour (?:la |le |les |l['’])?(?P<what>[^,;.()]+)")
_ENVELOPE_OF = re.compile(rf"^(?:l['’])?(?:enveloppe|budget|crédits|dotation)\s+{names.OF}(?P<who>.+)$", re.IGNORECASE)
_SMALLEST, _LONGEST_TEXT = 1_000, 10_000
_EACH = re.compile(
    r"\s*(?:(?:par an\w*,? (?:et )?)?par (?!an(?:née|s)?\b|les? |la )[a-zà-ÿ]+(?!['’])\b|/\s*(?!ans?\b|année)[a-zà-ÿ]"
    r"|chacune?\b|l['’]unité\b)"
)
_LIMIT = re.compile(
    r"\b(?:moins|jusqu['’]à|plafond|plafonnée?s? à|seuil|minimum|maximum|(?:sup|inf)érieure?s? à|à partir|au-delà"
    r"|au-dessus|au-dessous|dans la limite)\s*(?:de |d['’])?$",
    re.IGNORECASE,
)
_PART = re.compile(r"\bdont\s+(?:(?:près|plus|moins) de |environ |au moins )?$", re.IGNORECASE)


@dataclass(frozen=True)
class Envelope:
    """A national amount: whose money (the State, where no body is named), what source, and the words that say it."""

    euros: int
    source: str
    provider: str
    quote: str


def national_envelopes(text: str) -> Iterator[Envelope]:
    """Every envelope that a national measure quotes, with the fund, plan or body whose money it is."""
    start = 0
    for amount, why in _weighed(text):
        if not why:
            source, provider = _source(text[start : amount.start], text[amount.end :])
            yield Envelope(amount.euros, source, provider, text[start : amount.end].strip(" ,;"))
        start = amount.end


def amounts_set_aside(text: str) -> Iterator[tuple[str, str]]:
    """Amounts that are no envelope, as printed, and why: a range, a part, a unit amount, a threshold."""
    return ((text[amount.start : amount.end], why) for amount, why in _weighed(text) if why)


def _weighed(text: str) -> Iterator[tuple[Amount, str]]:
    """Each amount, and why it is no envelope, or ""."""
    text = text[:_LONGEST_TEXT]
    for rank, amount in enumerate(amounts(text)):
        before, after = text[max(0, amount.start - 40) : amount.start], text[amount.end : amount.end + 40]
        if amount.span:
            why = "fourchette"
        elif rank and _PART.search(before):
            why = "part d'un montant déjà dit"
        elif _EACH.match(after) or amount.euros < _SMALLEST:
            why = "montant unitaire"
        else:
            why = "seuil ou plafond" if _LIMIT.search(before) else ""
        yield amount, why


def _source(before: str, after: str) -> tuple[str, str]:
    """The source named beside an amount and its provider: ("enveloppe", "ANRU"), ("Fonds …", "État")."""
    name = names.without_article(_VERB.sub("", _GIVES.sub("", before).strip(" ,;:(")))
    if (held := _ENVELOPE_OF.match(name)) is not None:
        return "enveloppe", held["who"]
    if (purpose := _FOR.match(after)) is not None and (not name or _VERB_ALONE.match(name)):
        name = purpose["what"].strip()
    return name or "enveloppe nationale", STATE
