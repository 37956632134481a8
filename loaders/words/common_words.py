"""Words that are no organisation's name by themselves, even with a capital: common nouns, events, given names. Data."""

from __future__ import annotations

import re

# Nouns that plans print with a capital: themes, publics, kinds of action, and words that names are often made of.
COMMON = frozenset(
    """acces accompagnement accueil acteur action activite adolescent adulte age agriculteur agriculture aidant
    aide aine air alcool alimentation ambassadeur ami amitie amour anglais animateur animation annee
    appartement apprentissage appui arbre arc architecture argent art artisan artisanat artiste assiette
    atelier avenir aventure baby bal ballon basket bateau batiment bebe benevole bibliotheque bien bilan bourse
    boxe bricolage budget bulletin bus cafe camion campagne caravane carte chance chant chantier charte chemin
    cheval ciel cinema cirque citoyen citoyennete classe clause coeur commercant commerce commission compost
    concert conference connexion conseiller consommation conte convention coordination couleur coup cours
    couture crayon creation creche crepe cuisine culture cycle danse debat demain demandeur dessin
    developpement diagnostic dialogue dimanche discrimination droit duree eau ecole ecologie economie ecoute
    ecriture education egalite eleve elu emploi employeur encadrement energie enfance enfant enfants engagement
    enseignant ensemble entraide entreprise entretien environnement epicerie equipement espace espoir ete
    etoile etudiant europe eveil exposition famille faune femme femmes fete feu fille film fleur flore foot
    football foret formateur formation forum francais fraternite frontiere futur garage garcon gardien gare
    genre gout gouter graine groupe gymnastique habitant habitat handicap harmonie histoire hiver homme horizon
    hygiene idee image information informatique insertion insertions instruction intergeneration internat
    itinerance jardin jardinage jardinier jeu jeudi jeune jeunesse jouet jour journal journee justice laicite
    langue lecture liberte lien lieu linge lire livre locataire logement logis loisir lumiere lundi lune main
    maison marche mardi medecin medecine mediateur mediation memoire menage mental mentorat mercredi metier
    midi mineur mixite mobilite mode monde montagne mouvement musique natation nature navette neige noel nuit
    numerique nutrition objectif oiseau orchestre orientation outil pain paix panier parcours parent
    parentalite parents parrainage part partage participation passage passerelle patrimoine peinture pere
    permanence permis personne petanque photo pied place plaisir plante plateforme plume plus poesie poete
    point police politique pont porte potager poterie pratique prevention printemps professionnel projet
    proprete public puericulture quartier raison rebond recherche recreation recyclage refuge regard relais
    rencontre renovation repas reponse ressource restaurant retraite reussite reve rire rodeo route rue rugby
    samedi sante savoir science sciences scolarite seance secretariat securite sejour semaine senior service
    sexualite soin soins soir soleil solidarite sommeil son sortie source sourire soutien spectacle sport
    sports stade stage statistique structure sur surendettement table talent tante tarif technique temps tennis
    terrain terrasse terre terres tete texte theatre toit toits tourisme tournoi tous trait tranquillite
    transition transport travail travailleur tremplin tri tutorat universite urbanisme usager utopie vacances
    veille velo velos vendredi vent ventre verger vetement victime victimes video vie village ville violence
    violences vivre voie voile voisin voix vols voyage zone""".split()
)
PEOPLES = frozenset(
    """afghan albanais allemand anglais arabe comorien espagnol francais italien portugais rom roumain syrien turc
    ukrainien""".split()
)
_ACTION = re.compile(r"\w{3,}(?:ment|tion|sion|isme|ance|ence|age|ite|erie|ure|eurs|euses|rices|iers|ieres|istes)s?")
# People by what they are: no organisation.
OFFICES = frozenset(
    """adjoint adjointe directeur directrice inspecteur inspectrice maire ministre prefet prefete president presidente
    procureur procureure recteur rectrice sous-prefet sous-prefete senateur depute""".split()
)
# What these words begin is an event, a scheme, a sum or a text.
NO_BODY = re.compile(
    r"(?:f[êe]tes?|nuits?|semaines?|quinzaine|journ[ée]es?|festivals?|festivités|salons?|forums?(?! [a-zà-ÿ]+s\b)"
    r"|plans?|programmes?|pass|chartes?|BOP|lois?|d[ée]crets?|circulaires?|arr[êe]t[ée]s?|pactes?|strat[ée]gies?"
    r"|feuille de route|fonds|budgets?|dotations?|bourses?|prix|concours|labels?|appels? à|opérations?"
    r"|dispositifs?|Grenelle|printemps|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre"
    r"|novembre|d[ée]cembre|mois|rentr[ée]e|No[ëe]l|P[âa]ques|Toussaint|Ramadan|lundis?|mardis?|mercredis?|jeudis?"
    r"|vendredis?|samedis?|dimanches?|tours? de|axes?|objectifs?|fiches?|annexes?|articles?|volets?|piliers?"
    r"|mesures?|phases?|niveaux?|lots?|tranches?|lignes?)\b",
    re.IGNORECASE,
)
GIVEN_NAMES = frozenset(
    """adele adrien agathe agnes aime aimee alain albert alex alexandra alexandre alexis alfred alice aline
    amandine amelie anais andre andree angela anita anna anne annie antoine antonin arnaud arthur aude audrey
    auguste aurelie aurelien baptiste beatrice benjamin benoit bernadette bernard berthe bertrand blaise boris
    brigitte bruno camille carole caroline catherine cecile celine charles charlotte chloe christian christiane
    christine christophe claire clara claude claudine clement clementine colette corinne cyril damien daniel
    daniele david delphine denis denise didier dominique edith edmond edouard eliane elisa elisabeth elise
    elodie eloise elsa emile emilie emma emmanuel eric ernest estelle esther etienne eugene eugenie eva evelyne
    fabien fabrice fanny fatima felix fernand flora florence florent francis franck francois francoise frederic
    gabriel gabrielle gaelle gaston genevieve george georges gerard germaine gilbert gilles gisele gregoire
    guillaume gustave guy helene henri herve hubert hugo ines irene isabelle jacqueline jacques jean jeanne
    jerome joel joseph josephine josette jules julie julien juliette karim karine laetitia laura laure laurence
    laurent lea leo leon leonie leopold lise louis louise luc lucas lucie lucien lucienne lydia madeleine manon
    marc marcel marceline marguerite marie marine marion marius martin martine mathieu mathilde matthieu
    maurice max maxime melanie michel michele michelle mohamed monique mustapha myriam nadia nadine nathalie
    nathan nelson nicolas nicole nina noemie odette odile olga olivier olympe oscar pablo pascal pascale
    patrice patricia patrick paul paule paulette pauline philippe pierre quentin rachel raoul raphael raymond
    raymonde regine regis remi rene renee richard robert roger roland romain rosa rose roseline salvador samuel
    sandra sandrine sarah sebastien serge simon simone solange solene sonia sophie stephane stephanie suzanne
    sylvain sylvie theo theodore therese thierry thomas valentin valentine valerie vanessa vera veronique
    victor victoria vincent violette virginie xavier yann yannick yves yvette yvonne zoe""".split()
)


def is_common(folded: str) -> bool:
    """True for a word, folded, that is an ordinary noun: "sante", "habitants", "animation"."""
    return bool({folded, folded.rstrip("sx")} & (COMMON | PEOPLES | OFFICES))


def looks_common(folded: str) -> bool:
    """True for a word that may be a noun of action or quality: "tranquillite", "orientations"."""
    return is_common(folded) or _ACTION.fullmatch(folded) is not None
