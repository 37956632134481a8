"""Labels of what has no place in the graph, as data, in the form of `label_words`."""

DETAILS = r"""
    actions? (?:liees?|associees?|en amelioration|complementaires?|correspondantes?)\b
    mesures? (?:\w+ )*liees?\b
    fiches? (?:des plans )?liees?
    niveaux? de priorite
    participations? (?:citoyenne|des habitants)
    dates? de (?:creation|(?:derniere )?modification|mise a jour|depot|signature|deliberation|saisie|la derniere)
    dates? du (?:comite|copil|conseil)
    (?:cree|modifie|saisi) (?:par|le)\b
    etats? des lieux
    (?:reste|solde) a \w+
    temps de mise en oeuvre
    types?(?: d[e']|$)
    nature\b
    sources? (?:de verification|des donnees|de donnees)
    documents? et\b
    horodat\w+
    (?:url|site (?:internet|web)|liens?|page web|geolocalisation|latitude|longitude)\b
    etablissements? (?:concerne|scolaire|vise|cible)\w*
    (?:publics?|population|cibles?|beneficiaires?|destinataires?|pour qui|effectifs?|nombres? d\S+)\b
    (?:indicateurs?|criteres?|instances?|gouvernance)\b
    comment (?:on |l'|mesurer|evaluer)
    (?:rappel|bilan|budget realise|realise) (?:n ?- ?1|(?:de )?20\d\d|financier)
    .*\bn-1\b
"""
"""Words that begin as other labels do, and mean something else: tried first."""
BESIDE = r"""
    (?:notes?|documents?|annexes?|pieces?|evaluations?|resultats?|effets?|impacts?|livrables?|moyens?|constats?)\b
    (?:contextes?|diagnostics?|freins?|points? de vigilance|bilans?|perspectives?|suites?|modalites?|methodes?)\b
    (?:conditions?|confidentialite|tags?|recurrences?|competences?|odd|articulations?|suivi|risques?|besoins?)\b
    (?:%|pourcentages? |taux )
    (?:nouve(?:au|lle)s?|reconduction|reconduite?s?|renouvellement)\b
    (?:justifications?|origine|ressources?|reglementation|egalite|transversalite|derniere modification)\b
"""
"""What is said beside an action: tried last, before the actions themselves."""
