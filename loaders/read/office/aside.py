"""What a document holds besides its text: set aside, counted, and said with its places."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.read.document import Note

_MOST_PLACES, _MOST_WORDS, _LONGEST, _LONGEST_NOTE, _MOST_NOTES = 8, 5, 80, 1_000, 300
FOOTNOTE, HIDDEN = "note-de-bas-de-page", "texte-masque"
# What is said of each kind, one and several.
_SAID = {
    "commentaire": ("{n} commentaire laissé de côté", "{n} commentaires laissés de côté"),
    "insertion-suivie": ("{n} insertion suivie, lue comme du texte", "{n} insertions suivies, lues comme du texte"),
    "suppression-suivie": ("{n} suppression suivie, non lue", "{n} suppressions suivies, non lues"),
    HIDDEN: ("{n} passage masqué, non lu", "{n} passages masqués, non lus"),
    "table-des-matieres": (
        "{n} ligne de table des matières laissée de côté",
        "{n} lignes de table des matières laissées de côté",
    ),
    "en-tete-de-page": (
        "{n} ligne d'en-tête ou de pied de page laissée de côté",
        "{n} lignes d'en-têtes et de pieds de page laissées de côté",
    ),
    "objet-non-lu": (
        "{n} image ou objet dessiné, dont rien n'est lu",
        "{n} images ou objets dessinés, dont rien n'est lu",
    ),
    "champ-a-remplir": ("{n} champ à remplir resté vide", "{n} champs à remplir restés vides"),
    "numero-de-titre": (
        "{n} numéro automatique de titre laissé de côté",
        "{n} numéros automatiques de titres laissés de côté",
    ),
    "tableau-imbrique": (
        "{n} tableau trop imbriqué, lu comme de simples paragraphes",
        "{n} tableaux trop imbriqués, lus comme de simples paragraphes",
    ),
    "document-joint": (
        "{n} document inséré dans celui-ci, non lu : donnez-le à part",
        "{n} documents insérés dans celui-ci, non lus : donnez-les à part",
    ),
    FOOTNOTE: ("{n} autre note de bas de page, non lue", "{n} autres notes de bas de page, non lues"),
}


@dataclass
class Kept:
    """What was set aside of one kind: how often, where, and the first words."""

    times: int = 0
    places: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass
class Aside:
    """What is set aside while a document is read."""

    kept: dict[str, Kept] = field(default_factory=dict)
    footnotes: list[Note] = field(default_factory=list)

    def add(self, kind: str, place: str = "", words: str = "") -> None:
        """One thing more of a kind, at a place, with its words where a person has no other way to find it."""
        kept = self.kept.setdefault(kind, Kept())
        kept.times += 1
        if place and place not in kept.places and len(kept.places) <= _MOST_PLACES:
            kept.places.append(place)
        words = " ".join(words.split())
        if words and words not in kept.words and len(kept.words) <= _MOST_WORDS:
            kept.words.append(_cut(words, _LONGEST))

    def footnote(self, place: str, words: str) -> None:
        """A note at the foot of a page or at the end. It is no line, for its call may stand amid a list of names."""
        if len(self.footnotes) >= _MOST_NOTES:
            self.add(FOOTNOTE, place)
        elif words:
            message = f"note de bas de page, non interprétée : « {_cut(words, _LONGEST_NOTE)} »"
            self.footnotes.append((FOOTNOTE, place, message))

    def notes(self) -> list[Note]:
        """What is to be said of the document, one note a kind, then each footnote."""
        return [self._note(kind, kept) for kind, kept in self.kept.items()] + self.footnotes

    def _note(self, kind: str, kept: Kept) -> Note:
        message = _SAID[kind][kept.times > 1].format(n=kept.times)
        if kept.words:
            message += f" : « {' », « '.join(kept.words[:_MOST_WORDS])} »"
            message += " …" if len(kept.words) > _MOST_WORDS else ""
        if len(kept.places) > 1:
            message += f" ({', '.join(kept.places[:_MOST_PLACES])}{' …' if len(kept.places) > _MOST_PLACES else ''})"
        return (kind, kept.places[0] if len(kept.places) == 1 else "document", message)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"
