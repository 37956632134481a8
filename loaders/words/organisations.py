"""Reads one organisation's name at a place of a sentence: a known one, or one that its form or its capitals tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.text import fold, is_acronym
from loaders.words.names import ORGANISATION_HEADS, TERRITORY_ACRONYMS, without_article
from loaders.words.spellings import Spellings, folded_in_place

_ARTICLE = re.compile(r"(?:l['’]|(?:la|le|les|un|une|du|des|de la|de l'|de|d'|notre|son|sa|leur)\s+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w.+-]*(?:'[^\W_][\w.+-]*)*|[&]")
_QUOTED = re.compile(r"[\"«“]\s*(?P<inner>\w[^\"»”]{1,60}?)\s*[\"»”]")
_START = re.compile(r"[^\W_][\w.+-]*")
_LINK = re.compile(r"\s*(?:(?:de la|de l'|des|du|de|d'|la|les|le|l'|à la|à l'|et d'|et de)\s*(?=\b))", re.I)
_OF = re.compile(r"\s+(?:de la |de l'|des |du |de |d')", re.IGNORECASE)
_STOPS = frozenset(
    """pour avec par dans qui que sur afin sous selon vers chez dont et ou est sont sera seront a ont lors puis en au
    aux     pendant depuis comme si notamment ainsi via entre apres avant autour""".split()
)
_SITE = re.compile(
    r"(?:plan d'eau|place|rue|avenue|boulevard|chemin|parc|square|jardin|champ|quartier|gymnase|stade|salle|tour|"
    r"r[ée]sidence|immeuble|b[âa]timent|copro\w*|pont|lac|all[ée]e|cit[ée] (?!des? )|hameau)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:M\.|Mr|Mme|Mlle|Dr|Madame|Monsieur)\s")
_NO_ONE = frozenset(
    "internet facebook instagram whatsapp youtube snapchat tiktok zoom pix linkedin parcoursup covid noel".split()
)
_HEADS = (
    ORGANISATION_HEADS
    | frozenset("fjt cinema radio banque laboratoire cooperative ludotheque mediatheque tiers cellule planning".split())
) - frozenset("etat region departement rectorat parquet equipe".split())
_NO_HEAD = re.compile(r"(?:centre (?:commercial|ville|bourg|ancien)|centre-ville|groupe scolaire)\b", re.IGNORECASE)
_BARE = frozenset(
    "etat region departement rectorat prefecture sous-prefecture agglomeration agglo ville mairie parquet".split()
)
_INSTITUTION = re.compile(r"(?<!\w)(?:l'|la |le |du |au )(?=(?:Etat|État|R[ée]gion|D[ée]partement|Rectorat|Parquet)\b)")
_LONGEST_RUN = 4
_ADJECTIVE = re.compile(r" ([a-zà-ÿ-]{3,}(?<!é)(?<!ée)(?<!és)(?<!ées))(?=\s*(?:[,;)/.]|$)|\s+(?:et|ou)\s)")
_ACTION_NOUN = re.compile(r"[A-ZÀ-Þ]\w+(?:ment|tion|sion|age|ance|ence)s?")
_ORDINAL = re.compile(r"\d(?:er|nde?|e|ème)\b")
_USUAL = frozenset(
    """CCAS CIAS CAF CPAM CARSAT MSA ARS MJC CSC MLJ DDETS DDETSPP DREETS DRAC DSDEN DDT DREAL CCI CMA AFPA CIDFF ADIL
    ADIE AFEV GRETA CDOS UDAF PMI CHU EPFL SDIS OPAC OPH FJT CADA CHRS CMP CSAPA CAARUD CROUS CNFPT""".split()
)


@dataclass(frozen=True)
class Name:
    """Words of a plain text, from `start` to `end`.

    `actor` is False for a programme, a place or a tool; `sure`, where only capitals tell a name.
    """

    start: int
    end: int
    text: str
    actor: bool = True
    sure: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


class Organisations:
    """Reads names in one document. `actors` are known ones; `others`, names that are none, however they look."""

    def __init__(self, actors: Iterable[str], others: Iterable[str]) -> None:
        known = {fold(name) for name in actors}
        self._actors = Spellings(known)
        unlike = {fold(name) for name in others} - known
        self._others = Spellings(unlike)
        self._other_letters = {_letters(name) for name in unlike}

    def named(self, text: str) -> list[Name]:
        """Known names printed as names, and those of the form of one; programmes, tools and quotes hide theirs."""
        hidden = [(match.start, match.end) for match in self._others.find(text)]
        hidden += [match.span("inner") for match in _QUOTED.finditer(text)]
        known = [Name(m.start, m.end, text[m.start : m.end]) for m in self._actors.find(text)]
        formed = [self.at(text, word.start()) for word in _START.finditer(text) if _tells(word.group())]
        formed += [self.at(text, match.start()) for match in _INSTITUTION.finditer(text)]
        formed = [name for name in formed if name and not (name.text[0].islower() and _holds(name, known))]
        names = [name for name in [*known, *filter(None, formed)] if name.actor and _printed_as_name(name.text)]
        shown = [name for name in names if not any(_within((name.start, name.end), span) for span in hidden)]
        return [
            name
            for name in shown
            if not any(_within((name.start, name.end), (other.start, other.end)) for other in shown)
        ]

    def at(self, text: str, position: int, *, loose: bool = False) -> Name | None:
        """The name that begins at a position, after an article or not; `loose` takes capitals alone for a name."""
        bare = _after_articles(text, position)
        for start in dict.fromkeys((position, bare)):
            if (known := self._known_at(text, start)) is not None:
                return known
        if _PERSON.match(text, bare) or _SITE.match(text, bare):
            return None
        definite = re.search(r"(?:l'|\b(?:la|le|du|au)\s)$", text[position:bare], re.IGNORECASE) is not None
        end = _form_end(text, bare) or (_bare_end(text, bare) if definite else None)
        end = end or (_titled_end(text, bare) if loose else None)
        if end is not None:
            return self._named(text, position, bare, end, sure=True)
        end = (_capitals_end(text, position) or _capitals_end(text, bare)) if loose else None
        return self._named(text, position, bare, end, sure=False) if end else None

    def _known_at(self, text: str, start: int) -> Name | None:
        folded = folded_in_place(text)
        actor, other = self._actors.at(folded, start), self._others.at(folded, start)
        if other and (actor is None or other.end > actor.end):
            return Name(start, other.end, text[start : other.end], actor=False)
        if actor is None:
            return None
        goes_on = is_acronym(text[start : actor.end]) or _OF.match(text, actor.end)
        end = _proper_tail(text, actor.end) if goes_on else actor.end
        return Name(start, end, text[start:end])

    def _named(self, text: str, position: int, bare: int, end: int, *, sure: bool) -> Name | None:
        start = position if text[position : position + 1].isupper() and position != bare else bare
        words = text[start:end].strip()
        if fold(words) in _NO_ONE or _ORDINAL.search(words):
            return None
        parts = {_letters(words), *(_letters(part) for part in words.split()[0].split("-"))}
        actor = not parts & self._other_letters and fold(words) not in TERRITORY_ACRONYMS
        return Name(start, end, words, actor=actor, sure=sure)


def _printed_as_name(printed: str) -> bool:
    """Known names are printed with a capital, or in several words."""
    return printed != printed.lower() or len(without_article(printed).split()) > 1


def _holds(name: Name, others: list[Name]) -> bool:
    """True where a name in small letters is about another one: "les agences Pôle Emploi", "un réseau du REP+"."""
    return any(_within(other.span, name.span) and other.start > name.start for other in others)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _tells(word: str) -> bool:
    """True for words that begin a name wherever they stand: "collège …", "CCAS"."""
    return fold(word).split("-")[0] in _HEADS or word.rstrip(".") in _USUAL


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _after_articles(text: str, position: int) -> int:
    while (match := _ARTICLE.match(text, position)) is not None:
        position = match.end()
    return position


def _is_proper(word: str) -> bool:
    return word[:1].isupper() or bool(re.fullmatch(r"\d{1,3}", word))


def _form_end(text: str, start: int) -> int | None:
    """Where a name with a known head, or an acronym, ends: "association Tremplin", "club de boxe du Biollay"."""
    head = _WORD.match(text, start)
    if head is None:
        return None
    word = head.group().rstrip(".")
    if is_acronym(word):
        return _proper_tail(text, start + len(word))
    if fold(word).split("-")[0] not in _HEADS or _NO_HEAD.match(text, start):
        return None
    return _complement_end(text, head.end())


def _complement_end(text: str, position: int) -> int | None:
    """The end of a head's complement, which must reach a proper noun or a name in quotes."""
    end, run = None, 0
    while run <= _LONGEST_RUN:
        link = _LINK.match(text, position)
        position = link.end() if link else position + len(text[position:]) - len(text[position:].lstrip())
        if (quoted := _QUOTED.match(text, position)) is not None:
            return quoted.end()
        word = _WORD.match(text, position)
        if word is None or fold(word.group()) in _STOPS:
            break
        if _is_proper(word.group()):
            return _with_adjective(text, _proper_tail(text, word.end()))
        position, run = word.end(), run + 1
    return end


