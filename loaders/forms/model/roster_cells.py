"""What single cells of the sheet « Acteurs » say, each checked against what is expected there."""

from __future__ import annotations

from graph.schema import ACTOR_KINDS
from graph.statements import Registration
from loaders.forms.model.problems import Problems
from loaders.forms.model.sheets import Entry
from loaders.forms.model.words import one_of, truth
from loaders.words.siret import State, read_siret

_KINDS = tuple(kind.name for kind in ACTOR_KINDS)
_SERVICE = "service"
_SOUND = (State.SIRET, State.REPAIRED, State.SIREN)


def kind_of(entry: Entry, problems: Problems, is_service: bool) -> str | None:
    """The kind of actor of a row; None where none of the list is given."""
    text = entry.text("kind")
    kind = one_of(text, _KINDS)
    if text and kind is None:
        message = f"« {text} » n'est pas dans la liste ({', '.join(_KINDS)}) : non retenu"
        problems.odd("type-inconnu", entry, "kind", message)
    elif kind and is_service and kind != _SERVICE:
        message = f"« {kind} » : un acteur qui est un service d'un autre est du type « {_SERVICE} »"
        problems.odd("type-de-service", entry, "kind", message, "info")
    return kind


def generic_of(entry: Entry, problems: Problems) -> bool | None:
    """Whether the name is said to name no one in particular; None where nothing is said."""
    text = entry.text("generic")
    said = truth(text) if text else None
    if text and said is None:
        problems.odd("oui-ou-non", entry, "generic", f"« {text} » : oui ou non étaient attendus")
    return said


def registration_of(entry: Entry, problems: Problems) -> Registration | None:
    """The SIRET, or the SIREN, of a row; None where there is no sound one."""
    text = entry.text("siret")
    number = read_siret(text)
    if number.state in _SOUND:
        return Registration(number.siren, number.siret)
    if number.state != State.ABSENT:
        message = f"« {text} » n'est pas un SIRET valable (14 chiffres, clé comprise) : non retenu"
        problems.odd("siret-invalide", entry, "siret", message)
    return None
