"""Forms of names: what tells a name from a description, a service from a member, a public from an actor."""

from __future__ import annotations

import re

from graph.text import fold, initials, is_acronym, plain_punctuation, strip_accents
from loaders.words.usual import usual_names

ORGANISATION_HEADS = frozenset(
    """secours etat parquet rectorat agence amicale association atelier bibliotheque bureau cafe caisse centre
    chambre club collectif college comite commune communaute compagnie conseil croix departement direction
    ecole entreprise equipe fabrique federation fondation foyer groupe groupement hopital institut lycee
    mairie maison mission mjc musee office pole prefecture region regie reseau service syndicat theatre
    tribunal union universite ville""".split()
)
COLLECTIVITIES = frozenset(
    """ville commune communes agglomeration agglo departement region metropole communaute mairie municipalite
    intercommunalite epci""".split()
)
SERVICE_WORDS = re.compile(
    r"^(?:les? |la |l')?(?:services?|mairies? de quartiers?|directions?|police municipale|polices municipales"
    r"|action sociale|petite? enfance|jeunesse|education|dgs|dga|pmi|mds|ase|plie|cabinet|elus?|bibliotheques?|ccas)\b"
)
TERRITORY_ACRONYMS = frozenset("qpv qva qrr zrr zus npnru pru pnru".split())
GENERIC_PUBLICS = frozenset(
    """habitants jeunes familles parents femmes enfants usagers citoyens locataires riverains associations entreprises
    acteurs benevoles seniors""".split()
)
FUNDS = {"feder": "FEDER", "fse": "FSE", "fse+": "FSE+", "fami": "FAMI", "leader": "LEADER", "fipd": "FIPD"}
_PLURAL_HEADS = frozenset(
    """communes musees collectivites bailleurs jardins ecoles colleges lycees mairies partenaires institutions
    structures operateurs services centres clubs bibliotheques professionnels enseignants financeurs elus""".split()
)
PLACEHOLDERS = re.compile(
    r"^(?:neant|sans objet|a (?:definir|preciser|completer|confirmer|determiner)|en cours(?: de \w+)?|ras|nc|n/a"
    r"|aucune?s?|non renseigne|(?:d')?autres?(?: partenaires?| acteurs?| structures?| associations?)?|[-–./]*)$"
)
AMOUNT = re.compile(r"\d\s*(?:€|[km]€|%|euros?\b)", re.IGNORECASE)
PERSON = re.compile(r"^(?:M\.|Mr\.?|Mme|Mlle|Dr\.?|Monsieur|Madame) [A-ZÀ-Þ]|@")
CONTACT = re.compile(
    r"(?:contacts?|tel|telephone|portable|mails?|e-?mails?|courriels?)\b|(?:\+33 ?|0)\d(?:[ .-]?\d{2}){4}$"
)
NOTES = re.compile(
    r"\d|ex\b|ex\.|dont \d|a (?:confirmer|definir|preciser)|pressentis?|co-?pilotes?|pilotes?|financeurs?|sous reserve"
    r"|en cours|en lien|selon|si |le cas echeant"
)
VIA = re.compile(r"\s+(?:à travers|a travers|via|par l['’]intermédiaire de|par le biais de)\s+", re.IGNORECASE)
OF = r"(?:de la |de l['’]|du |des |de |d['’])"
_SINGULAR_IN_S = frozenset(
    "sous secours pays palais univers corps bus campus fonds cours acces relais temps france".split()
)
_CORPS = re.compile(r"^(?:les )?sapeurs-pompiers$", re.IGNORECASE)
_PREPOSITIONS = re.compile(r"\s+(?:sur|avec|pour|dont|dans|qui|afin)\s.*$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:les?|la|une?|des|du)\s+|^l['’]\s*", re.IGNORECASE)
_TAIL = " ,;.:…"
_AND_SO_ON = re.compile(r"\betc$")