def _with_adjective(text: str, position: int) -> int:
    """The one small word that ends a name, where the sentence pauses after it: "association Marée basse"."""
    word = _ADJECTIVE.match(text, position)
    return word.end() if word and fold(word[1]) not in _STOPS else position


def _proper_tail(text: str, position: int) -> int:
    """Where the proper nouns that follow a name end: "MLJ| Albertville Tarentaise", "CCAS| de Cognin"."""
    while True:
        link = _OF.match(text, position) or re.compile(r"\s+(?:les |la |le |l')?").match(text, position)
        word = _WORD.match(text, link.end()) if link else None
        if word is None or not _is_proper(word.group()) or fold(word.group()) in TERRITORY_ACRONYMS:
            return position
        linked = bool(link and link.group().strip())
        if (linked and word.group().isdigit()) or (not linked and _ACTION_NOUN.fullmatch(word.group())):
            return position
        position = word.end() - (len(word.group()) - len(word.group().rstrip(".")))


def _bare_end(text: str, start: int) -> int | None:
    """ "la Région", "le Département", "la mission locale": one of its kind in a territory."""
    if (match := re.compile(r"mission locale(?: jeunes)?", re.IGNORECASE).match(text, start)) is not None:
        return match.end()
    word = _WORD.match(text, start)
    return word.end() if word and _is_proper(word.group()) and fold(word.group()) in _BARE else None


def _titled_end(text: str, start: int) -> int | None:
    """A known head in capitals with one complement: "Secours populaire", "Maison des adolescents"."""
    head = _WORD.match(text, start)
    if head is None or not head.group()[:1].isupper() or fold(head.group()) not in _HEADS:
        return None
    rest = re.compile(r"\s+(?:de la |de l'|des |du |de |d')?[a-zà-ÿ-]+").match(text, head.end())
    return rest.end() if rest and fold(rest.group().split()[-1]) not in _STOPS else None


def _capitals_end(text: str, start: int) -> int | None:
    """Words in capitals, with what links them: "Les Petits Débrouillards", "L'Atelier des possibles", "Unis-Cité"."""
    opening = re.compile(r"(?:Les |La |Le |L')").match(text, start)
    first = _WORD.match(text, opening.end() if opening else start)
    if first is None or not first.group()[:1].isupper():
        return None
    end = _proper_tail(text, first.end())
    if opening and end == first.end():
        rest = re.compile(r"\s+(?:de la |de l'|des |du |de |d'|à )?[a-zà-ÿ-]+").match(text, end)
        return rest.end() if rest and fold(rest.group().split()[-1]) not in _STOPS else end
    return end
