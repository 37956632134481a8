"""Suggestions for a person: pairs of actors that may be one organisation, and names merged by rule that may be two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from graph.model import Graph, Node
from graph.review.acronyms import expansions
from graph.review.signs import Reading, Sign, authority, signs
from graph.text import fold, initials

ONE, TWO = "peut-être une seule", "peut-être deux"
_MOST_COMMON = 60
_HOMONYMS = re.compile(
    r"^(?:c\.?c\.?a\.?s|cias|mjc|csc|centres? soci(?:al|aux)|centre communal d'action sociale|caisse des ecoles"
    r"|college|lycee|mission locale|regie de quartier|maison de quartier|foyer rural|club de \w+|comite des fetes"
    r"|police municipale|maison des jeunes et de la culture|bibliotheque|mediatheque|ludotheque)$"
)


@dataclass(frozen=True)
class Suggestion:
    """Two names of actors (of two actors, or of one) and the signs that they are one, or two."""

    kind: str
    ids: tuple[str, str]
    names: tuple[str, str]
    signs: tuple[Sign, ...]

    @property
    def weight(self) -> float:
        """How likely it is, 0 to 1: the strongest sign, each further one taking away a third of the doubt."""
        doubt = 1.0
        for rank, sign in enumerate(self.signs):
            doubt *= 1 - sign.weight if rank == 0 else 2 / 3
        return 1 - doubt


def suggest(graph: Graph) -> list[Suggestion]:
    """Every pair of actors with a sign that they are one, the likeliest first; generic names suggest nothing."""
    actors = {node.id: node for node in graph.by_label("Actor") if not node.properties.get("generic")}
    names = {id_: names_of(node) for id_, node in actors.items()}
    places = frozenset(word for node in graph.by_label("Place") for word in Reading(node.name).words)
    within = {(tie.start, tie.end) for tie in graph.by_type("PART_OF")}
    found = []
    for one, other in _candidates(names):
        if _parts(one, other, within) or _services_of_two(one, other, within):
            continue
        if (suggestion := _pair(actors[one], actors[other], names, places)) is not None:
            found.append(suggestion)
    found = [_less_sure(suggestion, found) for suggestion in found]
    found += [two for node in actors.values() for two in (*_merged_by_rule(node), *_bare(node))]
    return sorted(found, key=lambda suggestion: (-suggestion.weight, suggestion.names))


def _parts(one: str, other: str, within: set[tuple[str, str]]) -> bool:
    """A member and its group, a service and its organisation."""
    return (
        bool({(one, other), (other, one)} & within) or f"{other}/".startswith(f"{one}/") or one.startswith(f"{other}/")
    )


def _services_of_two(one: str, other: str, within: set[tuple[str, str]]) -> bool:
    """The technical services of two towns are two, however alike their names."""
    owners = [{whole for part, whole in within if part == id_ and id_.startswith(f"{whole}/")} for id_ in (one, other)]
    return bool(owners[0] and owners[1] and not owners[0] & owners[1])


def names_of(node: Node) -> tuple[str, ...]:
    """The name of an actor and every way in which it is printed."""
    return tuple(dict.fromkeys([node.name, *node.properties.get("aliases", ())]))


def _pair(one: Node, other: Node, names: Mapping[str, Sequence[str]], places: frozenset[str]) -> Suggestion | None:
    siren, another = _siren(one), _siren(other)
    if siren and another:
        sign = Sign("siren", f"même SIREN ({siren})", 0.99)
        return Suggestion(ONE, (one.id, other.id), (one.name, other.name), (sign,)) if siren == another else None
    best: tuple[Sign, ...] = ()
    printed = (one.name, other.name)
    for a, b in product(names[one.id], names[other.id]):
        found = tuple(signs(Reading(a, places), Reading(b, places)))
        if found and (not best or found[0].weight > best[0].weight):
            best, printed = found, (a, b)
    return Suggestion(ONE, (one.id, other.id), printed, best) if best else None


def _siren(actor: Node) -> str:
    """The company's number, which begins that of each of its establishments; "" where it is not known whole."""
    digits = re.sub(r"\D", "", str(actor.properties.get("siret") or ""))
    return digits[:9] if len(digits) >= 9 else ""


def _less_sure(suggestion: Suggestion, found: Sequence[Suggestion]) -> Suggestion:
    """A short name that several longer ones contain may be any of them."""
    if not any(sign.code == "contenu" for sign in suggestion.signs):
        return suggestion
    short = min(suggestion.names, key=len)
    rivals = [other for other in found if other is not suggestion and short in other.names]
    if not rivals:
        return suggestion
    message = f"« {short} » peut en être plusieurs ({len(rivals) + 1} noms le contiennent)"
    return Suggestion(
        suggestion.kind,
        suggestion.ids,
        suggestion.names,
        tuple(Sign(sign.code, f"{sign.french} ; {message}", sign.weight * 0.6) for sign in suggestion.signs),
    )


def _merged_by_rule(node: Node) -> Iterator[Suggestion]:
    """Two ways of printing one name that differ by a plural or an article: perhaps two organisations after all."""
    printed = sorted(set(node.properties.get("aliases", ())))
    for one, other in combinations(printed, 2):
        if fold(one) != fold(other) and "-".join(Reading(one).words) != "-".join(Reading(other).words):
            singular = [word.rstrip("sx") for word in Reading(one).words]
            if singular == [word.rstrip("sx") for word in Reading(other).words]:
                sign = Sign(
                    "pluriel", "réunis par la règle du pluriel : vérifiez qu'il s'agit bien d'un seul acteur", 0.2
                )
                yield Suggestion(TWO, (node.id, node.id), (one, other), (sign,))


def _bare(node: Node) -> Iterator[Suggestion]:
    """A name that many towns have ("CCAS", "MJC") and that says no place: perhaps several of them."""
    if "/" in node.id and _HOMONYMS.match(fold(node.name)):
        sign = Sign(
            "homonyme", f"« {node.name} » est un nom que beaucoup de communes ont : dites lequel, ou lesquels", 0.3
        )
        yield Suggestion(TWO, (node.id, node.id), (node.name, node.name), (sign,))


def _candidates(names: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of actors that share the beginning of a word of their own, or an acronym with initials."""
    blocks: defaultdict[str, set[str]] = defaultdict(set)
    for id_, printed in names.items():
        for key in {key for name in printed for key in _keys(name)}:
            blocks[key].add(id_)
    small = (sorted(block) for block in blocks.values() if len(block) <= _MOST_COMMON)
    return sorted({pair for block in small for pair in combinations(block, 2)})


def _keys(name: str) -> Iterable[str]:
    reading = Reading(name)
    yield from (word[:3] for word in reading.own)
    yield from (word[-4:] for word in reading.own if len(word) > 6)
    if not reading.own:
        yield " ".join(reading.words[:1])
    yield f"sigle {initials(name)}"
    yield f"sigle {''.join(word[0] for word in reading.words).upper()}"
    if reading.acronym:
        yield f"sigle {fold(reading.acronym).upper()}"
        yield from (key for full in expansions(reading.acronym) for key in _plain_keys(full))
    else:
        yield from _plain_keys(name)
    if reading.words:
        yield f"tête {reading.words[0]}"
    if (kind := authority(reading)) is not None:
        yield f"collectivité {kind}"


def _plain_keys(name: str) -> Iterable[str]:
    yield f"noms {' '.join(sorted(Reading(name).words)[:2])}"
