"""What is said of the names that registers of grants brought: joined by capitals, kept apart, placed by their area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.actors.registers import Register
    from graph.actors.resolve import Actor

_SHOWN = 20


def remarks(register: Register, actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Codes and French messages of findings, one a kind however many names it is about."""
    if register.capitals:
        pairs = _listed([f"« {name} » est « {head} »" for name, head in register.capitals])
        yield (
            "nom-en-capitales",
            f"noms en capitales sans accents, réunis à un nom accentué ({len(register.capitals)}) : {pairs} ; "
            "écrivez « distinct » dans acteurs.csv si l'un d'eux est faux",
        )
    if register.names:
        names = _listed(sorted(f"« {name} »" for name in set(register.names.values())))
        yield (
            "homonymes",
            f"mêmes noms, mais numéros ou territoires différents : gardés à part ({len(set(register.names.values()))}) "
            f": {names}",
        )
    if register.several:
        yield "territoire-devine", _home(register)
    joined = [f"« {actor.name} » ({', '.join(sorted(actor.sirens))})" for actor in actors if len(actor.sirens) > 1]
    if joined:
        yield "deux-siren", f"un seul acteur pour plusieurs SIREN, par décision ou par sigle : {_listed(joined)}"


def _home(register: Register) -> str:
    several = _listed(sorted(register.several))
    if not register.homes:
        return f"les subventions portent sur plusieurs territoires ({several}) : rien ne dit lequel est celui du plan"
    homes = ", ".join(f"{area} ({count} noms en commun)" for area, count in sorted(register.homes.items()))
    return (
        f"les subventions portent sur plusieurs territoires ({several}) ; d'après les noms, celui du plan serait "
        f"{homes} : les bénéficiaires des autres ne sont pas rapprochés du plan par leur seul nom"
    )


def _listed(names: Sequence[str]) -> str:
    more = f" et {len(names) - _SHOWN} autres" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