def clean(text: str) -> str:
    """A name as printed, without trailing commas, dots and "etc.", spaces made single."""
    bare, shorter = "", " ".join(text.split())
    while bare != shorter:
        bare = shorter
        shorter = _AND_SO_ON.sub("", bare.rstrip(_TAIL))
    return bare


def without_article(text: str) -> str:
    """A name without its leading article."""
    return _ARTICLE.sub("", text).strip()


def first_word(text: str) -> str:
    """The folded head of a name, articles left out."""
    words = re.findall(r"[\w+]+", fold(without_article(text)))
    return words[0] if words else ""


def is_collectivity(text: str) -> bool:
    """True where a carrier's members are its own services: a town, an agglomeration ("Grand …"), a department."""
    folded = fold(without_article(text))
    opens = re.match(r"(?:grande?|pays|conseil (?:departemental|regional|municipal))\b", folded)
    closes = re.search(r"\b(?:metropole|agglomeration|agglo|communaute)$", folded)
    return first_word(text) in COLLECTIVITIES or bool(opens or closes)


def is_service(text: str) -> bool:
    """True for words that name a part of an organisation: "service éducation", "mairies de quartier"."""
    return bool(SERVICE_WORDS.match(fold(text)))


def proper_nouns(text: str) -> list[str]:
    """Capitalised words but the first, acronyms included: what makes a name name someone."""
    words = re.findall(r"[\w+'-]+", plain_punctuation(without_article(text)))
    return [
        word
        for word in words[1:]
        if re.match(r"(?:[dl]')?[^\W\d_]", word) and strip_accents(word.split("'")[-1])[:1].isupper()
    ]


def is_generic(text: str) -> bool:
    """True where the words name no one in particular: "bailleurs sociaux", "un référent par commune"."""
    plain = plain_punctuation(text).strip()
    if re.match(r"(?:une?|des|\d+)\s", plain, re.IGNORECASE):
        return True
    if without_article(plain)[:1].isupper() and fold(without_article(plain)) in usual_names():
        return False
    head = first_word(plain)
    if head in GENERIC_PUBLICS:
        return not proper_nouns(plain)
    if _CORPS.search(plain):
        return False
    bare = without_article(plain)
    if bare != plain and bare[:1].isupper():
        return False
    if not head.endswith("s") or head in _SINGULAR_IN_S or is_acronym(bare.split()[0]) or proper_nouns(plain):
        return False
    return head in _PLURAL_HEADS or bare[:1].islower() or len(bare.split()) > 1


def is_public(text: str) -> bool:
    """True where the words name a public, or a plural of organisations, without saying which: "conseils citoyens"."""
    head = first_word(text)
    known = head in GENERIC_PUBLICS or head in _PLURAL_HEADS or head.rstrip("sx") in ORGANISATION_HEADS
    return known and is_generic(text)


def counted(text: str) -> str:
    """ "45 travailleurs sociaux sur l'agglomération" → "travailleurs sociaux"; other names as they are."""
    match = re.match(r"^(?:les )?\d[\d ]*\s+(?=[a-zà-ÿ'’]+[sx]\b)", text)
    return _PREPOSITIONS.sub("", text[match.end() :]) if match else text


def is_acronym_of(short: str, name: str) -> bool:
    """True where `short` may stand for `name`: same first letter, and its letters among the initials, in any order."""
    letters = re.sub(r"[^A-Z]", "", strip_accents(short).upper())
    words = re.findall(r"[^\W\d_]+", strip_accents(plain_punctuation(name)))
    if not is_acronym(short) or len(words) < 2 or not letters:
        return False
    available = [word[0].upper() for word in words]
    if letters[0] != available[0]:
        return False
    for letter in letters:
        if letter not in available:
            return False
        available.remove(letter)
    return len(letters) >= max(2, len(initials(name)) - 1)


def has_organisation_form(text: str) -> bool:
    """True for words that have the form of an organisation's name: a known head, or an acronym."""
    bare = without_article(text)
    if not bare:
        return False
    head = first_word(text)
    return head in ORGANISATION_HEADS or (is_acronym(bare.split()[0]) and head not in TERRITORY_ACRONYMS)
