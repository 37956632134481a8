"""Who gives and who receives: names, numbers, and rows that make no grant to an organisation."""

from __future__ import annotations

import re
from decimal import Decimal

from graph.text import fold
from loaders.forms.grants.cells import Cells
from loaders.forms.grants.grant import Party
from loaders.forms.grants.natures import is_awarded
from loaders.forms.grants.people import is_person
from loaders.words.siret import Number, State, read_siret

STATE, NOBODY = "État", "Attribuant non nommé"
_LONGEST_NAME = 300
_NO_ONE = re.compile(
    r"(?:divers(?:es)?|plusieurs|multiples|differents)(?: (?:beneficiaires?|associations?|organismes?|structures?))?"
    r"|(?:beneficiaires?|associations?|organismes?) (?:divers(?:es)?|multiples)|voir (?:la )?(?:liste|annexe).*"
)
_ODD_NUMBERS = {
    State.DAMAGED: "siret-abime",
    State.WRONG_KEY: "siret-cle",
    State.WRONG_LENGTH: "siret-longueur",
    State.REPAIRED: "siret-repare",
    State.OTHER: "siret-autre",
    State.RNA: "siret-autre",
    State.SIREN: "siren-seul",
}
_UNNUMBERED = (State.ABSENT, State.OTHER, State.RNA)


def bare_name(words: str) -> str:
    """A name as printed, without the commas around it."""
    return words.strip(" ,;")


def read_party(cells: Cells, role: str) -> Party:
    """A grantor or a beneficiary, by its role; where only its number is given, that is its name."""
    words = cells.words(f"{role}_id")
    number = read_siret(words)
    name = bare_name(cells.words(role))
    if not any(sign.isalnum() for sign in name) or _NO_ONE.fullmatch(fold(name[:80])):
        name = f"SIRET {number.siret}" if number.siret else f"SIREN {number.siren}" if number.siren else ""
    repeats_name = number.state == State.OTHER and fold(words) == fold(name)
    if number.state in _ODD_NUMBERS and not repeats_name:
        cells.odd(_ODD_NUMBERS[number.state], f"{role}_id", words, other=number.siret or number.siren or "")
    elif role == "beneficiary" and number.state in _UNNUMBERED and name:
        cells.odd("siret-absent", f"{role}_id")
    return Party(name, number)


def read_grantor(cells: Cells, only: str | None) -> Party:
    """The grantor of a row; where none is named, the State, or the `only` one of the table."""
    if cells.columns.of_the_state:
        return Party(STATE, Number(State.ABSENT))
    grantor = read_party(cells, "grantor")
    if not grantor.name or len(grantor.name) > _LONGEST_NAME:
        cells.odd("attribuant-absent", "grantor")
        grantor.name = only or NOBODY
    return grantor


def refusal(cells: Cells, beneficiary: Party, printed: Decimal) -> str:
    """Why a row makes no grant to an organisation, in French; "" where it makes one."""
    status = cells.words("status")
    if status and not is_awarded(status):
        cells.odd("non-attribuee", "status", status, printed)
        return "demandes non attribuées"
    if not beneficiary.name or len(beneficiary.name) > _LONGEST_NAME:
        code = "nom-trop-long" if beneficiary.name else "beneficiaire-absent"
        cells.odd(code, "beneficiary", euros=printed)
        return "lignes sans bénéficiaire"
    registered = beneficiary.number.state not in _UNNUMBERED or bool(cells.words("rna"))
    if is_person(beneficiary.name, registered, cells.columns.of_the_state):
        cells.odd("personne", "beneficiary", euros=printed)
        return "personnes"
    return ""
