"""Where one name ends and the next begins: commas, slashes and "et" that join two names, or stand inside one."""

from __future__ import annotations

import re

from graph.text import fold, is_acronym
from loaders.words import names
from loaders.words.split import split_outside

CONJUNCTION = re.compile(r"\s+(?:et|&|ainsi que)\s+", re.IGNORECASE)
_OF = r"(?:de la |de l['’]|du |de |d['’])(?=[A-ZÀ-Þ])"
_COMPLEMENT = re.compile(rf"^{_OF}")
_COMPLEMENT_INSIDE = re.compile(rf"\s{_OF}")
_GOES_ON = re.compile(r"^\s*(?:et |de la |de l['’]|du |des |de |d['’]|à la |à l['’]|aux )(?=[a-zà-ÿ])")
_SEPARATORS = ",|\t•"
_PARTS = frozenset("service services direction directions pole poles".split())
_SINGLE_SERVICE = re.compile(r"^(?:service|direction|pole|departement) ")


def split_commas(text: str) -> list[str]:
    """Items between commas; "Direction de l'économie, de l'emploi et du travail" stays one."""
    items: list[str] = []
    for part in split_outside(text, _SEPARATORS):
        shared = _distribute(items[-1], part.strip()) if items and _COMPLEMENT.match(part.strip()) else None
        if shared:
            items.append(shared[1])
        elif items and (_GOES_ON.match(part) or _lists_a_service(items[-1], part)):
            items[-1] = f"{items[-1]},{part}"
        else:
            items.append(part)
    return items


def _lists_a_service(before: str, part: str) -> bool:
    """ "Service jeunesse, culture et sports": bare words, the last after "et", go on with one service's name."""
    words = part.strip()
    return bool(_SINGLE_SERVICE.match(fold(before))) and bool(re.fullmatch(r"[a-zà-ÿ]+ et [a-zà-ÿ]+", words))


def split_names(part: str, standalone: frozenset[str]) -> list[str]:
    """Split "X/Y" and "X et Y" where both sides stand as names. `standalone`: folded names seen alone elsewhere."""
    pieces = [piece.strip() for piece in split_outside(part, "/")]
    if len(pieces) > 1 and not _splits_at_slash(part, pieces, standalone):
        pieces = [part.strip()]
    return [name for piece in pieces if piece for name in _split_conjunction(piece, standalone)]


def stands_alone(name: str, standalone: frozenset[str]) -> bool:
    """True where a name is also printed by itself, elsewhere in the document."""
    return fold(names.without_article(names.clean(name))) in standalone


def _splits_at_slash(whole: str, pieces: list[str], standalone: frozenset[str]) -> bool:
    """Acronyms split; so do pieces that each stand as a name, but not "Équipe projet Ville / Agglomération"."""
    if any(is_acronym(names.clean(piece)) for piece in pieces):
        return True
    if not all(pieces):
        return False
    bare = fold(pieces[-1]) in names.COLLECTIVITIES
    shares_its_head = bare and fold(pieces[0]).split()[-1] in names.COLLECTIVITIES and " " in pieces[0]
    spaced = " / " in whole and all(piece[:1].isupper() for piece in pieces)
    return not shares_its_head and (spaced or all(_may_stand(piece, standalone) for piece in pieces))


def _may_stand(piece: str, standalone: frozenset[str]) -> bool:
    return _is_name(piece, standalone) or names.is_generic(piece) or names.has_organisation_form(piece)


def _split_conjunction(part: str, standalone: frozenset[str]) -> list[str]:
    found: list[str] = []
    while True:
        match = next((m for m in CONJUNCTION.finditer(part) if not _inside_parentheses(part, m.start())), None)
        if match is None or part.strip()[:1].isdigit():
            return [*found, part]
        left, right = part[: match.start()], part[match.end() :]
        if _COMPLEMENT.match(right):
            return [*found, *(_distribute(left, right) or [part])]
        if not _are_two(left, match.group(), right, standalone):
            return [*found, part]
        found.append(left)
        part = right


def _are_two(left: str, conjunction: str, right: str, standalone: frozenset[str]) -> bool:
    """True where both sides of "et" are names, or both publics."""
    if _is_name(right, standalone) and _may_precede(left, standalone):
        return True
    return "&" not in conjunction and names.is_public(left) and names.is_public(right)


def _may_precede(left: str, standalone: frozenset[str]) -> bool:
    """What may stand before "et" and a name: a name, a public, or one proper noun ("Emmaüs et la Maison …")."""
    one_word = left.strip()[:1].isupper() and " " not in left.strip() and names.first_word(left) not in _PARTS
    return one_word or _is_name(left, standalone) or names.is_generic(left)


def _is_name(text: str, standalone: frozenset[str]) -> bool:
    """True where one side of "et" is a name by itself: known elsewhere, a public, or of the form of a name."""
    name = names.clean(text)
    if stands_alone(name, standalone) or fold(name) in names.GENERIC_PUBLICS:
        return True
    capital = names.without_article(name)[:1].isupper()
    return capital and (names.has_organisation_form(name) or names.is_collectivity(name))


def _distribute(left: str, right: str) -> list[str] | None:
    """ "CCAS de Cognin et de Barby" → two names, where the head is an acronym or a plural; else one name."""
    head = left.split()[0] if left.split() else ""
    complement = _COMPLEMENT_INSIDE.search(left)
    if complement is None or not (is_acronym(head) or names.first_word(left).endswith(("s", "x"))):
        return None
    return [left, f"{left[: complement.start()]} {right}"]


def _inside_parentheses(text: str, position: int) -> bool:
    return text.count("(", 0, position) > text.count(")", 0, position)
