"""Who does what inside a sentence, by the words that give a role: "piloté par", "avec", "(X)", "financé par"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.text import fold
from loaders.words.names import is_acronym_of, is_generic
from loaders.words.organisations import Name, Organisations
from loaders.words.spellings import plain
from loaders.words.split import split_outside

PILOTS, PARTNERS, FUNDS, MENTIONED = "PILOTS", "PARTNERS", "FUNDS", "MENTIONED_IN"
_OF = r"(?:de\b|du\b|d')"


@dataclass(frozen=True)
class _Trigger:
    """Words after which names have a role; `co` where they have it with others."""

    role: str
    words: re.Pattern[str]
    co: bool = False


def _trigger(role: str, *words: str, co: bool = False) -> _Trigger:
    return _Trigger(role, re.compile("|".join(words)), co)


# In this order: where two of them overlap, the first counts.
_TRIGGERS = (
    _trigger(
        FUNDS,
        r"(?i:\b(?:co-?)?(?:financ|subventionn)ée?s? (?:\w+ment |à \d+ ?% )?par\b|\bsoutenue?s? financièrement par\b)",
        r"(?i:\bversée?s? par\b|\bfinancements? par\b)",
        rf"(?i:\bgrâce (?:à un|aux?|à des) (?:co-?)?financements? {_OF})",
        rf"(?i:\(\s*(?:co-?)?financements?\s*:?\s+(?:{_OF}\s*)?|\bsoutien financier {_OF})",
        rf"(?i:(?<!demande de )(?<!recherche de )\b(?:crédits|subventions?|cofinancements?) {_OF})",
        r"\b[Cc]o-?financements? (?=[A-ZÀ-Þ])",
    ),
    _trigger(
        PILOTS, r"(?i:\bco-?(?:pilot|port)ée?s? (?:\w+ment )?par\b|\bco-?(?:pilotage|portage|pilotes?)\s*:)", co=True
    ),
    _trigger(
        PILOTS,
        r"(?i:\b(?:pilot|port)ée?s? (?:\w+ment )?par\b)",
        rf"(?i:\bsous (?:le |la )?(?:pilotage|portage|maîtrise d'ouvrage|responsabilité) {_OF})",
        r"(?i:\b(?:pilotes?|pilotage|porteurs?|portage|chefs? de file)\s*:)",
    ),
    _trigger(
        PARTNERS,
        rf"(?i:\bavec (?:le |l')?(?:soutien|appui|concours|aide|accompagnement|participation)(?: \w+)? {_OF})",
        rf"(?i:\bpar (?:l'intermédiaire|le biais|l'entremise) {_OF})",
        r"\b(?:[Cc]onvention )?(?:de )?partenariat(?=\s+[A-Z])",
        r"(?i:\b(?:avec|par|via|grâce (?:à|au|aux)|à travers)\b)",
    ),
)
_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:et\s+|ainsi que\s+|puis\s+)?|/|\+|&|\bet\b|\bainsi que\b|\bou\b|\bpuis\b)\s*"
    r"(?:(?:de|du|d'|par|(?<=et )(?:à|aux?))\b\s*)?"
)
_COLON = re.compile(r"\s*:\s+")
_WHERE = re.compile(r"\s+(?:à|au|aux|en|sur|dans)\s+(?:la |le |les |l')?[A-ZÀ-Þ][\w'-]*(?=\s*(?:[,;/]|et\b))")
_LOWER = r"(?!(?:par|avec|pour|dans|via|qui)\b)[^\W\d_A-ZÀ-Þ]+(?:['-][^\W\d_A-ZÀ-Þ]+)*(?![\w'-])"
_PUBLIC = re.compile(rf"(?:les? |la |l'|des |aux? |une? )?{_LOWER}(?: {_LOWER}){{0,6}}(?=\s*(?:[,;/:]|\bet\b|\bainsi))")
_LEADING = re.compile(
    r"(?:ex(?:emple)?s?\s*[.:]+|notamment|dont|avec|par|via|en lien avec|en partenariat avec|partenaires?\s*:)\s*", re.I
)
_EXAMPLE = re.compile(r"^(?:voir|cf|ex\b|exemple|dont \d)", re.IGNORECASE)
_TITLED = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [^\W\d_][\w'-]*){1,3}")
_LONGEST_SPELLING = 16
_OPEN = re.compile(r"\(([^()]*)\)?")


@dataclass(frozen=True)
class Citation:
    """An organisation that a sentence names, as printed, its role (a relationship type), and where it stands."""

    name: str
    role: str
    start: int
    co: bool = False


def citations(sentence: str, organisations: Organisations) -> list[Citation]:
    """Everyone a sentence names, each name once in its strongest role, in the order of the sentence."""
    text = plain(sentence)
    found = [*_by_trigger(text, organisations), *_by_parentheses(text, organisations)]
    taken = [(cited.start, cited.start + len(cited.name)) for cited in found]
    found += [
        Citation(name.text, MENTIONED, name.start)
        for name in organisations.named(text)
        if not any(start < name.end and name.start < end for start, end in taken) and not _is_spelt_out(text, name)
    ]
    return _strongest(cited for cited in found if not _is_public(cited.name))


def _is_public(name: str) -> bool:
    """True where the words name no one in particular; a capital or a number inside them does."""
    return is_generic(name) and not re.search(r"[A-ZÀ-Þ\d]", name[1:])


def _strongest(found: Iterable[Citation]) -> list[Citation]:
    """One citation a name and role; a mention adds nothing to a role."""
    ordered = sorted(found, key=lambda cited: (cited.role == MENTIONED, cited.start))
    kept: dict[tuple[str, str], Citation] = {}
    roles: dict[str, str] = {}
    for cited in ordered:
        name = fold(cited.name)
        if cited.role == MENTIONED and name in roles:
            continue
        roles[name] = cited.role
        kept.setdefault((name, cited.role), cited)
    return sorted(kept.values(), key=lambda cited: cited.start)


def _by_trigger(text: str, organisations: Organisations) -> list[Citation]:
    """Names in the lists that words of role open; where two such words overlap, the first of the table counts."""
    taken: list[tuple[int, int]] = []
    found: list[Citation] = []
    for trigger in _TRIGGERS:
        for match in trigger.words.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            names = _list_at(text, match.end(), organisations)
            taken.append((match.start(), names[-1].end if names else match.end()))
            found += [Citation(name.text, trigger.role, name.start, trigger.co) for name in names if name.actor]
    return found


def _list_at(text: str, position: int, organisations: Organisations) -> list[Name]:
    """The names of a coordination: "la MLJ, la SEAS et la DREETS"; publics among them are passed over."""
    names: list[Name] = []
    while position < len(text):
        start = position + len(text[position:]) - len(text[position:].lstrip(' "«'))
        name = organisations.at(text, start, loose=True)
        if name is not None:
            names.append(name)
            position = _after_parentheses(text, name.end)
        elif (public := _PUBLIC.match(text, start)) is not None:
            position = public.end()
        else:
            break
        if (where := _WHERE.match(text, position)) is not None:
            position = where.end()
        separator = _SEPARATOR.match(text, position) or (name is None and _COLON.match(text, position))
        if not separator:
            break
        position = separator.end()
    return names


def _after_parentheses(text: str, position: int) -> int:
    inner = re.compile(r"\s*\([^()]*\)").match(text, position)
    return inner.end() if inner and _SEPARATOR.match(text, inner.end()) else position


def _by_parentheses(text: str, organisations: Organisations) -> list[Citation]:
    """ "(X)" after an action: partners, where at least half of what stands there is names."""
    found: list[Citation] = []
    for match in _OPEN.finditer(text):
        inner = match[1].strip()
        if _EXAMPLE.match(inner) or _opens_with_role(inner):
            continue
        pieces = list(_pieces(match[1], match.start(1)))
        names = [name for start, piece in pieces if (name := _whole(text, start, piece, organisations)) is not None]
        among_others = any(not name.actor for name in names)
        actors = [
            name
            for name in names
            if name.actor and (name.sure or not among_others) and not _spells_out(text[: match.start()], name.text)
        ]
        if actors and 2 * len(actors) >= len(pieces):
            found += [Citation(name.text, PARTNERS, name.start) for name in actors]
    return found


def _opens_with_role(inner: str) -> bool:
    """Between parentheses too, words of role come first: "(financements État)", "(pilotage : A et B)"."""
    return any(trigger.words.match(words) for trigger in _TRIGGERS for words in (inner, f"({inner}"))


def _pieces(inner: str, start: int) -> Iterator[tuple[int, str]]:
    """The items between parentheses, each with its place; "autres" and dots are none."""
    position = start
    for piece in split_outside(inner, ",;/"):
        for part in re.split(r"(\s+et\s+)", piece):
            words = part.strip(" .…")
            if words and words != "et" and not words.startswith("autre"):
                yield position + len(part) - len(part.lstrip()), words
            position += len(part)
        position += 1


def _whole(text: str, start: int, piece: str, organisations: Organisations) -> Name | None:
    """The name that a piece is, whole."""
    leading = _LEADING.match(piece)
    begin = start + (leading.end() if leading else 0)
    name = organisations.at(text, begin, loose=True)
    if name is not None and name.end >= start + len(piece) - 1:
        return name
    looks_like_one = _TITLED.fullmatch(text, begin, start + len(piece)) and not (name and not name.actor)
    return Name(begin, start + len(piece), text[begin : start + len(piece)], sure=False) if looks_like_one else None


def _is_spelt_out(text: str, name: Name) -> bool:
    """True between parentheses that only say in full the acronym before them: "la CMER (Cellule …)"."""
    acronym = re.search(r"([\w+]+)\s*\(\s*$", text[: name.start])
    inner = text[name.start : text.find(")", name.start)]
    return acronym is not None and is_acronym_of(acronym[1], inner)


def _spells_out(before: str, short: str) -> bool:
    """True where parentheses only give the acronym of the words before them."""
    words = before.split()[-_LONGEST_SPELLING:]
    return any(is_acronym_of(short, " ".join(words[start:])) for start in range(len(words) - 1))
