"""National envelopes quoted in a measure: "Abondement du Fonds … de 10M€", "plan …, doté de 7 Milliards €"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.words import names
from loaders.words.money import AMOUNT, euros

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


@dataclass(frozen=True)
class Envelope:
    """A national amount: whose money (the State, where no body is named), what source, and the words that say it."""

    euros: int
    source: str
    provider: str
    quote: str


def national_envelopes(text: str) -> Iterator[Envelope]:
    """Every amount that a national measure quotes, with the fund, plan or body whose money it is."""
    start = 0
    for match in AMOUNT.finditer(text):
        source, provider = _source(text[start : match.start()], text[match.end() :])
        yield Envelope(euros(match["number"], match["unit"]), source, provider, text[start : match.end()].strip(" ,;"))
        start = match.end()


def _source(before: str, after: str) -> tuple[str, str]:
    """The source named beside an amount and its provider: ("enveloppe", "ANRU"), ("Fonds …", "État")."""
    name = names.without_article(_VERB.sub("", _GIVES.sub("", before).strip(" ,;:(")))
    if (held := _ENVELOPE_OF.match(name)) is not None:
        return "enveloppe", held["who"]
    if (purpose := _FOR.match(after)) is not None and (not name or _VERB_ALONE.match(name)):
        name = purpose["what"].strip()
    return name or "enveloppe nationale", STATE
